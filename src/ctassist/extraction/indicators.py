"""Headline figures: a number with its label, in a box, a line, a table; never paired by guess."""

from collections.abc import Sequence

from ctassist.extraction.figure_rows import figures_in_rows
from ctassist.extraction.indicator_boxes import boxed_figures, headed_figures
from ctassist.extraction.indicator_lines import figures_in_line, lines_of
from ctassist.extraction.indicator_tables import figures_beside_labels, figures_by_time, figures_over_labels
from ctassist.extraction.own_months import without_own_months
from ctassist.extraction.sections import Placed
from ctassist.model.records import Indicator
from ctassist.model.text import BlockKind
from ctassist.model.time import Interval


def find_indicators(
    text: str, placed: Sequence[Placed], period: Interval | None = None, number: str | None = None
) -> list[Indicator]:
    """Finds the headline figures of a document; a column of a table may be of its own ``period`` or ``number``."""
    text = without_own_months(text, period) if period else text
    found = [
        *boxed_figures(text, placed),
        *headed_figures(text, placed),
        *figures_in_rows(text, placed),
        *figures_by_time(text, placed, period, number),
        *figures_over_labels(text, placed),
        *figures_beside_labels(text, placed),
    ]
    for place in placed:
        block = place.block
        for line in [block.span] if block.kind is BlockKind.TABLE_ROW else lines_of(text, block.span):
            if not any(i.span.start < line.end and line.start < i.span.end for i in found):
                found += figures_in_line(text, place, line)
    return sorted(found, key=lambda indicator: indicator.span)
