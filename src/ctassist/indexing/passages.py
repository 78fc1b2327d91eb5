"""What is embedded and searched: each item in its context, short ones together, long ones in parts."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from ctassist.model.records import Activity, Extraction, Indicator, Role, Statement
from ctassist.model.text import BlockKind, Reading, Span
from ctassist.model.time import Interval

_FEWEST_WORDS = 3
_MOST_BYTES = 1_200
"""About 220 tokens of English; bytes of UTF-8 rather than characters, as other scripts take more tokens a character."""

_SENTENCE_END = re.compile(r"[.!?…][\"'\u201d\u2019»)\]]*\s+|[\u3002\uff01\uff1f]\s*|[;\n]\s*")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """A passage before it is stored. ``words`` are those of ``span``; ``item`` counts in the extraction's items."""

    span: Span
    words: str
    context: str
    section: tuple[str, ...] = ()
    page: int | None = None
    start_date: date | None = None
    end_date: date | None = None
    item: int | None = None

    @property
    def text(self) -> str:
        """What is embedded: the words with the document's title and headings in front."""
        return f"{self.context}: {self.words}" if self.context else self.words


@dataclass(frozen=True, slots=True)
class _Line:
    """A stretch of text that makes a passage unless it is too long for one."""

    span: Span
    section: tuple[str, ...]
    page: int | None
    item: int | None


def passages_of(reading: Reading, extraction: Extraction) -> list[PassageDraft]:
    """Returns the passages of a document in reading order.

    A document in which extraction found nothing is taken by its blocks, so that it can still be searched.
    """
    lines = _lines_of_records(reading, extraction) or _lines_of_blocks(reading)
    dates = _Dates(extraction)
    drafts = []
    for line in _join_short(reading.text, lines):
        context = " > ".join(part for part in (extraction.title, *line.section) if part)
        for span in _pieces(reading.text, line.span):
            days = dates.within(span)
            drafts.append(
                PassageDraft(
                    span=span,
                    words=span.of(reading.text),
                    context=context,
                    section=line.section,
                    page=line.page,
                    start_date=min((interval.start for interval in days), default=None),
                    end_date=max((interval.end for interval in days), default=None),
                    item=line.item,
                )
            )
    return drafts


def _lines_of_records(reading: Reading, extraction: Extraction) -> list[_Line]:
    """The items, and the records that are in none of them, such as figures, in reading order."""
    headings = {block.span for block in reading.blocks if block.kind is BlockKind.HEADING}
    lines = [_Line(item.span, item.section, item.page, index) for index, item in enumerate(extraction.items)]
    taken = sorted(line.span for line in lines)
    others: list[Activity | Role | Indicator | Statement] = [*extraction.activities, *extraction.roles]
    others += [*extraction.indicators, *extraction.statements]
    for record in sorted(others, key=lambda record: (record.span.start, -record.span.end)):
        place = bisect_left(taken, record.span)
        beside = taken[max(place - 1, 0) : place + 1]
        if not any(span.start < record.span.end and record.span.start < span.end for span in beside):
            taken.insert(place, record.span)
            lines.append(_Line(record.span, record.section, record.page, None))
    lines.sort(key=lambda line: line.span)
    return [line for line in lines if line.span not in headings and _WORD.search(line.span.of(reading.text))]


def _lines_of_blocks(reading: Reading) -> list[_Line]:
    lines = []
    above: list[tuple[int, str]] = []
    for block in reading.blocks:
        words = " ".join(block.span.of(reading.text).split())
        if block.kind is BlockKind.HEADING:
            above = [(level, heading) for level, heading in above if level < block.level]
            above.append((block.level, words))
        elif words:
            lines.append(_Line(block.span, tuple(heading for level, heading in above if level > 1), block.page, None))
    return lines


def _join_short(text: str, lines: list[_Line]) -> Iterator[_Line]:
    """Joins a line of one or two words to the next of its section, or at a section's end to the one before.

    A line that ends in a colon leads to what follows it, never to what stands before.
    """
    held: _Line | None = None
    for line, following in zip_longest(lines, lines[1:]):
        last = following is None or not _are_neighbours(line, following)
        if held is None:
            held = line
        elif (
            _are_neighbours(held, line)
            and not line.span.of(text).endswith(":")
            and (_is_short(text, held) or (last and _is_short(text, line)))
        ):
            held = _Line(Span(held.span.start, line.span.end), held.section, held.page, held.item)
        else:
            yield held
            held = line
    if held is not None:
        yield held


def _are_neighbours(one: _Line, other: _Line) -> bool:
    in_order = one.span.end <= other.span.start
    return in_order and one.section == other.section and one.page == other.page


def _is_short(text: str, line: _Line) -> bool:
    return len(_WORD.findall(line.span.of(text))) < _FEWEST_WORDS


class _Dates:
    """The dates that a document states, by where it states them."""

    def __init__(self, extraction: Extraction) -> None:
        stated = [(activity.span, interval) for activity in extraction.activities for interval in activity.intervals]
        stated += [(said.span, said.interval) for said in extraction.statements if said.interval is not None]
        self._stated = sorted(stated, key=lambda pair: pair[0])
        self._longest = max((span.end - span.start for span, _ in stated), default=0)

    def within(self, span: Span) -> list[Interval]:
        """Returns the dates whose line shares a character with ``span``."""
        first = bisect_left(self._stated, span.start - self._longest, key=lambda pair: pair[0].start)
        last = bisect_left(self._stated, span.end, key=lambda pair: pair[0].start)
        return [interval for where, interval in self._stated[first:last] if where.end > span.start]


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Cuts a span at the ends of sentences, or failing these at blanks, into parts short enough to embed."""
    start = span.start
    while start < span.end:
        window = _window(text, Span(start, span.end))
        end = start + window
        if end < span.end:
            end = start + _last_break(text[start:end])
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        if first < last:
            yield Span(first, last)
        start = end


def _window(text: str, span: Span) -> int:
    """How many characters from the start of a span fit into one passage; at least one."""
    start = text[span.start : min(span.end, span.start + _MOST_BYTES)].encode(errors="replace")
    return len(start[:_MOST_BYTES].decode(errors="ignore"))


def _last_break(words: str) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    if ends:
        return ends[-1]
    blank = max(words.rfind(" "), words.rfind("\t"))
    return blank + 1 if blank > 0 else len(words)
