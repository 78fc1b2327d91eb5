"""Charts that stand side by side in plain text: their columns are read one below the other.

Extractors keep the lines of a page, so that two bodies with their posts come as "Chair: WTO      Chair: BPU". What
tells such a chart from a table is a line that gives a value to the same name in each of its columns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ctassist.reading.headings import is_capitals, is_entry

_CELL = re.compile(r"\S+(?: \S+)*")
_SLACK = 1

Lines = list[tuple[int, str]]
"""Lines, each with the number of its page."""


@dataclass(slots=True)
class _Band:
    """Bodies that stand side by side, with everything below their names."""

    page: int
    columns: list[list[str]] = field(default_factory=list)

    def is_headings(self) -> bool:
        """Says whether nothing but headings in capitals has come so far, one for each column."""
        return all(column and all(map(is_capitals, column)) for column in self.columns)

    def lines(self) -> Iterator[tuple[int, str]]:
        for column in self.columns:
            heads = column[:1] if len(column) > 1 and is_capitals(column[0]) else []
            yield from ((self.page, line) for line in (*heads, *([""] if heads else []), *column[len(heads) :]))
            yield self.page, ""


def one_below_the_other(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Returns the lines of each page; what a chart goes on with on a next page is moved to where it began."""
    if not any(line.count(":") > 1 for page in pages for line in page):
        return [list(page) for page in pages]
    lines = [(number, line) for number, page in enumerate(pages) for line in page]
    result: list[list[str]] = [[] for _ in pages]
    at = 0
    while at < len(lines):
        seed = next((i for i in range(at, len(lines)) if _is_seed(lines[i][1])), None)
        if seed is None:
            break
        edges = [start for start, _ in cells_of(lines[seed][1])]
        first, last = _reach(lines, seed, edges, at)
        wide = _too_wide(lines, last, edges)
        for page, line in (*lines[at:first], *_apart(lines[first:last], edges, wide)):
            result[page].append(line)
        at = last + len(wide)
    for page, line in lines[at:]:
        result[page].append(line)
    return result


def cells_of(line: str) -> list[tuple[int, str]]:
    """The words of a line that more than one blank sets apart, each with where it begins."""
    return [(match.start(), match.group()) for match in _CELL.finditer(line)]


def _is_seed(line: str) -> bool:
    """Says whether a line gives values to one name, several times: "Chair: WTO      Chair: BPU"."""
    if line.count(":") < 2:
        return False
    cells = [cell for _, cell in cells_of(line)]
    if len(cells) < 2 or "|" in line or "\t" in line or not all(map(is_entry, cells)):
        return False
    return len({cell.partition(":")[0].casefold() for cell in cells}) == 1


def _reach(lines: Lines, seed: int, edges: Sequence[int], floor: int) -> tuple[int, int]:
    """The lines around a seed that stand in its columns: the groups of lines that begin with several cells."""
    first = seed
    for at in range(seed - 1, floor - 1, -1):
        line = lines[at][1]
        if line.strip() and not _fits(line, edges):
            break
        if len(cells_of(line)) > 1:
            first = at
    last = seed + 1
    apart = False
    for at in range(seed + 1, len(lines)):
        line = lines[at][1]
        if not line.strip():
            apart = True
        elif not _fits(line, edges) or (apart and len(cells_of(line)) < 2):
            break
        else:
            apart, last = False, at + 1
    return first, last


def _fits(line: str, edges: Sequence[int]) -> bool:
    """Says whether the cells of a line begin at the columns' edges, and none reaches into the next one."""
    columns = [_column(start, edges) for start, _ in cells_of(line)]
    if None in columns:
        return False
    ends = [*edges[1:], len(line) + 1]
    return all(
        start + len(cell) < ends[column]
        for (start, cell), column in zip(cells_of(line), columns, strict=True)
        if column is not None
    )


def _column(start: int, edges: Sequence[int]) -> int | None:
    return next((number for number, edge in enumerate(edges) if abs(start - edge) <= _SLACK), None)


def _too_wide(lines: Lines, at: int, edges: Sequence[int]) -> list[str]:
    """The entries that were too wide to stand side by side: right below, one line for each column, all for one name."""
    below = [line for _, line in lines[at : at + len(edges) + 1]]
    entries = [line.strip() for line in below[: len(edges)] if _is_alone(line, edges)]
    ends = not any(line.strip() for line in below[len(edges) :])
    alike = len({entry.partition(":")[0].casefold().removesuffix("s") for entry in entries}) == 1
    return entries if len(entries) == len(edges) and alike and ends else []


def _is_alone(line: str, edges: Sequence[int]) -> bool:
    """Says whether a line is one entry from the first column on."""
    cells = cells_of(line)
    return len(cells) == 1 and _column(cells[0][0], edges) == 0 and is_entry(cells[0][1])


def _apart(lines: Lines, edges: Sequence[int], wide: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The columns of each band, one below the other; ``wide`` is what each column of the last one goes on with."""
    band: _Band | None = None
    named = True
    for page, line in lines:
        cells = cells_of(line)
        if not cells:
            named = False
            continue
        if band and not named and len(cells) == 1 and is_capitals(cells[0][1]) and not band.is_headings():
            # What stands alone in capitals, apart from what is above, heads all columns.
            yield from band.lines()
            yield from ((page, cells[0][1]), (page, ""))
            band = None
            continue
        entries = all(is_entry(cell) for _, cell in cells)
        opens = not named and not entries and len(cells) > 1
        if band is None or (opens and not band.is_headings()):
            if band:
                yield from band.lines()
            band = _Band(page, [[] for _ in edges])
        named = True
        for start, cell in cells:
            column = _column(start, edges)
            if column is not None:
                band.columns[column].append(cell)
    if band:
        for column_lines, entry in zip(band.columns, wide, strict=False):
            column_lines.append(entry)
        yield from band.lines()
