"""A briefing as a Word document (Office Open XML), with python-docx."""

import io
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from ctassist.answering.briefing.headings import SOURCES
from ctassist.answering.briefing.sources import one_line, origin
from ctassist.model.answer import Citation
from ctassist.model.briefing import Briefing, BriefLine, BriefSection

LANGUAGE = "en-GB"
_FONT = "Calibri"
_INK = RGBColor(0x1F, 0x38, 0x64)
_SOURCE = "Source"
_TWO_PAGES = 6_500
"""So many characters, with the headings, fill two pages of the larger type; a longer briefing is set in the smaller."""
_LARGE, _SMALL = 10.5, 9.0
"""Points."""
_LONGEST_PROPERTY = 255
"""Characters that a core property of a document may have."""


def word(briefing: Briefing) -> bytes:
    """Returns the briefing as a .docx file: the same lines as in Markdown, each marker linked to its source.

    A briefing that would fill more than two pages is set in smaller type; nothing is cut. Two files of one briefing
    differ in nothing but the time of their making.
    """
    document = docx.Document()
    _set_page(document, briefing)
    _set_styles(document, _LARGE if _length(briefing) <= _TWO_PAGES else _SMALL)
    _set_properties(document, briefing)
    document.add_paragraph(one_line(briefing.title), style="Title")
    document.add_paragraph(one_line(briefing.searched), style="Subtitle")
    for section in briefing.sections:
        _add_section(document, section)
    if briefing.citations:
        document.add_heading(SOURCES, 1)
    for citation in briefing.citations:
        _add_source(document, citation)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _length(briefing: Briefing) -> int:
    lines = [line for section in briefing.sections for line in section.lines]
    return len(briefing.searched) + sum(len(line.text) + 40 for line in lines)


def _set_page(document: Document, briefing: Briefing) -> None:
    """A4 with a foot line that names the briefing and counts the pages."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.0)
    page.top_margin, page.bottom_margin = Cm(1.8), Cm(1.8)
    page.footer_distance = Cm(0.9)
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"{one_line(briefing.title)} · ")
    _add_field(foot, "PAGE")
    foot.add_run(" / ")
    _add_field(foot, "NUMPAGES")


def _set_styles(document: Document, size: float) -> None:
    """Sets Word's own styles, so that headings, bullets and sources stay headings, bullets and sources to it."""
    close = size < _LARGE
    _set_style(document, "Normal", size, after=2 if close else 4)
    _set_style(document, "Title", 18, after=4, bold=True)
    _set_style(document, "Subtitle", size, after=6, italic=True)
    _set_style(document, "Heading 1", 13, before=6 if close else 10, after=3, bold=True)
    _set_style(document, "Heading 2", size + 1, before=4 if close else 6, after=2, bold=True)
    _set_style(document, "List Bullet", size, after=1 if close else 3)
    _set_style(document, "Footer", 8)
    source = document.styles.add_style(_SOURCE, 1)
    source.base_style = document.styles["Normal"]
    _set_style(document, _SOURCE, size - 1.5, after=1)
    assert isinstance(source, ParagraphStyle)
    source.paragraph_format.left_indent = Cm(0.9)
    source.paragraph_format.first_line_indent = Cm(-0.9)
    source.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), LANGUAGE)


def _set_style(
    document: Document, name: str, size: float, *, before: float = 0, after: float = 0, **look: bool
) -> None:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.bold, style.font.italic = look.get("bold"), look.get("italic")
    if name in ("Title", "Subtitle") or name.startswith("Heading"):
        style.font.color.rgb = _INK
    # Headings name the theme's font, which would win over the one set here.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.0


def _set_properties(document: Document, briefing: Briefing) -> None:
    told = document.core_properties
    told.title = one_line(briefing.title)[:_LONGEST_PROPERTY]
    told.subject = "Briefing with sources"
    told.author = told.last_modified_by = "ctassist"
    told.comments = told.keywords = ""
    told.language = LANGUAGE
    told.created = told.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _add_section(document: Document, section: BriefSection) -> None:
    document.add_heading(one_line(section.heading), 1)
    group = ""
    for line in section.lines:
        if line.group != group:
            document.add_heading(one_line(line.group), 2)
            group = line.group
        _add_line(document, line)


def _add_line(document: Document, line: BriefLine) -> None:
    text, lead = one_line(line.text), one_line(line.lead)
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run(lead).bold = True
    paragraph.add_run(f"{text[len(lead) :]} ")
    for n in line.citations:
        _add_marker(paragraph, n)


def _add_marker(paragraph: Paragraph, n: int) -> None:
    """Adds "[n]" as a link to the source of this number."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _bookmark(n))
    link.set(qn("w:history"), "1")
    run = paragraph.add_run(f"[{n}]")
    run.font.color.rgb = _INK
    link.append(run._r)
    paragraph._p.append(link)


def _add_source(document: Document, citation: Citation) -> None:
    paragraph = document.add_paragraph(style=_SOURCE)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(citation.n))
    start.set(qn("w:name"), _bookmark(citation.n))
    paragraph._p.append(start)
    paragraph.add_run(f"[{citation.n}]").bold = True
    paragraph._p.append(end)
    paragraph.add_run(f"\t{origin(citation)}: “{one_line(citation.quote)}”")


def _bookmark(n: int) -> str:
    return f"source_{n}"


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """Adds a number that Word keeps up to date: "PAGE"."""
    field: BaseOxmlElement = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)
