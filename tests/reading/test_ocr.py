"""Scans: pages that are pictures of text, read with Tesseract or named."""

import io
import math
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from liteparse import LiteParse
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.newsletters.invention import invent
from tests.newsletters.layouts import (
    chart_of_groups,
    figures_above_labels,
    figures_beside_labels,
    shown_in,
    table_of_groups,
    three_columns_of_boxes,
    two_columns,
)
from tests.newsletters.measure import Tally, measure, shares
from tests.newsletters.typesetting import HEIGHT, WIDTH, Manner, drawn
from tests.reading.scans import Scanner, scanned
from tests.reading.shown import assert_sound, shown

from ctassist.model.text import Box, Recognition
from ctassist.reading import read_bytes
from ctassist.reading.ocr.tesseract import Tesseract, find_tesseract
from ctassist.settings import Settings

LINES = (
    "Harbour Review",
    "March-April 2021",
    "The tide tables were launched in Lagos.",
    "A workshop was held in Quito.",
)
# A page takes seconds: these are the layouts that ask most of OCR, each once.
SCANNED = (
    two_columns,
    three_columns_of_boxes,
    figures_above_labels,
    figures_beside_labels,
    chart_of_groups,
    table_of_groups,
)
FIRST_SEED = 110
# Just below what was measured on issues that nobody had looked at: docs/decisions/0016.
WANTED = (
    ("items whole", 0.88),
    ("items apart", 0.97),
    ("sections", 0.85),
    ("headings", 0.93),
    ("title", 0.90),
    ("figures", 0.93),
    ("roles", 0.85),
)


@pytest.fixture(scope="module")
def tesseract() -> Tesseract:
    found = find_tesseract(Settings())
    assert found.program, "These tests need Tesseract: apt install tesseract-ocr"
    return found


