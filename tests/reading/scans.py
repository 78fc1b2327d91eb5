"""Scans: pages of a PDF as somebody's scanner would have put them, without a text layer."""

import io
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Scanner:
    """How a scanner sees a page: dots an inch, degrees askew and turned, noise, and how dark the paper is."""

    dpi: int = 200
    skew: float = 0.0
    turn: int = 0
    noise: float = 0.0
    paper: int = 255
    quality: int = 85

    @staticmethod
    def of(seed: int) -> "Scanner":
        """A scanner by chance."""
        chance = np.random.default_rng(seed)
        return Scanner(
            dpi=int(chance.choice([200, 250, 300])),
            skew=float(chance.choice([0.0, 0.0, chance.uniform(-1.5, 1.5)])),
            noise=float(chance.choice([0.0, 6.0, 14.0])),
            paper=int(chance.choice([255, 240, 215])),
            quality=int(chance.choice([60, 85])),
        )


def scanned(data: bytes, scanner: Scanner, seed: int = 0, pages: Collection[int] | None = None) -> bytes:
    """The same document with pictures for its pages, or for those named (from 1); others are left out."""
    chance = np.random.default_rng(seed)
    file = io.BytesIO()
    canvas = Canvas(file)
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            if pages is not None and number not in pages:
                continue
            width, height = page.get_size()
            seen = page.render(scale=scanner.dpi / 72, grayscale=True).to_pil().convert("L")
            picture = _seen(seen, scanner, chance)
            if scanner.turn % 180:
                width, height = height, width
            canvas.setPageSize((width, height))
            packed = io.BytesIO()
            picture.save(packed, "JPEG", quality=scanner.quality)
            canvas.drawImage(ImageReader(packed), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    return file.getvalue()


def _seen(picture: Image.Image, scanner: Scanner, chance: np.random.Generator) -> Image.Image:
    if scanner.skew:
        picture = picture.rotate(scanner.skew, Image.Resampling.BICUBIC, fillcolor=255)
    if scanner.turn:
        picture = picture.rotate(scanner.turn, expand=True)
    light: NDArray[np.float64] = np.asarray(picture, dtype=np.float64) * (scanner.paper / 255)
    light += chance.normal(0.0, scanner.noise, light.shape) if scanner.noise else 0.0
    return Image.fromarray(light.clip(0, 255).astype(np.uint8))
