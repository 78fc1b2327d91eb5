"""Figures that a torn page may have put beside the label of another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.figures.reckoning import label_words
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator

_LEAP = 3.0
"""A figure so many times above, or below, that of the issue before and of the one after does not fit between them."""


def believable(rows: Sequence[Entry[Indicator]], context: Context) -> list[Entry[Indicator]]:
    """The rows, without the numbers that a document has got wrong.

    A document that shows a label without its number may have put the numbers beside other labels: what leaps up or down
    there, and back again after it, is not believed.
    """
    torn = {row.document_id for row in rows if row.record.value is None}
    if not torn:
        return list(rows)
    courses: dict[frozenset[str], list[Entry[Indicator]]] = defaultdict(list)
    for row in rows:
        period = context.document(row.document_id).period
        if row.record.value is not None and period is not None:
            courses[label_words(row.record.label)].append(row)
    doubtful = {row.id for course in courses.values() for row in _leaping(course, context) if row.document_id in torn}
    return [_without_number(row) if row.id in doubtful else row for row in rows]


def _leaping(course: Sequence[Entry[Indicator]], context: Context) -> list[Entry[Indicator]]:
    """The figures that fit neither the one before nor the one after."""

    def end(row: Entry[Indicator]) -> int:
        period = context.document(row.document_id).period
        return period.end.toordinal() if period else 0

    ordered = sorted(course, key=lambda row: (end(row), row.id))
    return [
        row
        for before, row, after in zip(ordered, ordered[1:], ordered[2:], strict=False)
        if _leaps(before, row) and _leaps(after, row) and _is_above(row, before) == _is_above(row, after)
    ]


def _leaps(other: Entry[Indicator], row: Entry[Indicator]) -> bool:
    low, high = sorted((abs(other.record.value or 0.0), abs(row.record.value or 0.0)))
    return high >= _LEAP * low and high > 0


def _is_above(row: Entry[Indicator], other: Entry[Indicator]) -> bool:
    return (row.record.value or 0.0) > (other.record.value or 0.0)


def _without_number(row: Entry[Indicator]) -> Entry[Indicator]:
    return replace(row, record=replace(row.record, value=None, figure=""))
