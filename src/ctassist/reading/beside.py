"""Two things without marks that stood beside each other, each with its day at its end, and whose lines alternate.

"Ana met pilots in", "Bo trained keepers in", "Vienna (24 Jan)", "Graz, Austria (3 Mar)": the day of the first is
followed by a line that is no thing of its own, so the first cannot be all that stands above it.
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


def two_beside_each_other(lines: Sequence[str]) -> list[str]:
    """The lines, with the left one of two such things above the right one."""
    result: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _stands_alone(lines, end):
            end += 2
        block = [line for line in lines[at:end] if line.strip()]
        if are_two(block):
            for column in (block[::2], block[1::2]):
                result += ["", *column, ""]
            at = end
        elif end > at:
            result += lines[at:end]
            at = end
        else:
            result.append(lines[at])
            at += 1
    return result


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """Tells whether a line has blanks above and below, and is no bullet, heading, figure or entry of a chart."""
    line = lines[at].strip()
    alone = all(not other.strip() for other in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))
    plain = 0 < len(line) <= _LONGEST and "|" not in line and "\t" not in line and not begins_item(line)
    return alone and plain and not (is_capitals(line) or is_figure(line) or is_entry(line))


def are_two(block: Sequence[str]) -> bool:
    """Tells whether lines are two things in turn: the last line of each, and no other, ends with a day in brackets."""
    if not _FEWEST <= len(block) <= _MOST:
        return False
    dated = [at for at, line in enumerate(block) if _DAY.search(line)]
    begin = all(line.strip()[0].isupper() for line in block[:2])
    rest = _DAY.sub("", block[-1]).strip()
    return dated == [len(block) - 2, len(block) - 1] and begin and _REST.fullmatch(rest) is not None
