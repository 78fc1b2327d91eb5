"""Words of claims and of their sources as they are compared: glue, names, numbers, and what changes a statement."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ctassist.answering.terms import fold, is_english, stem, table, tokens
from ctassist.extraction.places import place_of
from ctassist.extraction.vocabulary import months

_SENTENCE_START = re.compile(r"(?:^|[.!?:;|]\s|[-–—•*“\"]\s*)\s*$")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}\b)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its text. ``key`` is what is compared: its stem, its number without separators, or its month."""

    key: str
    start: int
    end: int
    name: bool
    """Whether it is written as a name."""
    number: bool = False
    month: bool = False
    glue: bool = field(init=False)
    """Whether it states nothing by itself."""
    qualifier: bool = field(init=False)
    """Whether it turns, weakens or widens what stands behind it."""
    plain: bool = field(init=False)
    """Whether it tells something without naming, counting or qualifying."""

    def __post_init__(self) -> None:
        qualifier = not self.name and self.key in _keys("qualifiers")
        glue = not (self.name or self.number or qualifier) and self.key in _keys("glue")
        object.__setattr__(self, "qualifier", qualifier)
        object.__setattr__(self, "glue", glue)
        object.__setattr__(self, "plain", not (glue or self.name or self.number or qualifier or self.month))


@lru_cache(maxsize=2_048)
def words_in(text: str) -> tuple[Word, ...]:
    """The words of a text in order."""
    found = []
    for token in tokens(text):
        number = token.text[0].isdigit()
        key = _GROUPED.sub("", token.text) if number else token.stem
        month = None if number else months().get(fold(token.text))
        # "May" is a month only as a name; "may" is a word.
        if month is not None and token.text[0].isupper():
            found.append(Word(f"month {month}", token.start, token.end, name=False, month=True))
            continue
        named = not number and _is_name(token.text, key, begins=_begins(text, token.start))
        found.append(Word(key, token.start, token.end, named, number))
    return tuple(found)


def is_in(word: Word, kind: str) -> bool:
    """Tells whether a word is one of those that the list ``kind`` has."""
    return not word.name and word.key in _keys(kind)


def _is_name(text: str, key: str, *, begins: bool) -> bool:
    if sum(letter.isupper() for letter in text) > 1:
        return True
    if key in _keys("glue") or key in _keys("qualifiers"):
        return False
    # At the beginning of a sentence a capital says nothing.
    return text[0].isupper() and (not begins or _is_place(text) or not is_english(fold(text)))


@lru_cache(maxsize=4_096)
def _is_place(text: str) -> bool:
    place = place_of(text)
    return place is not None and place.kind != "city"


def _begins(text: str, start: int) -> bool:
    return _SENTENCE_START.search(text[max(0, start - 12) : start]) is not None


@cache
def _keys(kind: str) -> frozenset[str]:
    return frozenset(stem(word) for word in table("generation")[kind])
