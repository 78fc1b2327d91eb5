"""Whether two lines of different documents tell of the same thing: annual reviews repeat, and often reword."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from ctassist.answering.terms import content, fold, light_stems
from ctassist.extraction.vocabulary import months

_AGREE = 88
"""Lines are the same when their words agree to this much (rapidfuzz, 0 to 100)."""
_SHARED, _FEWEST = 0.75, 4
"""Or when the shorter one has at least so many telling words, and the longer one has this share of them."""
_BESIDE = 3
"""A number that may be a day or a year, so many words from a month's name, is (part of) a date."""
_IN_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Telling:
    """The words of a line that tell what it is about, and the names and numbers among them; dates are left out."""

    words: frozenset[str]
    names: frozenset[str]


def tell_the_same(one: str, other: str) -> bool:
    """Tells whether two lines of one day tell of one thing: all names of the shorter one stand in the longer one."""
    short, long = sorted((_telling(one), _telling(other)), key=lambda telling: len(telling.words))
    if not short.names <= long.words:
        return False
    if len(short.words) < _FEWEST:
        return fuzz.ratio(one, other) >= _AGREE
    shared = len(short.words & long.words)
    return fuzz.token_set_ratio(one, other) >= _AGREE or shared >= _SHARED * len(short.words)


def shared_topics(one: str, other: str) -> int:
    """How many telling words beside their names two lines share: "flood maps" and "inundation maps" share one."""
    words, others = _telling(one), _telling(other)
    return len((words.words - words.names) & (others.words - others.names))


@lru_cache(maxsize=20_000)
def _telling(line: str) -> _Telling:
    words = content(line)
    dated = {index for index, token in enumerate(words) if fold(token.text) in months()}
    tokens = [
        token
        for index, token in enumerate(words)
        if index not in dated
        and not (_IN_DATE.fullmatch(token.text) and any(abs(index - at) <= _BESIDE for at in dated))
    ]
    names = frozenset(
        token.stem
        for index, token in enumerate(tokens)
        if any(character.isdigit() for character in token.stem)
        or token.text.isupper()
        or (index > 0 and token.text[0].isupper())
    )
    telling = frozenset(token.stem for token in tokens if token.stem not in light_stems())
    return _Telling(telling, names & telling)
