"""Where each block of a document stands: the headings above it, and the date that heads it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ctassist.extraction.bare_days import BareDays, bare_days, single_month
from ctassist.extraction.date_lines import dates_by_lines
from ctassist.extraction.dates import find_dates
from ctassist.extraction.numeral_days import numeral_days
from ctassist.model.text import Block, BlockKind, Reading, Span
from ctassist.model.time import Interval

_LEAD_LENGTH = 120
_TITLE_BLOCKS = 12


LEADING_HEADING = re.compile(
    r"(?P<heading>[^\W\d_a-z][^:;.–—\n]{2,40}?"
    r" (?i:of the (?:day|week|fortnight|month|quarter|half-year|season|year|issue)))"
    r"\s*(?::|[–—])\s+(?=\S)"
)
"""A heading that its text follows on the same line: "Book of the month: …", in a letter that has no other headings."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block that is not a heading, its headings (outermost first, without the title) and the dates they state."""

    block: Block
    section: tuple[str, ...]
    dates: tuple[Interval, ...] = ()
    heading: int = 0
    """Number of the heading above it, so that neighbours under the same heading are known."""
    heading_span: Span | None = None
    """Where the nearest heading stands."""


def find_title(reading: Reading, name: str) -> str:
    """The document's title: its heading of rank 1, else what the file declares, its first line, its name.

    Where several headings have that rank they head its sections, and what the file declares goes before the first.
    """
    first = [block for block in reading.blocks[:_TITLE_BLOCKS] if block.kind is BlockKind.HEADING]
    titles = [block for block in first if block.level == 1]
    declared = one_line(reading.metadata.get("title", ""))
    ranked = sum(block.kind is BlockKind.HEADING and block.level == 1 for block in reading.blocks)
    if titles and not (declared and ranked > 1):
        return one_line(titles[0].span.of(reading.text))
    if declared:
        return declared
    if first and first[0] is reading.blocks[0]:
        return one_line(first[0].span.of(reading.text))
    return title_of_name(name)


def title_of_name(name: str) -> str:
    """The title of a document that has none: its file's name without suffix."""
    return name.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ")


def place(reading: Reading, title: str, reference: Interval | None) -> Iterator[Placed]:
    """Yields each block that is not a heading with its place."""
    stack: list[tuple[int, str, tuple[Interval, ...]]] = []
    parents: list[tuple[int, str]] = []
    number, heading_span, asked = 0, None, ""
    blocks = reading.blocks
    led = dates_by_lines(reading, reference)
    led |= {index: (day,) for index, day in numeral_days(reading, reference).items()}
    bare = bare_days(reading, reference)
    asking = _asking_paragraphs(reading)
    for index, block in enumerate(blocks):
        text = one_line(block.span.of(reading.text))
        if block.kind is BlockKind.HEADING:
            number, heading_span, asked = number + 1, block.span, ""
            parents = []
            stack = [entry for entry in stack if entry[0] < block.level]
            if text != title:
                stack.append((block.level, text, heading_dates(text, reference)))
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if entry := text if index in asking else _form_entry(block, text, following, reading.text):
            number, heading_span, asked, parents = number + 1, block.span, entry, []
            continue
        if block.kind is not BlockKind.LIST_ITEM:
            parents = []
        else:
            parents = [entry for entry in parents if entry[0] < block.level]
        above = (*(head for _, head, _ in stack), *([asked] if asked else []), *(lead for _, lead in parents))
        dates = next((entry[2] for entry in reversed(stack) if entry[2]), ())
        dates = led.get(index, dates)
        dates = next((d for _, lead in reversed(parents) if (d := heading_dates(lead, reference))), dates)
        if index in bare:
            dates = _in_their_month(bare[index], dates, reference) or dates
        yield Placed(block, above, dates, number, heading_span)
        if _leads(block, text, following):
            parents.append((block.level, lead_words(text)))


def _in_their_month(days: BareDays, above: tuple[Interval, ...], reference: Interval | None) -> tuple[Interval, ...]:
    """Days in the month that their table names, else that of the heading above, else that of the whole issue."""
    month = days.month or single_month(above[0] if len(above) == 1 else None if above else reference)
    return days.within(month) if month else ()


def bare_headings(reading: Reading, title: str) -> Iterator[Placed]:
    """Yields the headings with nothing below them among others that have something: they tell all there is to tell.

    Minutes have such headings: "### Contract of the caretaker" between two topics of which more is said.
    """
    stack: list[tuple[int, str]] = []
    blocks, number = reading.blocks, 0
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        number += 1
        text = one_line(block.span.of(reading.text))
        stack = [entry for entry in stack if entry[0] < block.level]
        if stack and _is_bare(blocks, index) and len(text.split()) > 1:
            yield Placed(block, tuple(heading for _, heading in stack), (), number, block.span)
        if text != title:
            stack.append((block.level, text))


