"""Roles stated in sentences: "X chairs the working group on Y", "Y, chaired by X, met", "X was elected chair of Y"."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.extraction.holders import read_holders
from ctassist.extraction.role_announcements import taken_up
from ctassist.extraction.role_grammar import holders_pattern, sentence_forms
from ctassist.extraction.role_labels import body_in
from ctassist.extraction.role_words import canonical_role, role_label, role_verbs
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import table
from ctassist.model.records import Item, Role
from ctassist.model.text import Span
from ctassist.model.time import Interval


@cache
def _also() -> re.Pattern[str]:
    """What follows in the same sentence: "with X as vice-chair", "and co-chaired by Y", ", vice-chair Z"."""
    verbs = "|".join(sorted(map(re.escape, role_verbs()), key=len, reverse=True))
    label = rf"(?i:{role_label()})"
    return re.compile(
        rf"\b(?:with|and)\s+(?P<holder>{holders_pattern()})\s+as\s+(?:its\s+|the\s+)?(?P<label>{label})\b"
        rf"|(?:,|\band)\s*(?P<verb>{verbs})\s+by\s+(?P<holder2>{holders_pattern()})"
        rf"|[,;]\s*(?:and\s+)?(?P<label3>{label})\s*:?\s+(?P<holder3>{holders_pattern()})"
        rf"|;\s*(?P<holder4>{holders_pattern()})\s+(?:is|are)\s+(?:its|the)\s+(?P<label4>{label})\b"
    )


def find_role_sentences(text: str, items: list[tuple[Item, Interval | None]], title: str) -> Iterator[Role]:
    """Yields the roles that sentences state; the interval is the item's date: the role is known to hold then.

    "The group", "the committee" is the one that the title names.
    """
    subject = body_in(title)
    for item, interval in items:
        seen: set[tuple[str, str, str]] = set()
        for role in _in_item(text, item, interval, subject, title):
            key = (role.body.casefold(), role.role, role.holder.casefold())
            if key not in seen:
                seen.add(key)
                yield role


@cache
def _handover() -> re.Pattern[str]:
    """Matches "stepped down as chair in May and was succeeded by Y", where the body is the document's own."""
    label = rf"(?P<label>(?i:{role_label()}))"
    return re.compile(
        rf"\bas\s+(?:the\s+|its\s+)?{label}\b(?!\s+(?:of|for)\b)[^.;]{{0,80}}?"
        rf"\b(?:succeeded|replaced|followed|relieved)\s+by\s+(?P<holder>{holders_pattern()})"
    )


@cache
def _as_what() -> re.Pattern[str]:
    return re.compile(rf"\s+as\s+(?:its\s+|the\s+)?(?P<label>(?i:{role_label()}))\b")


def _in_item(text: str, item: Item, interval: Interval | None, subject: str | None, title: str) -> Iterator[Role]:
    span = item.span
    for taken in taken_up(text, item, holders_pattern(), subject):
        yield from _made(text, item, taken.holder, taken.body, taken.role, taken.label, interval)
    for match in _handover().finditer(text, span.start, span.end):
        if subject and (role := canonical_role(match["label"])):
            yield from _made(text, item, match.span("holder"), subject, role, match["label"], interval)
    for pattern in sentence_forms():
        for match in pattern.finditer(text, span.start, span.end):
            groups = match.groupdict()
            word = groups.get("verb") or groups.get("label") or groups.get("own") or ""
            if groups.get("own_verb"):
                word = match["own_verb"]
            role = role_verbs().get(word.casefold()) or canonical_role(word)
            if groups.get("verb") and (label := _as_what().match(text, match.end(), span.end)):
                # "The group was led by X and Y as chairs."
                word, role = label["label"], canonical_role(label["label"])
            body = _named(one_line(match["body"]), subject) if groups.get("body") else subject or title
            if body and re.search(r"\b(?:groups|committees|teams)\s+(?:on|for)\b", body):
                continue  # Several bodies at once; which is whose cannot be told from here.
            if not role or not body:
                continue
            made = list(_made(text, item, match.span("holder"), body, role, word, interval))
            yield from made
            if made:
                yield from _others(text, item, match.end(), body, interval)


def _others(text: str, item: Item, start: int, body: str, interval: Interval | None) -> Iterator[Role]:
    for match in _also().finditer(text, start, item.span.end):
        group = next(name for name in ("holder", "holder2", "holder3", "holder4") if match[name])
        word = match["verb"] or match["label"] or match["label3"] or match["label4"]
        role = role_verbs().get(word.casefold()) if match["verb"] else canonical_role(word)
        if role:
            yield from _made(text, item, match.span(group), body, role, word, interval)


def _made(
    text: str, item: Item, holder: tuple[int, int], body: str, role: str, word: str, interval: Interval | None
) -> Iterator[Role]:
    for found in read_holders(text, Span(*holder))[0]:
        name = re.sub(r"^[Tt]he\s+", "", found.name)
        if (
            canonical_role(name)
            or name.casefold() == body.casefold()
            or name.casefold() in ("it", "he", "she", "they", "this", "who")
        ):
            continue
        yield Role(item.span, body, role, word, name, found.affiliation, None, item.section, interval, item.page)


def _named(body: str, subject: str | None) -> str | None:
    """The body's name; a lone "group" or "committee" names none but the document's own."""
    if re.match(r"(?:An?|Another|One|Each|Every|Some|No)\s", body):
        return None
    words = re.sub(r"^(?:The|This|Our|Its)\s+", "", body)
    return subject if words.casefold().removesuffix("s") in table("bodies")["nouns"] else words
