"""A time in words."""

from calendar import monthrange
from datetime import date

from ctassist.model.time import Interval

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)


def say(interval: Interval) -> str:
    """An interval in words: "February 2024", "24 to 26 January 2024", "since 1 March 2023"."""
    start, end = interval.start, interval.end
    if end == LAST_DAY:
        return f"since {_day(start)}"
    if start == FIRST_DAY:
        return f"until {_day(end)}"
    if start == end:
        return _day(start)
    if whole_months(interval):
        if (start.year, start.month) == (end.year, end.month):
            return f"{start:%B %Y}"
        if start.year == end.year:
            return str(start.year) if (start.month, end.month) == (1, 12) else f"{start:%B} to {end:%B %Y}"
        return f"{start:%B %Y} to {end:%B %Y}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} to {_day(end)}"
    return f"{_day(start)} to {_day(end)}"


def whole_months(interval: Interval) -> bool:
    """Tells whether an interval begins with a month and ends with one."""
    return interval.start.day == 1 and interval.end.day == monthrange(interval.end.year, interval.end.month)[1]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
