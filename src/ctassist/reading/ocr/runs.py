"""Words of a picture put together to the runs that `layout` takes, as if they had been text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from liteparse import TextItem, WordBox

from ctassist.reading.layout.areas import Area
from ctassist.reading.ocr.letters import Measure, Seen, weighted_median

# Words further apart than this, in sizes, are not of one run; nor are words so different in size.
_WIDEST = 1.0
_OTHER_SIZE = 1.3
_ASCENT, _DESCENT = 0.9, 0.22
_STRONGER, _STRONGER_OF_FEW, _FEW = 1.25, 1.3, 5
_BOLD, _REGULAR = 700, 400
# Of a line whose words are read with less than this on the whole nothing can be believed; signs must be surer.
_LEAST_SURE, _SURE = 0.4, 0.6
# The height of a bar, in sizes, is more than this, and that of a digit less.
_BAR = 0.82
_DASHES = frozenset(["-", "–", "—", "~", "_", "="])
_SPECKS = "‘’'`\"“”|_~.,;:-—–=<>«»"
_SIGNS = frozenset("&–—-|/%+")


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline with nothing wide between them."""

    words: tuple[Seen, ...]
    baseline: float
    size: float
    stroke: float

    @property
    def measure(self) -> Measure:
        """Its size, how many letters tell it, and whether it is a number."""
        return self.size, self.letters, self.is_number

    @property
    def is_number(self) -> bool:
        """Whether it is a number and nothing else."""
        return all(word.text.rstrip(".)").isdecimal() for word in self.words)

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(len(word.text) for word in self.words)


def worth(lines: Iterable[Line]) -> list[Line]:
    """Leaves out what is noise: lines that Tesseract doubts as a whole, and signs that are none.

    A doubtful word among others that are not is what stands there, more or less; it lowers the confidence.
    """
    kept = []
    for line in lines:
        words = [
            word
            for word in map(_plain, line.words)
            if _is_word(word.text) or (word.text in _SIGNS and word.confidence >= _SURE)
        ]
        letters = sum(len(word.text) for word in words)
        sure = sum(word.confidence * len(word.text) for word in words) / max(1, letters)
        if sure >= _LEAST_SURE and any(_is_word(word.text) for word in words):
            kept.append(replace(line, words=tuple(words)))
    return kept


def _plain(word: Seen) -> Seen:
    """Takes signs off the edges of a doubtful word: specks and strokes of frames are taken for them."""
    if word.confidence >= _SURE or len(word.text) < 2:
        return word
    return replace(word, text=word.text.strip(_SPECKS) or word.text)


def _is_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def without_bullets(words: Sequence[Seen], bullets: Sequence[Area]) -> tuple[list[Seen], list[Area]]:
    """Takes bullets out of the words, whatever letter each was taken for, and dashes that begin lines.

    Returns:
        The other words, and all bullets.
    """
    left, marks = [], list(bullets)
    first = {line: min(members, key=lambda word: word.x0) for line, members in _by_line(words)}
    for word in words:
        area = Area(word.x0, word.y0, word.x1, word.y1)
        mark = next((mark for mark in bullets if area.holds(mark)), None)
        if mark is None and word is first[word.line] and word.text in _DASHES:
            marks.append(area)
        elif mark is None:
            left.append(word)
        elif mark.x1 < word.x1 - 0.5 * mark.width - 1 and len(word.text) > 1:
            left.append(replace(word, text=word.text[1:], x0=mark.x1 + 1))
    return left, marks


def _by_line(words: Iterable[Seen]) -> Iterator[tuple[tuple[int, ...], list[Seen]]]:
    for line, members in groupby(sorted(words, key=lambda word: (word.line, word.x0)), key=lambda word: word.line):
        yield line, list(members)


def lines_of(words: Sequence[Seen], usual: float) -> list[Line]:
    """Returns the lines that words make; those whose size is told by no letter are of the ``usual`` one."""
    lines = []
    for _, members in _by_line(words):
        run: list[Seen] = []
        for word in members:
            if run and _parts(run, word):
                lines.append(_line(run, usual))
                run = []
            run.append(word)
        lines.append(_line(run, usual))
    return lines


def _parts(run: Sequence[Seen], word: Seen) -> bool:
    """Says whether a word begins a new run."""
    sizes = [before.size for before in run if before.size]
    size = median(sizes) if sizes else word.size
    if word.x0 - run[-1].x1 > _WIDEST * max(size, word.size):
        return True
    ratio = word.size / size if size and word.size else 1.0
    return not 1 / _OTHER_SIZE < ratio < _OTHER_SIZE


def _line(run: Sequence[Seen], usual: float) -> Line:
    sized = [word for word in run if word.size]
    size = weighted_median((word.size, float(len(word.text))) for word in sized) or usual
    baseline = weighted_median((word.baseline, float(len(word.text))) for word in sized or run)
    stroke = weighted_median((word.stroke, float(len(word.text))) for word in run)
    return Line(tuple(_told_by_height(word, size) for word in run), baseline, size, stroke)


def _told_by_height(word: Seen, size: float) -> Seen:
    """A bar reaches below its line; what is taken for one and does not is a one."""
    return replace(word, text="1") if word.text == "|" and word.y1 - word.y0 < _BAR * size else word


def items_of(lines: Sequence[Line]) -> list[TextItem]:
    """Returns the lines as the parser hands over text."""
    usual = weighted_median(_strengths(lines))
    # A single digit does not tell how strong it is, but all numbers of one size, or short words, do together.
    short: dict[tuple[float, bool], list[Line]] = {}
    for line in lines:
        if line.letters < _FEW:
            short.setdefault((line.size, line.is_number), []).append(line)
    bold = {kind: _is_strong(alike, usual) for kind, alike in short.items()}
    return [
        _item(line, bold[line.size, line.is_number] if line.letters < _FEW else _is_strong([line], usual))
        for line in lines
    ]


def _is_strong(lines: Sequence[Line], usual: float) -> bool:
    letters = sum(line.letters for line in lines)
    return weighted_median(_strengths(lines)) > (_STRONGER if letters >= _FEW else _STRONGER_OF_FEW) * usual


def _strengths(lines: Iterable[Line]) -> Iterator[tuple[float, float]]:
    """How wide the strokes of lines are, as shares of their sizes, each with its weight."""
    return ((line.stroke / line.size, float(line.letters)) for line in lines)


def _item(line: Line, bold: bool) -> TextItem:
    top, bottom = line.baseline - _ASCENT * line.size, line.baseline + _DESCENT * line.size
    boxes = [WordBox(word.text, word.x0, top, word.x1 - word.x0, bottom - top) for word in line.words]
    letters = sum(len(word.text) for word in line.words)
    return TextItem(
        " ".join(word.text for word in line.words),
        boxes[0].x,
        top,
        boxes[-1].x + boxes[-1].width - boxes[0].x,
        bottom - top,
        font_size=line.size,
        font_ascent=_ASCENT * line.size,
        font_weight=_BOLD if bold else _REGULAR,
        confidence=sum(word.confidence * len(word.text) for word in line.words) / letters,
        words=boxes,
    )
