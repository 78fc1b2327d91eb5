"""Roles stated in sentences: "X chairs the working group on Y", "Y, chaired by X, met", "X was elected chair of Y"."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ctassist.extraction.holders import of_somebody, read_holders
from ctassist.extraction.names import WORD
from ctassist.extraction.role_announcements import risen, taken_up, titles_taken_up
from ctassist.extraction.role_bodies import in_full, with_subjects
from ctassist.extraction.role_days import own_day, timed
from ctassist.extraction.role_grammar import HANDS, enters, holders_pattern, sentence_forms
from ctassist.extraction.role_labels import apart
from ctassist.extraction.role_own import own_roles
from ctassist.extraction.role_series import in_series
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
        rf"|(?:;|,?\s+and)\s*(?P<holder4>{holders_pattern()})\s+(?:is|are)\s+(?:now\s+)?(?:its|the)\s+(?P<label4>{label})\b"
        # "WTO holds the chair and BPU the vice-chair": the verb is said once.
        rf"|(?:[;,]|,?\s+and)\s*(?P<holder6>{holders_pattern()})\s+(?:its|the)\s+(?P<label6>{label})(?=\s*(?:[.,;]|$))"
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
    spoken_of: str | None = None
    for item, interval in timed(text, items):
        found: dict[tuple[str, str, str], Role] = {}
        told, bodies = _in_forms(text, item, interval, subject, title)
        lasting = spoken_of if before and _goes_on(text, before, item) else None
        told += _unnamed(text, item, interval, subject, bodies, lasting, title, dated=dated)
        for one in in_series(text, item):
            told += _made(text, item, one.holder, one.body, one.role, one.verb, interval)
        told += _handed(text, item, interval, subject, before) if subject and dated else []
        before = item
        spoken_of = bodies[-1].name if bodies else lasting
        for role in (own_day(text, ranked, reference) for role in told if (ranked := _with_rank(role))):
            words = one_line(item.span.of(text))
            role = replace(role, body=_AUXILIARY.sub("", role.body))
            told_in_full = (name for known_one in known if (name := in_full(role.body, known_one, words)))
            full = next(told_in_full, None) or with_subjects(role.body, words)
            if role.holder in full[len(role.body) :] or full.casefold() in role.holder.casefold():
                continue  # "The Group on Law and Order and WTO is its vice-chair": Order is no holder beside WTO.
            # "Working Group 3 (Tides)" is the body that a chart calls "3. Tides".
            name, number = (full, role.number) if full[:1].isdigit() else apart(full)
            found.setdefault(
                (name.casefold(), role.role, role.holder.casefold()), replace(role, body=name, number=number)
            )
        yield from (
            role
            for key, role in found.items()
            if not _is_cut_short(key, found) and not (role.body in (subject, title) and _is_of_another(key, found))
        )


_AUXILIARY = re.compile(
    r"\s+(?:will|would|shall|should|is|are|was|were|has|have|had|can|could|may|might|must)\b(?:\s+[a-z]+){0,3}$"
)
"""What stands between a body and its passive verb: "the group on Tides would henceforth be co-chaired by"."""


def _with_rank(role: Role) -> Role | None:
    """A role with the rank that was read as the end of its holder's name: "appointed Ana Roe Managing Director".

    None where nothing else was read as the holder: "was appointed Executive Director".
    """
    words, ranks = role.holder.split(), table("people")["ranks"]
    label = role.label
    while words and words[-1].casefold() in ranks:
        label = f"{words.pop()} {label}"
    if not words or label == role.label:
        return role if words else None
    return replace(role, holder=" ".join(words), label=label, role=canonical_role(label) or role.role)


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


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A body that a sentence form names, with where its form begins: what follows may leave it out."""

    start: int
    name: str


def _goes_on(text: str, before: Item, item: Item) -> bool:
    """Tells whether an item is the next sentence of the same paragraph."""
    between = text[before.span.end : item.span.start]
    return before.section == item.section and between.isspace() and "\n\n" not in between


