"""Lines of one column, and how the words of several lines run on."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.drawn import Drawn
from ctassist.reading.layout.runs import Run
from ctassist.reading.split_words import SPLIT, keeps_hyphen

_ENTRY = re.compile(r"[^\W\d_][\w /-]{2,30}:(?:\s+\S|$)")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Line:
    """Runs on one baseline, from left to right."""

    runs: tuple[Run, ...]

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join(run.text for run in self.runs)

    @cached_property
    def area(self) -> Area:
        """Where its words stand, without the bullet."""
        return around(run.area for run in self.runs)

    @property
    def words(self) -> tuple[Drawn, ...]:
        """Its words, each with its own place."""
        return tuple(word for run in self.runs for word in run.words)

    @cached_property
    def main(self) -> Run:
        """The run that says most, whose style is the line's."""
        if len(self.runs) == 1:
            return self.runs[0]
        return max(self.runs, key=lambda run: (len(run.text), -run.area.x0))

    @property
    def first(self) -> Run:
        """The run it starts with."""
        return self.runs[0]

    @property
    def baseline(self) -> float:
        """The height on which most of its letters stand."""
        return self.main.baseline


def is_entry(text: str) -> bool:
    """Says whether a line gives a value to a name, as "Chair: …" does."""
    return bool(_ENTRY.match(text))


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """Returns the lines of a column from top to bottom; raised and lowered signs stay with their line."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.baseline, run.area.x0)):
        home = next((line for line in reversed(lines[-3:]) if _same_line(line, run)), None)
        if home is None:
            lines.append([run])
        else:
            home.append(run)
    made = [Line(tuple(sorted(line, key=lambda run: run.area.x0))) for line in lines]
    return sorted(made, key=lambda line: (line.baseline, line.first.area.x0))


def _same_line(line: Sequence[Run], run: Run) -> bool:
    return all(_beside(other.core, run.core) for other in line)


def _beside(one: Area, other: Area) -> bool:
    shared = one.beside(other)
    # Most are lines apart.
    return shared > 0 and shared > 0.5 * min(one.height, other.height) and one.above(other) < 1


def run_on(lines: Sequence[str], words: Collection[str]) -> str:
    """Joins lines into one text.

    A word that a line's end has split is made whole, unless it has its hyphen of its own; ``words`` are the document's.
    """
    text = ""
    for line in lines:
        if not text:
            text = line
        elif text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + line
        elif (split := SPLIT.search(text)) and line[0].islower():
            text = (text if keeps_hyphen(split["head"], line, words) else text[:-1]) + line
        else:
            text = f"{text} {line}"
    return text.replace(_SOFT_HYPHEN, "")
