"""The lines that lists are made of, each with what stands above it and introduces it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ctassist.answering.context import Context
from ctassist.answering.evidence.frames import is_lead
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.terms import stems
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
    """The last lines before it, under its headings, that end in a colon."""
    leads: bool
    """Whether it only heads those below it."""


def rows_of(context: Context, time: ListedTime) -> Iterator[Row]:
    """The lines of the documents that may matter, each with what introduces it."""
    kinds: dict[str, Sequence[Block]] = {}
    introduced: dict[tuple[str, tuple[str, ...]], list[frozenset[str]]] = {}
    announced: dict[tuple[str, tuple[str, ...]], str] = {}
    listing: set[tuple[str, tuple[str, ...]]] = set()
    items = context.view.items(context.document_ids)
    for entry, following in zip_longest(items, items[1:]):
        if not time.may_meet(entry.document_id):
            continue
        key = (entry.document_id, entry.record.section)
        if entry.text.rstrip().endswith(":"):
            # A line that is a heading of those below it announces nothing else.
            if following is None or len(following.record.section) <= len(entry.record.section):
                announced[key] = entry.text
                listing.discard(key)
            continue
        above = stems(" ".join(entry.record.section))
        if listed := _is_listed(entry, context, kinds):
            listing.add(key)
        elif key in listing:
            announced.pop(key, None)  # The list that it announced has ended.
        if _SENTENCE.search(entry.text) and not listed:
            introduced.setdefault(key, []).append(stems(entry.text))
            opening = introduced[key][0]
        else:
            opening = frozenset().union(*introduced.get(key, ()))
        yield Row(entry, above, opening, _announced(key, announced), is_lead(entry, following))


def _is_listed(entry: Entry[Item], context: Context, kinds: dict[str, Sequence[Block]]) -> bool:
    """Tells whether a line is of a list: it introduces no other. ``kinds`` keeps what is known of documents."""
    if entry.document_id not in kinds:
        kinds[entry.document_id] = context.blocks(entry.document_id)
    blocks = kinds[entry.document_id]
    at = bisect_right(blocks, entry.record.span.start, key=lambda block: block.span.start) - 1
    return at >= 0 and blocks[at].kind is BlockKind.LIST_ITEM


def _announced(key: tuple[str, tuple[str, ...]], lines: Mapping[tuple[str, tuple[str, ...]], str]) -> str:
    document, section = key
    above = ((document, section[:depth]) for depth in range(len(section) + 1))
    return " ".join(lines[place] for place in above if place in lines)
