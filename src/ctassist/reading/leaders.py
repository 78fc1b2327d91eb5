"""Rows of dots that lead from a name to what it has: "Marine litter ........ Chair CSF"."""

import re
from collections.abc import Sequence

_LED = re.compile(r"\s*(?P<name>\S.*?[^\W_]\)?)\s*\.{4,}\s*(?=[^\W\d_])")
_SHORT = re.compile(r"\s*(?P<name>\S.*?[^\W_]\)?)\s+\.{1,3}\s+(?=[^\W\d_])")
"""Where a name has nearly filled its column, a dot or two are left."""
_FULL = re.compile(r"\s*(?P<name>[^\W\d_].*?[^\W_]\)?)\s{2,}(?=[^\W\d_])")
"""Where it has filled its column, none is left: what it has stands below that of the others."""
_COUNTED = re.compile(r"\s*[^\W\d_].*?[^\W_]\)?\s*\.{4,}\s*(?P<number>\d[\d ,.]*)")
_ONE_MORE = re.compile(r"\s+(?=[^\W\d_a-z])(?:[^\W\d_][^.:;]*)")
"""A line below what a name has, which has one more: a second person, below the first."""
_FEWEST = 2
_ASKEW = 2
"""So many characters beside the others' column stands what a name leads to that has filled its own."""


def without_leaders(lines: Sequence[str]) -> list[str]:
    """Returns lines with a colon in place of the dots that lead to words, where several lines in a row have them.

    Dots that lead to a number stay. Where the numbers do not rise as the pages of a table of contents do, each line is
    a figure of its own and goes on with nothing.
    """
    result: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].strip():
            end += 1
        columns = [match.end() for line in lines[at:end] if (match := _LED.match(line))]
        alone = _are_figures(lines[at:end])
        for line in lines[at:end]:
            told = _told(line, columns) if len(columns) >= _FEWEST else line
            if told is line and len(columns) >= _FEWEST and result and _has_one_more(line, result[-1], columns):
                result[-1] += f", {line.strip()}"
                continue
            # None of them goes on with the one above.
            apart = told != line or (alone and _COUNTED.fullmatch(line))
            result += ["", told] if apart and result and result[-1] else [told]
        result += lines[end : end + 1]
        at = end + 1
    return result


def _told(line: str, columns: Sequence[int]) -> str:
    """The line with a colon behind its name, if it has a name and what that leads to."""
    match = _LED.match(line) or _SHORT.match(line) or _FULL.match(line)
    if match is None or (match.re is _FULL and all(abs(match.end() - column) > _ASKEW for column in columns)):
        return line
    return f"{match['name']}: {line[match.end() :]}"


def _has_one_more(line: str, above: str, columns: Sequence[int]) -> bool:
    """Tells whether a line only adds a person to those above it: "Vice-chairs .... Ana Roe (WTO)", "Bo Li (BPU)"."""
    begins = len(line) - len(line.lstrip())
    return begins in columns and ": " in above and above.endswith(")") and _ONE_MORE.fullmatch(line) is not None


def _are_figures(lines: Sequence[str]) -> bool:
    """Tells whether dots lead from most lines to numbers that are no pages."""
    said = [line for line in lines if any(map(str.isalnum, line))]
    numbers = [int(re.sub(r"\D", "", match["number"])) for line in said if (match := _COUNTED.fullmatch(line))]
    return len(numbers) >= _FEWEST and 2 * len(numbers) > len(said) and numbers != sorted(numbers)
