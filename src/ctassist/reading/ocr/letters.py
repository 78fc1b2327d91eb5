"""Letters: how large and how strong words are written, told by their ink and by which letters they have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ctassist.reading.ocr.ink import Ink
from ctassist.reading.ocr.tesseract import Word

# How high letters rise above their baseline and how deep they reach below it, as shares of their size: the means of a
# face without serifs (Helvetica) and of one with them (Times).
_TALL, _MIDDLE, _SHORT = 0.70, 0.60, 0.48
_DEEP, _COMMA, _TAIL = 0.21, 0.13, 0.10
_LOW = frozenset("acegmnopqrsuvwxyzæœ")
_BETWEEN = frozenset("t")
_REACHING = frozenset("gjpqyçþ()[]{}|")
_TRAILING = frozenset(",;")
_TAILED = frozenset("Q")
# Signs that neither rise to a known height nor stand on the line.
_HANGING = frozenset("-–—·•*~=+'\"‘’“”^°_.…")
# Sizes so near to each other are one size, measured twice.
_ALIKE, _ALIKE_OF_FEW, _FEW = 0.07, 0.13, 6


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with the box of its ink, its baseline, its size and the width of its strokes, all in points.

    ``size`` is 0 where the word has no letter by which it could be told.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    stroke: float
    confidence: float
    line: tuple[int, ...]


def seen(word: Word, ink: Ink) -> Seen | None:
    """Measures a word; None where there is no ink."""
    box = ink.tight(word.x0, word.y0, word.x1, word.y1)
    if box is None:
        return None
    rise, depth = _extent(word.text)
    x0, y0, x1, y1 = (edge / ink.scale for edge in box)
    size = (y1 - y0) / (rise + depth) if rise else 0.0
    stroke = ink.stroke(*box) / ink.scale
    return Seen(word.text, x0, y0, x1, y1, y1 - depth * size, size, stroke, word.confidence, word.line)


def _extent(text: str) -> tuple[float, float]:
    """How far the highest letter rises and the deepest reaches, as shares of the size; (0, 0) if that is unknown."""
    letters = [letter for letter in text if letter not in _HANGING]
    solid = [letter for letter in letters if letter not in _TRAILING]
    if not solid:
        return 0.0, 0.0
    rise = max(_SHORT if ch in _LOW else _MIDDLE if ch in _BETWEEN else _TALL for ch in solid)
    return rise, max(map(_depth, letters))


def _depth(letter: str) -> float:
    if letter in _REACHING:
        return _DEEP
    return _COMMA if letter in _TRAILING else _TAIL if letter in _TAILED else 0.0


def weighted_median(pairs: Iterable[tuple[float, float]]) -> float:
    """Returns the value in the middle of the weights; 0 for nothing."""
    known = sorted(pairs)
    half = sum(weight for _, weight in known) / 2
    for value, weight in known:
        half -= weight
        if half <= 0:
            return value
    return 0.0


Measure = tuple[float, int, bool]
"""A size, the number of letters that it was told by, and whether they are a number."""


def snapped(measures: Iterable[Measure]) -> dict[Measure, float]:
    """Returns for each measure the size that it is one of: the most written first takes those near to it.

    What only few letters tell is of the nearest size that more letters have, or of one with its like.
    """
    known = list(measures)
    few = [measure for measure in known if measure[1] < _FEW]
    sizes = _gathered([measure for measure in known if measure[1] >= _FEW])
    most = sorted(set(sizes.values()))
    # The numbers of a chart are alike to each other before they are to anything else.
    numbers = _gathered([measure for measure in few if measure[2]])
    for measure in few:
        size = numbers.get(measure, measure[0])
        together = sum(other[1] for other in few if numbers.get(other) == size) if measure[2] else 0
        nearest = min(most, key=lambda other: abs(other - size), default=size)
        near = _ALIKE if together >= _FEW else _ALIKE_OF_FEW
        sizes[measure] = nearest if abs(nearest - size) <= near * nearest else size
    return sizes


def _gathered(measures: list[Measure]) -> dict[Measure, float]:
    known: dict[Measure, float] = {}
    left = measures
    while left:
        weights = {
            size: sum(other[1] for other in left if abs(other[0] - size) <= _ALIKE * size) for size, _, _ in left
        }
        heaviest = max(weights, key=lambda size: (weights[size], -size))
        near = [measure for measure in left if abs(measure[0] - heaviest) <= _ALIKE * heaviest]
        known |= dict.fromkeys(near, weighted_median((measure[0], float(measure[1])) for measure in near))
        left = [measure for measure in left if measure not in known]
    return known
