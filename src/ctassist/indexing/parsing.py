"""Files read and searched for records, each in a worker process that has limits: a bad file costs itself alone."""

import multiprocessing
import pickle
import resource
import signal
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import TimeoutError as TakesTooLong
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path

import structlog
from pebble import ProcessExpired, ProcessFuture, ProcessPool

from ctassist.errors import UnreadableFile
from ctassist.extraction import extract as extract_records
from ctassist.indexing.passages import PassageDraft, passages_of
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
_AHEAD = 2 * _WORKERS
"""So many files are given to workers at once: none waits for work, and few results wait in memory."""
_MOST_GROWTH = 16
"""A file may become so many times the largest size of a file; what inflates further is a bomb."""
_log = structlog.get_logger(__name__)


def parse_file(path: Path, max_bytes: int, read: Read = read_file, extract: Extract = extract_records) -> Parsed:
    """Parses one file in this process.

    Raises:
        UnreadableFile: It cannot be read, or brought a fault of ours to light.
    """
    try:
        reading = read(path, max_bytes)
        found = extract(reading, path.name)
        return Parsed(reading, found, passages_of(reading, found))
    except UnreadableFile:
        raise
    except MemoryError:
        raise UnreadableFile(_inflates(path.name)) from None
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
    memory = settings.file_memory_mb * 1_000_000
    pool = ProcessPool(min(_WORKERS, len(files)), initializer=_confine, initargs=(memory,), context=_context())
    try:
        waiting: deque[tuple[Path, ProcessFuture[bytes]]] = deque()
        for file in files:
            args = (parse, file, settings.max_file_mb * 1_000_000)
            task = pool.schedule(_parsed, args=args, timeout=settings.file_seconds)
            waiting.append((file, task))
            if len(waiting) >= _AHEAD:
                yield _result(*waiting.popleft(), settings)
        while waiting:
            yield _result(*waiting.popleft(), settings)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _context() -> BaseContext:
    """Workers start from a process that has read our code and nothing else: no threads, locks or model of this one."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["ctassist.indexing.warm"])
    return context


def _confine(memory: int) -> None:
    """Holds a worker to its memory, in bytes; what interrupts the ingest is the ingest's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # macOS knows the limit and may refuse to set it.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _parsed(parse: Callable[[Path, int], Parsed], path: Path, max_bytes: int) -> bytes:
    """Parses in a worker: what goes back is measured before it is sent."""
    try:
        result = pickle.dumps(parse(path, max_bytes))
    except MemoryError:
        raise UnreadableFile(_inflates(path.name)) from None
    if len(result) > _MOST_GROWTH * max_bytes:
        raise UnreadableFile(_inflates(path.name))
    return result


def _result(file: Path, task: "ProcessFuture[bytes]", settings: Settings) -> Parsed | UnreadableFile:
    try:
        parsed = pickle.loads(task.result())
    except UnreadableFile as error:
        return error
    except TakesTooLong:
        limit = f"{settings.file_seconds:g} seconds"
        return UnreadableFile(f"{file.name} was not read within {limit}: set CTASSIST_FILE_SECONDS to give it longer.")
    except ProcessExpired as error:
        _log.warning("worker_ended", source=str(file), exit_code=error.exitcode)
        return UnreadableFile(
            f"{file.name} brought its reader down: it is damaged, or made to do harm; export it again."
        )
    assert isinstance(parsed, Parsed)
    return parsed


def _inflates(name: str) -> str:
    return f"{name} needs more memory than a file may take: split it, or set CTASSIST_FILE_MEMORY_MB to allow it more."
