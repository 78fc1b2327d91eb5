"""Two things that stood beside each other, each with its day at its end, and whose lines alternate.

"Ana met pilots in", "Bo trained keepers in", "Vienna (24 Jan)", "Graz, Austria (3 Mar)": the day of the first is
followed by a line that is no thing of its own, so the first cannot be all that stands above it. With marks before both
things the first one lacks the day that such things end with, and the second has two.
"""

import re
from collections.abc import Sequence

from ctassist.reading.bullets import begins_item
from ctassist.reading.headings import is_capitals, is_entry, is_figure

_LONGEST = 62
"""Lines of two columns are no longer than this many characters."""
_FEWEST, _MOST = 4, 12
"""So many lines two such things have together."""
_DAY = re.compile(r"\((?:[^()]*\d[^()]*|[A-Z][a-zé]{2,8}\.?)\)\W*$")
_REST = re.compile(r"[^\W\d_a-z][\w’'.-]*(?:,?\s+(?:(?:and|of|the|&)\s+)?[^\W\d_a-z][\w’'.-]*){0,3}|[a-z].*")
"""What a last line is without its day, where it is the end of something: a place, or words in small letters."""


def two_beside_each_other(lines: Sequence[str], *, marked: bool = False) -> list[str]:
    """The lines, with the left one of two such things above the right one.

    Args:
        lines: lines of a page.
        marked: whether things with marks end with their day there, so that two of them may be told as well.
    """
    result: list[str] = []
    at = 0
    while at < len(lines):
        begin = _marks_end(lines, at) if marked else at
        end = begin
        while end < len(lines) and (_stands_alone(lines, end) if begin == at else _is_piece(lines[end])):
            end += 2 if begin == at else 1
        block = [line for line in lines[at:end] if line.strip()]
        if _are_two_marked(block) if begin > at else are_two(block):
            for column in (block[::2], block[1::2]):
                result += ["", *column, ""]
            at = end
        elif begin == at < end:
            result += lines[at:end]
            at = end
        else:
            result.append(lines[at])
            at += 1
    return result


def days_end_things(lines: Sequence[str]) -> bool:
    """Tells whether most things with marks on a page have their day in brackets at their end."""
    kept = [line for line in lines if line.strip()]
    begins = [at for at, line in enumerate(kept) if begins_item(line)]
    lasts = [kept[below - 1] for below in begins[1:]]
    return len(begins) > _SEVERAL and sum(map(bool, map(_DAY.search, lasts))) * 3 >= len(lasts) * 2


_SEVERAL = 4


def _marks_end(lines: Sequence[str], at: int) -> int:
    """Where the lines begin that follow two things with marks, of one line each so far; ``at`` where there are none."""
    end = at
    for _ in range(2):
        if end >= len(lines) or not begins_item(lines[end]) or len(lines[end].strip()) > _LONGEST:
            return at
        end += 1
        while end < len(lines) and not lines[end].strip():
            end += 1
    return end


def _are_two_marked(block: Sequence[str]) -> bool:
    """Tells whether lines with two marks are both things in turn: the last one of each, and no other, has a day."""
    dated = [at for at, line in enumerate(block) if _DAY.search(line)]
    return _FEWEST <= len(block) <= _MOST and dated == [len(block) - 2, len(block) - 1]


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """Tells whether a piece of something has blanks above and below."""
    alone = all(not other.strip() for other in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))
    return alone and bool(lines[at].strip()) and _is_piece(lines[at])


def _is_piece(line: str) -> bool:
    """Tells whether a line is short, and no bullet, heading, figure or entry of a chart; so is an empty one."""
    words = line.strip()
    if not words:
        return True
    plain = len(words) <= _LONGEST and "|" not in line and "\t" not in line and not begins_item(line)
    return plain and not (is_capitals(words) or is_figure(words) or is_entry(words))


def are_two(block: Sequence[str]) -> bool:
    """Tells whether lines are two things in turn: the last line of each, and no other, ends with a day in brackets."""
    if not _FEWEST <= len(block) <= _MOST:
        return False
    dated = [at for at, line in enumerate(block) if _DAY.search(line)]
    begin = all(line.strip()[0].isupper() for line in block[:2])
    rest = _DAY.sub("", block[-1]).strip()
    return dated == [len(block) - 2, len(block) - 1] and begin and _REST.fullmatch(rest) is not None
