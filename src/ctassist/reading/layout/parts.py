"""Parts: what a page is made of once its order is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.figures import Figures
from ctassist.reading.layout.runs import Run
from ctassist.reading.layout.tables import Table


@dataclass(frozen=True, slots=True)
class Column:
    """Runs that are read from top to bottom, and the area that their lines could fill."""

    runs: tuple[Run, ...]
    area: Area


@dataclass(frozen=True, slots=True)
class Box:
    """What stands in one frame or one cell of a chart, in reading order."""

    parts: tuple[Part, ...]
    area: Area

    @property
    def core(self) -> Area:
        """The area of its content."""
        return self.area


Part = Column | Box | Figures | Table
Thing = Run | Box | Figures | Table
"""What is put in order; all know the area that is theirs alone, their ``core``."""


def boxed(frame: Area, parts: Sequence[Part]) -> Box:
    """A box whose area is that of what it holds."""
    return Box(tuple(parts), around([part.area for part in parts]) if parts else frame)
