"""Items: the words that the parser hands over together, and what their letters measure on the page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from liteparse import TextItem, WordBox

# Letters are condensed if they are so much higher than wide; slanted ones lean no more than this many degrees, and
# a line of them is not much higher than its letters.
_CONDENSED, _STEEPEST, _LEVEL = 1.1, 25, 1.2
# Words of one size have boxes of one height, to this factor; small capitals are at least so large beside capitals.
_SAME_HEIGHT, _SMALL_CAPITALS = 1.2, 0.62
# Two numbers so far apart, in letter sizes, are two figures; within one there is no wider space.
_APART = 0.55


def scale_of(item: TextItem) -> float:
    """How many points of the page the unit of a font's size is.

    Many programs set size 1 and enlarge it, browsers shrink what they set. The parser tells the width that letters are
    scaled to, and their height by their boxes; condensed ones differ.
    """
    if not item.font_size or not item.font_height:
        return 1.0
    across = float(item.font_height / item.font_size)
    down = float(item.height / full_height(item)) if full_height(item) else across
    return down if down > _CONDENSED * across else across


def full_height(item: TextItem) -> float:
    """From the top of the highest letters of a font to the bottom of the lowest, in the unit of its size."""
    return float(item.font_ascent or 0.0) - float(item.font_descent or 0.0)


def is_turned(item: TextItem) -> bool:
    """Says whether words stand on no level line; letters that slant on one do, though the parser turns them."""
    if abs(item.rotation) <= 1:
        return False
    scale = item.font_height / item.font_size if item.font_size and item.font_height else 1.0
    level = item.height <= _LEVEL * scale * full_height(item)
    return not (level and abs(item.rotation) <= _STEEPEST)


def size_of(item: TextItem) -> float:
    """The size of words in points, to a tenth."""
    return round(scale_of(item) * float(item.font_size) if item.font_size else float(item.height), 1)


def parts_of(item: TextItem) -> list[TextItem]:
    """Parts an item between words of unlike sizes, as a large number and what it counts, and between numbers."""
    words = item.words or []
    if len(words) < 2 or not full_height(item) or is_drawn(item) or is_turned(item):
        return [item]
    groups = [list(group) for _, group in groupby(words, key=_Parts(words, size_of(item)))]
    if len(groups) < 2 or _are_capitals(words):
        return [item]
    # Whether they have the color of the first words is not known.
    return [_part(item if at == 0 else replace(item, fill_color=None), group) for at, group in enumerate(groups)]


class _Parts:
    """Numbers words from left to right, the same number for those that belong to the one before."""

    def __init__(self, words: Sequence[WordBox], size: float) -> None:
        self._last = words[0]
        self._size = size
        self._at = 0

    def __call__(self, word: WordBox) -> int:
        last = self._last
        low, high = (last.height, word.height) if last.height < word.height else (word.height, last.height)
        wide = word.x - last.x - last.width > _APART * self._size
        self._at += high > _SAME_HEIGHT * low or (wide and _is_figure(last.text) and _is_figure(word.text))
        self._last = word
        return self._at


def _is_figure(word: str) -> bool:
    return word[:1].isdigit() or word[-1:].isdigit()


def letter_codes(item: TextItem) -> list[int]:
    """The codes of its letters, as far as they are known; the space that the parser adds has none."""
    return [code for sign, code in zip(item.text, item.char_codes or [], strict=False) if not sign.isspace()]


def is_drawn(item: TextItem) -> bool:
    """Says whether an item has letters drawn as others, of which only the file says what they stand for.

    Ligatures are no such letters, though they have no codes either: there are few of them between others.
    """
    codes = letter_codes(item)
    return 2 * codes.count(0) >= len(codes) > 0


def _are_capitals(words: Sequence[WordBox]) -> bool:
    """Says whether words are capitals with small capitals among them: those are one heading."""
    heights = [word.height for word in words]
    return min(heights) >= _SMALL_CAPITALS * max(heights) and all(word.text.isupper() for word in words)


def _part(item: TextItem, words: Sequence[WordBox]) -> TextItem:
    top, bottom = min(word.y for word in words), max(word.y + word.height for word in words)
    scaled = (bottom - top) / (full_height(item) * scale_of(item))
    return replace(
        item,
        text=" ".join(word.text for word in words),
        x=words[0].x,
        y=top,
        width=words[-1].x + words[-1].width - words[0].x,
        height=bottom - top,
        font_size=(item.font_size or 0.0) * scaled,
        font_height=(item.font_height or 0.0) * scaled,
        font_ascent=(item.font_ascent or 0.0) * scaled,
        font_descent=(item.font_descent or 0.0) * scaled,
        words=list(words),
    )
