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
    result = list(lines)
    at = 0
    while at < len(result):
        end = at
        while end < len(result) and result[end].strip():
            end += 1
        if sum(_LED.match(line) is not None for line in result[at:end]) >= _FEWEST:
            result[at:end] = [_LED.sub(r"\g<name>: ", _SHORT.sub(r"\g<name>: ", line, 1), 1) for line in result[at:end]]
        at = end + 1
    return result
