"""Typesetting: lines broken to a width, put on the page as single strokes that can be drawn in any order."""

import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
Stroke = Callable[[Canvas], None]
ORDERS = ("as written", "interleaved", "shuffled")
_VOWELS = "aeiouy"


@dataclass(frozen=True)
class Manner:
    """How an issue looks."""

    font: str = "Helvetica"
    size: float = 9.5
    leading: float = 1.22
    item_gap: float = 3.0
    gutter: float = 18.0
    bullet: str = "glyph"
    hang: float = 10.0
    capitals: bool = False
    heading_size: float = 1.25
    justified: bool = False
    hyphens: bool = False
    by_word: bool = False
    framed: bool = True
    look: str = "plain"

    @staticmethod
    def of(seed: int) -> "Manner":
        """A manner by chance."""
        chance = random.Random(seed * 7919 + 13)
        bullet = chance.choice(["glyph", "apart", "disc", "square", "dash", "none", "indent"])
        capitals = chance.random() < 0.4
        return Manner(
            font=chance.choice(["Helvetica", "Times"]),
            size=chance.choice([8.0, 9.0, 9.5, 10.0, 11.0]),
            leading=chance.choice([1.12, 1.18, 1.25, 1.35]),
            item_gap=chance.choice([4.0, 5.0, 6.0]) if bullet == "none" else chance.choice([0.0, 2.0, 4.0]),
            gutter=chance.choice([12.0, 16.0, 22.0]),
            bullet=bullet,
            hang=chance.choice([8.0, 11.0]),
            capitals=capitals,
            heading_size=chance.choice([1.0, 1.1] if capitals else [1.15, 1.3, 1.5]),
            justified=chance.random() < 0.3,
            hyphens=chance.random() < 0.3,
            by_word=chance.random() < 0.25,
            framed=chance.random() < 0.6,
            look=chance.choice(["plain", "plain", "bar", "rule", "centered", "color"]),
        )

    @property
    def regular(self) -> str:
        """The name of the upright font."""
        return "Times-Roman" if self.font == "Times" else "Helvetica"

    @property
    def bold(self) -> str:
        """The name of the strong font."""
        return f"{self.font}-Bold"


@dataclass
class Page:
    """Strokes with the height they stand at, so that they can be drawn line by line across columns."""

    strokes: list[tuple[float, Stroke]] = field(default_factory=list)
    under: list[Stroke] = field(default_factory=list)

    def write(self, x: float, y: float, words: str, font: str, size: float, color: str = "black") -> None:
        """Writes words on a baseline ``y`` points from the top."""

        def stroke(canvas: Canvas) -> None:
            canvas.setFillColor(color)
            canvas.setFont(font, size)
            canvas.drawString(x, HEIGHT - y, words)

        self.strokes.append((y, stroke))

    def disc(self, x: float, y: float, radius: float) -> None:
        """Draws a bullet."""
        self.strokes.append((y, lambda canvas: canvas.circle(x, HEIGHT - y, radius, stroke=0, fill=1)))

    def square(self, x: float, y: float, edge: float) -> None:
        """Draws a square bullet."""
        self.strokes.append((y, lambda canvas: canvas.rect(x, HEIGHT - y, edge, edge, stroke=0, fill=1)))

    def frame(self, x0: float, y0: float, x1: float, y1: float, fill: str | None = None) -> None:
        """Draws a frame, or the ground behind words."""

        def stroke(canvas: Canvas) -> None:
            canvas.setFillColor(fill or "white")
            canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=int(fill is None), fill=int(fill is not None))
            canvas.setFillColor("black")

        self.under.append(stroke)


