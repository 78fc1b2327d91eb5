"""The one door to reading the index."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from ctassist.errors import CtassistError, IndexMissing, IndexUnusable
from ctassist.indexing.database import (
    nothing_indexed,
    open_database,
    plain_database_errors,
    read_generation,
    reading,
)
from ctassist.indexing.document_cache import DocumentCache
from ctassist.indexing.embedded import EmbeddedIndex
from ctassist.indexing.embedding import MODEL, Embedder, embedder_loaded, load_embedder
from ctassist.indexing.generations import folder_of
from ctassist.indexing.ledger import EntryCache, IdCache
from ctassist.indexing.staging import check_model
from ctassist.indexing.view import Shared, View
from ctassist.model.caller import Caller
from ctassist.settings import Settings

__all__ = ["Archive", "View"]

_ATTEMPTS = 5
"""Tries to open a generation while ingests replace it; two of them must end within milliseconds to need a second."""


class _Generation:
    """One generation in memory, closed when it is out of service and the last view of it has ended."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.views = 0
        self.retired = False

    @property
    def number(self) -> int:
        return self.shared.index.generation

    def close_if_unused(self) -> None:
        if self.retired and not self.views:
            self.shared.index.close()


class Archive:
    """An index that is open for reading. Safe to share between threads; it follows new generations by itself."""

    def __init__(self, engine: Engine, index_dir: Path) -> None:
        """Use ``Archive.open``."""
        self.engine = engine
        self._index_dir = index_dir
        self._lock = threading.Lock()
        self._current: _Generation | None = None
        self._entries = EntryCache()
        self._documents = DocumentCache()
        self._warming: threading.Thread | None = None

    @classmethod
    def open(cls, settings: Settings) -> "Archive":
        """Opens the index for reading, without loading the embedding model.

        Raises IndexMissing when nothing is indexed yet, and IndexUnusable when the index is of another schema version
        or embedding model, or damaged.
        """
        engine = open_database(settings.database, create=False)
        archive = cls(engine, settings.index_dir)
        try:
            with plain_database_errors(settings.database), reading(engine) as connection:
                if read_generation(connection) == 0:
                    raise IndexMissing(nothing_indexed(str(settings.index_dir)))
                check_model(connection, MODEL)
            with archive.view(Caller("open", frozenset())):
                pass
        except BaseException:
            archive.close()
            raise
        return archive

    def __enter__(self) -> "Archive":
        """Gives the archive itself, closed at the end."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Closes the archive."""
        self.close()

    @contextmanager
    def view(self, caller: Caller) -> Iterator[View]:
        """Gives what ``caller`` may read of the generation in service, all of one moment whatever happens meanwhile.

        Raises IndexUnusable when the index has been damaged since it was opened.
        """
        with plain_database_errors(str(self._index_dir)):
            connection, generation = self._begin()
            try:
                yield View(connection, generation.shared, caller.access)
            finally:
                connection.close()
                self._release(generation)

    @property
    def embedder(self) -> Embedder:
        """The embedder; waits until it is loaded. Raises ModelUnusable."""
        return load_embedder()

    def warm(self) -> None:
        """Starts to load the embedder in the background; ``ready`` tells when it is there."""
        if self._warming is None and not embedder_loaded():
            self._warming = threading.Thread(target=_load_quietly, name="ctassist-warm", daemon=True)
            self._warming.start()

    @property
    def ready(self) -> bool:
        """Whether index and model are both loaded."""
        return self._current is not None and embedder_loaded()

    def close(self) -> None:
        """Gives back files and connections; views under way keep theirs until they end."""
        with self._lock:
            self._replace(None)
        self.engine.dispose()

    def _begin(self) -> tuple[Connection, _Generation]:
        """Starts a read transaction and finds the files of the generation that it shows."""
        for attempt in range(_ATTEMPTS):
            connection = self.engine.connect()
            try:
                connection.begin()
                generation = self._acquire(read_generation(connection), last=attempt + 1 == _ATTEMPTS)
            except BaseException:
                connection.close()
                raise
            if generation is not None:
                return connection, generation
            connection.close()
        raise AssertionError("the last attempt raises or returns")

    def _acquire(self, number: int, last: bool) -> _Generation | None:
        """Returns generation ``number`` in use by one more view; None when a newer one has come in between."""
        with self._lock:
            current = self._current
            if current is None or current.number < number:
                try:
                    current = self._load(number)
                except IndexUnusable:
                    if last or not self._is_superseded(number):
                        raise
                    return None
                self._replace(current)
            elif current.number > number:
                return None
            current.views += 1
            return current

    def _load(self, number: int) -> _Generation:
        index = EmbeddedIndex(folder_of(self._index_dir, number), number, MODEL)
        return _Generation(
            Shared(self._index_dir, index, self._entries, IdCache(), self._documents, visible={}, names={})
        )

    def _is_superseded(self, number: int) -> bool:
        with reading(self.engine) as connection:
            return read_generation(connection) > number

    def _replace(self, new: _Generation | None) -> None:
        old, self._current = self._current, new
        if old is not None:
            old.retired = True
            old.close_if_unused()

    def _release(self, generation: _Generation) -> None:
        with self._lock:
            generation.views -= 1
            generation.close_if_unused()


def _load_quietly() -> None:
    # Whoever needs the embedder tries again, and is told what is wrong.
    with suppress(CtassistError):
        load_embedder()
