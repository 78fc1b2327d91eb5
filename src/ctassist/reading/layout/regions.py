"""Regions: the parts of a page in reading order, found by the white space between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.figures import Figures
from ctassist.reading.layout.runs import Run
from ctassist.reading.layout.styles import style_of
from ctassist.reading.layout.tables import Table, table_of

# White space this wide, in letter sizes, parts columns; narrower if many lines agree.
_GUTTER, _AGREED_GUTTER, _AGREED_ROWS = 0.95, 0.75, 4
# A single row is parted into columns only by this much.
_LONE_GUTTER = 2.5
_ALIGNED, _CENTERED = 1.6, 1.5
# A title is this much larger than the running text.
_TITLE = 1.5
# Lines of one paragraph stand nearer than this.
_APART = 0.9


@dataclass(frozen=True, slots=True)
class Column:
    """Runs that are read from top to bottom, and the right edge that their lines could reach."""

    runs: tuple[Run, ...]
    area: Area


@dataclass(frozen=True, slots=True)
class Box:
    """What stands in one frame or one cell of a chart, in reading order."""

    parts: tuple["Part", ...]
    area: Area

    @property
    def core(self) -> Area:
        """The area of its content."""
        return self.area


Part = Column | Box | Figures | Table
Thing = Run | Box | Figures | Table


class Ordering:
    """Puts what stands on a page, or in a box, in reading order."""

    def __init__(self, heads: Callable[[Run], bool], size: float) -> None:
        self._heads = heads
        self._size = size
        self._whole = Area(0, 0, 0, 0)

    def parts(self, things: Sequence[Thing], area: Area) -> list[Part]:
        """Returns the parts of an area: columns from left to right wherever white space parts them."""
        if not things:
            return []
        groups = self._groups(things)
        if len(groups) > 1:
            return [part for group in groups for part in self._columns(group, area)]
        return self._columns(groups[0], area)

    def _columns(self, things: list[Thing], area: Area) -> list[Part]:
        gaps = self._gaps(things)
        if not gaps:
            return self._flow(things, area)
        columns = _split(things, gaps)
        if table := table_of(columns, self._heads):
            return [table]
        edges = [area.x0, *(x1 for _, x1 in gaps), area.x1]
        parts: list[Part] = []
        for at, column in enumerate(columns):
            right = max(gaps[at][0], max(thing.core.x1 for thing in column)) if at < len(gaps) else area.x1
            parts += self.parts(column, Area(edges[at], area.y0, right, area.y1))
        return parts

    def _flow(self, things: Sequence[Thing], area: Area) -> list[Part]:
        """Runs of one column, cut where something else stands between them."""
        parts: list[Part] = []
        runs: list[Run] = []
        for thing in sorted(things, key=lambda thing: (thing.core.y0, thing.core.x0)):
            if isinstance(thing, Run):
                runs.append(thing)
                continue
            if runs:
                parts.append(Column(tuple(runs), area))
                runs = []
            parts.append(thing)
        if runs:
            parts.append(Column(tuple(runs), area))
        return parts

    def _groups(self, things: Sequence[Thing]) -> list[list[Thing]]:
        """Cuts an area across the page wherever its columns change."""
        rows = _rows(things)
        self._whole = around(thing.core for thing in things)
        groups: list[list[list[Thing]]] = []
        for at, row in enumerate(rows):
            below = rows[at + 1] if at + 1 < len(rows) else None
            if not groups:
                groups.append([row])
            elif self._breaks(groups[-1], row, below):
                groups.append([*self._moved(groups[-1], row), row])
            else:
                groups[-1].append(row)
        parted = [part for group in groups if group for part in self._parted(group)]
        return [[thing for row in group for thing in row] for group in self._mended(parted)]

    def _moved(self, group: list[list[Thing]], row: Sequence[Thing]) -> list[list[Thing]]:
        """Takes from the end of a group the rows that belong to the row below: headings, and lines of its columns."""
        gaps = self._gaps(row)
        if not gaps:
            return self._headings_at_end(group)
        tail = self._fitting(group, row, gaps)
        kept = len(group) - len(tail)
        # Columns begin with the first row that stands in another than the first; what is near to it is theirs too.
        start = next((at for at, known in enumerate(tail) if any(t.core.x0 > gaps[0][0] for t in known)), len(tail))
        while start > 0 and kept + start > 1:
            below = tail[start] if start < len(tail) else row
            if self._is_heading(tail[start - 1]):
                break
            if not self._nearer(group[kept + start - 2], tail[start - 1], below):
                break
            start -= 1
        del group[kept + start :]
        return tail[start:]

    def _is_heading(self, row: Sequence[Thing]) -> bool:
        return len(row) == 1 and isinstance(row[0], Run) and self._heads(row[0])

    def _is_centered(self, thing: Thing) -> bool:
        """Says whether a thing stands in the middle of its area, far from its edges."""
        middle = abs(thing.core.center[0] - self._whole.center[0]) < _CENTERED * self._size
        return middle and thing.core.x0 > self._whole.x0 + 2 * self._size

    def _headings_at_end(self, group: list[list[Thing]]) -> list[list[Thing]]:
        moved: list[list[Thing]] = []
        while group and self._is_heading(group[-1]):
            moved.insert(0, group.pop())
        return moved

    def _fitting(
        self, group: Sequence[list[Thing]], row: Sequence[Thing], gaps: Sequence[tuple[float, float]]
    ) -> list[list[Thing]]:
        """The rows at the end of a group that keep to the columns of the row below it."""
        things, at = list(row), len(group)
        while at and len(self._gaps([*things, *group[at - 1]])) >= len(gaps):
            if self._is_heading(group[at - 1]) and self._is_centered(group[at - 1][0]):
                break
            at -= 1
            things += group[at]
        return list(group[at:])

    @staticmethod
    def _nearer(above: Sequence[Thing], row: Sequence[Thing], below: Sequence[Thing]) -> bool:
        """Says whether a row stands nearer to the one below than to the one above."""
        top, bottom = min(thing.core.y0 for thing in row), max(thing.core.y1 for thing in row)
        before = top - max(thing.core.y1 for thing in above)
        return before > 1.2 * (min(thing.core.y0 for thing in below) - bottom)

    def _parted(self, group: list[list[Thing]]) -> list[list[list[Thing]]]:
        """Cuts off what is no part of columns: a first row with words far to its right, a heading below them all."""
        gaps = self._gaps([thing for row in group for thing in row])
        if len(group) == 1:
            return [group]
        if not gaps:
            return self._without_columns_at_end(group)
        shared = [at for at, row in enumerate(group) if len(_split(row, gaps)) > 1]
        apart = min(t.core.y0 for t in group[1]) - max(t.core.y1 for t in group[0]) > _APART * self._size
        if (shared == [0] and apart) or self._is_title_row(group):
            return [group[:1], *self._parted(group[1:])]
        tail = self._tail(group, gaps, shared[-1] + 1 if shared else len(group))
        return [group[:tail], group[tail:]] if tail < len(group) else [group]

    def _without_columns_at_end(self, group: list[list[Thing]]) -> list[list[list[Thing]]]:
        """Parts off columns at the end of what goes across, even if no two of their lines stand side by side."""
        things: list[Thing] = []
        gaps: list[tuple[float, float]] = []
        at = len(group)
        while at and (not gaps or self._gaps([*things, *group[at - 1]])):
            at -= 1
            things += group[at]
            gaps = self._gaps(things)
        if not gaps:
            return [group]
        start = next(at for at, row in enumerate(group[at:], at) if any(t.core.x0 > gaps[0][0] for t in row))
        while start > 1 and start > at and self._nearer(group[start - 2], group[start - 1], group[start]):
            start -= 1
        return [group[:start], group[start:]] if start else [group]

    def _is_title_row(self, group: Sequence[Sequence[Thing]]) -> bool:
        """Says whether a row has a title in large type, and beside it only words that nothing goes on below."""
        runs = [thing for thing in group[0] if isinstance(thing, Run)]
        largest = max((run.size for run in runs), default=0.0)
        if len(runs) != len(group[0]) or len(runs) < 2 or largest < _TITLE * self._size:
            return False
        beside = [run for run in runs if run.size < largest]
        below = [thing for row in group[1:] for thing in row]
        if len(beside) + 1 < len(runs) or any(isinstance(thing, Run) and thing.size >= largest for thing in below):
            return False
        return all(run.mark is None and not _goes_on_below(run, below) for run in beside)

    def _tail(self, group: Sequence[Sequence[Thing]], gaps: Sequence[tuple[float, float]], start: int) -> int:
        """Where, after the last row that several columns share, a heading begins that outranks those of all columns."""
        columns = _split([thing for row in group[:start] for thing in row], gaps)
        firsts = [min(column, key=lambda thing: thing.core.y0) for column in columns[1:]]
        for at in range(start, len(group)):
            row = group[at]
            if len(row) == 1 and isinstance(row[0], Run) and self._heads(row[0]):
                style = style_of(row[0]).size
                if all(
                    isinstance(first, Box) or (isinstance(first, Run) and self._heads(first) and first.size < style)
                    for first in firsts
                ):
                    return at
        return len(group)

    def _breaks(self, group: Sequence[Sequence[Thing]], row: Sequence[Thing], below: Sequence[Thing] | None) -> bool:
        so_far = [thing for known in group for thing in known]
        before, own = self._gaps(so_far), self._gaps(row)
        after = self._gaps([*so_far, *row])
        if not before:
            return bool(own)
        if not after or self._is_head_of_columns(group, row, below):
            return True
        return len(after) < len(before) and self._all_change(so_far, row, before, after)

    def _all_change(
        self,
        so_far: Sequence[Thing],
        row: Sequence[Thing],
        before: Sequence[tuple[float, float]],
        after: Sequence[tuple[float, float]],
    ) -> bool:
        """Says whether each column has columns of its own that end at this row: it is the page that changes there."""
        above, here = _split(so_far, after), _split(row, after)
        if len(above) != len(here):
            return False
        edges = [float("-inf"), *((x0 + x1) / 2 for x0, x1 in after), float("inf")]
        lost = [gap for gap in before if not any(_shared(gap, kept) for kept in after)]
        return all(any(left < (gap[0] + gap[1]) / 2 < right for gap in lost) for left, right in pairwise(edges))

    def _is_head_of_columns(
        self, group: Sequence[Sequence[Thing]], row: Sequence[Thing], below: Sequence[Thing] | None
    ) -> bool:
        """Says whether a heading that stands alone, short as it is, heads all columns that begin side by side below."""
        if not self._is_heading(row) or below is None or not self._gaps(below):
            return False
        tops = [min(thing.core.y0 for thing in column) for column in _split(below, self._gaps(below))]
        above = max(thing.core.y1 for thing in group[-1])
        gap = row[0].core.y0 - above
        if self._is_centered(row[0]):
            return True
        return max(tops) - min(tops) < _ALIGNED * self._size and gap > _ALIGNED * self._size

    def _mended(self, groups: Sequence[list[list[Thing]]]) -> list[list[list[Thing]]]:
        """A single row with a wide gap among lines that go across is one of them."""
        mended: list[list[list[Thing]]] = []
        for group in groups:
            things = [thing for row in group for thing in row]
            lone = len(group) == 1 and all(isinstance(thing, Run) for thing in things)
            widest = max((x1 - x0 for x0, x1 in self._gaps(things)), default=0.0)
            spread = lone and bool(mended) and self._is_spread(mended[-1][-1], things)
            flows = not self._gaps(things) or (lone and widest < _LONE_GUTTER * self._size) or spread
            if mended and flows and self._flows(mended[-1]) and (lone or self._flows(group)):
                mended[-1] += group
            else:
                mended.append(list(group))
        return mended

    def _is_spread(self, above: Sequence[Thing], row: Sequence[Thing]) -> bool:
        """Says whether a row's words are spread between the edges of the line above, as justified ones are."""
        last = [thing for thing in above if isinstance(thing, Run)]
        if len(last) != len(above) or not last or self._heads(last[0]):
            return False
        edges, whole = around(run.area for run in last), around(thing.core for thing in row)
        # The line above may be the first of its paragraph, or spread as well.
        near = min(thing.core.y0 for thing in row) - max(run.core.y1 for run in last) < self._size
        return near and abs(edges.x1 - whole.x1) < 0.5 * self._size and abs(edges.x0 - whole.x0) < 2 * self._size

    def _flows(self, group: Sequence[Sequence[Thing]]) -> bool:
        return not self._gaps([thing for row in group for thing in row])

    def _gaps(self, things: Sequence[Thing]) -> list[tuple[float, float]]:
        """The white space from top to bottom between things, from left to right."""
        rows = len(_rows(things))
        least = (_AGREED_GUTTER if rows >= _AGREED_ROWS else _GUTTER) * self._size
        gaps, edge = [], float("inf")
        for thing in sorted(things, key=_left):
            if _left(thing) - edge >= least:
                gaps.append((edge, _left(thing)))
            edge = max(thing.core.x1, edge) if edge != float("inf") else thing.core.x1
        return gaps


