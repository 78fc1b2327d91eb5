"""Quotes are marked on their pages: rectangles cover all ink of the quoted words, and no ink of any other word."""

import io
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.newsletters.invention import invent
from tests.newsletters.layouts import LAYOUTS, Layout, shown_in
from tests.newsletters.typesetting import ORDERS, Manner, Page, drawn
from tests.reading.ink import InkedPage, inked

from ctassist.model.text import Block, Box, Reading, Span, Word, rectangles
from ctassist.reading import read_bytes

WANTED = 0.99
CLOSE: tuple[tuple[int, dict[str, Any]], ...] = ((1, {}), (2, {"leading": 1.0}), (5, {"leading": 1.05}))
"""Seeds of manners, and how close their lines are set where that is closer than they say."""


@dataclass
class Marked:
    """How many quotes were marked as they should be, and those that were not."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    unknown: int = 0

    def mark(self, page: InkedPage, block: Block, span: Span, reading: Reading) -> None:
        """Counts a quote; ``unknown`` are those that stand on the page more than once."""
        start, end = span.start - block.span.start, span.end - block.span.start
        quoted = page.words_of(block.span.of(reading.text), start, end)
        if not quoted:
            self.unknown += 1
            return
        left, covered = page.misses(quoted, quoted_boxes(reading, span))
        if left or covered:
            self.wrong.append(f"{span.of(reading.text)!r}: {left} pixels left out, {covered} of others covered")
        else:
            self.right += 1


def quoted_boxes(reading: Reading, span: Span) -> tuple[Box, ...]:
    return rectangles(word for word in reading.words if word.span.start < span.end and word.span.end > span.start)


def quotes(block: Block, text: str, chance: random.Random) -> Iterator[Span]:
    """A whole block, and two parts of it that begin and end with a word."""
    yield block.span
    words = [match.span() for match in re.finditer(r"[^\s|]+", block.span.of(text))]
    for _ in range(2):
        first, last = sorted(chance.choices(range(len(words)), k=2))
        yield Span(block.span.start + words[first][0], block.span.start + words[last][1])


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_rectangles_cover_the_ink_of_a_quote_and_of_nothing_else(layout: Layout) -> None:
    marked = Marked()
    for seed, otherwise in CLOSE:
        pages = layout(shown_in(layout, invent(seed)), replace(Manner.of(seed), **otherwise))
        without_words = [Page(under=page.under) for page in pages]
        truth = inked(drawn(pages, "as written", seed), drawn(without_words, "as written", seed))
        reading = read_bytes(drawn(pages, ORDERS[seed % len(ORDERS)], seed), "issue.pdf")
        chance = random.Random(seed)
        for block in reading.blocks:
            assert block.page
            for span in quotes(block, reading.text, chance):
                marked.mark(truth[block.page - 1], block, span, reading)
    known = marked.right + len(marked.wrong)
    assert known > 10 * marked.unknown
    assert marked.right >= WANTED * known, "\n".join(marked.wrong)


def test_each_word_of_a_page_has_its_place_in_the_text() -> None:
    reading = read_bytes(written("• The harbour-", "  master of Ghent", "  lit a lamp"), "issue.pdf")
    words = "The harbour master of Ghent lit a lamp"
    assert [word.span.of(reading.text) for word in reading.words] == words.split()
    assert reading.text == "The harbourmaster of Ghent lit a lamp"


def test_words_side_by_side_share_a_rectangle_and_lines_do_not() -> None:
    boxes = [Box(1, 10, 0, 30, 10), Box(1, 33, 0, 50, 10), Box(1, 90, 0, 99, 10), Box(1, 10, 12, 20, 22)]
    words = [Word(Span(at, at + 1), box) for at, box in enumerate(boxes)]
    assert rectangles(words) == (Box(1, 10, 0, 50, 10), boxes[2], boxes[3])


def written(*lines: str) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for at, line in enumerate(lines):
        canvas.drawString(60, 760 - 14 * at, line)
    canvas.save()
    return file.getvalue()
