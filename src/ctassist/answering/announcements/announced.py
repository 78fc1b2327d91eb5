"""The lists that a line announces: "Here are some session notes:", asked for by what it calls them."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.evidence.frames import says_nothing
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.terms import content, function_words, light_stems, stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_NOUN = (
    r"(?P<noun>(?:[a-z][\w’'-]*\s+){1,2}[a-z][\w’'-]*s)"
    r"(?=\s+(?:from|of|at|in|on|for|after|did|does|do|were|was|are|is)\b|\W*$)"
)
_ASKED = re.compile(
    rf"\b(?:(?:what|which)\s+(?:are|were|was|is)\s+(?:all\s+)?(?:the|our|its|their)\s+|(?:what|which)\s+"
    rf"|(?:list|show|give|name|tell)(?:\s+(?:me|us))?\s+(?:all\s+|each\s+)?(?:of\s+)?(?:the|our|its|their)\s+){_NOUN}",
    re.IGNORECASE,
)
_TWO = 2


def compose_announced(question: Question, context: Context) -> Draft | None:
    """Answers with the lines of a list whose announcement has all words of the noun asked for; None without one."""
    asked = _ASKED.search(question.text)
    noun = frozenset(token.stem for token in content(asked["noun"])) if asked else frozenset[str]()
    if len(noun) < _TWO or question.unknown:
        return None
    rest = frozenset(token.stem for word in question.topic for token in content(word)) - noun
    rest -= light_stems() | list_words("framing")
    time = ListedTime.of(question, context)
    rows = [
        row
        for row in rows_of(context, time)
        if noun <= stems(row.announced) and time.meets(row.entry) and _is_of(row, rest, context)
    ]
    told = [row for row in rows if not (row.leads or says_nothing(row.entry.text))]
    lines = tuple(line_of([row.entry], rows, context) for row in told)
    if not lines:
        return None
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _is_of(row: Row, rest: frozenset[str], context: Context) -> bool:
    """Tells whether what else is asked stands in the announcement, the sentences before it, headings or title."""
    around = stems(f"{row.announced} {context.document(row.entry.document_id).title}") | row.above | row.introduced
    return rest <= around | stems(" ".join(function_words()))
