"""Headline figures: large numbers, each paired by its place with the words that say what it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.drawings import innermost
from ctassist.reading.layout.labels import distance, label_of
from ctassist.reading.layout.lines import is_entry
from ctassist.reading.layout.runs import Run
from ctassist.reading.layout.styles import Body

_FIGURE = re.compile(
    r"[~≈<>+±]?\s?(?:[$€£]|USD|EUR)?\s?\d[\d.,\s\u202f]*(?:\s?(?:%|k|m|bn|mn|million|billion|thousand|x)(?!\w))?\+?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALE = re.compile(r"(?:%|k|m|bn|mn|million|billion|thousand|\+)", re.I)
# A figure is this much larger than the running text.
_LARGER = 1.25
_FEWEST_IN_ROW = 2
_WAYS = ("below", "beside", "above")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its label; ``label_first`` if the label stands above it.

    A label in line with those of other figures may have lost its number.
    """

    number: tuple[Run, ...]
    label: tuple[Run, ...]
    label_first: bool

    @property
    def area(self) -> Area:
        """The area of both."""
        return around(run.area for run in (*self.number, *self.label))


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures that stand together, row by row."""

    members: tuple[Figure, ...]
    area: Area

    @property
    def core(self) -> Area:
        """The area that is theirs alone."""
        return self.area


def find_figures(runs: Sequence[Run], frames: Sequence[Area], body: Body) -> list[Figures]:
    """Finds the headline figures of a page.

    Whether labels stand below, beside or above their numbers is decided for all numbers of a page at once: the way in
    which most find a label of their own wins, the nearest among equals.
    """
    numbers = _numbers(runs, body, frames)
    if not numbers:
        return []
    taken = {id(run) for number in numbers for run in number}
    words = [run for run in runs if id(run) not in taken and run.mark is None]
    tried = [_paired(numbers, words, frames, way) for way in _WAYS]
    best = max(range(len(_WAYS)), key=lambda at: (len(tried[at][0]), -tried[at][1], -at))
    found = tried[best][0]
    return _together([*found, *_without_number(found, words)], runs)


def _numbers(runs: Sequence[Run], body: Body, frames: Sequence[Area]) -> list[tuple[Run, ...]]:
    large = [run for run in runs if run.size >= _LARGER * body.style.size and run.mark is None]
    sure = [run for run in large if _FIGURE.fullmatch(run.text) and not _YEAR.fullmatch(run.text)]
    # A year among figures of the same size is one of them.
    years = [run for run in large if _YEAR.fullmatch(run.text) and any(_same_row(run, other) for other in sure)]
    kept = [run for run in [*sure, *years] if not _in_chart(run, runs, frames)]
    return [(run, *_scale_of(run, large)) for run in sorted(kept, key=_order)]


def _same_row(one: Run, other: Run) -> bool:
    return abs(one.size - other.size) < 1 and abs(one.baseline - other.baseline) < one.size / 2


def _scale_of(number: Run, runs: Sequence[Run]) -> list[Run]:
    """The sign or the word after a number that is drawn apart from it."""
    return [
        run
        for run in runs
        if _SCALE.fullmatch(run.text)
        and abs(run.baseline - number.baseline) < number.size / 2
        and -1 <= run.area.x0 - number.area.x1 < number.size / 2
    ]


def _in_chart(number: Run, runs: Sequence[Run], frames: Sequence[Area]) -> bool:
    """In a frame with lines like "Chair: …" a number counts the cells of a chart."""
    frame = innermost(number.area, frames)
    return frame is not None and any(is_entry(run.text) for run in runs if frame.holds(run.area))


def _order(run: Run) -> tuple[float, float]:
    return run.baseline, run.area.x0


def _paired(
    numbers: Sequence[tuple[Run, ...]], words: Sequence[Run], frames: Sequence[Area], way: str
) -> tuple[list[Figure], float]:
    """The figures that find a label in one way, each label once, and how far the labels are in all."""
    found: list[Figure] = []
    used: set[int] = set()
    far = 0.0
    for number in numbers:
        area = around(run.area for run in number)
        cell = _cell(number, numbers, frames, way)
        near = [run for run in words if id(run) not in used and cell.holds(run.area)]
        label = label_of(number[0], area, near, way)
        if label:
            used |= {id(run) for run in label}
            far += distance(area, label[0] if way != "above" else label[-1], way)
            found.append(Figure(number, tuple(label), way == "above"))
    return found, far


def _cell(number: tuple[Run, ...], numbers: Sequence[tuple[Run, ...]], frames: Sequence[Area], way: str) -> Area:
    """Where a number's label must be: within its frame, and nearer to it than to the numbers left and right of it."""
    area = around(run.area for run in number)
    frame = innermost(area, frames)
    left = right = None
    for other in numbers:
        beside = around(run.area for run in other)
        if other is number or beside.beside(area) <= 0:
            continue
        if beside.x1 <= area.x0:
            edge = beside.x1 if way == "beside" else (beside.center[0] + area.center[0]) / 2
            left = edge if left is None else max(left, edge)
        elif beside.x0 >= area.x1:
            edge = beside.x0 if way == "beside" else (beside.center[0] + area.center[0]) / 2
            right = edge if right is None else min(right, edge)
    reach = 12 * number[0].size
    cell = Area(
        area.x0 - reach if left is None else left,
        area.y0 - reach,
        area.x1 + reach if right is None else right,
        area.y1 + reach,
    )
    if frame is None or sum(frame.holds(around(run.area for run in other)) for other in numbers) > 1:
        return cell
    return Area(max(cell.x0, frame.x0), max(cell.y0, frame.y0), min(cell.x1, frame.x1), min(cell.y1, frame.y1))


