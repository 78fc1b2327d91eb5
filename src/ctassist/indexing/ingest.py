"""The pipeline from files to a new generation of the index.

Each document is stored in one short transaction as part of the generation to come, which readers do not see. Only when
all are stored, and the search files are made from them, does the new generation come into service. An ingest that is
stopped at any point leaves the last one in service, and the next ingest goes on where it stopped.
"""

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, select

from ctassist.errors import IndexUnusable, UnreadableFile
from ctassist.extraction.identity import series_key
from ctassist.indexing import generations, schema, staging, versions, zips
from ctassist.indexing.announcing import announce
from ctassist.indexing.database import open_database, plain_database_errors, read_generation, reading
from ctassist.indexing.embedding import MODEL, Embedder, load_embedder
from ctassist.indexing.ingest_lock import ingest_lock
from ctassist.indexing.originals import drop_originals, keep_original
from ctassist.indexing.parsing import Parse, Parsed, parse_in_workers
from ctassist.indexing.planning import Step, gone, is_under, plan
from ctassist.indexing.report import DocumentReport, IngestReport, Outcome, Progress
from ctassist.indexing.series import Series, series_of
from ctassist.indexing.sources import Found, check_paths, examine, find_files, source_of, still_holds
from ctassist.indexing.staging import Draft
from ctassist.reading.ocr.tesseract import find_tesseract
from ctassist.settings import Settings

PIPELINE_VERSION = "13"
"""Bump it when reading, extraction or passages change: documents of another version are read again."""

BATCH_PASSAGES = 512
"""So many are embedded at once, with texts of like length together: of fewer, more is computed that says nothing."""


def ingest(
    paths: Sequence[Path],
    settings: Settings,
    *,
    prune: bool = False,
    access: str | None = None,
    progress: Callable[[Progress], None] | None = None,
    parse: Parse = parse_in_workers,
    embedder: Callable[[], Embedder] = load_embedder,
    version: str = PIPELINE_VERSION,
) -> IngestReport:
    """Adds files and folders to the index, or refreshes them; what is unchanged is skipped by its content.

    Args:
        paths: Files and folders. A file is tried whatever it is called; in a folder only known formats are taken.
        settings: Says where the index is and how large a file may be.
        prune: Forget documents from under ``paths`` whose file is no longer there.
        access: The label that a caller must hold to read these documents; None leaves it as it is, new ones are open.
        progress: Called at each step, in this thread.
        parse: Reads files and finds their records.
        embedder: Gives the embedder; called, in a thread of its own, only when there is something to read.
        version: Documents stored by another version of the pipeline are read again.

    Raises:
        UsageError: A path does not exist; nothing has been touched.
        IngestRunning: Another ingest holds the index.
        IndexUnusable: The index is of another schema or model, damaged, or its folder cannot be written.
        ModelUnusable: The embedding model is missing or not the expected one.
    """
    if not prune:
        check_paths(paths)
    with _plain_storage_errors(settings.index_dir), ingest_lock(settings.index_dir):
        engine = open_database(settings.database)
        try:
            tools = _Tools(parse, embedder, version)
            return _Ingest(engine, settings, tools, progress or _ignore).run(paths, prune, access)
        finally:
            engine.dispose()


@dataclass(frozen=True, slots=True)
class _Tools:
    parse: Parse
    embedder: Callable[[], Embedder]
    version: str


@dataclass(frozen=True, slots=True)
class _Batch:
    """Documents that were read, and the vectors to come of their passages, in order."""

    documents: Sequence[tuple[Step, Draft]]
    vectors: Sequence[Future[NDArray[np.float32]]]


