"""Plans: what stands on one page, part by part in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.drawings import innermost
from ctassist.reading.layout.figures import Figures, find_figures
from ctassist.reading.layout.grids import Grid, find_grids
from ctassist.reading.layout.lines import is_entry, lines_of
from ctassist.reading.layout.parts import Box, Part, Thing, boxed
from ctassist.reading.layout.regions import Ordering
from ctassist.reading.layout.runs import Run
from ctassist.reading.layout.sheets import Sheet
from ctassist.reading.layout.styles import Body, is_heading
from ctassist.reading.layout.tables import Row, Table, heads_column

_FEWEST_LINES = 2
_BOXED_LINES = 3
_TOUCH = 2.5


@dataclass(frozen=True, slots=True)
class Plan:
    """A page with its parts in reading order."""

    sheet: Sheet
    parts: tuple[Part, ...]


def plan_of(sheet: Sheet, body: Body) -> Plan:
    """Finds figures, grids, boxes and columns of a page."""
    return Plan(sheet, tuple(_Planning(sheet, body).parts()))


class _Planning:
    def __init__(self, sheet: Sheet, body: Body) -> None:
        self._sheet = sheet
        self._body = body
        self._order = Ordering(self._heads, body.style.size)

    def parts(self) -> list[Part]:
        """What stands on the page, from the inside of frames outwards."""
        runs = list(self._sheet.runs)
        figures = find_figures(runs, self._sheet.drawings.frames, self._body)
        taken = {id(run) for group in figures for figure in group.members for run in (*figure.number, *figure.label)}
        runs = [run for run in runs if id(run) not in taken]
        things: list[Thing] = [*figures]
        for grid in find_grids(runs, self._sheet.drawings):
            inside = {id(run) for row in grid.rows for cell in row for run in cell}
            runs = [run for run in runs if id(run) not in inside]
            things += self._of_grid(grid)
        page = Area(0, 0, self._sheet.width, self._sheet.height)
        return self._framed([*things, *runs], page, list(self._sheet.drawings.frames))

    def _heads(self, run: Run) -> bool:
        return is_heading(run, self._body)

    def _of_grid(self, grid: Grid) -> list[Thing]:
        """A table, or the cells of a chart, each a box of its own."""
        cells = [cell for row in grid.rows for cell in row if cell]
        if 2 * sum(map(self._is_box, cells)) > len(cells):
            return [boxed(grid.area, self._order.parts(cell, around(run.area for run in cell))) for cell in cells]
        captions = [run for row in grid.rows for run in self._caption(row)]
        body = [row for row in grid.rows if not self._caption(row)]
        if len(body) < _FEWEST_LINES:
            return [run for cell in cells for run in cell]
        rows = tuple(Row(tuple(tuple(lines_of(cell)) for cell in row)) for row in body)
        first = [run for cell in body[0] for run in cell]
        others = [run for row in body[1:] for cell in row for run in cell]
        named = all(heads_column(run, self._heads) for run in first)
        headed = all(body[0]) and named and not all(map(self._heads, others))
        return [*captions, Table(rows, headed, around(run.area for run in (*first, *others)))]

    def _caption(self, row: Sequence[Sequence[Run]]) -> Sequence[Run]:
        """A heading in the first cell of a row with nothing beside it: it stands in a frame above the table."""
        alone = row[0] if not any(row[1:]) else ()
        return alone if alone and all(map(self._heads, alone)) else ()

    def _is_box(self, cell: Sequence[Run]) -> bool:
        """Says whether a cell tells something by itself: items, or a name with lines about it."""
        lines = lines_of(cell)
        if any(run.mark is not None and not run.numbered for run in cell):
            return True
        if len(lines) > 1 and any(is_entry(line.text) for line in lines):
            return True
        return len(lines) >= _BOXED_LINES and self._heads(lines[0].main) and not self._heads(lines[-1].main)

    def _framed(self, things: Sequence[Thing], area: Area, frames: Sequence[Area]) -> list[Part]:
        """Orders things, those within a frame first among themselves."""
        homes: dict[Area, list[Thing]] = {}
        free: list[Thing] = []
        for thing in things:
            frame = innermost(thing.core, frames)
            (free if frame is None else homes.setdefault(frame, [])).append(thing)
        if not homes:
            return self._order.parts(free, area)
        # The smallest frames first: what they hold becomes one thing of the frame around them.
        frame = min(homes, key=lambda known: (known.width * known.height, known.y0, known.x0))
        inside = homes[frame]
        left = [known for known in frames if known != frame]
        others = [thing for thing in things if thing not in inside]
        idle = _height(inside) < _FEWEST_LINES or self._is_bar(inside) or self._is_table_cell(frame, inside)
        if idle or any(_meets(frame, thing) for thing in others):
            return self._framed(things, area, left)
        box = boxed(frame, self._order.parts(inside, frame))
        return self._framed([*others, box], area, left)

    def _is_table_cell(self, frame: Area, things: Sequence[Thing]) -> bool:
        """Says whether a frame is the ground of a cell, with others right beside it, and holds but a few words."""
        beside = (
            other
            for other in self._sheet.drawings.frames
            if abs(other.y0 - frame.y0) < _TOUCH
            and abs(other.y1 - frame.y1) < _TOUCH
            and min(abs(other.x0 - frame.x1), abs(frame.x0 - other.x1)) < _TOUCH
        )
        runs = [thing for thing in things if isinstance(thing, Run)]
        plain = len(runs) == len(things) and not any(run.mark is not None or self._heads(run) for run in runs)
        few = plain and len(lines_of(runs)) <= _BOXED_LINES and not any(is_entry(run.text) for run in runs)
        return few and any(True for _ in beside)

    def _is_bar(self, things: Sequence[Thing]) -> bool:
        """Says whether things are nothing but a heading, whose ground holds nothing together."""
        return all(isinstance(thing, Run) and self._heads(thing) for thing in things)


def _height(things: Sequence[Thing]) -> int:
    """How many lines things fill, at least."""
    runs = [thing for thing in things if isinstance(thing, Run)]
    others = [thing for thing in things if isinstance(thing, Box | Figures | Table)]
    return len(lines_of(runs)) + 2 * len(others)


def _meets(frame: Area, thing: Thing) -> bool:
    """A frame whose edge cuts through words is no frame of theirs."""
    return frame.meets(thing.core) and not frame.holds(thing.core)
