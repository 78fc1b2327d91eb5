"""Composes the instalments of a numbered series to which issues point: "Notes from the kiln 12", "… 13", "… 14"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.terms import content, light_stems, stems
from ctassist.answering.understanding.framing import asking_stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item

_ASKED = re.compile(
    r"\b(?:all|every|each|which|what|list|show|give|name|the)\b[^?]*?"
    r"\b(?:(?:instal?lments?|parts|episodes|numbers?)\s+(?:of|in|from)\b|numbered\b"
    r"|(?:issues?|editions?)\s+(?:of|from)\s+[\"“'‘]?(?:this|these)\s+(?:days?|weeks?|months?)\b)",
    re.IGNORECASE,
)
_INSTALMENT = re.compile(r"(?P<name>[^\W\d_][^\d:.;|]{3,60}?)\s+(?:#|No\.\s*)?(?P<number>\d{1,4})(?=\s*(?:$|[.:–—(]))")
_INSTALMENTS = stems(
    "instalment installment part episode number issue edition numbered series report post article blog weekly monthly"
    " daily yearly regular one published mentioned linked advertised recommended listed"
)
_SEVERAL = 3
"""So many lines with a number of their own are a series; two may count something."""


def compose_numbered_series(question: Question, context: Context) -> Draft | None:
    """Answers with every line that is an instalment of the series asked for; None where no lines are one.

    "This week" may be part of its name; another time is that of the issues.
    """
    if not _ASKED.search(question.text) or question.roles or question.places:
        return None
    wanted = _wanted(question, context)
    if not wanted:
        return None
    found = list(_instalments(wanted, question, context))
    if len({number for number, _ in found}) < _SEVERAL and not (found and question.time_words):
        return None
    lines = tuple(_line(entry, context) for _, entry in found)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


def _wanted(question: Question, context: Context) -> frozenset[str]:
    """The words that the name of the series must have."""
    named = frozenset(token.stem for token in content(question.text))
    ways = light_stems() | asking_stems() | list_words("framing") | list_words("pointing") | list_words("listing")
    return named - ways - _INSTALMENTS - stems(question.time_words) - context.catalog.title_stems


def _names_the_series(question: Question) -> bool:
    """Tells whether what looks like a time is part of a name: "This week in Looms"."""
    return _IN_NAME.search(question.text) is not None


_IN_NAME = re.compile(
    r"\b(?:this|these|the|last)\s+(?:day|week|month|quarter|year)s?\s+(?:in|at|on|with|for)\s+[\"“]?(?-i:[^\W\d_a-z])",
    re.IGNORECASE,
)


def _instalments(wanted: frozenset[str], question: Question, context: Context) -> Iterator[tuple[int, Entry[Item]]]:
    """The lines that begin with such a name and a number, each with that, in the order of the issues.

    Of several times the first is the one in the name.
    """
    times = question.times[1:] if _names_the_series(question) else question.times
    time = ListedTime.of(replace(question, interval=times[-1] if times else None, times=times), context)
    for entry in context.view.items(context.document_ids):
        match = _INSTALMENT.match(one_line(entry.text).lstrip("*_["))
        if match and wanted <= stems(match["name"]) and time.meets(entry):
            yield int(match["number"]), entry


def _line(entry: Entry[Item], context: Context) -> Line:
    source = context.source(entry.document_id)
    return Line(f"{one_line(entry.text)} ({source})", (evidence_of(entry),), None, frame=(source,))
