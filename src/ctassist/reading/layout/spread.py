"""Spread words: a justified line's words stand so far apart that they look like columns; here they become one run."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.drawings import innermost
from ctassist.reading.layout.runs import Run

# Words of one line are never further apart than this, in letter sizes; spaces of one line are alike to this.
_WIDEST, _ALIKE = 4.0, 0.6
# No column begins so near to another: it is the space between two words.
_SPACE = 0.45
_EDGE, _FEWEST_AT_EDGE = 1.0, 3
_LEADING, _WIDER = 1.7, 1.8
# Lines that tell whether a space is one between words: so many letter sizes away, and so many of them.
_NEARBY, _FEWEST_ACROSS = 6.0, 2
# Two words of one line may be so far apart, and its first begin so far in.
_FARTHEST, _INSET = 8.0, 2.0
_FEWEST_EVEN = 3


def joined(runs: Sequence[Run], frames: Sequence[Area] = ()) -> list[Run]:
    """Joins the runs of justified lines within a frame.

    Words one space apart are one run anyway. A justified line ends at an edge where others end, and either its spaces
    are all alike, or the line above or below it goes across them.
    """
    homes: dict[Area | None, list[Run]] = {}
    for run in runs:
        homes.setdefault(innermost(run.area, frames), []).append(run)
    return [run for inside in homes.values() for run in _within_lines(_joined(inside))]


def _joined(runs: Sequence[Run]) -> list[Run]:
    made: list[Run] = []
    for line in _lines(runs):
        last = line[0]
        for at, run in enumerate(line[1:], 1):
            gap = run.area.x0 - last.area.x1
            spaces = [line[at - 1].space, run.space, *_gaps_around(line, at)]
            alike = any(abs(gap - space) <= _ALIKE for space in spaces if space)
            spread = (
                gap <= _WIDEST * run.size
                and (_ends_at_edge(line, at, runs) or _is_even(line))
                and not _is_gutter(last, run, runs)
                and not _have_spaces(line[at - 1], run, gap)
                and (alike or _is_crossed(last, run, runs))
            )
            if run.mark is None and (spread or gap <= _SPACE * run.size):
                last = _one(last, run, gap)
            else:
                made.append(last)
                last = run
        made.append(last)
    return made


def _within_lines(runs: Sequence[Run]) -> list[Run]:
    """Joins what stands very far apart in a line and still between the edges of whole ones."""
    made: list[Run] = []
    for line in _lines(runs):
        last = line[0]
        for run in line[1:]:
            gap = run.area.x0 - last.area.x1
            near = run.mark is None and gap <= _FARTHEST * run.size and not _have_spaces(last, run, gap)
            if near and _is_within_lines(last, run, line, runs):
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
    """Says whether lines begin on the right of a space, and end on the left of it or at least do not go across."""
    begin = sum(1 for run in runs if abs(run.left - right.area.x0) < _EDGE)
    end = sum(1 for run in runs if abs(run.area.x1 - left.area.x1) < _EDGE)
    return begin > _FEWEST_AT_EDGE and (end > _FEWEST_AT_EDGE or not _is_crossed(left, right, runs))


def _have_spaces(left: Run, right: Run, gap: float) -> bool:
    """Says whether both runs have spaces of their own, narrower by far: those of one justified line are all alike."""
    return all(0 < run.space < gap / _WIDER for run in (left, right))


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


def _is_within_lines(left: Run, right: Run, line: Sequence[Run], runs: Sequence[Run]) -> bool:
    """Says whether more lines nearby go across the space between two runs than are parted by it, and as far as theirs.

    In a narrow column a justified line may be two words with a very wide space between them.
    """
    near = [
        run
        for run in runs
        if 1 <= abs(run.baseline - right.baseline) <= _NEARBY * right.size
        and abs(run.size - right.size) < _EDGE
        and run.bold == right.bold
    ]
    across = [run for run in near if run.area.x0 < left.area.x1 and right.area.x0 < run.area.x1]
    parted = {
        run.baseline
        for run in near
        if left.area.x1 < run.left < right.area.x0 + _EDGE
        and any(other.baseline == run.baseline and left.left < other.area.x1 < run.left for other in near)
    }
    if len(across) < _FEWEST_ACROSS or len(across) <= len(parted):
        return False
    edges = around(run.area for run in across)
    own = [run for run in line if run.area.x0 < edges.x1 and edges.x0 < run.area.x1]
    reaches = abs(max(run.area.x1 for run in own) - edges.x1) < _EDGE
    return reaches and min(run.left for run in own) < edges.x0 + _INSET * right.size


def _one(left: Run, right: Run, gap: float) -> Run:
    return replace(
        left,
        text=f"{left.text} {right.text}",
        area=around([left.area, right.area]),
        space=gap,
        words=(*left.words, *right.words),
    )
