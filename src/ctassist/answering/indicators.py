"""Composes answers on figures: at an issue, and as a series over issues."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.question import Intent, Question
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import (
    akin,
    generic_actor_stems,
    generic_event_stems,
    light_stems,
    stem,
    stems,
    written_out,
)
from ctassist.answering.understanding import content_stems
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator
from ctassist.model.time import Interval

_ENOUGH = 0.8
"""The share of a question's words, by weight, that a figure's label (or its heading) must hold."""
_NEAR = 0.92
_NAMED = 0.5
_LONG = 3
"""A series of so many figures is summed up by its first and its last one."""
_LATER = timedelta(days=62)
"""A figure of an issue that ends later than this after the asked time is another one: it has grown since."""
_ASKING = (
    "number",
    "count",
    "figure",
    "figures",
    "amount",
    "percentage",
    "share",
    "total",
    "grow",
    "growth",
    "grown",
    "grew",
    "increase",
    "increased",
    "decrease",
    "trend",
    "evolve",
    "evolution",
    "change",
    "changed",
    "time",
    "history",
    "current",
    "latest",
    "rise",
    "risen",
    "rose",
    "fall",
    "fallen",
    "fell",
    "compare",
    "compared",
    "issue",
    "so",
    "far",
    "year",
    "month",
    "last",
    "end",
    "stand",
    "there",
)


def compose_indicators(question: Question, context: Context) -> Draft | None:
    """Answers how many or how much; None when no figure's label is meant."""
    rows = [
        row for row in context.view.indicators(document_ids=context.document_ids) if _day(row, context) <= context.as_of
    ]
    labels = frozenset(word for row in rows for word in stems(row.record.label))
    wanted = {word: context.catalog.weight(word) for word in _wanted(question, labels, context)}
    if not wanted:
        return None
    scored = [(_score(wanted, row, question, context), row) for row in rows]
    best = max((score for score, _ in scored), default=0.0)
    if best < _ENOUGH:
        return None
    matched = [row for score, row in scored if score >= best * _NEAR]
    with_figure = [row for row in matched if row.record.value is not None]
    times = question.times if len(question.times) > 1 else filter(None, [question.interval])
    at_times = [row for time in times for row in _at(with_figure, time, context)]
    with_figure = at_times if question.interval else with_figure
    if not with_figure:
        return _without_figure(question, context, matched)
    series = _series(with_figure, context)
    several = question.series or len(question.times) > 1
    chosen = series if several else _latest(series, context)
    lines = (*_growth(chosen, context, several), *_lines(chosen, context, with_change=several))
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _at(rows: Sequence[Entry[Indicator]], asked: Interval, context: Context) -> list[Entry[Indicator]]:
    """The figures for a time: of issues that end in it, else of those that cover some of it."""
    dated = [(row, period) for row in rows if (period := context.document(row.document_id).period)]
    ending = [row for row, period in dated if asked.contains(period.end)]
    covering = [row for row, period in dated if period.interval.meets(asked) and period.end - asked.end <= _LATER]
    return ending or covering


def _day(row: Entry[Indicator], context: Context) -> date:
    period = context.document(row.document_id).period
    return period.end if period else date.min


def _wanted(question: Question, labels: frozenset[str], context: Context) -> frozenset[str]:
    """The words of a label: what is asked for, and whatever names the question has, but the archive's own."""
    words = content_stems(
        written_out(word) for word in (*question.words, *(entity.key for entity in question.entities))
    )
    ways = {stem(word) for word in _ASKING} | light_stems() | (generic_actor_stems() - labels)
    return frozenset(
        word for word in words if word not in ways and word not in context.catalog.title_stems
    ) or frozenset(word for word in words if word not in ways)


def _score(wanted: dict[str, float], row: Entry[Indicator], question: Question, context: Context) -> float:
    """Recall of the question's words in label and heading, with a tenth for how much of the label they cover."""
    label = stems(row.record.label)
    around = stems(" ".join(row.record.section)) | stems(context.document(row.document_id).title)
    otherwise = said_otherwise(meanings(question.text), row.record.label)
    named = {word for word in wanted if word in label | otherwise or any(akin(word, own) for own in label)}
    own = label - generic_event_stems()
    covered = min(len(named) / max(len(own), 1), 1.0)
    # A question that does not count must name the label itself.
    if not named or (question.intent is not Intent.INDICATORS and covered < _NAMED):
        return 0.0
    got = sum(weight * (1.0 if word in named else 0.85 if word in around else 0.0) for word, weight in wanted.items())
    return 0.9 * got / sum(wanted.values()) + 0.1 * covered


def _series(rows: Sequence[Entry[Indicator]], context: Context) -> list[Entry[Indicator]]:
    unique = {row.id: row for row in rows}.values()
    return sorted(unique, key=lambda row: (_day(row, context), row.id))


def _growth(rows: Sequence[Entry[Indicator]], context: Context, several: bool) -> list[Line]:
    """One line from the first figure of a series to the last, where more lie between them."""
    if not several or len(rows) < _LONG or len({frozenset(stems(row.record.label)) for row in rows}) > 1:
        return []
    first, last = rows[0], rows[-1]
    assert first.record.value is not None
    assert last.record.value is not None
    change = f"{last.record.value - first.record.value:+,.10g}"
    first_issue, last_issue = context.issue(first.document_id), context.issue(last.document_id)
    when = context.words("{first} to {last}", first=first_issue, last=last_issue)
    text = f"{last.record.label}: **{first.record.figure} → {last.record.figure}** ({change}, {when})"
    return [Line(text, (evidence_of(first), evidence_of(last)), "indicator", frame=(change, when))]


def _latest(series: Sequence[Entry[Indicator]], context: Context) -> list[Entry[Indicator]]:
    last = _day(series[-1], context)
    newest = [row for row in series if _day(row, context) == last]
    return list({(row.record.label.casefold(), row.record.figure): row for row in newest}.values())


def _lines(rows: Sequence[Entry[Indicator]], context: Context, *, with_change: bool) -> list[Line]:
    lines = []
    before: dict[str, float] = defaultdict()
    labels = {frozenset(stems(row.record.label)) for row in rows}
    for row in rows:
        record = row.record
        figure = record.figure
        issue = context.issue(row.document_id)
        text = f"{record.label}: **{figure}** ({issue})"
        change = ""
        key = "" if len(labels) == 1 else record.label.casefold()
        if with_change and record.value is not None:
            if key in before:
                change = f", {record.value - before[key]:+,.10g}"
                text += change
            before[key] = record.value
        lines.append(Line(text, (evidence_of(row),), "indicator", frame=(issue, change)))
    return lines


def _without_figure(question: Question, context: Context, matched: Sequence[Entry[Indicator]]) -> Draft:
    text = context.does_not_say()
    labels = sorted({row.record.label for row in matched})
    if any(row.record.value is None for row in matched):
        text += " " + context.words("A document shows the label “{label}” without its number.", label=labels[0])
    elif labels:
        text += " " + context.words("It has “{label}” for other issues.", label=labels[0])
    return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question), final=True)
