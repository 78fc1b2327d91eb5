"""A document as read: one canonical text and the blocks that are spans of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` (included) to ``end`` (excluded) of a canonical text."""

    start: int
    end: int

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
class Reading:
    """What a reader makes of one file: canonical text, blocks in reading order, and what the file says of itself.

    ``metadata`` holds declared facts such as ``title`` and ``date`` (front matter, HTML meta tags, PDF properties).
    ``warnings`` are sentences for the person who ingests the file. ``recognition`` is None unless some pages are
    pictures of text.
    """

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    pages: int | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    recognition: Recognition | None = None
