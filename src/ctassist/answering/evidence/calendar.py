"""Lines of a calendar: a date, a name and a place tell that something is held, without a verb."""

import re
from datetime import date
from functools import cache

from ctassist.answering.terms import content, event_stems, stem, stems, table
from ctassist.extraction.dates import begins_with_date, find_dates
from ctassist.model.time import Interval


def held_words(text: str, question: str, reference: Interval | None, newest: date | None) -> frozenset[str]:
    """The stems of the verbs for meeting, if a line is nothing but a date, what a question names, and maybe a place.

    "5 May: 3rd session of the Panel on Ropes, Riga" says where the Panel on Ropes meets; "5 May: Panel on Ropes: new
    chair" does not. After the archive's newest day it is the next meeting.
    """
    if not begins_with_date(text):
        return frozenset()
    dates, rest = find_dates(text, reference), text
    for found in reversed(dates):
        rest = rest[: found.span.start] + rest[found.span.end :]
    name, *places = (part.strip(" .:–—-|*\n") for part in rest.split(","))
    asked = stems(question)
    if not (_is_named(name, asked) or _is_named(_WHOSE.split(name)[0], asked)):
        return frozenset()
    if not all(part[:1].isupper() for part in places):
        return frozenset()
    is_to_come = newest is not None and any(found.interval.start > newest for found in dates)
    return _meeting() | (_next() if is_to_come else frozenset())


_WHOSE = re.compile(r"\s+of\s+")


def _is_named(name: str, asked: frozenset[str]) -> bool:
    """Tells whether a question has all words of a name; whose assembly it is need not be said."""
    named = {token.stem for token in content(name) if not token.text[0].isdigit()} - event_stems()
    return bool(named) and named <= asked


@cache
def _meeting() -> frozenset[str]:
    return frozenset(stem(word) for word in table("lists")["gathering"])


@cache
def _next() -> frozenset[str]:
    return stems("next upcoming coming")
