"""Lines of plain text, gathered into units: what belongs together before anything is known of the whole."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from ctassist.model.text import BlockKind
from ctassist.reading.bullets import Bullet, bullet_of, is_lone_mark
from ctassist.reading.columns import Table, is_rule, table_at
from ctassist.reading.headings import (
    ends_open,
    is_box_line,
    is_capitals,
    is_entry,
    is_figure,
    is_fragment,
    is_label,
    is_one_word,
    is_plain_heading,
    is_title,
    looks_on,
)
from ctassist.reading.month_names import month_names, short_month_names

# What symbol fonts and failed conversions leave; a line of nothing else says nothing.
_DECORATION = re.compile(r"[\s\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd•●○◦▪▫■□·*_~.…→►▶]+")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*")
_LONGEST_UNDERLINED = 120
_COUNTS = re.compile(r":\s*[$€£]?\d[\d.,\s]*[%+]?\s*$")
TOLD_DAY = re.compile(r"\((?=[^()]*\b[A-Z][a-z]{2,8}\b)[^()]{3,40}\)$")
"""The day of what happened, in brackets at the end of a line; months in any language."""
_COUNTED = re.compile(r"\s*[$€£]?\d[\d.,\s]*%?\s+[^\W\d_]")
"""A number and what it counts or numbers: "1,050 focal points", "2 Border management - Chair: WTO"."""
_AS_OF = re.compile(r"\W*(?:as\s+(?:of|at|on)|by|until|on|status|state)\b[^.;:]{3,40}(?:19|20)\d\d\W*", re.IGNORECASE)
"""The last line of a box of figures, which says of which day they are."""
_DASHED = re.compile(r"\s*[^\W\d_a-z][^–—:;.()]{1,70}?\s[–—-]\s\S")
"""A name with a dash behind it: "Border management – WTO (Chair)"."""
_FEW_ROWS = 1
_COUNTING_SHARE = 0.6
_PAUSE = (".", ":", ";", "!", "?", ")")
_FIRST_NUMBERS = ("1.", "1)", "(1)", "(a)", "a)", "(i)", "i)")
_SPLIT_WORD = re.compile(r"[^\W\d_]-$")
_TITLE_SHARE = 0.6
_ROOM = 0.75
"""Wrapped lines are about as long: where the next word had fitted into so much of the longest, a line ends."""
_SENTENCE_ENDS = (".", "!", "?", ")", "”", '"', "’")
_NUMBER = r"(?<!\d)\d{1,2}(?!\d)"
_DAY_PART = rf"(?:{_NUMBER}|[A-Z][a-zé]{{2,8}}\.?|and|to|[-–&])[\s,]*"
_DAYS = rf"(?=[^:\n]{{0,29}}{_NUMBER})(?:{_DAY_PART}){{2,9}}(?:(?:19|20)\d\d)?"
_DAY = re.compile(rf"{_DAYS}(?::|(?<=\s)[–—-])\s")
"""The day or days that begin a line: "21-22 Jan: ", "30 January to 4 February 2024 – "; months in any language."""
_VAGUE_DAY = re.compile(r"[A-Z][^\W\d_]{1,11}(?: [^\W\d_]{2,9})?(?::| [–—-])\s")
"""What may stand for a day between lines that begin with one: "September – ", "No date – "."""
_FEWEST_DAYS = 2
_BARE_DAY = re.compile(_DAYS)
_BOX_FIGURES = 2
_WIDE = re.compile(r"\t+|\s{3,}")
"""What sets apart figures of one line; a single blank may stand within a figure ("1 050")."""


@dataclass(slots=True)
class Unit:
    """Lines that are one block, or one table.

    ``capitals`` marks what looks like a heading in capitals; ``alone`` a single line between blank ones; ``joined`` a
    figure or a label that stands in one group with the label or figure before it.
    """

    kind: BlockKind
    lines: list[str] = field(default_factory=list)
    level: int = 1
    page: int | None = None
    capitals: bool = False
    alone: bool = False
    joined: bool = False
    numbered: bool = False
    table: Table | None = None

    @property
    def text(self) -> str:
        """The lines run on; a word that is split at a hyphen keeps it."""
        parts: list[str] = []
        for line in self.lines:
            split = parts and _SPLIT_WORD.search(parts[-1]) and line[0].islower()
            parts.append(line if split or not parts else " " + line)
        return "".join(parts)


def units_of(lines: Sequence[str], page: int | None) -> list[Unit]:
    """Returns the units of a page, or of a whole text without pages."""
    groups = list(_groups(lines))
    gathering = _Gathering(page, _headed_by_posts(groups))
    for group in groups:
        gathering.add(group)
    return gathering.units


def begins_with_day(line: str) -> bool:
    """Says whether a line tells its day first, as those of a calendar do."""
    return _DAY.match(line) is not None


def _headed_by_posts(groups: Sequence[Sequence[str]]) -> frozenset[str]:
    """The first lines of groups that are alike: a few words, a line such as "Chair: WTO", and bullets below it.

    One such group may be anything; several with the same word before the colon are the parts of a report.
    """
    found: dict[str, list[str]] = {}
    for group in groups:
        lines = [line.strip() for line in group[:3]]
        bullets = [bullet_of(line) is not None for line in group[:3]]
        if bullets == [False, False, True] and is_plain_heading(lines[0]) and _POST.match(lines[1]):
            found.setdefault(lines[1].partition(":")[0], []).append(group[0])
    return frozenset(first for alike in found.values() if len(alike) > 1 for first in alike)


_POST = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_]+){0,2}:\s+\S")


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []


class _Gathering:
    """Goes through lines in groups that blank lines set apart, and gathers them into units."""

    def __init__(self, page: int | None, headed: Collection[str] = ()) -> None:
        self.units: list[Unit] = []
        self._page = page
        self._headed = headed
        self._open: Unit | None = None
        self._indents: list[int] = []
        self._marked = False
        self._box = False
        self._figures = 0
        self._room = 0.0
        self._counting = False
        self._dated = False
        self._rolled = False

    def add(self, group: Sequence[str]) -> None:
        """Adds the lines between two blank lines."""
        group = list(_one_figure_a_line(group))
        self._room = _ROOM * max(len(line.strip()) for line in group)
        self._open = None
        self._marked = False
        figured = group[:-1] if _is_dated_box(group) else group
        counting = len(figured) > 2 and (_all_count(figured) or _are_counts(figured))
        counting = counting or (len(group) == 2 and all(_counts(line.strip()) for line in group))
        self._counting = counting or (_opens(figured) and _all_count(figured[1:]))
        self._rolled = len(group) > _FEW_ROWS and all(_ENTERED.fullmatch(line.strip()) for line in group)
        self._dated = sum(bool(_DAY.match(line.strip())) for line in group) >= _FEWEST_DAYS
        # Where numbers stand on lines of their own, lines are labels and figures, and none wraps.
        figures = sum(map(is_figure, group))
        labels = min(self._figures, len(group)) >= _BOX_FIGURES and not figures and all(map(is_box_line, group))
        self._box = (
            labels or figures >= _BOX_FIGURES or (figures == 1 and len(group) == 2 and all(map(is_box_line, group)))
        )
        self._figures = self._figures + figures if figures == len(group) else 0
        if not self.units and self._page in (None, 1) and _is_title_line(group):
            self._start(Unit(BlockKind.PARAGRAPH, [group[0].strip()], alone=True))
            self._open, group = None, group[1:]
        at, count = 0, len(self.units)
        if group and group[0] in self._headed and not is_capitals(group[0]):
            self._start(Unit(BlockKind.HEADING, [group[0].strip()], level=2))
            self._open, at = None, 1
        while at < len(group):
            at += self._take(group, at)
        if len(group) == 1 and len(self.units) == count + 1:
            self.units[-1].alone = True
        if self._box and len(group) == len(self.units) - count == 2:
            self.units[-1].joined = True

    def _take(self, group: Sequence[str], at: int) -> int:
        """Takes what begins at a line and returns how many lines that was."""
        line = group[at]
        if is_rule(line) or _DECORATION.fullmatch(line) or is_lone_mark(line):
            self._marked, self._open = is_lone_mark(line), None
            return 1
        if self._marked:
            self._marked = False
            self._item(bullet_of(line) or Bullet(len(line) - len(line.lstrip()), line.strip()))
            return 1
        bullet = bullet_of(line)
        table = None if bullet and not bullet.doubtful else table_at(group, at)
        if table and not (bullet and len(table.rows[0]) == 2):
            self._start(Unit(BlockKind.TABLE_ROW, table=table))
            self._open = None
            return table.lines
        if self._open is None and not bullet and (underline := _underline(group, at)):
            self._start(Unit(BlockKind.HEADING, [line.strip()], level=2 if underline == "=" else 3))
            self._open = None
            return 2
        followed = at + 1 < len(group) and bullet_of(group[at + 1]) is not None
        if self._is_heading(group, at, bullet, followed):
            return self._heading(group, at)
        if bullet and self._is_item(bullet):
            self._item(bullet)
        elif at == 0 and self._counting and not (_COUNTED.match(line) or _counts(line.strip()) or _DASHED.match(line)):
            self._start(Unit(BlockKind.HEADING, [line.strip()], level=3))
            self._open = None
        elif at == 0 and not bullet and _opens(group):
            self._start(Unit(BlockKind.PARAGRAPH, [line.strip()], alone=True))
            self._open = None
        elif is_label(line) and followed:
            self._start(Unit(BlockKind.HEADING, [line.strip()], level=3))
            self._open = None
        elif (
            self._open is None
            or self._box
            or self._counting
            or self._rolled
            or self._is_next_entry(line)
            or self._ends_before(line)
        ):
            self._start(Unit(BlockKind.PARAGRAPH, [line.strip()]))
        else:
            self._open.lines.append(line.strip())
        return 1

    def _start(self, unit: Unit) -> None:
        unit.page = self._page
        if unit.kind is not BlockKind.LIST_ITEM:
            self._indents.clear()
        self.units.append(unit)
        self._open = unit

    def _item(self, bullet: Bullet) -> None:
        while self._indents and bullet.indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents or bullet.indent > self._indents[-1] + 1:
            self._indents.append(bullet.indent)
        self._start(Unit(BlockKind.LIST_ITEM, [bullet.text], level=len(self._indents), numbered=bullet.numbered))

    def _is_item(self, bullet: Bullet) -> bool:
        if not bullet.doubtful:
            return True
        if not bullet.numbered:
            before = self.units[-1] if self.units else None
            return bullet.indent > 0 or (before is not None and before.kind is BlockKind.LIST_ITEM)
        if self._open is None or bullet.text.startswith(_FIRST_NUMBERS):
            return True
        return self._open.numbered or self._open.lines[-1].endswith(_PAUSE)

    def _is_heading(self, group: Sequence[str], at: int, bullet: Bullet | None, followed: bool) -> bool:
        line = group[at]
        if not is_capitals(line) or (bullet and (len(group) > 1 or not bullet.numbered)):
            return False
        if bullet:
            return len(line.split()) > 2
        # Within a paragraph, a line in capitals may just be the name of an organisation.
        if self._open is None:
            return True
        apart = followed or self._open.lines[-1].endswith(_PAUSE) or self._ends_before(line) or _heads(group, at)
        apart = apart or (_DAY.match(self._open.lines[0]) is not None and _is_between_days(group, at))
        return apart and not is_one_word(line)

    def _is_next_entry(self, line: str) -> bool:
        """Says whether a line follows another such as ``Members: 42`` and is one too, so that neither wraps."""
        before = self._open
        return (
            before is not None
            and before.kind is BlockKind.PARAGRAPH
            and is_entry(before.lines[0])
            and is_entry(line.strip())
            and not looks_on(before.lines[-1])
        )

    def _ends_before(self, line: str) -> bool:
        """Says whether a paragraph ends before a line: its last one had much room left, or this one tells its day."""
        before, line = self._open, line.strip()
        if before is not None and before.kind is BlockKind.LIST_ITEM:
            # An item that has told its day is over, be it that the next one has lost its bullet.
            if _DAY.match(before.lines[0]) and _DAY.match(line):
                return True
            told = TOLD_DAY.search(before.lines[-1]) and line[0].isupper()
            return bool(told) and len(before.lines[-1]) + 1 + len(line.split()[0]) <= self._room
        if before is None or before.kind is not BlockKind.PARAGRAPH or looks_on(before.lines[-1]):
            return False
        last = before.lines[-1]
        day = _DAY.match(line) or (self._dated and _VAGUE_DAY.match(line))
        if day and last.endswith(_SENTENCE_ENDS):
            return True
        # Among lines that each begin with their day, one that fills the column does not go on with the next.
        if (
            self._dated
            and _DAY.match(before.lines[0])
            and not ends_open(last)
            and (_DAY.match(line) or _is_of_month(line))
        ):
            return True
        begins = line[0].isupper() or line[0].isdigit()
        # The posts of a chart stay with the name above them, and what happened with its day.
        entry = any(map(is_entry, (before.lines[0], last, line)))
        goes_on = entry or _BARE_DAY.fullmatch(last) or ends_open(last)
        return begins and not goes_on and len(last) + 1 + len(line.split()[0]) <= self._room

    def _heading(self, group: Sequence[str], at: int) -> int:
        end = at + 1
        while end < len(group) and is_capitals(group[end]) and not bullet_of(group[end]):
            end += 1
        self._start(Unit(BlockKind.PARAGRAPH, [line.strip() for line in group[at:end]], capitals=True))
        self._open = None
        return end - at


_ENTERED = re.compile(r"[^\W\d_a-z][^()]{3,90} \((?=[^()]*[A-Z][^()]*[A-Z])[A-Z][\w&.-]{1,11}\)")
"""A name and what it is called for short, which make an entry of a roll: "Office for Lamps (OL)"."""


def _heads(group: Sequence[str], at: int) -> bool:
    """Says whether a line stands between two entries of a chart, so that it heads the second one."""
    neighbours = (group[at - 1].strip(), group[at + 1].strip()) if 0 < at < len(group) - 1 else ("x",)
    return all(map(is_entry, neighbours)) and not looks_on(neighbours[0])


def _is_between_days(group: Sequence[str], at: int) -> bool:
    """Says whether a line stands below one that wants no more and above one that begins with its day."""
    return 0 < at < len(group) - 1 and not ends_open(group[at - 1]) and begins_with_day(group[at + 1].strip())


def _is_of_month(line: str) -> bool:
    """Says whether a line begins with a month where others have their day: "Aug: "."""
    word = line.partition(":")[0].rstrip(".").casefold()
    return ":" in line and (word in month_names() or word in short_month_names())


def _one_figure_a_line(group: Sequence[str]) -> Iterator[str]:
    """The lines, where one is figures side by side and no row of a table as one line for each figure."""
    for at, line in enumerate(group):
        figures = _WIDE.split(line.strip())
        if len(figures) > 1 and all(map(is_figure, figures)) and not table_at(group, at):
            yield from figures
        else:
            yield line


def _opens(group: Sequence[str]) -> bool:
    """A few words right above bullets, or above figures such as ``Members: 42``, head them."""
    first = group[0].strip()
    if len(group) < 2 or not is_plain_heading(first) or not is_fragment(first):
        return False
    figures = len(group) > 2 and all(is_entry(line.strip()) and _COUNTS.search(line) for line in group[1:3])
    return bullet_of(group[1]) is not None or figures or _all_count(group[1:])


def _all_count(group: Sequence[str]) -> bool:
    """Says whether each of several lines begins with a number, or a name and a dash: none goes on with another."""
    counted = len(group) > 1 and all(map(_COUNTED.match, group))
    return counted or (len(group) > _FEW_ROWS and all(map(_DASHED.match, group)))


def _is_dated_box(group: Sequence[str]) -> bool:
    """Says whether lines end with the day of which they count, and none of them goes on with the next."""
    return len(group) > 2 and _AS_OF.fullmatch(group[-1]) is not None and not any(map(ends_open, group[:-1]))


def _are_counts(group: Sequence[str]) -> bool:
    """Says whether lines are figures with their labels, before or behind them, but for a few that lost their number."""
    lines = [line.strip() for line in group]
    counting = sum(map(_counts, lines))
    enough = _counts(lines[0]) and _COUNTING_SHARE * len(lines) <= counting
    return enough and all(_counts(line) or is_plain_heading(line) for line in lines)


def _counts(line: str) -> bool:
    """Says whether a line is a number and its label: "489 members", "Members: 489"."""
    return is_box_line(line) and bool(_COUNTED.match(line) or (is_entry(line) and _COUNTS.search(line)))


def _underline(group: Sequence[str], at: int) -> str | None:
    """Returns the character that a line is underlined with, if it is."""
    if at + 1 == len(group) or len(group[at]) > _LONGEST_UNDERLINED or not _UNDERLINE.fullmatch(group[at + 1]):
        return None
    return group[at + 1].strip()[0]


def _is_title_line(group: Sequence[str]) -> bool:
    """A first line that ends long before the second has reason to be a title, not the start of a paragraph."""
    if len(group) < 2 or bullet_of(group[0]) or is_rule(group[0]) or is_rule(group[1]):
        return False
    first, second = group[0].strip(), group[1].strip()
    return is_title(first) and len(first) <= _TITLE_SHARE * len(second) and not second[0].islower()
