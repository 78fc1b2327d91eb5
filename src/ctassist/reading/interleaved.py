"""Two columns whose lines alternate in plain text: they are read one below the other.

Extractors that go through a page from top to bottom give the first line of the left column, then the first of the
right one, then the second of the left one. What tells such lines from a paragraph is that they do not go on with each
other, while every second one does.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ctassist.reading.beside import days_end_things, two_beside_each_other
from ctassist.reading.bullets import begins_item
from ctassist.reading.day_columns import columns_by_day
from ctassist.reading.figures_beside import figures_beside_words
from ctassist.reading.headings import ends_open, is_capitals, is_entry, is_figure

_LONGEST = 62
"""Lines of two columns are no longer than this many characters."""
_FEWEST_PAIRS = 3
_MOST_LINES = 160
"""Two columns of a page have no more lines; all ways to sort more of them would take too long to try."""
_FEWEST_FAULTS = 3
"""So often must lines fail to go on with each other, or to end, as they stand: three times as often as when sorted."""
_BETTER = 3
_CLOSED = re.compile(r"[.!?:;]$|\((?:[^()]*\d[^()]*|[A-Z][a-zé]{2,8}\.?)\)$|^[^(]*\)$")
"""After a day or month in brackets nothing goes on; after an acronym in brackets, as "(WHO)", it does."""
_DONE = re.compile(
    r"\s*[A-Z]{2}[A-Za-z\d]*(?:(?:-|, | and )[A-Z]{2}[A-Za-z\d]*)* (?:[a-z]{2,}ed|held|met|gave|took|ran|led|sent|set"
    r"|began|made|brought|built|won|told|went|became|taught|spoke|paid|bought|sold|hosts|shows)\b"
)
"""Who did something: what stands above is no part of it."""
_LINES_A_FAULT = 20
"""Columns that go on below headings of their own have no more than one fault in so many lines."""


def column_by_column(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Returns the lines of each page; where two columns alternate, the left one stands above the right one."""
    return [_sorted(page) for page in pages]


def _sorted(lines: Sequence[str]) -> list[str]:
    result: list[str] = []
    at, marked = 0, days_end_things(lines)
    while at < len(lines):
        end, columns = figures_beside_words(lines, at) or columns_by_day(lines, at) or _next_columns(lines, at)
        if columns is None:
            end = max(end, at + 1)
            result += two_beside_each_other(lines[at:end], marked=marked)
        else:
            for head, column in zip(_taken_heads(result), columns, strict=True):
                # Within a column, bullets tell where something begins.
                result += [*head, *_with_headings_apart(column), ""]
        at = end
    return result


def _with_headings_apart(column: Sequence[str]) -> Iterator[str]:
    for line in column:
        yield from ("", line, "") if is_capitals(line.strip()) else (line,)


