"""Composes all lines that a question means by one thing in them, however much else they tell."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.evidence.frames import says_nothing
from ctassist.answering.lists.advised import of_advice
from ctassist.answering.lists.given_up import of_given_up
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of
from ctassist.answering.lists.reference_marks import Marked, marked_headings, marked_words
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.lists.subjects import of_election, of_loose_subject, of_subject
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.question import Question
from ctassist.extraction.role_grammar import PERSON
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status

_MOST, _FEW = 60, 12
"""What more lines speak of is no one thing among others; nor, asked after in whatever way, what more than a few do."""


def compose_mentions(question: Question, context: Context) -> Draft | None:
    """Answers with every line that names the thing asked about; None for other questions, and where none names it."""
    if question.roles or question.places or set(question.unknown) - marked_words(question.text):
        return None
    if marked := Marked.of(question):
        return _all_marked(marked, question, context)
    tells = of_subject(question, context) or of_election(question) or of_given_up(question) or of_advice(question)
    return _all_told(tells, _MOST, question, context) if tells else None


def compose_spoken_of(question: Question, context: Context) -> Draft | None:
    """Answers with all of few lines on a thing that is asked after in whatever way; None for others, or a single line.

    What one line tells is told with what goes with it, and of many lines those that tell most.
    """
    if question.roles or question.places or question.unknown:
        return None
    tells = of_loose_subject(question, context)
    draft = _all_told(tells, _FEW, question, context) if tells else None
    return draft if draft and len(draft.lines) > 1 else None


def _all_marked(marked: Marked, question: Question, context: Context) -> Draft | None:
    """Every line with a mark that is asked for, and each heading; a line below such a heading is on what that names."""
    time = replace(ListedTime.of(question, context), by_issue=True)
    found: list[tuple[str, int, Line]] = []
    for document_id, block in marked_headings(marked, time, context):
        source, text = context.source(document_id), one_line(context.quote(document_id, block.span))
        line = Line(f"{text} ({source})", (Evidence(document_id, block.span, page=block.page),), frame=(source,))
        found.append((document_id, block.span.start, line))
    rows = _rows(lambda row: marked.told_in(row.entry.text), time, context)
    own = [r for r in rows if not marked.named_in(r.entry.text) <= marked.named_in(" | ".join(r.entry.record.section))]
    found += [(row.entry.document_id, row.entry.record.span.start, line_of([row.entry], own, context)) for row in own]
    order = {document.id: at for at, document in enumerate(context.documents())}
    lines = [line for _, _, line in sorted(found, key=lambda one: (order[one[0]], one[1]))]
    return _draft(lines, _MOST, question, context)


def _all_told(tells: Callable[[Row], bool], most: int, question: Question, context: Context) -> Draft | None:
    time = replace(ListedTime.of(question, context), by_issue=True)
    told = sorted((*_rows(tells, time, context), *_announcing(tells, time, context)), key=_place(context))
    headed = [row for row in _headed(tells, time, context) if not any(_is_below(other, row) for other in told)]
    told = sorted((*told, *headed), key=_place(context))
    return _draft([line_of([row.entry], told, context) for row in told], most, question, context)


def _place(context: Context) -> Callable[[Row], tuple[int, int]]:
    order = {document.id: at for at, document in enumerate(context.documents())}
    return lambda row: (order[row.entry.document_id], row.entry.record.span.start)


def _rows(tells: Callable[[Row], bool], time: ListedTime, context: Context) -> list[Row]:
    rows = [row for row in rows_of(context, time) if not row.leads and time.meets(row.entry)]
    return [row for row in rows if tells(row) and not says_nothing(row.entry.text)]


def _announcing(tells: Callable[[Row], bool], time: ListedTime, context: Context) -> list[Row]:
    """The lines before lists that tell what somebody did: "Ana Roe went through the repairs to come:"."""
    lines = (entry for entry in context.view.items(context.document_ids) if time.may_meet(entry.document_id))
    rows = (Row(entry, frozenset(), frozenset(), "", True) for entry in lines if entry.text.rstrip().endswith(":"))
    return [r for r in rows if _SOMEBODY_DID.search(one_line(r.entry.text)) and time.meets(r.entry) and tells(r)]


def _headed(tells: Callable[[Row], bool], time: ListedTime, context: Context) -> list[Row]:
    """The first line below each heading that is on the thing itself, as those of stories are; no rubric is."""
    regular = context.catalog.regular_headings(_REGULAR)
    found: dict[tuple[str, tuple[str, ...]], Row] = {}
    for row in rows_of(context, time):
        section = row.entry.record.section
        key = (row.entry.document_id, section)
        if len(section) < _REGULAR or key in found or row.leads or plain_heading(section[-1]) in regular:
            continue
        found[key] = row
    return [
        row
        for row in found.values()
        if tells(replace(row, entry=replace(row.entry, text=row.entry.record.section[-1]))) and time.meets(row.entry)
    ]


def _is_below(row: Row, other: Row) -> bool:
    """Tells whether two lines stand below the same heading."""
    own, its = row.entry, other.entry
    return own.document_id == its.document_id and own.record.section == its.record.section


_REGULAR = 2
"""A heading of so many documents is a rubric; a story's own stands below one."""
_SOMEBODY_DID = re.compile(
    rf"(?:^|[.;]\s+)(?P<name>{PERSON})\s+(?:has\s+|have\s+)?(?:[a-z]+ed|went|gave|spoke|told|led|ran|held|brought)\b"
)


def _draft(lines: Sequence[Line], most: int, question: Question, context: Context) -> Draft | None:
    if not 0 < len(lines) <= most:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage, final=True)
