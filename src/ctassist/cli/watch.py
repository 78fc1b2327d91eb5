"""``ctassist ingest --watch``: what changes in folders is taken in, until it is stopped."""

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from watchfiles import Change
from watchfiles import watch as changes

from ctassist.cli.words import printable
from ctassist.errors import CtassistError
from ctassist.indexing import zips
from ctassist.indexing.sources import check_paths

_QUIET_MS = 1_000
"""Nothing has changed for so long before files are read: copying a folder is one change, not a hundred."""
_LONGEST_WAIT_MS = 30_000
_IDLE_SECONDS = 5.0


def watch(
    paths: Sequence[Path], index: Path, take: Callable[[], object], idle: Callable[[], object] = lambda: None
) -> None:
    """Calls ``take`` now and after each change to a document in ``paths``; returns when interrupted.

    ``idle`` is called every few seconds in which nothing changes. What goes wrong with one call is said, and the next
    change is awaited. Raises UsageError for a missing path.
    """
    check_paths(paths)
    with _interruptible() as stopped, suppress(KeyboardInterrupt):
        # The first look is at what is there already; it comes once nothing that changes can be missed.
        started, last = False, time.monotonic()
        for found in changes(
            *paths,
            watch_filter=_Documents(index),
            step=_QUIET_MS,
            debounce=_LONGEST_WAIT_MS,
            rust_timeout=_QUIET_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            stop_event=stopped,
        ):
            if found or not started:
                _tried(take)
            elif time.monotonic() - last > _IDLE_SECONDS:
                _tried(idle)
                last = time.monotonic()
            if not started:
                print(f"Watching {_listed(paths)}; Ctrl-C ends it.", file=sys.stderr, flush=True)
                started = True


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """Gives an event that Ctrl-C sets; the interrupt alone gets lost where it meets code that may not raise."""
    stopped = threading.Event()

    def stop(_number: int, _frame: object) -> None:
        stopped.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _tried(take: Callable[[], object]) -> None:
    try:
        take()
    except CtassistError as error:
        print(f"ctassist: {printable(str(error))}", file=sys.stderr, flush=True)


def _listed(paths: Sequence[Path]) -> str:
    return printable(", ".join(map(str, paths)))


class _Documents:
    """Tells changes to documents from those to other files, hidden ones, and the index itself."""

    def __init__(self, index: Path) -> None:
        self._index = index.resolve()

    def __call__(self, change: Change, path: str) -> bool:
        file = Path(path)
        hidden = file.name.startswith(".")
        return file.suffix.lower() in zips.TAKEN and not hidden and self._index not in file.parents
