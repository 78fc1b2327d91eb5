"""Composes lists of last days: "Which deadlines are coming up?", "What is the next deadline?"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.lists.listed_time import deadline_pattern
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
    r"\b(?:which|what|list|name|show|tell|give|all|every|any)\b[^.?;]{0,60}\b(?:deadlines|closing\s+dates|due\s+dates)\b",
    re.IGNORECASE,
)
"""Deadlines are asked for, of whatever time: "Which deadlines are mentioned?"."""
_NEXT = re.compile(r"\bnext\s+(?:deadline|closing\s+date|due\s+date)\b", re.IGNORECASE)
_WAYS = stems(
    "next upcoming forthcoming coming come up open ahead still yet approaching pending deadline closing due date fall"
    " mention announce state publish archive issue newsletter"
)
_NAMED = re.compile(r"\b(?:deadline|closing date|due date)\b", re.IGNORECASE)


def compose_deadlines(question: Question, context: Context) -> Draft | None:
    """Answers with the lines that tell a last day to come or in the asked time, the earliest first; None if none do."""
    coming = _COMING.search(question.text)
    if question.intent is Intent.COMPARISON:
        return None  # How a deadline was moved no list of deadlines tells.
    if not _ASKED.search(question.text) or not (question.interval or coming or _LISTED.search(question.text)):
        return None
    start = context.as_of + timedelta(days=1) if coming else FIRST_DAY
    asked = question.interval or Interval(start, LAST_DAY, Precision.RANGE)
    wanted = frozenset(content_stems(question.topic)) - _WAYS - light_stems()
    found: dict[tuple[date, str], Line] = {}
    for entry in context.view.items({document.id for document in context.documents()}):
        days = [day for day in _last_days(entry, context) if asked.contains(day)]
        if days and told(wanted, question.text, entry.text) == wanted:
            words, source = one_line(entry.text), context.source(entry.document_id)
            line = Line(
                f"**{context.words.time(_day(days[0]))}** – {words} ({source})",
                (evidence_of(entry),),
                None,
                frame=(context.words.time(_day(days[0])), source),
            )
            found.setdefault((days[0], words.casefold()), line)
    lines = tuple(found[key] for key in sorted(found))[: 1 if _NEXT.search(question.text) else None]
    if not lines:
        return None
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _last_days(entry: Entry[Item], context: Context) -> Iterator[date]:
    """The days until which something may be done, as a line says: "closes on 3 May", "3 May: deadline for …"."""
    period = context.document(entry.document_id).period
    text = one_line(entry.text)
    dates = find_dates(text, period.interval if period else None)
    for found in dates:
        before = text[: found.span.start]
        leads = len(dates) == 1 and not before.strip("*_ ") and _NAMED.search(text)
        if leads or (
            (said := deadline_pattern().search(before)) and (_NAMED.search(said.group()) or _is_asked_for(text))
        ):
            yield found.interval.end


def _is_asked_for(text: str) -> bool:
    """Tells whether a line asks for something to be handed in: what merely lasts until a day has no deadline."""
    return not stems(text).isdisjoint(_HANDED_IN)


_HANDED_IN = stems(
    "apply application register registration submit submission enter entry propose proposal abstract book booking"
    " nominate nomination send comment call open vote respond response bid tender paper cfp rfp"
)


def _day(day: date) -> Interval:
    return Interval(day, day, Precision.DAY)
