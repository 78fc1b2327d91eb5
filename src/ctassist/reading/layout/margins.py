"""Margins: running heads and feet, and numbers that count the pages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ctassist.reading.layout.runs import Run
from ctassist.reading.page_numbers import counts_pages

# The share of a page's height, at its top and its bottom, where heads and feet stand.
_EDGE = 0.11
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# "Water Office, Geneva | page 2", "2 · Tide Review", "Tide Review  2/8"
_COUNTED = re.compile(
    r".*(?:[|·•–—\-]\s*|\bpage\s+|\s{2,}|\bp\.\s*)(?P<last>\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?"
    r"|(?:page\s+)?(?P<first>\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?\s*[|·•–—].*",
    re.IGNORECASE,
)
_SAME_HEIGHT = 4.0
Page = tuple[int, float, Sequence[Run]]


def running_text(pages: Sequence[Page]) -> list[tuple[set[Run], list[Run]]]:
    """Returns, for each page, the runs that are no content, and those among them that name the document.

    A line at an edge runs if it counts pages, or if other pages say the same there, whatever the numbers in it. The
    first running head is worth keeping where it tells a year, which may stand nowhere else.
    """
    edges = [list(_at_edges(height, runs)) for _, height, runs in pages]
    said = Counter(key for found in edges for key in {_key(run, at) for run, at in found})
    offsets = _offsets(pages, edges)
    kept: set[str] = set()
    result = []
    for (number, _, runs), found in zip(pages, edges, strict=True):
        dropped = {run for run, at in found if _runs(said, run, at) or _counts(run, number, offsets)}
        counted = [run.baseline for run in dropped if _counts(run, number, offsets)]
        # What stands beside a page number is a foot too.
        dropped |= {run for run, _ in found if any(abs(run.baseline - y) < 1 for y in counted) and _is_small(run, runs)}
        heads = [run for run, at in found if run in dropped and at < 0 and _names(run) and run.text not in kept]
        kept |= {run.text for run in heads}
        result.append((dropped, heads))
    return result


def _at_edges(height: float, runs: Iterable[Run]) -> Iterable[tuple[Run, float]]:
    """The runs at the edges with their distance from the top (negative) or the bottom of the page."""
    for run in runs:
        if run.area.y1 <= _EDGE * height:
            yield run, -run.baseline
        elif run.area.y0 >= (1 - _EDGE) * height:
            yield run, height - run.baseline


def _key(run: Run, at: float) -> tuple[str, int]:
    return _DIGITS.sub("0", run.text.casefold()), round(at / _SAME_HEIGHT)


def _runs(said: Counter[tuple[str, int]], run: Run, at: float) -> bool:
    return said[_key(run, at)] > 1 and any(map(str.isalpha, run.text))


def _counts(run: Run, page: int, offsets: Counter[int]) -> bool:
    text = run.text
    if counts_pages(text, page):
        return True
    if match := _COUNTED.fullmatch(text):
        return int(match["last"] or match["first"]) == page
    return text.isdecimal() and len(text) < 4 and offsets[int(text) - page] > 1


def _offsets(pages: Sequence[Page], edges: Sequence[Sequence[tuple[Run, float]]]) -> Counter[int]:
    """How often lone numbers at the edges are ahead of their page by the same count."""
    return Counter(
        offset
        for (number, _, _), found in zip(pages, edges, strict=True)
        for offset in {int(run.text) - number for run, _ in found if run.text.isdecimal() and len(run.text) < 4}
    )


def _is_small(run: Run, runs: Sequence[Run]) -> bool:
    sizes = sorted(other.size for other in runs)
    return run.size <= sizes[len(sizes) // 2]


def _names(run: Run) -> bool:
    return bool(_YEAR.search(run.text))
