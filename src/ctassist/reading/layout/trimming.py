"""Trimming: the boxes of words in close lines, cut so that none covers the letters of the line above or below it.

A font's own height is that of its highest and lowest letters, accents and all; lines are often closer than that.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ctassist.reading.layout.drawn import Drawn
from ctassist.reading.layout.runs import Run

# How far letters without accents rise above their baseline, and how far they reach below it, in sizes.
_RISE, _FALL = 0.78, 0.24


def trimmed(runs: Sequence[Run]) -> list[Run]:
    """Returns the runs of a page with the boxes of their words cut where they meet those of other lines."""
    ordered = sorted(runs, key=lambda run: run.baseline)
    lines = [run.baseline for run in ordered]
    reach = max((run.area.height for run in runs), default=0.0)
    tops = {id(run): run.area.y0 for run in runs}
    bottoms = {id(run): run.area.y1 for run in runs}
    for at, upper in enumerate(ordered):
        for lower in ordered[at + 1 : bisect_right(lines, upper.baseline + 2 * reach)]:
            if lower.area.y0 < upper.area.y1 and _are_lines(upper, lower):
                edge = min(upper.area.y1, upper.baseline + _FALL * upper.size)
                top = min(max(lower.area.y0, edge), lower.baseline - _RISE * lower.size)
                tops[id(lower)] = max(tops[id(lower)], top)
                bottoms[id(upper)] = min(bottoms[id(upper)], max(edge, top))
    return [_between(run, tops[id(run)], bottoms[id(run)]) for run in runs]


def _are_lines(upper: Run, lower: Run) -> bool:
    """Says whether one run stands below the other, and not beside it or raised above its letters."""
    return upper.area.above(lower.area) > 0 and lower.baseline - upper.baseline > _FALL * lower.size


def _between(run: Run, top: float, bottom: float) -> Run:
    if (top, bottom) == (run.area.y0, run.area.y1):
        return run
    words = (Drawn(word.text, replace(word.area, y0=top, y1=bottom)) for word in run.words)
    return replace(run, words=tuple(words))
