"""How many holders of a post a question wants a body to have: "more than one vice-chair", "two co-chairs"."""

import re
from collections.abc import Callable
from functools import cache

from ctassist.answering.terms import body_noun_pattern, fold, table
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.role_scope import find_roles


@cache
def _number() -> re.Pattern[str]:
    word = rf"one|{'|'.join(table('words')['numerals'])}|\d{{1,2}}"
    return re.compile(
        rf"\b(?:(?:more than|over)\s+(?P<over>{word})|at least\s+(?P<least>{word})|(?P<least_after>{word})\s+or\s+more"
        rf"|(?P<several>several|multiple)|(?:a\s+)?(?P<single>single)|(?:(?:exactly|just|only)\s+)?(?P<exact>{word}))\s+$",
        re.IGNORECASE,
    )


def wanted_number(text: str, catalog: Catalog) -> Callable[[int], bool] | None:
    """Tells whether a number of holders is what a question wants of a body; None where it wants none."""
    for span, _ in find_roles(text, catalog):
        if match := _number().search(text[: span.start]):
            return _condition(match)
    return None


def wanted_number_of_bodies(text: str) -> Callable[[int], bool] | None:
    """Tells whether somebody has to be in so many bodies: "who is vice-chair of more than one group?"; else None."""
    for noun in _in_bodies().finditer(text):
        match = _number().search(text[: noun.start("noun")])
        the = match and _KNOWN.search(text[: match.start()])  # "The two groups" are two that are known.
        if match and not the and not match["single"] and not (match["exact"] and _value(match["exact"]) < _SEVERAL):
            return _condition(match)
    return None


_KNOWN = re.compile(r"\b(?:the|these|those|both|our|its|all)\s+$", re.IGNORECASE)
_SEVERAL = 2


@cache
def _in_bodies() -> re.Pattern[str]:
    return re.compile(rf"(?<=\s)(?P<noun>(?:different\s+|of\s+the\s+)?(?:{body_noun_pattern()})s?)\b", re.IGNORECASE)


def _condition(match: re.Match[str]) -> Callable[[int], bool]:
    if over := match["over"]:
        return lambda count: count > _value(over)
    if match["several"]:
        return lambda count: count > 1
    if match["single"]:
        return lambda count: count == 1
    if least := match["least"] or match["least_after"]:
        return lambda count: count >= _value(least)
    return lambda count: count == _value(match["exact"])


def _value(word: str) -> int:
    if word.isdigit():
        return int(word)
    return ["one", *table("words")["numerals"]].index(fold(word)) + 1
