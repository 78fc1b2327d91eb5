"""Composes lists of what was demonstrated: "Which tools were demoed at the club nights in May?"."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.terms import content, generic_event_stems, light_stems, stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question, Wants
from ctassist.model.answer import Status

_SHOWN = r"demo(?:s|ed|ing|nstrat\w+)?"
_ASKED = re.compile(
    r"\b(?:which|what|list|name|show|give|all|every|the)\b[^.?;]{0,40}?\b(?:(?P<things>[\w-]+)\s+"
    r"(?:(?:was|were|has\s+been|have\s+been|got)\s+)?demo(?:ed|nstrated)|demos|demonstrations)\b",
    re.IGNORECASE,
)
_NONE_SHOWN = re.compile(
    rf"\b(?:no|without(?:\s+an?)?|cancel\w*(?:\s+\w+)?|instead\s+of(?:\s+an?)?)\s+{_SHOWN}\b", re.IGNORECASE
)
_WAYS = stems("demo demos demoed demonstrate demonstrated demonstration demonstrations give given shown seen hold held")


def compose_demonstrations(question: Question, context: Context) -> Draft | None:
    """Answers with each line that tells of a demonstration; the heading may say where it was. None for other questions.

    What the things are called that were shown need not be said of them: a line tells which "tools" they were.
    """
    asked = _ASKED.search(question.text)
    if asked is None or question.wants is not Wants.ANYTHING or question.roles or question.places or question.unknown:
        return None
    wanted = frozenset(token.stem for word in question.topic for token in content(word))
    wanted |= frozenset().union(*(stems(entity.key) for entity in question.entities))
    wanted -= _WAYS | light_stems() | generic_event_stems() | list_words("framing") | stems(asked["things"] or "")
    time = replace(ListedTime.of(question, context), by_issue=True)
    shown = [row for row in rows_of(context, time) if time.meets(row.entry) and _tells(row)]
    told = [row for row in shown if wanted <= stems(row.entry.text) | row.above]
    if not shown:
        return None
    if not told:
        # What else was told of storage is no demonstration of it.
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
    lines = tuple(line_of([row.entry], told, context) for row in told)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _tells(row: Row) -> bool:
    """Tells whether a line, or the heading right above it, says that something was demonstrated."""
    said = f"{row.entry.text} {' '.join(row.entry.record.section[-1:])}"
    return (
        not row.leads and re.search(rf"\b{_SHOWN}\b", said, re.IGNORECASE) is not None and not _NONE_SHOWN.search(said)
    )
