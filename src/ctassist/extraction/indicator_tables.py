"""Figures of tables: in the column of the issue's own time, or in a row of figures above or below their labels."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ctassist.extraction.dates import find_dates, has_date
from ctassist.extraction.figure_words import LABEL_WORDS, YEAR, figure_value, is_figure, label_of
from ctassist.extraction.identity import number_in
from ctassist.extraction.sections import Placed, one_line
from ctassist.model.records import Indicator
from ctassist.model.text import Block, BlockKind, Span
from ctassist.model.time import Interval, Precision


def figures_by_time(
    text: str, placed: Sequence[Placed], period: Interval | None, number: str | None = None
) -> Iterator[Indicator]:
    """Yields the figures in the column headed by the time of the issue: of "| | 2022 | 2023 |" in a review of 2023.

    Its own number may head it as well: "| | No. 41 | No. 42 |". The figures of other times are not the issue's, and a
    reader finds them in the row.
    """
    column: int | None = None
    before: Block | None = None
    for place in placed:
        above, before, block = before, place.block, place.block
        if block.kind is not BlockKind.TABLE_ROW:
            column = None
        elif block.header or above is None or above.kind is not BlockKind.TABLE_ROW:
            headings = [one_line(cell.of(text)) for cell in block.cells[1:]]
            column = _numbered_column(headings, number) or (_own_column(headings, period) if period else None)
        elif column is not None and column < len(block.cells):
            label, figure = (one_line(block.cells[at].of(text)) for at in (0, column))
            if any(ch.isalpha() for ch in label) and not has_date(label) and is_figure(figure):
                value, unit = figure_value(figure) or (None, None)
                yield Indicator(block.span, label_of(label), value, figure, unit, place.section, block.page)


def figures_over_labels(text: str, placed: Sequence[Placed]) -> Iterator[Indicator]:
    """Yields the figures of a table of two rows: "46 | 768" above (or below) "members | curators", cell by cell."""
    for rows in _tables(placed):
        cells = [[one_line(cell.of(text)) for cell in place.block.cells] for place in rows]
        if len(rows) != _PAIR or len(cells[0]) != len(cells[1]) or len(cells[0]) < _PAIR:
            continue
        figures = 0 if all(map(is_figure, cells[0])) else 1
        labels = 1 - figures
        if not _are_figures(cells[figures]) or not all(map(_is_label, cells[labels])):
            continue
        place = rows[figures]
        span = Span(rows[0].block.span.start, rows[1].block.span.end)
        for label, figure in zip(cells[labels], cells[figures], strict=True):
            value, unit = figure_value(figure) or (None, None)
            yield Indicator(span, label_of(label), value, figure, unit, place.section, place.block.page)


def figures_beside_labels(text: str, placed: Sequence[Placed]) -> Iterator[Indicator]:
    """Yields the figures of rows that are nothing but several of them: "members | 16 | curators | 428".

    Where a table names its columns, its numbers are of these.
    """
    for rows in _tables(placed):
        for place in rows if not rows[0].block.header else ():
            cells = place.block.cells
            words = [one_line(cell.of(text)) for cell in cells]
            figures = [at for at, word in enumerate(words) if is_figure(word)]
            ends = [list(range(first, len(cells), _PAIR)) for first in (0, 1)]
            if len(cells) <= _PAIR or len(cells) % _PAIR or figures not in ends:
                continue
            labels = [at for at in range(len(cells)) if at not in figures]
            if not all(_is_label(words[at]) for at in labels) or not _are_figures([words[at] for at in figures]):
                continue
            for label, figure in zip(labels, figures, strict=True):
                value, unit = figure_value(words[figure]) or (None, None)
                span = Span(min(cells[label].start, cells[figure].start), max(cells[label].end, cells[figure].end))
                yield Indicator(
                    span, label_of(words[label]), value, words[figure], unit, place.section, place.block.page
                )


_PAIR = 2


def _tables(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The tables of a document, each as its rows."""
    rows: list[Placed] = []
    for place in placed:
        is_row = place.block.kind is BlockKind.TABLE_ROW
        if rows and (not is_row or place.block.header or place.heading != rows[-1].heading):
            yield rows
            rows = []
        if is_row:
            rows.append(place)
    if rows:
        yield rows


