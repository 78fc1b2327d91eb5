"""Pages of a PDF that are pictures: which they are, and what stands on them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium
from liteparse import ParsedPage
from PIL import Image

from ctassist.reading.layout.areas import Area
from ctassist.reading.ocr.drawn import bullets, drawings, shape
from ctassist.reading.ocr.ink import POINTS, Ink
from ctassist.reading.ocr.letters import Measure, Seen, seen, snapped, weighted_median
from ctassist.reading.ocr.loners import with_loners
from ctassist.reading.ocr.placement import Placement
from ctassist.reading.ocr.runs import Line, items_of, lines_of, without_bullets, worth
from ctassist.reading.ocr.scans import Placed, Scan, Scans, letters_in
from ctassist.reading.ocr.tesseract import TIME_OVER, OcrFailed, Tesseract, Word
from ctassist.reading.ocr.upright import straightened, turned

_DPI, _MOST_PIXELS = 300, 25_000_000
# A page with few letters, most of which is a picture, is a scan with a stamp or a number on it.
_COVERED = 0.6
# Of a page with some letters, OCR must find so many times more, or the page is a picture with its caption.
_TIMES_MORE = 3
# A page read with less than this may lie on its side or stand on its head.
_DOUBTFUL = 0.65


def scans_in(data: bytes, pages: Sequence[ParsedPage], tesseract: Tesseract) -> Scans:
    """Finds which of some pages with few letters are pictures and reads them, if Tesseract is there, in its time."""
    end = time.monotonic() + tesseract.seconds
    written: dict[int, tuple[ParsedPage, _Written]] = {}
    left: dict[int, str] = {}
    document = pypdfium2.PdfDocument(data)
    try:
        for page in pages:
            if not _is_picture(document[page.page_num - 1], page):
                continue
            if tesseract.program is None:
                left[page.page_num] = ""
                continue
            try:
                found = _Reader(tesseract, end).read(document[page.page_num - 1], page)
            except OcrFailed as problem:
                left[page.page_num] = str(problem)
                continue
            if found.letters > _TIMES_MORE * letters_in(page.text_items):
                written[page.page_num] = page, found
    finally:
        document.close()
    known = snapped(line.measure for _, found in written.values() for line in found.lines)
    return Scans(
        {number: found.page(page, known) for number, (page, found) in written.items()},
        {number: Scan(found.placement, tuple(_placed(found.words()))) for number, (_, found) in written.items()},
        left,
    )


def _is_picture(page: pypdfium2.PdfPage, parsed: ParsedPage) -> bool:
    """Says whether a page with few letters may be a picture of many: most of it is, or it has none and is not blank."""
    if letters_in(parsed.text_items):
        whole = parsed.width * parsed.height
        covered = 0.0
        for found in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)):
            x0, y0, x1, y1 = found.get_bounds()
            covered += max(0.0, x1 - x0) * max(0.0, y1 - y0)
        return bool(covered >= _COVERED * whole)
    low, high = page.render(scale=1, grayscale=True).to_pil().convert("L").getextrema()
    return bool(low != high)


@dataclass(frozen=True, slots=True)
class _Written:
    """What is written and drawn on one upright picture."""

    lines: tuple[Line, ...]
    marks: tuple[Area, ...]
    placement: Placement
    ink: Ink

    @property
    def letters(self) -> int:
        """How many letters and digits."""
        return sum(sum(map(str.isalnum, word.text)) for word in self.words())

    def words(self) -> Iterator[Seen]:
        """All words."""
        return (word for line in self.lines for word in line.words)

    def page(self, page: ParsedPage, sizes: Mapping[Measure, float]) -> ParsedPage:
        """The page as the parser would have given it, had it been text."""
        width, height = self.placement.size
        graphics = drawings(self.ink)
        graphics.shapes += map(shape, self.marks)
        items = items_of([replace(line, size=sizes[line.measure]) for line in self.lines])
        return replace(page, width=width, height=height, text_items=items, vector_graphics=graphics)


class _Reader:
    """Reads the pages of one file until its time is over."""

    def __init__(self, tesseract: Tesseract, end: float) -> None:
        self._tesseract = tesseract
        self._end = end

    def read(self, page: pypdfium2.PdfPage, parsed: ParsedPage) -> _Written:
        """Reads one page. Raises OcrFailed."""
        dpi = min(_DPI, int(POINTS * (_MOST_PIXELS / (parsed.width * parsed.height)) ** 0.5))
        seen_page = page.render(scale=dpi / POINTS, grayscale=True).to_pil().convert("L")
        best = self._attempt(seen_page, dpi, Placement(parsed.width, parsed.height))
        if _sureness(best[0]) < _DOUBTFUL and (turn := self._tesseract.turn(seen_page, dpi, self._left())):
            other = self._attempt(turned(seen_page, turn), dpi, Placement(parsed.width, parsed.height, turn))
            best = max(best, other, key=lambda found: _sureness(found[0]))
        return self._written(*best)

    def _left(self) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise OcrFailed(TIME_OVER)
        return left

    def _attempt(self, picture: Image.Image, dpi: int, placement: Placement) -> tuple[list[Word], Ink, Placement]:
        straight, skew = straightened(picture, ink := Ink(picture, dpi))
        if skew:
            ink = Ink(straight, dpi)
        words = self._tesseract.words(straight, dpi, self._left())
        return words, ink, replace(placement, skew=skew)

    def _written(self, words: Sequence[Word], ink: Ink, placement: Placement) -> _Written:
        all_words = with_loners(words, ink, lambda strip: self._tesseract.line(strip, ink.dpi, self._left()))
        found = [measured for word in all_words if (measured := seen(word, ink))]
        usual = weighted_median((word.size, float(len(word.text))) for word in found if word.size)
        if not usual:
            return _Written((), (), placement, ink)
        kept, marks = without_bullets(found, bullets(ink, usual))
        lines = worth(lines_of(kept, usual))
        return _Written(tuple(lines), tuple(marks), placement, ink)


def _placed(words: Iterable[Seen]) -> Iterator[Placed]:
    for word in words:
        yield Placed(Area(word.x0, word.y0, word.x1, word.y1), len(word.text), word.confidence)


def _sureness(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0
