"""Slides (Office Open XML) through python-pptx: each slide a page, with its title, lists, tables and text boxes."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn

from ctassist.errors import UnreadableFile
from ctassist.model.text import BlockKind, Reading
from ctassist.reading.addresses import kept_address
from ctassist.reading.bullets import without_glyph
from ctassist.reading.characters import clean
from ctassist.reading.columns import is_headed
from ctassist.reading.draft import DEEPEST_HEADING, Draft, in_one_line, tidy
from ctassist.reading.headings import is_plain_heading
from ctassist.reading.linked import Buffer, Linked, joined

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_LARGEST_INFLATED = 256 * 1024 * 1024
"""Bytes that all parts of a presentation may have when unpacked, without its pictures and films."""
_MEDIA = "ppt/media/"
_FURNITURE = ("DATE", "FOOTER", "SLIDE_NUMBER", "HEADER")
"""Placeholders that say the same on every slide."""
_TITLES = ("TITLE", "CENTER_TITLE")
_BODIES = ("BODY", "OBJECT", "VERTICAL_BODY", "VERTICAL_OBJECT")
_TITLE, _SLIDE_TITLE = 1, 2
_DEEPEST_GROUP = 20
_BROKEN = (
    zipfile.BadZipFile,
    PackageNotFoundError,
    KeyError,
    ValueError,
    AttributeError,
    etree.XMLSyntaxError,
    NotImplementedError,
)


def read(data: bytes, name: str) -> Reading:
    """Reads a presentation; its notes, comments, hidden slides, and what slides say at their foot are left out.

    Raises:
        UnreadableFile: If it is damaged, encrypted, or inflates to more than 256 MB.
    """
    draft = Draft()
    try:
        _check_size(data, name)
        slides = Presentation(BytesIO(data))
        for number, slide in enumerate(slides.slides, start=1):
            if slide.element.get("show") != "0":
                _Slide(draft, number).write(slide)
        properties = slides.core_properties
        metadata = {"title": in_one_line(properties.title), "lang": in_one_line(properties.language)}
    except _BROKEN:
        raise UnreadableFile(
            f"{name} is damaged, encrypted or no presentation; save it again as .pptx without a password."
        ) from None
    # PowerPoint's own template calls every presentation so.
    known = {key: value for key, value in metadata.items() if value and value != "PowerPoint Presentation"}
    return draft.reading(MEDIA_TYPE, pages=len(slides.slides), metadata=known)


def _check_size(data: bytes, name: str) -> None:
    with zipfile.ZipFile(BytesIO(data)) as package:
        inflated = sum(part.file_size for part in package.infolist() if not part.filename.startswith(_MEDIA))
    if inflated > _LARGEST_INFLATED:
        raise UnreadableFile(f"{name} unpacks to {inflated:,} bytes, more than is read; split it.")


class _Slide:
    """Writes one slide into a draft: its title first, then the rest in the order in which it was put there."""

    def __init__(self, draft: Draft, number: int) -> None:
        self._draft = draft
        self._number = number
        self._numbers: dict[int, int] = {}

    def write(self, slide: Any) -> None:
        """Writes a slide's title as a heading, and what stands below it."""
        shapes = list(_flat(slide.shapes))
        titles = [shape for shape in shapes if _placeholder(shape) in _TITLES]
        for shape in titles:
            level = _TITLE if self._number == 1 and len(self._draft) == 0 else _SLIDE_TITLE
            self._draft.add(BlockKind.HEADING, _joined(shape.text_frame, address=_address(shape)), level, self._number)
        for shape in shapes:
            if shape not in titles and _placeholder(shape) not in _FURNITURE:
                self._shape(shape)

    def _shape(self, shape: Any) -> None:
        if getattr(shape, "has_table", False) and shape.has_table:
            self._table(shape.table)
        elif shape.has_text_frame:
            self._draft.gap()
            self._numbers = {}
            bulleted = _placeholder(shape) in _BODIES
            address = _address(shape)
            for paragraph in shape.text_frame.paragraphs:
                self._paragraph(paragraph, bulleted, address)

    def _paragraph(self, paragraph: Any, bulleted: bool, address: str) -> None:
        whole = _text(paragraph, address)
        words = whole.becoming(without_glyph(whole.text))
        text = words.text
        bullet = _bullet(paragraph)
        if text and (bullet or (bulleted and bullet is None)):
            number = self._counted(paragraph.level) if bullet == "buAutoNum" else ""
            item = words.becoming(number + text)
            self._draft.add(BlockKind.LIST_ITEM, item, paragraph.level + 1, self._number)
        elif text and _is_bold(paragraph) and is_plain_heading(text):
            self._draft.add(BlockKind.HEADING, words, min(_SLIDE_TITLE + 1, DEEPEST_HEADING), self._number)
        else:
            self._draft.add(BlockKind.PARAGRAPH, words, page=self._number)

    def _counted(self, level: int) -> str:
        self._numbers = {other: count for other, count in self._numbers.items() if other <= level}
        self._numbers[level] = self._numbers.get(level, 0) + 1
        return f"{self._numbers[level]}. "

    def _table(self, table: Any) -> None:
        rows = [[_joined(cell.text_frame, "; ") for cell in row.cells] for row in table.rows]
        self._draft.gap()
        headed = table.first_row or is_headed([[cell.text for cell in row] for row in rows])
        for number, cells in enumerate(rows):
            self._draft.row(cells, headed and number == 0, self._number)
        self._draft.gap()


