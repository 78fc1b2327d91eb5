"""Words that mean the same: what a question says one way and a review another ("page views" and "visits")."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ctassist.answering.terms import Token, akin, content, light_stems, stem, stems, table, tokens

_LONGEST = 3

Phrase = tuple[str, ...]
"""The stems of one to three words, in order."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A meaning that a text expresses: the stems by which it does, and all phrases that would do as well."""

    stems: frozenset[str]
    phrases: tuple[Phrase, ...]


@cache
def _by_phrase() -> dict[Phrase, tuple[Phrase, ...]]:
    found: dict[Phrase, tuple[Phrase, ...]] = {}
    for kind in ("nouns", "verbs"):
        for words in table("synonyms")[kind]:
            phrases = tuple(dict.fromkeys(tuple(stem(t.text) for t in tokens(word)) for word in words))
            for phrase in phrases:
                found.setdefault(phrase, phrases)
    return found


@lru_cache(maxsize=1_000)
def meanings(text: str) -> tuple[Meaning, ...]:
    """The meanings that a text expresses in words which have others beside them; the longest phrases win."""
    words = [token.stem for token in tokens(text)]
    found: list[Meaning] = []
    index = 0
    while index < len(words):
        for count in range(min(_LONGEST, len(words) - index), 0, -1):
            phrase = tuple(words[index : index + count])
            rises = phrase in _rises() and not _stages().isdisjoint(words[index + count : index + count + 1])
            others = (*_by_phrase()[_PROMOTED], phrase) if rises else _by_phrase().get(phrase)
            if others:
                found.append(Meaning(frozenset(phrase), others))
                index += count - 1
                break
        index += 1
    return (*found, *_anew(words))


_PROMOTED: Phrase = (stem("promote"),)


@cache
def _rises() -> frozenset[Phrase]:
    """Phrases that mean to be promoted where a stage of maturity follows: "moved to beta"."""
    return frozenset(tuple(stem(t.text) for t in tokens(words)) for words in table("synonyms")["rises"])


@cache
def _stages() -> frozenset[str]:
    return frozenset(map(stem, table("synonyms")["stages"]))


_AGAIN = frozenset(map(stem, ["again", "anew", "afresh"]))
_ANEW = "re"


def _anew(words: Sequence[str]) -> Iterator[Meaning]:
    """What is done once more: "lit again" is "relit", and the other way round."""
    last = max((index for index, word in enumerate(words) if word in _AGAIN), default=0)
    for index, word in enumerate(words):
        if index < last and word not in _AGAIN:
            yield Meaning(frozenset([word]), ((f"{_ANEW}{word}",),))
        if word.startswith(_ANEW) and len(word) > len(_ANEW) + 2:
            yield Meaning(frozenset([word]), tuple((word.removeprefix(_ANEW), again) for again in sorted(_AGAIN)))


def said_otherwise(asked: Iterable[Meaning], text: str) -> frozenset[str]:
    """The stems of meanings that a text expresses, be it in other words."""
    asked = tuple(asked)
    if not asked:
        return frozenset()
    told = _phrases_in(text)
    return frozenset().union(*(meaning.stems for meaning in asked if told & _plain(meaning.phrases)))


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_FILLING = frozenset(map(stem, ["a", "an", "the", "its", "their", "our", "new", "full", "first", "second", "third"]))


def _is_filling(word: str) -> bool:
    """Tells whether a word adds nothing to what a phrase means: "became the 34th member" is "become a member"."""
    return word in _FILLING or _ORDINAL.fullmatch(word) is not None


@lru_cache(maxsize=1_000)
def _plain(phrases: tuple[Phrase, ...]) -> frozenset[Phrase]:
    """The phrases as they stand, and without the words that add nothing to them."""
    return frozenset(phrases) | {
        plain for phrase in phrases if (plain := tuple(w for w in phrase if not _is_filling(w)))
    }


def told(words: Iterable[str], asked: str, text: str) -> frozenset[str]:
    """Those of a question's words (as stems) that a text says: in any form, in other words, or by their initials.

    Args:
        words: the stems to look for.
        asked: the question, in which they stand in order.
        text: where to look.
    """
    own = stems(text)
    otherwise = said_otherwise(meanings(asked), text) | said_by_acronyms(asked, text)
    return frozenset(word for word in words if word in own | otherwise or any(akin(word, other) for other in own))


_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_NUMBERED = re.compile(r"(?<=\d )[a-z]{2,4}(?= ?\d)|\b[A-Z]{2,6}\b")
"""Also in lower case between numbers, as versions have them: "9.0 rc 2"."""


def said_by_initials(asked: str, text: str) -> frozenset[str]:
    """The stems of neighbouring words of a question whose initials a text has: "release candidate" and "RC"."""
    return _initialled(asked, [match.upper() for match in _NUMBERED.findall(text)])


def said_in_brackets(asked: str, text: str) -> frozenset[str]:
    """The stems of words that a question itself gives a short form for, which a text has: "sea trials (NSTs)"."""
    found: set[str] = set()
    for match in _BRACKETED.finditer(asked):
        short, words = match["short"], tokens(match["long"])
        initials = "".join(word.text[0] for word in words).upper()
        count = next((n for n in range(len(words), 1, -1) if short.upper().endswith(initials[-n:])), 0)
        if count and re.search(rf"\b{re.escape(short)}s?\b", text):
            found |= {word.stem for word in words[-count:]}
    return frozenset(found)


_BRACKETED = re.compile(r"(?P<long>(?:[\w’'-]+\s+){2,6})\((?P<short>[A-Z]\w*?[A-Z]\w*?)s?\)")


def said_by_acronyms(asked: str, text: str) -> frozenset[str]:
    """The stems of a question's words for which a text has an acronym, and the other way round."""
    return _shortened(asked, text) | _shortened(text, asked)


def _shortened(long: str, short: str) -> frozenset[str]:
    """The stems of neighbouring words of one text for which the other has their initials, and those initials."""
    return _initialled(long, [] if short.isupper() else _ACRONYM.findall(short))


def _initialled(long: str, acronyms: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    # "Prevention of violent extremism" is "PVE".
    for words in (tokens(long), content(long)) if acronyms else ():
        for acronym in acronyms:
            for start in range(len(words) - len(acronym) + 1):
                named = words[start : start + len(acronym)]
                if "".join(word.text[0] for word in named).upper() == acronym and not _by_chance(named):
                    found |= {stem(acronym), *(word.stem for word in named)}
    return frozenset(found)


def _by_chance(named: Sequence[Token]) -> bool:
    """Tells whether two words that have an acronym's letters are rather one after the other: "countries took"."""
    return len(named) == 2 and (named[0].text.endswith("s") or named[1].stem in light_stems())


def other_words(asked: Iterable[Meaning]) -> list[str]:
    """The words of all phrases that express the meanings, as stems, each once."""
    found: dict[str, None] = defaultdict(None)
    for meaning in asked:
        for phrase in meaning.phrases:
            found.update(dict.fromkeys(phrase))
    return list(found)


@lru_cache(maxsize=2_000)
def _phrases_in(text: str) -> frozenset[Phrase]:
    """The phrases of a text as they stand, and without words that add nothing. Lines are asked for many meanings."""
    words = [token.stem for token in tokens(text)]
    return frozenset(_phrases_of(words) | _phrases_of([word for word in words if not _is_filling(word)]))


def _phrases_of(words: Sequence[str]) -> set[Phrase]:
    return {
        tuple(words[start : start + count])
        for count in range(1, _LONGEST + 1)
        for start in range(len(words) - count + 1)
    }
