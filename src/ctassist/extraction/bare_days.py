"""Days that lack their month, at the head of rows and list items: "12–13 | Net fair" below "January 2031".

The month is that of the heading above, of the head of the column, of a row or a cell of its own, or the issue's.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby, pairwise

from ctassist.extraction.date_forms import LIST, RANGE
from ctassist.extraction.date_lines import only_dates
from ctassist.extraction.date_meanings import day_of
from ctassist.extraction.dates import begins_with_date
from ctassist.extraction.vocabulary import alternatives, months, table, weekdays
from ctassist.model.text import Block, BlockKind, Reading, Span
from ctassist.model.time import Interval, Precision


@dataclass(frozen=True, slots=True)
class BareDays:
    """The days that a line begins with, first and last of each stretch, and the month that its table gives them."""

    stretches: tuple[tuple[int, int], ...]
    month: Interval | None = None

    def within(self, month: Interval) -> tuple[Interval, ...]:
        """These days of a month, a stretch that goes back going on into the next; nothing if one is impossible."""
        found = [_stretch(month.start, first, last) for first, last in self.stretches]
        return tuple(days for days in found if days) if all(found) else ()


def bare_days(reading: Reading, reference: Interval | None) -> dict[int, BareDays]:
    """The bare days of rows and list items by their places in the document.

    A column is one of days by its head, its month beside it or by numbers that go on without counting the lines; a list
    by such numbers alone.
    """
    found: dict[int, BareDays] = {}
    for kind, run in groupby(enumerate(reading.blocks), key=lambda entry: entry[1].kind):
        blocks = dict(run)
        if kind is BlockKind.TABLE_ROW:
            for rows in _tables(blocks):
                found |= _days_of_rows(reading.text, rows, reference)
        elif kind is BlockKind.LIST_ITEM:
            found |= _days_of_items(reading.text, blocks)
    return found


def leads_with_bare_day(words: str) -> bool:
    """Tells whether a line begins with a day that lacks its month, which may stand in the cell before it."""
    return _lead().match(words) is not None


def single_month(interval: Interval | None) -> Interval | None:
    """An interval if it is of one month, whose days may lack its name."""
    whole = interval is not None and interval.months == 1 and interval.days >= _FEWEST_DAYS
    return interval if whole else None


_FEWEST_DAYS = 28


def _stretch(month: date, first: int, last: int) -> Interval | None:
    start, end = day_of(month.year, month.month, first), day_of(month.year, month.month, last)
    if start and last < first:
        following = month.replace(day=monthrange(month.year, month.month)[1]) + timedelta(days=1)
        end = day_of(following.year, following.month, last)
    if not start or not end:
        return None
    return Interval(start, end, Precision.DAY if start == end else Precision.RANGE)


def _tables(blocks: dict[int, Block]) -> Iterator[dict[int, Block]]:
    """The tables of rows that follow each other: each header begins one."""
    rows: dict[int, Block] = {}
    for index, block in blocks.items():
        if block.header and rows:
            yield rows
            rows = {}
        rows[index] = block
    yield rows


def _days_of_rows(text: str, rows: dict[int, Block], reference: Interval | None) -> dict[int, BareDays]:
    header = next((block.cells for block in rows.values() if block.header), ())
    heads = [_words(text, cell) for cell in header]
    month = _month(heads[0], reference) if heads else None
    column = int(_is_months(text, rows, reference))
    found: dict[int, BareDays] = {}
    for index, block in rows.items():
        cells = [_words(text, cell) for cell in block.cells]
        if block.header or len(cells) <= column:
            continue
        month = _month(cells[0], reference) or month
        if stretches := _stretches(cells[column]):
            found[index] = BareDays(stretches, month)
    named = column == 1 or (bool(heads) and (_names_days(heads[0]) or _month(heads[0], reference) is not None))
    return found if named or (not (heads and heads[0]) and _are_days(list(found.values()))) else {}


def _is_months(text: str, rows: dict[int, Block], reference: Interval | None) -> bool:
    """Tells whether the first column has the months of the days in the second, each maybe once for several rows."""
    cells = [
        [_words(text, cell) for cell in block.cells[:2]]
        for block in rows.values()
        if not block.header and len(block.cells) > 2
    ]
    first = [cell[0] for cell in cells if cell[0]]
    days = sum(bool(_stretches(cell[1])) for cell in cells)
    return bool(first) and all(_month(cell, reference) for cell in first) and days * 2 > len(cells)


def _days_of_items(text: str, blocks: dict[int, Block]) -> dict[int, BareDays]:
    """The days of the outermost items of a list, all of which begin with one, some with its month."""
    level = min(block.level for block in blocks.values())
    outer = {index: block.span.of(text) for index, block in blocks.items() if block.level == level}
    led = {index: match["days"] for index, words in outer.items() if (match := _lead().match(words))}
    found = {index: BareDays(_stretches(days)) for index, days in led.items()}
    all_dated = all(index in led or begins_with_date(words) for index, words in outer.items())
    return found if all_dated and _are_days(list(found.values())) else {}


def _are_days(found: Sequence[BareDays]) -> bool:
    """Tells whether numbers go on as days do, and do not count lines: "3, 7, 12", not "1, 2, 3"."""
    starts = [days.stretches[0][0] for days in found]
    counts = all(below - above == 1 for above, below in pairwise(starts))
    return len(starts) >= _SEVERAL and not counts and starts == sorted(starts)


_SEVERAL = 3


def _words(text: str, cell: Span) -> str:
    return cell.of(text).strip(" *_")


def _month(words: str, reference: Interval | None) -> Interval | None:
    """The one month that a cell names, alone or beside the word for its days: "May 2031", "Day (May)"."""
    found = only_dates(words, reference, _day_words())
    return single_month(found[0]) if len(found) == 1 and found[0].precision is Precision.MONTH else None


def _names_days(head: str) -> bool:
    words = re.findall(r"[^\W\d_]+", head.casefold())
    return bool(words) and all(word in _day_words() for word in words)


@cache
def _day_words() -> frozenset[str]:
    return frozenset(table("grammar")["day_words"])


def _stretches(cell: str) -> tuple[tuple[int, int], ...]:
    """The days of a cell that has nothing else, first and last of each stretch."""
    if not _days().fullmatch(cell):
        return ()
    parts = [[int(day) for day in re.findall(r"\d+", part)] for part in re.split(LIST, cell) if re.search(r"\d", part)]
    return tuple((days[0], days[-1]) for days in parts)


@cache
def _days() -> re.Pattern[str]:
    return re.compile(_grammar(), re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    """Days at the head of a line, behind the cell of their month or with what parts them from the rest."""
    month = rf"(?:{alternatives(months())}\b\.?(?:\s(?:19|20)\d\d)?|)\s*\|\s*"
    return re.compile(rf"[\s*_]*(?:{month})?(?P<days>{_grammar()})[\s*_]*(?:[|:–—)]|[-.]\s)", re.IGNORECASE)


@cache
def _grammar() -> str:
    weekday = rf"{alternatives(weekdays())}\.?"
    day = rf"(?:{weekday},?\s+)?\d{{1,2}}(?:st|nd|rd|th|\.(?!\d))?(?:,?\s+\(?{weekday}\)?)?"
    return rf"{day}(?:(?:{RANGE}|{LIST}){day})*"
