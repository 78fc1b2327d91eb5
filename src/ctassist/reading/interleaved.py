"""Two columns whose lines alternate in plain text: they are read one below the other.

Extractors that go through a page from top to bottom give the first line of the left column, then the first of the
right one, then the second of the left one. What tells such lines from a paragraph is that they do not go on with each
other, while every second one does.
"""

from collections.abc import Sequence
from itertools import pairwise

from ctassist.reading.bullets import bullet_of
from ctassist.reading.headings import ends_open, is_capitals, is_entry, is_figure

_LONGEST = 48
"""Lines of two columns are no longer than this many characters."""
_FEWEST_PAIRS = 3
_FEWEST_BREAKS = 3
"""So often must the lines fail to go on with each other as they stand, and four times as often as when sorted."""
_BETTER = 4
_CLOSED = (".", "!", "?", ")", ":", ";")


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
    if len(places) < 2 or places[1] == places[0] + 1 or not all(is_capitals(above[at]) for at in places):
        return [], []
    left, right = (above[at] for at in places)
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
    breaks = _breaks(run)
    if len(run) < 2 * _FEWEST_PAIRS or breaks < _FEWEST_BREAKS:
        return None
    best: tuple[int, list[str], list[str]] | None = None
    for pairs in range(len(run) // 2, _FEWEST_PAIRS - 1, -1):
        left, right, rest = list(run[: 2 * pairs : 2]), list(run[1 : 2 * pairs : 2]), list(run[2 * pairs :])
        for columns in ((left + rest, right), (left, right + rest)):
            count = sum(map(_breaks, columns))
            if best is None or count < best[0]:
                best = (count, *columns)
    return best[1:] if best is not None and best[0] * _BETTER <= breaks else None


def _breaks(lines: Sequence[str]) -> int:
    """How often a line fails to go on with the one above: that wanted more, or this one is the rest of something."""
    count = 0
    for above, below in pairwise(lines):
        bullet = bullet_of(below)
        begins = bullet is not None and not bullet.doubtful
        closed = above.rstrip().endswith(_CLOSED)
        rest = not begins and (below.lstrip()[0].islower() or below.lstrip()[0] == "(")
        count += (begins and ends_open(above)) or (closed and rest)
    return count
