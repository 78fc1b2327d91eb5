"""Marks: bullets and numerals that stand apart, bound to the words they belong to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ctassist.reading.bullets import is_lone_mark
from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.runs import Run

# A bullet stands within this many letter sizes of its words.
_MARK_REACH = 3.0
_NUMERAL = re.compile(r"\(\d{1,2}\)|\d{1,2}[.)]?")
_FEWEST_NUMERALS = 3
# Signs that are bullets only where nothing stands before them.
_APART = 0.9
_SIGNS = frozenset("-–—*·o»›")


def with_marks(runs: Sequence[Run], shapes: Sequence[Area]) -> list[Run]:
    """Binds bullets that stand apart, written or drawn, to the words on their right."""
    lone = [run for run in runs if _is_lone_mark(run, runs)]
    words = [run for run in runs if run not in lone]
    numerals = _numerals(words)
    for area in [*(run.area for run in lone), *shapes]:
        words = _bound(words, area)
    for numeral in numerals:
        words = _numbered(words, numeral, [other for other in numerals if other is not numeral])
    return words


def _is_lone_mark(run: Run, runs: Sequence[Run]) -> bool:
    """A glyph, or a sign that begins its line."""
    if is_lone_mark(run.text):
        return True
    return run.text in _SIGNS and not any(
        other.core.beside(run.core) > 0 and 0 <= run.area.x0 - other.area.x1 < _APART * run.size for other in runs
    )


def _bound(runs: Sequence[Run], area: Area) -> list[Run]:
    found = _right_of(runs, area)
    if found is None or found.mark is not None:
        return list(runs)
    return [replace(run, mark=area.x0) if run is found else run for run in runs]


def _right_of(runs: Iterable[Run], area: Area) -> Run | None:
    """The nearest run whose letters stand at the height of ``area``, a bullet's or a numeral's."""
    middle = area.center[1]
    near = [
        run
        for run in runs
        if -1 <= run.area.x0 - area.x1 <= _MARK_REACH * run.size and run.area.y0 - 1 <= middle <= run.area.y1 + 1
    ]
    return min(near, key=lambda run: (run.area.x0 - area.x1, abs(run.core.center[1] - middle)), default=None)


def _numerals(runs: Sequence[Run]) -> list[Run]:
    """The runs that number things: 1, 2, 3 and so on, each once in one style; figures do not count up like that."""
    alike: dict[tuple[float, bool], list[Run]] = {}
    for run in runs:
        if _NUMERAL.fullmatch(run.text):
            alike.setdefault((run.size, run.bold), []).append(run)
    return [run for group in alike.values() for run in _counting(group)]


def _counting(numerals: Sequence[Run]) -> list[Run]:
    found = {int(re.sub(r"\D", "", run.text)): run for run in numerals}
    counts = len(found) == len(numerals) >= _FEWEST_NUMERALS and sorted(found) == list(range(1, len(found) + 1))
    return [found[number] for number in sorted(found)] if counts else []


def _numbered(runs: list[Run], numeral: Run, numerals: Sequence[Run]) -> list[Run]:
    """Puts a numeral before the words that it numbers: those on its right, else those right below.

    In a column of numerals each is a cell of a table, and no other numeral is what it numbers.
    """
    others = [run for run in runs if run is not numeral]
    tall, size = numeral.area, numeral.size
    beside = [
        run for run in others if 0 <= run.area.x0 - tall.x1 <= 1.5 * max(run.size, size) and run.core.beside(tall) > 0
    ]
    below = [
        run
        for run in others
        if 0 < run.baseline - numeral.baseline <= 1.2 * max(run.size, size) + run.size and run.area.above(tall) > 0
    ]
    if any(run in numerals for run in (*beside, *below)):
        return runs
    named = min(beside or below, key=lambda run: (run.baseline, run.area.x0), default=None)
    if named is None:
        return runs
    number = numeral.text if numeral.text[-1] in ".)" else f"{numeral.text}."
    area = around([named.area, numeral.area]) if not beside else replace(named.area, x0=tall.x0)
    words = (*numeral.words, *named.words)
    whole = replace(named, text=f"{number} {named.text}", area=area, mark=area.x0, numbered=True, words=words)
    return [whole if run is named else run for run in others]
