"""Whether a passage says where something is, and in which words."""

import re
from datetime import date
from functools import cache

from ctassist.answering.evidence.links import shown_words
from ctassist.answering.evidence.times import has_time, is_another_deadline
from ctassist.answering.terms import fold, stem, stems
from ctassist.answering.understanding.question import Question
from ctassist.extraction.dates import find_dates
from ctassist.extraction.places import find_places
from ctassist.model.time import Interval

_KINDS = (
    ("city", re.compile(r"\b(?:city|cities|towns?|capitals?|villages?|municipalit(?:y|ies))\b", re.IGNORECASE)),
    ("country", re.compile(r"\b(?:which|what)\s+(?:countr(?:y|ies)|nations?|states?)\b", re.IGNORECASE)),
    ("region", re.compile(r"\b(?:regions?|continents?|parts? of)\b", re.IGNORECASE)),
)
"""What kind of place a question asks for."""
_ENOUGH = {"city": ("city",), "country": ("city", "country"), "region": ("city", "country", "region")}
"""The kinds of places that say so: a city tells its country, and a continent tells no city."""


def says_where(text: str, question: Question) -> bool:
    """Tells whether a text names a place, beyond those of the question; a continent is where no one thing happens."""
    asked = {fold(place.name) for place in question.places}
    kind = next((kind for kind, pattern in _KINDS if pattern.search(question.text)), None)
    enough = _ENOUGH[kind or "country"]
    return (
        any(fold(named.place.name) not in asked and named.place.kind in enough for named in find_places(text))
        or bool(re.search(r"\bonline\b|\bvirtual", text, re.IGNORECASE))
        or _CODED_PLACE.search(text) is not None
        or _has_venue_behind_date(text)
        or (_TO_WHOM.search(question.text) is not None and bool(shown_words(text)))
        or _is_somewhere(text, question, enough)
        or (kind is None and ":" in text and not is_another_deadline(text, question.text))
    )


_TO_WHOM = re.compile(
    r"\bwhere\s+(?:do|does|can|could|should|must|may|would|shall)\s+(?:I|we|you|one|people|somebody|someone)\s+(?:\w+ly\s+)?"
    r"(?:report|send|write|mail|ask|complain|apply|register|sign|submit|tell|post|announce|reach|turn|address|subscribe)\b",
    re.IGNORECASE,
)
"""Asks to whom to turn, which an address says: "where do I report a leak?"."""
_CODED_PLACE = re.compile(r"(?<![\w,])[A-Z][^\W\d_]+(?:[ '’-][^\W\d_]+){0,3},\s(?:[A-Z]{2,3},\s)?[A-Z]{2}(?!\w)")
"""A town with its country: "Aarhus, DK", "Austin, TX, US"."""


_VENUES = (
    "hall room garden depot library museum church school park centre center market theatre office station"
    " university canteen cafe building square town village harbour castle hotel house"
)
_NAMED_VENUES = f"{_VENUES} theater college campus institute academy arena stadium auditorium gallery pavilion palace"
_VENUE = re.compile(rf"\s*[,@|–—(]\s*(?:the\s+)?(?:[A-Z][\w’'&.-]*\s+){{1,4}}(?i:{'|'.join(_NAMED_VENUES.split())})\b")


def _has_venue_behind_date(text: str) -> bool:
    """Tells whether a date is followed by the name of a building: "is on 3 May 2031, Fen Memorial Hall"."""
    return any(_VENUE.match(text, found.span.end) for found in find_dates(text, _ANY_YEAR))


_ANY_YEAR = Interval(date(2000, 1, 1), date(2000, 12, 31))


@cache
def _somewhere() -> re.Pattern[str]:
    # "Near old Harrow" is a place, "committed to responsible AI" is none.
    return re.compile(
        rf"\b(?:in|at|near|to|from|inside|outside)\s+(?:the\s+)?"
        rf"(?:(?:[a-z]+\s+)?(?P<venue>{'|'.join(_VENUES.split())})\b"
        r"|(?:(?<!to )(?<!from )[a-z]+\s+)?(?P<name>[A-Z][^\W\d_]+))"
    )


def _is_somewhere(text: str, question: Question, enough: tuple[str, ...]) -> bool:
    """Tells whether a text says where something is by a kind of building or a name that no gazetteer has."""
    asked = stems(question.text)
    larger = {
        token for named in find_places(text) if named.place.kind not in enough for token in named.span.of(text).split()
    }
    return any(
        stem(match["venue"] or match["name"]) not in asked
        and (match["venue"] or match["name"]) not in larger
        and not has_time(match.group())
        for match in _somewhere().finditer(text)
    )


def place_words(text: str) -> str:
    """The places that something was in or at: "in Nairobi, Kenya", not "focused on Africa"; or "Aarhus, DK"."""
    if coded := _CODED_PLACE.search(text):
        return coded.group()
    named = list(find_places(text))
    chosen: list[str] = []
    for index, found in enumerate(named):
        lead = text[: found.span.start].rstrip().casefold()
        follows = index and chosen and chosen[-1] == named[index - 1].span.of(text) and lead.endswith((",", "("))
        if follows or re.search(r"\b(?:in|at)(?:\s+the)?$", lead):
            chosen.append(found.span.of(text))
    if any(found.place.kind == "city" and found.span.of(text) not in chosen for found in named):
        return ""  # "The Board, in Bern, chose Oslo for the fair": the line tells more than one place.
    return ", ".join(dict.fromkeys(" ".join(name.split()) for name in chosen))
