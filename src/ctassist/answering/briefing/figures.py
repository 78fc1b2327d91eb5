"""The headline figures as of the end of a period, with their change since the one before it."""

from collections.abc import Sequence
from datetime import date, timedelta

from ctassist.answering.briefing.told import Told, speaks_of
from ctassist.answering.context import Context
from ctassist.answering.draft import Line, evidence_of
from ctassist.answering.terms import stems
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator
from ctassist.model.time import Interval, Period

Row = Entry[Indicator]

_LATER = timedelta(days=62)
"""An issue that ends later than this after the period says how things stood then, not at the period's end."""


def headline_figures(question: Question, context: Context) -> list[Told]:
    """One line a figure: of the last issue of the period, or, where its issues have none, of the last one before it.

    With an organisation or a place, only figures whose words name it.
    """
    assert question.interval is not None
    rows = [row for row in context.view.indicators(context.document_ids) if _counts(row, question, context)]
    current = _current(rows, question.interval, context)
    earlier = [row for row in rows if _period(row, context).end < question.interval.start]
    lines = []
    for label in dict.fromkeys(map(_label, current)):
        newest = _last([row for row in current if _label(row) == label], context)
        before = _before(newest[0], earlier, current, context)
        figures = list(dict.fromkeys(row.record.figure for row in newest))
        # Figures of one day that differ are shown each for itself: which of them has changed cannot be told.
        for figure in figures:
            same = [row for row in newest if row.record.figure == figure]
            lines.append(_told(same, before if len(figures) == 1 else None, context))
    return lines


def _last(rows: Sequence[Row], context: Context) -> list[Row]:
    last = max((_period(row, context).end for row in rows), default=date.min)
    return [row for row in rows if _period(row, context).end == last]


def _before(row: Row, earlier: Sequence[Row], current: Sequence[Row], context: Context) -> Row | None:
    """The same figure before the period, else the first one within it; None when there is none or several differ."""
    label, day = _label(row), _period(row, context).end
    past = _last([other for other in earlier if _label(other) == label and _period(other, context).end < day], context)
    if not past:
        within = [other for other in current if _label(other) == label and _period(other, context).end < day]
        first = min((_period(other, context).end for other in within), default=day)
        past = [other for other in within if _period(other, context).end == first]
    return past[0] if len({other.record.value for other in past}) == 1 else None


def _counts(row: Row, question: Question, context: Context) -> bool:
    """A figure of a page without a period cannot be laid on any day."""
    if row.record.value is None or context.document(row.document_id).period is None:
        return False
    words = f"{row.text} {row.record.label}"
    return all(mentions(words, entity) for entity in question.entities) and all(
        speaks_of(words, place) for place in question.places
    )


def _current(rows: Sequence[Row], asked: Interval, context: Context) -> list[Row]:
    """The figures of issues that end in the period, else of those that reach over its end, else of the last before."""
    periods = {row.id: _period(row, context) for row in rows}
    if ending := [row for row in rows if asked.contains(periods[row.id].end)]:
        return ending
    if over := [row for row in rows if _reaches_over(periods[row.id], asked)]:
        return over
    if not any(d.period and d.period.interval.meets(asked) for d in context.documents()):
        return []
    return _last([row for row in rows if periods[row.id].end < asked.start], context)


def _reaches_over(period: Period, asked: Interval) -> bool:
    return period.start <= asked.end < period.end and period.end - asked.end <= _LATER


def _period(row: Row, context: Context) -> Period:
    period = context.document(row.document_id).period
    assert period is not None
    return period


def _label(row: Row) -> frozenset[str]:
    return stems(row.record.label)


def _told(same: Sequence[Row], before: Row | None, context: Context) -> Told:
    """One line for a figure with all its sources and the figure before it."""
    row = same[0]
    record, issue = row.record, context.issue(row.document_id)
    lead = f"{record.label[:1].upper()}{record.label[1:]}: {record.figure}"
    evidence = [evidence_of(entry) for entry in same]
    change = ""
    if before:
        change = f"; {_difference(record, before.record)} since {context.issue(before.document_id)}"
        change += f", {before.record.figure}" if before.record.value != record.value else ""
        evidence.append(evidence_of(before))
    return Told(Line(f"{lead} ({issue}{change})", tuple(evidence), "indicator", frame=(issue, change)), lead)


def _difference(now: Indicator, before: Indicator) -> str:
    assert now.value is not None
    assert before.value is not None
    return f"{now.value - before.value:+,.10g}" if now.value != before.value else "unchanged"