def _unnamed(
    text: str,
    item: Item,
    interval: Interval | None,
    subject: str | None,
    bodies: Sequence[_Spoken],
    lasting: str | None,
    title: str,
    *,
    dated: bool,
) -> Iterator[Role]:
    """The roles that an item gives without naming their body: that of its words before, the document's own.

    Args:
        text: the canonical text.
        item: the item.
        interval: its date.
        subject: the body that the document is about.
        bodies: those that the item names.
        lasting: the body that the sentence before it speaks of.
        title: the title of the document.
        dated: whether the document has a period.
    """
    words = item.span.of(text)
    labelled = _says_label().search(words.casefold()) is not None
    spoken = _spoken_before(bodies, lasting)
    if subject and (labelled or _says_verb().search(words)):
        # A page is kept current: what it says of now is not of the day that another of its sentences tells of.
        then = interval if dated else None
        for own in own_roles(text, item, subject, past=dated):
            yield from _made(text, item, own.holder, subject, own.role, own.label, then)
            yield from _others(text, item, own.end, subject, then)
    if labelled:
        for match in _its_own().finditer(text, item.span.start, item.span.end):
            body, role = spoken(match.start()), canonical_role(match["label"])
            if body and body != subject and role:
                yield from _made(text, item, match.span("holder"), body, role, match["label"], interval)
        for taken in taken_up(
            text, item, holders_pattern(), subject, lambda at: spoken(at) or _spoken_of(text, Span(item.span.start, at))
        ):
            yield from _made(
                text, item, _of_this_clause(text, taken.holder), taken.body, taken.role, taken.label, interval
            )
        for taken in risen(text, item, holders_pattern(), spoken):
            yield from _made(text, item, taken.holder, taken.body, taken.role, taken.label, interval)
        if dated:
            for taken in titles_taken_up(text, item, holders_pattern(), subject or title):
                yield from _made(text, item, taken.holder, taken.body, taken.role, taken.label, interval)
        for match in _handover().finditer(text, item.span.start, item.span.end):
            if subject and (role := canonical_role(match["label"])):
                yield from _made(text, item, match.span("holder"), subject, role, match["label"], interval)


@cache
def _its_own() -> re.Pattern[str]:
    """A post in the body that was spoken of: "Its vice-chair is X", "The group's deputies are now X and Y"."""
    noun = rf"(?i:{alternatives([*table('bodies')['nouns'], *table('bodies')['abbreviations']])})"
    label = rf"(?:(?:new|present|current|other)\s+)?(?P<label>(?i:{role_label()}))"
    return re.compile(
        rf"\b(?:(?:[Ii]ts|[Tt]he\s+(?:{noun})[’'])s?\s+|[Tt]he\s+(?=new\s)){label}(?:\s+of\s+the\s+{noun})?"
        rf"\s+(?:is|are|will\s+be)\s+(?:now\s+|still\s+)?(?P<holder>{holders_pattern()})"
    )


def _spoken_before(bodies: Sequence[_Spoken], lasting: str | None) -> Callable[[int], str | None]:
    """Which body the words before a place speak of last."""

    def spoken(place: int) -> str | None:
        return next((body.name for body in reversed(bodies) if body.start < place), lasting)

    return spoken


