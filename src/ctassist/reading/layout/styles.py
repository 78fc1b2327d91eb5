"""Styles: how large and how strong words are, and which of that heads others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ctassist.reading.headings import is_capitals
from ctassist.reading.layout.runs import Run

# So much larger than the body, words stand out by their size alone; a little larger is the same size.
_LARGER, _SAME = 1.12, 0.06
_SMALLER, _SMALLEST = 0.93, 0.75
_STEP = 0.5
_RUNNING_SHARE = 0.2
_LONGEST = 120
_MOST_WORDS = 14
_SENTENCE_END = re.compile(r"[.!?][)\]\"”’']*\s+(?=[^\W\d_a-z])")
_NUMBER = re.compile(r"\d{1,2}[.)]\s")
_KEY_VALUE = re.compile(r"[^:]{2,40}:\s+\S")
_FIGURE_FIRST = re.compile(r"[~≈<>+$€£]?\s?\d[\d.,]*\s?[%+kKmM]?(?:\s|$)")
_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+\S")


@dataclass(frozen=True, slots=True, order=True)
class Style:
    """Sorts by how much a heading in this style stands out; ``size`` is rounded to half a point."""

    size: float
    bold: bool = False
    capitals: bool = False


def style_of(run: Run) -> Style:
    """The style of a run."""
    return Style(round(run.size / _STEP) * _STEP, run.bold, is_capitals(run.text))


@dataclass(frozen=True, slots=True)
class Body:
    """The style that most of a document's letters have, and the largest size in which a page's text runs."""

    style: Style
    largest: float

    @staticmethod
    def of(runs: Iterable[Run]) -> Body:
        """Finds the style of the running text."""
        letters: Counter[Style] = Counter()
        for run in runs:
            style = style_of(run)
            letters[Style(style.size, style.bold)] += len(run.text)
        style = max(letters, key=lambda style: (letters[style], style)) if letters else Style(10.0)
        return Body(style, style.size)

    def on(self, runs: Iterable[Run]) -> Body:
        """The same body for one page, on which text may run in other sizes too: in columns and in boxes."""
        letters: Counter[float] = Counter()
        for run in runs:
            style = style_of(run)
            if style.bold == self.style.bold and not style.capitals:
                letters[style.size] += len(run.text)
        enough = _RUNNING_SHARE * sum(letters.values())
        largest = max((size for size, count in letters.items() if count >= enough), default=self.style.size)
        return Body(self.style, max(largest, self.style.size))

    def stands_out(self, run: Run) -> bool:
        """Says whether a run is larger or stronger than the running text."""
        style, body = style_of(run), self.style
        if style.size >= _LARGER * self.largest:
            return True
        if style.size < _SMALLER * body.size:
            return style.bold and style.size >= _SMALLEST * body.size
        return (style.bold and not body.bold) or (style.capitals and len(run.text.split()) > 1)


def is_heading(run: Run, body: Body) -> bool:
    """Says whether words stand out and say no more than headings do."""
    text = run.text
    if not body.stands_out(run) or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    if not any(map(str.isalpha, text)) or text.endswith((".", ",", ";")) or _SENTENCE_END.search(_NUMBER.sub("", text)):
        return False
    if _FIGURE_FIRST.match(text) and not _CHAPTER.match(text):
        return False
    larger = run.size >= _LARGER * body.largest
    return larger or not _KEY_VALUE.match(text)
