"""Composes who was at a meeting, from the list with which its minutes begin."""

import re
from collections.abc import Iterator, Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.evidence.attending import (
    ABSENT,
    PRESENT,
    asks_who_attended,
    asks_who_was_absent,
    attending_stems,
)
from ctassist.answering.terms import event_stems, generic_actor_stems, generic_event_stems, light_stems, stems
from ctassist.answering.understanding.question import Question
from ctassist.extraction.places import find_places, lies_in
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import trimmed
from ctassist.model.answer import Status
from ctassist.model.archive import Document
from ctassist.model.text import Block, BlockKind, Span

_MOST_DAYS = 10
"""Minutes are of few days."""
_TOP = 200
"""So many characters hold the title, the place and the day of minutes."""


def compose_attendance(question: Question, context: Context) -> Draft | None:
    """Answers who attended a meeting of a day or at a place, or was excused; None where no minutes list anybody."""
    absent = asks_who_was_absent(question.text)
    if not (question.interval or question.places) or question.unknown:
        return None
    if not (absent or asks_who_attended(question.text)):
        return None
    lines = [
        _line(document, block, span, context)
        for document in _minutes(question, context)
        if _is_of(document, question, context)
        for block, span in _listed(context.blocks(document.id), context.text(document.id), absent=absent)
    ]
    if not lines:
        return None
    return Draft(
        Status.ANSWERED, "", tuple(lines), coverage=context.coverage(question, matched=len(lines), shown=len(lines))
    )


def _minutes(question: Question, context: Context) -> Iterator[Document]:
    """The documents of few days that lie in the asked time, and say at their top that they are of the asked place."""
    asked = question.interval
    for document in context.documents():
        period = document.period.interval if document.period else None
        if not period or (period.end - period.start).days >= _MOST_DAYS or (asked and not asked.contains(period.end)):
            continue
        top = [found.place for found in find_places(context.text(document.id)[:_TOP])] if question.places else []
        if all(any(lies_in(place, asked_place) for place in top) for asked_place in question.places):
            yield document


def _is_of(document: Document, question: Question, context: Context) -> bool:
    """Tells whether minutes are of the meeting that a question names: "the kiln meeting" has kilns on its agenda."""
    asking = attending_stems() | light_stems() | generic_event_stems() | generic_actor_stems() | event_stems()
    named = stems(" ".join(question.subject)) - asking - context.catalog.title_stems
    return named <= stems(f"{document.title} {document.name} {context.text(document.id)}")


def _listed(blocks: Sequence[Block], text: str, *, absent: bool) -> Iterator[tuple[Block, Span]]:
    """What lists those present, or absent: below its heading or leading line, or behind its label in one line."""
    heads, others = (ABSENT, PRESENT) if absent else (PRESENT, ABSENT)
    below = False
    for block in blocks:
        words = one_line(block.span.of(text))
        if block.kind is BlockKind.HEADING or words.endswith(":"):
            below = heads.fullmatch(words.rstrip(":")) is not None
        elif (start := _labelled(heads, text, block.span)) is not None:
            end = _labelled(others, text, Span(start + 1, block.span.end))
            yield block, trimmed(text, Span(start, end or block.span.end))
        elif below:
            yield block, block.span


def _labelled(heads: re.Pattern[str], text: str, span: Span) -> int | None:
    """Where a label with its colon stands, at the start of a span or with a capital within it."""
    label = re.compile(rf"(?:(?<=\s)(?=(?-i:[A-Z]))|^)(?P<label>{heads.pattern}):\s*\S", re.IGNORECASE)
    for match in label.finditer(span.of(text)):
        return span.start + match.start("label")
    return None


def _line(document: Document, block: Block, span: Span, context: Context) -> Line:
    source = context.source(document.id)
    words = one_line(context.quote(document.id, span)).strip(" |")
    evidence = Evidence(document.id, span, (), block.page)
    return Line(f"{words} ({source})", (evidence,), None, frame=(source,))