def _is_bare(blocks: Sequence[Block], index: int) -> bool:
    """Tells whether the heading has nothing below it, while one of its kind beside it has."""
    level = blocks[index].level
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is not None and (following.kind is not BlockKind.HEADING or following.level > level):
        return False
    return any(_tells(blocks, at, level) for at in _siblings(blocks, index))


def _siblings(blocks: Sequence[Block], index: int) -> Iterator[int]:
    """Where the headings of the same rank under the same heading stand."""
    level = blocks[index].level
    for way in (range(index - 1, -1, -1), range(index + 1, len(blocks))):
        for at in way:
            if blocks[at].kind is BlockKind.HEADING and blocks[at].level < level:
                break
            if blocks[at].kind is BlockKind.HEADING and blocks[at].level == level:
                yield at


def _tells(blocks: Sequence[Block], at: int, level: int) -> bool:
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return following is not None and (following.kind is not BlockKind.HEADING or following.level > level)


_ENTRY = re.compile(r"(?:\d{1,2}|[A-Za-z])[.)]\s+(?P<words>[^\n]{6,240}(?:\?|:))\s*")


def _form_entry(block: Block, text: str, following: Block | None, whole: str) -> str:
    """What a form asks in a numbered line, where the answer stands below it as a paragraph or a list of its own.

    It heads that answer: "2. Where do you need help?" above "Pilots. We have none."
    """
    match = _ENTRY.fullmatch(text) if block.kind is BlockKind.LIST_ITEM else None
    if match is None or following is None or following.level > block.level:
        return ""
    if following.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return ""
    numbered = _NUMBERED.match(following.span.of(whole)) is not None
    return "" if following.kind is BlockKind.LIST_ITEM and numbered else match["words"]


def _asking_paragraphs(reading: Reading) -> frozenset[int]:
    """Where the questions of a form stand that are paragraphs of their own, each above its answer."""
    found = [
        at
        for at, (block, below) in enumerate(pairwise(reading.blocks))
        if block.kind is BlockKind.PARAGRAPH
        and _ASKS.fullmatch(one_line(block.span.of(reading.text)))
        and below.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
        and not _ASKS.fullmatch(one_line(below.span.of(reading.text)))
    ]
    return frozenset(found) if len(found) >= _FORM else frozenset()


_FORM = 3
"""So many questions, each with its answer below it, are a form; a single one may only be put to the reader."""
_ASKS = re.compile(
    r"(?:what|which|who|whom|where|when|why|how|did|do|does|is|are|was|were|has|have|can|should|any)\b[^.?!]{4,150}\?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[A-Za-z])[.)]\s")
_QUESTION = re.compile(r"[^?]{10,160}\?(?=\s|$)")
"""What a form asks, before it explains what it means by that."""


def lead_words(text: str) -> str:
    """What a list item says of those below it: its words, of a longer one the question that it opens with."""
    asked = _QUESTION.match(text) if len(text) > _LEAD_LENGTH else None
    return asked.group() if asked else text.rstrip(":")


def _leads(block: Block, text: str, following: Block | None) -> bool:
    """A short list item above deeper ones names their subject, and so does one that asks what they answer."""
    return (
        block.kind is BlockKind.LIST_ITEM
        and following is not None
        and following.kind is BlockKind.LIST_ITEM
        and following.level > block.level
        and (len(text) <= _LEAD_LENGTH or _QUESTION.match(text) is not None)
    )


def heading_dates(text: str, reference: Interval | None) -> tuple[Interval, ...]:
    """The dates of a heading that is a date, alone or before a dash or colon: "12 March – Geneva"."""
    found = [date for date in find_dates(text, reference) if not _is_the_period(date.interval, reference)]
    if not found:
        return ()
    rest = text
    for date in reversed(found):
        rest = rest[: date.span.start] + rest[date.span.end :]
    opens = text[: found[0].span.start].strip(" ([–—-:|,#")
    words = [word for word in rest.split() if any(ch.isalpha() for ch in word)]
    return tuple(date.interval for date in found) if not opens or len(words) <= 3 else ()


def _is_the_period(interval: Interval, reference: Interval | None) -> bool:
    """Tells whether a heading's date is the issue's whole period, which dates none of its lines."""
    return reference is not None and interval.start <= reference.start and reference.end <= interval.end


def one_line(text: str) -> str:
    """Joins the lines of a text."""
    return " ".join(text.split())
