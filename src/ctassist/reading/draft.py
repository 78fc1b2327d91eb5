"""The canonical text in the making: blocks go in, in reading order, a Reading comes out."""

from collections.abc import Mapping, Sequence

from ctassist.model.text import Block, BlockKind, Box, Link, Reading, Recognition, Span, Word
from ctassist.reading.characters import clean
from ctassist.reading.linked import Linked, linked

CELL_SEPARATOR = " | "
DEEPEST_HEADING = 6
_RUNNING = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


def tidy(text: str) -> str:
    """Returns ``text`` with white space collapsed; its lines stay lines, empty ones go."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def in_one_line(value: str | None) -> str:
    """Returns what a file declares of itself, such as its title, cleaned and in one line; empty for nothing."""
    return tidy(clean(value or "")).replace("\n", " ")


class Draft:
    """Collects blocks and keeps count of where each one stands in the canonical text.

    Blocks are set apart by a blank line; the items of one list, the rows of one table, and a figure and its label that
    stand together by a newline. ``words`` and ``links`` are of the whole text, in its order.
    """

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self.words: list[Word] = []
        self.links: list[Link] = []
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._apart = True

    def __len__(self) -> int:
        return len(self._blocks)

    def add(
        self,
        kind: BlockKind,
        text: str | Linked,
        level: int = 1,
        page: int | None = None,
        boxes: tuple[Box, ...] = (),
        *,
        joined: bool = False,
        confidence: float | None = None,
    ) -> None:
        """Appends a block, right below the last one if ``joined``; nothing for a text without a visible character."""
        written = linked(text)
        tidied = written.becoming(tidy(written.text))
        if tidied.text:
            start = self._append(kind, tidied.text, joined)
            self._link(tidied, start)
            span = Span(start, start + len(tidied.text))
            self._blocks.append(Block(kind, span, max(1, level), page, boxes, confidence=confidence))

    def row(
        self,
        cells: Sequence[str | Linked],
        header: bool = False,
        page: int | None = None,
        boxes: tuple[Box, ...] = (),
        *,
        confidence: float | None = None,
    ) -> None:
        """Appends a table row; an empty cell keeps its place as an empty span, a row of empty cells is left out."""
        tidied = [cell.becoming(" ".join(cell.text.split())) for cell in map(linked, cells)]
        joined = CELL_SEPARATOR.join(cell.text for cell in tidied)
        if not any(cell.text for cell in tidied):
            return
        text = joined.strip()
        # A row that begins with an empty cell begins with its bar, so that the block itself is trimmed.
        at = -(len(joined) - len(joined.lstrip()))
        start = self._append(BlockKind.TABLE_ROW, text)
        spans = []
        for cell in tidied:
            left = min(max(at, 0), len(text))
            self._link(cell, start + left)
            spans.append(Span(start + left, start + left + len(cell.text)))
            at += len(cell.text) + len(CELL_SEPARATOR)
        span = Span(start, start + len(text))
        self._blocks.append(Block(BlockKind.TABLE_ROW, span, 1, page, boxes, tuple(spans), header, confidence))

    @property
    def last(self) -> tuple[Span, str]:
        """The span of the last block and its words; there must be one."""
        return self._blocks[-1].span, self._parts[-1]

    def gap(self) -> None:
        """Ends the current list or table: what follows is set apart by a blank line."""
        self._apart = True

    def reading(
        self,
        media_type: str,
        pages: int | None = None,
        metadata: Mapping[str, str] | None = None,
        warnings: Sequence[str] = (),
        recognition: Recognition | None = None,
    ) -> Reading:
        """Returns what was collected."""
        return Reading(
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            media_type=media_type,
            pages=pages,
            metadata=dict(metadata or {}),
            warnings=(*warnings, *self.warnings),
            recognition=recognition,
            words=tuple(self.words),
            links=tuple(self.links),
        )

    def _link(self, words: Linked, start: int) -> None:
        """Takes in the links of words that begin at ``start``."""
        for link in words.links:
            self.links.append(Link(Span(start + link.span.start, start + link.span.end), link.address))

    def _append(self, kind: BlockKind, text: str, joined: bool = False) -> int:
        if self._blocks:
            running = not self._apart and kind in _RUNNING and self._blocks[-1].kind is kind
            separator = "\n" if running or joined else "\n\n"
            self._parts.append(separator)
            self._length += len(separator)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        self._apart = False
        return start
