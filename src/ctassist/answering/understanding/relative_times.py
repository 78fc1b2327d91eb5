"""Times told by how they lie to the day of asking: "last month", "the past year"."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from ctassist.model.time import Interval, Precision

BARE_YEAR = re.compile(r"(?<![\w-])((?:19|20)\d\d)(?![\w-])")
RELATIVE = re.compile(
    r"\b(?P<which>this|last|past|previous|current|next)\s+(?P<count>two|three|four|five|six|twelve"
    r"|\d{1,2})?\s*(?P<unit>year|month|quarter|week|half[- ]year)s?\b(?!\s+of)",
    re.IGNORECASE,
)
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}


def spanning(times: Sequence[Interval]) -> Interval:
    """From the first day of several times to the last one."""
    start, end = min(time.start for time in times), max(time.end for time in times)
    return Interval(start, end, times[0].precision if len(times) == 1 else Precision.RANGE)


def twelve_months(as_of: date) -> Interval:
    """The twelve whole months up to the one of ``as_of``: each month's name occurs in it once."""
    start = date(as_of.year - 1, as_of.month, 1) + timedelta(days=monthrange(as_of.year - 1, as_of.month)[1])
    return Interval(start, date(as_of.year, as_of.month, monthrange(as_of.year, as_of.month)[1]))


def relative_time(match: re.Match[str], as_of: date) -> Interval:
    """The time that a match of ``RELATIVE`` names on a day: "the last two months"."""
    which, unit = match["which"].casefold(), match["unit"].casefold().replace("-", " ")
    count = NUMBERS.get(
        (match["count"] or "").casefold(), int(match["count"]) if (match["count"] or "").isdigit() else 1
    )
    here = which in ("this", "current")
    step = 1 if which == "next" else -1
    if unit == "week":
        start = as_of - timedelta(days=as_of.weekday())
        start += timedelta(weeks=0 if here else step * count)
        return Interval(start, start + timedelta(days=6 if here or count == 1 else 7 * count - 1), Precision.RANGE)
    months_each = {"year": 12, "half year": 6, "quarter": 3, "month": 1}[unit]
    if match["count"] and not here:
        end_month = as_of.year * 12 + as_of.month - 1
        return months_from(end_month - months_each * count + 1, months_each * count)
    current = (as_of.year * 12 + as_of.month - 1) // months_each * months_each
    return months_from(current if here else current + step * months_each, months_each)


def months_from(first: int, count: int) -> Interval:
    """The interval of ``count`` months from month number ``first`` (year times 12 plus month less one)."""
    last = first + count - 1
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    precision = {1: Precision.MONTH, 12: Precision.YEAR}.get(count, Precision.RANGE)
    return Interval(date(first // 12, first % 12 + 1, 1), end, precision)
