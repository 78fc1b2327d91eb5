"""Misspelt words of a question: "evnts on risk educaton" is "events on risk education"."""

import re
from functools import cache

from rapidfuzz.distance import OSA

from ctassist.answering.terms import bodies, fold, function_words, is_english, stem, table
from ctassist.answering.understanding.catalog import Catalog
from ctassist.extraction.demonyms import place_said
from ctassist.extraction.places import gazetteer

_WORD = re.compile(r"[^\W\d_]{2,}")
_SHORTEST, _LONG = 5, 8
"""A word that may be meant has so many letters, of which one may be wrong, or two in long words."""


def mended(text: str, catalog: Catalog) -> str:
    """Writes misspelt words as they are meant: words of asking, and words of the archive.

    A word that the archive has, a name, one of asking and one of the English language stay as they are; so does one
    that begins otherwise ("vents" are no events).
    """
    text = _AFTER_HOW.sub(_mend_measure, text)
    return _WORD.sub(lambda match: _mend(match, catalog), text)


_AFTER_HOW = re.compile(r"(?<=\bhow )[^\W\d_]{3,6}\b", re.IGNORECASE)
_MEASURES = ("many", "much", "often")


def _mend_measure(match: re.Match[str]) -> str:
    """After "how" a word of measure, whatever else it may be: "how manny" is no name."""
    word = fold(match.group())
    if word in _known():
        return match.group()
    near = _nearest(word, _MEASURES)
    return match.group() if near is None else near


def _mend(match: re.Match[str], catalog: Catalog) -> str:
    typed = match.group()
    word = fold(typed)
    if meant := table("slips")["known"].get(word):
        return str(meant)
    if word in _known() or len(word) < _SHORTEST - 1:
        return typed
    if not catalog.knows(typed) and (whole := catalog.with_apostrophe(word)):
        return whole.capitalize() if typed[0].isupper() else whole
    if typed[0].isupper() and match.start() > 0:
        place = None if catalog.knows(typed) else _as_place(match, catalog)
        if place or catalog.knows(typed) or is_english(word):
            return place or typed
        return _as_body_noun(typed, _as_name_of_body(match, catalog))
    if not is_english(word) and (doer := _DOER.sub(_other_ending, word)) != word and doer in catalog.spelled(word[0]):
        return doer  # "Contributers" has the stem of "contribute", and nothing of "contributors".
    if catalog.knows(typed) or is_english(word):
        return typed
    known = (_meant(), catalog.spelled(word[0]), _countries(), _verbs())
    near = next((near for words in known if (near := _nearest(word, words))), None) or _clipped(word, catalog)
    return typed if near is None else (near.capitalize() if typed[0].isupper() else near)


def _as_body_noun(typed: str, name: str | None = None) -> str:
    """A noun for bodies in a name, written as it is meant: "Steering Comittee"; else the ``name`` it may be."""
    near = _nearest(fold(typed), _body_nouns())
    return (name or typed) if near is None else near.capitalize()


def _as_name_of_body(match: re.Match[str], catalog: Catalog) -> str | None:
    """What a word beside a noun for bodies is meant to be, as the archive spells it: "SIG Stoarge"."""
    word = fold(match.group())
    behind = _after_kind_of_body().search(match.string[: match.start()])
    if not (behind or _before_kind_of_body().match(match.string, match.end())) or len(word) < _SHORTEST:
        return None
    near = _nearest(word, catalog.spelled(word[0]))
    return near.capitalize() if near and catalog.knows(near.capitalize()) else None


@cache
def _after_kind_of_body() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, (*bodies()["abbreviations"], *bodies()["nouns"])))
    return re.compile(rf"\b(?:{nouns})\s+(?:(?:on|for)\s+)?(?:[A-Z][\w-]*\s+)?$", re.IGNORECASE)


@cache
def _before_kind_of_body() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, (*bodies()["abbreviations"], *bodies()["nouns"])))
    return re.compile(rf"\s+(?:{nouns})\b", re.IGNORECASE)


def _as_place(match: re.Match[str], catalog: Catalog) -> str | None:
    """A country or region of the archive by another spelling of its name: "in Mauretania".

    What stands beside another capitalised word is part of a name: "Columbia College" is nowhere in Colombia.
    """
    typed = match.group()
    word = fold(typed)
    alone = _AFTER_LOWER.search(match.string[: match.start()]) and not _BEFORE_CAPITAL.match(match.string, match.end())
    if not alone or word in gazetteer() or len(word) < _LONG - 1 or place_said(typed):
        return None
    slips = 2 if len(word) > _LONG + 1 else 1
    near = _nearest(word, _countries())
    meant = near is not None and OSA.distance(word, near) <= slips and catalog.knows(near.capitalize())
    return near.capitalize() if near and meant else None


_AFTER_LOWER = re.compile(r"\b(?:in|to|for|from|of|with|at|and|or|the|about|on|by|across|within|near)\s+$")
_BEFORE_CAPITAL = re.compile(r"\s+[A-Z]")


@cache
def _body_nouns() -> tuple[str, ...]:
    return tuple(noun for noun in bodies()["nouns"] if noun.isalpha() and len(noun) >= _LONG - 1)


_DOER = re.compile(r"(?<=[a-z]{4})(?P<vowel>[eo])(?P<end>rs?)$")


def _other_ending(match: re.Match[str]) -> str:
    return ("o" if match["vowel"] == "e" else "e") + match["end"]


def _clipped(word: str, catalog: Catalog) -> str | None:
    """The word of the archive that one is the beginning of, if there is one such word: "crim" is "criminal"."""
    longer = [other for other in catalog.spelled(word[0]) if other.startswith(word)]
    return longer[0] if longer and len({stem(other)[: len(word) + 2] for other in longer}) == 1 else None


def _nearest(word: str, meant: tuple[str, ...]) -> str | None:
    slips = 2 if len(word) >= _LONG else 1
    found = [
        (OSA.distance(word, other, score_cutoff=slips), number, other)
        for number, other in enumerate(meant)
        if other[0] == word[0] and abs(len(other) - len(word)) <= slips
    ]
    return next((other for distance, _, other in sorted(found) if distance <= slips), None)


@cache
def _meant() -> tuple[str, ...]:
    """The words of asking that may be meant: nouns for what is asked for, and verbs that happen often in questions."""
    return tuple(word for word in dict.fromkeys(table("slips")["meant"]) if len(word) >= _SHORTEST)


@cache
def _countries() -> tuple[str, ...]:
    """The countries and regions whose name is one word: "carribean" is a place though no document names it so."""
    names = (name for name, place in gazetteer().items() if place.kind != "city")
    return tuple(sorted(name for name in names if name.isalpha() and len(name) >= _LONG - 1))


@cache
def _verbs() -> tuple[str, ...]:
    """The other verbs of asking."""
    return tuple(word for word in dict.fromkeys(table("words")["light_verbs"]) if len(word) > _SHORTEST)


@cache
def _known() -> frozenset[str]:
    """Words that are right as they stand: all of the vocabularies of asking."""
    words = {form for forms in table("framing").values() for form in forms} | set(function_words())
    for forms in table("words").values():
        words |= set(forms) if isinstance(forms, list) else set(forms).union(*forms.values())
    return frozenset(words)
