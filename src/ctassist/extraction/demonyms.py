"""Places said by their adjectives ("Kenyan cities", "West African events"), and the words that frame a place's name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ctassist.extraction.places import FoundPlace, Place, find_places, folded, gazetteer
from ctassist.extraction.unions import places_of_members
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.text import Span

_KINDS = (
    r"(?:cit(?:y|ies)|towns?|capitals?|countr(?:y|ies)|nations?|states?|regions?|islands?|provinces?|districts?"
    r"|locations?|soil|venues?)"
)
_HAPPENINGS = (
    r"(?:events?|activit(?:y|ies)|meetings?|meet-?ups?|gatherings?|workshops?|trainings?|conferences?|seminars?|visits?|missions?|courses?|sessions?|"
    r"projects?|work|engagements?|operations?|user groups?|groups?|chapters?|items?|news)"
)
_PEOPLE = (
    r"(?:authorit(?:y|ies)|governments?|officials?|officers?|police|judges?|prosecutors?|customs|parliament|ministr(?:y|ies)"
    r"|ministers?|communit(?:y|ies)|participants?|partners?|counterparts?|delegat(?:es?|ions?)|airports?|ports?|borders?|coasts?)"
)
_OF = re.compile(rf"\b(?:the\s+)?(?:whole\s+(?:of\s+)?)?{_KINDS}\s+(?:of|in)\s+(?:the\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s+{_KINDS}\b(?!\s+of\b)", re.IGNORECASE)


@cache
def _countries() -> dict[str, Place]:
    return {next(iter(p.countries)): p for p in gazetteer().values() if p.kind == "country"}


@cache
def _adjectives() -> dict[str, Place]:
    names = table("demonyms")
    found = {_key(word): _countries()[code] for code, words in names["countries"].items() for word in words}
    return found | {
        _key(word): gazetteer()[folded(region)] for region, words in names["regions"].items() for word in words
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = alternatives(word for group in table("demonyms").values() for words in group.values() for word in words)
    between = r"(?:[-\w]+\s+){0,2}?"
    noun = rf"{between}(?:{_KINDS}|{_HAPPENINGS}|{_PEOPLE})\b"
    return re.compile(rf"\b(?P<name>{names})(?={_also(names)}\s+{noun})", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    names = alternatives(word for group in table("demonyms").values() for words in group.values() for word in words)
    noun = rf"(?:[a-z-]+\s+)?(?-i:{_KINDS}|{_PEOPLE})\b"
    return re.compile(rf"(?<![\w-])(?P<name>{names})(?={_also(names)}\s+{noun})", re.IGNORECASE)


def _also(names: str) -> str:
    """More adjectives that share a noun: "South Asian and South-East Asian countries"."""
    return rf"(?:(?:,|\s+and|\s+or|\s*/)\s+(?:{names}))*"


def told_places(text: str) -> Iterator[Place]:
    """Yields the places that a line says by adjectives: "for South Asian countries", "Kenyan border officials"."""
    for match in _told().finditer(text):
        if match["name"][0].isupper() and (place := place_said(match["name"])):
            yield place
    yield from places_of_members(text)


def place_said(word: str) -> Place | None:
    """The place of an adjective, a name for its people or initials: Kenya for "Kenyan"; None for any other word."""
    code = table("regions")["initials"].get(word)
    return _countries()[code] if code else _adjectives().get(_key(word))


def _key(words: str) -> str:
    return folded(re.sub(r"[\s-]+", " ", words))


def find_asked_places(text: str) -> Iterator[FoundPlace]:
    """Yields the places of a question, by name or by adjective, with the words that frame them ("the city of Berlin").

    An adjective means its place only before a noun for places or for what happens there: "the French version" is none.
    """
    named = list(find_places(text, casual=True))
    said = [
        FoundPlace(Span(*match.span("name")), _adjectives()[_key(match["name"])])
        for match in _pattern().finditer(text)
        if _key(match["name"]) in _adjectives()
    ]
    said = [found for found in said if not any(_overlap(found.span, other.span) for other in named)]
    for found in sorted((*named, *said), key=lambda found: found.span.start):
        before, behind = _OF.search(text[: found.span.start]), _BEHIND.match(text[found.span.end :])
        start = before.start() if before else found.span.start
        yield replace(found, span=Span(start, found.span.end + (behind.end() if behind else 0)))


def _overlap(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end
