"""``ctassist ingest --watch`` as a person runs it: files come, change and go; Ctrl-C ends it."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.indexing.invented import MARCH, MAY, write

from ctassist.cli.watch import watch

_PATIENCE = 120


class Watching:
    """A running command, and the lines that it prints."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-c", "from ctassist.cli import main; main()", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def until(self, words: str) -> str:
        """Waits for a line with these words."""
        while words not in (line := self._lines.get(timeout=_PATIENCE)):
            pass
        return line

    def stop(self) -> int:
        """Presses Ctrl-C and returns the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(_PATIENCE)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "reviews", march=MARCH)


@pytest.fixture
def watching(folder: Path, tmp_path: Path) -> Iterator[Watching]:
    started = Watching("--index", str(tmp_path / "index"), "ingest", "--watch", "--prune", str(folder))
    yield started
    started.process.kill()
    started.process.wait()
    assert started.process.stdout is not None
    started.process.stdout.close()


def test_what_comes_changes_and_goes_is_taken_in_until_it_is_stopped(watching: Watching, folder: Path) -> None:
    assert "march.md" in watching.until("added")
    watching.until("Watching")
    (folder / ".hidden.md").write_text(MAY, encoding="utf-8")
    (folder / "notes.xyz").write_text("no document", encoding="utf-8")
    write(folder, may=MAY)
    assert "1 unchanged, 1 added" in watching.until("generation 2")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert "broken.pdf" in watching.until("failed")
    (folder / "broken.pdf").unlink()
    (folder / "march.md").unlink()
    assert "1 removed" in watching.until("generation 3")
    assert watching.stop() == 0


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from ctassist.cli import main; main()", "ingest", "--watch", str(tmp_path / "none")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "does not exist" in done.stderr


def test_an_interrupt_that_gets_lost_in_an_ingest_still_ends_the_watching(tmp_path: Path) -> None:
    taken = []

    def take() -> None:
        taken.append(1)
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)

    watch([tmp_path], tmp_path / "index", take)
    assert taken == [1]


def test_while_nothing_changes_there_is_time_for_something_else(tmp_path: Path) -> None:
    done = []

    def idle() -> None:
        done.append("idle")
        os.kill(os.getpid(), signal.SIGINT)

    watch([tmp_path], tmp_path / "index", lambda: done.append("taken"), idle)
    assert done == ["taken", "idle"]


@pytest.mark.parametrize("option", ["--sample", "--if-empty"])
def test_options_that_watching_cannot_heed_are_refused(option: str, folder: Path) -> None:
    command = [sys.executable, "-c", "from ctassist.cli import main; main()", "ingest", "--watch", option, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"ctassist: {option} does not go with --watch: ingest with {option} first, then watch.\n"