def _next_columns(lines: Sequence[str], at: int) -> tuple[int, tuple[list[str], list[str]] | None]:
    """The end of the lines that begin here, and their columns if they alternate.

    Either column may have headings of its own on the way: believed where nearly all lines go on with each other.
    """
    end, far = _reach(lines, at), _reach(lines, at, headings=True)
    run = _filled(lines[at:far])
    if far > end and (columns := _columns(run, most=len(run) // _LINES_A_FAULT)):
        return far, columns
    return end, _columns(_filled(lines[at:end]))


def _filled(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if line.strip()]


def _taken_heads(above: list[str]) -> tuple[list[str], list[str]]:
    """Takes the headings of both columns from the end of what stands above them, if there are two."""
    places = [at for at, line in enumerate(above) if line.strip()][-2:]
    if len(places) < 2 or not all(is_capitals(above[at]) for at in places):
        return [], []
    left, right = (above[at] for at in places)
    fitting = len(left) + len(right.split()[0]) < _LONGEST
    if places[1] == places[0] + 1 and (ends_open(left) or not fitting):
        return [], []  # One heading in two lines.
    del above[places[0] :]
    return [left, ""], [right, ""]


def _reach(lines: Sequence[str], at: int, *, headings: bool = False) -> int:
    """The end of the short lines that begin here, none of which is a heading, a figure or an entry of a chart.

    With ``headings`` lines may be headings in capitals, but for the first and the last.
    """
    end = at
    while end < len(lines) and (_is_in_run(lines[end]) or (headings and _is_heading(lines, end))):
        end += 1
    while headings and end > at and (not lines[end - 1].strip() or is_capitals(lines[end - 1].strip())):
        end -= 1
    return end


def _is_in_run(line: str) -> bool:
    return not line.strip() or _is_piece(line)


def _is_heading(lines: Sequence[str], at: int) -> bool:
    """Tells whether a line is a heading in capitals with lines of another column right above and below it."""
    around = [line for line in lines[max(at - 1, 0) : at + 2 : 2] if line.strip()]
    return is_capitals(lines[at].strip()) and len(around) == 2 and all(map(_is_piece, around))


def _is_piece(line: str) -> bool:
    stripped = line.strip()
    short = len(stripped) <= _LONGEST and "|" not in line and "\t" not in line
    return short and not (is_capitals(stripped) or is_figure(stripped) or is_entry(stripped))


def _columns(run: Sequence[str], most: int | None = None) -> tuple[list[str], list[str]] | None:
    """The two columns of lines that alternate; None where the lines go on with each other as they stand.

    ``most`` is how many faults the columns may have, where it is not enough that they are fewer.
    """
    if not 2 * _FEWEST_PAIRS <= len(run) <= _MOST_LINES:
        return None
    breaks = _breaks(run)
    faults = breaks + _unfinished(run) if breaks else 0
    if faults < _FEWEST_FAULTS:
        return None
    (bad, unfinished, _), left, right = min(_ways(run), key=lambda way: way[0])
    few = most is None or bad + unfinished <= most
    return (left, right) if few and (bad + unfinished) * _BETTER <= faults else None


def _ways(run: Sequence[str]) -> Iterator[tuple[tuple[int, int, int], list[str], list[str]]]:
    """All ways to sort lines into columns of which one may go on below the other, each with how bad it is.

    What is left of a column begins with a thing of its own, or is the line after the last of the other one.
    """
    for pairs in range(len(run) // 2, _FEWEST_PAIRS - 1, -1):
        left, right, rest = list(run[: 2 * pairs : 2]), list(run[1 : 2 * pairs : 2]), list(run[2 * pairs :])
        apart = 0 if not rest or begins_item(rest[0]) else 2
        for columns, natural in (((left + rest, right), len(rest) == 1), ((left, right + rest), False)):
            breaks, unfinished = (sum(map(count, columns)) for count in (_breaks, _unfinished))
            breaks += sum(map(_other_marks, columns))
            yield (breaks, unfinished, min(apart, 1) if natural else apart), *columns


def _other_marks(lines: Sequence[str]) -> int:
    """How many things have another mark than the first one of their column."""
    marks = [line.lstrip()[0] for line in lines if begins_item(line)]
    return sum(mark != marks[0] for mark in marks)


def _unfinished(lines: Sequence[str]) -> int:
    """How many things end without a sign that they do."""
    ends = [above for above, below in pairwise(lines) if _begins(below)] + list(lines[-1:])
    return sum(not _CLOSED.search(line.rstrip()) and not is_capitals(line.strip()) for line in ends)


def _begins(line: str) -> bool:
    return begins_item(line) or is_capitals(line.strip())


def _breaks(lines: Sequence[str]) -> int:
    """How often a line fails to go on with the one above: that wanted more, or this one is the rest of something."""
    return sum(_is_break(above, below) for above, below in pairwise(lines))


def _is_break(above: str, below: str) -> bool:
    first = below.split()[0]
    if _DONE.match(below) and not _CLOSED.search(above.rstrip()):
        return True
    if ends_open(above):
        # "in Turku," wants neither a new thing nor a day in brackets, and "dialogue with the" no second "by".
        small = ends_open(first.rstrip(",")) and not above.rstrip().endswith(",")
        small = small and not (first in _ARTICLES and above.split()[-1] not in _ARTICLES)
        return _begins(below) or first.startswith("(") or small
    rest = not _begins(below) and (first[0].islower() or first[0] == "(")
    return rest and bool(_CLOSED.search(above.rstrip())) and not _INITIAL.search(above.rstrip())


_ARTICLES = ("a", "an", "the")
"""What may follow on a small word at the end of a line: "a course in", "the art of"."""
_INITIAL = re.compile(r"(?:^|\W)[A-Z]\.$")
"""A letter with its point, which may end a sentence or be in one: "in the U. S."."""
