"""Lines with a mark of how things stand: a label before them ("Wanted: …"), an outcome behind them ("… Carried.")."""

import re
from collections.abc import Sequence
from typing import TypeVar

from ctassist.answering.terms import content, stems
from ctassist.answering.understanding.kinds import list_words

_LABEL = re.compile(r"\W*(?P<label>[^\W\d_][\w’'-]*(?:\s+[\w’'-]+){0,2}):\s")
_LAST = re.compile(r"(?:^|[.;:!?–—|(]\s*)(?P<last>[^.;:!?–—|()]+?)\W*$")
_NOT = re.compile(r"\b(?:not|never|n[’']t|nor|neither|without)\b", re.IGNORECASE)
_SEVERAL = 2
Marked = TypeVar("Marked")


def of_mark(lines: Sequence[Marked], texts: Sequence[str], question: str) -> list[Marked]:
    """Those of several lines whose mark a question names, where they bear different ones; else all of them.

    "Which motions were carried" does not mean those that were deferred.
    """
    if _NOT.search(question):
        return list(lines)
    asked = stems(question)
    for marks in (list(map(_outcome, texts)), list(map(_label, texts))):
        chosen = [line for line, mark in zip(lines, marks, strict=True) if mark and mark <= asked]
        if chosen and len({mark for mark in marks if mark}) >= _SEVERAL:
            return chosen
    return list(lines)


def _outcome(text: str) -> frozenset[str]:
    """The words of an outcome, if a line ends in nothing else."""
    match = _LAST.search(" ".join(text.split()))
    words = frozenset(token.stem for token in content(match["last"])) if match else frozenset()
    return words if words <= list_words("outcomes") else frozenset()


def _label(text: str) -> frozenset[str]:
    match = _LABEL.match(" ".join(text.split()))
    return frozenset(token.stem for token in content(match["label"])) if match else frozenset()
