"""Sentences that state several figures, a clause each: "The register held 481 boats, and 291 pilots were at sea."."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ctassist.extraction.dates import find_dates
from ctassist.extraction.figure_words import NUMBER
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.time import Precision

Pair = tuple[str, str]
"""A label and its figure."""

_SEVERAL = 2
_WORD = r"[^\W\d_][\w’'/-]*"
_COUNT = (
    rf"(?P<figure>{NUMBER}(?:\s*(?:million|billion|thousand|%|per ?cent))?)"
    rf"\s+(?P<label>(?!(?:of|in|on|at|to|for|by|from|or|and)\b)(?:{_WORD}\s+){{0,4}}?(?:[^\W\d_][\w’'/-]*s|people|persons|men|women|children|staff))"
)
_ABOUT = r"(?:(?:about|some|over|nearly|almost|around|only|more\s+than|a\s+total\s+of)\s+)?"
_BE = r"(?:were|was|are|is|(?:have|has|had)\s+been)"
_CUT = re.compile(rf"[,;]\s+(?:and\s+|while\s+|whereas\s+)?|\s+(?:and|while|whereas)\s+(?={_ABOUT}{NUMBER}\s+[^\W\d_])")
_STATED = re.compile(
    r"\b(?:as\s+(?:of|at|on)|by|until|(?:at|by|until)\s+the\s+(?:very\s+)?end\s+of|since)\s+(?:the\s+)?$", re.I
)
"""What leads to the day as of which something is counted."""


def clause_figures(words: str) -> list[Pair]:
    """The figures of a sentence that does nothing but count, in two clauses or more; what was done on a day is none."""
    if any(
        found.interval.precision in (Precision.DAY, Precision.RANGE) and not _STATED.search(words[: found.span.start])
        for found in find_dates(words)
    ):
        return []
    told: list[Pair] = []
    clauses, begun = 0, False
    whole = _BESIDE.sub("", words.rstrip(" ."))
    compared = whole != words.rstrip(" .")
    for clause in _clauses(whole):
        pairs = list(_counted(clause, goes_on=begun))
        if not pairs and (begun or re.search(NUMBER, _without_dates(clause))):
            return []
        clauses += bool(pairs)
        begun = begun or bool(pairs)
        told += pairs
    return told if clauses >= _SEVERAL or compared else []


_BESIDE = re.compile(
    rf",?\s+(?:as\s+against|against|compared\s+(?:with|to)|up\s+from|down\s+from)\s+{NUMBER}(?:\s+(?:in|at|on|a)\s+[^,;]+)?$"
)
"""What a figure is compared with, which is of another time: "against 6,102 in July"."""


def _clauses(words: str) -> Iterator[str]:
    cuts = list(_CUT.finditer(words))
    for start, end in pairwise([0, *(at for cut in cuts for at in cut.span()), len(words)]):
        if not any(cut.span() == (start, end) for cut in cuts):
            yield words[start:end].strip()


def _is_list(thing: str) -> bool:
    """Tells whether a name with capitals is of something that has things in it: the "Register of Lost Oars"."""
    words = thing.casefold().split()
    nouns = {*table("bodies")["nouns"], *table("organisations")["nouns"]}
    return len(words) > 1 and not any(word in nouns for word in words)


def _without_dates(words: str) -> str:
    for found in reversed(find_dates(words)):
        words = words[: found.span.start] + words[found.span.end :]
    return words


def _counted(clause: str, *, goes_on: bool) -> Iterator[Pair]:
    """The figure of a clause: of what something has, of what was done, or one more of what the clause before counts."""
    if match := _number_of().fullmatch(clause):
        yield match["label"], match["figure"]
    elif match := _has().fullmatch(clause):
        thing = match["thing"] if match["thing"].islower() or _is_list(match["thing"]) else ""
        yield f"{thing} {match['label']}".strip(), match["figure"]
    elif match := _done().fullmatch(clause):
        participle = re.fullmatch(
            rf"(?:[a-z-]+ed|{'|'.join(table('grammar')['irregular_past'])})", match["rest"].split()[0]
        )
        label = f"{match['label']} {match['be']} {match['rest'].split()[0]}" if participle else match["label"]
        yield label, match["figure"]
    elif goes_on and (match := re.fullmatch(rf"{_ABOUT}{_COUNT}", clause)):
        yield match["label"], match["figure"]


@cache
def _has() -> re.Pattern[str]:
    verbs = alternatives([*table("grammar")["counting_verbs"], *table("grammar")["holding_verbs"]])
    return re.compile(
        rf"(?:.*?(?:^|\s))?(?:the|our|its|their|this|The|Our|Its)\s+(?P<thing>{_WORD}(?:\s+{_WORD}){{0,3}}?)\s+"
        rf"(?:then\s+|now\s+|already\s+|still\s+)?(?:{verbs})\s+{_ABOUT}{_COUNT}"
    )


@cache
def _number_of() -> re.Pattern[str]:
    moves = alternatives(table("grammar")["moving_verbs"])
    return re.compile(
        rf"(?:the\s+)?(?:total\s+)?number\s+of\s+(?P<label>{_WORD}(?:\s+{_WORD}){{0,7}}?)\s+(?:has\s+|have\s+|had\s+)?"
        rf"(?:{moves}|was|is|stood\s+at|stands\s+at)\s+(?:to\s+|at\s+)?{_ABOUT}(?P<figure>{NUMBER})",
        re.IGNORECASE,
    )


@cache
def _done() -> re.Pattern[str]:
    return re.compile(rf"{_ABOUT}{_COUNT}\s+(?P<be>{_BE})\s+(?P<rest>{_WORD}(?:\s+{_WORD}){{0,5}})", re.IGNORECASE)
