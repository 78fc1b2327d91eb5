"""Space: the white between things, which parts rows and columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ctassist.reading.layout.parts import Thing
from ctassist.reading.layout.runs import Run

# White space this wide, in letter sizes, parts columns; narrower if many lines agree.
_GUTTER, _AGREED_GUTTER, _AGREED_ROWS = 0.95, 0.75, 4
Row = list[Thing]
Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Space:
    """Sees white space as wide as the letters around it make it; ``heads`` says whether a run looks like a heading."""

    size: float
    heads: Callable[[Run], bool]

    def gaps(self, things: Sequence[Thing]) -> list[Gap]:
        """The white space from top to bottom between things, from left to right."""
        gaps, edge = [], float("inf")
        least = _AGREED_GUTTER * self.size
        for start, end in sorted([(left(thing), thing.core.x1) for thing in things]):
            if start - edge >= least:
                gaps.append((edge, start))
            edge = max(end, edge) if edge != float("inf") else end
        # It is asked for some hundred times a page, and most often there is none: then rows need not be counted.
        if not gaps or len(rows_of(things)) >= _AGREED_ROWS:
            return gaps
        return [(edge, start) for edge, start in gaps if start - edge >= _GUTTER * self.size]

    def flows(self, group: Sequence[Sequence[Thing]]) -> bool:
        """Says whether rows stand in a single column."""
        return not self.gaps([thing for row in group for thing in row])

    def is_heading(self, row: Sequence[Thing]) -> bool:
        """Says whether a row is a heading that stands alone."""
        return len(row) == 1 and isinstance(row[0], Run) and self.heads(row[0])


def left(thing: Thing) -> float:
    """The left edge of a thing, of its bullet if it has one."""
    return thing.left if isinstance(thing, Run) else thing.core.x0


def rows_of(things: Sequence[Thing]) -> list[Row]:
    """Things that stand at one height, one above the other wherever a straight line can part them."""
    rows: list[Row] = []
    bottom = float("-inf")
    for thing in sorted(things, key=lambda thing: (thing.core.y0, thing.core.x0)):
        if rows and thing.core.y0 < bottom:
            rows[-1].append(thing)
        else:
            rows.append([thing])
        bottom = max(bottom, thing.core.y1)
    return rows


def split(things: Sequence[Thing], gaps: Sequence[Gap]) -> list[list[Thing]]:
    """Things by the columns that gaps make; columns without any are left out."""
    middles = [(x0 + x1) / 2 for x0, x1 in gaps]
    columns: list[list[Thing]] = [[] for _ in range(len(gaps) + 1)]
    for thing in things:
        columns[sum(middle <= thing.core.x0 for middle in middles)].append(thing)
    return [column for column in columns if column]


def overlap(one: Gap, other: Gap) -> bool:
    """Says whether two gaps share some width."""
    return min(one[1], other[1]) > max(one[0], other[0])


def nearer(above: Sequence[Thing], row: Sequence[Thing], below: Sequence[Thing]) -> bool:
    """Says whether a row stands nearer to the one below than to the one above."""
    top, bottom = min(thing.core.y0 for thing in row), max(thing.core.y1 for thing in row)
    before = top - max(thing.core.y1 for thing in above)
    return before > 1.2 * (min(thing.core.y0 for thing in below) - bottom)
