"""The name before a version that a passage need not repeat: in letters on the Loom, "for 2.1" is "for Loom 2.1"."""

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
