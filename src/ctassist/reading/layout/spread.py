"""Spread words: a justified line's words stand so far apart that they look like columns; here they become one run."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.drawings import innermost
from ctassist.reading.layout.runs import Run

# Words of one line are never further apart than this, in letter sizes; spaces of one line are alike to this.
_WIDEST, _ALIKE = 4.0, 0.6
_EDGE, _FEWEST_AT_EDGE = 1.0, 3
_LEADING = 1.7
_FEWEST_EVEN = 3


def joined(runs: Sequence[Run], frames: Sequence[Area] = ()) -> list[Run]:
    """Joins the runs of justified lines within a frame.

    Such a line ends at an edge where others end, and either its spaces are all alike, or the line above or below it
    goes across them.
    """
    homes: dict[Area | None, list[Run]] = {}
    for run in runs:
        homes.setdefault(innermost(run.area, frames), []).append(run)
    return [run for inside in homes.values() for run in _joined(inside)]


def _joined(runs: Sequence[Run]) -> list[Run]:
    made: list[Run] = []
    for line in _lines(runs):
        last = line[0]
        for at, run in enumerate(line[1:], 1):
            gap = run.area.x0 - last.area.x1
            spaces = [line[at - 1].space, run.space, *_gaps_around(line, at)]
            alike = any(abs(gap - space) <= _ALIKE for space in spaces if space)
            if (
                run.mark is None
                and gap <= _WIDEST * run.size
                and (_ends_at_edge(line, at, runs) or _is_even(line))
                and not _is_gutter(last, run, runs)
                and (alike or _is_crossed(last, run, runs))
            ):
                last = _one(last, run, gap)
            else:
                made.append(last)
                last = run
        made.append(last)
    return made


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs of one style on one baseline, from left to right."""
    lines: dict[tuple[int, float, bool], list[Run]] = {}
    for run in runs:
        lines.setdefault((round(2 * run.baseline), run.size, run.bold), []).append(run)
    return [sorted(line, key=lambda run: run.area.x0) for line in lines.values()]


def _gaps_around(line: Sequence[Run], at: int) -> list[float]:
    before = [line[at - 1].area.x0 - line[at - 2].area.x1] if at > 1 else []
    after = [line[at + 1].area.x0 - line[at].area.x1] if at + 1 < len(line) else []
    return [*before, *after]


def _is_even(line: Sequence[Run]) -> bool:
    """Says whether many words of a line stand equally far apart."""
    gaps = [right.area.x0 - left.area.x1 for left, right in pairwise(line)]
    lettered = all(any(map(str.isalpha, run.text)) for run in line)
    return lettered and len(gaps) >= _FEWEST_EVEN and max(gaps) - min(gaps) <= _ALIKE


def _ends_at_edge(line: Sequence[Run], at: int, runs: Sequence[Run]) -> bool:
    """Says whether the words from here on reach, with no wider space, an edge where lines of the same size end."""
    end = line[at].area.x1
    for left, right in pairwise(line[at:]):
        if right.area.x0 - left.area.x1 > _WIDEST * right.size or right.mark is not None:
            break
        end = right.area.x1
    ends = (run for run in runs if abs(run.area.x1 - end) < _EDGE and abs(run.size - line[at].size) < _EDGE)
    return sum(1 for _ in ends) >= _FEWEST_AT_EDGE


def _is_gutter(left: Run, right: Run, runs: Sequence[Run]) -> bool:
    """Says whether lines end on the left of a space and begin on the right of it."""
    begin = sum(1 for run in runs if abs(run.left - right.area.x0) < _EDGE)
    end = sum(1 for run in runs if abs(run.area.x1 - left.area.x1) < _EDGE)
    return begin > _FEWEST_AT_EDGE and end > _FEWEST_AT_EDGE


def _is_crossed(left: Run, right: Run, runs: Sequence[Run]) -> bool:
    """Says whether a line right above or below goes across the space between two runs."""
    return any(
        0 < abs(run.baseline - right.baseline) <= _LEADING * right.size
        and run.area.x0 < left.area.x1
        and run.area.x1 > right.area.x0
        and abs(run.size - right.size) < _EDGE
        and run.bold == right.bold
        for run in runs
    )


def _one(left: Run, right: Run, gap: float) -> Run:
    return replace(
        left,
        text=f"{left.text} {right.text}",
        area=around([left.area, right.area]),
        space=gap,
        words=(*left.words, *right.words),
    )