def _left(thing: Thing) -> float:
    return thing.left if isinstance(thing, Run) else thing.core.x0


def _goes_on_below(run: Run, things: Sequence[Thing]) -> bool:
    """Says whether a line stands right below a run."""
    return any(
        0 < thing.core.y0 - run.baseline < run.size and thing.core.above(run.area) > 0 and _left(thing) - run.left < 9
        for thing in things
    )


def _shared(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _rows(things: Sequence[Thing]) -> list[list[Thing]]:
    """Things that stand at one height, one above the other wherever a straight line can part them."""
    rows: list[list[Thing]] = []
    bottom = float("-inf")
    for thing in sorted(things, key=lambda thing: (thing.core.y0, thing.core.x0)):
        if rows and thing.core.y0 < bottom:
            rows[-1].append(thing)
        else:
            rows.append([thing])
        bottom = max(bottom, thing.core.y1)
    return rows


def _split(things: Sequence[Thing], gaps: Sequence[tuple[float, float]]) -> list[list[Thing]]:
    """Things by the columns that gaps make; columns without any are left out."""
    middles = [(x0 + x1) / 2 for x0, x1 in gaps]
    columns: list[list[Thing]] = [[] for _ in range(len(gaps) + 1)]
    for thing in things:
        columns[sum(middle <= thing.core.x0 for middle in middles)].append(thing)
    return [column for column in columns if column]


def boxed(frame: Area, parts: Sequence[Part]) -> Box:
    """A box whose area is that of what it holds."""
    return Box(tuple(parts), around([part.area for part in parts]) if parts else frame)
