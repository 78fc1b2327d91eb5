"""From when on a passage answers: thresholds that are measured, not picked (``data/abstention.toml``)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache

from ctassist.answering.terms import table


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a passage must hold to answer a question."""

    enough: float
    """The share of a question's words, by weight, that a passage must hold (with its headings) to answer it."""
    enough_of_few: float
    """The same for a question of few telling words, of which more must be there."""
    alike: float
    """Cosine from which two words mean nearly the same: "prize" and "award" have 0.79, "leave" and "join" 0.39."""


_used: ContextVar[Thresholds | None] = ContextVar("thresholds", default=None)


@cache
def _calibrated() -> Thresholds:
    return Thresholds(**table("abstention"))


def thresholds() -> Thresholds:
    """The thresholds in use: the calibrated ones, unless others are being measured."""
    return _used.get() or _calibrated()


@contextmanager
def measuring(others: Thresholds) -> Iterator[None]:
    """Answers with other thresholds while they are measured."""
    token = _used.set(others)
    try:
        yield
    finally:
        _used.reset(token)
