"""Whose a thing is that a page lists: "which group owns the dock?", where the page of one has it under "Projects"."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.parts.headed import Part, parts_of
from ctassist.answering.terms import bodies, body_noun_pattern, fold
from ctassist.answering.understanding.question import Question
from ctassist.extraction.page_bodies import body_in
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Document
from ctassist.model.text import Block, BlockKind


@cache
def _asked() -> tuple[re.Pattern[str], ...]:
    """The ways to ask whose a thing is, which is ``thing``."""
    nouns = f"{body_noun_pattern()}|{'|'.join(bodies()['abbreviations'])}"
    group = rf"(?:which|what)\s+(?:of\s+the\s+)?(?:[\w-]+\s+)?(?:{nouns})s?"
    thing = rf"(?:the\s+)?(?P<thing>[^?,;]{{2,60}}?)(?:\s+(?:{body_noun_pattern()}))?"
    holds = (
        r"(?:owns?|sponsors?|maintains?|runs?|hosts?|has|have|stewards?|looks?\s+after|(?:is|are)\s+responsible\s+for)"
    )
    ways = (
        rf"{group}\s+{holds}\s+{thing}",
        rf"{group}\s+(?:is|are)\s+{thing}\s+(?:an?\s+)?(?:part|{body_noun_pattern()})\s+of",
        rf"{group}\s+(?:does|do)\s+{thing}\s+belong\s+to",
        rf"to\s+{group}\s+(?:does|do)\s+{thing}\s+belong",
        rf"of\s+{group}\s+(?:is|are)\s+{thing}\s+(?:an?\s+)?(?:part|{body_noun_pattern()})",
    )
    return tuple(re.compile(rf"\W*{way}\W*", re.IGNORECASE) for way in ways)


def compose_owners(question: Question, context: Context) -> Draft | None:
    """Answers whose a thing is with the pages of the groups that list it; reports count where no page does."""
    match = next((match for way in _asked() if (match := way.fullmatch(question.text))), None)
    if match is None or question.interval:
        return None
    thing = fold(match["thing"].strip(" \"“”'"))
    documents = context.documents()
    pages = [document for document in documents if document.period is None]
    reports = [document for document in documents if document.period and body_in(document.title)]
    lines = [line for page in pages for line in _listed(thing, page, context)]
    lines = lines or [line for report in reports[::-1] for line in _listed(thing, report, context)][:1]
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage)


def _listed(thing: str, document: Document, context: Context) -> Iterator[Line]:
    """The thing where a document has it by its name alone under a heading: as a deeper heading, or in a list."""
    text = context.text(document.id)
    for part in parts_of(document.id, context):
        if part.heading == document.title or part.title.level < _DEEP:
            continue
        for block in part.blocks:
            if block.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) and fold(name_of(block, text)) == thing:
                yield _line(part, block, text, document, context)
                return


_DEEP = 2
"""A heading of the first level is a title: what stands below it is the whole page."""


def name_of(block: Block, text: str) -> str:
    """The words of a heading or an item, without the address that it leads to."""
    return re.sub(r":?\s+https?:\S+", "", one_line(block.span.of(text))).strip(" :")


def _line(part: Part, block: Block, text: str, document: Document, context: Context) -> Line:
    evidence = Evidence(document.id, block.span, (part.heading,), block.page)
    source = context.source(document.id)
    return Line(
        f"**{source}** – {part.heading}: {name_of(block, text)}", (evidence,), None, frame=(source, part.heading)
    )
