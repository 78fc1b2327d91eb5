"""Paragraphs in which an issue takes back what an earlier one has said."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.text import Block, BlockKind, Span


def find_corrections(text: str, blocks: Iterable[Block]) -> Iterator[Span]:
    """Yields the paragraphs of one document that put something right.

    Below a heading for corrections, or behind one in the same line ("8. A correction: …"), whatever speaks of what was
    said before or of what is right does so; elsewhere a paragraph must do both.
    """
    below = False
    for block in blocks:
        words = one_line(block.span.of(text))
        if block.kind is BlockKind.HEADING:
            below = _is_heading(words)
            continue
        lead = _LEAD.match(words)
        headed = below or (lead is not None and _is_heading(lead["lead"]))
        right, before = _right().search(words), _before().search(words)
        if (right or before) if headed else (right and before):
            yield block.span


_LEAD = re.compile(r"(?:\d{1,3}[.)]\s+)?(?:(?:an?|one|our|the)\s+)?(?P<lead>[^.:]{3,40})[.:]\s+\S", re.IGNORECASE)


def _is_heading(words: str) -> bool:
    """Tells whether words head corrections, numbered or not: "6. Corrections"."""
    return re.sub(r"^[\W\d]+|\W+$", "", words).casefold() in table("corrections")["headings"]


@cache
def _right() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('corrections')['right'])})\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('corrections')['before'])})\b", re.IGNORECASE)
