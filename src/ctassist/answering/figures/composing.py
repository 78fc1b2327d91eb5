"""Composes answers on figures: at an issue, and as a series over issues."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.figures.doubts import believable
from ctassist.answering.figures.labels import meant_figures, says_label
from ctassist.answering.figures.reckoning import (
    Reckoning,
    average,
    extremes,
    growth,
    kinds,
    of_one_kind,
    reckoning,
)
from ctassist.answering.figures.times import figure_end, figure_evidence, figure_time, figures_of_times, rows_at
from ctassist.answering.passages.composing import compose_passages
from ctassist.answering.terms import fold
from ctassist.answering.understanding.question import Intent, Question
from ctassist.extraction.dates import find_dates
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator
from ctassist.model.time import Interval, Precision

_LONG = 3
"""A series of so many figures is summed up by its first and its last one."""
_YEARS = (Precision.YEAR, Precision.RANGE)


def compose_labelled(question: Question, context: Context) -> Draft | None:
    """Answers a question that has a figure's whole label in its words; None for others."""
    asked = " ".join(question.text.casefold().split())
    labels = {row.record.label.casefold() for row in context.view.all_indicators(document_ids=context.document_ids)}
    named = (label for label in labels if len(label.split()) > 1 and label in asked)
    return compose_indicators(question, context) if any(named) else None


def compose_named_figures(question: Question, context: Context) -> Draft | None:
    """Answers a question that is a figure's label and times, and nothing else: "pilots trained: May versus June".

    None for others, and where one of its times has no such figure.
    """
    if _ASKS.search(question.text) and question.intent is not Intent.COMPARISON:
        return None
    question = _without_times_of_labels(question, context)
    rows = [*_rows(context), *figures_of_times(question, context)]
    rows = [row for row in rows if says_label(question, row, context)]
    figures = [row for row in rows if row.record.value is not None]
    times = question.times or ((question.interval,) if question.interval else ())
    if not figures or not all(_at(figures, time, context) for time in times):
        return None
    return compose_indicators(replace(question, intent=Intent.INDICATORS), context)


def compose_indicators(question: Question, context: Context) -> Draft | None:
    """Answers how many or how much; None when no figure's label is meant."""
    question = _without_times_of_labels(question, context)
    rows = [*_rows(context), *figures_of_times(question, context)]
    dated = [row for row in rows if _is_of(row, question, context)]
    matched = meant_figures(question, dated, context) or meant_figures(question, rows, context)
    if not matched:
        return _without_figures_of_others(question, rows, context)
    with_figure = [row for row in matched if row.record.value is not None]
    wants = reckoning(question.text)
    if question.interval:
        at_times = [_at(with_figure, time, context) for time in _times(question, wants)]
        if any(at_times) and not all(at_times):
            return None  # One of the times may stand in a row of a table, or nowhere: half a comparison is none.
        with_figure = [row for rows_then in at_times for row in rows_then]
    if not with_figure:
        return _without_figure(question, context, matched)
    if question.series and len(own := [row for row in with_figure if row.record.interval is None]) > 1:
        with_figure = own  # The years of a table are no part of a course of months.
    series = _series(with_figure, context)
    lines = tuple(_told(series, question, wants, context))
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def all_figures(question: Question, context: Context) -> tuple[tuple[Line, ...], list[str]]:
    """The figures of the issues of the asked time, or of the newest one that has any; and labels without a number."""
    rows = _rows(context)
    if question.interval:
        of_time = [row for row in rows if _is_of(row, question, context)]
        rows = _at(of_time, question.interval, context) or of_time
    elif question.document_ids is None and rows:
        newest = max(context.last_day(row.document_id) for row in rows)
        rows = [row for row in rows if context.last_day(row.document_id) == newest]
    unsaid = list(dict.fromkeys(row.record.label for row in rows if row.record.value is None))
    told = {(row.document_id, fold(row.record.label), row.record.figure): row for row in rows}.values()
    return tuple(figure_lines([row for row in told if row.record.value is not None], context)), unsaid


