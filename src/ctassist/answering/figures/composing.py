"""Composes answers on figures: at an issue, and as a series over issues."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.figures.reckoning import (
    Reckoning,
    average,
    extremes,
    growth,
    label_words,
    of_one_kind,
    reckoning,
)
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import (
    akin,
    figure_stems,
    figure_way_stems,
    fold,
    generic_actor_stems,
    light_stems,
    stems,
    table,
    tokens,
    written_out,
)
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Intent, Question
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator
from ctassist.model.time import Interval

_ENOUGH = 0.8
"""The share of a question's words, by weight, that a figure's label (or its heading) must hold."""
_NEAR = 0.92
_NAMED = 0.6
_SAME = 1e-9
_LONG = 3
"""A series of so many figures is summed up by its first and its last one."""
_LATER = timedelta(days=62)
"""A figure of an issue that ends later than this after the asked time is another one: it has grown since."""


def compose_labelled(question: Question, context: Context) -> Draft | None:
    """Answers a question that has a figure's whole label in its words; None for others."""
    asked = " ".join(question.text.casefold().split())
    labels = {row.record.label.casefold() for row in context.view.indicators(document_ids=context.document_ids)}
    named = (label for label in labels if len(label.split()) > 1 and label in asked)
    return compose_indicators(question, context) if any(named) else None


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
    matched = _narrowest([(score, row) for score, row in scored if score >= best * _NEAR])
    with_figure = [row for row in matched if row.record.value is not None]
    wants = reckoning(question.text)
    if question.interval:
        with_figure = [row for time in _times(question, wants) for row in _at(with_figure, time, context)]
    if not with_figure:
        return _without_figure(question, context, matched)
    series = _series(with_figure, context)
    lines = tuple(_told(series, question, wants, context))
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _times(question: Question, wants: Reckoning | None) -> Sequence[Interval]:
    """The times to look at: each that is named, or for a course of figures all from the first to the last."""
    assert question.interval
    course = question.series and wants is not Reckoning.DIFFERENCE and _COURSE.search(question.text)
    if len(question.times) < 2 or course or wants in (Reckoning.HIGHEST, Reckoning.LOWEST, Reckoning.AVERAGE):
        return [question.interval]
    return question.times


_COURSE = re.compile(r"\b(?:from|between|since)\b|\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)


def _told(
    series: Sequence[Entry[Indicator]], question: Question, wants: Reckoning | None, context: Context
) -> Iterator[Line]:
    """The lines of an answer: what is reckoned, the course of the figures, or the latest one."""
    alike = of_one_kind(series)
    several = question.series or len(question.times) > 1
    if len(alike) > 1 and wants in (Reckoning.HIGHEST, Reckoning.LOWEST):
        yield from extremes(alike, wants, context)
        return
    if len(alike) > 1 and wants is Reckoning.AVERAGE:
        yield average(alike, context)
        return
    between = wants in (Reckoning.PERCENT, Reckoning.DIFFERENCE) and several
    if len(alike) == len(series) > 1 and (between or (several and len(series) >= _LONG)):
        yield growth(series, context, percent=wants is Reckoning.PERCENT)
    yield from _lines(series if several else _latest(series, context), context, with_change=several)


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
    asked = (*question.words, *(entity.key for entity in question.entities), *_telling_adjectives(question, labels))
    words = content_stems(written_out(word) for word in asked)
    ways = figure_stems() | light_stems() | (generic_actor_stems() - labels) | (figure_way_stems() - labels)
    return frozenset(
        word for word in words if word not in ways and word not in context.catalog.title_stems
    ) or frozenset(word for word in words if word not in ways or (word in labels and word not in figure_stems()))


def _telling_adjectives(question: Question, labels: frozenset[str]) -> list[str]:
    """Words that mostly carry nothing, but tell one label from another: "new members"."""
    return [t.text for t in tokens(question.text) if t.stem in labels and fold(t.text) in table("words")["adjectives"]]


def _score(wanted: dict[str, float], row: Entry[Indicator], question: Question, context: Context) -> float:
    """Recall of the question's words in label and heading, with a tenth for how much of the label they cover."""
    label = stems(row.record.label)
    beside = " | ".join([*row.record.section, context.document(row.document_id).title, row.text])
    asked = meanings(written_out(question.text))
    otherwise = said_otherwise(asked, row.record.label)
    around = stems(beside) | said_otherwise(asked, beside)
    named = {word for word in wanted if word in label | otherwise or any(akin(word, own) for own in label)}
    own = label_words(row.record.label)
    covered = min(len(named) / max(len(own), 1), 1.0)
    # A question that does not count must name the label itself.
    if not named or (question.intent is not Intent.INDICATORS and covered < _NAMED):
        return 0.0
    got = sum(weight * (1.0 if word in named else 0.85 if word in around else 0.0) for word, weight in wanted.items())
    return 0.9 * got / sum(wanted.values()) + 0.1 * covered


def _narrowest(scored: Sequence[tuple[float, Entry[Indicator]]]) -> list[Entry[Indicator]]:
    """Of each document the rows of the best label: "members" is not "members of the board"."""
    best: dict[str, float] = defaultdict(float)
    for score, row in scored:
        best[row.document_id] = max(best[row.document_id], score)
    return [row for score, row in scored if score >= best[row.document_id] - _SAME]


def _series(rows: Sequence[Entry[Indicator]], context: Context) -> list[Entry[Indicator]]:
    unique = {row.id: row for row in rows}.values()
    return sorted(unique, key=lambda row: (_day(row, context), row.id))


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
