"""Versions and years of one thing: "for 2.1" is "for Loom 2.1" in letters on the Loom, and 2029's prize not 2030's."""

import re
from collections.abc import Iterator

from ctassist.answering.context import Context
from ctassist.answering.terms import stems
from ctassist.answering.understanding.question import Question

_NAMED = re.compile(r"\b(?P<name>[A-Z][\w-]*[^\W\d])\s+v?(?P<version>\d+(?:\.\d+)+)(?!\w)")
_UNNAMED = r"(?:\b(?:for|of|in|on|the|this|with)\s+|^\W*)v?"
_MOST = 0.6
"""What so large a share of the documents names is what they are about."""


def understood_names(question: Question, text: str, context: Context) -> frozenset[str]:
    """The stems of names before the versions of a question, where a passage has the version without any name."""
    return frozenset(
        word
        for name, version in _versions(question.text)
        if re.search(rf"{_UNNAMED}{re.escape(version)}(?![.\w]*\d)", text, re.IGNORECASE) and _is_subject(name, context)
        for word in stems(name)
    )


def _versions(text: str) -> Iterator[tuple[str, str]]:
    for match in _NAMED.finditer(text):
        yield match["name"], match["version"]


def _is_subject(name: str, context: Context) -> bool:
    """Tells whether most documents of the archive speak of a name."""
    documents = context.documents()
    said = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    naming = sum(1 for document in documents if said.search(context.text(document.id)))
    return len(documents) > 1 and naming >= _MOST * len(documents)


_YEAR = r"(?<![\w/-])(?:19|20)\d\d(?![\w/-])"
_CALLED = r"[A-Z][\w’'-]*(?:\s+(?:(?:of|for|the|and)\s+)?[A-Z][\w’'-]*)+"
_OF_YEAR = re.compile(
    rf"(?P<before>{_YEAR})\s+(?P<name>{_CALLED})|(?P<called>{_CALLED})\s+(?:(?:of|for|in)\s+)?(?P<behind>{_YEAR})"
)


def is_of_another_year(question: str, text: str) -> bool:
    """Tells whether a text gives what a question asks of one year for another: the "2029 Reed Prize" of 2030's."""
    told = _years_of(text)
    for name, asked in _years_of(question).items():
        alike = [years for other, years in told.items() if other.endswith(name) or name.endswith(other)]
        if alike and asked.isdisjoint(set().union(*alike)):
            return True
    return False


def _years_of(text: str) -> dict[str, set[str]]:
    """The names of several words that stand beside a year, with these years."""
    found: dict[str, set[str]] = {}
    for match in _OF_YEAR.finditer(" ".join(text.split())):
        name, year = match["name"] or match["called"], match["before"] or match["behind"]
        found.setdefault(name.casefold(), set()).add(year)
    return found
