"""Names of several words: of passages that seem to answer, those that have the name as a question has it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from ctassist.answering.terms import Token, content, tokens

Passage = TypeVar("Passage")
Pair = tuple[str, str]


def saying_names(passages: Sequence[Passage], text: Callable[[Passage], str], question: str) -> list[Passage]:
    """The passages that have as many of a question's names as any: "the Spring Fair" is not a fair in spring.

    Words that stand together in the question are a name where a passage writes them so with capitals.

    Args:
        passages: those that seem to answer.
        text: the words of one, with its headings.
        question: what is asked.
    """
    asked = set(_pairs(question))
    names = asked & {pair for passage in passages for pair in _pairs(text(passage), capital=True)}
    said = [names & set(_pairs(text(passage))) for passage in passages]
    most = max(map(len, said), default=0)
    return [passage for passage, pairs in zip(passages, said, strict=True) if len(pairs) == most]


def _pairs(text: str, *, capital: bool = False) -> Iterator[Pair]:
    """The stems of words that stand side by side with nothing but a blank or hyphen between them."""
    telling = {token.start for token in content(text)} | {t.start for t in tokens(text) if len(t.text) > _SHORT}
    for one, other in pairwise(tokens(text)):
        if (
            one.start not in telling
            or other.start not in telling
            or text[one.end : other.start] not in (" ", "-", "\n")
        ):
            continue
        if not capital or _are_named(one, other, text):
            yield one.stem, other.stem


_SHORT = 4
"""Longer words may be part of a name even where they tell nothing elsewhere: "Complete", "Today"."""


def _are_named(one: Token, other: Token, text: str) -> bool:
    return one.text[0].isupper() and other.text[0].isupper() and not text.isupper()
