"""Where in a question its time, names, places and roles stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ctassist.answering.terms import Token, fold, is_body_noun, light_stems, stem, tokens
from ctassist.answering.understanding.asked_issues import TimeScope
from ctassist.answering.understanding.catalog import Catalog, FoundEntity
from ctassist.answering.understanding.role_scope import find_roles
from ctassist.answering.understanding.time_scope import find_time
from ctassist.extraction.demonyms import find_asked_places, place_said
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.places import FoundPlace
from ctassist.extraction.role_words import canonical_role, role_verbs
from ctassist.model.text import Span
from ctassist.model.time import Interval

_RUBRIC = re.compile(
    r"\b(?:the|a|any|which|what|this|each|every|whose)\s+(?:\w+\s+)?headings?\b|\bheadings?\s+[\"“«'‘]"
    r"|\bunder\s+the\s+(?:[\w&/-]+\s+){2,5}headings?\b",
    re.I,
)
"""A heading is no head of anything."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where in a question its time, names, places and roles stand."""

    time: TimeScope
    entities: tuple[FoundEntity, ...]
    places: tuple[FoundPlace, ...]
    roles: tuple[tuple[Span, str], ...]


# One question is read several times: reworded, resolved and understood, mostly in the same words.
@lru_cache(maxsize=32)
def parts_of(text: str, catalog: Catalog, as_of: date, reference: Interval | None = None) -> Parts:
    """Finds the parts of a question; a word belongs to one part only."""
    named = _with_leading(catalog.find_entities(text), text, catalog)
    # "Jan de Wit" tells no month.
    persons = [found.span for found in named if is_person(found.span.of(text))]
    timed = without(catalog.without_own_name(text), persons)
    time = find_time(timed, as_of, list(catalog.documents.values()), reference)
    taken = list(time.spans)
    rubrics = [Span(*match.span()) for match in _RUBRIC.finditer(text)]
    roles = [
        found
        for found in find_roles(text, catalog)
        if not overlaps(found[0], [*taken, *rubrics]) and not _is_in_name(found[0], text, named)
    ]
    entities = [
        found
        for found in named
        if not overlaps(found.span, taken)
        and not canonical_role(found.span.of(text))
        and not any(_inside(found.span, span) or found.span == span for span, _ in roles)
    ]
    places = [
        found
        for found in _places(text, catalog)
        if not (found.span.of(text).islower() and _is_word(found.span.of(text), catalog))
        and not overlaps(found.span, taken)
        and not _is_somebody(found, text, catalog)
        and not any(_part_of(found.span, e.span) or _is_acronym(found.span, e.span, text) for e in entities)
    ]
    entities = [e for e in entities if not any(_inside(e.span, p.span) or e.span == p.span for p in places)]
    return Parts(time, tuple(entities), tuple(places), tuple(roles))


def _with_leading(named: Sequence[FoundEntity], text: str, catalog: Catalog) -> list[FoundEntity]:
    """The names, each with an acronym that only leads it, as it does in the archive: "TC Fog Council" is a council."""
    whole: list[FoundEntity] = []
    for found in named:
        if whole and _leads(whole[-1].span, found.span, text, catalog):
            found = replace(found, span=Span(whole.pop().span.start, found.span.end))
        whole.append(found)
    return whole


def _leads(short: Span, name: Span, text: str, catalog: Catalog) -> bool:
    gap = text[short.end : name.start]
    if not gap or gap.strip() or not short.of(text).isupper() or name.of(text).isupper():
        return False
    if all(is_body_noun(token) for token in tokens(name.of(text))):
        return False  # The "VFT Working Group" is one of many working groups.
    return fold(name.of(text).split()[0]) in catalog.beside(short.of(text))


def _is_word(typed: str, catalog: Catalog) -> bool:
    """Tells whether what is typed like a small town's name is an ordinary word: "come" is not Comé."""
    return catalog.is_ordinary(typed) or stem(typed) in light_stems()


def _is_somebody(found: FoundPlace, text: str, catalog: Catalog) -> bool:
    """Tells whether a small town's name is rather that of somebody who has a post: "which tasks are for Marlow?"."""
    if found.place.certain or found.place.kind != "city" or _WITHIN.search(text[: found.span.start]):
        return False
    name = fold(found.span.of(text))
    return any(name in fold(holder).split() for holder in catalog.holders if is_person(holder))


_WITHIN = re.compile(r"\b(?:in|at|near|around|from|within|outside|to)\s+$", re.IGNORECASE)


def _places(text: str, catalog: Catalog) -> list[FoundPlace]:
    """The places of a question, also by words that the archive does not use: it writes "Kenya", not "Kenyan"."""
    asked = list(find_asked_places(text))
    spans = [found.span for found in asked]
    return asked + [found for found in _places_otherwise(text, catalog) if not overlaps(found.span, spans)]


def _places_otherwise(text: str, catalog: Catalog) -> list[FoundPlace]:
    words = tokens(text)
    found = []
    for before, token in zip([None, *words], words, strict=False):
        if not token.text[0].isupper() or text.isupper() or catalog.weight.known(token.stem):
            continue
        # "North American" is not "American".
        both = Span(before.start, token.end) if before else None
        if both and (place := place_said(both.of(text))):
            found.append(FoundPlace(both, place))
        elif place := place_said(token.text):
            found.append(FoundPlace(span_of(token), place))
    return found


def _is_in_name(role: Span, text: str, named: Iterable[FoundEntity]) -> bool:
    """Tells whether a verb for a role stands within a name: nobody is asked for by "the Coordinating Council"."""
    return role.of(text).casefold() in role_verbs() and any(_inside(role, found.span) for found in named)


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks in the place of some spans, so that all else keeps its place."""
    for span in spans:
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return text


def span_of(token: Token) -> Span:
    """Where a word stands."""
    return Span(token.start, token.end)


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Tells whether a span shares a character with one of several."""
    return any(span.start < other.end and other.start < span.end for other in others)


def _part_of(span: Span, name: Span) -> bool:
    """Tells whether a place is part of a name, be it without the article before both: "the Sahel Wells Network"."""
    return overlaps(span, [name]) and not (span.start <= name.start and name.end <= span.end)


def _is_acronym(span: Span, name: Span, text: str) -> bool:
    """Tells whether a name in capitals is also a town's: who types "ALMA" means the organisation."""
    return span == name and span.of(text).isupper() and not text.isupper()


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end and other != span
