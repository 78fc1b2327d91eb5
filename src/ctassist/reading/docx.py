"""Word documents (Office Open XML) through python-docx: headings, lists, tables and text boxes in their order."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from ctassist.errors import UnreadableFile
from ctassist.model.text import BlockKind, Reading
from ctassist.reading.bullets import without_glyph
from ctassist.reading.columns import is_headed
from ctassist.reading.draft import DEEPEST_HEADING, Draft, in_one_line
from ctassist.reading.headings import is_plain_heading
from ctassist.reading.linked import Linked, joined
from ctassist.reading.word_styles import Styles
from ctassist.reading.word_text import BOX, FALLBACK, link_targets, text_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGEST_INFLATED = 256 * 1024 * 1024
"""Bytes that all parts of a document may have when unpacked; a page of text has a few thousand."""
_FIRST_ROW = 0x20
"""The bit of a table's look that sets off its first row (ECMA-376, 17.4.56)."""
_HEX, _DIGIT = re.compile(r"[0-9A-Fa-f]{1,8}"), re.compile(r"\d")
_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_HOLDERS = (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"))
"""Elements that only wrap content: controls, tracked insertions."""


def read(data: bytes, name: str) -> Reading:
    """Reads a Word document; its running headers, footers, comments and deleted words are left out.

    Raises:
        UnreadableFile: If it is damaged, encrypted, or inflates to more than 256 MB.
    """
    document = _opened(data, name)
    draft = Draft()
    _Writer(draft, Styles(document), link_targets(document.part)).write(document.element.body)
    properties = document.core_properties
    # Its dates are left out: "created" is mostly the day on which its template was made.
    metadata = {"title": in_one_line(properties.title), "lang": in_one_line(properties.language)}
    return draft.reading(MEDIA_TYPE, metadata={key: value for key, value in metadata.items() if value})


def _opened(data: bytes, name: str) -> Document:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            inflated = sum(part.file_size for part in package.infolist())
        if inflated > _LARGEST_INFLATED:
            raise UnreadableFile(f"{name} unpacks to {inflated:,} bytes, more than is read; save it without pictures.")
        return docx.Document(BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError, NotImplementedError):
        raise UnreadableFile(
            f"{name} is damaged, encrypted or no Word document; save it again as .docx without a password."
        ) from None


class _Writer:
    """Writes the content of one document into a draft."""

    def __init__(self, draft: Draft, styles: Styles, targets: Mapping[str, str]) -> None:
        self._draft = draft
        self._styles = styles
        self._targets = targets
        self._numbers: Counter[tuple[str, int]] = Counter()
        self._heading = 0

    def write(self, holder: etree._Element) -> None:
        """Writes the paragraphs and tables in an element, in their order."""
        for element in holder.iterchildren():
            if element.tag == _PARAGRAPH:
                self._paragraph(element)
            elif element.tag == _TABLE:
                self._table(element)
            elif element.tag in _HOLDERS:
                self.write(element)

    def _paragraph(self, element: etree._Element) -> None:
        whole = text_of(element, self._targets)
        words = whole.becoming(without_glyph(whole.text))
        text = words.text
        outline, listed = self._styles.outline(element), self._styles.listed(element)
        if text and outline:
            self._heading = outline
            self._draft.add(BlockKind.HEADING, words, outline)
        elif text and listed:
            number = self._number(listed.number_id, listed.depth) if listed.ordered else ""
            self._draft.add(BlockKind.LIST_ITEM, words.becoming(number + text), listed.depth + 1)
        elif text and self._styles.is_bold(element) and is_plain_heading(text):
            self._draft.add(BlockKind.HEADING, words, min(self._heading + 1, DEEPEST_HEADING))
        else:
            self._draft.add(BlockKind.QUOTE if self._styles.quotes(element) else BlockKind.PARAGRAPH, words)
        for box in _boxes(element):
            self.write(box)

    def _number(self, number_id: str, depth: int) -> str:
        self._numbers[number_id, depth] += 1
        for other in list(self._numbers):
            if other[0] == number_id and other[1] > depth:
                del self._numbers[other]
        return f"{self._numbers[number_id, depth]}. "

    def _table(self, table: etree._Element) -> None:
        rows = [list(_cells(row)) for row in table.iterchildren(qn("w:tr"))]
        if not self._holds_data(rows):
            for row in rows:
                for cell in row:
                    if cell is not None:
                        self.write(cell)
            return
        written = [[Linked("") if cell is None else self._cell(cell) for cell in row] for row in rows]
        texts = [[cell.text for cell in row] for row in written]
        self._draft.gap()
        headed = _says_headed(table, texts[0]) or is_headed(texts)
        for number, words in enumerate(written):
            self._draft.row(words, headed and number == 0)
        self._draft.gap()

    def _cell(self, cell: etree._Element) -> Linked:
        paragraphs = (text_of(part, self._targets) for part in cell.iter(_PARAGRAPH))
        return joined("; ", [line for paragraph in paragraphs for line in paragraph.lines() if line.text])

    def _holds_data(self, rows: Sequence[Sequence[etree._Element | None]]) -> bool:
        """Tells tables of data from those that only place text: with lists, headings or tables, or of one column."""
        cells = [cell for row in rows for cell in row if cell is not None]
        flowing = any(
            cell.find(f".//{_TABLE}") is not None
            or any(self._styles.listed(part) or self._styles.outline(part) for part in cell.iterchildren(_PARAGRAPH))
            for cell in cells
        )
        return not flowing and len(rows) > 1 and max(len(row) for row in rows) > 1


def _says_headed(table: etree._Element, first: Sequence[str]) -> bool:
    """Tells whether the first row is marked as one that names columns, or set off by the table's look and fit for it.

    Word sets the look by default, so alone it says little.
    """
    if table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
        return True
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    if look is None:
        return False
    value = look.get(qn("w:val"), "0")
    is_set = look.get(qn("w:firstRow"), "0") == "1" or bool(int(value, 16) & _FIRST_ROW if _HEX.fullmatch(value) else 0)
    return is_set and all(first) and not any(_DIGIT.search(cell) for cell in first)


def _cells(row: etree._Element) -> Iterator[etree._Element | None]:
    """The cells of a row by column; None where a cell of this row or of one above reaches over."""
    for cell in row.iterchildren(qn("w:tc")):
        merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        continues = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
        yield None if continues else cell
        wide = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        span = wide.get(qn("w:val"), "1") if wide is not None else "1"
        yield from [None] * (min(int(span), 50) - 1 if span.isdecimal() else 0)


def _boxes(paragraph: etree._Element) -> list[etree._Element]:
    """The outermost text boxes that hang on a paragraph, each once: old programs' copies of them are left out."""
    return [
        box for box in paragraph.iter(BOX) if not any(above.tag in (FALLBACK, BOX) for above in box.iterancestors())
    ]
