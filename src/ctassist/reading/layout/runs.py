"""Runs: words drawn side by side in one style, as the parser hands them over."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from liteparse import TextItem

from ctassist.reading.bullets import bullet_of
from ctassist.reading.characters import clean
from ctassist.reading.layout.areas import Area
from ctassist.reading.layout.capitals import with_capitals
from ctassist.reading.layout.drawn import Drawn
from ctassist.reading.layout.items import is_turned, parts_of, scale_of, size_of

# Where the parser does not say how high letters rise: the share of the size, and of it what all letters fill.
_ASCENT, _CORE = 0.9, 0.6
# Below this size nobody reads what is written.
_SMALLEST = 2.0
_SAME_PLACE = 1.0
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600


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
    left: float = field(init=False, repr=False, compare=False)
    """The left edge, of the bullet if there is one."""

    def __post_init__(self) -> None:
        # They are asked for some thousand times a page.
        core = Area(self.area.x0, self.baseline - _CORE * self.size, self.area.x1, self.baseline)
        object.__setattr__(self, "core", core)
        object.__setattr__(self, "left", self.area.x0 if self.mark is None else self.mark)


def runs_of(items: Iterable[TextItem]) -> list[Run]:
    """Returns the runs of a page, each once, whatever order they were drawn in; text along the side is left out."""
    runs: list[Run] = []
    for item in sorted(with_capitals(items), key=lambda item: (item.y, item.x, item.text)):
        for part in parts_of(item):
            if run := _run(part):
                again = any(_is_shadow(run, other) for other in runs[-8:])
                runs += [] if again else [run]
    return runs


def _run(item: TextItem) -> Run | None:
    text = " ".join(clean(item.text).split())
    size = size_of(item)
    if not text or size < _SMALLEST or is_turned(item):
        return None
    ascent = scale_of(item) * item.font_ascent if item.font_ascent else _ASCENT * size
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
