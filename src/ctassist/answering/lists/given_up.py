"""Lines that say that something was given up, where whatever was is asked for: "which tools were archived?"."""

import re
from collections.abc import Callable
from functools import cache

from ctassist.answering.lists.rows import Row
from ctassist.answering.terms import function_words, stems, table
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import sentences
from ctassist.extraction.vocabulary import alternatives
from ctassist.model.text import Span


def of_given_up(question: Question) -> Callable[[Row], bool] | None:
    """Tells the lines that say that something was given up, where whatever was is asked for."""
    asked = _ended().search(question.timeless or question.text)
    if asked is None or not stems(asked["what"] or "") <= _things():
        return None
    verb = rf"(?:{alternatives(_OR.split(asked['verb'].casefold()))})"
    told = re.compile("|".join(_TOLD[: None if asked["to_be"] else -1]).format(verb=verb), re.IGNORECASE)
    return lambda row: any(told.search(said) for said in (one_line(row.entry.text), _heading_line(row)))


_NOT = r"(?<!\bnot\s)(?<!n[’']t\s)(?<!\bnever\s)(?<!\bnot\syet\s)"
_NOW = r"(?:now\s+|also\s+|finally\s+|\w+ly\s+)*"
_TOLD = (
    # "Ana Roe has retired" gives up nothing that is kept up.
    rf"{_NOT}\b(?:was|were|is|are|been|being|got)\s+{_NOW}{{verb}}\b",
    rf"{_NOT}\b(?:has|have|had)\s+{_NOW}(?={{verb}})\w+\s+down\b",
    r"\b{verb}\s+(?:the|our|its|an?|(?-i:[A-Z]))",
    r"\b(?:will|shall|going\s+to|about\s+to|is\s+to|are\s+to)\s+(?:soon\s+|then\s+|\w+ly\s+)?be\s+(?:\w+ly\s+)?{verb}\b",
)
"""Sentences that say that something was given up; the last one that it will be."""


def _heading_line(row: Row) -> str:
    """The sentence right above a list, which says of all that is in it: "Two sites are being closed:"."""
    announced = one_line(row.announced)
    spans = list(sentences(announced, Span(0, len(announced))))
    return spans[-1].of(announced) if spans else ""


_OR_TO_BE = (
    r"(?P<to_be>,?\s+(?:or|and)\s+(?:soon\s+)?(?:will(?:\s+soon)?\s+be|(?:is|are)\s+(?:being|(?:going|about|due|planned|scheduled)\s+to\s+be|to\s+be|soon\s+to\s+be))"
    r"(?:\s+soon)?)?"
)
"""Asks as well for what has not happened yet: "was archived, or is going to be"."""
_OR = re.compile(r"\s*(?:,|/|\bor\b|\band\b)\s*")


@cache
def _ended() -> re.Pattern[str]:
    verb = rf"(?:{alternatives(table('lists')['given_up'])})"
    return re.compile(
        r"\b(?:which|what)\s+(?P<what>(?:[\w-]+,?\s+){0,5}?)(?:(?:has|have|had|was|were|got|is|are|been|being)\s+)+"
        rf"(?P<verb>{verb}(?:(?:,|/|\s+or|\s+and)\s+{verb})*){_OR_TO_BE}\W*(?:(?:in|on|at|by|from|to|until|between|over|within|since|so\s+far|during)\b\W*)*$",
        re.IGNORECASE,
    )


@cache
def _things() -> frozenset[str]:
    return stems(" ".join((*table("lists")["things"], *function_words())))