class _Ingest:
    """One ingest, under the lock of its index."""

    def __init__(self, engine: Engine, settings: Settings, tools: _Tools, progress: Callable[[Progress], None]) -> None:
        self._engine = engine
        self._settings = settings
        self._folder = settings.index_dir
        self._tools = tools
        self._progress = progress
        self._read: list[tuple[Step, Draft]] = []
        self._embedding = _Batch([], [])
        self._reports: list[DocumentReport] = []
        self._failed: dict[str, str] = {}
        self._loaded: Future[Embedder]
        self._generation = 0

    def run(self, paths: Sequence[Path], prune: bool, access: str | None) -> IngestReport:
        started = time.perf_counter()
        staging.claim_model(self._engine, MODEL)
        self._sweep()
        with reading(self._engine) as connection:
            current = read_generation(connection)
        self._generation = current + 1
        stored = staging.stored_documents(self._engine, self._generation, find_tesseract(self._settings))
        given = {source_of(path) for path in paths}
        # Only with `prune` may a path be gone, as far as documents came from there.
        check_paths([path for path in paths if not any(is_under(s.source, {source_of(path)}) for s in stored)])
        with tempfile.TemporaryDirectory(prefix="ctassist-") as folder:
            found, skipped = self._examine([path for path in paths if path.exists()], Path(folder))
            steps = plan(found, stored, self._tools.version, access, _still_holds)
            if prune:
                steps += gone(stored, steps, given, lambda source: os.path.lexists(source) or zips.holds(source))
            self._carry_out(steps)
        self._settle(current)
        published = self._publish(current)
        order = {file.source: number for number, file in enumerate(found)}
        self._reports.sort(key=lambda report: order.get(report.source, len(order)))
        self._progress(Progress("done", len(steps), len(steps)))
        return IngestReport(
            documents=tuple(self._reports),
            skipped=tuple(skipped),
            generation=self._generation if published else current,
            published=published,
            seconds=time.perf_counter() - started,
            series=tuple(self._series(self._generation if published else current)),
        )

    def _examine(self, paths: Sequence[Path], folder: Path) -> tuple[list[Found], list[str]]:
        """The documents to take, those of ZIPs unpacked into ``folder``; and the sources that are skipped."""
        limit = self._settings.max_file_mb * 1_000_000
        files, others = find_files(paths, zips.TAKEN, self._folder)
        found: list[Found] = []
        skipped = [source_of(file) for file in others]
        for number, file in enumerate(files):
            self._progress(Progress("checking", number, len(files), file.name))
            if zips.is_zip(file):
                (folder / str(number)).mkdir()
                unpacked = zips.unpack(file, folder / str(number), limit)
                found += unpacked.found
                skipped += unpacked.skipped
            else:
                found.append(examine(file, limit))
        return found, skipped

    def _carry_out(self, steps: Sequence[Step]) -> None:
        files = [step.file.path for step in steps if step.reads and step.file is not None]
        with self._embedding_thread(bool(files)) as thread, closing(self._tools.parse(files, self._settings)) as parsed:
            for number, step in enumerate(steps):
                if step.reads:
                    assert step.file is not None
                    self._progress(Progress("reading", number, len(steps), step.file.name))
                    self._take(step, step.file, next(parsed))
                    if sum(len(draft.parsed.passages) for _, draft in self._read) >= BATCH_PASSAGES:
                        self._embed_and_store(thread)
                else:
                    self._note(step)
            self._embed_and_store(thread)
            self._store(self._embedding)

    @contextmanager
    def _embedding_thread(self, wanted: bool) -> Iterator[ThreadPoolExecutor]:
        """A thread that loads the embedder, if it is wanted, beside the reading of the first files, and then embeds."""
        thread = ThreadPoolExecutor(1)
        try:
            if wanted:
                self._loaded = thread.submit(self._tools.embedder)
            yield thread
        finally:
            thread.shutdown(cancel_futures=True)

    def _take(self, step: Step, file: Found, parsed: Parsed | UnreadableFile) -> None:
        if isinstance(parsed, UnreadableFile):
            self._fail(file, str(parsed))
            return
        try:
            size = keep_original(self._folder, file.path, file.sha256 or "")
        except UnreadableFile as error:
            self._fail(file, str(error))
            return
        self._read.append((step, Draft(file, size, step.access, parsed)))

    def _embed_and_store(self, thread: ThreadPoolExecutor) -> None:
        """Gives the documents read so far to be embedded, and stores those before them: no core waits for another."""
        texts = [passage.text for _, draft in self._read for passage in draft.parsed.passages]
        starts = range(0, len(texts), BATCH_PASSAGES)
        given = [thread.submit(self._vectors_of, texts[first : first + BATCH_PASSAGES]) for first in starts]
        before, self._embedding = self._embedding, _Batch(self._read, given)
        self._read = []
        self._store(before)

    def _vectors_of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._loaded.result().embed(texts)

    def _store(self, batch: _Batch) -> None:
        vectors = self._embedded(batch)
        first = 0
        for number, (step, draft) in enumerate(batch.documents):
            self._progress(Progress("storing", number, len(batch.documents), draft.file.name))
            last = first + len(draft.parsed.passages)
            staging.store(self._engine, draft, vectors[first:last], self._generation, self._tools.version, step.retires)
            self._reports.append(draft.report(step.outcome))
            first = last

    def _embedded(self, batch: _Batch) -> NDArray[np.float32]:
        """Waits for the vectors of a batch."""
        count = sum(len(draft.parsed.passages) for _, draft in batch.documents)
        vectors = [np.empty((0, MODEL.dimension), dtype=np.float32)]
        if count:
            self._progress(Progress("loading", 0, count, MODEL.name))
            self._loaded.result()
        for number, part in enumerate(batch.vectors):
            self._progress(Progress("embedding", number * BATCH_PASSAGES, count))
            vectors.append(part.result())
        return np.concatenate(vectors)

    def _note(self, step: Step) -> None:
        """Carries out a step that reads nothing."""
        if step.file is not None and step.file.problem is not None:
            self._fail(step.file, step.file.problem)
            return
        if step.same_as in self._failed and step.file is not None:
            self._fail(step.file, self._failed[step.same_as])
            return
        staging.retire(self._engine, step.retires, self._generation)
        self._reports.append(staging.report_of(self._engine, step))

    def _settle(self, current: int) -> None:
        """Lets later versions of an issue stand in for older ones, and says so in the reports."""
        if generations.is_pending(self._engine):
            found = versions.settle(self._engine, self._generation)
        else:
            found = versions.settled(self._engine, current)
        told = {report.document_id for report in self._reports}
        self._reports += [
            staging.stored_report(self._engine, version.row, Outcome.RESTORED)
            for version in found.restored
            if version.id not in told
        ]
        self._reports = [versions.in_report(report, found) for report in self._reports]

    def _series(self, generation: int) -> Iterator[Series]:
        """The periodicals with more than one issue of which this ingest has changed any."""
        quiet = (Outcome.UNCHANGED, Outcome.DUPLICATE, Outcome.FAILED)
        changed = {series_key(r.series) for r in self._reports if r.series and r.status not in quiet}
        for series in series_of(staging.visible_documents(self._engine, generation)) if changed else ():
            if series.issues > 1 and series_key(series.name) in changed:
                yield series

    def _fail(self, file: Found, problem: str) -> None:
        self._failed[file.source] = problem
        self._reports.append(DocumentReport(file.name, file.source, Outcome.FAILED, problem=problem))

    def _publish(self, current: int) -> bool:
        """Puts the new generation in service if anything changed, or if the files of the last one are not whole."""
        pending = generations.is_pending(self._engine)
        if not pending and generations.is_whole(self._folder, current, MODEL):
            return False
        self._progress(Progress("publishing", 0, 1))
        address = self._settings.public_url

        def beside(connection: Connection) -> None:
            announce(connection, current, self._generation, str(address) if address else None)

        generations.publish(self._engine, self._folder, self._generation, MODEL, beside)
        self._sweep()
        return True

    def _sweep(self) -> None:
        generations.sweep(self._engine, self._folder)
        with reading(self._engine) as connection:
            needed = set(connection.execute(select(schema.documents.c.sha256)).scalars())
        drop_originals(self._folder, needed)


def _still_holds(source: str, sha256: str) -> bool:
    return still_holds(source, sha256) or zips.holds(source, sha256)


@contextmanager
def _plain_storage_errors(folder: Path) -> Iterator[None]:
    """Turns what goes wrong with the index's own folder into one sentence."""
    try:
        with plain_database_errors(str(folder)):
            yield
    except BrokenPipeError:
        raise
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise IndexUnusable(
            f"The index folder {folder} cannot be written ({reason}): free some space or change its permissions, "
            "or set CTASSIST_INDEX_DIR to another folder, and ingest again."
        ) from error


def _ignore(_: Progress) -> None:
    pass
