"""Rows of dots that lead from a name to what it has: "Marine litter ........ Chair CSF"."""

import re
from collections.abc import Sequence

_LED = re.compile(r"(?P<name>\S.*?[^\W_])\s*\.{4,}\s*(?=[^\W\d_])")
_SHORT = re.compile(r"(?P<name>\S.*?[^\W_])\s+\.{1,3}\s+(?=[^\W\d_])")
"""Where a name has nearly filled its column, a dot or two are left."""
_FEWEST = 2


def without_leaders(lines: Sequence[str]) -> list[str]:
    """Returns lines with a colon in place of the dots that lead to words, where several lines in a row have them.

    Dots that lead to a number stay: in a table of contents they lead to a page.
    """
    result: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].strip():
            end += 1
        led = sum(_LED.match(line) is not None for line in lines[at:end]) >= _FEWEST
        for line in lines[at:end]:
            told = _LED.sub(r"\g<name>: ", _SHORT.sub(r"\g<name>: ", line, 1), 1) if led else line
            # None of them goes on with the one above.
            result += ["", told] if told != line and result and result[-1] else [told]
        result += lines[end : end + 1]
        at = end + 1
    return result
