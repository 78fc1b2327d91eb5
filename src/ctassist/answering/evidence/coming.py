"""What is still to come: "when is the next conference?" is not answered with one that is over."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ctassist.answering.terms import stems
from ctassist.model.time import Interval

_NEXT = re.compile(
    r"\b(?:next|upcoming|forthcoming|coming)\s+(?!(?:days?|weeks?|months?|quarters?|years?|issues?|editions?|to|up|from)\b)"
    r"[^\W\d_]|\bnext\W*$",
    re.IGNORECASE,
)
_STALE = timedelta(days=366)
"""What an issue of longer ago says of the next one without a date tells of another."""


def asks_for_coming(question: str) -> bool:
    """Tells whether a question is on what comes next: "the next conference", "where do they meet next"."""
    return _NEXT.search(question) is not None


def is_over(dates: Sequence[Interval], said: Interval | None, today: date) -> bool:
    """Tells whether what a passage speaks of is over.

    Args:
        dates: those of the passage.
        said: the time of the issue that it stands in.
        today: the day on which it is asked.
    """
    if dates:
        return all(interval.end < today for interval in dates)
    return said is not None and said.end + _STALE < today


def coming_words(dates: Sequence[Interval], question: str, today: date) -> frozenset[str]:
    """The stems of the words by which a question asks for the next, if a passage is dated and yet to come."""
    yet = bool(dates) and all(interval.start > today for interval in dates)
    return stems("next upcoming forthcoming coming") if yet and asks_for_coming(question) else frozenset()
