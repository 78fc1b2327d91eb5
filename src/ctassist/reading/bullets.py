"""Bullets: the marks at the start of a line that make it a list item."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Marks that start an item whatever follows; typographers' glyphs and the private-use ones of symbol fonts.
_GLYPHS = "•●○◦▪▫■□‣∙⁃►▶▸➢➤➔→⇒❖✓✔✦\ue000-\uf8ff"
# Marks that also have other uses: only with a space after them.
_SIGNS = r"\-–*·"
# A quotation mark that opens a line by itself, before a capital or a figure, closes nothing.
_CHEVRONS = r"[»›](?=\s+[^\W_a-zß-öø-ÿ])"
# Extractors often write two marks, their own and the document's.
_MARKS = re.compile(rf"(?:(?:[{_GLYPHS}]|[{_SIGNS}](?=\s)|{_CHEVRONS})\s*)+")
_GLYPH = re.compile(rf"(?:[{_GLYPHS}]\s*)+(?=\S)")
_LONE_MARK = re.compile(rf"\s*[{_GLYPHS}]\s*$")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})\)|\d{1,3}\.)(?=\s+\S)")
_LETTER_O = re.compile(r"o\s+(?=[^\W_a-z])")
_ARROW = re.compile(r"^\s*>\s+(?=\S)")
_FEWEST_ARROWS = 3
_ENDS = (".", "!", "?", ")", "”", '"')
_TAB = 4


@dataclass(frozen=True, slots=True)
class Bullet:
    """What a line that starts an item says.

    ``indent`` counts the columns before the mark; ``text`` is the item's own, with its number if it has one.
    """

    indent: int
    text: str
    numbered: bool = False
    doubtful: bool = False


def with_arrows(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Returns the lines of each page; signs for "greater" that begin items are arrows.

    Quoted mail has the sign before each line, also before those in the middle of a sentence; items have it before
    their first line alone.
    """
    signed = [
        (above.strip(), line.strip()) for lines in pages for above, line in pairwise(["", *lines]) if _ARROW.match(line)
    ]
    begin = [_ARROW.sub("", line)[0] for _, line in signed]
    quoted = sum(_ARROW.match(above) is not None and not above.endswith(_ENDS) for above, _ in signed)
    if len(signed) < _FEWEST_ARROWS or quoted or any(map(str.islower, begin)):
        return [list(lines) for lines in pages]
    return [[_ARROW.sub("→ ", line) for line in lines] for lines in pages]


def without_glyph(text: str) -> str:
    """Returns ``text`` without the bullet glyphs it starts with."""
    return _GLYPH.sub("", text, count=1) if _GLYPH.match(text) else text


def starts_with_glyph(line: str) -> bool:
    """Says whether a line starts with a glyph that is nothing but a bullet, with words after it."""
    return bool(_GLYPH.match(line.lstrip()))


def is_lone_mark(line: str) -> bool:
    """Says whether a line is a bullet glyph and nothing else, as when the words are on the next line."""
    return bool(_LONE_MARK.match(line))


def bullet_of(line: str) -> Bullet | None:
    """Returns what a line says as an item, or None if it does not start with a bullet and words after it.

    A number, or a letter ``o`` used as a bullet, is ``doubtful``: it may as well be the middle of a sentence.
    """
    stripped = line.strip()
    indent = _columns(line)
    if marks := _MARKS.match(stripped):
        rest = stripped[marks.end() :]
        return Bullet(indent, rest, bool(_NUMBER.match(rest))) if rest else None
    if _NUMBER.match(stripped):
        return Bullet(indent, stripped, numbered=True, doubtful=True)
    if letter := _LETTER_O.match(stripped):
        return Bullet(indent, stripped[letter.end() :], doubtful=True)
    return None


def begins_item(line: str) -> bool:
    """Says whether a line starts with a bullet that can be nothing else."""
    bullet = bullet_of(line)
    return bullet is not None and not bullet.doubtful


def _columns(line: str) -> int:
    blank = line[: len(line) - len(line.lstrip())]
    return len(blank) + blank.count("\t") * (_TAB - 1)
