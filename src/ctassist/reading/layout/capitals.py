"""Small capitals: small letters drawn as capitals, which the parser takes apart, put together again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from liteparse import TextItem, WordBox

from ctassist.reading.layout.items import full_height, is_drawn, is_turned, letter_codes, scale_of

# The size of small capitals beside that of the capitals.
_SHRUNK = 0.7
# In sizes of the capitals: no words of one line are so far apart; two words are at least so far.
_GUTTER, _LEAST_SPACE = 0.95, 0.17
# Letters sink so far below their line, in their size.
_SUNK = 0.3
# Spaces between words are so much wider than those that the parser sees between letters.
_WIDER = 1.35


def with_capitals(items: Iterable[TextItem]) -> list[TextItem]:
    """Returns items with small capitals and the capitals beside them as one, in words and in the capitals' size.

    Where a letter is drawn as another, the file says of each what it stands for. The parser then has no code of it and
    a box no higher or wider than its ink, so that it sees spaces between letters and two sizes in a word.
    """
    known = list(items)
    if not any(map(is_drawn, known)):
        return known
    made: list[TextItem] = []
    upright: list[TextItem] = []
    for item in known:
        (upright if item.words and full_height(item) and not is_turned(item) else made).append(item)
    for line in _lines(upright):
        small = any(map(is_drawn, line))
        made += [part for stretch in _stretches(line) for part in _whole(stretch)] if small else line
    return made


def _lines(items: Iterable[TextItem]) -> list[list[TextItem]]:
    """Items of one font on one line; ink may sink a little below it."""
    lines: list[list[TextItem]] = []
    for item in sorted(items, key=lambda item: (item.font_name or "", _baseline(item))):
        first = lines[-1][0] if lines else None
        same = first and first.font_name == item.font_name
        if first and same and _baseline(item) - _baseline(first) < _SUNK * max(_size(item), _size(first)):
            lines[-1].append(item)
        else:
            lines.append([item])
    return lines


def _baseline(item: TextItem) -> float:
    """The height on which an item's letters stand; ink ends there, boxes of whole letters sink below."""
    if not any(letter_codes(item)[:1]) and is_drawn(item):
        return float(item.y + item.height)
    return float(item.y + (item.font_ascent or 0.0) * scale_of(item))


def _stretches(line: Sequence[TextItem]) -> list[list[TextItem]]:
    """The items of one line, apart where other columns begin."""
    ordered = sorted(line, key=lambda item: item.x)
    size = max(_size(item) for item in ordered)
    stretches = [[ordered[0]]]
    for left, right in pairwise(ordered):
        if right.x - left.x - left.width > _GUTTER * size:
            stretches.append([])
        stretches[-1].append(right)
    return stretches


def _size(item: TextItem) -> float:
    return scale_of(item) * float(item.font_size or 0.0)


def _whole(items: Sequence[TextItem]) -> list[TextItem]:
    """A stretch of a line as one item, if there are small capitals in it."""
    if not any(map(is_drawn, items)):
        return list(items)
    largest = max(items, key=lambda item: (_size(item), any(letter_codes(item)[:1])))
    words = [word for item in items for word in item.words]
    text = "".join(word.text for word in words)
    scale = scale_of(largest) / (_SHRUNK if text == text.lower() else 1.0)
    ascent, height = float(largest.font_ascent or 0.0) * scale, full_height(largest) * scale
    top = _baseline(largest) - ascent
    made = [replace(word, y=top, height=height) for word in _words(words, scale * float(largest.font_size or 0.0))]
    whole = replace(
        largest,
        text=" ".join(word.text for word in made),
        x=made[0].x,
        y=top,
        width=made[-1].x + made[-1].width - made[0].x,
        height=height,
        font_height=float(largest.font_size or 0.0) * scale,
        char_codes=None,
        words=made,
    )
    return [whole]


def _words(parts: Sequence[WordBox], size: float) -> list[WordBox]:
    """Puts parts of words together, of capitals of a size."""
    gaps = [right.x - left.x - left.width for left, right in pairwise(parts)]
    least = _least_space(gaps, size)
    ends = [0, *(gap >= least for gap in gaps)]
    numbers = [sum(ends[: at + 1]) for at in range(len(parts))]
    grouped = groupby(zip(numbers, parts, strict=True), key=lambda pair: pair[0])
    return [_word([part for _, part in group]) for _, group in grouped]


def _word(parts: Sequence[WordBox]) -> WordBox:
    return replace(
        parts[0], text="".join(part.text for part in parts), width=parts[-1].x + parts[-1].width - parts[0].x
    )


def _least_space(gaps: Iterable[float], size: float) -> float:
    """How wide a space between words is at least: where the widths of gaps leap, some of them being too narrow."""
    known = sorted(gaps)
    least = _LEAST_SPACE * size
    leaps = [(right / max(left, 0.01), right) for left, right in pairwise(known) if right >= least]
    widest, at = max(leaps, default=(0.0, 0.0))
    if widest >= _WIDER:
        return at
    return least if not known or known[0] >= least else float("inf")
