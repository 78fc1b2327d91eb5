"""Pages of documents as pictures."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from tests.parsed import parse_here
from tests.service.client import call

from ctassist.application.app import create_app
from ctassist.errors import UnreadableFile
from ctassist.indexing.archive import Archive
from ctassist.indexing.ingest import ingest
from ctassist.indexing.page_pictures import PagePictures
from ctassist.indexing.workers import Limits
from ctassist.model.caller import ANYONE
from ctassist.settings import Settings


def two_pages(path: Path) -> None:
    """Words on both pages; on the second a black square in its upper left corner."""
    canvas = Canvas(str(path), pagesize=(200, 400))
    canvas.drawString(20, 300, "Buoy Review, May 2031")
    canvas.showPage()
    canvas.drawString(20, 200, "The buoys were painted.")
    canvas.rect(0, 360, 40, 40, fill=1)
    canvas.save()


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("buoys")
    two_pages(folder / "buoys.pdf")
    (folder / "notes.md").write_text("# Buoy Notes\n\nJune 2031\n\n- Painted (3 Jun)\n")
    settings = Settings(index_dir=folder / "index")
    ingest([folder / "buoys.pdf", folder / "notes.md"], settings, parse=parse_here())
    return settings


@pytest.fixture(scope="module")
def app(settings: Settings) -> Iterator[FastAPI]:
    app = create_app(settings)
    yield app
    app.state.engine.close()


def address(app: FastAPI, name: str, number: int | str) -> str:
    known = {one["name"]: one["document_id"] for one in call(app, "GET", "/v1/documents").json()["documents"]}
    return f"/v1/documents/{known[name]}/pages/{number}.png"


def test_a_page_is_drawn_as_wide_as_asked_for(app: FastAPI) -> None:
    for number, corner in ((1, (255, 255, 255)), (2, (0, 0, 0))):
        reply = call(app, "GET", address(app, "buoys.pdf", number), params={"width": 300})
        assert (reply.status_code, reply.headers["content-type"]) == (200, "image/png")
        picture = Image.open(io.BytesIO(reply.content)).convert("RGB")
        assert picture.size == (300, 600)
        assert picture.getpixel((30, 30)) == corner
        assert picture.getpixel((299, 599)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("name", "number", "status", "sentence"),
    [
        ("buoys.pdf", 3, 404, "The document has no page 3: its last is 2."),
        ("buoys.pdf", 0, 422, "greater than or equal to 1"),
        ("notes.md", 1, 404, "'notes.md' has no pages to draw: only a PDF has."),
    ],
)
def test_what_cannot_be_drawn_is_said(app: FastAPI, name: str, number: int, status: int, sentence: str) -> None:
    reply = call(app, "GET", address(app, name, number))
    assert reply.status_code == status
    assert sentence in reply.text


def test_a_file_that_is_gone_or_spoilt_costs_its_own_picture_alone(app: FastAPI, settings: Settings) -> None:
    path = address(app, "buoys.pdf", 1)
    with Archive.open(settings) as archive, archive.view(ANYONE) as view:
        file, _ = view.file(path.split("/")[3])
    whole = file.read_bytes()
    file.chmod(0o600)
    file.write_bytes(b"%PDF-1.7 and nothing else")
    assert call(app, "GET", path).status_code == 422
    file.unlink()
    assert call(app, "GET", path).status_code == 404
    file.write_bytes(whole)
    assert call(app, "GET", path).status_code == 200


def test_a_page_that_takes_too_much_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two_pages(tmp_path / "buoys.pdf")
    monkeypatch.setattr("ctassist.indexing.page_pictures._LIMITS", Limits(20, 2_000_000_000, 10))
    pictures = PagePictures()
    try:
        with pytest.raises(UnreadableFile, match="takes too much to be drawn"):
            pictures.draw(tmp_path / "buoys.pdf", 1, 300)
    finally:
        pictures.close()
