"""Lines with a mark of how things stand: a label before them ("Wanted: …"), an outcome behind them ("… Carried.")."""

import re
from collections.abc import Callable, Sequence
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


_GOAL = re.compile(
    r"\b(?:went|gone|moved|got|promoted|graduated|risen|rose|came|advanced|progressed|made\s+it|reached|became|become)\s+"
    r"(?:(?:up|on|over|it|all|to|into)\s+)*(?:the\s+)?(?P<goal>[A-Za-z][\w-]*)",
    re.IGNORECASE,
)
"""Asks for what came to a stage: "which features went to GA"."""
_DENIES = re.compile(r"(?:\b(?:not|never|no\s+longer|failed\s+to|neither|cannot)\b|n[’']t\b)", re.IGNORECASE)


def denial_of(question: str) -> Callable[[str], bool] | None:
    """Tells the lines that deny what is asked: what "never made it to GA" did not go there. None where none can."""
    asked = _GOAL.search(question)
    if asked is None or _DENIES.search(question):
        return None
    goal = rf"(?<![\w-]){re.escape(asked['goal'])}(?!\w)"
    denied = re.compile(rf"{_DENIES.pattern}[^.;:]{{0,60}}{goal}", re.IGNORECASE)
    said = re.compile(goal, re.IGNORECASE)
    return lambda text: denied.search(text) is not None and not said.search(denied.sub(" ", text))


def _outcome(text: str) -> frozenset[str]:
    """The words of an outcome, if a line ends in nothing else."""
    match = _LAST.search(" ".join(text.split()))
    words = frozenset(token.stem for token in content(match["last"])) if match else frozenset()
    return words if words <= list_words("outcomes") else frozenset()


def _label(text: str) -> frozenset[str]:
    match = _LABEL.match(" ".join(text.split()))
    return frozenset(token.stem for token in content(match["label"])) if match else frozenset()
