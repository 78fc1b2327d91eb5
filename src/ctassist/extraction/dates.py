"""Dates in running text: days, ranges, lists of days, months, quarters, halves, seasons, years, numerals, ISO form.

A date without its year takes the year that brings it nearest to a reference period (the issue's). Impossible dates
("30 Feb", "32-31 Jan") are recognised and left alone, so that no part of them is taken for a date.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from ctassist.extraction.date_forms import LIST, LONGEST_KEPT, written_dates
from ctassist.extraction.date_meanings import apart, day_of, meanings
from ctassist.model.text import Span
from ctassist.model.time import Interval


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands, what it means, whether it fills brackets, whether its year is said."""

    span: Span
    interval: Interval
    bracketed: bool = False
    explicit_year: bool = True


def find_dates(text: str, reference: Interval | None = None, *, casual: bool = False) -> list[FoundDate]:
    """Finds the dates in ``text``, in order of appearance.

    Args:
        text: any words.
        reference: the period that dates without a year belong to or lie next to; without it they are not dates.
        casual: accept month names in lower case and without a preposition, as people type them in questions.
    """
    found = _find(text, reference, casual)
    if reference is None and (explicit := [date_ for date_ in found if date_.explicit_year]):
        # The year said last may be shared by dates before it, which have no other.
        again = _share_years(_find(text, explicit[-1].interval, casual), text)
        return [date_ for date_ in again if date_.explicit_year]
    found = _share_years(found, text)
    return (
        found if reference is None or casual else [_in_the_year_said(date_, found, text, reference) for date_ in found]
    )


_BARE_YEAR = re.compile(r"(?<![\w/.-])(?:19|20)\d\d(?![\w/-])")
_FAR = timedelta(days=120)
_NEXT = timedelta(days=400)


def _in_the_year_said(date_: FoundDate, found: list[FoundDate], text: str, reference: Interval) -> FoundDate:
    """A day far from its issue in the one year that its line names: "the Assembly 2033 runs from 14 September".

    What lies near its issue needs no year: "Census 2032: results are due on 3 May" in April 2033.
    """
    if date_.explicit_year or apart(date_.interval, reference) <= _FAR:
        return date_
    taken = [other.span for other in found]
    years = {
        int(match.group())
        for match in _BARE_YEAR.finditer(text)
        if not any(span.start <= match.start() < span.end for span in taken)
    }
    start, end = date_.interval.start, date_.interval.end
    if len(years) != 1:
        return date_
    shift = years.pop() - start.year
    days = day_of(start.year + shift, start.month, start.day), day_of(end.year + shift, end.month, end.day)
    if days[0] is None or days[1] is None:
        return date_
    moved = replace(date_.interval, start=days[0], end=days[1])
    return replace(date_, interval=moved) if apart(moved, reference) <= _NEXT else date_


def _find(text: str, reference: Interval | None, casual: bool) -> list[FoundDate]:
    # Several kinds of record look for dates in one and the same line.
    found = _found_before(text, reference, casual) if len(text) <= LONGEST_KEPT else _found(text, reference, casual)
    return list(found)


@lru_cache(maxsize=1024)
def _found_before(text: str, reference: Interval | None, casual: bool) -> tuple[FoundDate, ...]:
    return _found(text, reference, casual)


def _found(text: str, reference: Interval | None, casual: bool) -> tuple[FoundDate, ...]:
    # A text is asked for its dates with and without a reference, which changes nothing of how they are written.
    found = [
        FoundDate(form.span, interval, form.bracketed, form.explicit_year)
        for form in written_dates(text, casual)
        for interval in meanings(form, reference)
    ]
    return tuple(sorted(found, key=lambda date_: (date_.span.start, date_.interval)))


_ANY_YEAR = Interval(date(2000, 1, 1), date(2000, 12, 31))


def has_date(text: str) -> bool:
    """Tells whether a text has a date, with or without its year."""
    return bool(find_dates(text, _ANY_YEAR))


def begins_with_date(text: str) -> bool:
    """Tells whether a text begins with a date, as the lines of a calendar do."""
    return any(not text[: found.span.start].strip("*_ ") for found in find_dates(text[:60], _ANY_YEAR)[:1])


def has_bracketed_date(text: str) -> bool:
    """Tells whether a text has a date that fills its brackets, which may not be closed yet."""
    return any(found.bracketed for found in find_dates(text, _ANY_YEAR))


_BETWEEN_DATES = re.compile(LIST)


def _share_years(found: list[FoundDate], text: str) -> list[FoundDate]:
    """Gives a date without a year the year said right after it: "25 Jan and 8 Feb 2023"."""
    for index in range(len(found) - 2, -1, -1):
        here, after = found[index], found[index + 1]
        if here.explicit_year or not after.explicit_year or after.span.start < here.span.end:
            continue
        if _BETWEEN_DATES.fullmatch(text[here.span.end : after.span.start]):
            shift = after.interval.start.year - here.interval.start.year
            moved = Interval(
                _move(here.interval.start, shift), _move(here.interval.end, shift), here.interval.precision
            )
            found[index] = replace(here, interval=moved, explicit_year=True)
    return found


def _move(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))
