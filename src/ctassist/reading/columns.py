"""Columns: tables that plain text draws with tabs, bars or spaces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BARS = str.maketrans("│┃║¦", "||||")
_RULE = re.compile(r"[\s|│┃║¦+\-=_:─━═┄┅┈┉╌╍┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╞╡╪╟╢╫]+")
_BAR = re.compile(r"(?<!\\)\|")
_WIDE = re.compile(r" {2,}")
_ESCAPED_BAR = r"\|"
# Two columns of running text stand side by side too; a table's cells are short.
_LONGEST_SPACED_CELL = 45
_SLACK = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A line cut into cells; ``edges`` are the columns at which each cell starts and ends, for spaced tables."""

    cells: tuple[str, ...]
    separator: str
    edges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows found on consecutive lines; ``lines`` counts those lines, rules among them."""

    rows: tuple[tuple[str, ...], ...]
    headed: bool
    lines: int


def is_rule(line: str) -> bool:
    """Says whether a line only draws: dashes, box lines, bars."""
    return bool(line.strip()) and bool(_RULE.fullmatch(line))


def table_at(lines: Sequence[str], start: int) -> Table | None:
    """Returns the table that begins at line ``start``, or None."""
    at = start
    while at < len(lines) and is_rule(lines[at]):
        at += 1
    first = _row(lines[at]) if at < len(lines) else None
    if first is None:
        return None
    rows, ruled_after_first = [first], False
    at += 1
    while at < len(lines):
        if is_rule(lines[at]):
            ruled_after_first |= len(rows) == 1
        elif (row := _row(lines[at])) and (fitted := _fitted(first, row)):
            rows.append(fitted)
        else:
            break
        at += 1
    if len(rows) < 2:
        return None
    cells = tuple(row.cells for row in rows)
    return Table(cells, ruled_after_first or is_headed(cells), at - start)


def _row(line: str) -> Row | None:
    line = line.translate(_BARS)
    if "|" in line:
        stripped = line.strip().removeprefix("|")
        if stripped.endswith("|") and not stripped.endswith(_ESCAPED_BAR):
            stripped = stripped[:-1]
        cells = [cell.strip().replace(_ESCAPED_BAR, "|") for cell in _BAR.split(stripped)]
        return Row(tuple(cells), "|") if len(cells) > 1 and any(cells) else None
    stripped = line.rstrip()
    if "\t" in stripped.lstrip():
        tabbed = stripped.split("\t")
        return Row(tuple(cell.strip() for cell in tabbed), "\t") if any(map(str.strip, tabbed)) else None
    return _spaced(stripped)


def _spaced(line: str) -> Row | None:
    body = line.lstrip()
    offset = len(line) - len(body)
    edges, at = [], offset
    for gap in _WIDE.finditer(line, offset):
        edges.append((at, gap.start()))
        at = gap.end()
    edges.append((at, len(line)))
    if len(edges) < 2 or any(end - start > _LONGEST_SPACED_CELL for start, end in edges):
        return None
    return Row(tuple(line[start:end] for start, end in edges), " ", tuple(edges))


def _fitted(first: Row, row: Row) -> Row | None:
    """A row in the columns of the first one, with empty cells where it has nothing; None if it has others."""
    if _match(first, row):
        return row
    if row.separator != " " or first.separator != " " or len(row.cells) >= len(first.cells):
        return None
    columns = [at for start, _ in row.edges for at, (left, _) in enumerate(first.edges) if abs(left - start) <= _SLACK]
    if len(columns) != len(row.cells) or columns != sorted(set(columns)):
        return None
    cells = dict(zip(columns, row.cells, strict=True))
    return Row(tuple(cells.get(at, "") for at in range(len(first.cells))), " ", first.edges)


def _match(first: Row, row: Row) -> bool:
    if first.separator != row.separator or len(first.cells) != len(row.cells):
        return False
    aligned = zip(first.edges[1:], row.edges[1:], strict=True)
    # Words are aligned at their left, figures at their right.
    return all(abs(a[0] - b[0]) <= _SLACK or abs(a[1] - b[1]) <= _SLACK for a, b in aligned)


def is_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Says whether the first row names the columns: no figures in it, over a column that is mostly figures."""
    if not rows:
        return False
    first, others = rows[0], rows[1:]
    if not all(first) or any(map(_has_digit, first)):
        return False
    return any(2 * sum(map(_has_digit, column)) > len(others) for column in zip(*others, strict=False))


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))
