"""Words that the end of a line has split: which of them are whole without their hyphen."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from spellchecker import SpellChecker

SPLIT = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]+)[-\u2010]$")
"""A line's end in the middle of a word, or at the hyphen of one."""
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
"""A word with the hyphens in it."""


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words of a document in lower case, as they stand within its lines."""
    found: set[str] = set()
    for line in filter(None, lines):
        text = line.casefold()
        matches = list(WORD.finditer(text))
        # The first word of a line may be the end of a split one, the last its beginning.
        found.update(match.group() for match in (matches[1:-1] if SPLIT.search(text) else matches[1:]))
    return frozenset(found)


def compounds(lines: Iterable[tuple[str, str]], words: Collection[str]) -> frozenset[str]:
    """The words that are broken at a hyphen of their own, where a document divides no others.

    Many programs break lines only between words and after hyphens. That a document was set by such a one shows in that
    what stands on either side of a line's end is always a word.

    Args:
        lines: each line with the one below it.
        words: the document's words in lower case.
    """
    found: set[str] = set()
    for above, below in lines:
        split, match = SPLIT.search(above), WORD.match(below)
        if split is None or match is None or not below[0].islower():
            continue
        head, tail = split["head"].casefold(), match.group().casefold()
        if not all(part in words or part in _english() for part in (head, *re.split("[-\u2010]", tail))):
            return frozenset()
        if head + tail not in words:
            found.add(f"{head}-{tail}")
    return frozenset(found)


def mended(lines: Sequence[str], words: Collection[str]) -> list[str]:
    """Returns lines in which words that a line's end has split are whole, at the end of the first line."""
    result: list[str] = []
    for line in lines:
        before = result[-1].rstrip() if result else ""
        split = SPLIT.search(before)
        if split and line.lstrip()[:1].islower() and not keeps_hyphen(split["head"], line.lstrip(), words):
            tail, _, rest = line.strip().partition(" ")
            result[-1] = before[:-1] + tail
            if rest:
                result.append(rest)
        else:
            result.append(line)
    return result


def keeps_hyphen(head: str, line: str, words: Collection[str]) -> bool:
    """Says whether a word keeps the hyphen at which a line ends.

    It does if ``words``, those of the document, know it so, or know its parts and not the whole; and where they know
    nothing of it, if English does.

    Args:
        head: what stands before the hyphen.
        line: the next line.
        words: the document's words in lower case.
    """
    match = WORD.match(line)
    tail = match.group().casefold() if match else ""
    head = head.casefold()
    if f"{head}-{tail}" in words:
        return True
    if head + tail in words:
        return False
    return (head in words and tail in words) or _is_compound(head, tail)


def _is_compound(head: str, tail: str) -> bool:
    """Says whether English has both parts and not the whole: "counter-piracy", but "for-ward" and "visi-tors"."""
    parts = [head, *re.split("[-\u2010]", tail)]
    if len(parts) != 2 or min(map(len, parts)) < _SHORTEST:
        return False
    english = _english()
    return all(part in english for part in parts) and head + tail not in english


_SHORTEST = 3


@cache
def _english() -> SpellChecker:
    return SpellChecker()
