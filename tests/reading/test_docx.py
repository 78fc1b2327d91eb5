"""Word documents: what stands in them, in the order in which it is read."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.reading.shown import assert_sound, cells, shown

from ctassist.errors import UnreadableFile
from ctassist.model.text import Reading
from ctassist.reading import read_bytes


def read(write: Callable[[Document], object], name: str = "minutes.docx") -> Reading:
    document = docx.Document()
    write(document)
    file = BytesIO()
    document.save(file)
    reading = read_bytes(file.getvalue(), name)
    assert_sound(reading)
    return reading


def test_headings_lists_and_quotations_are_told_by_their_styles() -> None:
    def write(document: Document) -> None:
        document.add_heading("Beekeepers' Letter", 0)
        document.add_heading("Swarms", 2)
        document.add_paragraph("Two hives swarmed in Ghent (4 May)", style="List Bullet")
        document.add_paragraph("One came back", style="List Bullet 2")
        document.add_paragraph("Look twice", style="List Number")
        document.add_paragraph("A full hive hums.", style="Quote")

    assert shown(read(write)) == [
        "# Beekeepers' Letter",
        "## Swarms",
        "- Two hives swarmed in Ghent (4 May)",
        "-- One came back",
        "- 1. Look twice",
        "> A full hive hums.",
    ]


def test_a_short_line_all_in_bold_heads_what_follows_and_a_bold_sentence_does_not() -> None:
    def write(document: Document) -> None:
        document.add_heading("Letter", 1)
        document.add_paragraph().add_run("Honey prices").bold = True
        document.add_paragraph().add_run("They rose again this summer.").bold = True
        document.add_paragraph("Wax ").add_run("fell.").bold = True

    assert shown(read(write)) == ["# Letter", "## Honey prices", "They rose again this summer.", "Wax fell."]


def test_a_table_keeps_its_columns_and_its_header() -> None:
    def write(document: Document) -> None:
        rows = [("Group", "Chair"), ("Queens", "Ada Pohl"), ("Wax and combs", "Tom Rees"), ("", "Ida Blom")]
        table = document.add_table(len(rows), 2)
        for row, words in zip(table.rows, rows, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
        table.cell(2, 0).merge(table.cell(3, 0))

    reading = read(write)
    assert shown(reading)[0] == "|! Group | Chair"
    assert cells(reading)[2:] == [["Wax and combs", "Tom Rees"], ["", "Ida Blom"]]


def test_a_table_that_only_places_text_is_read_as_text() -> None:
    def write(document: Document) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).paragraphs[0].text = "Visit to the apiary of Bruges"
        table.cell(0, 1).add_paragraph("Sugar is cheap", style="List Bullet")

    assert shown(read(write)) == ["Visit to the apiary of Bruges", "- Sugar is cheap"]


def test_links_insertions_and_text_boxes_are_read_deletions_and_headers_are_not() -> None:
    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Confidential"
        words = f"""<w:p {nsdecls("w", "r")}><w:r><w:t xml:space="preserve">Read </w:t></w:r>
            <w:hyperlink r:id="rId1"><w:r><w:t>the report</w:t></w:r></w:hyperlink>
            <w:ins><w:r><w:t xml:space="preserve"> of May</w:t></w:r></w:ins>
            <w:del><w:r><w:delText> of April</w:delText></w:r></w:del>
            <w:r><w:pict><w:txbxContent>
                <w:p><w:r><w:t>A box beside it</w:t></w:r></w:p>
            </w:txbxContent></w:pict></w:r></w:p>"""
        document.element.body.insert(0, parse_xml(words))

    assert shown(read(write)) == ["Read the report of May", "A box beside it"]


def test_the_format_is_told_by_the_content_under_any_name() -> None:
    reading = read(lambda document: document.add_paragraph("Words in a file without its suffix."), "letter.docx")
    assert reading.media_type.endswith("wordprocessingml.document")


def test_a_damaged_file_is_refused_in_one_sentence() -> None:
    with pytest.raises(UnreadableFile, match="no Word document"):
        read_bytes(b"PK\x03\x04 this is no archive", "letter.docx")


def test_a_file_without_the_parts_of_a_document_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<none/>")
    with pytest.raises(UnreadableFile, match="no Word document"):
        read_bytes(file.getvalue(), "letter.docx")


def test_a_file_that_inflates_is_refused_before_it_is_unpacked() -> None:
    file = BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(260):
            part.write(bytes(1024 * 1024))
    with pytest.raises(UnreadableFile, match="unpacks to"):
        read_bytes(file.getvalue(), "letter.docx")
