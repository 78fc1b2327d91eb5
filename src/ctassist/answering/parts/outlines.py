"""The headings of an issue, where they are asked for: "which sections does the May review have?"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.parts.headed import parts_of
from ctassist.answering.terms import generic_event_stems, light_stems, stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Document

_ASKS = re.compile(
    r"\b(?:list|what|which|name|show|give|tell)\b[^?]{0,40}?\b(?:headings|sections|rubrics|chapters|headlines)\b",
    re.IGNORECASE,
)
_SAID_OF_THEM = stems(
    "headings heading sections section rubrics chapters headlines main list all issue edition"
    " review structured organised divided contents content document newest latest current"
)


def compose_outline(question: Question, context: Context) -> Draft | None:
    """Answers with the headings of the newest issue of the asked time; None where a question names more than that."""
    if not _ASKS.search(question.text) or question.entities or question.places or question.unknown:
        return None
    ways = light_stems() | generic_event_stems() | list_words("framing") | context.catalog.title_stems | _SAID_OF_THEM
    if not set(content_stems(question.topic)) <= ways:
        return None
    document = max(filter(lambda d: _is_of_time(d, question), context.documents()), key=_end, default=None)
    if document is None:
        return None
    text, issue = context.text(document.id), context.source(document.id)
    titled = [part.title for part in parts_of(document.id, context) if part.heading != document.title]
    lines = tuple(
        Line(one_line(block.span.of(text)), (Evidence(document.id, block.span, (), block.page),), None)
        for block in titled
    )
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, f"**{issue}**:", lines, coverage=coverage)


def _is_of_time(document: Document, question: Question) -> bool:
    if question.document_ids is not None:
        return document.id in question.document_ids
    period = document.period
    return period is not None and (question.interval is None or period.interval.meets(question.interval))


def _end(document: Document) -> tuple[int, int]:
    period = document.period
    return (period.end.toordinal(), period.start.toordinal()) if period else (0, 0)
