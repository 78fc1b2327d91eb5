"""Pages of a PDF as pictures."""

import io
from pathlib import Path

import pypdfium2

from ctassist.errors import NotFound, UnreadableFile

_HIGHEST = 5_000
"""Pixels: a page that is much higher than wide is drawn smaller than asked for."""


def page_png(path: Path, number: int, width: int) -> bytes:
    """Draws page ``number`` (from 1) of a PDF, ``width`` pixels wide, and returns a PNG.

    Raises:
        NotFound: There is no such page.
        UnreadableFile: It cannot be drawn.
    """
    try:
        with pypdfium2.PdfDocument(path) as document:
            if not 1 <= number <= len(document):
                raise NotFound(f"The document has no page {number}: its last is {len(document)}.")
            page = document[number - 1]
            scale = min(width / page.get_width(), _HIGHEST / page.get_height())
            png = io.BytesIO()
            page.render(scale=scale).to_pil().save(png, "PNG")
            return png.getvalue()
    except pypdfium2.PdfiumError as problem:
        raise UnreadableFile(f"Page {number} cannot be drawn: {problem}.") from None
