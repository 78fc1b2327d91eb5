"""Times that are told round a date, put as plain ones: "the first six months of 2022" is January to June 2022."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from ctassist.answering.understanding.relative_times import NUMBERS, months_from
from ctassist.answering.understanding.spoken_times import say
from ctassist.extraction.dates import find_dates
from ctassist.extraction.vocabulary import months
from ctassist.model.time import Interval, Precision

_COUNTS = {"one": 1, **NUMBERS}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)}|couple of|few)"
_MONTH = rf"(?:{'|'.join(sorted(months(), key=len, reverse=True))})\.?"
_WHOLE = (
    rf"(?P<whole>(?:{_MONTH},?\s+)?(?:19|20)\d\d|(?:this|last)\s+year"
    rf"|(?-i:{'|'.join(name.capitalize() for name in months() if len(name) > 2)})(?!\s+\d|\w))"
)
_DATE = (
    rf"(?P<date>(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?:19|20)\d\d)?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d\d)?|\d{{4}}-\d\d-\d\d)"
)
_PART = re.compile(
    rf"\b(?:the\s+)?(?P<end>first|opening|initial|last|final|closing|latter)\s+(?:{_COUNT}\s+)?"
    rf"(?P<unit>day|week|month|quarter)s?\s+(?:of|in)\s+{_WHOLE}(?!\w)",
    re.IGNORECASE,
)
_WEEK = re.compile(
    rf"\b(?:the\s+)?week\s+(?P<how>starting|beginning|from|ending|ended|to)\s+(?:on\s+)?(?:[a-z]+day,?\s+)?{_DATE}(?!\w|\s*(?:to|until|till|through|-|–)\s)",
    re.IGNORECASE,
)
"""A week by its first day or its last; "the week from 3 to 10 May" has both."""
_UP_TO = re.compile(
    rf"\b(?:the\s+)?(?:(?P<year>year)|(?:{_COUNT}\s+)?(?P<unit>month|quarter|week)s?)\s+"
    rf"(?:up\s+to|to|until|ending(?:\s+in)?|ended(?:\s+in)?|running\s+up\s+to)\s+(?P<month>{_MONTH}\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_THAT_TIME = r"(?:that|the|this)\s+(?:very\s+|same\s+)*(?P<unit>month|year)(?!\s+(?:of|before|after|in)\b)(?!\w)"
"""The month or year of a day that is named beside it."""
_DAYS_AGO = re.compile(rf"\b(?:the\s+)?(?:last|past|previous)\s+{_COUNT}\s+days\b(?!\s+of)", re.IGNORECASE)
_THE_LAST = re.compile(
    r"\b(?P<before>(?:in|over|during|for|within)\s+(?:all\s+)?)(?:the|these|those)\s+(?:whole\s+)?(?P<count>two|three|four|five|six|twelve|\d{1,2})\s+(?P<unit>months|weeks|years)\b"
    r"(?!\s+(?:of|before|after|to|from|since|until|up|prior|following|ending|in|leading|preceding))",
    re.IGNORECASE,
)
"""Those that the newest issues cover: "what was done in the two months"."""
_LAST_OF_ISSUE = re.compile(
    r"\b(?P<before>(?:in|during|for|over)\s+)?the\s+(?:last|final|closing)\s+month\s+"
    r"(?:(?:that\s+(?:is|was)\s+)?covered\s+(?:by|in)|of|in)\s+the\s+(?:newest|latest|last|most\s+recent|current)\s+"
    r"(?:issue|edition|review|newsletter|bulletin|number)\b",
    re.IGNORECASE,
)
"""The month in which the newest issue ends."""
_SEASON_AGO = re.compile(r"\b(?P<which>last|this|past)\s+(?P<season>spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_NUMERIC_MONTH = re.compile(r"(?<![\w/.-])(?P<month>0?[1-9]|1[0-2])[/.](?P<year>(?:19|20)\d\d)(?![\w/.-])")
_SHARED_YEAR = re.compile(
    r"\b(?P<one>spring|summer|autumn|fall|winter|q[1-4]|h[12])(?P<and>\s+(?:and|to|or|until|through|-|–)\s+)"
    r"(?P<other>(?:spring|summer|autumn|fall|winter|q[1-4]|h[12]),?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_SHARED_MONTH = re.compile(
    rf"\b(?:(?:from|between)\s+)?the\s+(?P<one>\d{{1,2}})(?:st|nd|rd|th)\s+(?:through|to|until|till|up\s+to)\s+(?:the\s+)?"
    rf"(?P<other>\d{{1,2}})(?:st|nd|rd|th)\s+(?:of\s+)?(?P<month>{_MONTH})(?!\w)",
    re.IGNORECASE,
)
_TO_THE_END = re.compile(
    rf"\b(?P<lead>from|since|between|starting(?:\s+on)?|beginning(?:\s+on)?)\s+{_DATE}(?!\w),?\s+"
    rf"(?:(?:up\s+)?to|and|until|till|through)\s+(?:the\s+)?(?:very\s+)?(?:end|last\s+day|close)\s+of\s+{_THAT_TIME}",
    re.IGNORECASE,
)
_FROM_ITS_START = re.compile(
    rf"\b(?:from|between|since)\s+(?:the\s+)?(?:very\s+)?(?:start|beginning|first\s+day)\s+of\s+{_THAT_TIME},?\s+"
    rf"(?:(?:up\s+)?to|and|until|till|through)\s+{_DATE}(?!\w)",
    re.IGNORECASE,
)
_IN_ITS_MONTH = re.compile(
    rf"\b(?P<lead>before|prior\s+to|earlier\s+than|until|till|up\s+to|after|since|later\s+than|from)\s+{_DATE}(?!\w)\s*,?\s*"
    rf"(?:(?:but|and|yet)\s+)?(?:still\s+|only\s+|earlier\s+|later\s+|on\s+)?(?:(?:with)?in|during|of)?\s*{_THAT_TIME}",
    re.IGNORECASE,
)
_BOUNDS = (
    (re.compile(r"\b(?:up\s+to\s+and\s+including|(?:no|not)\s+later\s+than)\s+(?=\S)", re.IGNORECASE), "until "),
    (re.compile(r"\b(?:no|not)\s+(?:earlier\s+than|before)\s+(?=\S)", re.IGNORECASE), "since "),
    (re.compile(rf"\bahead\s+of\s+(?=(?:\d{{1,2}}\s+)?{_MONTH}\s|\d{{4}}\b)", re.IGNORECASE), "before "),
)
_TOLD_AGAIN = re.compile(rf"(?<=(?:19|20)\d\d)\s*\({_MONTH}\s*(?:to|through|and|[-–/])\s*{_MONTH}\)", re.IGNORECASE)
"""Months in brackets behind the time that they are: "the last quarter of 2022 (October to December)"."""
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first months of the seasons of the northern half of the earth, as in ``extraction/dates``."""


