"""PDF: simple ones through LiteParse; bad ones with a sentence."""

import io
from dataclasses import replace

import pytest
from liteparse import LiteParse
from reportlab.lib import pdfencrypt
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table
from tests.damage.bombs import pdf_of_pages
from tests.reading.shown import assert_sound, cells, shown

from ctassist.errors import UnreadableFile
from ctassist.reading import read_bytes
from ctassist.reading.layout.runs import runs_of

STYLES = getSampleStyleSheet()


def pdf(*flowables: Flowable) -> bytes:
    file = io.BytesIO()
    SimpleDocTemplate(file).build(list(flowables))
    return file.getvalue()


def drawn(words: str, password: str | None = None) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=pdfencrypt.StandardEncryption(password) if password else None)
    canvas.drawString(100, 700, words)
    canvas.rect(100, 100, 50, 50, fill=1)
    canvas.save()
    return file.getvalue()


def test_headings_items_tables_and_pages_are_read_with_their_boxes(capfd: pytest.CaptureFixture[str]) -> None:
    table = Table(
        [["Group", "Members"], ["Tides", "12"], ["Piracy", "7"]], style=[("GRID", (0, 0), (-1, -1), 1, "black")]
    )
    words = "These are the ordinary words of a paragraph that says something about the work of the harbour."
    reading = read_bytes(
        pdf(
            *[Paragraph("Harbour Review", STYLES["Title"]), Paragraph(words, STYLES["Normal"]), Spacer(1, 20)],
            *[Paragraph("• One event (3 Mar)", STYLES["Normal"]), Spacer(1, 20), table, PageBreak()],
            Paragraph("Last words.", STYLES["Normal"]),
        ),
        "review.pdf",
    )
    assert shown(reading)[:3] == ["# Harbour Review", words, "- One event (3 Mar)"]
    assert cells(reading) == [["Group", "Members"], ["Tides", "12"], ["Piracy", "7"]]
    assert [block.header for block in reading.blocks if block.cells] == [True, False, False]
    last = reading.blocks[-1]
    assert (last.page, reading.pages, last.boxes[0].page) == (2, 2, 2)
    assert 0 < last.boxes[0].y0 < last.boxes[0].y1 < 120
    assert_sound(reading)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (drawn("Secret words", "key"), "is encrypted"),
        (drawn("Words")[:300], "is damaged"),
        (b"%PDF-1.4\n" + b"junk " * 100, "is damaged"),
        (drawn("Words").replace(b"%PDF", b"%QDF"), "does not start as one"),
        (b"junk " * 300 + drawn("Words"), "does not start as one"),
        (pdf_of_pages(5_001), "has 5,001 pages, more than the 5,000"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        read_bytes(data, "review.pdf")


def test_a_pdf_of_more_than_a_thousand_pages_is_read_to_its_end() -> None:
    reading = read_bytes(pdf_of_pages(1_100), "review.pdf")
    assert (reading.pages, reading.blocks[-1].page) == (1_100, 1_100)


def test_what_mail_or_a_server_left_before_a_pdf_is_passed_over() -> None:
    assert read_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + drawn("Ten hives swarmed."), "a.pdf").text == "Ten hives swarmed."


def test_a_pdf_is_known_by_its_content_whatever_its_name() -> None:
    assert read_bytes(drawn("Some words"), "review.txt").media_type == "application/pdf"


def test_a_running_head_is_read_once_and_page_numbers_never() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for page, words in enumerate(["The tide tables were launched in Lagos.", "A workshop was held in Quito."], 1):
        canvas.drawString(72, 810, "Harbour Review March 2021")
        canvas.drawString(72, 700, words)
        canvas.drawString(290, 20, f"Page {page} of 2")
        canvas.showPage()
    canvas.save()
    text = read_bytes(file.getvalue(), "review.pdf").text
    assert text.split("\n\n") == [
        "Harbour Review March 2021",
        "The tide tables were launched in Lagos.",
        "A workshop was held in Quito.",
    ]


def set_in_columns(left: list[tuple[str, float, str]], right: list[tuple[str, float, str]]) -> bytes:
    """Lines with their size and the space above them, in two columns; each name of a font stands before a line."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for x, lines in ((50, left), (310, right)):
        y = 780.0
        for words, size, font in lines:
            y -= size * (2.2 if words.startswith("+") else 1.25)
            canvas.setFont(font, size)
            canvas.drawString(x, y, words.lstrip("+"))
    canvas.save()
    return file.getvalue()


def test_a_ligature_makes_no_small_capitals_of_its_line() -> None:
    # Browsers and typesetters draw "ffi" as one letter, of which the parser knows no code.
    page = LiteParse(ocr_enabled=False, quiet=True, emit_word_boxes=True, extract_text_metadata=True).parse(
        drawn("lamps for a long and difficult winter")
    )
    (item,) = page.pages[0].text_items
    at = item.text.index("ffi")
    assert item.char_codes
    codes = [*item.char_codes[:at], 0, 0, 0, *item.char_codes[at + 3 :]]
    (plain,), (joined,) = runs_of([item]), runs_of([replace(item, char_codes=codes)])
    assert joined == plain


def test_a_quotation_in_large_letters_goes_on_in_the_next_column_and_its_speaker_heads_nothing() -> None:
    body = [("the keepers of the eastern harbour mended the nets", 9.5, "Helvetica")] * 24
    quote, name, head = (11, "Helvetica-Oblique"), (8.5, "Helvetica-Bold"), (13, "Helvetica-Bold")
    reading = read_bytes(
        set_in_columns(
            [("What was done", *head), *body, ("+In their words", *head), ('"We count the boats that', *quote)],
            [
                *[
                    ("come home, and the lamps", *quote),
                    ('that burn."', *quote),
                    ("Jane Roe, Head of the Harbour", *name),
                ],
                *[
                    ("Office", *name),
                    ('+"A net is a promise', *quote),
                    ('to the sea."', *quote),
                    ("Amos Li, Warden", *name),
                ],
                *[("+What comes", *head), *body],
            ],
        ),
        "review.pdf",
    )
    said = shown(reading)
    assert '"We count the boats that come home, and the lamps that burn."' in said
    assert "Jane Roe, Head of the Harbour Office" in said
    assert said[said.index("Amos Li, Warden") - 1] == '"A net is a promise to the sea."'
    headings = [line.lstrip("# ") for line in said if line.startswith("#")]
    assert headings == ["What was done", "In their words", "What comes"]
