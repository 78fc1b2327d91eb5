"""Ink: which dots of a picture are written or drawn on its ground, whatever the ground's tone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

POINTS = 72
# The ground is what most dots around a place show: of so many cells, each so many points wide.
_WINDOW, CELL = 11, 1.5
# Ink stands out from its ground by this much of the picture's contrast.
_STANDS_OUT = 0.35
_LEAST_CONTRAST = 24
# The strength of a stroke's middle, of all its dots from the weakest to the strongest.
_FULL = 90
# A ground of another tone than the paper's, by this share of the contrast, is a box or a bar behind words.
_OTHER_TONE, _EVEN = 0.06, 0.12
# How high letters are that are looked for a second time, in points.
_LOWEST_LETTER, _LARGEST_LETTER = 3.5, 40.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Dots that hang together: the box around them in pixels, and how many of its dots are ink (0 to 1)."""

    x0: int
    y0: int
    x1: int
    y1: int
    filled: float


class Ink:
    """The ink of one upright picture."""

    def __init__(self, picture: Image.Image, dpi: int) -> None:
        self.dpi = dpi
        self.scale = dpi / POINTS
        """Pixels to a point."""
        self._light: NDArray[np.uint8] = np.asarray(picture.convert("L"))

    @property
    def _cells(self) -> tuple[int, int]:
        height, width = self._light.shape
        return max(1, round(width / self.scale / CELL)), max(1, round(height / self.scale / CELL))

    @cached_property
    def ground(self) -> NDArray[np.uint8]:
        """The tone of the ground, one value for each ``CELL`` points across and down."""
        # Single dots are taken, not means of cells: among letters most dots are paper, but no mean is.
        picture = Image.fromarray(self._light).resize(self._cells, Image.Resampling.NEAREST)
        return np.asarray(ndimage.median_filter(np.asarray(picture), size=_WINDOW), dtype=np.uint8)

    @cached_property
    def paper(self) -> int:
        """The tone of the paper: that of most of the page's ground."""
        return int(np.bincount(self.ground.ravel(), minlength=256).argmax())

    @cached_property
    def contrast(self) -> float:
        """How far the darkest writing is from the paper."""
        return float(max(_LEAST_CONTRAST, self.paper - int(np.percentile(self._light, 1))))

    @cached_property
    def strength(self) -> NDArray[np.uint8]:
        """How far each dot is from its ground, dark on light or light on dark."""
        height, width = self._light.shape
        ground = np.asarray(Image.fromarray(self.ground).resize((width, height), Image.Resampling.NEAREST))
        return np.asarray(np.abs(self._light.astype(np.int16) - ground.astype(np.int16)), dtype=np.uint8)

    @cached_property
    def mask(self) -> NDArray[np.bool_]:
        """The dots that are ink."""
        return np.asarray(self.strength > _STANDS_OUT * self.contrast, dtype=np.bool_)

    @cached_property
    def _labelled(self) -> NDArray[np.int32]:
        return np.asarray(ndimage.label(self.mask)[0], dtype=np.int32)

    @cached_property
    def spots(self) -> list[Spot]:
        """All spots of ink."""
        return _spots(self._labelled)

    @cached_property
    def letters(self) -> NDArray[np.bool_]:
        """The ink without what is too large for letters: frames, lines and shapes."""
        most = _LARGEST_LETTER * self.scale
        fits = [max(spot.x1 - spot.x0, spot.y1 - spot.y0) <= most for spot in self.spots]
        return np.asarray(np.array([False, *fits])[self._labelled], dtype=np.bool_)

    @cached_property
    def grounds(self) -> list[Spot]:
        """Areas whose ground has another tone than the paper, in cells of the ground."""
        other = np.abs(self.ground.astype(np.int16) - self.paper) > _OTHER_TONE * self.contrast
        return _spots(ndimage.label(other)[0])

    def beside(self, boxes: Iterable[tuple[int, int, int, int]]) -> NDArray[np.bool_]:
        """Returns the dots of the spots that may be letters and lie in none of ``boxes``."""
        known = np.zeros(self.mask.shape, dtype=np.bool_)
        for x0, y0, x1, y1 in boxes:
            known[y0:y1, x0:x1] = True
        least, most = _LOWEST_LETTER * self.scale, _LARGEST_LETTER * self.scale
        found = np.zeros(self.mask.shape, dtype=np.bool_)
        for spot in self.spots:
            wide, high = spot.x1 - spot.x0, spot.y1 - spot.y0
            if least <= high <= most and wide <= most and not known[(spot.y0 + spot.y1) // 2, (spot.x0 + spot.x1) // 2]:
                place = slice(spot.y0, spot.y1), slice(spot.x0, spot.x1)
                found[place] |= self.mask[place]
        return found

    def shown(self, x0: int, y0: int, x1: int, y1: int) -> Image.Image:
        """Returns what is in a box, as dark ink on white ground."""
        strength = self.strength[max(0, y0) : y1, max(0, x0) : x1] * (255 / self.contrast)
        return Image.fromarray((255 - np.minimum(255, strength)).astype(np.uint8))

    def tight(self, x0: int, y0: int, x1: int, y1: int) -> tuple[int, int, int, int] | None:
        """Returns the box around the ink within a box, or None if there is none."""
        inside = self.mask[y0:y1, x0:x1]
        down = np.flatnonzero(inside.sum(axis=1) > 1)
        across = np.flatnonzero(inside.any(axis=0))
        if not len(down) or not len(across):
            return None
        return x0 + int(across[0]), y0 + int(down[0]), x0 + int(across[-1]) + 1, y0 + int(down[-1]) + 1

    def stroke(self, x0: int, y0: int, x1: int, y1: int) -> float:
        """Returns how wide the strokes within a box are, in pixels: twice their ink for each dot at an edge.

        Ink is counted by its strength, so that strokes which a scanner blurred are no wider for it.
        """
        inside = self.mask[y0:y1, x0:x1]
        if not inside.any():
            return 0.0
        edges = float(inside.sum() - ndimage.binary_erosion(inside).sum())
        strength = self.strength[y0:y1, x0:x1]
        full = float(np.percentile(strength[inside], _FULL))
        return 2.0 * float(strength[ndimage.binary_dilation(inside)].sum()) / full / max(1.0, edges)

    def is_even(self, x0: int, y0: int, x1: int, y1: int) -> bool:
        """Says whether the ground has one tone all along the middle of a box: the end of a bar has two."""
        left, middle, right = (int(edge / self.scale / CELL) for edge in (x0, (y0 + y1) / 2, x1))
        ground = self.ground[middle : middle + 1, left : right + 1]
        return not ground.size or int(ground.max()) - int(ground.min()) <= _EVEN * self.contrast

    def lines(self, shortest: float) -> list[Spot]:
        """Returns the straight lines, across and down, that are at least ``shortest`` points long."""
        length = int(shortest * self.scale)
        ink = self.mask.view(np.uint8)
        found = []
        for axis in (0, 1):
            eroded = ndimage.minimum_filter1d(ink, length, axis, mode="constant")
            opened = ndimage.maximum_filter1d(eroded, length, axis, mode="constant", origin=(length % 2) - 1)
            found += _spots(ndimage.label(opened)[0])
        return found


def _spots(labelled: NDArray[np.int32]) -> list[Spot]:
    sizes = np.bincount(labelled.ravel())[1:]
    found = []
    for (down, across), size in zip(ndimage.find_objects(labelled), sizes, strict=True):
        whole = (down.stop - down.start) * (across.stop - across.start)
        found.append(Spot(across.start, down.start, across.stop, down.stop, float(size) / whole))
    return found
