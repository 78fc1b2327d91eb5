"""Words of a question that a text has within longer ones, and names that a text only seems to have."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from ctassist.answering.terms import stem, tokens

_SHORTEST = 4


@lru_cache(maxsize=20_000)
def said_within(asked: str, text: str) -> frozenset[str]:
    """The stems of names in a question that stand within longer words of a text: "Loom" in "WebLoom", "LoomView"."""
    return frozenset(word for name, word in _names(asked) if _within(name).search(text))


def said_apart(asked: str, text: str) -> frozenset[str]:
    """The stems of joined words in a question that a text has apart: "LoomView" is "loom view" or "loom views"."""
    joined = ((token, _INNER.sub(" ", token.text).split()) for token in tokens(asked))
    return frozenset(token.stem for token, parts in joined if len(parts) > 1 and _apart(tuple(parts)).search(text))


_INNER = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


@cache
def _apart(parts: tuple[str, ...]) -> re.Pattern[str]:
    words = r"[\s-]".join(map(re.escape, parts)).removesuffix("s")
    return re.compile(rf"\b{words}s?\b", re.IGNORECASE)


@lru_cache(maxsize=1_000)
def _names(text: str) -> tuple[tuple[str, str], ...]:
    """The words with a capital that begin no sentence, each with its stem."""
    return tuple(
        (token.text, token.stem)
        for token in tokens(text)
        if token.text[0].isupper() and len(token.text) >= _SHORTEST and _SENTENCE.search(text, 0, token.start)
    )


_SENTENCE = re.compile(r"[^\s.?!:]\W*$")


@cache
def _within(name: str) -> re.Pattern[str]:
    """A name in a longer word, with a change of case where it begins or ends."""
    word = re.escape(name)
    return re.compile(rf"(?<=[a-z\d]){word}(?![a-z])|(?<![A-Za-z\d]){word}(?=[A-Z])")


def is_within(name: str, words: Iterable[str]) -> bool:
    """Tells whether one of several words has a name in it, with a change of case where that begins or ends."""
    return len(name) >= _SHORTEST and any(_within(name).search(word) for word in words)


def plural_names(asked: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The names in a question that merely look like plurals: "Windows", where texts have no "windows"."""
    names = [name for name, _ in _names(asked) if name.endswith("s") and not name.isupper()]
    told = list(texts) if names else []
    return tuple(
        name
        for name in names
        if any(name in text for text in told)
        and not any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text) for text in told)
    )


def lacks_name(names: Iterable[str], text: str) -> bool:
    """Tells whether a text has another word in the place of a name that looks like its plural: "window"."""
    words = {token.text.casefold(): token.stem for token in tokens(text)}
    return any(name.casefold() not in words and stem(name) in words.values() for name in names)