def _in_forms(
    text: str, item: Item, interval: Interval | None, subject: str | None, title: str
) -> tuple[list[Role], list[_Spoken]]:
    """The roles by the forms of sentences, and the bodies whose they are in the order of the words."""
    told: list[Role] = []
    bodies: list[_Spoken] = []
    span = item.span
    words = span.of(text)
    labelled = _says_label().search(words.casefold()) is not None
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
            body = (
                _named(one_line(match["body"]), subject)
                if groups.get("body")
                else _spoken_of(text, Span(span.start, match.start())) or subject or title
            )
            if body and re.search(r"\b(?:groups|committees|teams)\s+(?:on|for)\b", body):
                continue  # Several bodies at once; which is whose cannot be told from here.
            of_another = body == title != subject and not groups.get("here")
            if not role or not body or (of_another and is_title(role)):
                continue  # A review has no director: whose title it is the line does not say.
            made = list(_made(text, item, _own_holders(text, match), body, role, word, interval))
            told += made
            if made:
                told += _others(text, item, match.end(), body, interval)
                if groups.get("body"):
                    bodies.append(_Spoken(match.start(), body))
    return told, sorted(bodies, key=lambda body: body.start)


@cache
def _body_in_words() -> re.Pattern[str]:
    kinds = alternatives([*table("bodies")["topical"], *table("bodies")["abbreviations"]])
    topic = rf"{WORD}(?:\s+(?:(?:and|of|the|for|in|&)\s+)*{WORD})*"
    return re.compile(rf"\b(?:[Tt]he|[Ii]n)\s+(?P<body>(?i:{kinds})\s+(?:on|for)\s+(?:the\s+)?{topic})")


def _spoken_of(text: str, span: Span) -> str | None:
    """The one body that the words before somebody name: "the group on Tides changed hands: Ana Roe became chair"."""
    named = {one_line(match["body"]) for match in _body_in_words().finditer(text, span.start, span.end)}
    return named.pop() if len(named) == 1 else None


def _own_holders(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the holders stand, without whom another clause tells of: "is led by WTO, and BPU has become its deputy"."""
    start, end = match.span("holder")
    two = _AND_ANOTHER.fullmatch(text, start, end)
    return two.span("first") if two and _DOES.match(text, end) else (start, end)


def _of_this_clause(text: str, holder: tuple[int, int]) -> tuple[int, int]:
    """Where holders stand without one whom the clause before tells of: "is led by WTO, and BPU has become"."""
    two = _AND_ANOTHER.fullmatch(text, *holder)
    return two.span("second") if two and _BY.search(text, max(0, holder[0] - 9), holder[0]) else holder


_BY = re.compile(r"\bby\s+(?:the\s+)?$")
_AND_ANOTHER = re.compile(r"(?P<first>[^,]+),\s+(?:and|while|but)\s+(?P<second>[^,]+)")
_DOES = re.compile(r"\s+(?:has|have|is|are|was|were|will|becomes?|became|remains?|remained|takes|took|stays|serves)\b")


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


_ALSO = ("holder", "holder2", "holder3", "holder4", "holder5", "holder6")


def _others(text: str, item: Item, start: int, body: str, interval: Interval | None) -> Iterator[Role]:
    for match in _also().finditer(text, start, item.span.end):
        group = next(name for name in _ALSO if match[name])
        word = next(match[name] for name in ("verb", "label", "label3", "label4", "label5", "label6") if match[name])
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
            or name.casefold() in ("i", "we", "you", "it", "he", "she", "they", "this", "who")
        ):
            continue
        held = of_somebody(replace(found, name=name))
        yield Role(item.span, body, role, word, held.name, held.affiliation, None, item.section, interval, item.page)


def _named(body: str, subject: str | None) -> str | None:
    """The body's name; a lone "group" or "committee" names none but the document's own."""
    if re.match(r"(?:An?|Another|One|Each|Every|Some|No)\s", body):
        return None
    month = re.match(r"([^\W\d_]+)\s+(?=The\s)", body)
    words = body[month.end() :] if month and month[1].casefold() in months() else body
    words = re.sub(r"^(?:The|This|Our|Its)\s+", "", words)
    if words.casefold().removesuffix("s") not in table("bodies")["nouns"]:
        return words
    # "Chair of the Partnership" in an issue about many bodies is that of the one called so.
    return subject or (words if words.istitle() and words.casefold() not in table("bodies")["core"] else None)
