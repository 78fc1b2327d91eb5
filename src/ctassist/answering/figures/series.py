"""The figures of the archive as series: each indicator through the issues that state it.

Questions find figures by any of their words; a series joins what is surely the same and nothing else.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ctassist.answering.context import Context
from ctassist.answering.figures.doubts import believable
from ctassist.answering.terms import fold, table, tokens
from ctassist.model.archive import Document, Entry
from ctassist.model.records import Indicator
from ctassist.model.time import Period

Row = Entry[Indicator]

_SILENT = frozenset({"a", "an", "of", "the", "number"})
"""Words that no two figures differ by: "number of focal points" are the focal points."""
_SIGN = re.compile(r"[^\w\s.,;:()'’‘“”\"*/–—-]")
"""Signs tell figures apart: libraries for C and for C++."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of one issue.

    ``change`` is the difference to the figure before; None where there is none, or where an issue states several.
    """

    row: Row
    period: Period | None
    change: float | None = None

    @property
    def value(self) -> float | None:
        """The number; None where the document shows the label without it."""
        return self.row.record.value


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """One indicator of one periodical, the oldest figure first; those of undated pages come last.

    ``labels`` are all ways in which it is written, the latest first; ``heading`` tells it from another indicator of
    the same label, where there is one.
    """

    labels: tuple[str, ...]
    unit: str | None
    periodical: str
    heading: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """All series, those of the most issues first, and the documents that their rows stand in."""

    series: tuple[IndicatorSeries, ...]
    documents: Mapping[str, Document]


def indicator_series(context: Context) -> Figures:
    """Joins the figures of all issues to series."""
    rows = believable(context.view.indicators(context.document_ids), context)
    found = [
        _series(part, heading, context) for group in _groups(rows, context) for heading, part in _by_heading(group)
    ]
    found.sort(key=lambda series: (-len(series.points), series.labels[0].casefold()))
    return Figures(tuple(found), {row.document_id: context.document(row.document_id) for row in rows})


_Name = tuple[tuple[str, ...], tuple[str, ...], str]
"""What an indicator is called: the words and signs of its label, and the periodical."""


def _groups(rows: Sequence[Row], context: Context) -> list[list[Row]]:
    """The rows of each indicator. Figures with a unit and without are never one."""
    names = _names(rows, context)
    by_name: dict[_Name, dict[str | None, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.record.value is not None:
            by_name[names[row.id]][row.record.unit].append(row)
    for row in rows:
        units = by_name.get(names[row.id], {})
        # A label without its number has no unit: it belongs to the figure of its name, where there is but one.
        if row.record.value is None and len(units) == 1:
            next(iter(units.values())).append(row)
    return [group for units in by_name.values() for group in units.values()]


def _names(rows: Sequence[Row], context: Context) -> dict[int, _Name]:
    """The name of each row's indicator, by the row's id."""
    names = {row.id: _name(row, context) for row in rows}
    told: dict[tuple[str, _Name], set[_Name]] = defaultdict(set)
    for row in rows:
        told[row.document_id, _without_whole(names[row.id])].add(names[row.id])
    apart = {plain for (_, plain), found in told.items() if len(found) > 1 or not plain[0]}
    return {id_: own if (plain := _without_whole(own)) in apart else plain for id_, own in names.items()}


def _without_whole(name: _Name) -> _Name:
    """The name without words by which figures differ only where one document has both: "total focal points"."""
    words, signs, periodical = name
    return tuple(word for word in words if word not in table("words")["whole_figures"]), signs, periodical


def _name(row: Row, context: Context) -> _Name:
    label = row.record.label
    words = tuple(word for token in tokens(label) if (word := fold(token.text)) not in _SILENT)
    document = context.document(row.document_id)
    return tuple(map(_singular, words)), tuple(_SIGN.findall(label)), fold(document.series or document.title)


def _singular(word: str) -> str:
    """A word without the ending of a plural. Stems would say too little: "international" and "internal" have one."""
    return re.sub(r"ie$", "y", word.removesuffix("s")) if len(word) > 3 else word


def _by_heading(group: Sequence[Row]) -> list[tuple[str | None, list[Row]]]:
    """The rows of one name, apart by their headings where one document has it under several."""
    headings: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in group:
        heading = row.record.section[-1] if row.record.section else ""
        headings[row.document_id].add(fold(heading))
        parts[fold(heading)].append(row)
    if all(len(found) == 1 for found in headings.values()):
        return [(None, list(group))]
    told = [(part[-1].record.section[-1] if part[-1].record.section else None, part) for part in parts.values()]
    return [(heading, part) for heading, part in told if any(row.record.value is not None for row in part)]


def _series(rows: Sequence[Row], heading: str | None, context: Context) -> IndicatorSeries:
    newest = max(rows, key=lambda row: (context.last_day(row.document_id), row.id))
    document = context.document(newest.document_id)
    labels = dict.fromkeys((newest.record.label, *(row.record.label for row in reversed(rows))))
    points = tuple(_points(rows, context))
    return IndicatorSeries(tuple(labels), newest.record.unit, document.series or document.title, heading, points)


def _points(rows: Iterable[Row], context: Context) -> Iterable[Point]:
    """The figures in the order of their issues, one an issue unless it states several."""
    issues: dict[date, list[Row]] = defaultdict(list)
    for row in rows:
        issues[context.last_day(row.document_id)].append(row)
    before: float | None = None
    undated = issues.pop(date.min, [])
    for end in sorted(issues):
        stated = {row.record.value: row for row in reversed(issues[end])}
        # A number that another document of the day leaves out is stated all the same.
        numbers = {value: row for value, row in stated.items() if value is not None}
        for value, row in sorted((numbers or stated).items(), key=lambda pair: pair[1].id):
            known = before is not None and value is not None and len(numbers) == 1
            yield Point(row, context.document(row.document_id).period, _difference(value, before) if known else None)
        if numbers:
            before = next(iter(numbers)) if len(numbers) == 1 else None
    yield from (Point(row, None) for row in undated)


def _difference(value: float | None, before: float | None) -> float:
    """How much more one number is than another, without the dust of floating points."""
    assert value is not None
    assert before is not None
    return float(f"{value - before:.10g}")
