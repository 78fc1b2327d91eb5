"""Activities counted by month and by what can be chosen to narrow them down."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ctassist.model.contract import Json
from ctassist.model.time import Interval
from ctassist.service.rows import Row

MOST_MONTHS = 1_200
"""An interval of more than a hundred years is a mistake of the document, and counts in its first month alone."""
MOST_CHOICES = 200


def timeline(rows: Sequence[Row], asked: Interval) -> Json:
    """Returns the months between the first and the last activity, the choices that occur, and how many have no date.

    An activity counts once in each month and in each year that it touches, so these may sum up to more than ``total``;
    those outside ``asked`` are left out. Choices are in the order of how often they occur.
    """
    touched = [_months(row.record.intervals, asked) for row in rows]
    counts = Counter(month for months in touched for month in months)
    by_year = Counter(year for months in touched for year in {month.year for month in months})
    between = _from_to(min(counts), max(counts)) if counts else ()
    years = range(min(by_year), max(by_year) + 1) if by_year else ()
    return {
        "total": len(rows),
        "undated": sum(not row.record.intervals for row in rows),
        "months": [{"month": f"{month:%Y-%m}", "activities": counts[month]} for month in between],
        "years": [{"year": year, "activities": by_year[year]} for year in years],
        "entities": _choices((*row.record.organisations, *row.record.persons) for row in rows),
        "places": _choices(row.record.places for row in rows),
        "sections": _choices(row.record.section[-1:] for row in rows),
    }


def _months(intervals: Iterable[Interval], asked: Interval) -> set[date]:
    found: set[date] = set()
    for interval in intervals:
        first, last = max(interval.start, asked.start), min(interval.end, asked.end)
        if first <= last:
            touched = list(_from_to(first.replace(day=1), last.replace(day=1)))
            found.update(touched if len(touched) <= MOST_MONTHS else touched[:1])
    return found


def _from_to(first: date, last: date) -> Iterator[date]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)


def _choices(names: Iterable[Iterable[str]]) -> list[Json]:
    counts = Counter(name for row in names for name in dict.fromkeys(row))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    return [{"name": name, "activities": count} for name, count in ranked[:MOST_CHOICES]]
