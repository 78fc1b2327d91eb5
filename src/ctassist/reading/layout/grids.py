"""Grids: cells between drawn lines, and tables whose columns only stand in line."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.drawings import Drawings
from ctassist.reading.layout.runs import Run

_TOUCH = 2.5
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows; a cell without words has none."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    area: Area

    @property
    def core(self) -> Area:
        """The area of its words."""
        return self.area


def find_grids(runs: Sequence[Run], drawings: Drawings) -> list[Grid]:
    """Returns the grids that drawn lines make of a page, largest first."""
    grids = [grid for group in _connected(drawings) if (grid := _grid(group, runs))]
    return sorted(grids, key=lambda grid: (grid.area.y0, grid.area.x0))


def _connected(drawings: Drawings) -> list[tuple[list[Area], list[Area]]]:
    """Groups lines across and lines down that meet."""
    groups: list[tuple[list[Area], dict[Area, None]]] = []
    for across in drawings.across:
        met = [group for group in groups if any(_meet(across, down) for down in group[1])]
        merged = ([across], {down: None for down in drawings.down if _meet(across, down)})
        for group in met:
            groups.remove(group)
            merged[0].extend(group[0])
            merged[1].update(group[1])
        groups.append(merged)
    return [(across, list(down)) for across, down in groups]


def _meet(across: Area, down: Area) -> bool:
    return (
        across.x0 - _TOUCH <= (down.x0 + down.x1) / 2 <= across.x1 + _TOUCH
        and down.y0 - _TOUCH <= (across.y0 + across.y1) / 2 <= down.y1 + _TOUCH
    )


def _grid(group: tuple[list[Area], list[Area]], runs: Sequence[Run]) -> Grid | None:
    xs = _edges([down.center[0] for down in group[1]])
    ys = _edges([across.center[1] for across in group[0]])
    if len(xs) <= _FEWEST or len(ys) <= _FEWEST:
        return None
    whole = Area(xs[0], ys[0], xs[-1], ys[-1])
    inside = [run for run in runs if whole.holds(run.area)]
    cells: list[list[list[Run]]] = [[[] for _ in xs[1:]] for _ in ys[1:]]
    for run in inside:
        x, y = run.area.x0 + min(run.area.width, run.size) / 2, run.core.center[1]
        if run.area.x1 > xs[bisect_right(xs, x)] + run.size if bisect_right(xs, x) < len(xs) else True:
            # Words across the lines: what is drawn is no grid of theirs.
            return None
        cells[_between(ys, y)][_between(xs, x)].append(run)
    rows = [tuple(tuple(cell) for cell in row) for row in cells if any(row)]
    used = [at for at in range(len(xs) - 1) if any(row[at] for row in rows)]
    if len(rows) < _FEWEST or len(used) < _FEWEST or not _is_dense(rows, used):
        return None
    return Grid(tuple(tuple(row[at] for at in used) for row in rows), around(run.area for run in inside))


def _between(edges: Sequence[float], value: float) -> int:
    """Which of the spaces between edges a value lies in; the letters of words may reach a little over the outermost."""
    return min(max(bisect_right(edges, value), 1), len(edges) - 1) - 1


def _edges(values: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOUCH:
            edges.append(value)
    return edges


def _is_dense(rows: Sequence[Sequence[Sequence[Run]]], used: Sequence[int]) -> bool:
    filled = sum(bool(row[at]) for row in rows for at in used)
    return 2 * filled > len(rows) * len(used)
