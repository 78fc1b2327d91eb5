"""What a passage says only together with its place: the line above a nested one, the names of a table's columns."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import takewhile

from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence
from ctassist.answering.evidence.frames import LEAD_WORDS
from ctassist.answering.terms import content, stems
from ctassist.extraction.sections import lead_words, one_line
from ctassist.extraction.vocabulary import alternatives, months
from ctassist.indexing.view import Found
from ctassist.model.text import Block, BlockKind, Span


def lead_of(found: Found, context: Context) -> Evidence | None:
    """The list item under which a passage is nested: "2031-05-04 | Riga | Riga Rowers" above "Spring regatta"."""
    return lead_above(found.document_id, found.span, found.section, context)


def lead_above(document_id: str, span: Span, section: Sequence[str], context: Context) -> Evidence | None:
    """The list item under which a line with these headings is nested, or None."""
    if not section:
        return None
    blocks, index = _at(document_id, span, context)
    own = blocks[index] if index >= 0 else None
    if own is None or own.kind is not BlockKind.LIST_ITEM:
        return None
    text = context.text(document_id)
    for block in reversed(blocks[:index]):
        if block.kind is not BlockKind.LIST_ITEM:
            return None
        if block.level < own.level:
            is_lead = lead_words(one_line(block.span.of(text))) == section[-1]
            return Evidence(document_id, block.span, tuple(section[:-1]), block.page) if is_lead else None
    return None


_LONGEST = 400
"""A longer paragraph says more than what its list is of."""


def announcement_of(found: Found, context: Context) -> Evidence | None:
    """The paragraph that announces the list that a passage is of: "Key dates for 2.1:"."""
    blocks, index = before(found, context)
    if index < 0 or blocks[index].kind is not BlockKind.LIST_ITEM:
        return None
    above = next((block for block in reversed(blocks[:index]) if block.kind is not BlockKind.LIST_ITEM), None)
    if above is None or above.kind is not BlockKind.PARAGRAPH or above.span.end - above.span.start > _LONGEST:
        return None
    announces = above.span.of(context.text(found.document_id)).rstrip().endswith(":")
    return Evidence(found.document_id, above.span, found.section, above.page) if announces else None


_VERSION = re.compile(
    r"(?<![\w.])v?(?!\d{1,2}\.\d{1,2}\.\d{4}\b)(?P<number>\d+\.\d+(?:\.\d+)*)(?![\d%])", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\d])")


def version_of(found: Found, context: Context) -> tuple[str, Evidence] | None:
    """The one version that the paragraph of a sentence speaks of, which the sentence itself leaves out.

    "We near the end of the 4.2 cycle. The freeze was last week." tells when the freeze for 4.2 was. The part of the
    paragraph that says so comes with it; None where it speaks of none, or of several. What a sentence calls "this
    cycle" or "the release" is that of the paragraph before; a label with a day is of the one after it:
    "Next deadline: Freeze, 4 May".
    """
    blocks, index = before(found, context)
    if index < 0 or blocks[index].kind is not BlockKind.PARAGRAPH or _VERSION.search(found.text):
        return None
    text = context.text(found.document_id)
    own = blocks[index].span.of(text)
    around: Iterable[Block] = [blocks[index]]
    if _LABEL_LINE.fullmatch(" ".join(own.split())):
        around = takewhile(lambda block: block.kind is BlockKind.PARAGRAPH, blocks[index:])
    elif _THIS_VERSION.search(found.text):
        around = takewhile(lambda block: block.kind is BlockKind.PARAGRAPH, reversed(blocks[: index + 1]))
    block = next((block for block in around if _VERSION.search(block.span.of(text))), None)
    return _one_version(block, text, found) if block else None


_LABEL_LINE = re.compile(r"[A-Z][\w’'/ -]{2,40}:\s+(?:(?![.!?]\s+[A-Z]).){3,120}")
_THIS_VERSION = re.compile(r"\bth(?:is|at|e)\s+(?:release|version|cycle|milestone|series|edition)\b", re.IGNORECASE)


def label_above(found: Found, context: Context) -> Evidence | None:
    """The label with a day above a sentence on the same: "Next deadline: 4.2 fair, 8 May" above "The 4.2 fair …".

    None where the sentence does not have all words of what the label gives a day for.
    """
    blocks, index = before(found, context)
    if index < 0 or blocks[index].kind is not BlockKind.PARAGRAPH:
        return None
    text = context.text(found.document_id)
    for block in takewhile(lambda block: block.kind is BlockKind.PARAGRAPH, reversed(blocks[:index])):
        label = one_line(block.span.of(text))
        if not _LABEL_LINE.fullmatch(label):
            continue
        what = _DAY.sub(" ", label.partition(":")[2])
        named = {token.stem for token in content(what)}
        said = named and named <= stems(found.text)
        return Evidence(found.document_id, block.span, found.section, block.page) if said else None
    return None


_DAY = re.compile(rf"\b(?:{alternatives(months())})\b\.?|(?<![\d.])\d{{1,2}}(?:st|nd|rd|th)?\b(?!\.\d)", re.IGNORECASE)


def _one_version(block: Block, text: str, found: Found) -> tuple[str, Evidence] | None:
    """The one version that a paragraph speaks of, and the sentence that says so."""
    matches = list(_VERSION.finditer(text, block.span.start, block.span.end))
    numbers = sorted({match["number"] for match in matches}, key=len)
    if not all(f"{number}.".startswith(f"{numbers[0]}.") for number in numbers):
        return None
    ends = [match.end() for match in _SENTENCE_END.finditer(text, block.span.start, block.span.end)]
    bounds = [block.span.start, *ends, block.span.end]
    at = bisect_right(bounds, matches[0].start()) - 1
    sentence = Span(bounds[at], bounds[at + 1])
    return numbers[0], Evidence(found.document_id, sentence, found.section, block.page)


_GOES_ON = re.compile(
    r"(?:currently|so\s+far|at\s+present|at\s+the\s+moment|to\s+date|until\s+now|for\s+now|right\s+now|as\s+of\s+now)\b",
    re.IGNORECASE,
)


def sentence_before(found: Found, context: Context) -> Evidence | None:
    """The sentence that one of a paragraph goes on from without a name: "Currently there are four candidates."."""
    blocks, index = before(found, context)
    if index < 0 or blocks[index].kind is not BlockKind.PARAGRAPH or not _GOES_ON.match(found.text):
        return None
    text, start = context.text(found.document_id), blocks[index].span.start
    above = text[start : found.span.start].rstrip()
    ends = [match.end() for match in _SENTENCE_END.finditer(above)]
    span = Span(start + (ends[-1] if ends else 0), start + len(above))
    return Evidence(found.document_id, span, found.section, blocks[index].page) if above else None


def list_below(found: Found, context: Context) -> list[Evidence]:
    """The items of the list right below the paragraph, or item, that a passage ends; empty where it ends none."""
    blocks, index = before(found, context)
    if index >= 0 and blocks[index].kind is BlockKind.LIST_ITEM:
        own = blocks[index].level
        nested = list(takewhile(lambda b: b.kind is BlockKind.LIST_ITEM and b.level > own, blocks[index + 1 :]))
        first = min((block.level for block in nested), default=own)
        return [Evidence(found.document_id, b.span, found.section, b.page) for b in nested if b.level == first]
    if index < 0 or blocks[index].kind is not BlockKind.PARAGRAPH:
        return []
    rest = context.text(found.document_id)[found.span.end : blocks[index].span.end]
    items = takewhile(lambda block: block.kind is BlockKind.LIST_ITEM, blocks[index + 1 :])
    return [] if rest.strip() else [Evidence(found.document_id, b.span, found.section, b.page) for b in items]


def is_short_item(found: Found, context: Context) -> bool:
    """Tells whether a passage is an item of a few words, which may only head those nested below it: "Rejected"."""
    blocks, index = before(found, context)
    return index >= 0 and blocks[index].kind is BlockKind.LIST_ITEM and len(found.text.split()) <= LEAD_WORDS


def columns_of(found: Found, context: Context) -> str:
    """The names of the columns of the table that a passage is a row of; empty where there are none."""
    blocks, index = before(found, context)
    if index < 0 or blocks[index].kind is not BlockKind.TABLE_ROW:
        return ""
    for block in reversed(blocks[:index]):
        if block.kind is not BlockKind.TABLE_ROW:
            return ""
        if block.header:
            return one_line(block.span.of(context.text(found.document_id)))
    return ""


def told(found: Found, context: Context) -> str:
    """The words of a passage with those of the line above it."""
    lead = lead_of(found, context)
    return f"{context.quote(found.document_id, lead.span)} – {found.text}" if lead else found.text


def before(found: Found, context: Context) -> tuple[list[Block], int]:
    """The blocks of a passage's document, and the number of the one that it begins in."""
    return _at(found.document_id, found.span, context)


def _at(document_id: str, span: Span, context: Context) -> tuple[list[Block], int]:
    blocks = context.blocks(document_id)
    return blocks, bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
