"""Days in two numerals at the head of list items: "9/15. Meetup in Riga", month or day first as the document has it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from ctassist.extraction.date_meanings import apart, nearest_days
from ctassist.extraction.vocabulary import table
from ctassist.model.text import BlockKind, Reading
from ctassist.model.time import Interval

_HEAD = re.compile(
    r"[\s*_\[]*(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:\s?[–—-]\s?(?P<c>\d{1,2})/(?P<d>\d{1,2}))?"
    r"(?:,?\s*\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?)?"
    r"(?:\s*[.:|–—]\s*|\s+-\s+|,?\s+(?-i:(?=[^\W\d_a-z])))[\s*_\[]*(?=[^\W\d_])",
    re.IGNORECASE,
)
_MONTHS = 12
_NEAR = timedelta(days=120)
"""A calendar tells of the weeks about its issue; what lies farther off was no day."""
_NEXT = timedelta(days=45)
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class _Numerals:
    """The numerals of one item: the first and the last day, each as they stand."""

    index: int
    heading: str
    pairs: tuple[tuple[int, int], ...]


def leads_with_numerals(words: str) -> bool:
    """Tells whether a line begins with two numerals that may be a day, as the lines of a calendar do."""
    return _HEAD.match(words) is not None


def numeral_days(reading: Reading, reference: Interval | None) -> dict[int, Interval]:
    """The days of list items and rows by their places in the document, where all numerals allow but one reading.

    Which of month and day comes first is learned from numbers above twelve anywhere in the document; without such
    ones, below the heading of a calendar, from which reading has all days follow the issue in their order. Parts of a
    whole ("1/3", "2/3") are no days.
    """
    found = list(_numerals(reading)) if reference else []
    if not reference or not found or _are_parts(found):
        return {}
    readings = [days for month_first in (True, False) if (days := _read(found, reference, month_first=month_first))]
    certain = any(max(pair) > _MONTHS for numerals in found for pair in numerals.pairs)
    if certain:
        # A number above twelve leaves one reading alone; a single line might still count something.
        known = len(found) >= _SEVERAL or _is_calendar(found[0].heading)
        return readings[0] if len(readings) == 1 and known and _all_near(readings[0], reference, _NEAR) else {}
    if len(found) < _SEVERAL or not all(_is_calendar(numerals.heading) for numerals in found):
        return {}
    next_ones = [days for days in readings if _all_near(days, reference, _NEXT) and _in_order(days)]
    far = [days for days in readings if not _all_near(days, reference, _NEAR)]
    return next_ones[0] if len(next_ones) == 1 and len(next_ones) + len(far) == len(readings) else {}


def _numerals(reading: Reading) -> Iterator[_Numerals]:
    heading = ""
    for index, block in enumerate(reading.blocks):
        if block.kind is BlockKind.HEADING:
            heading = block.span.of(reading.text)
        elif block.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            continue
        elif match := _HEAD.match(block.span.of(reading.text)):
            first = int(match["a"]), int(match["b"])
            last = ((int(match["c"]), int(match["d"])),) if match["c"] else ()
            yield _Numerals(index, heading, (first, *last))


def _are_parts(found: Sequence[_Numerals]) -> bool:
    """Tells whether the numerals count parts of one whole: "1/15", "2/15", "3/15"."""
    wholes = {whole for numerals in found for _, whole in numerals.pairs}
    parts = [numerals.pairs[0][0] for numerals in found]
    return len(wholes) == 1 and len(found) >= _SEVERAL and all(b - a in (0, 1) for a, b in pairwise(parts))


def _read(found: Sequence[_Numerals], reference: Interval, *, month_first: bool) -> dict[int, Interval]:
    """The days in one reading, none if one of them is impossible."""
    days: dict[int, Interval] = {}
    for numerals in found:
        pairs = [pair if month_first else pair[::-1] for pair in numerals.pairs]
        days_ = nearest_days(pairs[0], pairs[-1], reference)
        if days_ is None:
            return {}
        days[numerals.index] = days_
    return days


def _all_near(days: dict[int, Interval], reference: Interval, most: timedelta) -> bool:
    return all(apart(day, reference) <= most for day in days.values())


def _in_order(days: dict[int, Interval]) -> bool:
    starts = [day.start for day in days.values()]
    return starts == sorted(starts)


def _is_calendar(heading: str) -> bool:
    """Tells whether a heading is that of a calendar: "Upcoming Events"."""
    words = re.findall(r"[^\W\d_]+", heading.casefold())
    return any(word in table("grammar")["calendar_words"] for word in words)
