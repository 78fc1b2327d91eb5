"""Questions for how things are now: of passages that answer alike, the newest one counts."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from ctassist.answering.context import Context
from ctassist.answering.terms import stem
from ctassist.answering.understanding.question import Question
from ctassist.indexing.view import Found

Passage = TypeVar("Passage")
_NOW = re.compile(
    r"\b(?:now|nowadays|today|currently|presently|at\s+present|these\s+days|as\s+of\s+now|by\s+now|still|meanwhile|latest"
    r"|newest|most\s+recent|current)\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"\W*(?:and\s+)?(?:is|are|was|were|does|do|did|has|have|will)\b", re.IGNORECASE)
_OR = re.compile(r"\b(?P<one>[^\W\d_][\w-]*)\s+or\s+(?:an?\s+|the\s+)?(?P<other>[^\W\d_][\w-]*)", re.IGNORECASE)


def newest(
    passages: Sequence[Passage], found: Callable[[Passage], Found], question: Question, context: Context
) -> Sequence[Passage]:
    """Those of the newest issue where a question asks how things are now; else all."""
    if question.interval is not None or not _NOW.search(question.text):
        return passages
    ends = [context.last_day(found(passage).document_id) for passage in passages]
    return [passage for passage, end in zip(passages, ends, strict=True) if end == max(ends)]


def alternatives(question: str) -> tuple[frozenset[str], ...]:
    """The stems of words one of which answers: "Is the bridge open or closed?"."""
    if not _YES_NO.match(question):
        return ()
    return tuple(frozenset({stem(match["one"]), stem(match["other"])}) for match in _OR.finditer(question))
