"""Running heads of plain text: lines at the top or bottom of its pages that only name the document again."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

_WORDS = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
# What the first lines of a document say of it: name, publisher, number, date.
_MASTHEAD_LINES = 5
# So many pages with one line at the same edge are no coincidence; a chart that goes on repeats its heading once.
_RECURS = 3
_LONGEST_NUMBER, _LONGEST_FOOT = 4, 120


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Returns the lines of each page without running heads and feet; the first page keeps its own masthead.

    A line runs if it is the document's name with nothing but words of its masthead, or if three pages say the same
    at that edge, whatever the numbers in it.
    """
    filled = [[at for at, line in enumerate(lines) if line.strip()] for lines in pages]
    if len(pages) < 2 or not filled[0]:
        return [list(lines) for lines in pages]
    masthead = [pages[0][at] for at in filled[0][:_MASTHEAD_LINES]]
    below = filled[0][:_MASTHEAD_LINES][-1]
    ends = [[(edge, found[edge]) for edge in (0, -1) if found] for found in filled]
    said = Counter(
        (edge, _key(lines[at])) for lines, found in zip(pages, ends, strict=True) for edge, at in dict(found).items()
    )
    result = []
    for number, (lines, found) in enumerate(zip(pages, ends, strict=True)):
        dropped = {
            at
            for edge, at in found
            if (_recurs(said, edge, lines[at]) and (number or edge))
            or ((number or at > below) and _names_again(lines[at], masthead))
        }
        result.append([line for at, line in enumerate(lines) if at not in dropped])
    return result


def _key(line: str) -> str:
    """What a line says, whatever its numbers, in any order: on even pages the number often stands first."""
    return " ".join(sorted(_DIGITS.sub("0", line.casefold()).split()))


def _recurs(said: Counter[tuple[int, str]], edge: int, line: str) -> bool:
    return said[edge, _key(line)] >= _RECURS and any(map(str.isalpha, line))


def _names_again(line: str, masthead: Sequence[str]) -> bool:
    """Says whether a line names the document as its first line does, and adds only what stands below that."""
    words = _words(line)
    name = _words(masthead[0])
    known = {word for line in masthead for word in _words(line)}
    return bool(name) and all(word in words for word in name) and all(word in known for word in words)


def _words(line: str) -> list[str]:
    return _WORDS.findall(line.casefold())


_NUMBERED = re.compile(
    r"\s*(?:(?P<first>\d{1,4})\s*[|·•]\s*(?P<behind>.+?)|(?P<before>.+?)\s+(?P<last>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?)\s*"
)
"""A foot with the number of its page behind it, as "Page 3 of 8" too, or before it: "3 | Tide Notes"."""
_LIKE_A_FOOT = re.compile(r"\b(?:19|20)\d\d\b|[|·•]|\bpage\b", re.IGNORECASE)


def without_numbered_feet(lines: Sequence[str]) -> list[str]:
    """Returns the lines of a text that has lost its pages without their feet: the same words, and the next number.

    The number may stand on a line of its own: "Tide Notes, May 2031", "2". Words without a year, a stroke or "page" are
    no foot: "Working Group 1" is followed by "Working Group 2". The first line of all is the document's masthead too,
    and stays without its number.
    """
    found: dict[str, list[tuple[int, int, int]]] = {}
    for at, line in enumerate(lines):
        below = lines[at + 1].strip() if at + 1 < len(lines) else ""
        alone = below.isdecimal() and len(below) <= _LONGEST_NUMBER and any(map(str.isalpha, line))
        words, number = (line.strip(), below) if alone else _numbered(line)
        if number and len(words) <= _LONGEST_FOOT and _LIKE_A_FOOT.search(words):
            found.setdefault(words.strip().casefold(), []).append((at, at + alone, int(number)))
    dropped = {
        at
        for feet in found.values()
        if len(feet) > 1 and all(next_[2] == one[2] + 1 for one, next_ in pairwise(feet))
        for first, last, _ in feet
        for at in range(first, last + 1)
    }
    kept = [line for at, line in enumerate(lines) if at not in dropped]
    masthead = next((at for at, line in enumerate(lines) if line.strip()), -1)
    # With the number of its page on the next line, it is already the words alone.
    return [_UNNUMBERED.sub("", lines[masthead]), *kept] if masthead in dropped else kept


_UNNUMBERED = re.compile(
    r"(?:(?:[\s|·•,–—-]+page\s*|\s*[|·•]\s*)\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|(?<=\d)\s+\d{1,3})\s*$|^\s*\d{1,4}\s*[|·•]\s*",
    re.IGNORECASE,
)
"""The number of its page in a head or foot: "| page 3 of 8", "3 | ", "May 2031 2"."""


def pages_between_heads(lines: Sequence[str]) -> list[list[str]]:
    """Returns the pages of a text that has lost its form feeds, without what parts them; one page where nothing does.

    What parts them is a number that counts pages and the running head right below it: "2", "TIDE NOTES May 2031". The
    masthead has all words of a head.
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    masthead = takewhile(lambda line: not _lone_number(line), (lines[at] for at in filled[:_MASTHEAD_LINES]))
    known = {word for line in masthead for word in _words(line)}
    heads: dict[str, list[int]] = {}
    for at in filled[1:]:
        words = _words(lines[at])
        if _lone_number(lines[at - 1]) and any(map(str.isalpha, lines[at])) and all(word in known for word in words):
            heads.setdefault(" ".join(words), []).append(at)
    for places in heads.values():
        numbers = [_lone_number(lines[at - 1]) for at in places]
        if len(numbers) > 1 and numbers == list(range(1, 1 + len(numbers))):
            starts, ends = [0, *(at + 1 for at in places)], [*(at - 1 for at in places), len(lines)]
            return [list(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [list(lines)]


def _lone_number(line: str) -> int:
    """The number of a line with nothing else; 0 for other lines."""
    stripped = line.strip()
    return int(stripped) if stripped.isdecimal() and len(stripped) <= _LONGEST_NUMBER else 0


def _numbered(line: str) -> tuple[str, str]:
    """What a foot says beside its number, and that number; nothing for other lines."""
    match = _NUMBERED.fullmatch(line)
    if match is None:
        return "", ""
    return (f"| {match['behind']}", match["first"]) if match["first"] else (match["before"], match["last"])
