"""Scans in the index: listed without Tesseract, read again once it is there, and told by their confidence."""

import io
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.indexing.invented import MARCH, write
from tests.reading.scans import Scanner, scanned

from ctassist.answering.assistant import Assistant
from ctassist.indexing.archive import Archive
from ctassist.indexing.ingest import ingest
from ctassist.indexing.parsing import Parsed, parse_in_workers
from ctassist.indexing.report import IngestReport, Outcome
from ctassist.model.answer import AnswerRequest
from ctassist.model.caller import ANYONE
from ctassist.settings import Settings

Take = Callable[..., IngestReport]
LINES = ("Harbour Review", "March-April 2021", "• UNODC opened a lighthouse school in Lagos (3 Mar)")


@pytest.fixture
def printed() -> bytes:
    """The issue as text."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for at, line in enumerate(LINES):
        canvas.setFont("Helvetica", 24 if at == 0 else 13)
        canvas.drawString(72, 700 - 40 * at, line)
    canvas.save()
    return file.getvalue()


@pytest.fixture
def scan(tmp_path: Path, printed: bytes) -> Path:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "review.pdf").write_bytes(scanned(printed, Scanner()))
    return folder


def test_the_scan_of_an_issue_that_is_there_as_text_does_not_replace_it(take: Take, scan: Path, printed: bytes) -> None:
    (scan / "as_text.pdf").write_bytes(printed)
    text, read = take(scan, parse=parse_in_workers).documents
    assert (text.name, text.status, read.status) == ("as_text.pdf", Outcome.ADDED, Outcome.REPLACED)
    assert "it is text, and need not be read by OCR" in read.versions[0]


def test_a_scan_is_listed_without_tesseract_and_read_once_it_is_there(
    take: Take, settings: Settings, scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as hidden:
        hidden.setenv("PATH", str(tmp_path))
        for outcome in (Outcome.ADDED, Outcome.UNCHANGED):
            (listed,) = take(scan, parse=parse_in_workers).documents
            assert (listed.status, listed.passages, listed.pages) == (outcome, 0, 1)
            assert any("install Tesseract" in warning for warning in listed.warnings)

    (read,) = take(scan, parse=parse_in_workers).documents
    assert read.status is Outcome.REFRESHED
    assert read.passages > 0
    assert not any("Tesseract" in warning for warning in read.warnings)
    assert read.recognition is not None
    assert read.recognition.pages == (1,)

    assert take(scan, parse=parse_in_workers).documents[0].status is Outcome.UNCHANGED
    with Archive.open(settings) as archive:
        with archive.view(ANYONE) as view:
            (document,) = view.documents()
            assert document.recognition == read.recognition
        answer = Assistant(archive).answer(AnswerRequest("What happened in March 2021?"), ANYONE)
    (citation,) = answer.citations
    assert "lighthouse school in Lagos" in citation.quote
    assert citation.ocr_confidence is not None
    assert 0.8 < citation.ocr_confidence <= 1
    assert citation.origin.endswith(f"page 1 · read by OCR, confidence {citation.ocr_confidence:.2f}")


def test_other_languages_read_scans_again_and_a_missing_tesseract_takes_nothing_back(
    settings: Settings, embedder: object, scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def take(settings: Settings) -> Outcome:
        (document,) = ingest([scan], settings, embedder=lambda: embedder).documents  # type: ignore[arg-type, return-value]
        return document.status

    assert take(settings) is Outcome.ADDED
    assert take(settings.model_copy(update={"ocr_languages": "osd"})) is Outcome.REFRESHED
    monkeypatch.setenv("PATH", str(tmp_path))
    assert take(settings) is Outcome.UNCHANGED


def test_a_worker_that_is_ended_takes_tesseract_with_it_and_leaves_no_file(
    scan: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told, bin = tmp_path / "told", tmp_path / "bin"
    bin.mkdir()
    slow = '#!/bin/sh\nPATH=/bin:/usr/bin\n[ "$1" = --list-langs ] && { echo; echo eng; exit; }\n'
    (bin / "tesseract").write_text(f"{slow}echo $$ > {told}.new; mv {told}.new {told}; exec sleep 600\n")
    (bin / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", str(bin), prepend=os.pathsep)
    quick = write(tmp_path / "quick", march=MARCH) / "march.md"
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))

    parsed = parse_in_workers([quick, scan / "review.pdf", quick, quick], settings)
    assert isinstance(next(parsed), Parsed)
    while not told.exists():
        time.sleep(0.02)
    parsed.close()

    # It is ended in the moment in which its worker is: this waits for the system alone, and for ever if it never is.
    while is_running(int(told.read_text())):
        time.sleep(0.02)
    assert list(temporary.iterdir()) == []


def is_running(process: int) -> bool:
    """Whether a process is there and not merely waiting to be counted out by the one that inherited it."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
