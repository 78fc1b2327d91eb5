"""How much of their text two documents have in common, whatever its order and layout."""

import re

_WORD = re.compile(r"[\u2e80-\u9fff]|(?:(?![\u2e80-\u9fff])\w)+")
"""A word, or a character of a script that writes no blanks between its words."""
_SHINGLE = 3

Shingles = frozenset[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """Returns all runs of three words (A. Broder, On the resemblance and containment of documents, 1997)."""
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(max(len(words) - _SHINGLE + 1, 1)))


def likeness(one: Shingles, other: Shingles) -> float:
    """Returns the share of the larger text that stands in the other too, from 0 to 1: of a summary it is small."""
    return len(one & other) / max(len(one), len(other))
