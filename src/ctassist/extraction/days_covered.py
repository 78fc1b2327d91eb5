"""The days that an issue says it covers, beside the one on which it came out: "the week of 8 to 14 May 2031"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ctassist.extraction.dates import FoundDate, find_dates
from ctassist.model.text import BlockKind, Reading
from ctassist.model.time import Interval, Precision

_DECLARED = ("summary", "description", "subtitle", "excerpt")
"""What a file may say of itself in a sentence, by the names that sites give it."""
_FIRST_BLOCKS, _LONGEST = 4, 200
_BEFORE = re.compile(
    r"\b(?:weeks?|fortnight|days)\s*[:(]?\s*(?:(?:of|from|between|starting)\s+)?(?:the\s+)?$", re.IGNORECASE
)
_OF_WORK = re.compile(
    r"\b(?:work|news|changes|progress|updates?|happened|happenings|activit(?:y|ies)|developments?|highlights)\b.*\b(?:from|between)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WEEK, _WORKING_WEEK = 7, 5
_LONGEST_STRETCH = 5 * _WEEK
_LATE = timedelta(days=7)
"""An issue comes out at most so long after the last of its days."""


def days_covered(reading: Reading, published: date | None) -> Interval | None:
    """Returns the days that an issue names beside the day of its publication; None where it names none.

    What is told from one Monday to the next begins behind the first, which is the last day of the issue before.
    """
    if published is None:
        return None
    year = Interval(published - timedelta(days=364), published + _LATE, Precision.RANGE)
    declared = {key.casefold(): value for key, value in reading.metadata.items()}
    summaries = [declared[key] for key in _DECLARED if key in declared]
    for text in (*summaries, *_opening(reading)):
        for found in find_dates(text, year, casual=True):
            if (
                _is_stretch(found, text, summary=text in summaries)
                and found.interval.start < published <= found.interval.end + _LATE
            ):
                return _apart(found.interval)
    return None


def _opening(reading: Reading) -> Iterator[str]:
    for block in reading.blocks[:_FIRST_BLOCKS]:
        text = block.span.of(reading.text)
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and len(text) <= _LONGEST:
            yield text


def _is_stretch(found: FoundDate, text: str, *, summary: bool) -> bool:
    """Tells whether days are those of an issue; in what sums it up, those of its work or news are."""
    days = (found.interval.end - found.interval.start).days + 1
    before = text[: found.span.start]
    named = _BEFORE.search(before) or (summary and _OF_WORK.search(before))
    return _WORKING_WEEK <= days <= _LONGEST_STRETCH and bool(named)


def _apart(stretch: Interval) -> Interval:
    whole_weeks = (stretch.end - stretch.start).days % _WEEK == 0
    start = stretch.start + timedelta(days=1) if whole_weeks else stretch.start
    return Interval(start, stretch.end, Precision.ISSUE)
