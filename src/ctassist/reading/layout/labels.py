"""Labels: the words below, beside or above a number that say what it counts."""

from collections.abc import Sequence

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.lines import is_entry
from ctassist.reading.layout.runs import Run

# A figure is so much larger than its label.
_OVER_LABEL = 1.15
# How far a label may be, in sizes of the figure; how far apart its lines are, in their own.
_FAR, _LEADING = 0.9, 1.5
_BESIDE_FAR = 4.0
_LONGEST_LABEL = 16


def label_of(number: Run, area: Area, near: Sequence[Run], way: str) -> list[Run]:
    """The lines of a number's label, in order."""
    first = min(
        (run for run in near if _may_begin(number, area, run, way)),
        key=lambda run: (abs(distance(area, run, way)), run.area.x0),
        default=None,
    )
    if first is None:
        return []
    label = [first]
    for run in sorted(near, key=lambda run: -run.baseline if way == "above" else run.baseline):
        if run is not first and _goes_on(label, run, way, area):
            label.append(run)
    if sum(len(run.text.split()) for run in label) > _LONGEST_LABEL or not any(c.isalpha() for c in first.text):
        return []
    return sorted(label, key=_order)


def _may_begin(number: Run, area: Area, run: Run, way: str) -> bool:
    if run.size * _OVER_LABEL > number.size or is_entry(run.text):
        return False
    if way == "beside":
        return -1 <= run.area.x0 - area.x1 <= _BESIDE_FAR * number.size and run.core.beside(area) > 0
    far = distance(area, run, way)
    return -0.3 * number.size <= far <= _FAR * number.size + 0.5 * run.size and run.area.above(area) > 0


def distance(area: Area, run: Run, way: str) -> float:
    """From a number to the letters of its label, which rise above and sink below less than their boxes."""
    if way == "beside":
        return run.area.x0 - area.x1
    # Digits do not sink below the line: the lower fifth of a number's box is empty.
    if way == "below":
        return run.core.y0 - (area.y1 - 0.2 * area.height)
    return (area.y0 + 0.2 * area.height) - run.baseline


def _goes_on(label: Sequence[Run], run: Run, way: str, area: Area) -> bool:
    """Says whether a run is one more line of a label."""
    last = label[-1]
    gap = abs(run.baseline - last.baseline)
    first = label[0]
    if abs(run.size - first.size) > 0.6 or run.bold != first.bold:
        return False
    if gap < 1:
        return -1 <= run.area.x0 - last.area.x1 <= run.size
    onward = run.baseline < last.baseline if way == "above" else run.baseline > last.baseline
    aligned = run.area.above(around([first.area, area])) > 0
    if way == "beside":
        aligned = abs(run.area.x0 - first.area.x0) < run.size
        # The label may begin above or below the middle of its number.
        onward = min(abs(run.baseline - other.baseline) for other in label) <= _LEADING * run.size
        return aligned and onward and run.core.beside(Area(0, area.y0 - run.size, 1, area.y1 + 2 * run.size)) > 0
    return aligned and onward and gap <= _LEADING * run.size


def _order(run: Run) -> tuple[float, float]:
    return run.baseline, run.area.x0
