"""The Markdown of an Answer as Teams takes it: lines of plain text, of which some words are bold and some markers.

Everything else is text of the archive or of the person who asks, and stays what it is: it is escaped in messages, and
stands in runs of text, which know no Markdown, in cards.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_BULLET = re.compile(r"(\s*)[-*] +(?=\S)")
_MARKER = re.compile(r"\[(\d{1,6})\]")
_SPECIAL = re.compile(r"[\\`*_\[\]|~]")
_AT_START = re.compile(r"(?P<number>\d+)(?P<end>[.)])(?=\s|$)|(?P<sign>[#>+=-])")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; ``marker`` is the number of a citation, and 0 for all else."""

    text: str
    bold: bool = False
    marker: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``depth`` is 0 for a paragraph, 1 for the point of a list, 2 for a point below it."""

    runs: tuple[Run, ...]
    depth: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """The citations that it names, each once."""
        return tuple(dict.fromkeys(run.marker for run in self.runs if run.marker))

    def shortened(self, length: int) -> "Line":
        """Returns the line with at most so many characters of text; markers stay."""
        kept: list[Run] = []
        for run in self.runs:
            if run.marker or len(run.text) <= length:
                kept.append(run)
                length -= 0 if run.marker else len(run.text)
            elif length > 0:
                kept.append(replace(run, text=shorten(run.text, length)))
                length = 0
        return Line(tuple(kept), self.depth)


def lines_of(markdown: str, known: Iterable[int]) -> list[Line]:
    """Reads the Markdown of an Answer, without its blank lines; ``known`` are the numbers of its citations."""
    numbers = frozenset(known)
    return [_line(written, numbers) for written in markdown.splitlines() if written.strip()]


def message_text(lines: Iterable[Line]) -> str:
    """Returns lines as the Markdown of a message."""
    told = ""
    previous: Line | None = None
    for line in lines:
        if previous is not None:
            told += "\n" if previous.depth and line.depth else "\n\n"
        told += f"{'  ' * (line.depth - 1)}- " if line.depth else ""
        told += _written(line)
        previous = line
    return told


def escaped(text: str) -> str:
    """Returns text that a message shows as it is, on one line."""
    plain = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return plain.replace("&", "&amp;").replace("<", "&lt;")


def shorten(text: str, length: int) -> str:
    """Returns at most ``length`` characters of text, on one line, cut between words where there is one in reach."""
    words = " ".join(text.split())
    if len(words) <= length:
        return words
    cut = words[: max(length - 1, 0)]
    at = cut.rfind(" ")
    return (cut[:at] if at > length * 2 // 3 else cut).rstrip() + "…"


def _written(line: Line) -> str:
    parts: list[str] = []
    for run in line.runs:
        if run.marker:
            parts.append(f"[{run.marker}]")
            continue
        text = _SPECIAL.sub(r"\\\g<0>", run.text).replace("&", "&amp;").replace("<", "&lt;")
        if not parts:
            text = _AT_START.sub(_harmless, text, count=1) if _AT_START.match(text) else text
        parts.append(_bold(text) if run.bold else text)
    return "".join(parts)


def _harmless(found: "re.Match[str]") -> str:
    """What would begin a list, a heading or a quotation, as the characters that they are."""
    if found["number"]:
        return f"{found['number']}\\{found['end']}"
    return f"\\{found['sign']}"


def _bold(text: str) -> str:
    core = text.strip()
    if not core:
        return text
    before, after = text[: text.index(core[0])], text[len(text.rstrip()) :]
    return f"{before}**{core}**{after}"


def _line(written: str, known: frozenset[int]) -> Line:
    bullet = _BULLET.match(written)
    depth = 0 if bullet is None else 1 + min(len(bullet[1]) // 2, 1)
    text = " ".join(written[bullet.end() :].split() if bullet else written.split())
    pieces = text.split("**")
    # Asterisks that close nothing are text.
    paired = pieces if len(pieces) % 2 else [*pieces[:-2], "**".join(pieces[-2:])]
    runs = [run for at, piece in enumerate(paired) for run in _runs(piece, at % 2 == 1, known)]
    return Line(tuple(runs), depth)


def _runs(piece: str, bold: bool, known: frozenset[int]) -> Iterable[Run]:
    start = 0
    for found in _MARKER.finditer(piece):
        if int(found[1]) in known:
            if found.start() > start:
                yield Run(piece[start : found.start()], bold)
            yield Run(found[0], marker=int(found[1]))
            start = found.end()
    if start < len(piece):
        yield Run(piece[start:], bold)
