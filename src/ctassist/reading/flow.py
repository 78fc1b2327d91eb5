"""Flowing content: what a walk over Markdown tokens or HTML elements writes, block by block, into a draft."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from ctassist.model.text import BlockKind
from ctassist.reading.bullets import without_glyph
from ctassist.reading.draft import DEEPEST_HEADING, Draft, tidy
from ctassist.reading.linked import Buffer, Linked, joined, linked


class _Place(Enum):
    HEADING = auto()
    ITEM = auto()
    QUOTE = auto()
    TERM = auto()
    DEFINITION = auto()
    CELL = auto()


# In these a paragraph's end does not end the block: an item of two paragraphs is still one item.
_WHOLE = {_Place.HEADING, _Place.ITEM, _Place.TERM, _Place.CELL}


@dataclass(slots=True)
class _Frame:
    place: _Place
    level: int = 1
    prefix: str = ""
    written: bool = False


class Flow:
    """Turns a stream of words and boundaries into blocks. Every ``open_…`` needs its ``close``."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._words = Buffer()
        self._frames: list[_Frame] = []
        self._lists = 0
        self._cells: list[str | Linked] = []
        self._terms: list[Linked] = []

    @property
    def is_free(self) -> bool:
        """Whether a block may start here that is not part of a heading, an item or a cell."""
        return not self._frames or self._frames[-1].place is _Place.QUOTE

    @property
    def is_item(self) -> bool:
        """Whether an item of a list is open."""
        return bool(self._frames) and self._frames[-1].place is _Place.ITEM

    def write(self, words: str | Linked) -> None:
        """Adds words to the current block; line breaks in them count as spaces."""
        added = linked(words)
        self._words.write(added.becoming(added.text.replace("\n", " ")))

    def write_lines(self, text: str) -> None:
        """Adds words whose line breaks matter, such as a listing's."""
        self._words.write(text)

    def open_link(self, address: str) -> None:
        """Says that the words to come lead to an address, also those of the blocks that begin before its end."""
        self._words.open(address)

    def close_link(self) -> None:
        """Ends the current link, if there is one."""
        self._words.close()

    def break_line(self) -> None:
        """Goes on in a new line: a space, or in a cell, whose lines are mostly a list, a semicolon."""
        in_cell = bool(self._frames) and self._frames[-1].place is _Place.CELL
        listed = in_cell and re.search(r"[\w)\]]\s*$", self._words.tail)
        self._words.write("; " if listed else " ")

    def end_paragraph(self) -> None:
        """Ends a paragraph, which inside an item, a heading or a cell is no more than a space."""
        if self._frames and self._frames[-1].place in _WHOLE and not self._frames[-1].written:
            self._words.write(" ")
        else:
            self.end_block()

    def end_block(self) -> None:
        """Puts the words since the last block into the draft as what the innermost open place makes of them."""
        written = self._words.take()
        text = written.becoming(tidy(written.text))
        if not text.text:
            return
        frame = self._frames[-1] if self._frames else None
        match frame:
            case _Frame(place=_Place.HEADING):
                self.draft.add(BlockKind.HEADING, text.becoming(text.text.replace("\n", " ")), frame.level)
            case _Frame(place=_Place.ITEM, written=False):
                item = text.becoming(frame.prefix + without_glyph(text.text))
                self.draft.add(BlockKind.LIST_ITEM, item, frame.level)
                frame.written = True
            case _Frame(place=_Place.QUOTE):
                self.draft.add(BlockKind.QUOTE, text)
            case _Frame(place=_Place.TERM):
                self._terms.append(text)
            case _Frame(place=_Place.CELL):
                self._cells.append(text)
            case _:
                self.draft.add(BlockKind.PARAGRAPH, self._defined(text))

    def open_heading(self, level: int) -> None:
        """Starts a heading of this rank, 1 to 6."""
        self._open(_Frame(_Place.HEADING, min(level, DEEPEST_HEADING)))

    def open_list(self) -> None:
        """Starts a list; inside an item, a list one level deeper."""
        self.end_block()
        if not self._lists:
            self.draft.gap()
        self._lists += 1

    def close_list(self) -> None:
        """Ends the innermost list."""
        self.end_block()
        self._lists -= 1

    def open_item(self, prefix: str = "") -> None:
        """Starts an item; ``prefix`` is the number that a reader sees before it."""
        self._open(_Frame(_Place.ITEM, max(1, self._lists), prefix))

    def open_quote(self) -> None:
        """Starts a block quotation."""
        self._open(_Frame(_Place.QUOTE))

    def open_term(self) -> None:
        """Starts the term of a definition."""
        self._open(_Frame(_Place.TERM))

    def open_definition(self) -> None:
        """Starts what is said of the terms before it."""
        self._open(_Frame(_Place.DEFINITION))

    def close_definitions(self) -> None:
        """Ends a list of definitions; a term that nothing was said of is a paragraph."""
        self.end_block()
        if self._terms:
            self.draft.add(BlockKind.PARAGRAPH, joined(", ", self._terms))
            self._terms.clear()

    def open_table(self) -> None:
        """Starts a table."""
        self.end_block()
        self.draft.gap()

    def open_cell(self, empty_before: int = 0) -> None:
        """Starts a cell of the current row, after some empty ones where cells of other rows reach into it."""
        self.end_block()
        self._cells += [""] * empty_before
        self._open(_Frame(_Place.CELL))

    def close_cell(self) -> None:
        """Ends a cell, which may be empty."""
        cells = len(self._cells)
        self.close()
        if len(self._cells) == cells:
            self._cells.append("")

    def close_row(self, header: bool) -> None:
        """Ends a row of cells."""
        self.end_block()
        self.draft.row(self._cells, header)
        self._cells.clear()

    def close(self) -> None:
        """Ends the innermost heading, item, quotation, term, definition or cell."""
        self.end_block()
        self._frames.pop()

    def _open(self, frame: _Frame) -> None:
        self.end_block()
        self._frames.append(frame)

    def _defined(self, text: Linked) -> Linked:
        if not self._terms:
            return text
        terms = joined(", ", self._terms)
        self._terms.clear()
        return joined(" " if terms.text.endswith(":") else ": ", [terms, text])
