"""Figures of tables: in columns of times, or in a row of figures above or below their labels."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ctassist.extraction.column_times import ColumnTime, column_time, is_aside, says_nothing
from ctassist.extraction.dates import has_date
from ctassist.extraction.figure_words import LABEL_WORDS, YEAR, figure_value, is_figure, label_of
from ctassist.extraction.identity import number_in
from ctassist.extraction.sections import Placed, one_line
from ctassist.model.records import Indicator
from ctassist.model.text import Block, BlockKind, Span
from ctassist.model.time import Interval, Precision


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column's figures are of: a time, None for the issue's own, and whether they are aimed at."""

    interval: Interval | None
    aim: str | None = None


def figures_by_time(
    text: str, placed: Sequence[Placed], period: Interval | None, number: str | None = None
) -> Iterator[Indicator]:
    """Yields the figures in columns that are headed by times: of "| | 2022 | 2023 | Target for 2026 |" three a row.

    Those in the column of the issue's own time are the issue's; the others have the time that their column names. Its
    own number may head it as well: "| | No. 41 | No. 42 |".
    """
    columns: Mapping[int, _Column] = {}
    before: Block | None = None
    for place in placed:
        above, before, block = before, place.block, place.block
        if block.kind is not BlockKind.TABLE_ROW:
            columns = {}
        elif block.header or above is None or above.kind is not BlockKind.TABLE_ROW:
            headings = {at: one_line(cell.of(text)) for at, cell in enumerate(block.cells) if at > 0}
            columns = _numbered_column(headings, number) or _columns(headings, block, period)
        else:
            yield from _of_columns(text, place, columns)


def _of_columns(text: str, place: Placed, columns: Mapping[int, _Column]) -> Iterator[Indicator]:
    """The figures of one row in the columns of times."""
    cells = [one_line(cell.of(text)) for cell in place.block.cells]
    label = cells[0] if cells else ""
    if not any(ch.isalpha() for ch in label) or has_date(label):
        return
    for at, column in columns.items():
        if at < len(cells) and is_figure(cells[at]):
            value, unit = figure_value(cells[at]) or (None, None)
            named = f"{label_of(label)} – {column.aim}" if column.aim else label_of(label)
            block = place.block
            yield Indicator(block.span, named, value, cells[at], unit, place.section, block.page, column.interval)


def figures_over_labels(text: str, placed: Sequence[Placed]) -> Iterator[Indicator]:
    """Yields the figures of a row above (or below) that of their labels: "46 | 768" and "members | curators".

    Labels may take several rows, and further figures may stand below them with theirs.
    """
    for table in _tables(placed):
        for rows in _each_with_labels(text, table):
            cells = [[one_line(cell.of(text)) for cell in place.block.cells] for place in rows]
            if {len(row) for row in cells} != {len(cells[0])} or len(cells[0]) < _PAIR:
                continue
            figures = 0 if all(map(is_figure, cells[0])) else 1
            labels = _joined(cells[1:]) if figures == 0 else cells[0]
            if not _are_figures(cells[figures]) or not all(map(_is_label, labels)):
                continue
            place = rows[figures]
            span = Span(rows[0].block.span.start, rows[-1].block.span.end)
            for label, figure in zip(labels, cells[figures], strict=True):
                value, unit = figure_value(figure) or (None, None)
                yield Indicator(span, label_of(label), value, figure, unit, place.section, place.block.page)


def _each_with_labels(text: str, table: Sequence[Placed]) -> Iterator[Sequence[Placed]]:
    """The rows of figures of a table with those of their labels; a table of two rows may have the labels first."""
    starts = [at for at, place in enumerate(table) if _is_row_of_figures(text, place)]
    if len(table) == _PAIR:
        yield table
    elif starts[:1] == [0]:
        for start, end in zip(starts, [*starts[1:], len(table)], strict=True):
            if end - start > 1:
                yield table[start:end]


def _is_row_of_figures(text: str, place: Placed) -> bool:
    return bool(place.block.cells) and all(is_figure(one_line(cell.of(text))) for cell in place.block.cells)


def _joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """The labels that several rows make of their columns, or none where nothing in further rows runs on."""
    if len(rows) > 1 and not any(cell[:1].islower() for row in rows[1:] for cell in row):
        return [""] * len(rows[0])
    return [" ".join(filter(None, column)) for column in zip(*rows, strict=True)]


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


