"""The days of an issue for those by which it is called: the one in its file's name, its week from Monday to Monday."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

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


_FEW_DAYS = 22
_WEEK = 7


def as_issue(asked: Interval, documents: Sequence[Document]) -> Interval:
    """The days of weeks that are named from one Monday to the next, without the first: it is of the issue before.

    It is so where an issue ends, or begins, as these weeks do; any other days are meant as they are.
    """
    if asked.days > _FEW_DAYS or asked.days % _WEEK != 1 or asked.days == 1:
        return asked
    periods = [document.period.interval for document in documents if document.period]
    second = asked.start + timedelta(days=1)
    covered = any(period.start == second and period.end == asked.end for period in periods)
    behind = any(period.end == asked.start and period.days % _WEEK == 0 for period in periods)
    return replace(asked, start=second) if covered or behind else asked
