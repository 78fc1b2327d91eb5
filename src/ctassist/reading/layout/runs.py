"""Runs: words drawn side by side in one style, as the parser hands them over, and the bullets before them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from liteparse import TextItem

from ctassist.reading.bullets import bullet_of, is_lone_mark
from ctassist.reading.characters import clean
from ctassist.reading.layout.areas import Area, around
from ctassist.reading.layout.drawn import Drawn

# Where the parser does not say how high letters rise: the share of the size, and of it what all letters fill.
_ASCENT, _CORE = 0.9, 0.6
# Below this size nobody reads what is written.
_SMALLEST = 2.0
_SAME_PLACE = 1.0
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
# A bullet stands within this many letter sizes of its words.
_MARK_REACH = 3.0
_NUMERAL = re.compile(r"\(\d{1,2}\)|\d{1,2}[.)]?")
_FEWEST_NUMERALS = 3
# Signs that are bullets only where nothing stands before them.
_APART = 0.9
_SIGNS = frozenset("-–—*·o»›")


@dataclass(frozen=True, slots=True)
class Run:
    """Words on one baseline with nothing wide between them.

    ``mark`` is the left edge of the bullet, drawn or written, that the run starts with. ``lead`` is the width of its
    first word, by which it is known whether it would have fitted on the line above; ``space`` the widest in the run.
    ``words`` say where each of them is drawn.
    """

    text: str
    area: Area
    baseline: float
    size: float
    bold: bool
    color: str
    lead: float
    space: float = 0.0
    mark: float | None = None
    numbered: bool = False
    words: tuple[Drawn, ...] = field(default=(), compare=False)
    core: Area = field(init=False, repr=False, compare=False)
    """The height that all letters share: neighbouring lines never overlap in it."""

    def __post_init__(self) -> None:
        # It is asked for some thousand times a page.
        core = Area(self.area.x0, self.baseline - _CORE * self.size, self.area.x1, self.baseline)
        object.__setattr__(self, "core", core)

    @property
    def left(self) -> float:
        """The left edge, of the bullet if there is one."""
        return self.area.x0 if self.mark is None else self.mark


def runs_of(items: Iterable[TextItem]) -> list[Run]:
    """Returns the runs of a page, each once, whatever order they were drawn in; text along the side is left out."""
    runs: list[Run] = []
    for item in sorted(items, key=lambda item: (item.y, item.x, item.text)):
        if run := _run(item):
            again = any(_is_shadow(run, other) for other in runs[-8:])
            runs += [] if again else [run]
    return runs


def _run(item: TextItem) -> Run | None:
    text = " ".join(clean(item.text).split())
    size = item.font_size or item.height
    if not text or size < _SMALLEST or abs(item.rotation) > 1:
        return None
    ascent = item.font_ascent if item.font_ascent else _ASCENT * size
    lead = item.words[0].width if item.words else item.width / max(1, len(text.split()))
    run = Run(
        text,
        Area(item.x, item.y, item.x + item.width, item.y + item.height),
        item.y + ascent,
        size,
        bool(_BOLD.search(item.font_name or "")) or (item.font_weight or 0) >= _BOLD_WEIGHT,
        item.fill_color or "",
        lead,
        max((right.x - left.x - left.width for left, right in pairwise(item.words)), default=0.0),
        words=_words(text, item),
    )
    return _without_mark(run, item)


def _words(text: str, item: TextItem) -> tuple[Drawn, ...]:
    """The words of an item; all as one where the parser does not tell them apart."""
    whole = Area(item.x, item.y, item.x + item.width, item.y + item.height)
    words = [(clean(word.text).strip(), Area(word.x, whole.y0, word.x + word.width, whole.y1)) for word in item.words]
    return tuple(Drawn(*word) for word in words) or (Drawn(text, whole),)


def _without_mark(run: Run, item: TextItem) -> Run:
    """Takes the bullet off the words it was drawn with."""
    bullet = bullet_of(run.text)
    if bullet is None or (bullet.doubtful and not bullet.numbered):
        return run
    if bullet.numbered:
        return replace(run, mark=run.area.x0, numbered=True)
    words = item.words
    count = len(run.text.split()) - len(bullet.text.split())
    if len(words) > count:
        area = replace(run.area, x0=words[count].x)
        return replace(
            run, text=bullet.text, area=area, lead=words[count].width, mark=run.area.x0, words=run.words[count:]
        )
    whole = run.words if words else (Drawn(bullet.text, run.area),)
    return replace(run, text=bullet.text, mark=run.area.x0, words=whole)


def _is_shadow(run: Run, other: Run) -> bool:
    """The same words drawn twice in one place, as shadows and false bold are."""
    return (
        run.text == other.text
        and abs(run.area.x0 - other.area.x0) < _SAME_PLACE
        and abs(run.area.y0 - other.area.y0) < _SAME_PLACE
    )


def with_marks(runs: Sequence[Run], shapes: Sequence[Area]) -> list[Run]:
    """Binds bullets that stand apart, written or drawn, to the words on their right."""
    lone = [run for run in runs if _is_lone_mark(run, runs)]
    words = [run for run in runs if run not in lone]
    numerals = _numerals(words)
    for area in [*(run.area for run in lone), *shapes]:
        words = _bound(words, area)
    for numeral in numerals:
        words = _numbered(words, numeral)
    return words


def _is_lone_mark(run: Run, runs: Sequence[Run]) -> bool:
    """A glyph, or a sign that begins its line."""
    if is_lone_mark(run.text):
        return True
    return run.text in _SIGNS and not any(
        other.core.beside(run.core) > 0 and 0 <= run.area.x0 - other.area.x1 < _APART * run.size for other in runs
    )


def _bound(runs: Sequence[Run], area: Area) -> list[Run]:
    found = _right_of(runs, area)
    if found is None or found.mark is not None:
        return list(runs)
    return [replace(run, mark=area.x0) if run is found else run for run in runs]


def _right_of(runs: Iterable[Run], area: Area) -> Run | None:
    """The nearest run whose letters stand at the height of ``area``, a bullet's or a numeral's."""
    middle = area.center[1]
    near = [
        run
        for run in runs
        if -1 <= run.area.x0 - area.x1 <= _MARK_REACH * run.size and run.area.y0 - 1 <= middle <= run.area.y1 + 1
    ]
    return min(near, key=lambda run: (run.area.x0 - area.x1, abs(run.core.center[1] - middle)), default=None)


def _numerals(runs: Sequence[Run]) -> list[Run]:
    """The runs that number things: 1, 2, 3 and so on, each once in one style; figures do not count up like that."""
    alike: dict[tuple[float, bool], list[Run]] = {}
    for run in runs:
        if _NUMERAL.fullmatch(run.text):
            alike.setdefault((run.size, run.bold), []).append(run)
    return [run for group in alike.values() for run in _counting(group)]


def _counting(numerals: Sequence[Run]) -> list[Run]:
    found = {int(re.sub(r"\D", "", run.text)): run for run in numerals}
    counts = len(found) == len(numerals) >= _FEWEST_NUMERALS and sorted(found) == list(range(1, len(found) + 1))
    return [found[number] for number in sorted(found)] if counts else []


def _numbered(runs: list[Run], numeral: Run) -> list[Run]:
    """Puts a numeral before the words that it numbers: those on its right, else those right below."""
    others = [run for run in runs if run is not numeral]
    tall, size = numeral.area, numeral.size
    beside = [
        run for run in others if 0 <= run.area.x0 - tall.x1 <= 1.5 * max(run.size, size) and run.core.beside(tall) > 0
    ]
    below = [
        run
        for run in others
        if 0 < run.baseline - numeral.baseline <= 1.2 * max(run.size, size) + run.size and run.area.above(tall) > 0
    ]
    named = min(beside or below, key=lambda run: (run.baseline, run.area.x0), default=None)
    if named is None:
        return runs
    number = numeral.text if numeral.text[-1] in ".)" else f"{numeral.text}."
    area = around([named.area, numeral.area]) if not beside else replace(named.area, x0=tall.x0)
    words = (*numeral.words, *named.words)
    whole = replace(named, text=f"{number} {named.text}", area=area, mark=area.x0, numbered=True, words=words)
    return [whole if run is named else run for run in others]
