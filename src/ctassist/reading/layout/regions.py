"""Regions: the parts of a page in reading order, found by the white space between them."""

from collections.abc import Callable, Sequence
from itertools import groupby

from ctassist.reading.layout.areas import Area
from ctassist.reading.layout.bands import Bands
from ctassist.reading.layout.parts import Column, Part, Thing
from ctassist.reading.layout.runs import Run
from ctassist.reading.layout.space import Space, split
from ctassist.reading.layout.tables import table_of


class Ordering:
    """Puts what stands on a page, or in a box, in reading order."""

    def __init__(self, heads: Callable[[Run], bool], size: float) -> None:
        self._space = Space(size, heads)

    def parts(self, things: Sequence[Thing], area: Area) -> list[Part]:
        """Returns the parts of an area: columns from left to right wherever white space parts them."""
        if not things:
            return []
        groups = Bands(things, self._space, area).cut()
        if len(groups) > 1:
            return [part for group in groups for part in self._columns(group, area)]
        return self._columns(groups[0], area)

    def _columns(self, things: list[Thing], area: Area) -> list[Part]:
        gaps = self._space.gaps(things)
        if not gaps:
            return self._flow(things, area)
        columns = split(things, gaps)
        heads = self._heads_between(columns)
        if table := table_of([_without(columns[0], heads), *columns[1:]], self._space.heads):
            return self._parted(things, heads, area) if heads else [table]
        edges = [area.x0, *(x1 for _, x1 in gaps), area.x1]
        parts: list[Part] = []
        for at, column in enumerate(columns):
            right = max(gaps[at][0], max(thing.core.x1 for thing in column)) if at < len(gaps) else area.x1
            parts += self.parts(column, Area(edges[at], area.y0, right, area.y1))
        return parts

    def _heads_between(self, columns: Sequence[Sequence[Thing]]) -> list[Run]:
        """The headings in the first column with nothing beside them in the others."""
        others = [thing for column in columns[1:] for thing in column]
        heads = (thing for thing in columns[0] if isinstance(thing, Run) and self._space.heads(thing))
        alone = [run for run in heads if not any(run.core.beside(thing.core) > 0 for thing in others)]
        return alone if len(alone) < len(columns[0]) else []

    def _parted(self, things: Sequence[Thing], heads: Sequence[Run], area: Area) -> list[Part]:
        """What stands above, between and below headings, each by itself."""
        known = {id(head) for head in heads}
        ordered = sorted(things, key=lambda thing: (thing.core.y0, thing.core.x0))
        groups = [list(group) for _, group in groupby(ordered, key=lambda thing: id(thing) in known)]
        return [part for group in groups for part in self._columns(group, area)]

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


def _without(things: Sequence[Thing], others: Sequence[Thing]) -> list[Thing]:
    known = {id(other) for other in others}
    return [thing for thing in things if id(thing) not in known]
