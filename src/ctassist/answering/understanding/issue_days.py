"""The days of an issue for those by which it is called: that of its file's name, those of its week give or take one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ctassist.extraction.dates import FoundDate
from ctassist.model.archive import Document
from ctassist.model.time import Interval, Precision

_SPEAKS_OF_ISSUES = re.compile(
    r"\b(?:issues?|editions?|newsletters?|bulletins?|letters?|weekl(?:y|ies))\b", re.IGNORECASE
)


def with_days_of_issues(text: str, found: Sequence[FoundDate], documents: Sequence[Document]) -> list[FoundDate]:
    """The dates of a question, with an issue's own days for the day that only its file is called after."""
    if not _SPEAKS_OF_ISSUES.search(text):
        return list(found)
    return [replace(date_, interval=_own_days(date_.interval, documents)) for date_ in found]


def _own_days(asked: Interval, documents: Sequence[Document]) -> Interval:
    if asked.precision is not Precision.DAY or asked.start != asked.end:
        return asked
    periods = [document.period for document in documents if document.period]
    if any(period.interval.meets(asked) for period in periods):
        return asked
    year, month, number = f"{asked.start:%Y %m %d}".split()
    day = re.compile(rf"(?<!\d){year}(?P<joint>[-_]?){month}(?P=joint){number}(?!\d)")
    called = [document.period for document in documents if document.period and day.search(document.name)]
    if len(called) != 1:
        return asked
    return Interval(called[0].start, called[0].end, Precision.ISSUE)


_FEW_DAYS = timedelta(days=16)


def as_issue(asked: Interval, documents: Sequence[Document]) -> Interval:
    """The days of the one issue that a stretch of days is, give or take one at either end; else these days.

    Of weeks that are named from Monday to Monday each has its neighbour's last day, which is not meant.
    """
    if not timedelta(days=2) < asked.end - asked.start <= _FEW_DAYS:
        return asked
    periods = {document.period.interval for document in documents if document.period}
    near = [period for period in periods if _nearly(period.start, asked.start) and _nearly(period.end, asked.end)]
    return replace(asked, start=near[0].start, end=near[0].end) if len(near) == 1 else asked


def _nearly(day: date, other: date) -> bool:
    return abs(day - other) <= timedelta(days=1)
