"""Figures side by side on one line, and their labels side by side on the line above or below."""

import re
from collections.abc import Iterator, Sequence

from ctassist.extraction.dates import has_date
from ctassist.extraction.figure_words import LABEL_WORDS, YEAR, figure_value, is_figure, label_of
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.sentences import trimmed
from ctassist.model.records import Indicator
from ctassist.model.text import BlockKind, Span

_FEWEST = 2
_BETWEEN = re.compile(r"\s+[/|·•]\s+|;\s+")
_ALONE = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")


def figures_in_rows(text: str, placed: Sequence[Placed]) -> Iterator[Indicator]:
    """Yields the figures of such pairs of lines: "13 640 1,873" and "Members / Boats / Letters sent".

    Only where there are as many of one as of the other: "1 050 7" over two labels may be 1,050 and 7, or anything.
    """
    at = 0
    while at < len(placed):
        place, span = placed[at], placed[at].block.span
        numbers, labels = _figures(text, span), _labels(text, span)
        below = placed[at + 1].block.span if at + 1 < len(placed) and placed[at + 1].heading == place.heading else None
        pairs = _run_on(text, span)
        if below and (numbers or labels):
            pairs = _paired(numbers, _labels(text, below)) or _paired(_figures(text, below), labels)
            at += bool(pairs)
        if place.block.kind is BlockKind.PARAGRAPH:
            ends = [end for pair in pairs for part in pair for end in (part.start, part.end)]
            yield from (_indicator(text, place, pair, Span(min(ends), max(ends))) for pair in pairs)
        at += 1


def _paired(numbers: Sequence[Span], labels: Sequence[Span]) -> list[tuple[Span, Span]]:
    alike = len(numbers) == len(labels) >= _FEWEST
    return list(zip(numbers, labels, strict=True)) if alike else []


def _run_on(text: str, span: Span) -> list[tuple[Span, Span]]:
    """The pairs of a line that has both, the figures first: a reader took two lines for one."""
    first = _LETTER.search(text, span.start, span.end)
    if first is None or first.start() == span.start:
        return []
    numbers = trimmed(text, Span(span.start, first.start()))
    return _paired(_figures(text, numbers), _labels(text, Span(first.start(), span.end)))


def _figures(text: str, span: Span) -> list[Span]:
    """The figures of a line that has nothing else; years may be of a time rather than figures."""
    found = [Span(*match.span()) for match in _ALONE.finditer(text, span.start, span.end)]
    plain = all(is_figure(part.of(text)) and not YEAR.fullmatch(part.of(text)) for part in found)
    return found if len(found) >= _FEWEST and plain else []


def _labels(text: str, span: Span) -> list[Span]:
    """The labels of a line that has signs between them and no figure."""
    words, found, at = span.of(text), [], 0
    for match in [*_BETWEEN.finditer(words), None]:
        end = match.start() if match else len(words)
        found.append(trimmed(text, Span(span.start + at, span.start + end)))
        at = match.end() if match else end
    labels = [one_line(part.of(text)) for part in found]
    plain = all(
        label[:1].isalpha() and len(label.split()) <= LABEL_WORDS and not re.search(r"[\d:.!?]", label)
        for label in labels
    )
    return found if len(found) >= _FEWEST and plain and not has_date(words) else []


def _indicator(text: str, place: Placed, pair: tuple[Span, Span], span: Span) -> Indicator:
    """A figure with both whole lines for its span: which label is whose is told by their order."""
    number, label = pair
    figure = number.of(text)
    value, unit = figure_value(figure) or (None, None)
    return Indicator(span, label_of(label.of(text)), value, figure, unit, place.section, place.block.page)