def plain_times(text: str, as_of: date) -> str:
    """Returns a question with such times as plain dates.

    Args:
        text: the question, in English.
        as_of: the day on which it is asked, for "the last 30 days" and "last summer".
    """
    for pattern, plain in _BOUNDS:
        text = pattern.sub(plain, text)
    text = _LAST_OF_ISSUE.sub(lambda m: f"in {as_of:%B %Y}", text)
    text = _THE_LAST.sub(r"\g<before>the last \g<count> \g<unit>", text)
    text = _SHARED_YEAR.sub(lambda m: f"{m['one']} {m['year']}{m['and']}{m['other']}", text)
    text = _SHARED_MONTH.sub(r"from \g<one> to \g<other> \g<month>", text)
    text = _NUMERIC_MONTH.sub(lambda m: f"{date(int(m['year']), int(m['month']), 1):%B %Y}", text)
    changes: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Interval | None]], ...] = (
        (_PART, _part),
        (_WEEK, _week),
        (_UP_TO, _up_to),
        (_DAYS_AGO, _days_ago),
        (_SEASON_AGO, _season_ago),
        (_TO_THE_END, _in_its_month),
        (_FROM_ITS_START, _in_its_month),
        (_IN_ITS_MONTH, _in_its_month),
    )
    for pattern, meant in changes:
        text = pattern.sub(lambda match, meant=meant: _said(match, meant(match, as_of)), text)  # type: ignore[misc]
    return _TOLD_AGAIN.sub("", text)


