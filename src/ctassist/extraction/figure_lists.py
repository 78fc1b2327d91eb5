"""Lines of a list of figures: what they count in some months is a figure of those, and nothing that happened then."""

import re
from collections import Counter
from collections.abc import Sequence

from ctassist.extraction.dates import find_dates
from ctassist.extraction.figure_words import FIGURE, LABEL_WORDS
from ctassist.extraction.items import PlacedItem
from ctassist.extraction.sections import one_line
from ctassist.model.records import Indicator
from ctassist.model.text import Span
from ctassist.model.time import Interval, Period, Precision

_SEVERAL = 2
"""Under a heading with so many figures stands a list of them."""
_COUNTS = re.compile(rf"[^.;!?]*[^\W\d]\W*\s{FIGURE}\W*|\W*{FIGURE}\s+[^.;!?|]*", re.IGNORECASE)

_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had)\b", re.IGNORECASE)


def counting_lines(
    text: str, placed: Sequence[PlacedItem], figures: Sequence[Indicator], period: Period | None
) -> frozenset[Span]:
    """Finds the lines that only count: "Letters sent (April to June): 44", among other figures.

    Args:
        text: the canonical text.
        placed: the items.
        figures: those of lines, boxes and tables, not those of sentences.
        period: the issue's, for dates without a year.
    """
    lists = Counter(figure.section for figure in figures if figure.section)
    reference = period.interval if period else None
    found = set()
    for entry in placed:
        span = entry.item.span
        listed = lists[entry.item.section] >= _SEVERAL and _only_counts(one_line(span.of(text)), reference)
        # What a page tore apart may run on with a figure.
        torn = any(figure.span.start < span.end and span.start < figure.span.end for figure in figures)
        if listed or (torn and "\n" in span.of(text)):
            found.add(span)
    return frozenset(found)


def _only_counts(words: str, reference: Interval | None) -> bool:
    """Tells whether a line is a label and a figure beside its dates; what begins with a day was done on it."""
    for date in reversed(find_dates(words, reference)):
        before = words[: date.span.start]
        if date.interval.precision in (Precision.DAY, Precision.RANGE) and not before.strip("*_ ("):
            return False
        words = before + words[date.span.end :]
    label = len(words.split()) <= LABEL_WORDS and not _SAYS.search(words)
    return label and _COUNTS.fullmatch(words.replace("()", "")) is not None
