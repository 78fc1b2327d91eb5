"""Placement: the way back from an upright page to the page as it is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ctassist.reading.layout.areas import Area, around

# Boxes that are turned back are cut so that none grows higher than this by it, in points.
_GROWTH = 2.0


@dataclass(frozen=True, slots=True)
class Placement:
    """How an upright page lies on the page as it is, whose size is ``width`` and ``height`` in points.

    To make it upright, the page was turned clockwise by ``turn`` degrees (0, 90, 180 or 270), and then by ``skew``
    degrees, a few at most, around its middle.
    """

    width: float
    height: float
    turn: int = 0
    skew: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page."""
        return (self.height, self.width) if self.turn % 180 else (self.width, self.height)

    def back(self, area: Area) -> list[Area]:
        """Returns where an area of the upright page is on the page as it is; a long one in pieces."""
        return [self._whole(around(self._corners(piece))) for piece in self._cut(area)]

    def _cut(self, area: Area) -> Iterator[Area]:
        rise = abs(math.tan(math.radians(self.skew))) * area.width
        pieces = max(1, math.ceil(rise / _GROWTH))
        step = area.width / pieces
        for at in range(pieces):
            yield Area(area.x0 + at * step, area.y0, area.x0 + (at + 1) * step, area.y1)

    def _corners(self, area: Area) -> Iterator[Area]:
        for x in (area.x0, area.x1):
            for y in (area.y0, area.y1):
                place = self._turned_back(*self._straightened_back(x, y))
                yield Area(*place, *place)

    def _straightened_back(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.size
        sine, cosine = math.sin(math.radians(-self.skew)), math.cos(math.radians(-self.skew))
        across, down = x - width / 2, y - height / 2
        return width / 2 + across * cosine - down * sine, height / 2 + across * sine + down * cosine

    def _turned_back(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 90:
            return y, self.height - x
        if self.turn == 180:
            return self.width - x, self.height - y
        if self.turn == 270:
            return self.width - y, x
        return x, y

    def _whole(self, area: Area) -> Area:
        return Area(max(0.0, area.x0), max(0.0, area.y0), min(self.width, area.x1), min(self.height, area.y1))