def _said(match: re.Match[str], interval: Interval | None) -> str:
    if interval is None:
        return match.group()
    return f"from {say(interval)}" if "lead" in match.groupdict() else say(interval)


def _count(word: str | None) -> int:
    if word is None:
        return 1
    return int(word) if word.isdigit() else _COUNTS.get(word.casefold(), 2 if "couple" in word.casefold() else 3)


def _part(match: re.Match[str], as_of: date) -> Interval | None:
    """What is meant by "the last ten days of May 2023"."""
    whole = _whole(match["whole"], as_of)
    count = _count(match["count"])
    at_end = match["end"].casefold() not in ("first", "opening", "initial")
    unit = match["unit"].casefold()
    if whole is None:
        return None
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        if days > (whole.end - whole.start).days:
            return whole
        start = whole.end - timedelta(days=days - 1) if at_end else whole.start
        return Interval(start, start + timedelta(days=days - 1), Precision.RANGE)
    length = count * (3 if unit == "quarter" else 1)
    if length > whole.months:
        return whole
    first = _number(whole.end) - length + 1 if at_end else _number(whole.start)
    return months_from(first, length)


def _whole(words: str, as_of: date) -> Interval | None:
    if words.casefold().endswith("year"):
        year = as_of.year - (words.casefold().split()[0] == "last")
    elif words.isdigit():
        year = int(words)
    else:
        found = find_dates(words, _year_of(as_of), casual=True)
        return found[0].interval if found else None
    return Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def _week(match: re.Match[str], as_of: date) -> Interval | None:
    """The week starting on a day; "the week of 12 June" names an issue, which the day alone finds."""
    found = find_dates(match["date"], _year_of(as_of), casual=True)
    if not found or found[0].interval.start != found[0].interval.end:
        return None
    day, how = found[0].interval.start, match["how"].casefold()
    if how in ("ending", "ended", "to"):
        return Interval(day - timedelta(days=6), day, Precision.RANGE)
    return Interval(day, day + timedelta(days=6), Precision.RANGE)


def _year_of(as_of: date) -> Interval:
    return Interval(as_of - timedelta(days=364), as_of, Precision.RANGE)


def _up_to(match: re.Match[str], as_of: date) -> Interval | None:
    """What is meant by "the year to March 2024"."""
    found = find_dates(match["month"], None, casual=True)
    unit = (match["unit"] or "year").casefold()
    if not found or unit == "week" or (match["year"] is None and match["count"] is None):
        return None
    length = _count(match["count"]) * {"year": 12, "quarter": 3, "month": 1}[unit]
    return months_from(_number(found[0].interval.end) - length + 1, length)


def _days_ago(match: re.Match[str], as_of: date) -> Interval:
    return Interval(as_of - timedelta(days=_count(match["count"]) - 1), as_of, Precision.RANGE)


def _in_its_month(match: re.Match[str], as_of: date) -> Interval | None:
    """The days of a day's own month (or year) before or after it: "before 19 January 2024, in that same month"."""
    found = find_dates(match["date"], _year_of(as_of), casual=True)
    if not found or found[0].interval.start != found[0].interval.end:
        return None
    day = found[0].interval.start
    whole = months_from(_number(day), 1) if match["unit"].casefold() == "month" else months_from(day.year * 12, 12)
    lead = " ".join((match.groupdict().get("lead") or "until").casefold().split())
    if lead in ("before", "prior to", "earlier than"):
        start, end = whole.start, day - timedelta(days=1)
    elif lead in ("until", "till", "up to"):
        start, end = whole.start, day
    elif lead in ("after", "later than"):
        start, end = day + timedelta(days=1), whole.end
    else:
        start, end = day, whole.end
    return Interval(start, end, Precision.RANGE) if start <= end else None


def _season_ago(match: re.Match[str], as_of: date) -> Interval:
    """The season asked for: "last summer" is the latest that has begun, "this summer" that of the year."""
    season = match["season"].casefold()
    year = as_of.year
    if match["which"].casefold() != "this" and date(year, _SEASONS[season], 1) > as_of:
        year -= 1
    return months_from(year * 12 + _SEASONS[season] - 1, 3)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
