"""Files read and searched for records, each in a worker process that has limits: a bad file costs itself alone."""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import structlog

from ctassist.errors import UnreadableFile
from ctassist.extraction import extract as extract_records
from ctassist.indexing.passages import PassageDraft, passages_of
from ctassist.indexing.workers import Limits, NeedsMemory, TookTooLong, WorkerDied, Workers
from ctassist.model.records import Extraction
from ctassist.model.text import Reading
from ctassist.reading import read_file
from ctassist.reading.ocr.tesseract import find_tesseract
from ctassist.settings import Settings

Read = Callable[[Path, int], Reading]
Extract = Callable[[Reading, str], Extraction]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file holds."""

    reading: Reading
    extraction: Extraction
    passages: list[PassageDraft]


Parse = Callable[[Sequence[Path], Settings], Generator[Parsed | UnreadableFile, None, None]]
"""Parses files, in their order; a file that cannot be parsed is an error that says why, and stops no other."""

_WORKERS = 2
_AHEAD = 64
"""So many files are given to workers at once: they go on while what came before is embedded and stored."""
_MOST_GROWTH = 16
"""A file may become so many times the largest size of a file; what inflates further is a bomb."""
_MOST_PASSAGES = 100_000
"""So many passages are taken from one file, an hour's work to embed at most; a whole book has some thousand."""
_log = structlog.get_logger(__name__)


def parse_file(path: Path, max_bytes: int, read: Read = read_file, extract: Extract = extract_records) -> Parsed:
    """Parses one file in this process.

    Raises:
        UnreadableFile: It cannot be read, or brought a fault of ours to light.
        MemoryError: There is not enough memory for it.
    """
    try:
        reading = read(path, max_bytes)
        found = extract(reading, path.name)
        passages = passages_of(reading, found)
        if len(passages) > _MOST_PASSAGES:
            count = f"{len(passages):,} passages, more than the {_MOST_PASSAGES:,} taken from one file"
            raise UnreadableFile(f"{path.name} has {count}: split it.")
        return Parsed(reading, found, passages)
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:
        _log.exception("document_failed", source=str(path))
        raise UnreadableFile(f"{path.name} failed ({type(error).__name__}: {error}): please report this.") from error


def parse_in_workers(
    files: Sequence[Path], settings: Settings, parse: Callable[[Path, int], Parsed] | None = None
) -> Generator[Parsed | UnreadableFile, None, None]:
    """Parses files in worker processes, each held to the settings' limits on time and memory; see ``Parse``.

    ``parse`` parses one file, if not by ``parse_file``.
    """
    if not files:
        return
    parse = parse or partial(parse_file, read=partial(read_file, tesseract=find_tesseract(settings)))
    max_bytes = settings.max_file_mb * 1_000_000
    limits = Limits(settings.file_seconds, settings.file_memory_mb * 1_000_000, _MOST_GROWTH * max_bytes)
    with closing(Workers[Parsed](min(_WORKERS, len(files)), limits, "ctassist.indexing.warm")) as workers:
        waiting: deque[tuple[Path, Future[bytes]]] = deque()
        for file in files:
            waiting.append((file, workers.submit(parse, file, max_bytes)))
            if len(waiting) >= _AHEAD:
                yield _result(workers, *waiting.popleft(), settings)
        while waiting:
            yield _result(workers, *waiting.popleft(), settings)


def _result(workers: Workers[Parsed], file: Path, done: "Future[bytes]", settings: Settings) -> Parsed | UnreadableFile:
    try:
        return workers.fetch(done)
    except UnreadableFile as error:
        return error
    except TookTooLong:
        limit = f"{settings.file_seconds:g} seconds"
        problem = f"was not read within {limit}: set CTASSIST_FILE_SECONDS to give it longer."
    except NeedsMemory:
        problem = "needs more memory than a file may take: split it, or set CTASSIST_FILE_MEMORY_MB to allow it more."
    except WorkerDied as death:
        problem = (
            "brought its reader down: it is damaged, made to do harm, or needs more memory than CTASSIST_FILE_MEMORY_MB"
            " allows; export it again."
            if death.started
            else "was not read, as no process to read it in could be started: close other programs and ingest again."
        )
    return UnreadableFile(f"{file.name} {problem}")
