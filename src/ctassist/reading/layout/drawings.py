"""What is drawn on a page beside words: bullets, frames and the lines of grids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from liteparse import VectorGraphics

from ctassist.reading.layout.areas import Area

_LARGEST_MARK, _SMALLEST_MARK = 9.0, 1.0
# A bullet is about as wide as it is high; a dash may be longer.
_MARK_SHAPE = 3.5
_THIN = 1.6
# A frame that holds nearly the whole page is its background.
_WHOLE_PAGE = 0.9
_SAME = 2.0
# A page with more shapes than this has a map or a diagram on it, whose lines part no words.
_MOST = 400


@dataclass(frozen=True, slots=True)
class Drawings:
    """Small shapes that may be bullets, rectangles around words, and straight lines across and down."""

    marks: tuple[Area, ...] = ()
    frames: tuple[Area, ...] = ()
    across: tuple[Area, ...] = ()
    down: tuple[Area, ...] = ()


def drawings_of(graphics: VectorGraphics | None, width: float, height: float) -> Drawings:
    """Sorts what is drawn by what it can be for a reader."""
    if graphics is None:
        return Drawings()
    shapes = [Area(x, y, x + w, y + h) for x, y, w, h in (shape.bbox for shape in graphics.shapes)]
    lines = [
        Area(min(line.x1, line.x2), min(line.y1, line.y2), max(line.x1, line.x2), max(line.y1, line.y2))
        for line in graphics.lines
    ]
    frames = sorted(_distinct(area for area in shapes if _is_frame(area, width, height)), key=_order)
    thin = [area for area in shapes if min(area.width, area.height) <= _THIN and not _is_mark(area)]
    straight = [*lines, *thin, *(edge for frame in _few(frames) for edge in _edges(frame))]
    return Drawings(
        _few(sorted(_distinct(filter(_is_mark, shapes)), key=_order)),
        _few(frames),
        _few(_distinct(line for line in straight if line.height <= _THIN < line.width)),
        _few(_distinct(line for line in straight if line.width <= _THIN < line.height)),
    )


def _few(areas: Sequence[Area]) -> tuple[Area, ...]:
    return tuple(areas) if len(areas) <= _MOST else ()


def _is_mark(area: Area) -> bool:
    low, high = sorted((area.width, area.height))
    return _SMALLEST_MARK <= high <= _LARGEST_MARK and high <= _MARK_SHAPE * max(low, 0.5)


def _is_frame(area: Area, width: float, height: float) -> bool:
    large = area.width * area.height > _WHOLE_PAGE * width * height
    return not large and area.width > 2 * _LARGEST_MARK and area.height > _LARGEST_MARK


def _edges(area: Area) -> Iterable[Area]:
    return (
        Area(area.x0, area.y0, area.x1, area.y0),
        Area(area.x0, area.y1, area.x1, area.y1),
        Area(area.x0, area.y0, area.x0, area.y1),
        Area(area.x1, area.y0, area.x1, area.y1),
    )


def _order(area: Area) -> tuple[float, ...]:
    return area.y0, area.x0, area.y1, area.x1


def _distinct(areas: Iterable[Area]) -> list[Area]:
    """Each area once: a border and the fill behind it are one frame."""
    found: dict[tuple[int, ...], Area] = {}
    for area in areas:
        found.setdefault(tuple(round(edge / _SAME) for edge in (area.x0, area.y0, area.x1, area.y1)), area)
    return list(found.values())


def innermost(area: Area, frames: Sequence[Area]) -> Area | None:
    """The smallest frame that holds an area."""
    around = [frame for frame in frames if frame.holds(area)]
    return min(around, key=lambda frame: (frame.width * frame.height, frame.y0, frame.x0), default=None)
