"""The parts of a document, each a heading with what stands under it; and the pages that a question names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ctassist.answering.context import Context
from ctassist.answering.lists.wanted import named_subjects
from ctassist.answering.terms import content, is_body_noun, light_stems, stems, written_out
from ctassist.answering.understanding.catalog import lead_of_heading, plain_heading
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question
from ctassist.extraction.page_bodies import body_in
from ctassist.extraction.sections import LEADING_HEADING, one_line
from ctassist.model.archive import Document
from ctassist.model.text import Block, BlockKind, Span


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of a document with all blocks under it, those of deeper headings too."""

    document_id: str
    heading: str
    title: Block
    blocks: tuple[Block, ...]


def parts_of(document_id: str, context: Context) -> Iterator[Part]:
    """The parts of a document in reading order; a deeper one is also within the one around it."""
    blocks = context.blocks(document_id)
    text = context.text(document_id)
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING:
            if leading := LEADING_HEADING.match(text, block.span.start, block.span.end):
                inner = replace(block, span=Span(leading.end(), block.span.end), cells=())
                yield Part(document_id, leading["heading"], block, (inner,))
            continue
        inside: list[Block] = []
        for follower in blocks[index + 1 :]:
            if follower.kind is BlockKind.HEADING and follower.level <= block.level:
                break
            inside.append(follower)
        yield Part(document_id, " ".join(block.span.of(text).split()), block, tuple(inside))


def features_of(document_id: str, context: Context) -> Iterator[Part]:
    """The parts of a document, and what has the name of a regular feature in its heading, row or first words."""
    yield from parts_of(document_id, context)
    leads, headings = context.catalog.feature_leads, context.catalog.headings()
    for part in parts_of(document_id, context) if leads else ():
        if part.title.kind is BlockKind.HEADING and (lead := lead_of_heading(part.heading)) in leads:
            yield replace(part, heading=str(lead), blocks=(part.title, *part.blocks))
    text = context.text(document_id)
    for block in context.blocks(document_id):
        if block.kind is BlockKind.TABLE_ROW and len(block.cells) == _PAIR:
            lead = plain_heading(one_line(block.cells[0].of(text)))
            if lead in leads:
                yield Part(document_id, lead, block, (block,))
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            led = LEADING_HEADING.match(text, block.span.start, block.span.end)  # A part of its own already.
            run_in = None if led else _RUN_IN.match(text, block.span.start, block.span.end)
            lead = run_in["lead"].casefold() if run_in else ""
            if lead in headings or lead in leads:
                yield Part(document_id, lead, block, (block,))


_RUN_IN = re.compile(r"(?:\d{1,3}[.)]\s+)?(?P<lead>[^\W\d_][\w’'-]*(?:,?[ ][\w’'-]+){1,5})(?:[.:]|\s[–—-])\s+(?=\S)")
"""A heading of other issues that leads a paragraph: "Fish in focus. The pike sleeps in winter."."""
_PAIR = 2


@lru_cache(maxsize=20_000)
def naming_words(text: str) -> frozenset[str]:
    """The words by which a title or heading is named: without nouns that most names of bodies have."""
    words = content(written_out(text))
    # "SIG Release" is called so, whatever the word says elsewhere, and "SIG Network" is a group of that name.
    subjects = named_subjects(text)
    telling = [token for token in words if token.stem in subjects or not is_body_noun(token)]
    named = frozenset(token.stem for token in telling or words)
    return (named - light_stems()) | (named & subjects) or named


def _is_of_time(document: Document, question: Question) -> bool:
    """Tells whether a document is a report on the body that its title names, of the time that a question asks about."""
    period, asked = document.period, question.interval
    within = period and asked and asked.start <= period.start and period.end <= asked.end
    return bool(within) and body_in(document.title) is not None


def _named(titles: Mapping[Document, str], question: Question, context: Context) -> dict[Document, frozenset[str]]:
    asked = stems(question.text)
    found: dict[Document, frozenset[str]] = {}
    for document, title in titles.items():
        words = naming_words(title) - context.catalog.title_stems
        entity = next((e for e in question.entities if mentions(title, e)), None)
        if entity and words <= asked | stems(" ".join(entity.forms)):
            found[document] = words | stems(written_out(" ".join(entity.forms)))
        elif words and words <= asked:
            found[document] = words
    return found


def named_pages(question: Question, context: Context) -> dict[Document, frozenset[str]]:
    """The documents whose title a question has in its words, with those words; the longest titles win.

    A question about a year means the reports on it, where there are such: what a page lists now says nothing of then.
    """
    told = [document for document in context.documents() if _is_of_time(document, question)]
    named = {document: body_in(document.title) or document.title for document in told}
    found = _named(named, question, context) or _named({d: d.title for d in context.documents()}, question, context)
    asked = stems(question.text)
    most = max((len(words & asked) for words in found.values()), default=0)
    return {document: words for document, words in found.items() if len(words & asked) == most}
