"""Bands: an area cut across wherever its columns change."""

from collections.abc import Sequence
from itertools import pairwise

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.cuts import Cuts
from ctassist.reading.layout.parts import Thing
from ctassist.reading.layout.runs import Run
from ctassist.reading.layout.space import Gap, Row, Space, nearer, overlap, rows_of, split

# A single row is parted into columns only by so many letter sizes.
_LONE_GUTTER = 2.5
_ALIGNED, _CENTERED = 1.6, 1.5


class Bands:
    """The bands of one area. Each holds rows; what follows in one has the columns of what it begins with."""

    def __init__(self, things: Sequence[Thing], space: Space, area: Area) -> None:
        self._space = space
        self._rows = rows_of(things)
        self._whole = around(thing.core for thing in things)
        self._middles = (self._whole.center[0], area.center[0])

    def cut(self) -> list[list[Thing]]:
        """Returns the things of each band, from top to bottom."""
        rows = self._rows
        groups: list[list[Row]] = []
        for at, row in enumerate(rows):
            below = rows[at + 1] if at + 1 < len(rows) else None
            if not groups:
                groups.append([row])
            elif self._breaks(groups[-1], row, below):
                groups.append([*self._moved(groups[-1], row), row])
            else:
                groups[-1].append(row)
        cuts = Cuts(self._space, self._is_centered)
        parted = [part for group in groups if group for part in cuts.parted(group)]
        return [[thing for row in group for thing in row] for group in self._mended(parted)]

    def _breaks(self, group: Sequence[Sequence[Thing]], row: Sequence[Thing], below: Sequence[Thing] | None) -> bool:
        so_far = [thing for known in group for thing in known]
        before, own = self._space.gaps(so_far), self._space.gaps(row)
        after = self._space.gaps([*so_far, *row])
        if not before:
            return bool(own)
        if not after or self._is_head_of_columns(group, row, below):
            return True
        if len(after) >= len(before):
            return False
        headed = len(row) == 1 and self._space.is_heading(group[-1]) and self._is_centered(group[-1][0])
        return headed or self._all_change(so_far, row, before, after)

    def _all_change(
        self,
        so_far: Sequence[Thing],
        row: Sequence[Thing],
        before: Sequence[Gap],
        after: Sequence[Gap],
    ) -> bool:
        """Says whether each column has columns of its own that end at this row: it is the page that changes there."""
        above, here = split(so_far, after), split(row, after)
        if len(above) != len(here):
            return False
        edges = [float("-inf"), *((x0 + x1) / 2 for x0, x1 in after), float("inf")]
        lost = [gap for gap in before if not any(overlap(gap, kept) for kept in after)]
        return all(any(left < (gap[0] + gap[1]) / 2 < right for gap in lost) for left, right in pairwise(edges))

    def _is_head_of_columns(
        self, group: Sequence[Sequence[Thing]], row: Sequence[Thing], below: Sequence[Thing] | None
    ) -> bool:
        """Says whether a heading that stands alone, short as it is, heads all columns that begin side by side below."""
        if not self._space.is_heading(row) or below is None or not self._space.gaps(below):
            return False
        tops = [min(thing.core.y0 for thing in column) for column in split(below, self._space.gaps(below))]
        above = max(thing.core.y1 for thing in group[-1])
        gap = row[0].core.y0 - above
        if self._is_centered(row[0]) and not self._is_centered_in_column(row[0], group):
            return True
        return max(tops) - min(tops) < _ALIGNED * self._space.size and gap > _ALIGNED * self._space.size

    def _moved(self, group: list[Row], row: Sequence[Thing]) -> list[Row]:
        """Takes from the end of a group the rows that belong to the row below: headings, and lines of its columns."""
        gaps = self._space.gaps(row)
        if not gaps:
            return self._headings_at_end(group)
        tail = self._fitting(group, row, gaps)
        kept = len(group) - len(tail)
        # Columns begin with the first row that stands in another than the first; what is near to it is theirs too.
        start = next((at for at, known in enumerate(tail) if any(t.core.x0 > gaps[0][0] for t in known)), len(tail))
        while start > 0 and kept + start > 1:
            below = tail[start] if start < len(tail) else row
            if self._space.is_heading(tail[start - 1]):
                break
            if not nearer(group[kept + start - 2], tail[start - 1], below):
                break
            start -= 1
        del group[kept + start :]
        return tail[start:]

    def _headings_at_end(self, group: list[Row]) -> list[Row]:
        moved: list[Row] = []
        while group and self._space.is_heading(group[-1]):
            moved.insert(0, group.pop())
        return moved

    def _fitting(self, group: Sequence[Row], row: Sequence[Thing], gaps: Sequence[Gap]) -> list[Row]:
        """The rows at the end of a group that keep to the columns of the row below it."""
        things, at = list(row), len(group)
        while at and len(self._space.gaps([*things, *group[at - 1]])) >= len(gaps):
            if self._space.is_heading(group[at - 1]) and self._is_centered(group[at - 1][0]):
                break
            at -= 1
            things += group[at]
        return list(group[at:])

    def _is_centered(self, thing: Thing) -> bool:
        """Says whether a thing stands in the middle of its area, or of what is in it, far from its edges."""
        near = _CENTERED * self._space.size
        middle = any(abs(thing.core.center[0] - middle) < near for middle in self._middles)
        return middle and thing.core.x0 > self._whole.x0 + 2 * self._space.size

    def _is_centered_in_column(self, thing: Thing, group: Sequence[Sequence[Thing]]) -> bool:
        """Says whether a thing is in the middle of its column: of three, the second has that of the page."""
        gaps = self._space.gaps([known for row in group for known in row])
        left = max((x1 for _, x1 in gaps if x1 <= thing.core.x0), default=self._whole.x0)
        right = min((x0 for x0, _ in gaps if x0 >= thing.core.x1), default=self._whole.x1)
        return bool(gaps) and abs(thing.core.center[0] - (left + right) / 2) < _CENTERED * self._space.size

    def _mended(self, groups: Sequence[list[Row]]) -> list[list[Row]]:
        """A single row with a wide gap among lines that go across is one of them."""
        mended: list[list[Row]] = []
        for group in groups:
            things = [thing for row in group for thing in row]
            lone = len(group) == 1 and all(isinstance(thing, Run) for thing in things)
            widest = max((x1 - x0 for x0, x1 in self._space.gaps(things)), default=0.0)
            spread = lone and bool(mended) and self._is_spread(mended[-1][-1], things)
            flows = not self._space.gaps(things) or (lone and widest < _LONE_GUTTER * self._space.size) or spread
            one = flows and bool(mended) and self._space.flows(mended[-1]) and (lone or self._space.flows(group))
            if one and not self._heads_beside(mended[-1], group):
                mended[-1] += group
            else:
                mended.append(list(group))
        return mended

    def _heads_beside(self, above: Sequence[Row], group: Sequence[Row]) -> bool:
        """Says whether a heading in the middle is all that stands above rows which end before it."""
        return all(map(self._space.is_heading, above)) and not self._space.flows([*above, *group])

    def _is_spread(self, above: Sequence[Thing], row: Sequence[Thing]) -> bool:
        """Says whether a row's words are spread between the edges of the line above, as justified ones are."""
        last = [thing for thing in above if isinstance(thing, Run)]
        if len(last) != len(above) or not last or self._space.heads(last[0]):
            return False
        edges, whole = around(run.area for run in last), around(thing.core for thing in row)
        # The line above may be the first of its paragraph, or spread as well.
        near = min(thing.core.y0 for thing in row) - max(run.core.y1 for run in last) < self._space.size
        return (
            near
            and abs(edges.x1 - whole.x1) < 0.5 * self._space.size
            and abs(edges.x0 - whole.x0) < 2 * self._space.size
        )
