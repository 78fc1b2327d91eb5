"""Misspelt words of names: beside "Community" the archive has no "Etherum", and "Ethereum" a dozen times."""

import re

from rapidfuzz.distance import OSA

from ctassist.answering.terms import fold, function_words, is_english, stem
from ctassist.answering.understanding.catalog import NAME_IN_A_ROW, Catalog

_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"(\w)\1+")
_SHORTEST, _LONG = 4, 7
"""A word of so many letters may have one doubled that is single, and one of so many lack one or have two turned."""


def names_mended(text: str, catalog: Catalog) -> str:
    """Writes words of names as the archive has them right beside the other words of the name.

    A letter put for another one makes another name: "Andersen" is not "Anderson".
    """
    return NAME_IN_A_ROW.sub(lambda match: _mended(match.group(), catalog), text)


def _mended(name: str, catalog: Catalog) -> str:
    spans = [match.span() for match in _WORD.finditer(name) if match.group()[0].isupper()]
    words = [name[start:end] for start, end in spans]
    # A word that is mended tells what its neighbours on both sides are.
    for at in (*range(len(words)), *reversed(range(len(words)))):
        beside = [fold(word) for word in (words[at - 1] if at else "", *words[at + 1 : at + 2]) if word]
        words[at] = _as_beside(words[at], beside, catalog)
    for (start, end), word in reversed(list(zip(spans, words, strict=True))):
        name = f"{name[:start]}{word}{name[end:]}"
    return name


def _as_beside(typed: str, beside: list[str], catalog: Catalog) -> str:
    word = fold(typed)
    others = {other for neighbour in beside for other in catalog.beside(neighbour)}
    if len(word) < _SHORTEST or stem(word) in map(stem, others) or word in function_words() or is_english(typed):
        return typed  # Beside "Latin" an archive may have "American" alone: "America" is none the worse for it.
    meant = {other for other in others if _is_slip(word, other)}
    return meant.pop().capitalize() if len(meant) == 1 else typed


def _is_slip(word: str, other: str) -> bool:
    if word[0] != other[0]:
        return False
    if _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", other):
        return True
    turned = len(word) == len(other) and sorted(word) == sorted(other)
    return len(word) >= _LONG and (turned or len(word) != len(other)) and OSA.distance(word, other) == 1
