"""Lines that are a date and nothing else, and what they date: the list below them, or all up to the next such line."""

from collections import Counter

from ctassist.extraction.dates import find_dates
from ctassist.model.text import BlockKind, Reading
from ctassist.model.time import Interval, Precision

_LONGEST = 60
_JOINERS = frozenset(["and", "to", "until", "or"])
_LEADS = frozenset(["in", "during", "on"])
"""What may stand before a date that heads a list: "In March 2024:"."""
_FEW = 2
"""A single month under a heading may say when a text was written; several part what stands there."""


def only_dates(words: str, reference: Interval | None, beside: frozenset[str] = _JOINERS) -> tuple[Interval, ...]:
    """The dates of a line, one line long, that has no other words than those ``beside`` them; else nothing."""
    found = find_dates(words, reference) if len(words) < _LONGEST else []
    rest = words
    for date in reversed(found):
        rest = f"{rest[: date.span.start]} {rest[date.span.end :]}"
    alone = all(word.strip(",:").casefold() in beside for word in rest.split() if any(map(str.isalnum, word)))
    return tuple(date.interval for date in found) if alone else ()


def dates_by_lines(reading: Reading, reference: Interval | None) -> dict[int, tuple[Interval, ...]]:
    """The dates of blocks by their places in the document, where a paragraph above them is a date.

    A date right above a list dates its items. Months, of which several stand under one heading, date whatever follows:
    "**March 2024**" in bold is a heading that lacks its sign. So is a day below a heading that is a day: of "5 MAR" and
    "12-14 MAR" on lines of their own, a reader may take but one for a heading. What is the time of the whole issue
    dates nothing.
    """
    lines = _lines(reading, reference)
    months = Counter(heading for heading, dates in lines.values() if all(map(_is_month, dates)))
    found: dict[int, tuple[Interval, ...]] = {}
    above: tuple[Interval, ...] = ()
    parts = below_day = False
    for index, block in enumerate(reading.blocks):
        if index in lines:
            heading, above = lines[index]
            parts = below_day or (months[heading] >= _FEW and all(map(_is_month, above)))
        elif block.kind is BlockKind.HEADING:
            above, parts = (), False
            days = only_dates(" ".join(block.span.of(reading.text).split()), reference)
            below_day = bool(days) and not any(map(_is_month, days))
        elif not (parts or block.kind is BlockKind.LIST_ITEM):
            above = ()
        elif above:
            found[index] = above
    return found


def _lines(reading: Reading, reference: Interval | None) -> dict[int, tuple[int, tuple[Interval, ...]]]:
    """The places of paragraphs that are dates, each with the number of its heading and the dates."""
    lines: dict[int, tuple[int, tuple[Interval, ...]]] = {}
    heading = 0
    for index, block in enumerate(reading.blocks):
        if block.kind is BlockKind.HEADING:
            heading = index
        elif dates := _opening(reading, index, reference):
            lines[index] = heading, dates
        elif block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start < _LONGEST:
            words = " ".join(block.span.of(reading.text).split())
            dates = only_dates(words, reference, _JOINERS | _LEADS)
            # A date in brackets ends the line before it: "School drill in Togo", and below it "(21 Jan)".
            if dates and not words.startswith("(") and not any(_covers(date, reference) for date in dates):
                lines[index] = heading, dates
    return lines


def _opening(reading: Reading, index: int, reference: Interval | None) -> tuple[Interval, ...]:
    """The day with which an unfinished sentence begins whose ends are the items below: "On 3 May the Assembly"."""
    block = reading.blocks[index]
    following = reading.blocks[index + 1] if index + 1 < len(reading.blocks) else None
    if block.kind is not BlockKind.PARAGRAPH or following is None or following.kind is not BlockKind.LIST_ITEM:
        return ()
    words = " ".join(block.span.of(reading.text).split())
    if len(words) > _LONGEST_OPENING or words.endswith(_FINISHED):
        return ()
    found = find_dates(words, reference)
    if len(found) != 1 or _is_month(found[0].interval):
        return ()
    opens = words[: found[0].span.start].strip("*_ ").casefold() in _LEADS
    return (found[0].interval,) if opens and words[found[0].span.end :].strip(" ,:") else ()


_LONGEST_OPENING = 120
_FINISHED = (".", "!", "?", ".”", '."')


def _is_month(date: Interval) -> bool:
    return date.precision not in (Precision.DAY, Precision.RANGE)


def _covers(date: Interval, reference: Interval | None) -> bool:
    return reference is not None and date.start <= reference.start and reference.end <= date.end
