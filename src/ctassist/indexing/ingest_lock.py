"""One ingest at a time for each index folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ctassist.errors import IngestRunning


@contextmanager
def ingest_lock(index_dir: Path) -> Iterator[None]:
    """Holds the index folder for one ingest; the system lets go of it when the process ends, however it ends.

    Raises IngestRunning at once when another process or thread holds it.
    """
    index_dir.mkdir(parents=True, exist_ok=True)
    # Beside the lock, as whoever tries to take a lock empties its file.
    owner = index_dir / "ingest.pid"
    lock = FileLock(index_dir / "ingest.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise IngestRunning(
            f"Another ingest is running on {index_dir}{_process(owner)}: wait until it ends, or stop it, and try again."
        ) from None
    try:
        owner.write_text(f"{os.getpid()}\n", encoding="ascii")
        yield
    finally:
        owner.unlink(missing_ok=True)
        lock.release()


def _process(owner: Path) -> str:
    try:
        return f" (process {int(owner.read_text(encoding='ascii'))})"
    except (OSError, ValueError):
        return ""
