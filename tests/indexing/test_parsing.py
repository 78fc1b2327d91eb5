"""Each file is parsed in a worker that has limits; what happens to it happens to it alone."""

import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.indexing.invented import JULY, MARCH, MAY, write

from ctassist.errors import UnreadableFile
from ctassist.indexing.parsing import Parsed, parse_file, parse_in_workers
from ctassist.settings import Settings


@pytest.fixture
def limits(tmp_path: Path) -> Settings:
    return Settings(index_dir=tmp_path / "index", file_seconds=3, file_memory_mb=1000, max_file_mb=1)


def harmful(path: Path, max_bytes: int) -> Parsed:
    """Does what its file is called after; runs in a worker."""
    if path.stem == "hangs":
        time.sleep(600)
    if path.stem == "crashes":
        os.kill(os.getpid(), signal.SIGSEGV)
    if path.stem == "hoards":
        assert bytearray(2_000_000_000)
    if path.stem == "inflates":
        found = parse_file(path, max_bytes)
        return replace(found, reading=replace(found.reading, text=found.reading.text + "\n" * 20_000_000))
    return parse_file(path, max_bytes)


def outcomes(folder: Path, limits: Settings) -> dict[str, str]:
    files = sorted(folder.iterdir())
    parsed = list(parse_in_workers(files, limits, harmful))
    return {
        file.stem: str(result) if isinstance(result, UnreadableFile) else "parsed"
        for file, result in zip(files, parsed, strict=True)
    }


def test_what_workers_parse_is_what_parsing_gives(reviews: Path, limits: Settings) -> None:
    files = sorted(reviews.iterdir())
    assert list(parse_in_workers(files, limits)) == [parse_file(file, 1_000_000) for file in files]


def test_a_file_that_hangs_crashes_or_inflates_costs_itself_alone(tmp_path: Path, limits: Settings) -> None:
    names = ("a", "crashes", "d", "hangs", "hoards", "inflates", "z")
    folder = write(tmp_path / "files", **dict.fromkeys(names, MARCH))

    found = outcomes(folder, limits)

    assert {name for name, told in found.items() if told == "parsed"} == {"a", "d", "z"}
    assert found["crashes"].startswith("crashes.md brought its reader down")
    assert "within 3 seconds" in found["hangs"]
    assert "CTASSIST_FILE_SECONDS" in found["hangs"]
    assert "CTASSIST_FILE_MEMORY_MB" in found["hoards"]
    assert "CTASSIST_FILE_MEMORY_MB" in found["inflates"]


def test_a_file_of_more_passages_than_anybody_waits_for_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctassist.indexing.parsing._MOST_PASSAGES", 2)
    file = write(tmp_path, march=MARCH) / "march.md"
    with pytest.raises(
        UnreadableFile, match=r"march.md has \d+ passages, more than the 2 taken from one file: split it."
    ):
        parse_file(file, 1_000_000)


def test_stopping_half_way_ends_the_workers(tmp_path: Path, limits: Settings) -> None:
    folder = write(tmp_path / "files", march=MARCH, may=MAY, july=JULY)
    parsed = parse_in_workers(sorted(folder.iterdir()), limits)
    assert isinstance(next(parsed), Parsed)
    parsed.close()
    assert list(parse_in_workers([], limits)) == []
