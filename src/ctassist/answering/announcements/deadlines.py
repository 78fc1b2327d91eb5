"""Composes lists of last days: "Which deadlines are coming up?", "What is the next deadline?"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ctassist.answering.announcements.scheduled import Schedule
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.evidence.frames import addresses_reader
from ctassist.answering.lists.listed_time import ListedTime, deadline_pattern
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.synonyms import told
from ctassist.answering.terms import light_stems, stems
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Intent, Question
from ctassist.answering.understanding.spoken_times import FIRST_DAY, LAST_DAY
from ctassist.extraction.dates import find_dates
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.time import Interval, Precision

_ASKED = re.compile(r"\b(?:deadlines?|closing\s+dates?|due\s+dates?)\b", re.IGNORECASE)
_COMING = re.compile(
    r"\b(?:next|upcoming|forthcoming|coming|open|ahead|still|yet|approaching|pending)\b", re.IGNORECASE
)
_LISTED = re.compile(
    r"\b(?:which|what|list|name|show|tell|give|all|every|any)\b(?:[^.?;]|\.(?=\d)){0,60}\b(?:deadlines|closing\s+dates|due\s+dates)\b",
    re.IGNORECASE,
)
"""Deadlines are asked for, of whatever time: "Which deadlines are mentioned?"."""
_NEXT = re.compile(r"\bnext\s+(?:deadline|closing\s+date|due\s+date)\b", re.IGNORECASE)
_WAYS = stems(
    "next upcoming forthcoming coming come up open ahead still yet approaching pending deadline closing due date fall"
    " fell fallen mention announce state publish archive issue newsletter"
)
_NAMED = re.compile(r"\b(?:deadline|closing date|due date)\b", re.IGNORECASE)


def compose_deadlines(question: Question, context: Context) -> Draft | None:
    """Answers with the lines that tell a last day to come or in the asked time, the earliest first; None if none do."""
    coming = _COMING.search(question.text)
    if question.intent is Intent.COMPARISON:
        return None  # How a deadline was moved no list of deadlines tells.
    if not _ASKED.search(question.text) or not (question.interval or coming or _LISTED.search(question.text)):
        return None
    wanted = frozenset(content_stems(question.topic)) - _WAYS - light_stems()
    if _EACH_ISSUE.search(question.text) or _of_issues(question, context):
        return _of_each_issue(wanted, question, context)
    start = context.as_of + timedelta(days=1) if coming else FIRST_DAY
    asked = question.interval or Interval(start, LAST_DAY, Precision.RANGE)
    time = replace(ListedTime.of(question, context), asked=None)
    rows = [(row, [day for day in _last_days(row, context) if asked.contains(day)]) for row in rows_of(context, time)]
    rows = [(row, days) for row, days in rows if days]
    told_all = [(row, days) for row, days in rows if told(wanted, question.text, row.entry.text) == wanted]
    if schedule := Schedule.of(question.text):
        rest = wanted - schedule.stems
        of_it = schedule.lines([row for row, _ in rows if _is_labelled(row)], context)
        told_all += [
            (row, days)
            for row, days in rows
            if row.entry.id in of_it and told(rest, question.text, row.entry.text) == rest
        ]
    found: dict[tuple[date, str], Line] = {}
    for row, days in told_all:
        found.setdefault((days[0], one_line(row.entry.text).casefold()), _line(row.entry, days[0], context))
    lines = tuple(found[key] for key in sorted(found))[: 1 if _NEXT.search(question.text) else None]
    if not lines:
        return None
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _of_each_issue(wanted: frozenset[str], question: Question, context: Context) -> Draft | None:
    """The lines that issues of the time label as their deadline, whenever that is; None where there are none."""
    time = replace(ListedTime.of(question, context), by_issue=True, deadline=False)
    rows = [row for row in rows_of(context, time) if _is_labelled(row) and time.meets(row.entry)]
    found = [
        (row, list(_last_days(row, context))) for row in rows if told(wanted, question.text, row.entry.text) == wanted
    ]
    lines = tuple(_line(row.entry, days[0] if days else None, context) for row, days in found)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage) if lines else None


_EACH_ISSUE = re.compile(
    r"\b(?:each|every|per)\s+(?:single\s+)?(?:issue|edition|number|newsletter|review|bulletin|letter|week)\b"
    r"|\b(?:each|all)\s+of\s+(?:the|our|these)\s+(?:\w+\s+){0,2}(?:issues|editions|newsletters|bulletins|letters)\b",
    re.IGNORECASE,
)


def _of_issues(question: Question, context: Context) -> bool:
    """Tells whether deadlines are asked for that issues of a time tell: "the deadlines announced in the May issues"."""
    return _SEVERAL_ISSUES.search(question.text) is not None and ListedTime.of(question, context).by_issue


_SEVERAL_ISSUES = re.compile(r"\bdeadlines\b.*\b(?:issues|editions|newsletters|bulletins)\b", re.IGNORECASE)


def _line(entry: Entry[Item], day: date | None, context: Context) -> Line:
    source = context.source(entry.document_id)
    if day is None:
        return Line(f"{one_line(entry.text)} ({source})", (evidence_of(entry),), None, frame=(source,))
    when = context.words.time(_day(day))
    return Line(f"**{when}** – {one_line(entry.text)} ({source})", (evidence_of(entry),), None, frame=(when, source))


def _is_labelled(row: Row) -> bool:
    """Tells whether a line is one of a schedule: it begins by saying so, or stands in a list that says so."""
    return _LABEL.match(one_line(row.entry.text)) is not None or _NAMED_SEVERAL.search(row.announced) is not None


def _last_days(row: Row, context: Context) -> Iterator[date]:
    """The days until which something may be done, as a line says: "closes on 3 May", "3 May: deadline for …"."""
    period = context.document(row.entry.document_id).period
    text = one_line(row.entry.text)
    dates = find_dates(text, period.interval if period else None)
    listed = len(dates) == 1 and _NAMED_SEVERAL.search(row.announced)
    for found in dates:
        before = text[: found.span.start]
        leads = len(dates) == 1 and not before.strip("*_ ") and _NAMED.search(text)
        until = deadline_pattern().search(before)
        named = until is not None and _NAMED.search(until.group()) is not None
        handed_in = (until or (_BEFORE.search(before) and addresses_reader(text))) and _is_asked_for(text)
        if listed or leads or named or handed_in:
            yield found.interval.end


def _is_asked_for(text: str) -> bool:
    """Tells whether a line asks for something to be handed in: what merely lasts until a day has no deadline."""
    return not stems(text).isdisjoint(_HANDED_IN)


_LABEL = re.compile(r"\W*(?:\w+\s+)?(?:deadline|closing date|due date)\s*:(?=\W*\w)", re.IGNORECASE)
_NAMED_SEVERAL = re.compile(r"\b(?:deadlines|closing dates|due dates)\b[^.;!?]*:\W*$", re.IGNORECASE)
"""Announces a list of last days: "From here the deadlines are:"."""
_BEFORE = re.compile(
    r"\b(?:before|by|(?:no|not)\s+later\s+than)\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_HANDED_IN = stems(
    "apply application register registration submit submission enter entry propose proposal abstract book booking"
    " nominate nomination send comment call open vote respond response bid tender paper cfp rfp request claim join sign"
)


def _day(day: date) -> Interval:
    return Interval(day, day, Precision.DAY)
