"""Rows of dots that lead from a name to what it has: "Marine litter ........ Chair CSF"."""

import re
from collections.abc import Sequence

_LED = re.compile(r"(?P<name>\S.*?[^\W_])\s*\.{4,}\s*(?=[^\W\d_])")
_SHORT = re.compile(r"(?P<name>\S.*?[^\W_])\s+\.{1,3}\s+(?=[^\W\d_])")
"""Where a name has nearly filled its column, a dot or two are left."""
_COUNTED = re.compile(r"\s*[^\W\d_].*?[^\W_]\s*\.{4,}\s*(?P<number>\d[\d ,.]*)")
_FEWEST = 2


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
        led = sum(_LED.match(line) is not None for line in lines[at:end]) >= _FEWEST
        alone = _are_figures(lines[at:end])
        for line in lines[at:end]:
            told = _LED.sub(r"\g<name>: ", _SHORT.sub(r"\g<name>: ", line, 1), 1) if led else line
            # None of them goes on with the one above.
            apart = told != line or (alone and _COUNTED.fullmatch(line))
            result += ["", told] if apart and result and result[-1] else [told]
        result += lines[end : end + 1]
        at = end + 1
    return result


def _are_figures(lines: Sequence[str]) -> bool:
    """Tells whether dots lead from most lines to numbers that are no pages."""
    numbers = [int(re.sub(r"\D", "", match["number"])) for line in lines if (match := _COUNTED.fullmatch(line))]
    return len(numbers) >= _FEWEST and 2 * len(numbers) > len(lines) and numbers != sorted(numbers)
