"""The lines that lists are made of, each with what stands above it and introduces it."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ctassist.answering.context import Context
from ctassist.answering.evidence.frames import is_lead
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.terms import stems
from ctassist.extraction.sections import lead_words
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.text import Block, BlockKind

_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[.!?]$")
"""The first sentence under a heading introduces what follows it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line with the stems of what stands above it."""

    entry: Entry[Item]
    above: frozenset[str]
    introduced: frozenset[str]
    """By the first sentence under its heading, and a line that is none by all sentences before it."""
    announced: str
    """The last lines before it, under its headings, that end in a colon, with the sentences before them."""
    leads: bool
    """Whether it only heads those below it."""


def rows_of(context: Context, time: ListedTime) -> Iterator[Row]:
    """The lines of the documents that may matter, each with what introduces it."""
    blocks: dict[str, Sequence[Block]] = {}
    introduced: dict[tuple[str, tuple[str, ...]], list[frozenset[str]]] = {}
    announced: dict[tuple[str, tuple[str, ...]], str] = {}
    listing: set[tuple[str, tuple[str, ...]]] = set()
    leads: set[tuple[str, tuple[str, ...]]] = set()
    items = context.view.items(context.document_ids)
    for entry, following in zip_longest(items, items[1:]):
        if not time.may_meet(entry.document_id):
            continue
        key = (entry.document_id, entry.record.section)
        if entry.text.rstrip().endswith(":"):
            # A line that is a heading of those below it announces nothing else.
            if following is None or len(following.record.section) <= len(entry.record.section):
                announced[key] = _announcement(entry, context, blocks)
                listing.discard(key)
            continue
        above = stems(" ".join(entry.record.section))
        if listed := _is_listed(entry, context, blocks):
            listing.add(key)
            leads.add((entry.document_id, (*entry.record.section, lead_words(" ".join(entry.text.split())))))
        elif key in listing:
            announced.pop(key, None)  # The list that it announced has ended.
        if _SENTENCE.search(entry.text) and not listed:
            introduced.setdefault(key, []).append(stems(entry.text))
            opening = introduced[key][0]
        else:
            opening = frozenset().union(*introduced.get(key, ()), *introduced.get(_of_whole_list(key, leads), ()))
        yield Row(entry, above, opening, _announced(key, announced, listing), is_lead(entry, following))


def _is_listed(entry: Entry[Item], context: Context, blocks: dict[str, Sequence[Block]]) -> bool:
    """Tells whether a line is of a list: it introduces no other."""
    block = _block_of(entry, context, blocks)
    return block is not None and block.kind is BlockKind.LIST_ITEM


def _of_whole_list(
    key: tuple[str, tuple[str, ...]], leads: Collection[tuple[str, tuple[str, ...]]]
) -> tuple[str, tuple[str, ...]]:
    """The headings of the list that a nested line belongs to, without the lines of it that stand above that one."""
    document, section = key
    while section and (document, section) in leads:
        section = section[:-1]
    return document, section


_LONGEST = 500
"""Of a longer paragraph only the last lines announce the list below it."""


def _announcement(entry: Entry[Item], context: Context, blocks: dict[str, Sequence[Block]]) -> str:
    """A line that ends in a colon, with the sentences before it in its paragraph: they say whose list it is."""
    block = _block_of(entry, context, blocks)
    if block is None or block.kind is not BlockKind.PARAGRAPH or block.span.end - block.span.start > _LONGEST:
        return entry.text
    start = min(block.span.start, entry.record.span.start)
    return context.text(entry.document_id)[start : entry.record.span.end]


def _block_of(entry: Entry[Item], context: Context, blocks: dict[str, Sequence[Block]]) -> Block | None:
    """The block that a line begins in; ``blocks`` keeps what is known of documents."""
    if entry.document_id not in blocks:
        blocks[entry.document_id] = context.blocks(entry.document_id)
    own = blocks[entry.document_id]
    at = bisect_right(own, entry.record.span.start, key=lambda block: block.span.start) - 1
    return own[at] if at >= 0 else None


def _announced(
    key: tuple[str, tuple[str, ...]],
    lines: Mapping[tuple[str, tuple[str, ...]], str],
    listing: Collection[tuple[str, tuple[str, ...]]],
) -> str:
    """What announces a line; what stands under a heading above announces it unless that was for a list there."""
    document, section = key
    above = ((document, section[:depth]) for depth in range(len(section) + 1))
    return " ".join(lines[place] for place in above if place in lines and (place == key or place not in listing))
