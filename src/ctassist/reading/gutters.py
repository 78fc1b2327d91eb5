"""Running text in columns side by side: plain text keeps a gutter of blanks between them.

Extractors that keep the layout of a page give "4 May: the board met in      that ferries may land again." What tells
such columns from a table is that a cell goes on in the line below while the one beside it begins something new.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ctassist.reading.bullets import begins_item
from ctassist.reading.headings import ends_open
from ctassist.reading.side_by_side import cells_of

_INDENT = 6
"""So far right of its column's edge may a line begin: below a bullet it does."""
_FEWEST_LINES = 4
_FEWEST_CONTINUED = 3
_FEWEST_UNEVEN = 2
_FEWEST_ITEMS = 2
_CLOSED = (".", "!", "?", ":", ";", "”", '"')

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that keep the same gutters; ``rows`` has a cell for each column, an empty one where it has no words."""

    rows: Sequence[Cells]

    def is_text(self) -> bool:
        """Says whether cells go on in the line below, in each column, and not all in the same lines.

        Items with bullets in each column are no cells of a table either.
        """
        filled = sum(all(row) for row in self.rows)
        continued = [tuple(map(_continues, above, below)) for above, below in pairwise(self.rows)]
        uneven = sum(
            any(going) and any(cell and not goes for cell, goes in zip(row, going, strict=True))
            for row, going in zip(self.rows[1:], continued, strict=True)
        )
        itemised = all(sum(map(begins_item, column)) >= _FEWEST_ITEMS for column in zip(*self.rows, strict=True))
        counts = [sum(column) for column in zip(*continued, strict=True)]
        continues = all(counts) and sum(counts) >= _FEWEST_CONTINUED
        # Where no line begins something new in all columns, there are no rows to tell apart.
        flows = all(map(any, continued)) and min(counts, default=0) >= _FEWEST_CONTINUED
        return filled >= _FEWEST_LINES and continues and (itemised or flows or uneven >= _FEWEST_UNEVEN)

    def lines(self) -> Iterator[str]:
        """The columns, one below the other."""
        for column in zip(*self.rows, strict=True):
            yield from column
            yield ""


def without_gutters(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Returns the lines of each page; running text that stands in columns is read one column after the other."""
    return [list(_one_column(page)) for page in pages]


def _one_column(lines: Sequence[str]) -> Iterator[str]:
    at = 0
    tables: dict[tuple[int, ...], int] = {}
    """Where lines with these edges end that are no running text: no fewer of them are, and tables can be long."""
    while at < len(lines):
        edges = _edges(lines, at)
        block = _block(lines, at, edges) if len(edges) > 1 and tables.get(edges, 0) <= at else None
        if block and block.is_text():
            yield from block.lines()
            at += len(block.rows)
            continue
        if block:
            tables[edges] = at + len(block.rows)
        yield lines[at]
        at += 1


def _block(lines: Sequence[str], at: int, edges: Sequence[int]) -> _Block:
    """The lines from one on that keep the gutters of the first."""
    rows: list[Cells] = []
    end = 0
    for number, line in enumerate(lines[at:]):
        cells = _cut(line, edges)
        alone = cells is not None and bool(cells[0]) and not any(cells[1:])
        if cells is None or (alone and _is_apart(lines, at + number)):
            break
        rows.append(cells)
        if any(cells[1:]) or (alone and len(rows) > 1 and any(rows[-2])):
            end = len(rows)
    return _Block(rows[:end])


def _edges(lines: Sequence[str], at: int) -> tuple[int, ...]:
    """Where the columns of a line begin; a line below may reach a little further left, as bullets do."""
    starts = _starts(lines[at])
    if len(starts) < 2:
        return ()
    below = [start for line in lines[at + 1 : at + 8] for start in _starts(line)[1:]]
    return starts[0], *(min([start, *(b for b in below if 0 < start - b < _INDENT)]) for start in starts[1:])


def _starts(line: str) -> list[int]:
    return [] if "|" in line or "\t" in line else [start for start, _ in cells_of(line)]


def _cut(line: str, edges: Sequence[int]) -> Cells | None:
    """The cells of a line, one for each column; None where words stand in a gutter or far from an edge."""
    if "|" in line or "\t" in line or line[: edges[0]].strip():
        return None
    cells = [line[start:end] for start, end in zip(edges, [*edges[1:], None], strict=True)]
    gutters = all(not line[edge - 2 : edge].strip() for edge in edges[1:])
    near = all(len(cell) - len(cell.lstrip()) <= _INDENT for cell in cells if cell.strip())
    return tuple(cell.strip() for cell in cells) if gutters and near else None


def _is_apart(lines: Sequence[str], at: int) -> bool:
    """Says whether blank lines stand around a line: it heads all columns below."""
    around = (lines[beside] for beside in (at - 1, at + 1) if 0 <= beside < len(lines))
    return not any(line.strip() for line in around)


def _continues(above: str, below: str) -> bool:
    if not above or not below:
        return False
    return ends_open(above) or (not above.endswith(_CLOSED) and below[0].islower())
