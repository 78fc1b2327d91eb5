"""Two columns of items that begin with their days and whose lines alternate: told by the order of those days.

"• 6 Sep – Assembly held in", "• 1 Sep – Mill reopens near", "Cadiz, Spain", "Faro", "• 14 Sep – …", "• 9 Sep – …":
the days go to and fro as the lines stand, and go on in every second line. Such items end without a sign that they do,
so what tells other columns tells little here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ctassist.reading.bullets import begins_item, bullet_of
from ctassist.reading.headings import ends_open

_DAY = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?:\s*[-–—]\s*\d{1,2}\.?)?\s+(?P<month>[^\W\d_]{3,12})\.?"
    r"(?:\s*[-–—]\s*\d{1,2}\s+[^\W\d_]{3,12}\.?)?(?:\s+(?:19|20)\d\d)?\s*(?::|[–—-]\s|\|)"
)
_LONGEST = 90
_FEWEST_BACK = 3
"""So often must the days go back as the lines stand, and never within either column."""
_FEWEST_ITEMS = 3
"""So many items has each column."""

Columns = tuple[list[str], list[str]]


def columns_by_day(lines: Sequence[str], at: int) -> tuple[int, Columns] | None:
    """The end of the items that begin at a line, and their columns; None where they are not two that alternate."""
    if _day_of(lines[at]) is None:
        return None
    end = at
    while end < len(lines) and _is_in_list(lines[end]):
        end += 1
    run = [line for line in lines[at:end] if line.strip()]
    if _days_back(run) < _FEWEST_BACK:
        return None
    ways = [columns for columns in _ways(run) if all(map(_is_in_order, columns))]
    return (end, min(ways, key=_unfinished)) if ways else None


def _ways(run: Sequence[str]) -> Iterator[Columns]:
    """Both columns, where what is left of the longer one stands below it: few lines first."""
    for pairs in range(len(run) // 2, _FEWEST_ITEMS - 1, -1):
        left, right, rest = list(run[: 2 * pairs : 2]), list(run[1 : 2 * pairs : 2]), list(run[2 * pairs :])
        yield left + rest, right
        yield left, right + rest


def _unfinished(columns: Columns) -> int:
    return sum(ends_open(column[-1]) for column in columns)


def _is_in_list(line: str) -> bool:
    """Tells whether a line is blank, an item with its day, or what such an item goes on with."""
    if not line.strip():
        return True
    return len(line) <= _LONGEST and (_day_of(line) is not None if begins_item(line) else line[0].isspace())


def _is_in_order(column: Sequence[str]) -> bool:
    """Tells whether a column begins with an item, its days go on, and no line that wants more has an item below it."""
    torn = any(ends_open(above) and begins_item(below) for above, below in pairwise(column))
    items = sum(map(begins_item, column))
    return begins_item(column[0]) and items >= _FEWEST_ITEMS and not torn and _days_back(column) == 0


def _days_back(lines: Sequence[str]) -> int:
    """How often an item has an earlier day than the one above it; months are in the order in which they first stand."""
    days = [day for line in lines if (day := _day_of(line))]
    months = list(dict.fromkeys(month for _, month in days))
    order = [(months.index(month), day) for day, month in days]
    return sum(below < above for above, below in pairwise(order))


def _day_of(line: str) -> tuple[int, str] | None:
    """The day and the month that an item begins with; None for other lines."""
    bullet = bullet_of(line) if begins_item(line) else None
    match = _DAY.match(bullet.text) if bullet else None
    return (int(match["day"]), match["month"].casefold()) if match else None
