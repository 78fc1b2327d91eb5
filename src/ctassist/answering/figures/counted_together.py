"""Two numbers that one line tells together: "8 working groups under 4 pillars"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.terms import content, stem, table
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item

_COUNTED = re.compile(r"\bhow\s+many\s+(?P<what>(?:[\w-]+\s+){0,2}?[\w-]+s)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,.]*")


def compose_counted_together(question: Question, context: Context) -> Draft | None:
    """Answers how many of two things there are with the newest line that counts both; None where no line does."""
    counted = [tuple(token.stem for token in content(match["what"])) for match in _COUNTED.finditer(question.text)]
    if question.wants is not Wants.HOW_MANY or len(counted) < 2 or not all(counted):
        return None
    found = [
        entry
        for entry in context.view.items(document_ids=context.document_ids)
        if _is_of_time(entry, question, context) and all(_counts(entry.text, what) for what in counted)
    ]
    if not found:
        return None
    best = max(found, key=lambda entry: context.last_day(entry.document_id))
    source = context.source(best.document_id)
    line = Line(f"{one_line(best.text)} ({source})", (evidence_of(best),), None, frame=(source,), bullet=False)
    return Draft(Status.ANSWERED, "", (line,), coverage=context.coverage(question, matched=1, shown=1))


def _counts(text: str, what: tuple[str, ...]) -> bool:
    """Tells whether a number stands right before some words: "8 working groups", "eight working groups"."""
    words = text.split()
    numerals = {"one", *table("words")["numerals"]}
    return any(
        tuple(stem(other.strip(".,;:()")) for other in words[at + 1 : at + 1 + len(what)]) == what
        for at, word in enumerate(words)
        if _NUMBER.fullmatch(word) or word.casefold() in numerals
    )


def _is_of_time(entry: Entry[Item], question: Question, context: Context) -> bool:
    period = context.document(entry.document_id).period
    return question.interval is None or (period is not None and period.interval.meets(question.interval))
