"""Times that lie next to the one asked about before: "and the year before?", "what about the next issue?"."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from ctassist.answering.understanding.relative_times import NUMBERS, months_from
from ctassist.answering.understanding.spoken_times import FIRST_DAY, LAST_DAY, say, whole_months
from ctassist.model.archive import Document
from ctassist.model.time import Interval, Precision

_UNIT = r"(?P<{0}>year|quarter|month|week|day|issue|edition|newsletter|review|bulletin|report)"
_NEXT_TO = re.compile(
    rf"\b(?:in |on |for |during |of )?(?:the |(?P<count>an?|one|{'|'.join(NUMBERS)}|\d{{1,2}}) )?(?:"
    + _UNIT.format("unit")
    + r"s? (?P<where>before(?: that)?|after(?: that)?|earlier|later|prior|following)(?=[\s?.!,]*$)"
    + r"|(?P<which>previous|preceding|prior|following|next|one before|one after) "
    + _UNIT.format("named")
    + r"\b(?! of))",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:on )?the (?P<day>\d{1,2})(?:st|nd|rd|th)(?=[\s?.!,]*$)", re.IGNORECASE)
"""A day of the month that was spoken of: "and on the 18th?"."""
_ISSUES = frozenset({"issue", "edition", "newsletter", "review", "bulletin", "report"})
_LATER = re.compile(r"after|later|following|next", re.IGNORECASE)


def beside(text: str, before: Interval | None, documents: Sequence[Document]) -> str:
    """Returns a follow-up with such a time as a plain one; unchanged where it has none.

    Args:
        text: the follow-up.
        before: the time of the question before.
        documents: the readable documents, for "the next issue".
    """
    if before is None:
        return text
    if (match := _DAY.search(text)) and (day := _day_of(before, int(match["day"]))):
        return f"{text[: match.start()]}on {say(day)}{text[match.end() :]}"
    match = _NEXT_TO.search(text)
    if match is None:
        return text
    unit = (match["unit"] or match["named"]).casefold()
    step = _count(match["count"]) * (1 if _LATER.search(match["where"] or match["which"]) else -1)
    time = _issue_beside(before, step, documents) if unit in _ISSUES else _shifted(before, unit, step)
    return f"{text[: match.start()]}in {say(time)}{text[match.end() :]}" if time else text


def _count(word: str | None) -> int:
    """How many units away: two in "two weeks later"."""
    return int(word) if word and word.isdigit() else NUMBERS.get((word or "").casefold(), 1)


_BEFORE_THAT = re.compile(
    r"\W*(?:and|but|or)?\s*(?:(?:what|how)\s+about\s+)?(?:(?:right|just|shortly)\s+)?(?P<where>before|after)(?:\s+(?:that|then|it))?\W*",
    re.IGNORECASE,
)


def right_beside(text: str, before: Interval) -> str:
    """Returns "And before that?" as a question for the time of the same length next to the one asked about before."""
    match = _BEFORE_THAT.fullmatch(text)
    if match is None or before.start == FIRST_DAY or before.end == LAST_DAY:
        return text
    step = 1 if match["where"].casefold() == "after" else -1
    if whole_months(before):
        first = before.start.year * 12 + before.start.month - 1
        count = before.end.year * 12 + before.end.month - first
        return f"And in {say(months_from(first + step * count, count))}?"
    days = (before.end - before.start) + timedelta(1)
    return f"And on {say(Interval(before.start + step * days, before.end + step * days, before.precision))}?"


def _day_of(before: Interval, number: int) -> Interval | None:
    """The day of the month in which a time lies as a whole."""
    month = before.start.year, before.start.month
    if month != (before.end.year, before.end.month) or not 1 <= number <= monthrange(*month)[1]:
        return None
    day = date(*month, number)
    return Interval(day, day, Precision.DAY)


def _issue_beside(before: Interval, step: int, documents: Sequence[Document]) -> Interval | None:
    periods = sorted({(d.period.start, d.period.end) for d in documents if d.period})
    if step > 0:
        later = [period for period in periods if period[0] > before.end or period[0] > before.start]
        found = later[step - 1] if len(later) >= step else None
    else:
        earlier = [period for period in periods if period[1] < before.start or period[1] < before.end]
        found = earlier[step] if len(earlier) >= -step else None
    return Interval(*found, Precision.ISSUE) if found else None


def _shifted(before: Interval, unit: str, step: int) -> Interval:
    if unit in ("day", "week"):
        days = before.days if unit == "week" else 1
        days = max(days, 7) if unit == "week" else days
        return Interval(before.start + step * timedelta(days), before.end + step * timedelta(days), before.precision)
    months = {"year": 12, "quarter": 3, "month": 1}[unit]
    if unit == "year" or before.start.day != 1:
        return Interval(_moved(before.start, step * months), _moved(before.end, step * months), before.precision)
    number = (before.start.year * 12 + before.start.month - 1) // months * months + step * months
    return months_from(number, months)


def _moved(day: date, months: int) -> date:
    """The same day some months away; a month's last day stays its last."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    last = monthrange(year, month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if is_last else min(day.day, last))
