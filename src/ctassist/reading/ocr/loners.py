"""Loners: letters and figures that stand alone on a page, which Tesseract passes over; shown to it side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from ctassist.reading.ocr.ink import Ink
from ctassist.reading.ocr.tesseract import Word

# They are shown as high as this and as far apart, in pixels; so high are letters that Tesseract reads best.
_HEIGHT, _GAP, _EDGE = 28, 140, 40
# Letters this near to each other, in points, are of one word.
_NEAR_ACROSS, _NEAR_DOWN = 9, 3
# The widest space between words of one line, in heights of a word.
_SPACE = 2.0
# More loners than this are the dots of a photograph.
_MOST = 120
_SHORT, _SURE = 2, 0.93
# A word stands apart from others that are so many of its heights away, or so many times higher or lower.
_APART, _TALLER = 1.5, 1.4
# How sure Tesseract must be of a loner: of a word, and of a letter or two, which dots are easily taken for.
_SURE_OF_WORD, _SURE_OF_LETTER = 0.5, 0.8
# In these blocks Tesseract finds nothing: loners' lines are told by them.
_LONERS = (-1, 0)
Box = tuple[int, int, int, int]
Read = Callable[[Image.Image], Sequence[Word]]


def with_loners(words: Sequence[Word], ink: Ink, read: Read) -> list[Word]:
    """Adds the words that were passed over, and reads short ones that are alone and doubtful once more."""
    doubtful = list(_doubtful(words))
    sure = [word for word in words if word not in doubtful and any(map(str.isalnum, word.text))]
    picture = ink.beside(list(_known(sure)))
    boxes = [] if picture is None else [box for box in _boxes(picture, ink.scale) if ink.is_even(*box)]
    if picture is None or not 0 < len(boxes) <= _MOST:
        return list(words)
    found = list(_found(picture, boxes, read))
    again = [word for word in doubtful if not any(_holds(other, word) for other in found)]
    rest = [word for word in words if word not in doubtful]
    return [*rest, *again, *found]


def _known(words: Sequence[Word]) -> Iterator[Box]:
    """Where words are; between the words of a line nothing is looked for, for their boxes are not true to the dot."""
    for word in words:
        yield word.x0, word.y0, word.x1, word.y1
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


def _boxes(picture: NDArray[np.uint8], scale: float) -> list[Box]:
    step = max(1, int(scale))
    height, width = (edge // step * step for edge in picture.shape)
    dots = picture < 128
    points = dots[:height, :width].reshape(height // step, step, width // step, step).any(axis=(1, 3))
    labels, _ = ndimage.label(ndimage.binary_dilation(points, np.ones((_NEAR_DOWN, _NEAR_ACROSS))))
    found = []
    for down, across in ndimage.find_objects(labels):
        inside = dots[down.start * step : down.stop * step, across.start * step : across.stop * step]
        rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
        x, y = across.start * step, down.start * step
        found.append((x + int(columns[0]), y + int(rows[0]), x + int(columns[-1]) + 1, y + int(rows[-1]) + 1))
    return found


def _found(picture: NDArray[np.uint8], boxes: Sequence[Box], read: Read) -> Iterator[Word]:
    """Shows the boxes side by side, and returns the words that Tesseract is sure of at their places on the page."""
    pieces = []
    for x0, y0, x1, y1 in boxes:
        piece = Image.fromarray(picture[y0:y1, x0:x1])
        pieces.append(piece.resize((max(1, round(piece.width * _HEIGHT / piece.height)), _HEIGHT)))
    strip = Image.new("L", (2 * _EDGE + sum(piece.width + _GAP for piece in pieces), _HEIGHT + 2 * _EDGE), 255)
    x, places = _EDGE, []
    for piece in pieces:
        strip.paste(piece, (x, _EDGE))
        places.append((x, x + piece.width))
        x += piece.width + _GAP
    words = read(strip)
    inside = {
        word: [at for at, place in enumerate(places) if place[0] < word.x1 and word.x0 < place[1]] for word in words
    }
    for at, place in enumerate(places):
        here = [word for word in words if at in inside[word]]
        letters = sum(len(word.text) for word in here)
        sure = sum(word.confidence * len(word.text) for word in here) / max(1, letters)
        if len(here) == 1 and len(here[0].text) == len(inside[here[0]]) and sure >= _SURE_OF_LETTER:
            text = here[0].text[inside[here[0]].index(at)]
            yield Word(text, *boxes[at], sure, (*_LONERS, at))
        elif all(len(inside[word]) == 1 for word in here) and sure >= (
            _SURE_OF_LETTER if letters <= _SHORT else _SURE_OF_WORD
        ):
            yield from (_at(word, boxes[at], place, at) for word in here)


def _at(word: Word, box: Box, place: tuple[int, int], at: int) -> Word:
    """Puts a word of the strip back where it stands on the page."""
    scale = (box[2] - box[0]) / (place[1] - place[0])
    x0 = box[0] + round((max(word.x0, place[0]) - place[0]) * scale)
    x1 = box[0] + round((min(word.x1, place[1]) - place[0]) * scale)
    return Word(word.text, x0, box[1], max(x1, x0 + 1), box[3], word.confidence, (*_LONERS, at))


def _holds(word: Word, other: Word) -> bool:
    x, y = (other.x0 + other.x1) / 2, (other.y0 + other.y1) / 2
    return word.x0 <= x <= word.x1 and word.y0 <= y <= word.y1
