"""Loners: letters and figures that stand alone on a page, which Tesseract passes over or takes for others.

They are shown to it once more, side by side in one line and as high as the letters it reads best.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from ctassist.reading.ocr.ink import Ink
from ctassist.reading.ocr.tesseract import Word

# How high they are shown and how far apart, in pixels; and how long a line may become.
_HEIGHT, _GAP, _EDGE, _LONGEST = 28, 140, 40, 12_000
# What is shown around a box, in pixels: letters cut off at their edges are read badly.
_MARGINS = (-3, -3, 3, 3)
# Letters this near to each other, in points, are of one word.
_NEAR_ACROSS, _NEAR_DOWN = 9, 3
# The widest space between words of one line, in heights of a word.
_SPACE = 2.0
# More loners than this are the dots of a photograph.
_MOST = 120
_SHORT, _SURE = 2, 0.93
# Figures higher than this, in pixels, are read better when they are shown smaller.
_LARGE = 36
# Parts of a figure are nearer to each other than this, in heights; words are not.
_TOUCHING = 0.3
# A word stands apart from others that are so many of its heights away, or so many times higher or lower.
_APART, _TALLER = 1.5, 1.4
# How sure Tesseract must be of a loner: of a word, and of a letter or two, which dots are easily taken for.
_SURE_OF_WORD, _SURE_OF_LETTER = 0.5, 0.8
# In these blocks Tesseract finds nothing: loners' lines are told by them.
_LONERS = (-1, 0)
Box = tuple[int, int, int, int]
Read = Callable[[Image.Image], Sequence[Word]]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a box holds, by the second look."""

    box: Box
    words: tuple[Word, ...]
    confidence: float


def with_loners(words: Sequence[Word], ink: Ink, read: Read) -> list[Word]:
    """Adds the words that were passed over, and reads large figures and doubtful loners once more."""
    doubtful = list(_doubtful(words))
    rest = [word for word in words if word not in doubtful]
    boxes = _boxes(ink.beside(_known([word for word in rest if any(map(str.isalnum, word.text))])), ink.scale)
    boxes = [box for box in boxes if ink.is_even(*box)]
    found = [word for told in _told(boxes, ink, read) for word in told.words] if len(boxes) <= _MOST else []
    again = [word for word in doubtful if not any(_holds(other, word) for other in found)]
    return [*_with_figures(rest, ink, read), *again, *found]


def _with_figures(words: Sequence[Word], ink: Ink, read: Read) -> list[Word]:
    """Large figures as they are read when shown whole and smaller, if Tesseract is sure of them then."""
    groups = {}
    for group in _figures(words):
        whole = min(word.x0 for word in group), min(word.y0 for word in group), *_corner(group)
        if box := ink.tight(*whole):
            groups[box] = group
    better: dict[Word, Word | None] = {}
    for told in _told(list(groups), ink, read):
        group = groups[told.box]
        text = "".join(word.text for word in told.words)
        if told.confidence >= _SURE_OF_LETTER and _digits(text) >= _digits("".join(word.text for word in group)) > 0:
            better |= dict.fromkeys(group)
            better[group[0]] = Word(text, *told.box, told.confidence, group[0].line)
    return [known for word in words if (known := better.get(word, word))]


