"""A document as read: one canonical text and the blocks that are spans of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` (included) to ``end`` (excluded) of a canonical text."""

    start: int
    end: int

    def __reduce__(self) -> tuple[type["Span"], tuple[int, int]]:
        # Unpickled as a call: the pickled state of a frozen class with slots is taken in field by field, and a page
        # with its words comes from a worker as a thousand of them.
        return Span, (self.start, self.end)

    def of(self, text: str) -> str:
        """Returns the words of this span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page; points (1/72 inch) from the page's top left corner; ``page`` counts from 1."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    def __reduce__(self) -> tuple[type["Box"], tuple[int, float, float, float, float]]:
        return Box, (self.page, self.x0, self.y0, self.x1, self.y1)  # As of a span.


class BlockKind(StrEnum):
    """What a block is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row or block quotation.

    ``level`` is the rank of a heading (1 is the title) or the nesting depth of a list item (1 is the outermost).
    ``cells`` are the cells of a table row in order; ``header`` marks the row that names the columns. ``confidence`` is
    how sure OCR is of the letters (0 to 1, their mean), None for what was not read by OCR.
    """

    kind: BlockKind
    span: Span
    level: int = 1
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    cells: tuple[Span, ...] = ()
    header: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """What became of the pages of a document that are pictures of text; pages count from 1.

    ``pages`` were read by OCR, with the mean ``confidence`` of their letters (0 to 1); ``unread`` were not. ``means``
    says with what they were, or would have been, read: with other means, reading again may bring more.
    """

    pages: tuple[int, ...] = ()
    confidence: float | None = None
    unread: tuple[int, ...] = ()
    means: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the part of one that stands on one line, with its rectangle on its page."""

    span: Span
    box: Box

    def __reduce__(self) -> tuple[type["Word"], tuple[Span, Box]]:
        return Word, (self.span, self.box)  # As of a span.


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address: ``http:``, ``https:`` or ``mailto:``, never anything else."""

    span: Span
    address: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of one file: canonical text, blocks in reading order, and what the file says of itself.

    ``metadata`` holds declared facts such as ``title`` and ``date`` (front matter, HTML meta tags, PDF properties).
    ``words`` say where each word stands, in the order of the text; files without pages of their own have none.
    ``links`` are in the order of the text. ``warnings`` are sentences for the person who ingests the file.
    ``recognition`` is None unless some pages are pictures of text.
    """

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    pages: int | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    recognition: Recognition | None = None
    words: tuple[Word, ...] = ()
    links: tuple[Link, ...] = ()


def rectangles(words: Iterable[Word]) -> tuple[Box, ...]:
    """Returns the rectangles of words in their order; those side by side in one line share one."""
    boxes: list[Box] = []
    for word in words:
        if boxes and _go_on(boxes[-1], word.box):
            boxes[-1] = replace(boxes[-1], x1=max(boxes[-1].x1, word.box.x1))
        else:
            boxes.append(word.box)
    return tuple(boxes)


def _go_on(box: Box, after: Box) -> bool:
    """Says whether a rectangle goes on in the next one, with no more than spaces between them."""
    line = (box.page, box.y0, box.y1) == (after.page, after.y0, after.y1)
    return line and after.x0 - box.x0 >= 0 and after.x0 - box.x1 <= _WIDEST_SPACE * (box.y1 - box.y0)


_WIDEST_SPACE = 2.0
"""Between words of one line, in heights of it; wider ones are those between columns."""
