"""Blocks to items: torn lines are joined, paragraphs are split where a new dated thing begins."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ctassist.extraction.dates import begins_with_date, find_dates, has_bracketed_date, has_date
from ctassist.extraction.day_lines import with_their_days
from ctassist.extraction.introductions import introduced
from ctassist.extraction.role_words import role_label
from ctassist.extraction.sections import Placed
from ctassist.extraction.sentences import sentences
from ctassist.extraction.vocabulary import alternatives, months, table
from ctassist.model.records import Item
from ctassist.model.text import BlockKind, Span
from ctassist.model.time import Interval, Precision

_TORN_LINE = 64
"""A line shorter than this many characters may be a piece of a narrow column."""
_TERMINAL = re.compile(r"[.!?;:)\]”\"»]$")
_NUMBER_ONLY = re.compile(r"^[\W\d_]*$")


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """An item with the dates of the heading it stands under, the cells of its table row, and whether it is a bullet."""

    item: Item
    heading_dates: tuple[Interval, ...] = ()
    cells: tuple[Span, ...] = ()
    bullet: bool = False


def find_items(
    text: str, placed: Sequence[Placed], taken: Iterable[Span], reference: Interval | None, *, torn: bool
) -> list[PlacedItem]:
    """Makes items of blocks.

    Args:
        text: the canonical text.
        placed: blocks in reading order with their headings.
        taken: spans that are already accounted for as headline figures; blocks inside them make no items.
        reference: the issue's period, for dates without a year.
        torn: whether lines may be pieces, as in text extracted from pages.
    """
    used = sorted(taken)
    free = [p for p in placed if not any(s.start <= p.block.span.start and p.block.span.end <= s.end for s in used)]
    joined = list(_joined(text, free) if torn else with_their_days(text, free, reference))
    groups = _entries(text, _events(text, _reports(text, joined)))
    return [item for place, span in groups for item in _items_of(text, place, span, reference)]


def _joined(text: str, placed: Sequence[Placed]) -> Iterator[tuple[Placed, Span]]:
    """Joins pieces of one line that blank lines or columns have torn apart."""
    current: tuple[Placed, Span] | None = None
    last_piece = ""
    for place in placed:
        words = place.block.span.of(text)
        if current and current[0].heading == place.heading and _goes_on(current[1].of(text), last_piece, words, place):
            current = (current[0], Span(current[1].start, place.block.span.end))
        else:
            if current:
                yield current
            current = (place, place.block.span)
        last_piece = words
    if current:
        yield current


_LONGEST_REPORT = 1_500
"""Of more characters than this, only the first paragraph of a report stays with the line that names its author."""


def _reports(text: str, groups: Sequence[tuple[Placed, Span]]) -> list[tuple[Placed, Span]]:
    """Joins a line that says whose words follow to the block quotation below it: "Jane Roe reports:"."""
    found: list[tuple[Placed, Span]] = []
    index = 0
    while index < len(groups):
        place, span = groups[index]
        below = []
        if place.block.kind is BlockKind.PARAGRAPH and introduced(span.of(text)):
            for group in groups[index + 1 :]:
                if group[0].block.kind is not BlockKind.QUOTE or group[0].heading != place.heading:
                    break
                below.append(group)
        while len(below) > 1 and below[-1][1].end - span.start > _LONGEST_REPORT:
            below.pop()
        found.append((below[0][0], Span(span.start, below[-1][1].end)) if below else (place, span))
        index += 1 + len(below)
    return found


_MOST_SUBLINES = 3
"""An event has at most this many lines below its own: a title, a speaker, a link; more are things of their own."""


def _events(text: str, groups: Sequence[tuple[Placed, Span]]) -> Iterator[tuple[Placed, Span]]:
    """Joins a list item that begins with a date and says more than that to the lines below that complete it.

    "2024-03-12 | Berlin | Bee Circle" with "Talks night: queues" under it is one event. A date alone heads others.
    """
    index = 0
    while index < len(groups):
        place, span = groups[index]
        below = _below(groups, index)
        if 0 < len(below) <= _MOST_SUBLINES and _is_event(text, place, span, [s for _, s in below]):
            yield place, Span(span.start, below[-1][1].end)
            index += len(below)
        else:
            yield place, span
        index += 1


def _below(groups: Sequence[tuple[Placed, Span]], index: int) -> list[tuple[Placed, Span]]:
    """The deeper list items right below a list item."""
    place = groups[index][0]
    if place.block.kind is not BlockKind.LIST_ITEM:
        return []
    below = []
    for group in groups[index + 1 :]:
        block = group[0].block
        if (
            block.kind is not BlockKind.LIST_ITEM
            or block.level <= place.block.level
            or group[0].heading != place.heading
        ):
            break
        below.append(group)
    return below


def _is_event(text: str, place: Placed, span: Span, below: Sequence[Span]) -> bool:
    """Tells whether a line and those below it tell of one thing: fields of a calendar, or one line under a day."""
    words = span.of(text)
    if not begins_with_date(words) or any(begins_with_date(line.of(text)) for line in below):
        return False
    return len(below) == 1 or "|" in words


_ENTRY = re.compile(r"(?P<key>[A-Z][\w /-]{0,24}):\s+\S")
_LETTER_HEAD = frozenset(["from", "to", "subject", "cc", "bcc", "reply-to"])


def _entries(text: str, groups: Iterable[tuple[Placed, Span]]) -> Iterator[tuple[Placed, Span]]:
    """Joins neighbouring lines such as "Event: …", "Date: …", "Place: …" up to the next of the same key.

    The head of a letter ("From: …", "To: …") tells of nothing.
    """
    run: list[tuple[Placed, Span, str]] = []
    for place, span in groups:
        words = span.of(text)
        match = None if begins_with_date(words) else _ENTRY.match(words)
        key = match["key"].casefold() if match and place.block.kind is BlockKind.PARAGRAPH else ""
        if run and (not key or key in {known for _, _, known in run} or place.heading != run[-1][0].heading):
            yield from _entry(text, run)
            run = []
        if key:
            run.append((place, span, key))
        else:
            yield place, span
    yield from _entry(text, run)


def _entry(text: str, run: Sequence[tuple[Placed, Span, str]]) -> Iterator[tuple[Placed, Span]]:
    """One item for a run of lines with unlike keys, if one of them is a date; else each line is its own."""
    if sum(key in _LETTER_HEAD for _, _, key in run) > 1:
        return
    if len(run) > 1 and any(has_date(_without_terms(span.of(text))) for _, span, _ in run):
        yield run[0][0], Span(run[0][1].start, run[-1][1].end)
    else:
        yield from ((place, span) for place, span, _ in run)


def is_entry(words: str) -> bool:
    """Tells whether an item is made of lines such as "Event: …", "Date: …", "Lead: …": its lead has no body."""
    return len(_ENTRIES.findall(words)) > 1 and has_date(_without_terms(words))


_ENTRIES = re.compile(rf"^{_ENTRY.pattern}", re.MULTILINE)


def _without_terms(words: str) -> str:
    """Words without what brackets say of how long somebody held a post: "Chairs: Ana Roe (until March), Bo Li"."""
    return re.sub(r"\((?:until|till|up\s+to|from|since|as\s+of)\b[^()]*\)", "", words, flags=re.IGNORECASE)


def _goes_on(whole: str, last: str, piece: str, place: Placed) -> bool:
    if place.block.kind is not BlockKind.PARAGRAPH or _NUMBER_ONLY.match(piece) or _NUMBER_ONLY.match(last):
        return False
    if _SALUTATION.fullmatch(piece) or (_SALUTATION.fullmatch(last) and not piece[0].islower()):
        return False
    if is_open(last) or _in_brackets(whole) or (_DAY_LAST.search(last) and _month_first().match(piece)):
        return True
    if _BRACKETED.fullmatch(piece) and has_bracketed_date(piece) and not has_bracketed_date(last):
        return True
    if begins_with_date(piece) or _ENTRY.match(piece):
        return False
    if piece[0].islower():
        return not last.endswith((".", "!", "?"))
    if _label_alone().fullmatch(last):
        return _HOLDERS.fullmatch(piece) is not None
    if _says_who_holds(last) or (whole == last and _COUNT.fullmatch(last)) or (piece.isupper() and not last.isupper()):
        return False
    return not _TERMINAL.search(last) and len(last) < _TORN_LINE and len(piece) < _TORN_LINE


_BRACKETED = re.compile(r"\([^()]{3,40}\)")
"""A day in brackets on a line of its own is that of the line above, however long that is."""
_DAY_LAST = re.compile(
    r"\b(?:on|from|to|until|till|by|before|after|since|between|and|or|of)\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?$"
)


@cache
def _month_first() -> re.Pattern[str]:
    """A month that goes on with the day at the end of the page before: "on 25", "August. The course was free"."""
    return re.compile(rf"(?:{alternatives(months())})\b(?=[.,;:)]|\s+(?:\d{{4}}\b|[^\W\dA-Z_])|$)", re.IGNORECASE)


def _says_who_holds(line: str) -> bool:
    """Tells whether a line of a chart ends with holders, after which another thing begins: "Chair: WTO", "WTO, BPU"."""
    return _HOLDERS.fullmatch(line) is not None or _held().search(line) is not None


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{role_label()})\s*:\s*\S+(?:\s+\S+){{0,6}}$", re.IGNORECASE)


@cache
def _label_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:{role_label()})\s*:", re.IGNORECASE)


_SALUTATION = re.compile(r"(?:My\s+)?[Dd]ear\s+[^\n,;:.]{2,60}[,:!]?\s*")
"""Whom a letter greets: neither its head nor what it tells goes on there."""
_HOLDERS = re.compile(r"[A-Z][A-Z\d&-]+(?:,\s*[A-Z][A-Z\d&-]+)+")
_COUNT = re.compile(r"\d{1,3}\s+[a-z][\w -]*")
"""A line that only counts something: "8 working groups under 4 pillars"."""


def _in_brackets(line: str) -> bool:
    """Tells whether a line ends inside brackets that still lack something: "(25 Jan and 8 Feb" lacks nothing."""
    opening = line.rfind("(")
    inside = line[opening + 1 :]
    return opening >= 0 and ")" not in inside and len(inside) < _TORN_LINE and not has_bracketed_date(line)


@cache
def _open_endings() -> frozenset[str]:
    return frozenset(table("grammar")["open_endings"])


def is_open(line: str) -> bool:
    """Tells whether a line ends in a word or sign after which it must go on."""
    line = line.rstrip()
    return line.endswith((",", "-", "–", "&", "/")) or (line.split() or [""])[-1].casefold() in _open_endings()


def _items_of(text: str, place: Placed, span: Span, reference: Interval | None) -> Iterator[PlacedItem]:
    """One item, or several where a text tells of several dated things."""
    block = place.block
    whole = block.kind is BlockKind.TABLE_ROW or block.kind is BlockKind.QUOTE
    if block.kind is BlockKind.TABLE_ROW and block.header:
        return
    parts = [span] if whole else _split(text, span, reference, apart=block.kind is BlockKind.PARAGRAPH)
    label = _label_dates(parts[0].of(text), reference) if block.kind is BlockKind.PARAGRAPH else ()
    for part in parts:
        if any(ch.isalpha() for ch in part.of(text)):
            bullet = block.kind is BlockKind.LIST_ITEM
            yield PlacedItem(Item(part, place.section, block.page), label or place.dates, block.cells, bullet)


_LONGEST_LABEL = 60


def _label_dates(words: str, reference: Interval | None) -> tuple[Interval, ...]:
    """The date that labels a paragraph, which is that of all its sentences: "August: WTO met in Riga. BPU left."."""
    for found in find_dates(words[:_LONGEST_LABEL], reference)[:1]:
        if not words[: found.span.start].strip("*_ ") and words[found.span.end :].lstrip("*_ ").startswith(":"):
            return (found.interval,)
    return ()


def _split(text: str, span: Span, reference: Interval | None, *, apart: bool) -> list[Span]:
    """Groups sentences: a dated one begins a new item, one that speaks of the one before it stays with it.

    ``apart``: other sentences are items of their own too (in a paragraph), else they stay (in a list item).
    """
    groups: list[Span] = []
    dated = False
    apart = apart and not _opens_with_its_time(text, span, reference)
    for sentence in sentences(text, span):
        words = sentence.of(text)
        has_date = any(found.interval for found in find_dates(words, reference))
        if groups and _is_within_words(text, groups[-1], span):
            groups[-1] = Span(groups[-1].start, sentence.end)
            dated = dated or has_date
            continue
        signs = bool(groups) and _signs(words) and groups[-1].of(text).endswith(("”", '"', "»"))
        tells_more = _speaks_of_the_last(words) or not apart or (dated and _FIELD.fullmatch(words) is not None)
        stays = signs or (groups and not (has_date and dated) and tells_more) or (groups and _PUTS_RIGHT.match(words))
        if len(groups) == 1 and _is_head(groups[0].of(text), reference, titled=False):
            stays = True  # What follows happened there and then, whatever other days it names.
        elif groups and ((has_date and not dated and not apart) or _is_second_title(groups[-1].of(text), words)):
            stays = True
        if stays:
            groups[-1] = Span(groups[-1].start, sentence.end)
            dated = dated or has_date
        else:
            groups.append(sentence)
            dated = has_date
    return groups


def _opens_with_its_time(text: str, span: Span, reference: Interval | None) -> bool:
    """Tells whether a paragraph opens with a day and a place, or with a title and its day, as an entry of a calendar.

    "6 May – Riga. Pilots met." and "Course on knots, Riga, 6 May. Pilots tied 40." tell of one thing; so does what
    follows up to the next day.
    """
    parts = sentences(text, span)
    if len(parts) < 2 or any(has_date(part.of(text)) for part in parts[1:]):
        return False
    return _is_head(parts[0].of(text), reference, titled=True)


def _is_head(head: str, reference: Interval | None, *, titled: bool) -> bool:
    """Tells whether a sentence is nothing but a day and a place, or with ``titled`` a title and its day."""
    if not head.endswith(".") or len(head) > _LONGEST_HEAD:
        return False
    found = [
        date for date in find_dates(head, reference) if date.interval.precision in (Precision.DAY, Precision.RANGE)
    ]
    if not found:
        return False
    before, behind = head[: found[0].span.start].strip("*_ "), head[found[-1].span.end :].strip("*_ .")
    if not before:
        return _STOP.fullmatch(behind) is not None
    return titled and not behind and _TITLED.fullmatch(before) is not None


_LONGEST_HEAD = 120
_PROPER = r"[^\W\d_a-z][^\W\d_]*(?:[’'-][^\W\d_]+)*\.?"
_STOP = re.compile(
    rf"[,:|–—-]\s*{_PROPER}(?:,?\s+(?:(?:of|de|la|du|da|do|del|and|on|upon|am|an|der|the)\s+)*{_PROPER})*"
)
"""Where it was, behind the day: "– Rio de Janeiro, Brazil"."""
_TITLED = re.compile(r"[^\W\d_a-z][^.;:!?]*,")
"""What it was, before the day: "Course on knots, Riga,"."""


def _is_within_words(text: str, group: Span, span: Span) -> bool:
    """Tells whether somebody's words that a group of sentences opens are closed only behind it, as they must."""
    said = group.of(text)
    for opening, closing in _MARKS:
        if opening == closing:
            opened = said.count(opening) % 2 == 1 and _OPENS.search(said.rpartition(opening)[0] + opening) is not None
        else:
            opened = said.rfind(opening) > said.rfind(closing)
        if opened:
            closed = text.find(closing, group.end, span.end)
            between = text[group.end : closed] if closed >= 0 else ""
            # What is opened again before it is closed lost its mark: nobody knows where the words end.
            return closed >= 0 and opening not in between and not text[closed - 1].isspace()
    return False


