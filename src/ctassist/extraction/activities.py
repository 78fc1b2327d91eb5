"""Dated (and undated) things that somebody did, with their organisations, persons and places."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.extraction.dates import find_dates
from ctassist.extraction.items import PlacedItem
from ctassist.extraction.names import acronyms, organisations, persons
from ctassist.extraction.places import find_places, without_codes
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import table
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Period, Precision

_SHORT_ISSUE_DAYS = 10
"""An undated line of an issue that covers at most this many days is dated by the issue itself."""
_WORDS = 5


def item_dates(text: str, placed: PlacedItem, period: Period | None) -> tuple[Interval, ...]:
    """The dates of an item: those in brackets, else those in its words, else its heading's.

    A bare year ("Launched in 2020") dates an item only when nothing else does.
    """
    return dates_in(placed.item.span.of(text), period, placed.heading_dates)


def dates_in(words: str, period: Period | None, heading_dates: tuple[Interval, ...] = ()) -> tuple[Interval, ...]:
    """The dates of a line: those in brackets, else those in its words, else ``heading_dates``, else a bare year."""
    found = find_dates(words, period.interval if period else None)
    bracketed = [date.interval for date in found if date.bracketed]
    exact = [date.interval for date in found if date.interval.precision is not Precision.YEAR]
    chosen = bracketed or exact or list(heading_dates) or [date.interval for date in found]
    return tuple(sorted(set(chosen)))


def find_activities(text: str, placed: list[PlacedItem], period: Period | None) -> Iterator[Activity]:
    """Yields an activity for each dated item, and for each undated one that names an actor and says something of it."""
    for entry in placed:
        words = one_line(entry.item.span.of(text))
        plain = without_codes(words)
        intervals = item_dates(text, entry, period)
        actors = tuple(
            dict.fromkeys([s.of(plain) for s in acronyms(plain)] + [s.of(words) for s in organisations(words)])
        )
        people = tuple(dict.fromkeys(span.of(words) for span, _ in persons(words)))
        if len(words.split()) < _WORDS and not entry.cells:
            continue
        if _is_only_a_date(words):
            continue
        if not intervals:
            if not (actors or people) or not (entry.cells or _tells(words)):
                continue
            if period and (period.end - period.start).days < _SHORT_ISSUE_DAYS:
                intervals = (period.interval,)
        places = tuple(dict.fromkeys(found.place.name for found in find_places(words)))
        yield Activity(entry.item.span, entry.item.section, intervals, actors, people, places, entry.item.page)


def _is_only_a_date(words: str) -> bool:
    """A line such as "Week ending 3 March 2024" dates others and tells of nothing itself."""
    rest = words
    for found in reversed(find_dates(words)):
        rest = rest[: found.span.start] + rest[found.span.end :]
    return len([word for word in rest.split() if word[:1].isalpha()]) <= 2


@cache
def _past() -> re.Pattern[str]:
    irregular = "|".join(table("grammar")["irregular_past"])
    return re.compile(rf"\b(?:[a-z]{{2,}}ed|{irregular})\b")


def _tells(words: str) -> bool:
    """Tells whether an undated line says that something was done; "Please contact the Secretariat, XYZ" does not."""
    return _past().search(words) is not None
