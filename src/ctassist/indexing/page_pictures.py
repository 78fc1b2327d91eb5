"""Pages drawn for readers, in a worker process: a PDF that hangs or crashes its program costs its own picture alone."""

import threading
from pathlib import Path

from ctassist.errors import UnreadableFile
from ctassist.indexing.workers import Limits, NeedsMemory, TookTooLong, WorkerDied, Workers

_LIMITS = Limits(seconds=20, memory=2_000_000_000, output=40_000_000)


class PagePictures:
    """Draws one page after the other; its worker starts with the first."""

    def __init__(self) -> None:
        self._starting = threading.Lock()
        self._workers: Workers[bytes] | None = None

    def draw(self, path: Path, number: int, width: int) -> bytes:
        """Returns page ``number`` (from 1) of the PDF at ``path`` as a PNG, ``width`` pixels wide.

        Raises:
            NotFound: There is no such page.
            UnreadableFile: It cannot be drawn, or not within the limits.
        """
        # Imported here: the service listens before the libraries behind are loaded.
        from ctassist.reading.pictures import page_png

        with self._starting:
            if self._workers is None:
                self._workers = Workers(1, _LIMITS, "ctassist.reading.pictures")
        try:
            return self._workers.fetch(self._workers.submit(page_png, path, number, width))
        except (TookTooLong, NeedsMemory, WorkerDied):
            raise UnreadableFile(f"Page {number} takes too much to be drawn; open the original file.") from None

    def close(self) -> None:
        """Ends the worker."""
        if self._workers:
            self._workers.close()
