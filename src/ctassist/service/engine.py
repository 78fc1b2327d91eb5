"""What a service process holds: the open archive, the Assistant over it, and the threads that do the work."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypeVar

import anyio
import anyio.to_thread
import structlog
from fastapi import Depends, Request

from ctassist.errors import CtassistError, IndexMissing
from ctassist.indexing.page_pictures import PagePictures
from ctassist.model.caller import ANYONE
from ctassist.settings import Settings

if TYPE_CHECKING:
    from ctassist.answering.assistant import Assistant
    from ctassist.answering.generation.client import ModelClient
    from ctassist.indexing.archive import Archive

T = TypeVar("T")

# Answering holds the interpreter most of its time; more threads only make each wait longer.
THREADS = 8
# A caller who would wait behind more than this is better told to come back.
LONGEST_QUEUE = 256
# Loading the model cannot be broken off, and a process that ends in the middle of it is aborted instead.
LONGEST_LOADING_SECONDS = 30

log = structlog.get_logger("ctassist.service")


class Overloaded(CtassistError):
    """More requests wait than the service can answer in good time."""

    status = 503


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether questions can be answered now; ``index`` and ``model`` say what is there and ``detail`` what to do."""

    ready: bool
    index: str
    model: str
    detail: str


class Engine:
    """Opens the archive when there is one, and runs work on it outside the event loop."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._opening = threading.Lock()
        self._open: tuple[Archive, Assistant] | None = None
        self._limiter: anyio.CapacityLimiter | None = None
        self._waiting = 0
        self._model_fault = ""
        self._model: ModelClient | None = None
        self._loading: list[threading.Thread] = []
        self.pictures = PagePictures()

    def start(self) -> None:
        """Begins to open the archive and to load the model, in the background."""
        self._begin(threading.Thread(target=self._open_quietly, name="ctassist-open", daemon=True))

    def close(self) -> None:
        """Waits until what is being loaded is there, and closes the archive, if it was opened."""
        for thread in self._loading:
            thread.join(LONGEST_LOADING_SECONDS)
        if self._model:
            self._model.close()
        self.pictures.close()
        if self._open:
            self._open[0].close()
            self._open = None

    @property
    def archive(self) -> "Archive":
        """The archive. Raises IndexMissing or IndexUnusable while there is none; each call looks again."""
        return self._both()[0]

    @property
    def assistant(self) -> "Assistant":
        """The Assistant over the archive. Raises like ``archive``."""
        return self._both()[1]

    def readiness(self) -> Readiness:
        """Says whether questions can be answered now; does not wait for an archive that is just being opened."""
        if self._open is None and self._opening.locked():
            return Readiness(False, "opening", "waiting", "The index is being opened; try again in a moment.")
        try:
            archive = self.archive
        except CtassistError as error:
            index = "missing" if isinstance(error, IndexMissing) else "unusable"
            return Readiness(False, index, "waiting", str(error))
        if self._model_fault:
            return Readiness(False, "ready", "unusable", self._model_fault)
        if not archive.ready:
            return Readiness(False, "ready", "loading", "The embedding model is being loaded; try again in a moment.")
        return Readiness(True, "ready", "ready", "Ready to answer.")

    async def run(self, work: Callable[[], T]) -> T:
        """Runs ``work`` in one of the service's threads. Raises Overloaded when too many wait already."""
        if self._waiting >= LONGEST_QUEUE:
            raise Overloaded("Too many questions are waiting; try again in a few seconds.")
        if self._limiter is None:
            # Those that wait for a model take nobody else's thread.
            waiting = self._settings.llm_concurrency if self._settings.llm_base_url else 0
            self._limiter = anyio.CapacityLimiter(THREADS + waiting)
        self._waiting += 1
        try:
            return await anyio.to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._waiting -= 1

    def _both(self) -> "tuple[Archive, Assistant]":
        if self._open:
            return self._open
        # Imported here, in a worker thread: the libraries behind take seconds, and the service listens meanwhile.
        from ctassist.indexing.archive import Archive

        with self._opening:
            if self._open is None:
                archive = Archive.open(self._settings)
                from ctassist.answering.assistant import Assistant

                assistant = Assistant(archive, self._model_client())
                self._open = archive, assistant
                loading = threading.Thread(
                    target=self._load_model, args=[archive, assistant], name="ctassist-warm", daemon=True
                )
                self._begin(loading)
            return self._open

    def _model_client(self) -> "ModelClient | None":
        from ctassist.answering.generation.client import ModelClient

        self._model = ModelClient.configured(self._settings)
        return self._model

    def _begin(self, thread: threading.Thread) -> None:
        self._loading.append(thread)
        thread.start()

    def _load_model(self, archive: "Archive", assistant: "Assistant") -> None:
        """Loads the embedding model and what answers are made with, so that the first question need not wait for it."""
        try:
            _ = archive.embedder
            self._model_fault = ""
            assistant.warm(ANYONE)
        except CtassistError as error:
            self._model_fault = str(error)
            log.error("the embedding model cannot be loaded", reason=str(error))

    def _open_quietly(self) -> None:
        try:
            self._both()
        except CtassistError as error:
            log.warning("not ready", reason=str(error))


def engine_of(request: Request) -> Engine:
    """Returns the engine of the application that serves ``request``."""
    engine: Engine = request.app.state.engine
    return engine


EngineHere = Annotated[Engine, Depends(engine_of)]
