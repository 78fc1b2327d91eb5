"""The months of the issue that labels of its figures repeat: "Letters sent (April to June): 44" are "Letters sent"."""

import re
from functools import cache

from ctassist.extraction.stated_periods import nearest, stated_periods
from ctassist.extraction.vocabulary import alternatives, months
from ctassist.model.time import Interval


def without_own_months(text: str, period: Interval) -> str:
    """Returns a text of the same length without the months behind labels that are those of the issue.

    Args:
        text: the canonical text.
        period: the issue's.
    """

    def blank(match: re.Match[str]) -> str:
        return " " * len(match.group()) if _covers(match["months"], period) else match.group()

    return _behind_label().sub(blank, text)


def _covers(words: str, period: Interval) -> bool:
    """Tells whether months, maybe with their year, are just those of the issue."""
    stated = next(iter(stated_periods(words)), None)
    if stated is None:
        return False
    found = stated.interval or (nearest(stated.months, period.end) if stated.months else None)
    return found is not None and (found.start, found.end) == (period.start, period.end)


@cache
def _behind_label() -> re.Pattern[str]:
    """Months behind a comma, a bracket or "in", and behind them the end of the label: a sign, its figure or nothing."""
    month = rf"(?:{alternatives(months())})\b\.?"
    stretch = rf"{month}(?:\s*(?:to|and|until|through|[-–/&+])\s*{month})?(?:\s(?:19|20)\d\d)?"
    opening = r"(?:,[ \t]+(?:in[ \t]+)?|[ \t]*\((?:in[ \t]+)?|[ \t]+(?:in|from|for)[ \t]+)"
    return re.compile(rf"(?<=\w){opening}(?P<months>{stretch})\)?(?=[ \t]*(?:[:|\n\d*–—=]|$))", re.IGNORECASE)
