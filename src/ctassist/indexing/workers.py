"""Worker processes with limits, each kept by a thread of its own: a task that hangs or crashes costs itself alone."""

import math
import multiprocessing
import os
import pickle
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")

_GRACE_SECONDS = 10
"""A worker whose owner is gone ends so long after the time for its task is over."""
_WORN = 0.25
"""A worker that has needed this share of its memory for tasks is replaced, as not all of it may be free again."""
_MOST_WAITING = 256_000_000
"""Bytes of results that may wait to be fetched; while more do, no further task is begun."""
_SAFE_PATH = "PYTHONSAFEPATH"
_ONE_AT_A_TIME = threading.Lock()
"""Held where processes are started or asked whether they have ended.

``multiprocessing`` asks all processes when it starts one, and what it is told can be read once: whoever comes second
takes a process that a signal ended for one that ended with 255.
"""


class TookTooLong(Exception):
    """A task was not done in time; its worker has been ended."""


class NeedsMemory(Exception):
    """A task, or what it became, needed more memory than it may take."""


class WorkerDied(Exception):
    """A worker ended while it was at a task, or before it could begin one."""

    def __init__(self, exit_code: int | None, *, started: bool) -> None:
        super().__init__(f"a worker ended with {exit_code}")
        self.exit_code = exit_code
        self.started = started


@dataclass(frozen=True, slots=True)
class Limits:
    """What a task may take: ``seconds`` of time, ``memory`` in bytes, and ``output``, the bytes of its result."""

    seconds: float
    memory: int
    output: int


class Workers(Generic[Result]):
    """Processes that do tasks, in the order in which these were given.

    Args:
        count: How many work at once.
        limits: What each task may take.
        preload: A module that all workers find loaded.
    """

    def __init__(self, count: int, limits: Limits, preload: str) -> None:
        self._limits = limits
        # Workers start from a process that has read our code and nothing else: no threads, locks or model of this one.
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([preload])
        self._threads = ThreadPoolExecutor(count)
        self._own = threading.local()
        self._workers: set[_Worker] = set()
        self._waiting = 0
        self._given = 0
        self._undone: set[int] = set()
        self._closed = False
        self._changed = threading.Condition()

    def submit(self, task: Callable[..., Result], *args: object) -> "Future[bytes]":
        """Gives a task to do, a function at the top of its module; ``fetch`` turns what comes into its result."""
        with self._changed:
            number = self._given = self._given + 1
            self._undone.add(number)
        return self._threads.submit(self._do, number, task, args)

    def fetch(self, done: "Future[bytes]") -> Result:
        """Waits for a task and returns its result, once.

        Raises:
            TookTooLong: It was given up.
            NeedsMemory: It needed too much, or its result is too large.
            WorkerDied: It brought its worker down.
            Exception: What the task itself raised.
        """
        data = done.result()
        with self._changed:
            self._waiting -= len(data)
            self._changed.notify_all()
        result: Result | Exception = pickle.loads(data)
        if isinstance(result, Exception):
            raise result
        return result

    def close(self) -> None:
        """Ends all workers, whatever they are at, and waits until they are gone."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            for worker in self._workers:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.join()

    def _do(self, number: int, task: Callable[..., Result], args: tuple[object, ...]) -> bytes:
        with self._changed:
            self._changed.wait_for(lambda: self._may_begin(number))
        try:
            return self._done(task, args)
        finally:
            with self._changed:
                self._undone.discard(number)
                self._changed.notify_all()

    def _may_begin(self, number: int) -> bool:
        # The oldest task is never held up: it may be the one whose result is fetched next.
        return self._waiting < _MOST_WAITING or self._closed or number == min(self._undone)

    def _done(self, task: Callable[..., Result], args: tuple[object, ...]) -> bytes:
        worker = self._worker()
        try:
            data, worn = worker.do(task, args)
        except (TookTooLong, WorkerDied):
            self._drop(worker)
            raise
        if worn:
            self._drop(worker)
        with self._changed:
            self._waiting += len(data)
        return data

    def _worker(self) -> "_Worker":
        """The worker of this thread; a new one if there is none."""
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            try:
                worker = _Worker(self._context, self._limits)
            except (EOFError, OSError):
                raise WorkerDied(None, started=False) from None
            with self._changed:
                self._workers.add(worker)
                if self._closed:
                    worker.kill()
            self._own.worker = worker
        return worker

    def _drop(self, worker: "_Worker") -> None:
        self._own.worker = None
        with self._changed:
            self._workers.discard(worker)
        worker.kill()
        worker.join()


class _Worker:
    """One process, from the side that gives it tasks."""

    def __init__(self, context: ForkServerContext, limits: Limits) -> None:
        self._seconds = limits.seconds
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, limits), daemon=True)
        with _ONE_AT_A_TIME, _safe_path():
            self._process.start()
        theirs.close()
        self._ready = False

    def do(self, task: Callable[..., object], args: tuple[object, ...]) -> tuple[bytes, bool]:
        """Returns the pickled result or error of a task, and whether this worker has done its last one."""
        try:
            # Its start takes none of the task's time.
            if not self._ready:
                self._ready = self._pipe.recv()
            self._pipe.send((task, args))
            if not self._pipe.poll(self._seconds):
                raise TookTooLong
            return self._pipe.recv_bytes(), self._pipe.recv()
        except (EOFError, OSError):
            self.kill()
            self._end()
            raise WorkerDied(self._process.exitcode, started=self._ready) from None

    def kill(self) -> None:
        """Ends the process and all that it has started."""
        with _ONE_AT_A_TIME:
            if self._process.pid is not None and self._process.is_alive():
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, signal.SIGKILL)
                self._process.kill()

    def join(self) -> None:
        """Waits until the process is gone."""
        self._end()
        self._pipe.close()

    def _end(self) -> None:
        wait([self._process.sentinel])
        with _ONE_AT_A_TIME:
            self._process.join()


@contextmanager
def _safe_path() -> Iterator[None]:
    """Keeps modules of the folder in which somebody works, which may be one of documents, out of all workers.

    The process from which they come is started with the first one, and anew when it has died. What else is started
    from here finds modules as ever.
    """
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


def _serve(pipe: Connection, limits: Limits) -> None:
    """Does one task after another in a worker, until there are no more or it is worn."""
    _confine(limits.memory)
    loaded = _most_memory()
    pipe.send(True)
    worn = False
    while not worn:
        try:
            task, args = pipe.recv()
        except (EOFError, OSError):
            return
        # Nobody may be left to end a worker that hangs: the system does.
        signal.alarm(math.ceil(limits.seconds) + _GRACE_SECONDS)
        data = _outcome(task, args, limits.output)
        signal.alarm(0)
        worn = _most_memory() - loaded > _WORN * limits.memory
        with suppress(OSError):
            pipe.send_bytes(data)
            pipe.send(worn)


def _outcome(task: Callable[..., object], args: tuple[Any, ...], most: int) -> bytes:
    try:
        data = pickle.dumps(task(*args))
        if len(data) <= most:
            return data
    except MemoryError:
        pass
    except Exception as error:  # noqa: BLE001  # It is raised where the task was given.
        return pickle.dumps(error)
    return pickle.dumps(NeedsMemory())


def _confine(memory: int) -> None:
    """Makes a worker the head of a group that can be ended as one, and holds it to its memory, in bytes.

    Ctrl-C does not reach that group: it is for the owner to handle. What native code says as it dies is for nobody.
    """
    os.setpgid(0, 0)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    # macOS knows the limit and may refuse to set it.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _most_memory() -> int:
    """The most memory that this process has needed, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
