from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.indexing.invented import JULY, MARCH, MAY, WordEmbedder, write
from tests.parsed import parse_here

from ctassist.indexing.embedding import Embedder, load_embedder
from ctassist.indexing.ingest import ingest
from ctassist.indexing.report import IngestReport
from ctassist.settings import Settings

Take = Callable[..., IngestReport]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(index_dir=tmp_path / "index", database_url=None)


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture
def take(settings: Settings, embedder: WordEmbedder) -> Take:
    """Ingests paths with the embedder that needs no model, in this process."""

    def run(*paths: Path, **options: Any) -> IngestReport:
        return ingest(paths, settings, **{"embedder": lambda: embedder, "parse": parse_here(), **options})

    return run


@pytest.fixture
def reviews(tmp_path: Path) -> Path:
    """Three issues of an invented review."""
    return write(tmp_path / "reviews", march=MARCH, may=MAY, july=JULY)


@pytest.fixture(scope="session")
def model() -> Embedder:
    return load_embedder()