def _figures(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Large words that touch each other and hold a digit: often Tesseract takes the parts of a figure for words."""
    groups: list[list[Word]] = []
    for word in sorted((word for word in words if word.y1 - word.y0 > _LARGE), key=lambda word: word.x0):
        home = next((group for group in groups if _touches(group[-1], word)), None)
        if home is None:
            groups.append([word])
        else:
            home.append(word)
    return (group for group in groups if any(_digits(word.text) for word in group))


def _touches(left: Word, right: Word) -> bool:
    height = min(left.y1 - left.y0, right.y1 - right.y0)
    shared = min(left.y1, right.y1) - max(left.y0, right.y0)
    return right.x0 - left.x1 < _TOUCHING * height and 2 * shared > height


def _corner(words: Sequence[Word]) -> tuple[int, int]:
    return max(word.x1 for word in words), max(word.y1 for word in words)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _box(word: Word) -> Box:
    return word.x0, word.y0, word.x1, word.y1


def _known(words: Sequence[Word]) -> Iterator[Box]:
    """Where words are; between the words of a line nothing is looked for, for their boxes are not true to the dot."""
    yield from map(_box, words)
    for word, after in pairwise(words):
        if word.line == after.line and after.x0 - word.x1 < _SPACE * (word.y1 - word.y0):
            yield word.x0, min(word.y0, after.y0), after.x1, max(word.y1, after.y1)


def _doubtful(words: Sequence[Word]) -> Iterator[Word]:
    """Short words that Tesseract is not sure of and that stand apart from the others of their line."""
    for word in words:
        if len(word.text) <= _SHORT and word.confidence < _SURE and any(map(str.isalnum, word.text)):
            line = [other for other in words if other.line == word.line and other is not word]
            if not any(_is_beside(word, other) for other in line):
                yield word


def _is_beside(word: Word, other: Word) -> bool:
    height, others = word.y1 - word.y0, other.y1 - other.y0
    gap = max(other.x0 - word.x1, word.x0 - other.x1)
    return gap < _APART * height and max(height, others) < _TALLER * min(height, others)


def _boxes(dots: NDArray[np.bool_], scale: float) -> list[Box]:
    """The boxes around dots that are near to each other."""
    step = max(1, int(scale))
    height, width = (edge // step * step for edge in dots.shape)
    points = dots[:height, :width].reshape(height // step, step, width // step, step).any(axis=(1, 3))
    labels, _ = ndimage.label(ndimage.binary_dilation(points, np.ones((_NEAR_DOWN, _NEAR_ACROSS))))
    found = []
    for down, across in ndimage.find_objects(labels):
        inside = dots[down.start * step : down.stop * step, across.start * step : across.stop * step]
        rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
        if len(rows) and len(columns):
            x, y = across.start * step, down.start * step
            found.append((x + int(columns[0]), y + int(rows[0]), x + int(columns[-1]) + 1, y + int(rows[-1]) + 1))
    return found


def _told(boxes: Sequence[Box], ink: Ink, read: Read) -> Iterator[_Told]:
    """What Tesseract is sure to see in boxes; each line of them is shown by itself."""
    line: list[tuple[int, Box, Image.Image]] = []
    length = 2 * _EDGE
    for at, box in enumerate(boxes):
        piece = ink.shown(*(edge + margin for edge, margin in zip(box, _MARGINS, strict=True)))
        piece = piece.resize((max(1, round(piece.width * _HEIGHT / piece.height)), _HEIGHT))
        if line and length + piece.width > _LONGEST:
            yield from _of_line(line, length, read)
            line, length = [], 2 * _EDGE
        line.append((at, box, piece))
        length += piece.width + _GAP
    if line:
        yield from _of_line(line, length, read)


def _of_line(line: Sequence[tuple[int, Box, Image.Image]], length: int, read: Read) -> Iterator[_Told]:
    strip = Image.new("L", (length, _HEIGHT + 2 * _EDGE), 255)
    x, places = _EDGE, []
    for _, _, piece in line:
        strip.paste(piece, (x, _EDGE))
        places.append((x, x + piece.width))
        x += piece.width + _GAP
    words = read(strip)
    covers = {word: [place for place in places if place[0] < word.x1 and word.x0 < place[1]] for word in words}
    for (at, box, _), place in zip(line, places, strict=True):
        here = [_part(word, covers[word], place) for word in words if place in covers[word]]
        letters = sum(len(word.text) for word in here if word)
        sure = sum(word.confidence * len(word.text) for word in here if word) / max(1, letters)
        if letters and sure >= (_SURE_OF_LETTER if letters <= _SHORT else _SURE_OF_WORD):
            yield _Told(box, tuple(_at(word, box, place, at) for word in here if word), sure)


def _part(word: Word, covered: Sequence[tuple[int, int]], place: tuple[int, int]) -> Word | None:
    """The part of a word that is at a place, if single letters at several were taken for one word."""
    if len(covered) == 1:
        return word
    if len(covered) != len(word.text):
        return None
    return replace(word, text=word.text[covered.index(place)], x0=place[0], x1=place[1])


def _at(word: Word, box: Box, place: tuple[int, int], at: int) -> Word:
    """Puts a word of the strip back where it stands on the page."""
    scale = (box[2] - box[0]) / (place[1] - place[0])
    x0 = box[0] + round((max(word.x0, place[0]) - place[0]) * scale)
    x1 = box[0] + round((min(word.x1, place[1]) - place[0]) * scale)
    return Word(word.text, x0, box[1], max(x1, x0 + 1), box[3], word.confidence, (*_LONERS, at))


def _holds(word: Word, other: Word) -> bool:
    x, y = (other.x0 + other.x1) / 2, (other.y0 + other.y1) / 2
    return word.x0 <= x <= word.x1 and word.y0 <= y <= word.y1
