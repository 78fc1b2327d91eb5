"""Tables whose columns stand in line without any drawn: told from columns of running text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.lines import Line, lines_of
from ctassist.reading.layout.runs import Run

ROLE_LINE = re.compile(r"[^\W\d_][\w /-]{2,30}:\s+\S")
_FEWEST_ROWS = 3
_LONG_CELL = 45
# Figures, dates, single words.
_SHORT = re.compile(
    r"[^\w]*\d[\d.,\s/%:–-]*[%+kKmM]?|[^\W\d_]+\s\d{4}"
    r"|(?:\d{1,2}(?:[-–]\d{1,2})?\s)?[^\W\d_]{3,9}\.?(?:\s\d{4})?"
)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, each as lines."""

    cells: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows from top to bottom; ``headed`` if the first names the columns."""

    rows: tuple[Row, ...]
    headed: bool
    area: Area

    @property
    def core(self) -> Area:
        """The area of its words."""
        return self.area


def table_of(columns: Sequence[Sequence[object]], heads: Callable[[Run], bool]) -> Table | None:
    """Returns the table that columns are, if a row's cells belong together; None for columns of running text.

    Rows begin where the first column has words. Columns are a table if the cells of each begin on the lines on which
    those of the first begin, and one of them is figures, dates or short words, or a first row in another style names
    them.
    """
    runs = [[thing for thing in column if isinstance(thing, Run)] for column in columns]
    if [len(column) for column in columns] != [len(column) for column in runs] or len(columns) < 2:
        return None
    lines = [lines_of(column) for column in runs]
    if any(run.mark is not None and not run.numbered for column in runs[1:] for run in column):
        return None
    starts = [line.baseline for line in lines[0]]
    if len(starts) < _FEWEST_ROWS or any(ROLE_LINE.match(line.text) for column in lines for line in column):
        return None
    if not all(_begins_with(column, starts) for column in lines[1:]):
        return None
    rows = [_row(lines, start, end) for start, end in zip(starts, [*starts[1:], float("inf")], strict=True)]
    headed = _is_headed(rows, heads)
    body = rows[1:] if headed else rows
    if sum(all(row.cells) for row in body) * 3 < 2 * len(body):
        return None
    short = [_is_short([row.cells[at] for row in body]) for at in range(len(lines))]
    if not any(short) and not (headed and all(_is_narrow([row.cells[at] for row in body]) for at in range(len(lines)))):
        return None
    return Table(tuple(rows), headed, around(run.area for column in runs for run in column))


def _begins_with(column: Sequence[Line], starts: Sequence[float]) -> bool:
    """Says whether most rows find a line of this column on their first line, and its first line is one."""
    met = [any(abs(line.baseline - start) < 2.5 for line in column) for start in starts]
    first = any(abs(column[0].baseline - start) < 2.5 for start in starts)
    return first and 3 * sum(met) >= 2 * len(met)


def _row(lines: Sequence[Sequence[Line]], start: float, end: float) -> Row:
    return Row(tuple(tuple(line for line in column if start - 2.5 <= line.baseline < end - 2.5) for column in lines))


def _is_headed(rows: Sequence[Row], heads: Callable[[Run], bool]) -> bool:
    first = [line for cell in rows[0].cells for line in cell]
    others = [line for row in rows[1:] for cell in row.cells[:1] for line in cell]
    return (
        all(rows[0].cells) and all(heads(line.main) for line in first) and not all(heads(line.main) for line in others)
    )


def _is_short(cells: Sequence[Sequence[Line]]) -> bool:
    """Says whether a column holds nothing but figures, dates or single words."""
    said = [" ".join(line.text for line in cell) for cell in cells if cell]
    return bool(said) and all(_SHORT.fullmatch(words) for words in said)


def _is_narrow(cells: Sequence[Sequence[Line]]) -> bool:
    return all(sum(len(line.text) for line in cell) <= _LONG_CELL for cell in cells)
