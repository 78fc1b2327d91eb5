"""Composes what a charter takes on and what it leaves out: the two sides of a scope, which share their words."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.parts.headed import Part, parts_of
from ctassist.answering.parts.page_parts import telling_words
from ctassist.answering.terms import stems, table
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.text import BlockKind


def compose_scope(question: Question, context: Context) -> Draft | None:
    """Answers what is in scope, or out of it, with all that stands under that heading of the pages that are named."""
    sides = [side for side in _SIDES if _said(side).search(question.text)]
    if not sides or question.interval:
        return None
    asked = telling_words(question, context) - stems(" ".join(table("words")["scope_words"]))
    named = {side: [p for p in _parts(side, context) if asked <= _named_by(p, context)] for side in _SIDES}
    found = named[sides[0]]
    if not found and asked and any(named.values()):
        # What a charter leaves out says nothing of what it takes on.
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
    if not found or (not asked and len({part.document_id for part in found}) > 1):
        return None
    lines = tuple(line for part in found for line in _lines(part, context))
    count = len(lines)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=count, shown=count))


_SIDES = ("scope_out", "scope_in")


@cache
def _said(side: str) -> re.Pattern[str]:
    return re.compile("|".join(table("words")[side]), re.IGNORECASE)


def _parts(side: str, context: Context) -> Iterator[Part]:
    """The parts under headings that say one side and nothing else: "Out of scope", "Non-Goals"."""
    for document in context.documents():
        for part in parts_of(document.id, context):
            rest = _said(side).sub("", part.heading, count=1)
            if part.blocks and rest != part.heading and not re.search(r"[^\W\d_]", rest):
                yield part


def _named_by(part: Part, context: Context) -> frozenset[str]:
    """The words by which a page may be named: those of its title, its file and its folders."""
    document = context.document(part.document_id)
    return stems(f"{document.title} {document.name}") | context.catalog.folder_stems(document.id)


def _lines(part: Part, context: Context) -> Iterator[Line]:
    """All that stands in a part, but for what only leads a list."""
    text, source = context.text(part.document_id), context.source(part.document_id)
    for block in part.blocks:
        words = one_line(block.span.of(text))
        if block.kind is not BlockKind.HEADING and not words.endswith(":"):
            evidence = Evidence(part.document_id, block.span, (part.heading,), block.page)
            yield Line(f"{words} ({source})", (evidence,), None, frame=(source,))
