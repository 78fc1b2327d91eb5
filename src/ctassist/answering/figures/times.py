"""Of which time a figure is: its issue's, or the one that its column or sentence names."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence, evidence_of
from ctassist.answering.terms import fold, stems
from ctassist.answering.understanding.question import Question
from ctassist.extraction.vocabulary import table
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator
from ctassist.model.text import Block, BlockKind
from ctassist.model.time import Interval, Precision

Row = Entry[Indicator]

_LATER = timedelta(days=62)
"""A figure of an issue that ends later than this after the asked time is another one: it has grown since."""
_COURSE = 2
"""So many figures make a course."""


def figures_of_times(question: Question, context: Context) -> list[Row]:
    """The figures that name their time and that a question may mean, each time's from the newest document.

    What is aimed at is no fact: it is meant only where the question asks for an aim, and then nothing else is.
    """
    asked = stems(question.text)
    aims = asked & _aims()
    newest: dict[tuple[str, Interval], Row] = {}
    rows = context.view.indicators_of_times(context.document_ids)
    for row in sorted(rows, key=lambda row: context.last_day(row.document_id)):
        aim, interval = _aim_of(row.record.label), row.record.interval
        if interval is None or context.last_day(row.document_id) > context.as_of or not aims <= stems(row.record.label):
            continue
        foreseen = context.document(row.document_id).period and interval.start > context.last_day(row.document_id)
        if (aim and not aims & aim) or (foreseen and not aim):
            continue
        newest[fold(row.record.label), interval] = row
    return list(newest.values())


def figure_end(row: Row, context: Context) -> date:
    """The last day of a figure's time, as far as its document can know it."""
    last = context.last_day(row.document_id)
    interval = row.record.interval
    return last if interval is None else interval.end if last == date.min else min(interval.end, last)


def figure_time(row: Row, context: Context) -> str:
    """A figure's time in words: what its column or sentence names, else its issue's."""
    return context.words.time(row.record.interval) if row.record.interval else context.issue(row.document_id)


def figure_evidence(row: Row, context: Context) -> tuple[Evidence, ...]:
    """The line of a figure, and the head of its table where that says of which time it is."""
    own = evidence_of(row)
    header = _header(row, context) if row.record.interval else None
    return (own, Evidence(row.document_id, header.span, own.section, header.page)) if header else (own,)


def _header(row: Row, context: Context) -> Block | None:
    header: Block | None = None
    before: Block | None = None
    for block in context.blocks(row.document_id):
        if block.span.start > row.record.span.start:
            return None
        if block.kind is not BlockKind.TABLE_ROW:
            header = None
        elif block.header or before is None or before.kind is not BlockKind.TABLE_ROW:
            header = block
        before = block
        if block.span == row.record.span:
            return header if header != block else None
    return None


def rows_at(rows: Sequence[Row], asked: Interval, counted_in: Sequence[Row], context: Context) -> list[Row]:
    """The figures for a time, from the first of these that has any.

    Issues of just that time, columns of it, issues that end in it, lines that say that they count in it, columns of
    times within it, and last issues that cover some of it. Of a time with but one issue the columns tell the course.
    """
    dated = [
        (row, period)
        for row in rows
        if row.record.interval is None and (period := context.document(row.document_id).period)
    ]
    told = [(row, row.record.interval) for row in rows if row.record.interval is not None]
    days = (asked.start, asked.end)
    exact = [row for row, period in dated if (period.start, period.end) == days]
    exact = exact or [row for row, interval in told if (interval.start, interval.end) == days]
    if exact:
        return exact
    ending = [row for row, period in dated if asked.contains(period.end)]
    within = [row for row, interval in told if _is_within(interval, asked)]
    if asked.precision is Precision.RANGE and 0 < len(ending) < _COURSE:
        ends = {figure_end(row, context) for row in ending}
        return [*ending, *(row for row in within if figure_end(row, context) not in ends)]
    covering = [row for row, period in dated if period.interval.meets(asked) and period.end - asked.end <= _LATER]
    return ending or list(counted_in) or within or covering


def _is_within(interval: Interval, asked: Interval) -> bool:
    """Tells whether a named time lies in the asked one, or ends on the day that is asked for."""
    if not asked.contains(interval.end):
        return False
    return interval.start >= asked.start or asked.precision is Precision.DAY


@cache
def _aims() -> frozenset[str]:
    return stems(" ".join(table("figures")["aims"]))


def _aim_of(label: str) -> frozenset[str]:
    """What the column of a figure says that it is: "Nets mended – target" is none that were mended."""
    _, bar, aim = label.rpartition(" – ")
    return stems(aim) & _aims() if bar else frozenset()
