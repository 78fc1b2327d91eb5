"""The lines that stand beside a passage under a heading which speaks of what is asked."""

import re
from collections.abc import Collection, Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence
from ctassist.answering.evidence.deeds import PRONOUN
from ctassist.answering.evidence.leads import before
from ctassist.answering.terms import stems
from ctassist.indexing.view import Found
from ctassist.model.text import Block, BlockKind, Span

_MOST = 5
"""So many lines before a passage and after it are looked at."""
_HEADED = 2
"""So many words of a question must stand in a heading for its lines to count as one."""
_LINES = (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)


def siblings(found: Found, telling: Collection[str], context: Context) -> Sequence[Evidence]:
    """The lines around a passage, the nearest first, if its own heading speaks of what is asked.

    Under "Renewal of the lease" all lines are on the lease; under "Key events" each is on something else.
    """
    if (block := _paragraph(found, context)) is not None:
        return block
    if not found.section or len(stems(found.section[-1]) & frozenset(telling)) < _HEADED:
        return ()
    blocks, index = before(found, context)
    if index < 0 or blocks[index].kind not in _LINES:
        return ()
    around = [*_until_heading(blocks[:index][::-1]), *_until_heading(blocks[index + 1 :])]
    around = [block for block in around if not (block.span.start <= found.span.start < block.span.end)]
    around.sort(key=lambda block: abs(block.span.start - found.span.start))
    return [Evidence(found.document_id, block.span, found.section, block.page) for block in around]


def goes_on(found: Found, context: Context) -> bool:
    """Tells whether a passage is a sentence within a paragraph that goes on about who was named before it.

    It does so by a pronoun, or begins with one part of a name: "Ada Roe has left us. Ada was our best rower."
    """
    above = _paragraph(found, context)
    if not above:
        return False
    return PRONOUN.search(found.text) is not None or _names_again(found.text, context.quote(*_place(above[-1])))


def _place(line: Evidence) -> tuple[str, Span]:
    return line.document_id, line.span


def _names_again(text: str, above: str) -> bool:
    first = _FIRST_WORD.match(text)
    if first is None:
        return False
    word = re.escape(first["word"])
    return re.search(rf"\b{word}\s+[A-Z][\w’'-]+|\b[A-Z][\w’'-]+\s+{word}\b", above) is not None


_FIRST_WORD = re.compile(r"\W*(?P<word>[A-Z][\w-]+)")


def _paragraph(found: Found, context: Context) -> Sequence[Evidence] | None:
    """The part of a paragraph before a sentence of it, which goes on about the same; None elsewhere."""
    blocks, index = before(found, context)
    if index < 0 or blocks[index].kind is not BlockKind.PARAGRAPH or blocks[index].span.start == found.span.start:
        return None
    block = blocks[index]
    if found.span.start >= block.span.end:
        return None
    return (Evidence(found.document_id, Span(block.span.start, found.span.start), found.section, block.page),)


def _until_heading(blocks: Sequence[Block]) -> list[Block]:
    lines: list[Block] = []
    for block in blocks:
        if block.kind not in _LINES or len(lines) == _MOST:
            break
        lines.append(block)
    return lines