def _numbered_column(headings: Mapping[int, str], number: str | None) -> Mapping[int, _Column]:
    """The column that is headed by the issue's number, where all columns are headed by it and those of issues before.

    Numbers from 1 on may count anything: stations, lots, teams.
    """
    numbers = {at: int(found) for at, text in headings.items() if (found := number_in(text)) and found.isdigit()}
    if number is None or not number.isdigit() or len(numbers) != len(headings) or len(set(numbers.values())) < _PAIR:
        return {}
    own = int(number)
    is_own = max(numbers.values()) == own and min(numbers.values()) > 1
    return {at: _Column(None) for at, found in numbers.items() if found == own} if is_own else {}


def _columns(headings: Mapping[int, str], header: Block, period: Interval | None) -> Mapping[int, _Column]:
    """The columns that are headed by times, where all others but the first only say something of those beside them."""
    times = {at: time for at, heading in headings.items() if (time := _time(heading, period))}
    bare = [at for at, heading in headings.items() if period and says_nothing(heading)]
    if period and len(bare) == 1 and len(headings) > 1:
        times |= {bare[0]: ColumnTime(period)}  # "Value | Previous issue": the figures of now stand beside others.
    if not times or any(at not in times and not is_aside(heading) for at, heading in headings.items()):
        return {}
    facts = [time.interval for time in times.values() if not time.aim]
    own = [at for at, time in times.items() if period and not time.aim and _is_own(time.interval, period, facts)]
    if len(headings) == 1 and (not header.header or not period or not facts or facts[0].meets(period)):
        return {}  # The one column of an issue has its figures.
    stated = {
        at: _Column(time.interval, time.aim)
        for at, time in times.items()
        if at not in bare and not _RELATIVE.fullmatch(headings[at])
    }
    return stated | ({own[0]: _Column(None)} if len(own) == 1 else {})


_EDGE = re.compile(
    r"(?:at\s+)?(?:the\s+)?(?:(?P<start>start|beginning|opening|outset)|(?P<end>end|close|closing))\s+of\s+"
    r"(?:the\s+)?(?:year|period|quarter|half-year|months?)",
    re.IGNORECASE,
)
"""The first or the last day of the issue's time: "start of year"."""

_YEAR_BEFORE = re.compile(
    r"(?:the\s+)?(?:(?:previous|prior|last|preceding)\s+year|year\s+(?:before|earlier|ago))", re.I
)


def _time(heading: str, period: Interval | None) -> ColumnTime | None:
    """The time of a column, be it told by that of the issue ("this month", "start of year")."""
    if period is None:
        return column_time(heading, period)
    if edge := _EDGE.fullmatch(heading):
        day = period.start if edge["start"] else period.end
        return ColumnTime(Interval(day, day, Precision.DAY))
    if _THIS.fullmatch(heading):
        return ColumnTime(period)
    if _LAST.fullmatch(heading):
        length = period.end - period.start + timedelta(days=1)
        return ColumnTime(Interval(period.start - length, period.start - timedelta(days=1), Precision.ISSUE))
    if _YEAR_BEFORE.fullmatch(heading):
        year = period.end.year - 1
        return ColumnTime(Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR))
    return column_time(heading, period)


_PERIOD = r"(?:week|fortnight|month|quarter|year|issue|edition|period|time)"
_THIS = re.compile(rf"(?:this|the\s+current)\s+{_PERIOD}", re.IGNORECASE)
_LAST = re.compile(
    rf"(?:the\s+)?(?:(?:last|previous|preceding|prior|past)\s+{_PERIOD}|{_PERIOD}\s+before)", re.IGNORECASE
)
"""Columns for the time of the issue, and for the time before it."""
_RELATIVE = re.compile(f"{_THIS.pattern}|{_LAST.pattern}", re.IGNORECASE)
"""Columns whose time is known only beside the issue's."""


def _is_own(time: Interval, period: Interval, times: Sequence[Interval]) -> bool:
    """Tells whether a column's time is the issue's, or the end of it ("June 2023" in a review of half a year).

    Its last day may head a column too ("30 June 2023"), unless the columns are those of single days.
    """
    if time.end != period.end or time.start < period.start:
        return False
    daily = any(other is not time and time.start - other.end <= _WEEK for other in times)
    return time.precision is not Precision.DAY or (not daily and period.end - period.start > _WEEK)


_WEEK = timedelta(days=7)
