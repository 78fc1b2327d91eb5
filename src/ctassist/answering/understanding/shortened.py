"""Names that lack their first or last word in a question: "the tide academy", of the "International Tide Academy"."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from ctassist.answering.terms import function_words
from ctassist.answering.understanding.known_organisations import is_widely_known
from ctassist.extraction.vocabulary import table

Words = tuple[str, ...]

_LEAST = 2
"""A shortened name has so many words that mean something."""


def shortened(names: Mapping[Words, str]) -> dict[Words, tuple[str, bool]]:
    """Each shortened name, with whose it is and whether it still ends as an organisation's does.

    A name that two share in this way is nobody's.

    Args:
        names: the folded words of each way of writing a name, with the name's key.
    """
    found: dict[Words, set[tuple[str, bool]]] = defaultdict(set)
    for words, key in names.items():
        for short, whole in _shorter(words):
            found[short].add((key, whole))
    return {short: next(iter(keys)) for short, keys in found.items() if len(keys) == 1 and short not in names}


def by_initials(names: Iterable[str]) -> dict[str, str]:
    """The initials of long names that belong to one of them alone: "SIRI" is a "Sea Ice Research Institute".

    Short ones may be anybody's, and a widely known acronym is somebody else's.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = [word for word in re.split(r"[\s-]+", name) if word.casefold() not in function_words()]
        if len(words) >= _LETTERS and all(word[:1].isupper() and not word.isupper() for word in words):
            found["".join(word[0] for word in words)].add(name)
    return {short: min(of) for short, of in found.items() if len(of) == 1 and not is_widely_known(short)}


_LETTERS = 4


def may_be_meant(typed: Sequence[str], before: str, *, whole: bool) -> bool:
    """Tells whether words of a question are a shortened name: written with capitals, or after "the"."""
    telling = [word for word in typed if word.casefold() not in function_words()]
    return all(word[0].isupper() for word in telling) or (whole and before.casefold() == "the")


def _shorter(words: Words) -> Iterable[tuple[Words, bool]]:
    """A name without its first word, and without the noun at its end; groups and boards are named in roles' own way."""
    if sum(word not in function_words() for word in words) <= _LEAST or set(words) & _groups():
        return
    if words[1] not in _nouns() | function_words() and any(word in _nouns() for word in words[2:]):
        yield words[1:], True
    if words[-1] in _nouns() and words[-2] not in function_words():
        yield words[:-1], False


@cache
def _nouns() -> frozenset[str]:
    return frozenset(word for noun in table("organisations")["nouns"] for word in noun.split())


@cache
def _groups() -> frozenset[str]:
    return frozenset(word for noun in table("bodies")["core"] for word in noun.split())


def by_last_name(names: Collection[str], posts: Mapping[str, Collection[str]]) -> Iterator[tuple[str, str]]:
    """Last names that stand alone, each with the one full name that ends with it: "Roe" and "Ana Roe".

    Args:
        names: the names of persons as the archive writes them, in full and by their last names.
        posts: what each is called and works for, as far as the archive says: who shares neither is somebody else.
    """
    full: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for at in range(1, len(name.split())):
            full[" ".join(name.split()[at:])].add(name)
    for last in sorted(names):
        whole = [name for name in full.get(last, ()) if name not in full]
        if len(whole) != 1:
            continue
        one, other = (set(posts.get(name, ())) for name in (last, whole[0]))
        if not one or not other or one & other:
            yield last, whole[0]
