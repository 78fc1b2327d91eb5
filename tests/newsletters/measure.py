"""What a reader found of an issue, beside what stands in it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from liteparse import LiteParse
from tests.newsletters.invention import Issue

from ctassist.extraction import extract
from ctassist.model.text import BlockKind, Box, Reading
from ctassist.reading import read_bytes

WANTED = (
    ("items whole", 0.99),
    ("items apart", 1.0),
    ("sections", 0.98),
    ("headings", 0.98),
    ("title", 1.0),
    ("figures", 1.0),
    ("figures invented", 1.0),
    ("roles", 1.0),
    ("roles invented", 1.0),
    ("numbers", 1.0),
    ("running text", 1.0),
    ("boxes", 0.99),
)
"""What is wanted of any layout, as the share of right ones."""


@dataclass
class Tally:
    """Right ones of all, by what is measured; ``misses`` says which were wrong."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, what: str, right: bool, miss: str = "") -> None:
        """Counts one."""
        self.all[what] += 1
        self.right[what] += right
        if not right:
            self.misses.append(f"{what}: {miss}")

    def share(self, what: str) -> float:
        """The share of right ones; 1 where there was nothing to find."""
        return self.right[what] / self.all[what] if self.all[what] else 1.0

    def __str__(self) -> str:
        return ", ".join(f"{what} {self.share(what):.1%} of {self.all[what]}" for what in sorted(self.all))


def measure(data: bytes, issue: Issue, tally: Tally) -> Reading:
    """Reads an issue and counts what was found as it should be."""
    reading = read_bytes(data, "issue.pdf")
    found = extract(reading, "issue.pdf")
    _measure_items(reading, issue, tally)
    by_text = {_plain(item.span.of(reading.text)): item.section for item in found.items}
    for section in issue.sections:
        for item in section.items:
            above = by_text.get(_plain(item), ())
            right = bool(above) and _plain(above[-1]).casefold() == section.heading.casefold()
            tally.count("sections", right, f"{item} under {above}")
    figures = {(_plain(figure.label), figure.figure) for figure in found.indicators}
    for label, number in issue.figures:
        tally.count("figures", (label, number) in figures, f"{label}={number} in {sorted(figures)}")
    tally.count("figures invented", len(figures) <= len(issue.figures), f"{sorted(figures)}")
    roles = {(role.body, role.label.casefold(), role.holder, role.number) for role in found.roles}
    for group in issue.groups:
        for role, holder in group.posts:
            told = [known for known in roles if known[:3] == (group.name, role.casefold(), holder)]
            tally.count("roles", bool(told), f"{group.name} {role} {holder} in {sorted(map(str, roles))}")
            if group.numbered:
                tally.count("numbers", any(known[3] == str(group.number) for known in told), f"{group.number} {told}")
    posts = sum(len(group.posts) for group in issue.groups)
    tally.count("roles invented", len(roles) <= posts, f"{sorted(map(str, roles))}")
    tally.count("running text", not issue.foot or issue.foot not in reading.text, issue.foot)
    return reading


def _measure_items(reading: Reading, issue: Issue, tally: Tally) -> None:
    blocks = [_plain(block.span.of(reading.text)) for block in reading.blocks if block.kind is not BlockKind.HEADING]
    known = set(blocks)
    items = [item for section in issue.sections for item in section.items]
    for item in items:
        tally.count("items whole", _plain(item) in known, item)
    starts = [item[:24] for item in items]
    for block in blocks:
        inside = sum(_count(start, block) for start in set(starts))
        if inside:
            tally.count("items apart", inside == 1, block)
    headings = {
        _plain(block.span.of(reading.text)).casefold() for block in reading.blocks if block.kind is BlockKind.HEADING
    }
    for section in issue.sections:
        tally.count("headings", section.heading.casefold() in headings, section.heading)
    tally.count("title", issue.title.casefold() in headings, issue.title)


def _count(start: str, block: str) -> int:
    """How often an item begins in a block; "FYU and MSI opened …" is one item, whatever MSI did elsewhere."""
    return len(re.findall(rf"(?<!and )(?<!\w){re.escape(start)}", block))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def measure_boxes(data: bytes, reading: Reading, tally: Tally) -> None:
    """Counts the blocks whose boxes cover their words and no others."""
    words = _placed_words(data)
    for block in reading.blocks:
        inside = [word for page, x, y, word in words if any(_holds(box, page, x, y) for box in block.boxes)]
        said = block.span.of(reading.text)
        right = Counter(filter(str.isalnum, "".join(inside))) == Counter(filter(str.isalnum, said))
        tally.count("boxes", right, f"{said} is covered as {' '.join(inside)}")


def _placed_words(data: bytes) -> list[tuple[int, float, float, str]]:
    # As the reader parses: without the fonts, words are put together in other ways.
    parser = LiteParse(
        ocr_enabled=False, quiet=True, emit_word_boxes=True, extract_text_metadata=True, keep_headers_footers=True
    )
    return [
        (page.page_num, word.x + word.width / 2, word.y + word.height / 2, word.text)
        for page in parser.parse(data).pages
        for item in page.text_items
        for word in item.words
    ]


def _holds(box: Box, page: int, x: float, y: float) -> bool:
    return box.page == page and box.x0 - 1 <= x <= box.x1 + 1 and box.y0 - 1 <= y <= box.y1 + 1


def shares(tally: Tally, wanted: Iterable[tuple[str, float]]) -> list[str]:
    """What falls short of what is wanted."""
    return [f"{what} {tally.share(what):.2%} < {least:.0%}" for what, least in wanted if tally.share(what) < least]
