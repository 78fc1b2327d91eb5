"""Days that stand on lines of their own above what happened on them, as columns of a calendar are read."""

from collections.abc import Iterator, Sequence

from ctassist.extraction.date_lines import only_dates
from ctassist.extraction.sections import Placed, one_line
from ctassist.model.text import BlockKind, Span
from ctassist.model.time import Interval, Precision

_FEW = 2
"""A single day under a heading may be the day on which the text was written."""


def with_their_days(text: str, placed: Sequence[Placed], reference: Interval | None) -> Iterator[tuple[Placed, Span]]:
    """Yields each block with its span, which begins with the day that stands alone right above it.

    Only where several days stand so under one heading. A day belongs to the one block below it: what follows next
    may be undated.
    """
    days = [_is_day(text, place, reference) for place in placed]
    count: dict[int, int] = {}
    for place, is_day in zip(placed, days, strict=True):
        count[place.heading] = count.get(place.heading, 0) + is_day
    above: Placed | None = None
    for place, is_day in zip(placed, days, strict=True):
        heads = above is not None and above.heading == place.heading and place.block.kind is BlockKind.PARAGRAPH
        if above and not (heads and not is_day):
            yield above, above.block.span
        if is_day and count[place.heading] >= _FEW:
            above = place
            continue
        yield place, Span(above.block.span.start, place.block.span.end) if above and heads else place.block.span
        above = None
    if above:
        yield above, above.block.span


def _is_day(text: str, place: Placed, reference: Interval | None) -> bool:
    """Tells whether a paragraph is a day or several, and nothing else."""
    if place.block.kind is not BlockKind.PARAGRAPH:
        return False
    dates = only_dates(one_line(place.block.span.of(text)), reference)
    return bool(dates) and all(date.precision in (Precision.DAY, Precision.RANGE) for date in dates)
