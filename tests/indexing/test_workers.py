"""Workers do what they are given, in order; what a task does to its worker is told of it alone."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ctassist.indexing.workers import Limits, NeedsMemory, TookTooLong, WorkerDied, Workers

PRELOAD = "ctassist.indexing.warm"
"""One process starts the workers of all tests, so what they find loaded is what an ingest names."""
LIMITS = Limits(seconds=2, memory=1_000_000_000, output=1_000_000)


@pytest.fixture
def workers() -> Iterator[Workers[object]]:
    with closing(Workers[object](2, LIMITS, PRELOAD)) as made:
        yield made


def double(number: int) -> int:
    return 2 * number


def fail(words: str) -> None:
    raise ValueError(words)


def hang() -> None:
    time.sleep(600)


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    raise SystemExit


def hoard() -> None:
    assert bytearray(2_000_000_000)


def inflate() -> bytes:
    return bytes(2_000_000)


def own_id() -> int:
    return os.getpid()


def need_much() -> int:
    words = b"x" * 400_000_000
    return os.getpid() if words else 0


def leave_something_running(pipe: Path) -> None:
    if os.fork() == 0:
        with pipe.open("wb"):
            time.sleep(600)
    time.sleep(600)


def test_tasks_are_done_and_told_in_their_order(workers: Workers[object]) -> None:
    given = [workers.submit(double, number) for number in range(20)]
    assert [workers.fetch(done) for done in given] == [2 * number for number in range(20)]


@pytest.mark.parametrize(
    ("task", "problem"),
    [
        (hang, TookTooLong),
        (crash, WorkerDied),
        (leave, WorkerDied),
        (hoard, NeedsMemory),
        (inflate, NeedsMemory),
    ],
)
def test_a_task_that_does_harm_costs_itself_alone(
    workers: Workers[object], task: Callable[[], object], problem: type[Exception]
) -> None:
    given = [workers.submit(*call) for call in ((double, 1), (task,), (double, 2), (task,), (double, 3))]
    assert workers.fetch(given[0]) == 2
    for bad in (given[1], given[3]):
        with pytest.raises(problem):
            workers.fetch(bad)
    assert [workers.fetch(given[2]), workers.fetch(given[4])] == [4, 6]


def test_many_crashes_in_a_row_lose_nothing(workers: Workers[object]) -> None:
    given = [workers.submit(double, number) if number % 3 == 0 else workers.submit(crash) for number in range(24)]
    told = 0
    for number, done in enumerate(given):
        if number % 3 == 0:
            assert workers.fetch(done) == 2 * number
        else:
            with pytest.raises(WorkerDied) as death:
                workers.fetch(done)
            assert (death.value.exit_code, death.value.started) == (-signal.SIGSEGV, True)
            told += 1
    assert told == 16


def test_what_a_task_raises_is_raised(workers: Workers[object]) -> None:
    with pytest.raises(ValueError, match="no such day"):
        workers.fetch(workers.submit(fail, "no such day"))


def test_a_worker_that_needed_much_memory_is_replaced() -> None:
    with closing(Workers[int](1, LIMITS, PRELOAD)) as workers:
        first, large, after = (
            workers.fetch(done) for done in [workers.submit(task) for task in (own_id, need_much, own_id)]
        )
    assert first == large != after


def test_results_that_nobody_fetches_hold_up_further_tasks_and_not_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ctassist.indexing.workers._MOST_WAITING", 100)
    with closing(Workers[int](2, LIMITS, PRELOAD)) as workers:
        given = [workers.submit(double, number) for number in range(100)]
        given[0].result()
        assert not given[-1].done()
        assert [workers.fetch(done) for done in given] == [2 * number for number in range(100)]


def test_what_a_task_has_started_ends_with_it(workers: Workers[object], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = workers.submit(leave_something_running, tmp_path / "pipe")
    with (tmp_path / "pipe").open("rb") as pipe:
        with pytest.raises(TookTooLong):
            workers.fetch(done)
        # It ends when nobody is left who could write.
        assert pipe.read() == b""


def test_a_module_in_the_folder_of_documents_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "selectors.py").write_text("open('was_run', 'w').close()\nraise ImportError\n")
    (tmp_path / "review.md").write_text("# Lamp Review\n\nMay 2031\n\n- BPU opened a harbour (3 May)\n")
    command = [str(Path(sys.executable).parent / "ctassist"), "--index", str(tmp_path / "index"), "ingest", "review.md"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=250)
    assert (done.returncode, (tmp_path / "was_run").exists()) == (0, False), done.stderr
    assert "1 added" in done.stdout


def test_what_somebody_else_starts_finds_modules_as_ever(
    workers: Workers[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    workers.fetch(workers.submit(own_id))
    assert "PYTHONSAFEPATH" not in os.environ


def test_closing_ends_tasks_that_are_not_done() -> None:
    workers = Workers[object](1, LIMITS, PRELOAD)
    process = workers.fetch(workers.submit(own_id))
    assert isinstance(process, int)
    workers.submit(hang)
    workers.submit(hang)
    workers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
