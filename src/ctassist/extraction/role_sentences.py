"""Roles stated in sentences: "X chairs the working group on Y", "Y, chaired by X, met", "X was elected chair of Y"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.holders import read_holders
from ctassist.extraction.names import ACRONYM, WORD
from ctassist.extraction.role_announcements import taken_up
from ctassist.extraction.role_days import own_day, timed
from ctassist.extraction.role_grammar import HANDS, PERSON, enters, holders_pattern, sentence_forms
from ctassist.extraction.role_labels import apart
from ctassist.extraction.role_own import own_roles
from ctassist.extraction.role_successions import handed_on
from ctassist.extraction.role_words import canonical_role, is_title, role_label, role_verbs, said_roles
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import alternatives, months, table
from ctassist.model.records import Item, Role
from ctassist.model.text import Span
from ctassist.model.time import Interval


@cache
def _also() -> re.Pattern[str]:
    """What follows in the same sentence: "with X as vice-chair", "and co-chaired by Y", ", vice-chair Z"."""
    verbs = "|".join(sorted(map(re.escape, role_verbs()), key=len, reverse=True))
    label = rf"(?i:{role_label()})"
    return re.compile(
        rf"\b(?:with|and)\s+(?P<holder>{holders_pattern()})\s+as\s+(?:(?:its|the|her|his|their)\s+)?(?P<label>{label})\b"
        rf"|(?:,|\band)\s*(?P<verb>{verbs})\s+by\s+(?P<holder2>{holders_pattern()})"
        rf"|[,;]\s*(?:and\s+)?(?P<label3>{label})\s*:?\s+(?P<holder3>{holders_pattern()})"
        rf"|;\s*(?P<holder4>{holders_pattern()})\s+(?:is|are)\s+(?:its|the)\s+(?P<label4>{label})\b"
        rf"|(?:;|,\s*and)\s*(?:its|the)\s+(?P<label5>{label})\s+(?:is|are)\s+(?P<holder5>{holders_pattern()})"
    )


def find_role_sentences(
    text: str,
    items: list[tuple[Item, Interval | None]],
    title: str,
    known: Collection[str] = (),
    *,
    subject: str | None = None,
    dated: bool = False,
    reference: Interval | None = None,
) -> Iterator[Role]:
    """Yields the roles that sentences state; the interval is the item's date: the role is known to hold then.

    Bodies that are ``known`` from charts are named in full where their name has an "and".

    Args:
        text: the canonical text.
        items: the items with their dates.
        title: the title of the document.
        known: the bodies of charts.
        subject: the body that the document is about, which "the group", "the committee" means.
        dated: whether the document has a period.
        reference: the time that the document is about, which gives the year.
    """
    before: Item | None = None
    for item, interval in timed(text, items):
        found: dict[tuple[str, str, str], Role] = {}
        told = [*_in_item(text, item, interval, subject, title, dated=dated)]
        told += _handed(text, item, interval, subject, before) if subject and dated else []
        before = item
        for role in (own_day(text, role, reference) for role in told):
            words = one_line(item.span.of(text))
            full = next((name for known_one in known if (name := _in_full(role.body, known_one, words))), role.body)
            # "Working Group 3 (Tides)" is the body that a chart calls "3. Tides".
            name, number = (full, role.number) if full[:1].isdigit() else apart(full)
            found.setdefault(
                (name.casefold(), role.role, role.holder.casefold()), replace(role, body=name, number=number)
            )
        yield from (
            role
            for key, role in found.items()
            if not _is_cut_short(key, found) and not (role.body == subject and _is_of_another(key, found))
        )


def _in_full(body: str, known: str, words: str) -> str | None:
    """A body read up to an "and", as a line goes on with what a chart has of it: "the group on Sea and Ice"."""
    named = re.search(rf"{re.escape(body)}(?= and )", words)
    at = known.find(" and ")
    head, rest = known[:at].casefold(), known[at:]
    if not named or at < 0 or not f" {body.casefold()}".endswith(f" {head}"):
        return None
    goes_on = words[named.end() :].casefold().startswith(rest.casefold())
    return body + words[named.end() : named.end() + len(rest)] if goes_on else None


def _is_cut_short(key: tuple[str, str, str], found: Collection[tuple[str, str, str]]) -> bool:
    """Tells whether another form of sentence read more of the body's name: "Group on Sea" of "… on Sea Ice"."""
    body, role, holder = key
    return any(other[0].startswith(body + " ") and other[1:] == (role, holder) for other in found)


def _is_of_another(key: tuple[str, str, str], found: Collection[tuple[str, str, str]]) -> bool:
    """Tells whether the line gives the post in a body that it names: "its vice-chairs" are not the page's then."""
    return any(other[0] != key[0] and other[1:] == key[1:] for other in found)


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


@cache
def _says_label() -> re.Pattern[str]:
    """Finds a word for a role in text without capitals."""
    return re.compile(said_roles())


@cache
def _says_verb() -> re.Pattern[str]:
    return re.compile(alternatives(role_verbs()))