def _without_number(figures: Sequence[Figure], words: Sequence[Run]) -> list[Figure]:
    """Labels that stand in line with those of at least two figures, as wide apart as they, with no number over them."""
    used = {id(run) for figure in figures for run in figure.label}
    lost = []
    for run in words:
        row = [figure for figure in figures if _in_line(run, figure.label[0])]
        if id(run) not in used and len(row) >= _FEWEST_IN_ROW and _in_strip(run, figures):
            lost.append(Figure((), (run,), row[0].label_first))
    return lost


def _in_line(one: Run, other: Run) -> bool:
    same = abs(one.size - other.size) < 0.6 and one.bold == other.bold
    return same and abs(one.baseline - other.baseline) < 1


def _in_strip(run: Run, figures: Sequence[Figure]) -> bool:
    """Says whether words stand where the figures' own strip goes on."""
    strip = around(figure.area for figure in figures)
    step = (strip.x1 - strip.x0) / max(1, len({round(figure.area.center[0] / 20) for figure in figures}) - 1 or 1)
    return strip.x0 - 1.5 * step <= run.area.center[0] <= strip.x1 + 1.5 * step


def _together(figures: Sequence[Figure], runs: Sequence[Run]) -> list[Figures]:
    """Groups figures whose common area holds nothing else."""
    own = {id(run) for figure in figures for run in (*figure.number, *figure.label)}
    others = [run for run in runs if id(run) not in own]
    groups: list[list[Figure]] = []
    for figure in sorted(figures, key=lambda figure: not figure.number):
        joined = [figure]
        # A figure may stand between two groups that it makes one.
        for group in [group for group in groups if _near(figure, group)]:
            whole = around(member.area for member in (*group, *joined))
            if not any(whole.meets(run.core) for run in others):
                groups.remove(group)
                joined += group
        groups.append(joined)
    return [Figures(tuple(sorted(group, key=_place)), around(member.area for member in group)) for group in groups]


def _place(figure: Figure) -> tuple[float, float]:
    """Where a figure stands among others: by its label, in rows, as numbers may be lost."""
    return round(figure.label[0].baseline / figure.label[0].size), figure.area.x0


def _near(figure: Figure, group: Sequence[Figure]) -> bool:
    size = max(run.size for run in (*group[0].number, *group[0].label))
    return any(
        -figure.area.beside(member.area) < 3 * size and -figure.area.above(member.area) < 12 * size for member in group
    )
