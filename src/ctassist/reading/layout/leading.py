"""Leading: how the lines of a document's paragraphs stand below each other."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ctassist.reading.layout.lines import Line, lines_of
from ctassist.reading.layout.runs import Run

INDENT = 0.6
"""From so many letter sizes a line stands further in."""
_USUAL_LEADING, _WIDEST_LEADING = 1.22, 1.5
_COMMON = 0.04
_FEWEST_LINES = 8


@dataclass(frozen=True, slots=True)
class Leading:
    """How far apart the lines of paragraphs stand, in letter sizes: usually, and where it is known by size."""

    usual: float = _USUAL_LEADING
    by_size: Mapping[float, float] = field(default_factory=dict)
    indented: bool = False
    """Paragraphs begin with an indent: lines that go on stand further left than the first."""
    runs_on: bool = True
    """Some line surely goes on from the one above; if none in a whole document does, lines are whole."""

    def at(self, size: float) -> float:
        """The distance of lines in points."""
        return size * self.by_size.get(_rounded(size), self.usual)


def leading_of(columns: Iterable[Sequence[Run]]) -> Leading:
    """Measures how far apart the lines of paragraphs stand.

    A line that begins with a small letter or a bracket surely goes on from the one above, as one does that closes its
    bracket or follows a comma; where there is none, the least distance that is common tells.
    """
    surely: dict[float, list[float]] = {}
    seen: Counter[float] = Counter()
    small, insets = False, 0
    for runs in columns:
        small = small or any(ch.islower() for run in runs for ch in run.text)
        for above, below in pairwise(lines_of(runs)):
            size = min(above.main.size, below.main.size)
            ratio = (below.baseline - above.baseline) / size
            if 0.95 <= ratio <= 1.9 and abs(above.main.size - below.main.size) < 2:
                seen[round(ratio * 25) / 25] += 1
                if surely_goes_on(above, below):
                    surely.setdefault(_rounded(size), []).append(ratio)
                    inset = (above.area.x0 - below.area.x0) / size if above.first.mark is None else 0.0
                    insets += (inset > INDENT) - (inset < -INDENT)
    common = sorted(ratio for ratio, count in seen.items() if count >= max(2, _COMMON * seen.total()))
    every = [ratio for ratios in surely.values() for ratio in ratios]
    usual = median(every) if every else (common[0] if common else _USUAL_LEADING)
    if not every and small and usual > _WIDEST_LEADING:
        # Hundreds of letters and no line that goes on: what stands so far apart are lines of their own.
        usual = _USUAL_LEADING
    runs_on = bool(every) or not small or seen.total() < _FEWEST_LINES
    return Leading(usual, {size: median(ratios) for size, ratios in surely.items()}, insets > 0, runs_on)


def surely_goes_on(above: Line, below: Line) -> bool:
    """Says whether a line cannot be the first of anything."""
    closes = above.text.count("(") > above.text.count(")") and below.text.count(")") > below.text.count("(")
    small = below.text[0].islower() or (below.text[0] == "(" and not above.text.endswith((".", "!", "?")))
    return below.first.mark is None and (small or closes or above.text.endswith(","))


def _rounded(size: float) -> float:
    return round(2 * size) / 2
