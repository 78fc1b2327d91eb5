"""What happened and what was said in a period, and what its issues tell without a date."""

from dataclasses import dataclass, replace

from ctassist.answering.briefing.told import Told, once_each, speaks_of
from ctassist.answering.context import Context
from ctassist.answering.lists.activities import activity_line
from ctassist.answering.lists.merging import Group
from ctassist.answering.lists.selection import select
from ctassist.answering.statements.composing import compose_statements
from ctassist.answering.terms import fold
from ctassist.answering.understanding.question import Question
from ctassist.model.time import Interval, Precision

_COARSE = (Precision.SEASON, Precision.YEAR, Precision.ISSUE)
_OVER_MONTHS = "Over several months"


@dataclass(frozen=True, slots=True)
class _Dated:
    """An activity with the first of its times that meets the period."""

    group: Group
    when: Interval


def activities(question: Question, context: Context) -> list[Told]:
    """All dated activities of the period in date order, each once, by month.

    By month and not by heading: every one of them has a month, while headings differ from issue to issue, and one
    activity that two issues tell may stand under two of them.
    """
    asked = question.interval
    assert asked is not None
    found = [_Dated(group, _when(group, asked)) for group in select(question, context).dated]
    found.sort(key=lambda dated: (dated.when.precision in _COARSE, max(dated.when.start, asked.start)))
    return once_each(_activity(dated, asked, context) for dated in found)


def statements(question: Question, context: Context) -> list[Told]:
    """What was said in the period, each time with the words themselves, once."""
    return once_each(_said(question, question, context), _quoted)


def undated(question: Question, context: Context) -> list[Told]:
    """What the issues of the period tell without a date: activities, then statements. Any of it may be older."""
    asked = question.interval
    assert asked is not None
    ids = frozenset(d.id for d in context.documents() if d.period and d.period.interval.meets(asked))
    timeless, here = replace(question, interval=None), replace(context, document_ids=ids)
    lines = [_undated_activity(group, here) for group in select(timeless, here).undated]
    dated = {
        (row.document_id, row.record.span) for row in context.view.statements(document_ids=ids) if row.record.interval
    }
    said = [
        told
        for told in _said(timeless, question, here)
        if not any((evidence.document_id, evidence.span) in dated for evidence in told.line.evidence)
    ]
    return [*once_each(lines), *once_each(said, _quoted)]


def _when(group: Group, asked: Interval) -> Interval:
    """The first time of an activity that meets the period, as its first row dates it: a day rather than a month."""
    dated = [[when for when in entry.record.intervals if when.meets(asked)] for entry in group.entries]
    times = next(when for when in dated if when)
    return min(times, key=lambda when: (when.precision in _COARSE, when.start))


def _activity(dated: _Dated, asked: Interval, context: Context) -> Told:
    line = activity_line(dated.group, context.words)
    when = line.frame[0]
    month = f"{max(dated.when.start, asked.start):%B %Y}"
    plain = line.text.removeprefix(f"**{when}:** ")
    text = f"{when}: {plain}"
    return Told(replace(line, text=text), f"{when}:", _OVER_MONTHS if dated.when.precision in _COARSE else month)


def _undated_activity(group: Group, context: Context) -> Told:
    line = activity_line(group, context.words)
    lead = f"Issue of {context.issue(group.entries[0].document_id)}:"
    return Told(replace(line, text=f"{lead} {line.text}", frame=(lead,)), lead)


def _said(selecting: Question, question: Question, context: Context) -> list[Told]:
    """The statements that a question selects; with a place, those that name it."""
    draft = compose_statements(selecting, context)
    lines = draft.lines if draft else ()
    told = [Told(line, line.text.partition(": “")[0] + ":") for line in lines]
    return [one for one in told if all(speaks_of(one.line.text, place) for place in question.places)]


def _quoted(told: Told) -> str:
    """The words of a statement: they are the same, however the speaker is called."""
    return " ".join(fold(told.line.text.partition(": “")[2]).split())
