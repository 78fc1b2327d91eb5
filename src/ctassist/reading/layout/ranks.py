"""Ranks: the level of each heading, from how its style stands out among those of the document."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ctassist.model.text import BlockKind
from ctassist.reading.layout.blocks import Piece
from ctassist.reading.layout.styles import Style

_DEEPEST = 6
_LONGEST = 160
_NEAR = 0.6
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def ranked(pieces: Sequence[Piece]) -> list[Piece]:
    """Gives headings their level, and makes paragraphs of what only looks like a heading."""
    for piece in pieces:
        if piece.kind is BlockKind.HEADING and (len(piece.text) > _LONGEST or piece.text.endswith(".")):
            _demote(piece)
    _level_capitals(pieces)
    _demote_front(pieces)
    _demote_idle(pieces)
    levels: list[Style] = []
    for style in sorted({piece.style for piece in pieces if _heads(piece) and piece.style}, reverse=True):
        if not levels or not _alike(levels[-1], style):
            levels.append(style)
    for piece in pieces:
        if piece.style is not None and _heads(piece):
            piece.level = min(_DEEPEST, _level(piece.style, levels))
    return list(pieces)


def _level_capitals(pieces: Sequence[Piece]) -> None:
    """Headings in capitals rank above others of their size only where both are meant: a single word may be a name."""
    alike: dict[tuple[float, bool], list[Piece]] = {}
    for piece in pieces:
        if piece.style is not None and _heads(piece):
            alike.setdefault((piece.style.size, piece.style.bold), []).append(piece)
    for group in alike.values():
        words = [piece for piece in group if piece.style and piece.style.capitals and " " in piece.text]
        small = [piece for piece in group if piece.style and not piece.style.capitals]
        for piece in group:
            if piece.style and (not small or " " not in piece.text):
                piece.style = replace(piece.style, capitals=bool(words) and (not small or piece.style.capitals))


def _level(style: Style, levels: Sequence[Style]) -> int:
    return next((at for at, known in enumerate(levels, 1) if _alike(known, style)), len(levels))


def _alike(one: Style, other: Style) -> bool:
    return abs(one.size - other.size) < _NEAR and one.bold == other.bold and one.capitals == other.capitals


def _heads(piece: Piece) -> bool:
    return piece.kind is BlockKind.HEADING


def _demote(piece: Piece) -> None:
    piece.kind, piece.style = BlockKind.PARAGRAPH, None


def _demote_front(pieces: Sequence[Piece]) -> None:
    """Below the title stand the publisher's name and the period, large as headings, and head nothing."""
    title = next((at for at, piece in enumerate(pieces) if _heads(piece)), None)
    if title is None:
        return
    front = []
    for piece in pieces[title + 1 :]:
        if not _heads(piece):
            break
        front.append(piece)
    largest = pieces[title].style
    rest = [piece.style for piece in pieces[title + 1 + len(front) :] if piece.style]
    for at, piece in enumerate(front):
        alone = piece.style is not None and not any(_alike(piece.style, style) for style in rest)
        smaller = piece.style is not None and largest is not None and piece.style < largest
        weaker = piece.style is not None and not piece.style.bold and all(style.bold for style in rest) and bool(rest)
        if alone and smaller and (at + 1 < len(front) or weaker or _YEAR.search(piece.text)):
            _demote(piece)


def _demote_idle(pieces: Sequence[Piece]) -> None:
    """A style that never has anything below it is no heading's, but for the title's."""
    styles = {piece.style for piece in pieces if _heads(piece) and piece.style}
    top = max(styles, default=None)
    busy = {
        piece.style
        for piece, after in pairwise(pieces)
        if _heads(piece) and (not _heads(after) or (after.style and piece.style and after.style < piece.style))
    }
    for piece in pieces:
        if piece.style in styles - busy and piece.style != top:
            _demote(piece)