def _flat(shapes: Any, depth: int = 0) -> Iterator[Any]:
    """The shapes of a slide, those of groups among them."""
    for shape in shapes:
        inner = getattr(shape, "shapes", None)
        if inner is None:
            yield shape
        elif depth < _DEEPEST_GROUP:
            yield from _flat(inner, depth + 1)


def _placeholder(shape: Any) -> str:
    """What a shape stands for in its layout, such as "TITLE"; empty for one that was drawn."""
    return shape.placeholder_format.type.name if shape.is_placeholder else ""


def _bullet(paragraph: Any) -> str | bool | None:
    """The kind of bullet that a paragraph asks for: its element's name, False for none, None if it says nothing."""
    properties = paragraph._p.find(qn("a:pPr"))
    if properties is None:
        return None
    for kind in ("buNone", "buChar", "buAutoNum", "buBlip"):
        if properties.find(qn(f"a:{kind}")) is not None:
            return False if kind == "buNone" else kind
    return None


def _is_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.font.bold for run in runs)


def _text(paragraph: Any, address: str = "") -> Linked:
    """The words of a paragraph; those without a link of their own lead to ``address``, if their shape has one."""
    words = Buffer()
    for run in paragraph._p.content_children:
        kept = kept_address(_target(run, paragraph.part)) or address
        if kept:
            words.open(kept)
        words.write(clean(run.text.replace("\v", " ")))
        words.close()
    written = words.take()
    return written.becoming(tidy(written.text))


def _target(run: Any, part: Any) -> str:
    """Where a run's own link leads; empty if it has none."""
    link = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")
    relation = part.rels.get(link.get(qn("r:id"))) if link is not None else None
    return relation.target_ref if relation is not None and relation.is_external else ""


def _address(shape: Any) -> str:
    """Where a shape leads that is itself a link."""
    link = next(shape.element.iterfind(f".//{qn('p:cNvPr')}/{qn('a:hlinkClick')}"), None)
    relation = shape.part.rels.get(link.get(qn("r:id"))) if link is not None else None
    return kept_address(relation.target_ref) if relation is not None and relation.is_external else ""


def _joined(frame: Any, separator: str = " ", address: str = "") -> Linked:
    texts = (_text(paragraph, address) for paragraph in frame.paragraphs)
    return joined(separator, [text.becoming(text.text.replace("\n", " ")) for text in texts if text.text])
