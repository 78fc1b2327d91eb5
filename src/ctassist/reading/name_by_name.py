"""Charts without blank lines in plain text: each name is set apart, with the entries that are its own.

A page torn into lines gives "Old Bells", "Chair: WTO", "Dry Docks", "Chair: BPU" one after the other. Where two
names stood side by side, their names may come first and their entries after them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ctassist.reading.bullets import bullet_of
from ctassist.reading.headings import is_capitals, is_entry, is_figure

Line = tuple[int, str]
"""A line with the number of its page."""

_MOST_WORDS = 8
_LEAST_LINES = 4
"""Two names, each with an entry."""
_LABEL_WORDS = 4
_OPEN = re.compile(r"(?:[,:/&(–-]|\b(?:and|of|for|on|the|in|to|or|with))$")
_ACRONYMS = re.compile(r"[^:]+:\s+[A-Z\d]{2,}(?:,\s*[A-Z\d]{2,})*")


@dataclass(slots=True)
class _Part:
    """A name or an entry: its lines, with those that it runs on to."""

    lines: list[Line]

    @property
    def first(self) -> str:
        return self.lines[0][1].strip()

    @property
    def label(self) -> str | None:
        """What an entry gives a value to; None for a name."""
        return _label(self.first)

    def written(self) -> Iterator[Line]:
        """The lines of an entry; a name in one line, whose first words alone would pass for another name."""
        if self.label:
            yield from self.lines
        else:
            yield self.lines[0][0], " ".join(line.strip() for _, line in self.lines)


@dataclass(slots=True)
class _Band:
    """Names that stand together, and the entries below them."""

    names: list[_Part] = field(default_factory=list)
    entries: list[_Part] = field(default_factory=list)


def name_by_name(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Returns the lines of each page; what a name's entries go on with on a next page is moved to where it stands."""
    if not any(":" in line for page in pages for line in page):
        return [list(page) for page in pages]
    result: list[list[str]] = [[] for _ in pages]
    groups = list(_groups([(number, line) for number, page in enumerate(pages) for line in page]))
    opener = _opener(groups)
    for group in groups:
        for page, line in _apart(group, opener):
            result[page].append(line)
    return result


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines up to a blank one, a bullet, a lone number or a heading in capitals, each of which is a group of its own.

    Where an entry opens a page, the lines above it are on the page before.
    """
    group: list[Line] = []
    below = _next_words(lines)
    for at, (page, line) in enumerate(lines):
        stripped = line.strip()
        apart = bullet_of(line) or is_figure(line) or (is_capitals(line) and stripped[0] != "(")
        if stripped and not apart:
            group.append((page, line))
        elif group and not stripped and _turns_page(lines, below[at], group[-1][0]):
            continue
        else:
            if group:
                yield group
            yield [(page, line)]
            group = []
    if group:
        yield group


def _next_words(lines: Sequence[Line]) -> list[int]:
    """For each line the first one from it on that is not blank; the number of lines where there is none."""
    found = [len(lines)] * len(lines)
    for at in range(len(lines) - 1, -1, -1):
        found[at] = at if lines[at][1].strip() else found[at + 1] if at + 1 < len(lines) else len(lines)
    return found


def _turns_page(lines: Sequence[Line], below: int, above: int) -> bool:
    """Tells whether the next line with words begins a page, with an entry, where a group stood on the page above."""
    return below < len(lines) and lines[below][0] != above and _label(lines[below][1].strip()) is not None


def _opener(groups: Sequence[Sequence[Line]]) -> str | None:
    """The label with which the entries of most names begin: "chair"."""
    labels = [[_label(line.strip()) for _, line in group] for group in groups]
    first = Counter(
        label for group in labels for above, label in pairwise(group) if label and above is None and len(group) > 1
    )
    return next((label for label, count in first.most_common(1) if count > 1), None)


def _apart(group: Sequence[Line], opener: str | None) -> Iterator[Line]:
    """The lines of a chart, name by name; those of anything else as they are."""
    if len(group) < _LEAST_LINES:
        yield from group
        return
    labels = Counter(label for _, line in group if (label := _label(line.strip())))
    if max(labels.values(), default=0) < 2 or any(line.rstrip().endswith((".", "!", "?", "|")) for _, line in group):
        yield from group
        return
    bands = _bands(list(_parts(group)))
    if sum(len(band.names) for band in bands) < 2 or any(not band.names for band in bands):
        yield from group
        return
    width = max(len(line.strip()) for band in bands for name in band.names for _, line in name.lines)
    for number, band in enumerate(bands):
        for block in _blocks(band, opener, width, first=not number):
            page = block[0][0]
            yield page, ""
            yield from ((page, line) for _, line in block)
    yield bands[-1].names[0].lines[0][0], ""


def _label(line: str) -> str | None:
    if ":" not in line:
        return None
    label = line.partition(":")[0]
    short = len(label.split()) <= _LABEL_WORDS and not re.search(r"\d", label)
    return label.casefold().removesuffix("s") if line and short and is_entry(line) else None


def _parts(group: Sequence[Line]) -> Iterator[_Part]:
    width = max(len(line.strip()) for _, line in group)
    part: _Part | None = None
    for page, line in group:
        if part and _runs_on(part, line.strip(), width):
            part.lines.append((page, line))
            continue
        if part:
            yield part
        part = _Part([(page, line)])
    if part:
        yield part


def _runs_on(part: _Part, line: str, width: int) -> bool:
    """Tells whether a line is the rest of the one above, which had no room for it."""
    above = part.lines[-1][1].strip()
    if _label(line):
        return False
    if line[0].islower() or line[0] in "(&" or _OPEN.search(above) or above.count("(") > above.count(")"):
        return True
    had_room = len(above) + 1 + len(line.split()[0]) <= width
    return part.label is not None and not had_room and not above.endswith(")") and not _ACRONYMS.fullmatch(above)


def _bands(parts: Sequence[_Part]) -> list[_Band]:
    bands: list[_Band] = [_Band()]
    for part in parts:
        if part.label:
            bands[-1].entries.append(part)
            continue
        if bands[-1].entries:
            bands.append(_Band())
        bands[-1].names.append(part)
    return bands if all(_is_name(part.first) for band in bands for part in band.names) else []


def _is_name(line: str) -> bool:
    return line[0].isupper() and len(line.split()) <= _MOST_WORDS and ":" not in line


def _blocks(band: _Band, opener: str | None, width: int, *, first: bool) -> Iterator[list[Line]]:
    """Each name with its entries; names whose entries cannot be told apart stay together.

    ``width`` is that of the chart's longest line of a name.
    """
    runs = _runs(band.entries, opener)
    names = band.names
    if len(names) > len(runs) and len(whole := _whole(band.names, width)) == len(runs):
        names = whole
    elif first and len(runs) > 1 and len(names) == len(runs) + 1:
        yield list(names[0].written())
        names = names[1:]
    if len(names) == len(runs):
        for name, run in zip(names, runs, strict=True):
            yield [line for part in (name, *run) for line in part.written()]
    else:
        yield [line for part in (*names, *band.entries) for line in part.written()]


def _whole(names: Sequence[_Part], width: int) -> list[_Part]:
    """Names, each with a short line below it for whose first word it had no room."""
    whole: list[_Part] = []
    for name in names:
        had_room = whole and len(whole[-1].lines[-1][1].strip()) + 1 + len(name.first.split()[0]) <= width
        if whole and not had_room and len(name.first) * 2 <= width:
            whole[-1] = _Part([*whole[-1].lines, *name.lines])
        else:
            whole.append(name)
    return whole


def _runs(entries: Sequence[_Part], opener: str | None) -> list[list[_Part]]:
    """Entries up to the one that says something a second time, or that opens the entries of names."""
    runs: list[list[_Part]] = []
    for entry in entries:
        if not runs or entry.label == opener or any(entry.label == other.label for other in runs[-1]):
            runs.append([])
        runs[-1].append(entry)
    return runs