def _without_figures_of_others(question: Question, rows: Sequence[Entry[Indicator]], context: Context) -> Draft | None:
    """What a passage says, unless it is the figure of another group than is asked about; None if no figure is meant."""
    others = meant_figures(question, rows, context, of_anybody=True)
    if not others:
        return None
    spans = {(row.document_id, row.record.span) for row in others}
    draft = compose_passages(question, context)
    if any((evidence.document_id, evidence.span) in spans for line in draft.lines for evidence in line.evidence):
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
    return draft if draft.status is not Status.NOT_FOUND else None


def _times(question: Question, wants: Reckoning | None) -> Sequence[Interval]:
    """The times to look at: each that is named, or for a course of figures all from the first to the last."""
    assert question.interval
    course = question.series and wants is not Reckoning.DIFFERENCE and _COURSE.search(question.text)
    if len(question.times) < 2 or course or wants in (Reckoning.HIGHEST, Reckoning.LOWEST, Reckoning.AVERAGE):
        return [question.interval]
    return question.times


_ASKS = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|did|does|do)\b|^(?:list|show|give|name|tell|find)\b", re.I
)


def _rows(context: Context) -> list[Entry[Indicator]]:
    rows = context.view.indicators(document_ids=context.document_ids)
    return believable([row for row in rows if context.last_day(row.document_id) <= context.as_of], context)


