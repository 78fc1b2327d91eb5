"""Areas: rectangles on a page, in points from its top left corner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle; ``y`` grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0

    @property
    def center(self) -> tuple[float, float]:
        """The middle, across and down."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def holds(self, other: Area) -> bool:
        """Says whether the middle of another area lies in this one."""
        return self.x0 <= (other.x0 + other.x1) / 2 <= self.x1 and self.y0 <= (other.y0 + other.y1) / 2 <= self.y1

    def meets(self, other: Area) -> bool:
        """Says whether two areas share more than an edge."""
        return self.beside(other) > 0 and self.above(other) > 0

    def above(self, other: Area) -> float:
        """How much of their widths two areas share; negative is the distance between them, across the page."""
        return min(self.x1, other.x1) - max(self.x0, other.x0)

    def beside(self, other: Area) -> float:
        """How much of their heights two areas share; negative is the distance between them, down the page."""
        return min(self.y1, other.y1) - max(self.y0, other.y0)


def around(areas: Iterable[Area]) -> Area:
    """The smallest area that holds all of ``areas``, of which there must be one."""
    known = list(areas)
    if len(known) == 1:
        return known[0]
    return Area(
        min([area.x0 for area in known]),
        min([area.y0 for area in known]),
        max([area.x1 for area in known]),
        max([area.y1 for area in known]),
    )
