"""Lists of abbreviations: rows and lines that say what a short name stands for, and nothing else."""

import re
from collections.abc import Iterator, Sequence

from ctassist.extraction.names import abbreviated, defined
from ctassist.extraction.sections import Placed, one_line
from ctassist.model.text import BlockKind, Span

_LEAST = 3
"""Fewer neighbouring lines are no list."""
_MOST = 0.6
"""The share of lines whose long forms must spell their short ones, so that the others are believed too."""
_LONGEST = 10
_LINE = re.compile(r"(?P<short>[^\s|:–—]{2,12})\s*(?:[|:–—=]|-\s)\s*(?P<long>[^|]+)")
_BARE = (
    re.compile(r"(?P<short>[^\s|:–—]{2,12})\s+(?P<long>[^\W\d_a-z][^|:;.]*)"),
    re.compile(r"(?P<long>[^\W\d_a-z][^|:;.]*?)(?:\s+|\s*[|–—])\s*(?P<short>[^\s|:–—]{2,12})"),
)
"""Lines of a roll with nothing between the names, "NHV Nordhavn Vand", or with the short one last."""
_RUN_ON = re.compile(r"(?P<short>[^\s|:–—;]{2,12})\s+(?:[:–—=-]\s+)?(?P<long>[^\W\d_a-z][^;|]*)")
_NOTE = re.compile(r"\s*\([^()]*\)\s*$")


Abbreviation = tuple[str, str]
"""A short name and what it stands for."""


def find_glossary(text: str, placed: Sequence[Placed]) -> dict[Span, tuple[Abbreviation, ...]]:
    """The lines of lists of abbreviations, each with what it explains, without notes in brackets.

    "NHV | Nordhavn Vand" is such a line where most of its neighbours are; "NHV Nordhavn Vand; TWA Tide Watch Alliance"
    is one that runs on. In a table whose columns are headed so ("Short name | Name | Seat") any row is one.
    """
    found: dict[Span, tuple[Abbreviation, ...]] = {}
    for run in _runs(text, placed):
        spelled = sum(defined(short, long) is not None for _, short, long in run)
        if len(run) >= _LEAST and spelled >= _MOST * len(run):
            found |= {span: ((short, long),) for span, short, long in run}
    found |= _in_tables(text, placed)
    for place in placed:
        words = one_line(place.block.span.of(text))
        if entries := _run_on(words) or _named_in(words):
            found[place.block.span] = entries
    return found


def _in_tables(text: str, placed: Sequence[Placed]) -> dict[Span, tuple[Abbreviation, ...]]:
    """The rows of tables with a column of short names beside one of whole names, whatever else they have."""
    found: dict[Span, tuple[Abbreviation, ...]] = {}
    columns: tuple[int, int] | None = None
    for place in placed:
        block = place.block
        if block.kind is not BlockKind.TABLE_ROW:
            columns = None
            continue
        cells = [one_line(cell.of(text)) for cell in block.cells]
        if block.header:
            columns = _columns(cells)
        elif columns and max(columns) < len(cells):
            short, long = cells[columns[0]], _NOTE.sub("", cells[columns[1]])
            if abbreviated(short) and long[:1].isupper() and 1 < len(long.split()) <= _LONGEST:
                found[block.span] = ((short, long),)
    return found


def _columns(header: Sequence[str]) -> tuple[int, int] | None:
    """The columns of the short and of the whole names; None where a header has not one of each."""
    short, long = (
        [at for at, words in enumerate(header) if head.fullmatch(words.strip(" :."))]
        for head in (_SHORT_HEAD, _LONG_HEAD)
    )
    return (short[0], long[0]) if len(short) == len(long) == 1 else None


_SHORT_HEAD = re.compile(
    r"(?:acronym|abbreviation|abbr|initials|initialism|short(?:er)?(?:\s+(?:name|form|title))?|known\s+as)s?",
    re.IGNORECASE,
)
_LONG_HEAD = re.compile(
    r"(?:(?:full|long|whole|official)\s+)?(?:name|form|title|organi[sz]ation|body|member|entity|institution)s?"
    r"(?:\s+in\s+full)?|in\s+full|stands?\s+for|meaning",
    re.IGNORECASE,
)


def _run_on(words: str) -> tuple[Abbreviation, ...]:
    """The entries of a list that runs on in one line; none for any other line."""
    parts = [part.strip(" .") for part in words.split(";") if part.strip(" .")]
    matches = [_RUN_ON.fullmatch(part) for part in parts]
    entries = tuple((match["short"], match["long"]) for match in matches if match and abbreviated(match["short"]))
    spelled = sum(defined(short, long) is not None for short, long in entries)
    return entries if len(parts) >= _LEAST and len(entries) == len(parts) and spelled >= _MOST * len(parts) else ()


def _runs(text: str, placed: Sequence[Placed]) -> Iterator[list[tuple[Span, str, str]]]:
    """Neighbouring lines under one heading that look like abbreviations."""
    run: list[tuple[Span, str, str]] = []
    heading = -1
    for place in placed:
        if place.block.kind is BlockKind.TABLE_ROW and place.block.header:
            continue
        pair = _explained(one_line(place.block.span.of(text)))
        if run and (not pair or place.heading != heading):
            yield run
            run = []
        if pair:
            run.append((place.block.span, *pair))
            heading = place.heading
    if run:
        yield run


def _explained(words: str) -> Abbreviation | None:
    """A short name and the long one beside it, if a line is nothing else; with no sign between, they begin alike."""
    for form in (_LINE, *_BARE):
        match = form.fullmatch(words)
        long = _NOTE.sub("", match["long"]).strip() if match else ""
        if not match or not abbreviated(match["short"]) or not long[:1].isupper() or len(long.split()) > _LONGEST:
            continue
        if form is _LINE or (match["short"][0] == long[0] and len(long.split()) > 1):
            return match["short"], long
    return None


_BETWEEN = re.compile(r"[;,](?![^()]*\))|\.\s+(?=[^\W\d_a-z])")
_LABEL = re.compile(r"[^\W\d_][^:;()|]{2,60}:\s*")
_NAMED = re.compile(r"(?P<long>[^();]{4,90}?)\s*\((?P<short>[^()\s]{2,12})\)")


def is_roster(words: str) -> bool:
    """Tells whether a line only names organisations with their short names: "Members: High Ground Union (HGU); …"."""
    parts = _parts(words)
    return len(parts) >= _LEAST and len(_pairs(parts)) == len(parts)


def _named_in(words: str) -> tuple[Abbreviation, ...]:
    """The short and long names of a line that names organisations, most of them with both; none for any other line."""
    parts = _parts(words)
    pairs = _pairs(parts)
    spelled = sum(defined(short, long) is not None for short, long in pairs)
    listed = len(pairs) >= max(_LEAST, _MOST * len(parts)) and spelled >= _MOST * len(pairs)
    return pairs if listed and all(_CAPITAL.match(part) for part in parts) else ()


_CAPITAL = re.compile(r"(?:and\s+)?[^\W\d_a-z]")


def _parts(words: str) -> list[str]:
    """The names of a line, each without the label that may stand before several: "Associated: …"."""
    parts = (_LABEL.sub("", part.strip(), count=1).strip(" .") for part in _BETWEEN.split(words))
    return [part for part in parts if part]


def _pairs(parts: Sequence[str]) -> tuple[Abbreviation, ...]:
    matches = (_NAMED.fullmatch(part) for part in parts)
    return tuple((match["short"], match["long"]) for match in matches if match and abbreviated(match["short"]))
