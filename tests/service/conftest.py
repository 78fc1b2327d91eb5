from pathlib import Path

import pytest
from fastapi import FastAPI
from tests.service.archive import make_index

from ctassist.application.app import create_app
from ctassist.settings import Settings


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of an index of two issues."""
    return make_index(tmp_path_factory.mktemp("lighthouse"))


@pytest.fixture(scope="session")
def app(indexed: Settings) -> FastAPI:
    return create_app(indexed)


@pytest.fixture
def empty_app(tmp_path: Path) -> FastAPI:
    return create_app(Settings(index_dir=tmp_path / "nothing"))
