"""Days as callers write them: ``2023-06-14``, ``2023-06`` or ``2023``."""

import calendar
import re
from datetime import date

from ctassist.errors import UsageError

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)


def first_day(text: str) -> date:
    """Returns the first day of what ``text`` names: a day, a month or a year.

    Raises UsageError when it names none.
    """
    year, month, day = _parts(text)
    return _date(text, year, 1 if month is None else month, 1 if day is None else day)


def last_day(text: str) -> date:
    """Returns the last day of what ``text`` names: a day, a month or a year.

    Raises UsageError when it names none.
    """
    year, month, day = _parts(text)
    month = 12 if month is None else month
    if day is None:
        first = _date(text, year, month, 1)
        day = calendar.monthrange(first.year, first.month)[1]
    return _date(text, year, month, day)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise UsageError(_fault(text))
    month, day = (int(part) if part else None for part in found.group("month", "day"))
    return int(found["year"]), month, day


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UsageError(_fault(text)) from None


def _fault(text: str) -> str:
    return f"{text.strip()[:40]!r} is not a date; write it as 2023-06-14, 2023-06 or 2023."
