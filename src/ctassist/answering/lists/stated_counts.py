"""How many there were, in the words of a line that says so: "The Loft had 5 sales in 2031"."""

import re
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.terms import content, figure_stems, generic_event_stems, light_stems, stems, table
from ctassist.answering.understanding.kinds import kinds_in
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.dates import find_dates
from ctassist.extraction.figure_words import NUMBER
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.time import Interval

_HOW_MANY = re.compile(
    r"\bhow\s+many\s+(?:[\w-]+\s+){0,2}?(?P<what>[^\W\d_][\w-]+s)\s+(?:did|do|does|has|have|had|were|was|came)\b",
    re.IGNORECASE,
)


def compose_stated_count(question: Question, context: Context) -> Draft | None:
    """Answers how many with the lines that count it of whom the question names, for each time that it names.

    None where a time has no such line: what the archive tells one by one may then be counted.
    """
    match = _HOW_MANY.search(question.text)
    if question.wants is not Wants.HOW_MANY or match is None or question.interval is None:
        return None
    counted = stems(match["what"]).union(*(kind.says for kind in kinds_in([match["what"]])))
    named = _named(question, counted, context)
    if not named:
        return None
    lines: list[Line] = []
    for time in question.times or (question.interval,):
        found = [
            entry
            for entry in context.view.items(context.document_ids)
            if _counts(entry, counted, named, question, time, context)
        ]
        if not found:
            return None
        lines += [_line(entry, context) for entry in found]
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage)


def _named(question: Question, counted: frozenset[str], context: Context) -> frozenset[str]:
    """The words that a line must have beside the number: whose things are counted, and which ones."""
    dropped = counted | light_stems() | generic_event_stems() | figure_stems() | stems(question.time_words)
    return (
        frozenset(token.stem for word in question.topic for token in content(word))
        - dropped
        - context.catalog.title_stems
    )


def _counts(
    entry: Entry[Item],
    counted: frozenset[str],
    named: frozenset[str],
    question: Question,
    time: Interval,
    context: Context,
) -> bool:
    """Tells whether a line says how many there were in a time: all of it, and not a part."""
    words = one_line(entry.text)
    period = context.document(entry.document_id).period
    if period is None or not named <= stems(words) or not all(mentions(words, e) for e in question.entities):
        return False
    if not any(stems(match["what"]) & counted for match in _number().finditer(words)):
        return False
    dates = [found.interval for found in find_dates(words, period.interval)]
    return any(date.contains(time.start) and date.contains(time.end) for date in dates or [period.interval])


@cache
def _number() -> re.Pattern[str]:
    numerals = "|".join(table("words")["numerals"])
    return re.compile(
        rf"(?<![\w.])(?:{NUMBER}|{numerals})\s+(?P<what>[a-z][\w-]+(?:\s+[a-z][\w-]+){{0,2}})", re.IGNORECASE
    )


def _line(entry: Entry[Item], context: Context) -> Line:
    issue = context.source(entry.document_id)
    return Line(f"{one_line(entry.text)} ({issue})", (evidence_of(entry),), None, frame=(issue,))
