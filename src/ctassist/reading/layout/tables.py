"""Tables whose columns stand in line without any drawn: told from columns of running text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.lines import Line, is_entry, lines_of
from ctassist.reading.layout.runs import Run

_FEWEST_ROWS = 3
_LONG_CELL = 45
_SAME_LINE = 2.5
_DATE = re.compile(
    r"(?:[^\W\d_]{2,9}\.?,?\s)?\d{1,2}\.?(?:\s?[-–/]\s?\d{1,2}\.?)?\s[^\W\d_]{3,9}\.?(?:\s\d{4})?|\d{1,2}[./]\d{1,2}[./]?(?:\d{2,4})?"
    r"|\d{4}-\d\d-\d\d"
)
# Figures, dates, single words.
_SHORT = re.compile(
    r"[^\w]*\d[\d.,\s/%:–-]*[%+kKmM]?|[^\W\d_]+\s\d{4}"
    r"|(?:\d{1,2}(?:[-–]\d{1,2})?\s)?[^\W\d_]{3,9}\.?(?:\s\d{4})?"
)

_ABBREVIATED = re.compile(r"[^\W\d_]{1,4}\.|[#№]")


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
    those of the first begin, or have their middle there, and one of them is figures, dates or short words, or a first
    row in another style names them. Dates make a table of even a single row.
    """
    runs = [[thing for thing in column if isinstance(thing, Run)] for column in columns]
    if [len(column) for column in columns] != [len(column) for column in runs] or len(columns) < 2:
        return None
    lines = [lines_of(column) for column in runs]
    if any(run.mark is not None and not run.numbered for column in runs[1:] for run in column):
        return None
    if any(is_entry(line.text) for column in lines for line in column):
        return None
    starts = [line.baseline for line in lines[0]]
    rows = [_row(lines, start, end) for start, end in zip(starts, [*starts[1:], float("inf")], strict=True)]
    if sum(len(cell) for row in rows for cell in row.cells) < sum(map(len, lines)) or not _is_aligned(rows):
        rows = _centered(lines)
    if not rows:
        return None
    area = around(run.area for column in runs for run in column)
    dates = all(_DATE.fullmatch(line.text) for line in lines[0])
    if dates and len(lines) == 2:
        return Table(tuple(rows), False, area)
    headed = _is_headed(rows, heads)
    body = rows[1:] if headed else rows
    if len(rows) < _FEWEST_ROWS or not _is_filled(body, headed):
        return None
    cells = [[row.cells[at] for row in body] for at in range(len(lines))]
    if not any(map(_is_short, cells)) and not (headed and all(map(_is_narrow, cells)) and not _runs_on(cells)):
        return None
    return Table(tuple(rows), headed, area)


def _is_aligned(rows: Sequence[Row]) -> bool:
    """Says whether nearly all cells begin on the line on which their row does."""
    cells = [(row.cells[0][0].baseline, cell[0].baseline) for row in rows for cell in row.cells[1:] if cell]
    return 10 * sum(abs(start - cell) < _SAME_LINE for start, cell in cells) >= 9 * len(cells)


def _centered(lines: Sequence[Sequence[Line]]) -> list[Row]:
    """The rows of cells that all have their middle at that of the first one, a single line; none if some have not."""
    middles = [line.baseline for line in lines[0]]
    cells: list[list[list[Line]]] = [[[] for _ in lines] for _ in middles]
    for at, column in enumerate(lines):
        for line in column:
            row = min(range(len(middles)), key=lambda near: abs(middles[near] - line.baseline))
            cells[row][at].append(line)
    known = [(middle, cell) for middle, row in zip(middles, cells, strict=True) for cell in row if cell]
    centered = all(abs((cell[0].baseline + cell[-1].baseline) / 2 - middle) < _SAME_LINE for middle, cell in known)
    # Where no cell has several lines, columns of text stand line by line beside each other.
    several = any(len(cell) > 1 for _, cell in known)
    return [Row(tuple(map(tuple, row))) for row in cells] if centered and several else []


def _is_filled(body: Sequence[Row], headed: bool) -> bool:
    """Says whether rows have cells enough: all of most rows, or, under names of columns, more than one."""
    filled = sum(any(row.cells[1:]) if headed else all(row.cells) for row in body)
    return 3 * filled >= 2 * len(body)


def _row(lines: Sequence[Sequence[Line]], start: float, end: float) -> Row:
    return Row(
        tuple(
            tuple(line for line in column if start - _SAME_LINE <= line.baseline < end - _SAME_LINE) for column in lines
        )
    )


def _is_headed(rows: Sequence[Row], heads: Callable[[Run], bool]) -> bool:
    first = [line for cell in rows[0].cells for line in cell]
    others = [line for row in rows[1:] for cell in row.cells[:1] for line in cell]
    return (
        all(rows[0].cells)
        and all(heads_column(line.main, heads) for line in first)
        and not all(heads(line.main) for line in others)
    )


def heads_column(run: Run, heads: Callable[[Run], bool]) -> bool:
    """Says whether words name a column: as a heading does, or as "No." does, which alone would head nothing."""
    return heads(run) or (run.bold and bool(_ABBREVIATED.fullmatch(run.text)))


def _is_short(cells: Sequence[Sequence[Line]]) -> bool:
    """Says whether a column holds nothing but figures, dates or single words."""
    said = [" ".join(line.text for line in cell) for cell in cells if cell]
    return bool(said) and all(_SHORT.fullmatch(words) for words in said)


def _is_narrow(cells: Sequence[Sequence[Line]]) -> bool:
    return all(sum(len(line.text) for line in cell) <= _LONG_CELL for cell in cells)


def _runs_on(columns: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Says whether many cells go on from the ones above: they are lines of text in narrow columns."""
    texts = [cell[0].text for cells in columns for cell in cells if cell]
    return 4 * sum(text[0].islower() for text in texts) > len(texts)
