"""The kind of thing that answers: "which colour", "in what language", "what law firm"; a passage need not name it."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.evidence.money import asks_for_money, has_money
from ctassist.answering.evidence.times import asks_hour, tells_hour
from ctassist.answering.terms import (
    Token,
    event_stems,
    fold,
    function_words,
    light_stems,
    stem,
    table,
    tokens,
)
from ctassist.answering.understanding.employers import asks_employer
from ctassist.answering.understanding.question import Question
from ctassist.extraction.names import persons

_ASKS = re.compile(
    r"\b(?:what|which)\s+(?:(?:kind|sort|type|name)s?\s+of\s+)?(?:(?:other|new|two|three|four|five|six)\s+)?(?=[\w-]+)",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\bwhat(?:[’']s|\s+(?:is|was|are|were|will be))\s+(?:the|its|their|his|her|our)\s+"
    r"(?:[a-z]+\s+){0,2}?(?P<noun>[a-z]+)"
    r"(?=\s+(?:of|for|to|in|at|on|per)\b|\W*$)",
    re.IGNORECASE,
)
"""What is asked for by its noun alone: "what is the yearly fee of …"."""
_HOW = re.compile(
    r"\bhow\s+(?P<way>long|often|old|far|big|large|high|tall|deep|wide|heavy|fast|frequently)\b", re.IGNORECASE
)
_TERSE = 6
_MOST = 3
"""A kind is said in so many words at most: "free software licence"."""


def kind_words(question: str) -> frozenset[int]:
    """Where the words stand by which a question says what kind of thing would answer."""
    return frozenset(token.start for words in _kinds(question) for token in words)


def how_words(question: str) -> frozenset[str]:
    """The stems of the words for what is measured: "how old", "how often"; a passage says the measure instead."""
    return frozenset(stem(match["way"]) for match in _HOW.finditer(question))


def has_kind(text: str, question: Question, context: Context) -> bool:
    """Tells whether a text has a thing of the kind asked for, where that can be seen: a name, a number, a time."""
    heads = {words[-1].stem for words in _kinds(question.text)} | how_words(question.text)
    held = {token.stem for token in tokens(text)}
    if any(held.isdisjoint(_shown_by()[head]) for head in heads & _shown_by().keys()):
        return False
    heads |= _first(question.text) & _stems("numbers")
    heads |= {stem(match["noun"]) for match in _IS.finditer(question.text)} & _stems("numbers")
    if (heads & _stems("numbers") or heads & how_words(question.text) - _shown_by().keys()) and not is_measured(text):
        return False
    if heads & _stems("times") and not is_timed(text):
        return False
    if asks_for_money(question.text) and not has_money(text):
        return False
    if _NAME_OF.search(question.text) and not _CALLED.search(text):
        return False
    if asks_hour(question.text) and not tells_hour(text):
        return False
    return not heads & _stems("named") or names_something(text, question, context)


_NAME_OF = re.compile(
    r"\bcode[ -]?name\b|\b(?:name|nickname)\s+(?:of|for)\s+(?:the\s+)?(?:\w+\s+){0,2}?v?\d[\d.]*", re.IGNORECASE
)
_CALLED = re.compile(
    r"[“\"«][^”\"»]{2,60}[”\"»]|\b(?:called|named|dubbed|titled|entitled|code-?named?|nicknamed?|known\s+as)\b",
    re.IGNORECASE,
)
"""The name of what has a number stands in quotation marks, or is said to be one."""


def _first(question: str) -> frozenset[str]:
    """The noun by which a terse question asks: "balance in May?"."""
    words = tokens(question)
    return frozenset({words[0].stem}) if words and len(words) <= _TERSE else frozenset()


def is_measured(text: str) -> bool:
    """Tells whether a text has a number, in figures or words."""
    return _NUMBER.search(text) is not None or any(token.stem in _stems("numerals") for token in tokens(text))


_NUMBER = re.compile(r"(?<![^\W_])\d|\d(?![^\W_])")
"""A digit between letters only shortens a word: "i18n"."""


def is_timed(text: str) -> bool:
    """Tells whether a text has a number, a month, a weekday, or a word for when."""
    return re.search(r"\d", text) is not None or any(token.stem in _stems("when") for token in tokens(text))


def names_something(text: str, question: Question, context: Context) -> bool:
    """Tells whether a text has a name that the question does not have.

    The first word of a sentence has a capital in any case: it is a name only if the archive uses it as nothing else.
    """
    asked = {token.stem for token in tokens(question.text)}
    if any({token.stem for token in tokens(span.of(text))} - asked for span, _ in persons(text)):
        return True
    return any(
        token.stem not in asked
        and not token.text.islower()
        and any(character.isalpha() for character in token.text)
        and token.stem not in event_stems()
        and fold(token.text) not in function_words()
        and (not _begins(text, token) or _is_only_a_name(token, context))
        for token in tokens(text)
    ) or (_HANDLE.search(text) is not None and not asks_employer(question.text))


_HANDLE = re.compile(r"#[^\W\d]|@\w|\w@\w|\w\.\w{2,}/|https?:")
_BEGINNING = re.compile(r"(?:^|[.!?:–|•]\s+|\n\s*[-*]?\s*)[^\w\s]*$")


def _begins(text: str, token: Token) -> bool:
    return _BEGINNING.search(text[: token.start]) is not None


def _is_only_a_name(token: Token, context: Context) -> bool:
    return context.catalog.lower[token.stem] == 0 and token.stem not in light_stems()


def modifiers(question: str) -> frozenset[str]:
    """The stems of the words that narrow a kind which can be seen: "law" of "law firm"."""
    checked = _stems("numbers") | _stems("named") | _stems("times")
    return frozenset(t.stem for words in _kinds(question) if words[-1].stem in checked for t in words[:-1])


def is_checked(question: Question) -> bool:
    """Tells whether ``has_kind`` can see the kind that a question asks for."""
    checked = _stems("numbers") | _stems("named") | _stems("times")
    return _HOW.search(question.text) is not None or any(words[-1].stem in checked for words in _kinds(question.text))


def _kinds(question: str) -> list[list[Token]]:
    found = (list(_noun(question, match.end())) for match in _ASKS.finditer(question))
    return [words for words in found if words]


def _noun(question: str, start: int) -> Iterator[Token]:
    """The words of the noun that begins somewhere in a question, up to a verb or preposition."""
    words = [token for token in tokens(question) if token.start >= start][: _MOST + 1]
    for index, token in enumerate(words[:_MOST]):
        if fold(token.text) in function_words() or (token.text[0].isupper() and index):
            return
        if _is_verb(token):
            return
        follows = words[index + 1] if index + 1 < len(words) else None
        yield token
        if follows is None or re.search(r"[^\w\s-]", question[token.end : follows.start]):
            return


def _is_verb(token: Token) -> bool:
    return token.text.islower() and (
        (token.text.endswith("ed") and len(token.text) > 4)
        or fold(token.text) in irregular_pasts()
        or (token.stem in light_stems() and token.stem not in _stems("named") | _stems("numbers"))
    )


@cache
def irregular_pasts() -> frozenset[str]:
    """The pasts of verbs that do not end in "ed"."""
    return frozenset(past for pasts in table("words")["irregular_verbs"].values() for past in pasts)


@cache
def _shown_by() -> dict[str, frozenset[str]]:
    return {stem(kind): frozenset(map(stem, words)) for kind, words in table("answer_kinds")["shown_by"].items()}


@cache
def _stems(kind: str) -> frozenset[str]:
    return frozenset(map(stem, table("answer_kinds")[kind]))