_MARKS = (("“", "”"), ('"', '"'), ("«", "»"))
_OPENS = re.compile(r"(?:^|[\s(\[])\S$")
"""A mark with nothing or a blank before it opens; one behind a number is for inches."""


def _is_second_title(first: str, words: str) -> bool:
    """Tells whether a title goes on behind the question that it opens with: "Who Lit It? Lamps of Oslo, by Ana Roe"."""
    return first.endswith(("?", "!")) and len(first.split()) <= _SHORT_TITLE and _CREDITED.match(words) is not None


_SHORT_TITLE = 8
_CREDITED = re.compile(
    r"[^.!?]{4,100}?,\s+(?:(?:compiled|edited|written|prepared|produced|published|issued|translated|illustrated"
    r"|drawn up|collected|authored)\s+)?by\s+[^\W\d_a-z]"
)
_SIGNATURE = re.compile(
    r"[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,3}(?:,\s|\s\([A-Z][^()]{1,40}\)(?:,\s|\W*$))|\([A-Z][^()]+\)\W*$"
)
"""A name with a comma, or with brackets, after somebody's words: "…" Jane Roe, head of it; "…" Ana Roe (WTO)."""
_STACKED = re.compile(
    r"[^\W\d_a-z][\w.’'-]*"
    r"(?:\s+(?:(?:of|the|for|and|de|del|da|von|van|der|den|al|el|bin)\s+)*[^\W\d_a-z][\w.’'-]*){1,8}"
    r"(?:\s+\([^()]{1,40}\)|,\s+\d[^.;:()]{1,30}|,\s+[^\W\d_a-z]\w+\s\d{1,2})?"
)
"""Organisation, office and name in a row, with no word of a sentence: "…" WTO President Jane Roe (3 June)."""