def drawn(pages: Sequence[Page], order: str, seed: int) -> bytes:
    """Draws pages in an order and returns the PDF."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    for page in pages:
        strokes = list(page.strokes)
        if order == "interleaved":
            strokes.sort(key=lambda stroke: stroke[0])
        elif order == "shuffled":
            random.Random(seed).shuffle(strokes)
        for under in page.under:
            under(canvas)
        for _, stroke in strokes:
            canvas.setFillColor("black")
            stroke(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def broken(text: str, width: float, font: str, size: float, *, hyphens: bool = False, indent: float = 0.0) -> list[str]:
    """Breaks a text into lines, as full as they can be; the first is shorter by ``indent``."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        room = width if lines else width - indent
        if stringWidth(longer, font, size) <= room:
            line = longer
            continue
        if hyphens and (head := _head(word, room - stringWidth(f"{line} -", font, size), font, size)):
            lines.append(f"{line} {head}-".strip())
            line = word[len(head) :]
            continue
        if line:
            lines.append(line)
        line = word
    return [*lines, line]


def _head(word: str, room: float, font: str, size: float) -> str:
    """As much of a word as fits, up to a place where it can be divided."""
    for at in range(len(word) - 3, 2, -1):
        divides = word[at - 1] in _VOWELS and word[at] not in _VOWELS
        if word.isalpha() and word.islower() and divides and stringWidth(word[:at], font, size) <= room:
            return word[:at]
    return ""


@dataclass
class Pen:
    """Writes down a column of a page; ``y`` is the baseline of the line to come."""

    page: Page
    manner: Manner
    x: float
    y: float
    width: float

    def heading(self, words: str, size: float | None = None) -> None:
        """Writes a heading with room around it."""
        manner = self.manner
        size = size or manner.size * manner.heading_size
        self.y += 0.8 * size
        top = self.y - size
        color = {"bar": "white", "color": "darkred"}.get(manner.look, "black")
        for line in broken(words.upper() if manner.capitals else words, self.width - 8, manner.bold, size):
            spare = self.width - stringWidth(line, manner.bold, size)
            x = self.x + {"bar": 4.0, "centered": spare / 2}.get(manner.look, 0.0)
            self.page.write(x, self.y, line, manner.bold, size, color)
            self.y += 1.2 * size
        if manner.look == "bar":
            self.page.frame(self.x, top - 1, self.x + self.width, self.y - 0.75 * size, "darkgreen")
        elif manner.look == "rule":
            self.page.frame(self.x, self.y - 0.8 * size, self.x + self.width, self.y - 0.8 * size + 0.7, "gray")
        self.y += 0.25 * size

    def item(self, text: str) -> None:
        """Writes an item with its bullet."""
        manner = self.manner
        inset = 0.0 if manner.bullet in ("none", "indent") else manner.hang
        first = manner.hang if manner.bullet == "indent" else inset
        width = self.width - inset
        lines = broken(text, width, manner.regular, manner.size, hyphens=manner.hyphens, indent=first - inset)
        self._bullet(lines[0])
        for at, line in enumerate(lines):
            joined = at == 0 and manner.bullet == "glyph"
            self.line(line, self.x + (inset if at else first), last=at == len(lines) - 1, written=joined)
        self.y += 0.0 if manner.bullet == "indent" else manner.item_gap

    def line(self, line: str, x: float, *, last: bool = True, written: bool = False) -> None:
        """Writes one line of running text."""
        manner = self.manner
        spread = self.x + self.width - x - stringWidth(line, manner.regular, manner.size)
        words = line.split()
        if not written and (manner.by_word or (manner.justified and not last)) and len(words) > 1:
            extra = spread / (len(words) - 1) if manner.justified and not last else 0.0
            for word in words:
                self.page.write(x, self.y, word, manner.regular, manner.size)
                x += stringWidth(f"{word} ", manner.regular, manner.size) + extra
        elif not written:
            self.page.write(x, self.y, line, manner.regular, manner.size)
        self.y += manner.leading * manner.size

    def _bullet(self, line: str) -> None:
        manner, size = self.manner, self.manner.size
        if manner.bullet == "disc":
            self.page.disc(self.x + 2.5, self.y - 0.3 * size, 1.6)
        elif manner.bullet == "square":
            self.page.square(self.x + 1, self.y - 0.15 * size, 3.2)
        elif manner.bullet == "glyph":
            self.page.write(self.x, self.y, f"• {line}", manner.regular, size)
        elif manner.bullet in ("apart", "dash"):
            self.page.write(self.x, self.y, "•" if manner.bullet == "apart" else "–", manner.regular, size)
