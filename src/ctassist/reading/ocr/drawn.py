"""What a picture shows beside words: bullets, lines, and frames or grounds around words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from liteparse import VectorGraphics, VectorLine, VectorShape

from ctassist.reading.layout.areas import Area
from ctassist.reading.ocr.ink import CELL, Ink, Spot

# A bullet, in sizes of the running text: as high and as wide as this, filled, with nothing near it but on its right.
_LEAST, _MOST, _LONGEST = 0.12, 0.62, 1.0
_LEAST_WIDTH = 0.14
_FILLED = 0.62
# So much of what is around it may be specks of dust.
_SPECKS = 0.005
_CLEAR_LEFT, _CLEAR_RIGHT, _CLEAR_HEIGHT = 0.9, 0.16, 0.45
_FRAME_WIDTH, _FRAME_HEIGHT = 24.0, 10.0
_SHORTEST_LINE = 20.0
_THICKEST_LINE = 1.6
_SAME = 2.5


def bullets(ink: Ink, size: float) -> list[Area]:
    """Returns the bullets and dashes that begin lines whose letters are of about ``size`` points."""
    em = size * ink.scale
    return [_area(spot, ink) for spot in ink.spots if _may_be_bullet(spot, em) and _stands_apart(spot, ink, em)]


def _may_be_bullet(spot: Spot, em: float) -> bool:
    width, height = spot.x1 - spot.x0, spot.y1 - spot.y0
    round_one = (
        _LEAST * em <= height <= _MOST * em
        and _LEAST_WIDTH * em <= width <= _MOST * em
        and width < 1.6 * height
        and height < 1.6 * width
    )
    dash = 0.03 * em <= height <= 0.2 * em and 0.28 * em <= width <= _LONGEST * em
    return (round_one or dash) and spot.filled >= _FILLED


def _stands_apart(spot: Spot, ink: Ink, em: float) -> bool:
    middle = (spot.y0 + spot.y1) // 2
    top, bottom = int(middle - _CLEAR_HEIGHT * em), int(middle + _CLEAR_HEIGHT * em) + 1
    around = ink.letters[
        max(0, top) : bottom, max(0, int(spot.x0 - _CLEAR_LEFT * em)) : int(spot.x1 + _CLEAR_RIGHT * em) + 1
    ]
    own = ink.letters[spot.y0 : spot.y1, spot.x0 : spot.x1]
    return bool(around.sum() - own.sum() <= _SPECKS * around.size)


def drawings(ink: Ink) -> VectorGraphics:
    """Returns lines, frames and grounds, as the parser gives them for pages that are not pictures."""
    lines = [_area(spot, ink) for spot in ink.lines(_SHORTEST_LINE)]
    across = [line for line in lines if line.height <= _THICKEST_LINE < line.width]
    down = [line for line in lines if line.width <= _THICKEST_LINE < line.height]
    grounds = [
        Area(CELL * spot.x0, CELL * spot.y0, CELL * spot.x1, CELL * spot.y1)
        for spot in ink.grounds
        if spot.filled > 0.8
    ]
    frames = [
        area for area in [*_frames(across, down), *grounds] if area.width > _FRAME_WIDTH and area.height > _FRAME_HEIGHT
    ]
    return VectorGraphics(shapes=[shape(area) for area in frames], lines=[_line(area) for area in [*across, *down]])


def _frames(across: Sequence[Area], down: Sequence[Area]) -> Iterable[Area]:
    """The rectangles that two lines across and two lines down make."""
    for left, right in product(down, down):
        if right.x0 - left.x1 < _FRAME_WIDTH or not (_near(left.y0, right.y0) and _near(left.y1, right.y1)):
            continue
        ends = [line for line in across if _near(line.x0, left.x0) and _near(line.x1, right.x1)]
        if any(_near(line.y0, left.y0) for line in ends) and any(_near(line.y1, left.y1) for line in ends):
            yield Area(left.x0, left.y0, right.x1, left.y1)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME


def _area(spot: Spot, ink: Ink) -> Area:
    return Area(*(edge / ink.scale for edge in (spot.x0, spot.y0, spot.x1, spot.y1)))


def shape(area: Area) -> VectorShape:
    """Returns an area as a shape that the parser found."""
    return VectorShape((area.x0, area.y0, area.width, area.height), True, None, False, None, False)


def _line(area: Area) -> VectorLine:
    across = area.width > area.height
    x, y = area.center
    x0, y0, x1, y1 = (area.x0, y, area.x1, y) if across else (x, area.y0, x, area.y1)
    return VectorLine(x0, y0, x1, y1, True, None, None, False, None)