def _in_item(
    text: str, item: Item, interval: Interval | None, subject: str | None, title: str, *, dated: bool
) -> Iterator[Role]:
    span = item.span
    words = span.of(text)
    labelled = _says_label().search(words.casefold()) is not None
    if subject and (labelled or _says_verb().search(words)):
        # A page is kept current: what it says of now is not of the day that another of its sentences tells of.
        then = interval if dated else None
        for own in own_roles(text, item, subject, past=dated):
            yield from _made(text, item, own.holder, subject, own.role, own.label, then)
            yield from _others(text, item, own.end, subject, then)
    if labelled:
        for taken in taken_up(text, item, holders_pattern(), subject):
            yield from _made(text, item, taken.holder, taken.body, taken.role, taken.label, interval)
        for match in _handover().finditer(text, span.start, span.end):
            if subject and (role := canonical_role(match["label"])):
                yield from _made(text, item, match.span("holder"), subject, role, match["label"], interval)
    without = _lacking(words, labelled=labelled)
    for pattern in sentence_forms():
        if without & pattern.groupindex.keys():
            continue  # Looking for a whole form takes a hundred times as long as for the word that it must have.
        for match in pattern.finditer(text, span.start, span.end):
            groups = match.groupdict()
            if not groups.get("given") and _is_given_away(text, item, match):
                continue
            word = groups.get("verb") or groups.get("label") or groups.get("own") or ""
            if groups.get("own_verb"):
                word = match["own_verb"]
            word = groups.get("post") or word
            role = role_verbs().get(word.casefold()) or canonical_role(word)
            if groups.get("verb") and (label := _as_what().match(text, match.end(), span.end)):
                # "The group was led by X and Y as chairs."
                word, role = label["label"], canonical_role(label["label"])
            body = _named(one_line(match["body"]), subject) if groups.get("body") else subject or title
            if body and re.search(r"\b(?:groups|committees|teams)\s+(?:on|for)\b", body):
                continue  # Several bodies at once; which is whose cannot be told from here.
            of_another = body == title != subject and not groups.get("here")
            if not role or not body or (of_another and is_title(role)):
                continue  # A review has no director: whose title it is the line does not say.
            made = list(_made(text, item, match.span("holder"), body, role, word, interval))
            yield from made
            if made:
                yield from _others(text, item, match.end(), body, interval)


def _handed(text: str, item: Item, interval: Interval | None, subject: str, before: Item | None) -> Iterator[Role]:
    """The roles of those who come after somebody in the body that a report is about."""
    same = before.span if before and before.section == item.section else None
    for found in handed_on(text, item, holders_pattern(), same):
        yield from _made(text, item, found.holder, subject, found.role, found.label, interval)


def _lacking(words: str, *, labelled: bool) -> set[str]:
    """The groups of ``sentence_forms`` that these words cannot fill."""
    there = {
        "label": labelled,
        "here": labelled,
        "verb": _says_verb().search(words) is not None,
        "own_verb": "edited" in words,
        "enters": enters().search(words) is not None,
    }
    return {group for group, is_there in there.items() if not is_there}


def _is_given_away(text: str, item: Item, match: re.Match[str]) -> bool:
    """Tells whether "the chair of the group" stands behind "handed": who has it then is said behind "to"."""
    label = match.groupdict().get("label")
    before = text[item.span.start : match.start("label")] if label else ""
    return re.search(rf"\b{HANDS}\s+(?:the\s+|its\s+)?$", before) is not None


def _others(text: str, item: Item, start: int, body: str, interval: Interval | None) -> Iterator[Role]:
    for match in _also().finditer(text, start, item.span.end):
        group = next(name for name in ("holder", "holder2", "holder3", "holder4", "holder5") if match[name])
        word = match["verb"] or match["label"] or match["label3"] or match["label4"] or match["label5"]
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
        affiliation = found.affiliation
        match = _OF_SOMEBODY.fullmatch(name)
        if match and is_person(match["name"]):
            name, affiliation = match["name"], match["of"]
        yield Role(item.span, body, role, word, name, affiliation, None, item.section, interval, item.page)


_OF_SOMEBODY = re.compile(rf"(?P<name>{PERSON}) of (?:the )?(?P<of>{ACRONYM}|{WORD}(?:\s+{WORD}){{0,4}})")
"""A person with the organisation that sent them: "Ana Roe of WTO", "Ana Roe of Tern Gardens"."""


def _named(body: str, subject: str | None) -> str | None:
    """The body's name; a lone "group" or "committee" names none but the document's own."""
    if re.match(r"(?:An?|Another|One|Each|Every|Some|No)\s", body):
        return None
    month = re.match(r"([^\W\d_]+)\s+(?=The\s)", body)
    words = body[month.end() :] if month and month[1].casefold() in months() else body
    words = re.sub(r"^(?:The|This|Our|Its)\s+", "", words)
    return subject if words.casefold().removesuffix("s") in table("bodies")["nouns"] else words