def _are_figures(cells: Sequence[str]) -> bool:
    """Tells whether cells are figures, and neither years nor the numbers of places: "2030 | 2031", "1 | 2 | 3"."""
    counted = [str(number) for number in range(1, len(cells) + 1)]
    return all(map(is_figure, cells)) and not any(map(YEAR.fullmatch, cells)) and list(cells) != counted


def _is_label(words: str) -> bool:
    """Tells whether a cell names what is counted."""
    return any(ch.isalpha() for ch in words) and len(words.split()) <= LABEL_WORDS and not has_date(words)


def _numbered_column(headings: Sequence[str], number: str | None) -> int | None:
    """The column that is headed by the issue's number, where all columns are headed by it and those of issues before.

    Numbers from 1 on may count anything: stations, lots, teams.
    """
    numbers = [int(found) for heading in headings if (found := number_in(heading)) and found.isdigit()]
    if not (number or "").isdigit() or len(numbers) != len(headings) or len(set(numbers)) < _PAIR:
        return None
    own = int(number or "")
    return numbers.index(own) + 1 if max(numbers) == own and min(numbers) > 1 else None


def _own_column(headings: Sequence[str], period: Interval) -> int | None:
    """The column that is headed by the issue's time, where all columns but the first are headed by times."""
    times = [_time(heading, period) for heading in headings]
    if len(times) < 2 or any(time is None for time in times):
        return None
    known = [time for time in times if time]
    own = [at for at, time in enumerate(times, start=1) if time and _is_own(time, period, known)]
    return own[0] if len(own) == 1 else None


_EDGE = re.compile(
    r"(?:at\s+)?(?:the\s+)?(?:(?P<start>start|beginning|opening|outset)|(?P<end>end|close|closing))\s+of\s+"
    r"(?:the\s+)?(?:year|period|quarter|half-year|months?)",
    re.IGNORECASE,
)
"""The first or the last day of the issue's time: "start of year"."""

_YEAR_BEFORE = re.compile(
    r"(?:the\s+)?(?:(?:previous|prior|last|preceding)\s+year|year\s+(?:before|earlier|ago))", re.I
)


def _time(heading: str, period: Interval) -> Interval | None:
    if edge := _EDGE.fullmatch(heading):
        day = period.start if edge["start"] else period.end
        return Interval(day, day, Precision.DAY)
    if YEAR.fullmatch(heading):
        return Interval(date(int(heading), 1, 1), date(int(heading), 12, 31), Precision.YEAR)
    if _THIS.fullmatch(heading):
        return period
    if _LAST.fullmatch(heading):
        length = period.end - period.start + timedelta(days=1)
        return Interval(period.start - length, period.start - timedelta(days=1), Precision.ISSUE)
    if _YEAR_BEFORE.fullmatch(heading):
        return Interval(date(period.end.year - 1, 1, 1), date(period.end.year - 1, 12, 31), Precision.YEAR)
    found = find_dates(heading, period)
    return found[0].interval if len(found) == 1 and found[0].span.of(heading) == heading else None


_PERIOD = r"(?:week|fortnight|month|quarter|year|issue|edition|period|time)"
_THIS = re.compile(rf"(?:this|the\s+current)\s+{_PERIOD}", re.IGNORECASE)
_LAST = re.compile(
    rf"(?:the\s+)?(?:(?:last|previous|preceding|prior|past)\s+{_PERIOD}|{_PERIOD}\s+before)", re.IGNORECASE
)
"""Columns for the time of the issue, and for the time before it."""


def _is_own(time: Interval, period: Interval, times: Sequence[Interval]) -> bool:
    """Tells whether a column's time is the issue's, or the end of it ("June 2023" in a review of half a year).

    Its last day may head a column too ("30 June 2023"), unless the columns are those of single days.
    """
    if time.end != period.end or time.start < period.start:
        return False
    daily = any(other is not time and time.start - other.end <= _WEEK for other in times)
    return time.precision is not Precision.DAY or (not daily and period.end - period.start > _WEEK)


_WEEK = timedelta(days=7)
