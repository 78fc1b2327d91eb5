"""Composes all lines that a question means by one thing in them, however much else they tell."""

from collections.abc import Callable
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.evidence.frames import says_nothing
from ctassist.answering.lists.advised import of_advice
from ctassist.answering.lists.given_up import of_given_up
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of
from ctassist.answering.lists.reference_marks import marked_words, of_mark
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.lists.subjects import of_loose_subject, of_subject
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_MOST, _FEW = 60, 12
"""What more lines speak of is no one thing among others; nor, asked after in whatever way, what more than a few do."""


def compose_mentions(question: Question, context: Context) -> Draft | None:
    """Answers with every line that names the thing asked about; None for other questions, and where none names it."""
    if question.roles or question.places or set(question.unknown) - marked_words(question.text):
        return None
    tells = of_mark(question) or of_subject(question, context) or of_given_up(question) or of_advice(question)
    if tells is None:
        return None
    return _all_told(tells, _MOST, question, context)


def compose_spoken_of(question: Question, context: Context) -> Draft | None:
    """Answers with all of few lines on a thing that is asked after in whatever way; None for others, or a single line.

    What one line tells is told with what goes with it, and of many lines those that tell most.
    """
    if question.roles or question.places or question.unknown:
        return None
    tells = of_loose_subject(question, context)
    draft = _all_told(tells, _FEW, question, context) if tells else None
    return draft if draft and len(draft.lines) > 1 else None


def _all_told(tells: Callable[[Row], bool], most: int, question: Question, context: Context) -> Draft | None:
    time = replace(ListedTime.of(question, context), by_issue=True)
    rows = [row for row in rows_of(context, time) if not row.leads and time.meets(row.entry)]
    told = [row for row in rows if tells(row) and not says_nothing(row.entry.text)]
    if not 0 < len(told) <= most:
        return None
    lines = tuple(line_of([row.entry], told, context) for row in told)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)
