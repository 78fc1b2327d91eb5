"""Cuts: rows parted from the columns above or below them, to which they do not belong."""

from collections.abc import Callable, Sequence

from ctassist.reading.layout.parts import Box, Thing
from ctassist.reading.layout.runs import Run
from ctassist.reading.layout.space import Gap, Row, Space, left, nearer, split
from ctassist.reading.layout.styles import style_of

# A title is this much larger than the running text.
_TITLE = 1.5
# Lines of one paragraph stand nearer than this.
_APART = 0.9


class Cuts:
    """Looks through the rows of one band."""

    def __init__(self, space: Space, is_centered: Callable[[Thing], bool]) -> None:
        self._space = space
        self._is_centered = is_centered

    def parted(self, group: list[Row]) -> list[list[Row]]:
        """Cuts off what is no part of columns: a first row with words far to its right, a heading below them all."""
        gaps = self._space.gaps([thing for row in group for thing in row])
        if len(group) == 1:
            return [group]
        if (lone := self._lone_heading(group, gaps)) is not None:
            around_it = [group[:lone], [group[lone]], group[lone + 1 :]]
            return [part for rows in around_it if rows for part in self.parted(rows)]
        if not gaps:
            return self._without_columns_at_end(group)
        shared = [at for at, row in enumerate(group) if len(split(row, gaps)) > 1]
        start = shared[0] if shared else 0
        if start and len(self._space.gaps([thing for row in group[start:] for thing in row])) > len(gaps):
            # What is above leaves room at the right, and does not have the columns that begin here.
            return [*self.parted(group[:start]), *self.parted(group[start:])]
        apart = min(t.core.y0 for t in group[1]) - max(t.core.y1 for t in group[0]) > _APART * self._space.size
        if (shared == [0] and apart) or self._is_title_row(group):
            return [group[:1], *self.parted(group[1:])]
        tail = self._tail(group, gaps, shared[-1] + 1 if shared else len(group))
        return [group[:tail], group[tail:]] if tail < len(group) else [group]

    def _lone_heading(self, group: Sequence[Row], gaps: Sequence[Gap]) -> int | None:
        """The row of a heading in the middle that would be a column of its own: it heads what is below, across it."""
        columns = split([thing for row in group for thing in row], gaps) if gaps else []
        headings = [column for column in columns if all(self._space.is_heading([thing]) for thing in column)]
        for at, row in enumerate(group):
            if self._heads_across(row) and any(row[0] is thing for column in headings for thing in column):
                return at
        return None

    def _heads_across(self, row: Sequence[Thing]) -> bool:
        return self._space.is_heading(row) and self._is_centered(row[0])

    def _without_columns_at_end(self, group: list[Row]) -> list[list[Row]]:
        """Parts off columns at the end of what goes across, even if no two of their lines stand side by side."""
        things: list[Thing] = []
        gaps: list[Gap] = []
        at = len(group)
        while (
            at and not self._heads_across(group[at - 1]) and (not gaps or self._space.gaps([*things, *group[at - 1]]))
        ):
            at -= 1
            things += group[at]
            gaps = self._space.gaps(things)
        if not gaps:
            return [group]
        start = next(at for at, row in enumerate(group[at:], at) if any(t.core.x0 > gaps[0][0] for t in row))
        while start > 1 and start > at and nearer(group[start - 2], group[start - 1], group[start]):
            start -= 1
        return [group[:start], group[start:]] if start else [group]

    def _is_title_row(self, group: Sequence[Sequence[Thing]]) -> bool:
        """Says whether a row has a title in large type, and beside it only words that nothing goes on below."""
        runs = [thing for thing in group[0] if isinstance(thing, Run)]
        largest = max((run.size for run in runs), default=0.0)
        if len(runs) != len(group[0]) or len(runs) < 2 or largest < _TITLE * self._space.size:
            return False
        beside = [run for run in runs if run.size < largest]
        below = [thing for row in group[1:] for thing in row]
        if len(beside) + 1 < len(runs) or any(isinstance(thing, Run) and thing.size >= largest for thing in below):
            return False
        return all(run.mark is None and not _goes_on_below(run, below) for run in beside)

    def _tail(self, group: Sequence[Sequence[Thing]], gaps: Sequence[Gap], start: int) -> int:
        """Where, after the last row that several columns share, a heading begins that outranks those of all columns."""
        columns = split([thing for row in group[:start] for thing in row], gaps)
        firsts = [min(column, key=lambda thing: thing.core.y0) for column in columns[1:]]
        for at in range(start, len(group)):
            row = group[at]
            if len(row) == 1 and isinstance(row[0], Run) and self._space.heads(row[0]):
                style = style_of(row[0]).size
                if all(
                    isinstance(first, Box) or (isinstance(first, Run) and self._begins(first) and first.size < style)
                    for first in firsts
                ):
                    return at
        return len(group)

    def _begins(self, run: Run) -> bool:
        """Says whether a column begins with a heading of its own, and goes on with nothing from the one before."""
        return self._space.heads(run) and not run.text[0].islower()


def _goes_on_below(run: Run, things: Sequence[Thing]) -> bool:
    """Says whether a line stands right below a run."""
    return any(
        0 < thing.core.y0 - run.baseline < run.size and thing.core.above(run.area) > 0 and left(thing) - run.left < 9
        for thing in things
    )