_SINCE = re.compile(r"\bsince\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


def _without_times_of_labels(question: Question, context: Context) -> Question:
    """A question without the times of a label: "nets lifted since 2021, May 2023" asks for one issue.

    "Merged last week" asks for the newest figure, where that is what its label says.
    """
    if _is_of_newest_label(question, context):
        return replace(question, interval=None, times=())
    match = _SINCE.search(question.text)
    if match is None or not question.times:
        return question
    if not any(match.group().casefold() in row.record.label.casefold() for row in _rows(context)):
        return question
    times = tuple(t for t in question.times if not (t.start.year == int(match["year"]) and t.precision in _YEARS))
    if not times:
        return replace(question, interval=None, times=())
    start, end = min(time.start for time in times), max(time.end for time in times)
    whole = times[0] if len(times) == 1 else Interval(start, end, Precision.RANGE)
    return replace(question, interval=whole, times=times)


_RUNNING = re.compile(r"\b(?:last|past|previous|this)\s+(?:week|fortnight|month|quarter|year)\b", re.IGNORECASE)


def _is_of_newest_label(question: Question, context: Context) -> bool:
    """Tells whether the one time of a question is told by the label of the newest figure that it means."""
    running = _RUNNING.search(question.time_words)
    if running is None or len(question.times) > 1 or not (rows := _rows(context)):
        return False
    matched = meant_figures(question, rows, context)
    newest = max((context.last_day(row.document_id) for row in matched), default=date.min)
    labels = (row.record.label.casefold() for row in matched if context.last_day(row.document_id) == newest)
    return any(running.group().casefold() in label for label in labels)


def _is_of(row: Entry[Indicator], question: Question, context: Context) -> bool:
    """Tells whether a figure's issue has to do with the time asked about."""
    period = context.document(row.document_id).period
    time = row.record.interval or (period.interval if period else None)
    return question.interval is None or (time is not None and time.meets(question.interval))


_CHANGED = re.compile(r"\bhow\s+(?:has|have|had|did|do|does)\b.+\bchang(?:ed?|ing)\b", re.IGNORECASE)
_COURSE = re.compile(r"\b(?:from|between|since)\b|\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)


def _told(
    series: Sequence[Entry[Indicator]], question: Question, wants: Reckoning | None, context: Context
) -> Iterator[Line]:
    """The lines of an answer: what is reckoned, the course of the figures, or the latest one."""
    alike = of_one_kind(series)
    several = question.series or len(question.times) > 1 or bool(_CHANGED.search(question.text))
    if len(alike) > 1 and wants in (Reckoning.HIGHEST, Reckoning.LOWEST):
        yield from extremes(alike, wants, context)
        return
    if len(alike) > 1 and wants is Reckoning.AVERAGE:
        yield average(alike, context)
        return
    between = wants in (Reckoning.PERCENT, Reckoning.DIFFERENCE) and several
    if len(alike) == len(series) > 1 and (between or (several and len(series) >= _LONG)):
        yield growth(series, context, percent=wants is Reckoning.PERCENT)
    told = series if several else _latest(series, context)
    if not several and len(told) == 1 and _AND_MORE.search(question.text):
        yield _in_its_sentence(told[0], context)
        return
    yield from figure_lines(told, context, with_change=several)


_AND_MORE = re.compile(
    r"(?:,|\band)\s+(?:(?:from|in|by|of|for|to|with|at|on)\s+)?(?:which|what|whom?|where|whose)\b", re.IGNORECASE
)
"""Asks for more than the number: "how many keepers are there, and from which companies?"."""


def _in_its_sentence(row: Entry[Indicator], context: Context) -> Line:
    """A figure with the line that states it, which may tell whose, where and which they are."""
    issue, said = figure_time(row, context), one_line(row.text)
    more = "" if fold(said) == fold(f"{row.record.label}: {row.record.figure}") else f" – {said}"
    return Line(
        f"{row.record.label}: **{row.record.figure}** ({issue}){more}",
        figure_evidence(row, context),
        "indicator",
        frame=(issue,),
    )


def _at(rows: Sequence[Entry[Indicator]], asked: Interval, context: Context) -> list[Entry[Indicator]]:
    """The figures for a time."""
    return rows_at(rows, asked, [row for row in rows if _counted_in(row, asked)], context)


_AS_OF = re.compile(r"\bas\s+(?:of|at|on)\s+(?P<day>[^;:()|]{4,40})", re.IGNORECASE)


def _counted_in(row: Entry[Indicator], asked: Interval) -> bool:
    """Tells whether a figure's own line says that it was counted in a time: "943 boats as of 9 June 2031"."""
    days = [date for match in _AS_OF.finditer(row.text) for date in find_dates(match["day"])[:1]]
    return len(days) == 1 and days[0].explicit_year and days[0].interval.meets(asked)


def _series(rows: Sequence[Entry[Indicator]], context: Context) -> list[Entry[Indicator]]:
    unique = {row.id: row for row in rows}.values()
    return sorted(unique, key=lambda row: (figure_end(row, context), row.id))


def _latest(series: Sequence[Entry[Indicator]], context: Context) -> list[Entry[Indicator]]:
    last = figure_end(series[-1], context)
    newest = [row for row in series if figure_end(row, context) == last]
    own = [row for row in newest if row.record.interval is None]
    newest = own or newest  # What an issue says of its own time needs no table of a later one.
    return list({(row.record.label.casefold(), row.record.figure): row for row in newest}.values())


def figure_lines(rows: Sequence[Entry[Indicator]], context: Context, *, with_change: bool = False) -> list[Line]:
    """A line for each figure, with what it has changed by since the one before of its kind."""
    lines = []
    before: dict[frozenset[str], float] = {}
    called = kinds(rows)
    for row in rows:
        record = row.record
        figure = record.figure
        issue = figure_time(row, context)
        text = f"{record.label}: **{figure}** ({issue})"
        change = ""
        key = called[row.id]
        if with_change and record.value is not None:
            if key in before:
                change = f", {record.value - before[key]:+,.10g}"
                text += change
            before[key] = record.value
        lines.append(Line(text, figure_evidence(row, context), "indicator", frame=(issue, change)))
    return lines


def _without_figure(question: Question, context: Context, matched: Sequence[Entry[Indicator]]) -> Draft:
    text = context.does_not_say()
    labels = sorted({row.record.label for row in matched})
    if any(row.record.value is None for row in matched):
        text += " " + context.words("A document shows the label “{label}” without its number.", label=labels[0])
    elif labels:
        text += " " + context.words("It has “{label}” for other issues.", label=labels[0])
    return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question), final=True)
