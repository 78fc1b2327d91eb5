"""Page numbers: lines that count a document's pages and say nothing else."""

import re
from collections import Counter
from collections.abc import Sequence

_PAGE_OF = re.compile(r"\s*(?:page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s?\d{1,4}\s?[-–—])\s*", re.IGNORECASE)
_LONE_NUMBER = re.compile(r"\s*(\d{1,4})\s*")


def counts_pages(line: str, page: int) -> bool:
    """Says whether a line at a page's edge says nothing but which page it is."""
    lone = _LONE_NUMBER.fullmatch(line)
    return bool(_PAGE_OF.fullmatch(line)) or (lone is not None and int(lone.group(1)) == page)


def without_page_numbers(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Returns the lines of each page without those that only count pages.

    A number alone counts pages if it is the first or last line of its page and runs with the pages: a figure in a
    box does not.
    """
    edges = [_edges(lines) for lines in pages] if len(pages) > 1 else [{} for _ in pages]
    offsets = Counter(offset for page, found in enumerate(edges, 1) for offset in {n - page for n in found.values()})
    return [
        [
            line
            for at, line in enumerate(lines)
            if not _PAGE_OF.fullmatch(line) and not (at in found and _runs(found[at] - page, offsets))
        ]
        for page, (lines, found) in enumerate(zip(pages, edges, strict=True), 1)
    ]


def _runs(offset: int, offsets: Counter[int]) -> bool:
    return offset == 0 or offsets[offset] > 1


def _edges(lines: Sequence[str]) -> dict[int, int]:
    """Returns the lone numbers at a page's top and bottom, by line."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    ends = {filled[0], filled[-1]} if filled else set()
    return {at: int(number.group(1)) for at in ends if (number := _LONE_NUMBER.fullmatch(lines[at]))}