def written(*pages: tuple[str, ...]) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    for lines in pages:
        canvas.setFont("Helvetica", 14)
        for at, line in enumerate(lines):
            canvas.drawString(72, 700 - 40 * at, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def mixed(whole: bytes, second: bytes) -> bytes:
    """A document with another's only page for its second."""
    made = pypdfium2.PdfDocument.new()
    made.import_pages(pypdfium2.PdfDocument(whole))
    made.del_page(1)
    made.import_pages(pypdfium2.PdfDocument(second), index=1)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def stamped(picture: Image.Image, words: str) -> bytes:
    """A picture over a whole page, and words written over it as text."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    canvas.drawString(72, 60, words)
    canvas.save()
    return file.getvalue()


def test_scanned_newsletters_are_read_nearly_as_they_were_written(
    tesseract: Tesseract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.newsletters.measure.read_bytes", partial(read_bytes, tesseract=tesseract))
    tally = Tally()
    for seed, layout in enumerate(SCANNED, FIRST_SEED):
        issue = shown_in(layout, invent(seed))
        data = drawn(layout(issue, Manner.of(seed)), "as written", seed)
        reading = measure(scanned(data, Scanner.of(seed), seed), issue, tally)
        assert_sound(reading)
        assert reading.recognition is not None
        assert (reading.recognition.confidence or 0) > 0.9
    assert not shares(tally, WANTED), "\n".join(tally.misses)


@pytest.mark.parametrize("scanner", [Scanner(skew=1.2, noise=6.0), Scanner(turn=90)], ids=str)
def test_boxes_are_where_the_words_are_on_the_page_however_it_lay_in_the_scanner(
    scanner: Scanner, tesseract: Tesseract
) -> None:
    data = drawn(two_columns(invent(7), Manner.of(7)), "as written", 7)
    words = [(seen_by(scanner, x, y), word) for x, y, word in placed_words(data)]
    reading = read_bytes(scanned(data, scanner), "scan.pdf", tesseract)
    right = 0
    for block in reading.blocks:
        assert block.confidence is not None
        inside = "".join(word for (x, y), word in words if any(holds(box, x, y) for box in block.boxes))
        said = block.span.of(reading.text)
        right += (
            SequenceMatcher(None, sorted(filter(str.isalnum, inside)), sorted(filter(str.isalnum, said))).ratio() > 0.9
        )
    assert right >= 0.95 * len(reading.blocks) > 10


def placed_words(data: bytes) -> list[tuple[float, float, str]]:
    parser = LiteParse(ocr_enabled=False, quiet=True, emit_word_boxes=True, keep_headers_footers=True)
    (page,) = parser.parse(data).pages
    boxes = [word for item in page.text_items for word in item.words]
    return [(word.x + word.width / 2, word.y + word.height / 2, word.text) for word in boxes]


def seen_by(scanner: Scanner, x: float, y: float) -> tuple[float, float]:
    """Where a point of the page comes to lie; a scanner turns against the clock."""
    angle = math.radians(scanner.skew)
    across, down = x - WIDTH / 2, y - HEIGHT / 2
    x, y = (
        WIDTH / 2 + across * math.cos(angle) + down * math.sin(angle),
        HEIGHT / 2 - across * math.sin(angle) + down * math.cos(angle),
    )
    if scanner.turn == 90:
        return y, WIDTH - x
    return (WIDTH - x, HEIGHT - y) if scanner.turn == 180 else (x, y)


def holds(box: Box, x: float, y: float) -> bool:
    return box.x0 - 1 <= x <= box.x1 + 1 and box.y0 - 1 <= y <= box.y1 + 1


def test_scanned_pages_among_others_are_read_in_their_place(tesseract: Tesseract) -> None:
    whole = written(LINES, ("Ten hives swarmed in Ghent.",), ("All came back to the old orchard wall.",))
    second = scanned(whole, Scanner(), pages=[2])
    reading = read_bytes(mixed(whole, second), "review.pdf", tesseract)
    assert shown(reading)[-2:] == ["Ten hives swarmed in Ghent.", "All came back to the old orchard wall."]
    assert [block.page for block in reading.blocks[-2:]] == [2, 3]
    sure = [block.confidence for block in reading.blocks]
    assert sure[-2] is not None
    assert sure[-2] > 0.8
    assert {*sure[:-2], sure[-1]} == {None}
    assert reading.recognition == Recognition((2,), sure[-2], (), tesseract.means)
    assert reading.warnings == ()


def test_a_stamp_on_a_scan_does_not_pass_for_its_text_and_a_caption_of_a_photograph_does(tesseract: Tesseract) -> None:
    scan = pypdfium2.PdfDocument(written(LINES))[0].render(scale=200 / 72).to_pil()
    assert "The tide tables were launched in Lagos." in read_bytes(stamped(scan, "Copy 17"), "s.pdf", tesseract).text
    photograph = Image.radial_gradient("L").resize((400, 560))
    captioned = read_bytes(stamped(photograph, "The old harbour"), "p.pdf", tesseract)
    assert (captioned.text, captioned.recognition) == ("The old harbour", None)


def test_without_tesseract_pages_that_are_pictures_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    absent = find_tesseract(Settings())
    whole = written(LINES, ("Ten hives swarmed in Ghent.",), ())
    reading = read_bytes(mixed(whole, scanned(whole, Scanner(), pages=[2])), "review.pdf", absent)
    assert "Ghent" not in reading.text
    assert reading.recognition == Recognition(unread=(2,))
    (warning,) = reading.warnings
    assert warning.startswith(
        "Page 2 of review.pdf is a picture of text that nobody read: install Tesseract (on Debian"
    )
    both = read_bytes(scanned(whole, Scanner(), pages=[1, 2]), "scan.pdf", absent)
    assert (both.text, both.blocks, both.pages) == ("", (), 2)
    assert both.warnings[0].startswith("Pages 1, 2 of scan.pdf are pictures of text")


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        (Settings(ocr="off"), "set CTASSIST_OCR to auto"),
        (Settings(ocr_languages="tlh"), "install Tesseract's data for tlh, or set CTASSIST_OCR_LANGUAGES"),
    ],
)
def test_what_would_have_to_change_for_a_scan_to_be_read_is_said(settings: Settings, advice: str) -> None:
    reading = read_bytes(scanned(written(LINES), Scanner()), "scan.pdf", find_tesseract(settings))
    assert advice in reading.warnings[0]


def test_a_scan_that_takes_too_long_is_listed_with_what_to_do(tmp_path: Path) -> None:
    slow = tmp_path / "tesseract"
    slow.write_text("#!/bin/sh\nexec sleep 600\n")
    slow.chmod(0o755)
    whole = written(LINES, ("Ten hives swarmed in Ghent.",))
    reading = read_bytes(scanned(whole, Scanner()), "scan.pdf", Tesseract(str(slow), "eng", 0.5))
    assert reading.recognition == Recognition(unread=(1, 2), means="eng 0.5")
    (warning,) = reading.warnings
    assert "CTASSIST_FILE_SECONDS" in warning


@pytest.mark.parametrize(
    ("found", "again"),
    [
        (None, False),
        (Recognition((1,), 0.9, (), "eng 240"), False),
        (Recognition((1,), 0.9, (), "eng 60"), False),
        (Recognition((1,), 0.9, (), "deu 240"), True),
        (Recognition((), None, (1,), ""), True),
        (Recognition((1,), 0.9, (2,), "eng 60"), True),
        (Recognition((1,), 0.9, (2,), "eng 240"), False),
    ],
)
def test_a_document_is_read_again_when_that_can_bring_more(found: Recognition | None, again: bool) -> None:
    assert Tesseract("/bin/tesseract", "eng", 240).outdates(found) is again
    assert not Tesseract().outdates(found)
