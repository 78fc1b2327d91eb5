"""A box of figures whose lines alternate with those of the words beside it in plain text.

An editorial with the issue's figures in a column of their own comes as "We met in", "412", "the rain and", "boats in
harbour". The figures tell the columns apart: all of them stand in one, and the sentences in the other.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ctassist.reading.bullets import begins_item
from ctassist.reading.headings import is_capitals, is_entry, is_figure

_FEWEST_FIGURES = 3
_FEWEST_PAIRS = 3
_MOST_LINES = 80
_LABEL_WORDS = 8
_LONGEST = 62
"""Lines of two columns are no longer than this many characters."""
_ENDED = re.compile(r"[.!?][)\"”’']*(?:\s|$)")
_DAY = re.compile(r"\b\d{1,2}\b.*\b(?:19|20)\d\d$")
"""As of when a box is: "at 31 January 2024"; it is neither a figure nor its label."""

Columns = tuple[list[str], list[str]]


def figures_beside_words(lines: Sequence[str], at: int) -> tuple[int, Columns] | None:
    """The end of the lines that begin here, and their two columns, if one has the words and the other the figures."""
    end = at
    while end < len(lines) and end - at <= _MOST_LINES and (not lines[end].strip() or _is_piece(lines[end])):
        end += 1
    run = [line for line in lines[at:end] if line.strip()]
    if sum(map(is_figure, run)) < _FEWEST_FIGURES or not any(map(_ENDED.search, run)):
        return None
    found = list(_ways(run))
    return (end, min(found, key=lambda way: way[0])[1]) if found else None


def _is_piece(line: str) -> bool:
    stripped = line.strip()
    apart = is_capitals(stripped) or is_entry(stripped) or begins_item(line)
    return len(stripped) <= _LONGEST and "|" not in line and "\t" not in line and not apart


def _ways(run: Sequence[str]) -> Iterator[tuple[tuple[int, int], Columns]]:
    """The ways to sort lines into a column of words and one of figures, each with how odd its figures are.

    What is left of the longer column follows the last pair.
    """
    for pairs in range(len(run) // 2, _FEWEST_PAIRS - 1, -1):
        left, right, rest = list(run[: 2 * pairs : 2]), list(run[1 : 2 * pairs : 2]), list(run[2 * pairs :])
        for columns in ((left, right + rest), (left + rest, right)):
            for words, figures in (columns, columns[::-1]):
                if _are_words(words) and _are_figures(figures):
                    yield (_odd(figures), -pairs), columns


def _are_words(column: Sequence[str]) -> bool:
    """Tells whether a column tells something in sentences that run over its lines, and has no figure in it."""
    running = sum(not _ENDED.search(above[-2:]) and below[0].islower() for above, below in pairwise(column))
    return 3 * running >= len(column) - 1 and any(map(_ENDED.search, column)) and not any(map(is_figure, column))


def _are_figures(column: Sequence[str]) -> bool:
    """Tells whether a column is figures, each with a label of a line or so."""
    figures = sum(map(is_figure, column))
    labels = [line for line in column if not is_figure(line) and not _DAY.search(line)]
    return (
        figures >= _FEWEST_FIGURES
        and len(labels) >= figures - 1
        and len(labels) <= 2 * figures + 1
        and all(map(_may_be_label, labels))
    )


def _may_be_label(line: str) -> bool:
    return len(line.split()) <= _LABEL_WORDS and not line.rstrip().endswith((".", "!", "?", ":", ","))


def _odd(column: Sequence[str]) -> int:
    """How often a figure stands right below a figure or a label below a label, and how many have none of the other."""
    kinds = [is_figure(line) for line in column if not _DAY.search(line)]
    return sum(above == below for above, below in pairwise(kinds)) + abs(2 * sum(kinds) - len(kinds))
