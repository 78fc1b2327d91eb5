"""Damaged and harmful files cost themselves alone. `make damage` takes many more of them."""

import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from tests.damage.bombs import bombs, mail, zip_of
from tests.damage.ingesting import survive
from tests.damage.pdfs import cut, damaged, flipped, spliced, truncated, zeroed
from tests.indexing.invented import MARCH

from ctassist.settings import Settings

QUICK_BOMBS = (
    *(
        "flate_twice.pdf",
        "endless_page.pdf",
        "backward_page.pdf",
        "huge_letters.pdf",
        "deep_pages.pdf",
        "deep_array.pdf",
    ),
    *("form_in_itself.pdf", "thousands_of_pages.pdf", "repeated_paragraph.docx", "laughs.docx", "deep_tables.docx"),
    *(
        "wide_cells.docx",
        "picture.docx",
        "laughs.pptx",
        "laughs.xhtml",
        "deep.html",
        "deep_lists.html",
        "many_cells.html",
    ),
    *("nested.eml", "long_header.eml", "deep_quote.md", "brackets.md", "pages.txt"),
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(index_dir=tmp_path / "index", database_url=None, file_seconds=3, file_memory_mb=1000)


def test_damaged_pdfs_are_read_or_refused_and_take_nothing_with_them(tmp_path: Path, settings: Settings) -> None:
    survival = survive(((f"{seed}.pdf", damaged(seed)) for seed in range(60)), tmp_path, settings)
    assert not survival.faults
    # They are damaged: not all can be read, and not all are lost.
    assert 10 < survival.kinds["read"] < 50


def test_bombs_cost_themselves_alone(tmp_path: Path, settings: Settings) -> None:
    survival = survive(bombs(QUICK_BOMBS), tmp_path, settings)
    assert not survival.faults
    assert survival.kinds["read"] < len(QUICK_BOMBS) // 2


def a_document() -> bytes:
    document = Document()
    document.add_heading("Harbour Review")
    for number in range(20):
        document.add_paragraph(f"Hive {number} swarmed in Ghent (3 May)", style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def a_presentation() -> bytes:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Harbour Review"
    slide.placeholders[1].text = "Hives swarmed in Ghent\nBells were cast in Cusco"
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def damaged_others() -> Iterator[tuple[str, bytes]]:
    page = (
        b"<html><body><h1>Harbour Review</h1><ul>"
        + b"<li>A hive swarmed in Ghent (3 May)</li>" * 20
        + b"</ul></body></html>"
    )
    whole = {
        "docx": a_document(),
        "pptx": a_presentation(),
        "html": page,
        "md": MARCH.encode(),
        "eml": mail("multipart/alternative; boundary=b", f"--b\nContent-Type: text/html\n\n{page.decode()}\n--b--\n"),
        "zip": zip_of({"march.md": MARCH.encode(), "page.html": page}),
    }
    for suffix, data in whole.items():
        for seed in range(6):
            chance = random.Random(f"{suffix}{seed}")
            damage = chance.choice((flipped, zeroed, truncated, cut, spliced))
            yield f"{suffix}{seed}.{suffix}", damage(data, chance)


def test_other_damaged_files_are_read_or_refused_and_take_nothing_with_them(tmp_path: Path, settings: Settings) -> None:
    survival = survive(
        ((name, data) for name, data in damaged_others() if not name.endswith(".zip")), tmp_path, settings
    )
    assert not survival.faults
    assert survival.kinds["read"] > 10


def test_damaged_zips_take_nothing_with_them(tmp_path: Path, settings: Settings) -> None:
    zips = [(name, data) for name, data in damaged_others() if name.endswith(".zip")]
    survival = survive(zips, tmp_path, settings)
    # Those that can be opened are told by the documents in them.
    lost = {f"{name} was lost" for name, _ in zips}
    assert set(survival.faults) <= lost
    assert survival.kinds
