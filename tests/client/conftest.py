from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.client.both import KINDS, client_of
from tests.parsed import parse_here
from tests.service.archive import make_index
from tests.service.client import Server, served

from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

KEY = "open-sesame"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Two issues in Markdown, a PDF of two pages, and a note with signs beyond the first plane."""
    folder = tmp_path_factory.mktemp("client")
    made = make_index(folder)
    _pdf(folder / "files" / "buoys.pdf")
    line = "CSO painted \u201cthe caf\u00e9 \U0001f5fc\u201d in \u014csaka\u2028and S\u00e3o Paulo (3 Jun)"
    note = f"# Lighthouse Notes\nJune 2031\n\n- {line}\n"
    (folder / "files" / "n\u00f6te \U0001f5fc.md").write_text(note, encoding="utf-8")
    ingest([folder / "files"], made, parse=parse_here())
    return made


@pytest.fixture(scope="module")
def server(settings: Settings) -> Iterator[Server]:
    with served(settings.index_dir, CTASSIST_API_KEYS=KEY) as running:
        yield running.ready()


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def client(kind: str, server: Server) -> Iterator[Any]:
    with client_of(kind, server.url, KEY) as client:
        yield client


def _pdf(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=(200, 400))
    canvas.drawString(20, 300, "Buoy Review, May 2031")
    canvas.showPage()
    canvas.drawString(20, 200, "The buoys were painted.")
    canvas.save()
