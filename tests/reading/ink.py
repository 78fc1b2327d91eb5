"""Ink: which pixels of a rendered page are the letters of which word, told by PDFium alone.

The words, their order and their places come from PDFium's own text page of the PDF, and ink is what a page has that it
has not without its words; nothing of it goes through the reader that is tested.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from ctassist.model.text import Box

SCALE = 3
"""Pixels in a point."""
_DARK = 110
"""Of 255: what differs less is the soft edge of a letter."""


@dataclass(frozen=True)
class InkedPage:
    """The words of a page in the order in which they were drawn, and the pixels of each.

    ``letters`` are all letters and digits of the page, ``owners`` the word that each belongs to. ``x`` and ``y`` are
    the middles of inked pixels in points from the top left corner, ``words`` the word of each.
    """

    letters: str
    owners: Sequence[int]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    words: NDArray[np.int64]

    def words_of(self, text: str, start: int, end: int) -> set[int]:
        """The words that ``text[start:end]`` is made of; empty if ``text`` does not stand on this page exactly once."""
        sought = plain(text)
        at = self.letters.find(sought)
        if not sought or at < 0 or self.letters.find(sought, at + 1) >= 0:
            return set()
        return set(self.owners[at + len(plain(text[:start])) : at + len(plain(text[:end]))])

    def misses(self, quoted: set[int], boxes: Sequence[Box]) -> tuple[int, int]:
        """How many pixels of the quoted words boxes leave out, and how many of other words they cover.

        A pixel that a box's edge goes through is neither.
        """
        own = np.isin(self.words, list(quoted))
        half = 0.5 / SCALE
        return int((own & ~self._inside(boxes, half)).sum()), int((~own & self._inside(boxes, -half)).sum())

    def _inside(self, boxes: Sequence[Box], more: float) -> NDArray[np.bool_]:
        """Which pixels have their middle in boxes that are larger by some points on each side."""
        inside = np.zeros(self.x.shape, dtype=np.bool_)
        for box in boxes:
            across = (self.x >= box.x0 - more) & (self.x <= box.x1 + more)
            inside |= across & (self.y >= box.y0 - more) & (self.y <= box.y1 + more)
        return inside


def inked(written: bytes, blank: bytes) -> list[InkedPage]:
    """Returns the pages of a PDF, told from the same pages without any words."""
    with pdfium.PdfDocument(written) as document, pdfium.PdfDocument(blank) as empty:
        return [_page(page, bare) for page, bare in zip(document, empty, strict=True)]


def plain(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def _page(page: pdfium.PdfPage, bare: pdfium.PdfPage) -> InkedPage:
    dark = np.abs(_rendered(page) - _rendered(bare)).max(axis=2) > _DARK
    owner = np.zeros(dark.shape, dtype=np.int64)
    height = page.get_height()
    text = page.get_textpage()
    letters, owners, word, apart = "", [], 0, True
    for at in range(text.count_chars()):
        letter = chr(pdfium.raw.FPDFText_GetUnicode(text.raw, at))
        if letter.isspace() or not letter.isprintable():
            apart = True
            continue
        word += apart
        apart = False
        if letter.isalnum():
            letters += letter
            owners.append(word)
        left, bottom, right, top = text.get_charbox(at)
        rows = slice(int((height - top) * SCALE), int((height - bottom) * SCALE) + 1)
        columns = slice(int(left * SCALE), int(right * SCALE) + 1)
        free = dark[rows, columns] & (owner[rows, columns] == 0)
        owner[rows, columns][free] = word
    y, x = np.nonzero(owner)
    return InkedPage(letters, owners, (x + 0.5) / SCALE, (y + 0.5) / SCALE, owner[y, x])


def _rendered(page: pdfium.PdfPage) -> NDArray[np.int16]:
    return np.asarray(page.render(scale=SCALE).to_numpy(), dtype=np.int16)
