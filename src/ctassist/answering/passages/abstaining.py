"""From when on a passage answers: numbers that are measured, not picked (``data/abstention.toml``)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any

from ctassist.answering.passages.weighing import names_of_measures
from ctassist.answering.terms import table


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What the measures of a passage count for, and the chance from which it answers."""

    enough: float
    """A passage answers if the chance that it does is at least this."""
    constant: float
    counts: tuple[float, ...]
    """What each measure counts for in the chance (a logistic model), in the order of ``Measures``."""


_used: ContextVar[Thresholds | None] = ContextVar("thresholds", default=None)


@cache
def _calibrated() -> Thresholds:
    return _read(table("abstention"))


def _read(numbers: Mapping[str, Any]) -> Thresholds:
    counts = tuple(float(numbers["counts"][name]) for name in names_of_measures())
    return Thresholds(numbers["enough"], numbers["constant"], counts)


def thresholds() -> Thresholds:
    """The numbers in use: the calibrated ones, unless others are being measured."""
    return _used.get() or _calibrated()


@contextmanager
def measuring(others: Thresholds) -> Iterator[None]:
    """Answers with other numbers while they are measured."""
    token = _used.set(others)
    try:
        yield
    finally:
        _used.reset(token)
