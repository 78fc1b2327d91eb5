"""Two columns whose lines alternate in plain text: they are read one below the other.

Extractors that go through a page from top to bottom give the first line of the left column, then the first of the
right one, then the second of the left one. What tells such lines from a paragraph is that they do not go on with each
other, while every second one does.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ctassist.reading.bullets import begins_item
from ctassist.reading.headings import ends_open, is_capitals, is_entry, is_figure

_LONGEST = 62
"""Lines of two columns are no longer than this many characters."""
_FEWEST_PAIRS = 3
_MOST_LINES = 160
"""Two columns of a page have no more lines; all ways to sort more of them would take too long to try."""
_FEWEST_FAULTS = 3
"""So often must lines fail to go on with each other, or to end, as they stand: three times as often as when sorted."""
_BETTER = 3
_CLOSED = re.compile(r"[.!?:;]$|\([^()]*\d[^()]*\)$|^[^(]*\)$")
"""After a day in brackets nothing goes on; after an acronym in brackets, as "(WHO)", it does."""


def column_by_column(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Returns the lines of each page; where two columns alternate, the left one stands above the right one."""
    return [_sorted(page) for page in pages]


def _sorted(lines: Sequence[str]) -> list[str]:
    result: list[str] = []
    at = 0
    while at < len(lines):
        end = _reach(lines, at)
        columns = _columns([line for line in lines[at:end] if line.strip()])
        if columns is None:
            end = max(end, at + 1)
            result += lines[at:end]
        else:
            for head, column in zip(_taken_heads(result), columns, strict=True):
                # Within a column, bullets tell where something begins.
                result += [*head, *column, ""]
        at = end
    return result


def _taken_heads(above: list[str]) -> tuple[list[str], list[str]]:
    """Takes the headings of both columns from the end of what stands above them, if there are two."""
    places = [at for at, line in enumerate(above) if line.strip()][-2:]
    if len(places) < 2 or not all(is_capitals(above[at]) for at in places):
        return [], []
    left, right = (above[at] for at in places)
    fitting = len(left) + len(right.split()[0]) < _LONGEST
    if places[1] == places[0] + 1 and (ends_open(left) or not fitting):
        return [], []  # One heading in two lines.
    del above[places[0] :]
    return [left, ""], [right, ""]


def _reach(lines: Sequence[str], at: int) -> int:
    """The end of the short lines that begin here, none of which is a heading, a figure or an entry of a chart."""
    end = at
    while end < len(lines) and (not lines[end].strip() or _is_piece(lines[end])):
        end += 1
    return end


def _is_piece(line: str) -> bool:
    stripped = line.strip()
    short = len(stripped) <= _LONGEST and "|" not in line and "\t" not in line
    return short and not (is_capitals(stripped) or is_figure(stripped) or is_entry(stripped))


def _columns(run: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """The two columns of lines that alternate; None where the lines go on with each other as they stand."""
    if not 2 * _FEWEST_PAIRS <= len(run) <= _MOST_LINES:
        return None
    breaks = _breaks(run)
    faults = breaks + _unfinished(run) if breaks else 0
    if faults < _FEWEST_FAULTS:
        return None
    (bad, unfinished, _), left, right = min(_ways(run), key=lambda way: way[0])
    return (left, right) if (bad + unfinished) * _BETTER <= faults else None


def _ways(run: Sequence[str]) -> Iterator[tuple[tuple[int, int, int], list[str], list[str]]]:
    """All ways to sort lines into columns of which one may go on below the other, each with how bad it is.

    What is left of a column begins with a thing of its own, or is the line after the last of the other one.
    """
    for pairs in range(len(run) // 2, _FEWEST_PAIRS - 1, -1):
        left, right, rest = list(run[: 2 * pairs : 2]), list(run[1 : 2 * pairs : 2]), list(run[2 * pairs :])
        apart = 0 if not rest or begins_item(rest[0]) else 2
        for columns, natural in (((left + rest, right), len(rest) == 1), ((left, right + rest), False)):
            breaks, unfinished = (sum(map(count, columns)) for count in (_breaks, _unfinished))
            breaks += sum(map(_other_marks, columns))
            yield (breaks, unfinished, min(apart, 1) if natural else apart), *columns


def _other_marks(lines: Sequence[str]) -> int:
    """How many things have another mark than the first one of their column."""
    marks = [line.lstrip()[0] for line in lines if begins_item(line)]
    return sum(mark != marks[0] for mark in marks)


def _unfinished(lines: Sequence[str]) -> int:
    """How many things end without a sign that they do."""
    ends = [above for above, below in pairwise(lines) if begins_item(below)] + list(lines[-1:])
    return sum(not _CLOSED.search(line.rstrip()) for line in ends)


def _breaks(lines: Sequence[str]) -> int:
    """How often a line fails to go on with the one above: that wanted more, or this one is the rest of something."""
    return sum(_is_break(above, below) for above, below in pairwise(lines))


def _is_break(above: str, below: str) -> bool:
    first = below.split()[0]
    if ends_open(above):
        # "in Turku," wants neither a new thing nor a day in brackets, and "dialogue with the" no second "by".
        return begins_item(below) or first.startswith("(") or (not above.rstrip().endswith(",") and ends_open(first))
    rest = not begins_item(below) and (first[0].islower() or first[0] == "(")
    return rest and bool(_CLOSED.search(above.rstrip()))
