"""The issue that is called after a day which it does not cover: its file bears the day, its title another one."""

import re
from collections.abc import Sequence
from dataclasses import replace

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
