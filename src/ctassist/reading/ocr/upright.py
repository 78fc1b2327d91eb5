"""Upright: a picture of a page as it should stand before a reader."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image

from ctassist.reading.ocr.ink import Ink

# So far askew pages are put straight, in degrees, in steps that become finer.
_FURTHEST, _STEPS = 3.0, (0.5, 0.1, 0.02)
_LEAST = 0.08
_DOTS = 60_000


def turned(picture: Image.Image, degrees: int) -> Image.Image:
    """Turns a picture clockwise by 0, 90, 180 or 270 degrees."""
    return picture.rotate(-degrees, expand=True) if degrees else picture


def straightened(picture: Image.Image, ink: Ink) -> tuple[Image.Image, float]:
    """Puts lines level; returns the picture and by how many degrees clockwise it was turned for that."""
    skew = _skew(ink)
    if abs(skew) < _LEAST:
        return picture, 0.0
    return picture.rotate(-skew, Image.Resampling.BICUBIC, fillcolor=ink.paper), skew


def _skew(ink: Ink) -> float:
    """The turn, clockwise, at which ink gathers most in lines across the page."""
    y, x = np.nonzero(ink.mask)
    if not len(x):
        return 0.0
    step = max(1, len(x) // _DOTS)
    x, y = x[::step] - ink.mask.shape[1] / 2, y[::step].astype(float)

    def gathered(degrees: float) -> float:
        level = y + x * math.tan(math.radians(degrees))
        counts = np.bincount((level - level.min()).astype(int)).astype(float)
        return float((counts**2).sum())

    best, reach = 0.0, _FURTHEST
    for size in _STEPS:
        angles = [best + at * size for at in range(-round(reach / size), round(reach / size) + 1)]
        best = max(angles, key=lambda angle: (gathered(angle), -abs(angle)))
        reach = size
    return best