def _signs(words: str) -> bool:
    """Tells whether a sentence behind somebody's words is no sentence, but says whose they are."""
    return _SIGNATURE.match(words) is not None or _STACKED.fullmatch(words.strip(" .")) is not None


_PUTS_RIGHT = re.compile(
    r"(?:It|They|This|These|He|She)\s[^.;]{0,40}?\b(?:in fact|in reality|in truth|actually|really|instead)\b"
)
"""What puts the sentence before it right, with another day: "It was in fact held from 26 to 28 May"."""
_NAMED = r"[A-Z][\w&.’'-]*(?:\s+(?:(?:of|the|and|for|on|in|to|de|du|des|la)\s+)*[A-Z][\w&.’'-]*)*"
_FIELD = re.compile(
    rf"[A-Z][a-z]+(?:\s[a-z]+){{0,2}}:\s+(?:all\s+[a-z]+|\d[^.;:!?]*|{_NAMED}(?:(?:,|\s+and)\s+{_NAMED})*)\.?"
)
"""What else is to be said of the event before, with its label: "Taking part: WTO, BPU.", "Present: 40 pilots"."""


@cache
def _anaphora() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, table('grammar')['anaphora']))}|the [a-z]+)\b", re.IGNORECASE)


def _speaks_of_the_last(sentence: str) -> bool:
    match = _anaphora().match(sentence)
    return match is not None and (not sentence.startswith("The ") or sentence[4:5].islower())
