"""Links of PDFs: rectangles on pages that lead to an address, and the words that stand in them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from liteparse import ParsedPage

from ctassist.model.text import Box, Link, Reading, Span, Word
from ctassist.reading.addresses import kept_address

# So much of a word must stand in a rectangle; they are often drawn a little too small, or over part of a neighbour.
_ENOUGH = 0.5
_MARKS = " ,.;:!?()[]\"'“”„‘’«»"


def links_on(pages: Iterable[ParsedPage], reading: Reading) -> Iterator[Link]:
    """Yields the links of a document in the order of its text; words next to each other to one address are one link.

    A link over several blocks is one in each.
    """
    areas = {page.page_num: list(_areas(page)) for page in pages}
    if not any(areas.values()):
        return
    starts = [block.span.start for block in reading.blocks]

    def place(word: Word) -> tuple[str, int]:
        return _leads(word.box, areas.get(word.box.page, [])), bisect_right(starts, word.span.start)

    for (address, _), found in groupby(reading.words, key=place):
        if address:
            spans = [word.span for word in found]
            yield Link(_without_marks(Span(spans[0].start, spans[-1].end), reading.text), address)


def _without_marks(span: Span, text: str) -> Span:
    """A span without the punctuation around it, which belongs to the sentence; all of it if it is nothing else."""
    words = span.of(text)
    inner = words.strip(_MARKS)
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    return Span(start, start + len(inner)) if inner else span


def _areas(page: ParsedPage) -> Iterator[tuple[Box, str]]:
    """The rectangles of a page with where they lead; a link over several lines may have one for each."""
    for note in page.annotations or ():
        address = kept_address(note.uri)
        for area in note.quadpoint_rects or [note.rect]:
            if address and area is not None:
                yield Box(page.page_num, area.x, area.y, area.x + area.width, area.y + area.height), address


def _leads(box: Box, areas: Sequence[tuple[Box, str]]) -> str:
    """Where a word leads: the last of the rectangles drawn over it counts."""
    return next((address for area, address in reversed(areas) if _is_in(box, area)), "")


def _is_in(box: Box, area: Box) -> bool:
    across = min(box.x1, area.x1) - max(box.x0, area.x0)
    middle = (box.y0 + box.y1) / 2
    return area.y0 <= middle <= area.y1 and across >= _ENOUGH * (box.x1 - box.x0)
