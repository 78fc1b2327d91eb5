"""The outline of plain text: which of its units are headings, judged by what stands around them."""

from collections.abc import Sequence
from dataclasses import replace

from ctassist.model.text import BlockKind
from ctassist.reading.headings import (
    ends_open,
    is_figure,
    is_fragment,
    is_long,
    is_one_word,
    is_plain_heading,
    is_title,
    looks_on,
)
from ctassist.reading.lines import TOLD_DAY, Unit, begins_with_day

_TITLE, _CAPITALS, _PLAIN = 1, 2, 3


def outline(units: Sequence[Unit]) -> list[Unit]:
    """Returns the units with the title and the headings among them made so."""
    judged: list[Unit] = []
    for at, unit in enumerate(units):
        before = judged[-1] if judged else None
        after = units[at + 1] if at + 1 < len(units) else None
        level = _level(unit, before, after)
        judged.append(unit if level is None else replace(unit, kind=BlockKind.HEADING, level=level))
    return _with_their_ends(judged)


def _with_their_ends(units: Sequence[Unit]) -> list[Unit]:
    """The units, where a heading of a column beside it tore a line from its end, with that end above the heading.

    "Pilots met the keepers of" and "eleven locks in Ghent (3-4 May)" are one line, whatever stands between them.
    """
    whole: list[Unit] = []
    for unit in units:
        above = whole[-2:] if len(whole) > 1 and whole[-1].kind is BlockKind.HEADING and whole[-1].capitals else []
        if above and _ends(above[0], unit):
            whole[-2] = replace(above[0], lines=[*above[0].lines, *unit.lines])
        else:
            whole.append(unit)
    return whole


def _ends(begun: Unit, unit: Unit) -> bool:
    """Says whether a paragraph is the end of a line that was begun: it goes on with a small letter, up to its day."""
    told = unit.kind is BlockKind.PARAGRAPH and unit.text[0].islower() and TOLD_DAY.search(unit.text) is not None
    open_ = begun.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and not begun.text.endswith(_CLOSED)
    return told and open_ and begun.page == unit.page and not is_figure(begun.text)


_CLOSED = (".", "!", "?", ":", ";", ")", "]", "”", '"', "»")


def _level(unit: Unit, before: Unit | None, after: Unit | None) -> int | None:
    if after is None or unit.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return None
    if before is None:
        return _TITLE if is_title(unit.text) else None
    if unit.kind is BlockKind.HEADING or _continues(before):
        return None
    if unit.capitals:
        torn = is_one_word(unit.text) and _is_torn(before) and _is_torn(after)
        return None if torn else _CAPITALS
    if unit.alone and is_plain_heading(unit.text) and (_has_body(after) or _begins_news(before, after)):
        return _PLAIN
    return None


def _continues(before: Unit) -> bool:
    """Says whether a paragraph wants to go on: "Finance and Investment in" is the first half of a name."""
    if before.kind is not BlockKind.PARAGRAPH:
        return False
    last = before.lines[-1]
    return looks_on(last) or (is_fragment(before.text) and ends_open(last))


def _is_torn(unit: Unit) -> bool:
    """A few words on their own, as boxes and charts leave them."""
    return unit.kind is BlockKind.PARAGRAPH and is_fragment(unit.text) and (not unit.capitals or is_one_word(unit.text))


def _begins_news(before: Unit, after: Unit) -> bool:
    """Says whether what stands between a finished paragraph and a sentence, or a day's line, parts them."""
    told = (unit.kind is BlockKind.PARAGRAPH and not unit.capitals for unit in (before, after))
    if not all(told) or not before.text.endswith(_FINISHED):
        return False
    sentence = after.text.endswith(_FINISHED) and len(after.text) >= _SENTENCE and after.text[0].isupper()
    return sentence or begins_with_day(after.text)


_FINISHED = (".", "!", "?", ".”", '."', ".)")
_SENTENCE = 70
"""So many characters a sentence has at least that is no label in a chart."""


def _has_body(after: Unit) -> bool:
    if after.kind is BlockKind.PARAGRAPH:
        # What begins with a small letter goes on with the words above it.
        return not after.capitals and is_long(after.text) and not after.text[0].islower()
    # A bullet with nothing but a figure belongs to a box of figures, and what stands above it is a label.
    return after.kind is BlockKind.TABLE_ROW or (after.kind is BlockKind.LIST_ITEM and not is_figure(after.text))
