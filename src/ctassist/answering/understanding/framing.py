"""Whether a question has nothing but words that frame it: "give me the chronicle for May" asks for all of May."""

import re
from collections.abc import Iterable
from functools import cache

from ctassist.answering.terms import Token, fold, generic_actor_stems, generic_event_stems, stem, table

_RECORD_ASKED = re.compile(r"\b(?:which|what|how many|any|all|every)\s+(?:\w+\s+)?(?P<noun>[^\W\d_]+)\b", re.IGNORECASE)
_CONTRACTED = re.compile(r"'(?:s|d|ve|re|ll|m)$")


@cache
def framing_words() -> frozenset[str]:
    """The words of ``framing.toml`` that are no nouns for kinds of things that lists are made of."""
    words = (word for forms in table("framing").values() for word in forms)
    return frozenset(word for word in words if word not in _kind_words())


@cache
def asking_stems() -> frozenset[str]:
    """Stems of the verbs by which a list is asked for, and of those for being in one: "pull together", "appeared"."""
    return frozenset(stem(word) for group in ("asking", "happening") for word in table("framing")[group])


@cache
def _kind_words() -> frozenset[str]:
    """Nouns for kinds of things, as typed: "talk" asks for talks, while "hear" has nothing to do with hearings."""
    nouns = set(table("words")["event_nouns"]).union(*(kind["asked"] for kind in table("lists")["kinds"].values()))
    return frozenset(noun for noun in nouns if stem(noun) not in generic_event_stems())


def frames_only(words: Iterable[Token], text: str) -> bool:
    """Tells whether words of a question only frame it; "which calendars" and "any record" ask for things of that name.

    Args:
        words: what is left of the question without its time, names and places.
        text: the question.
    """
    asked = {fold(match["noun"]) for match in _RECORD_ASKED.finditer(text)} & frozenset(table("framing")["records"])
    return not asked and all(_frames(token) for token in words)


def _frames(token: Token) -> bool:
    if token.text[0].isupper() and token.start > 0 and not token.text.isupper():
        return False
    word = _CONTRACTED.sub("", fold(token.text))
    return word in framing_words() or token.stem in generic_event_stems() | generic_actor_stems()
