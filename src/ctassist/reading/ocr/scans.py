"""What became of the pages of a document that are pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from liteparse import ParsedPage, TextItem

from ctassist.model.text import Recognition
from ctassist.reading.layout.areas import Area
from ctassist.reading.ocr.placement import Placement
from ctassist.reading.ocr.tesseract import Tesseract

FEW_LETTERS = 60
"""Only pages with fewer letters than this can be scans: with none, or with a stamp or a number on them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A word on an upright page: how many letters it has, and how sure OCR is of them (0 to 1)."""

    area: Area
    letters: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Scan:
    """A page read by OCR, and how it lies on the page as it is."""

    placement: Placement
    words: tuple[Placed, ...]

    def confidence(self, areas: Iterable[Area]) -> float | None:
        """Returns the mean confidence of the letters within areas of the upright page; None where there are none."""
        known = list(areas)
        return _mean(word for word in self.words if any(area.holds(word.area) for area in known))


@dataclass(frozen=True, slots=True)
class Scans:
    """The pages that are pictures, by their number from 1.

    ``pages`` are those read by OCR, as the parser would have given them; ``left`` were not read, each with the reason,
    which is empty for want of Tesseract.
    """

    pages: Mapping[int, ParsedPage] = field(default_factory=dict)
    read: Mapping[int, Scan] = field(default_factory=dict)
    left: Mapping[int, str] = field(default_factory=dict)

    def recognition(self, tesseract: Tesseract) -> Recognition | None:
        """Returns what is kept of this with the document; None if no page is a picture."""
        if not self.read and not self.left:
            return None
        sure = _mean(word for scan in self.read.values() for word in scan.words)
        return Recognition(tuple(self.read), sure, tuple(self.left), tesseract.means)


NO_SCANS = Scans()


def letters_in(items: Iterable[TextItem]) -> int:
    """Counts letters and digits."""
    return sum(sum(map(str.isalnum, item.text)) for item in items)


def _mean(words: Iterable[Placed]) -> float | None:
    known = list(words)
    letters = sum(word.letters for word in known)
    return sum(word.letters * word.confidence for word in known) / letters if letters else None
