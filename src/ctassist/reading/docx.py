"""Word documents (Office Open XML) through python-docx: headings, lists, tables and text boxes in their order."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from ctassist.errors import UnreadableFile
from ctassist.model.text import BlockKind, Reading
from ctassist.reading.bullets import without_glyph
from ctassist.reading.characters import clean
from ctassist.reading.columns import is_headed
from ctassist.reading.draft import DEEPEST_HEADING, Draft, in_one_line, tidy
from ctassist.reading.headings import is_plain_heading
from ctassist.reading.word_styles import Styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGEST_INFLATED = 256 * 1024 * 1024
"""Bytes that all parts of a document may have when unpacked; a page of text has a few thousand."""
_FIRST_ROW = 0x20
"""The bit of a table's look that sets off its first row (ECMA-376, 17.4.56)."""
_HEX, _DIGIT = re.compile(r"[0-9A-Fa-f]{1,8}"), re.compile(r"\d")
_BREAKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_PARAGRAPH, _TABLE, _BOX = qn("w:p"), qn("w:tbl"), qn("w:txbxContent")
_HOLDERS = (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"))
"""Elements that only wrap content: controls, tracked insertions."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(data: bytes, name: str) -> Reading:
    """Reads a Word document; its running headers, footers, comments and deleted words are left out.

    Raises:
        UnreadableFile: If it is damaged, encrypted, or inflates to more than 256 MB.
    """
    document = _opened(data, name)
    draft = Draft()
    _Writer(draft, Styles(document)).write(document.element.body)
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

    def __init__(self, draft: Draft, styles: Styles) -> None:
        self._draft = draft
        self._styles = styles
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
        text = without_glyph(_text(element))
        outline, listed = self._styles.outline(element), self._styles.listed(element)
        if text and outline:
            self._heading = outline
            self._draft.add(BlockKind.HEADING, text, outline)
        elif text and listed:
            number = self._number(listed.number_id, listed.depth) if listed.ordered else ""
            self._draft.add(BlockKind.LIST_ITEM, number + text, listed.depth + 1)
        elif text and self._styles.is_bold(element) and is_plain_heading(text):
            self._draft.add(BlockKind.HEADING, text, min(self._heading + 1, DEEPEST_HEADING))
        else:
            self._draft.add(BlockKind.QUOTE if self._styles.quotes(element) else BlockKind.PARAGRAPH, text)
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
        texts = [["" if cell is None else _cell_text(cell) for cell in row] for row in rows]
        self._draft.gap()
        headed = _says_headed(table, texts[0]) or is_headed(texts)
        for number, words in enumerate(texts):
            self._draft.row(words, headed and number == 0)
        self._draft.gap()

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


def _cell_text(cell: etree._Element) -> str:
    return "; ".join(filter(None, (_text(part).replace("\n", "; ") for part in cell.iter(_PARAGRAPH))))


def _text(paragraph: etree._Element) -> str:
    """The visible words of a paragraph, with those of links and insertions, without those of its text boxes."""
    words: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in (_BOX, _FALLBACK, qn("w:del")):
            walk.skip_subtree()
        elif element.tag == qn("w:t"):
            words.append(element.text or "")
        elif element.tag in _BREAKS and element.getparent().tag == qn("w:r"):
            words.append(_BREAKS[element.tag])
    return tidy(clean("".join(words)))


def _boxes(paragraph: etree._Element) -> list[etree._Element]:
    """The outermost text boxes that hang on a paragraph, each once: old programs' copies of them are left out."""
    return [
        box for box in paragraph.iter(_BOX) if not any(above.tag in (_FALLBACK, _BOX) for above in box.iterancestors())
    ]
