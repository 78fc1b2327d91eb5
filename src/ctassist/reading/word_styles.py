"""What the paragraphs of a Word document are, by their formats and styles: headings, list items, quotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from ctassist.reading.draft import DEEPEST_HEADING

_HEADING = re.compile(r"heading (\d)")
_LIST = re.compile(r"list (?:bullet|number)(?: (\d))?")
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph's place in a list: which list, how deep (0 is the outermost), and whether its items are numbered."""

    number_id: str
    depth: int
    ordered: bool


class Styles:
    """The styles and lists of one document."""

    def __init__(self, document: Document) -> None:
        found: Any = document.styles.element
        self._styles = {style.get(qn("w:styleId")): style for style in found.iterchildren(qn("w:style"))}
        self._formats = dict(_number_formats(document))

    def outline(self, paragraph: etree._Element) -> int:
        """The level of a heading, 1 for a title; 0 for what is no heading."""
        for name, _ in self._chain(paragraph):
            if name == "title":
                return 1
            if match := _HEADING.fullmatch(name):
                return min(int(match[1]), DEEPEST_HEADING)
        level = self._value(paragraph, "w:outlineLvl")
        return min(int(level) + 1, DEEPEST_HEADING) if level.isdecimal() and int(level) < 9 else 0

    def listed(self, paragraph: etree._Element) -> Listed | None:
        """Where in a list a paragraph stands; None outside of lists."""
        named = next((match for name, _ in self._chain(paragraph) if (match := _LIST.fullmatch(name))), None)
        # "List Bullet 2" is a list of its own, which says by its name alone that it is nested.
        nested = int(named[1] or 1) - 1 if named else 0
        number = self._first(paragraph, "w:numPr")
        if number is not None:
            number_id, depth = _value(number.find(qn("w:numId"))), _value(number.find(qn("w:ilvl")))
            if number_id == "0":
                return None  # Taken out of the list of its style.
            level = int(depth) if depth.isdecimal() else 0
            ordered = self._formats.get((number_id, level), "bullet") not in ("bullet", "none")
            return Listed(number_id, max(level, nested), ordered)
        return Listed(named[0], nested, "number" in named[0]) if named else None

    def quotes(self, paragraph: etree._Element) -> bool:
        """Tells whether a paragraph has a style for quotations."""
        return any(name in ("quote", "intense quote") for name, _ in self._chain(paragraph))

    def is_bold(self, paragraph: etree._Element) -> bool:
        """Tells whether all words of a paragraph are bold."""
        runs = [run for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
        return bool(runs) and all(_is_on(run.find(f"{qn('w:rPr')}/{qn('w:b')}")) for run in runs)

    def _chain(self, paragraph: etree._Element) -> Iterator[tuple[str, etree._Element]]:
        """The names, in lower case, and elements of a paragraph's style and of those that it is based on."""
        style_id: str | None = _value(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"))
        seen: set[str] = set()
        while style_id and style_id not in seen and (style := self._styles.get(style_id)) is not None:
            seen.add(style_id)
            yield _value(style.find(qn("w:name"))).casefold(), style
            style_id = _value(style.find(qn("w:basedOn")))

    def _first(self, paragraph: etree._Element, tag: str) -> etree._Element | None:
        """A property of a paragraph, its own one or the nearest style's."""
        path = f"{qn('w:pPr')}/{qn(tag)}"
        holders = [paragraph, *(style for _, style in self._chain(paragraph))]
        return next((found for holder in holders if (found := holder.find(path)) is not None), None)

    def _value(self, paragraph: etree._Element, tag: str) -> str:
        return _value(self._first(paragraph, tag))


def _value(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get(qn("w:val"), ""))


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(qn("w:val"), "1") not in _OFF


def _number_formats(document: Document) -> Iterator[tuple[tuple[str, int], str]]:
    """How each level of each list counts: "bullet", "decimal"."""
    try:
        numbering: Any = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return
    kinds = {
        (abstract.get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl"), "0"))): _value(level.find(qn("w:numFmt")))
        for abstract in numbering.iterchildren(qn("w:abstractNum"))
        for level in abstract.iterchildren(qn("w:lvl"))
    }
    for number in numbering.iterchildren(qn("w:num")):
        abstract_id = _value(number.find(qn("w:abstractNumId")))
        for (owner, level), kind in kinds.items():
            if owner == abstract_id:
                yield (number.get(qn("w:numId")), level), kind
