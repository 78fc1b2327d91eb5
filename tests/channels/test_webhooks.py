"""Events reach their receivers once, whatever these do; a receiver that hangs holds up nobody else."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, update
from tests.channels.receiver import Receiver, Reply, receiving
from tests.indexing.invented import JULY, MARCH, MAY, WordEmbedder, write
from tests.parsed import parse_here
from tests.service.client import RUN, served

from ctassist.channels.webhooks import rounds, sending
from ctassist.channels.webhooks.rounds import Rounds, Told
from ctassist.errors import IndexUnusable
from ctassist.indexing.database import open_database, writing
from ctassist.indexing.ingest import ingest
from ctassist.indexing.schema import announcements, webhooks
from ctassist.indexing.webhooks import LEASE, LogRow, Webhooks
from ctassist.settings import Settings

pytestmark = pytest.mark.timed

AT_ONCE = (timedelta(0),) * 3
"""Before each further attempt, instead of the usual seconds to hours."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "index").mkdir()
    return Settings(index_dir=tmp_path / "index")


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    engine = open_database(settings.database)
    yield engine
    engine.dispose()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.fixture
def publish(settings: Settings, tmp_path: Path) -> Callable[..., None]:
    """Takes in documents in this process."""

    def run(**texts: str) -> None:
        folder = write(tmp_path / "reviews", **(texts or {"march": MARCH, "may": MAY, "july": JULY}))
        ingest([folder], settings, embedder=WordEmbedder, parse=parse_here())

    return run


def hooked(engine: Engine, receiver: Receiver) -> str:
    return Webhooks(engine).add(receiver.url, receiver.secret, ["open"]).id


def once(engine: Engine, seconds: float = 60, waits: tuple[timedelta, ...] = AT_ONCE) -> Told:
    return asyncio.run(Rounds(lambda: engine, waits).once(seconds))


def logged(engine: Engine, webhook_id: str | None = None) -> list[LogRow]:
    return list(Webhooks(engine).log(100, webhook_id))


def test_events_arrive_signed_in_the_order_of_the_list(
    engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    hooked(engine, receiver)
    publish()
    assert once(engine).delivered == 3
    assert receiver.taken == [("document.indexed", f"{name}.md") for name in ("march", "may", "july")]
    assert [(row.delivered, row.status, row.attempts) for row in logged(engine)] == [(True, 204, 1)] * 3
    assert once(engine).delivered == 0
    publish()
    assert once(engine).delivered == 0
    assert len(receiver.received) == 3


def test_a_receiver_that_fails_gets_the_same_event_again(
    engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    hooked(engine, receiver)
    publish(march=MARCH)
    receiver.replies += [Reply(500), Reply(503)]
    for failed in (1, 1, 0):
        assert len(once(engine).failed) == failed
    assert [one.status for one in receiver.received] == [500, 503, 204]
    assert len({(one.id, one.body) for one in receiver.received}) == 1
    (row,) = logged(engine)
    assert (row.delivered, row.attempts, row.problem) == (True, 3, None)


def test_the_usual_waits_grow_to_hours(engine: Engine, receiver: Receiver, publish: Callable[..., None]) -> None:
    hooked(engine, receiver)
    publish(march=MARCH)
    receiver.usual = Reply(500)
    seen = []
    while True:
        once(engine, waits=tuple(sending.WAITS))
        (row,) = logged(engine)
        if row.done_at:
            break
        assert row.tried_at is not None
        seen.append(row.due_at - row.tried_at)
        with writing(engine) as connection:
            connection.execute(update(announcements).values(due_at=row.made_at))
    assert seen == list(sending.WAITS)
    assert (row.delivered, row.attempts, row.problem) == (False, 8, "It answered 500 Internal Server Error.")
    assert sum(seen, timedelta()) > timedelta(hours=12)


def test_a_receiver_that_names_a_time_is_given_it_for_all_its_events(
    engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    hooked(engine, receiver)
    publish()
    receiver.replies.append(Reply(429, {"Retry-After": "3600"}))
    once(engine)
    once(engine)
    assert len(receiver.received) == 1
    waits = [row.due_at - row.made_at for row in logged(engine)]
    assert all(timedelta(minutes=59) < wait < timedelta(minutes=62) for wait in waits)
    with writing(engine) as connection:
        connection.execute(update(announcements).values(due_at=logged(engine)[0].made_at))
    receiver.replies.append(Reply(503, {"Retry-After": "Thu, 01 Jan 2099 00:00:00 GMT"}))
    once(engine)
    assert {round((row.due_at - row.made_at) / timedelta(days=1)) for row in logged(engine)} == {1}


def test_a_receiver_that_wants_no_more_is_left_alone(
    engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    hooked(engine, receiver)
    publish()
    receiver.replies.append(Reply(410))
    assert once(engine).delivered == 0
    (hook,) = Webhooks(engine).list()
    assert (hook.waiting, "410 Gone" in (hook.disabled_because or "")) == (0, True)
    assert [row.done_at is not None and not row.delivered for row in logged(engine)] == [True] * 3
    publish(new=MAY.replace("May-June", "September-October").replace("Lagos", "Dakar"))
    once(engine)
    assert len(receiver.received) == 1


def test_redirects_are_not_followed(engine: Engine, receiver: Receiver, publish: Callable[..., None]) -> None:
    hooked(engine, receiver)
    publish(march=MARCH)
    with receiving() as elsewhere:
        receiver.replies += [Reply(status, {"Location": elsewhere.url}) for status in (302, 307, 308)]
        for _ in range(3):
            once(engine)
        assert elsewhere.received == []
    (row,) = logged(engine)
    assert (row.status, "a redirect to" in (row.problem or "")) == (308, True)


def test_one_event_that_is_refused_does_not_hold_up_the_others(
    engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    hooked(engine, receiver)
    publish()
    receiver.replies.append(Reply(500))
    waits = (timedelta(hours=1),)
    once(engine, waits=waits)
    once(engine, waits=waits)
    assert [name for _, name in receiver.taken] == ["may.md", "july.md"]


def test_a_receiver_that_hangs_holds_up_nobody_else(
    engine: Engine, receiver: Receiver, publish: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SECONDS", 9)
    with ExitStack() as stack:
        hanging = [stack.enter_context(receiving()) for _ in range(8)]
        for one in hanging:
            one.usual = Reply(seconds=12)
            hooked(engine, one)
        hooked(engine, receiver)
        publish()

        async def run() -> float:
            started = time.monotonic()
            async with Rounds(lambda: engine, AT_ONCE).running():
                # Until it is logged: what a receiver took and nobody noted is told once more.
                while sum(row.delivered for row in logged(engine)) < 3 and time.monotonic() - started < 8:
                    await asyncio.sleep(0.05)
                return time.monotonic() - started

        assert asyncio.run(run()) < 8
        assert len(receiver.taken) == 3
        monkeypatch.setattr(sending, "SECONDS", 1)
        told = once(engine)
        assert (told.delivered, len(told.failed)) == (0, 8)
    assert {row.problem for row in logged(engine) if not row.delivered and row.attempts} == {
        "It did not answer in time."
    }


def test_a_receiver_that_is_away_is_told_later(engine: Engine, publish: Callable[..., None]) -> None:
    hook = Webhooks(engine).add("http://127.0.0.1:9/", Receiver().secret, ["open"])
    publish(march=MARCH)
    assert once(engine).failed == {hook.id}
    (row,) = logged(engine)
    assert (row.status, row.done_at, "was not reached" in (row.problem or "")) == (None, None, True)


def test_a_removed_webhook_is_told_nothing_more(
    engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    removed, kept = hooked(engine, receiver), hooked(engine, receiver)
    publish(march=MARCH)
    Webhooks(engine).remove(removed)
    once(engine)
    assert len(receiver.received) == 1
    assert [row.webhook_id for row in logged(engine)] == [kept]


def test_a_webhook_removed_while_it_is_told_is_told_no_further_event(
    engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    hook = hooked(engine, receiver)
    publish()
    receiver.replies.append(Reply(seconds=1))
    with ThreadPoolExecutor(1) as pool:
        telling = pool.submit(once, engine)
        receiver.until(lambda found: len(found.received) == 1)
        Webhooks(engine).remove(hook)
        telling.result(30)
    assert len(receiver.received) == 1


def test_many_who_tell_at_once_tell_each_event_once(
    settings: Settings, engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    for _ in range(5):
        hooked(engine, receiver)
    publish()
    engines = [open_database(settings.database) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        assert sum(told.delivered for told in pool.map(once, engines)) == 15
    for other in engines:
        other.dispose()
    assert sorted(Counter(one.id for one in receiver.received).values()) == [5, 5, 5]


def test_who_stops_in_the_middle_gives_back_what_it_holds(
    engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    hooked(engine, receiver)
    publish(march=MARCH)
    receiver.replies.append(Reply(seconds=2))
    started = time.monotonic()
    assert once(engine, seconds=0.5).delivered == 0
    assert time.monotonic() - started < 1.5
    (row,) = logged(engine)
    assert row.attempts == 0
    assert once(engine).delivered == 1
    assert len({one.id for one in receiver.received}) == 1


def test_what_a_dead_process_held_is_told_after_its_lease(
    engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    hooked(engine, receiver)
    publish(march=MARCH)
    dead = Webhooks(engine).claim()
    assert dead is not None
    assert once(engine).delivered == 0
    with writing(engine) as connection:
        connection.execute(update(webhooks).values(claimed_until=logged(engine)[0].made_at - LEASE))
    assert once(engine).delivered == 1
    assert Webhooks(engine).next(dead) is None


def test_an_attempt_of_which_nothing_can_be_written_is_not_made_again_at_once(
    engine: Engine, receiver: Receiver, publish: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise IndexUnusable("The disk is full.")

    monkeypatch.setattr(rounds, "_LOOK_SECONDS", 0.02)
    monkeypatch.setattr(Webhooks, "settle", full)
    hooked(engine, receiver)
    publish()

    async def run() -> None:
        async with Rounds(lambda: engine, AT_ONCE).running():
            await asyncio.sleep(1)

    asyncio.run(run())
    assert len(receiver.received) == 1


def test_a_service_without_webhooks_loads_nothing_for_them() -> None:
    code = (
        "import sys, pathlib, tempfile\n"
        "from ctassist.application.app import create_app\n"
        "from ctassist.settings import Settings\n"
        "create_app(Settings(index_dir=pathlib.Path(tempfile.gettempdir()) / 'none'))\n"
        "heavy = ('standardwebhooks', 'ctassist.channels.webhooks.sending')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "[]"


def test_services_in_several_processes_tell_what_another_process_takes_in(
    settings: Settings, engine: Engine, receiver: Receiver, publish: Callable[..., None]
) -> None:
    hooked(engine, receiver)
    receiver.replies.append(Reply(500))
    with served(settings.index_dir) as one, served(settings.index_dir) as other:
        publish()
        receiver.until(lambda found: len(found.taken) == 3, 120)
        # By now both have looked again, and have nothing more to load.
        one.ready()
        other.ready()
    assert sorted(Counter(one.id for one in receiver.received).values()) == [1, 1, 2]


def command(settings: Settings, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    whole: list[Any] = [*RUN, "--index", settings.index_dir, *arguments]
    return subprocess.run(whole, capture_output=True, text=True, timeout=300, check=False, env=os.environ)


def test_an_ingest_tells_by_itself_where_no_service_is_up(
    settings: Settings, tmp_path: Path, receiver: Receiver, engine: Engine
) -> None:
    hooked(engine, receiver)
    folder = write(tmp_path / "reviews", march=MARCH)
    done = command(settings, "ingest", folder)
    assert done.returncode == 0, done.stderr
    assert receiver.taken == [("document.indexed", "march.md")]
    assert done.stdout.splitlines()[-1] == "Webhooks: 1 event delivered"
    receiver.usual = Reply(500)
    done = command(settings, "ingest", write(folder, may=MAY))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == ("Webhooks: 0 events delivered, 1 to come (ctassist webhooks log shows why)")


def test_what_a_killed_ingest_has_published_is_told_by_a_service(
    settings: Settings, tmp_path: Path, receiver: Receiver, engine: Engine, publish: Callable[..., None]
) -> None:
    publish(old="# Harbour Alliance in Review January-February 2022\n\n- PSO opened (3 Jan)\n")
    hooked(engine, receiver)
    (tmp_path / "reviews" / "old.md").unlink()
    folder = write(tmp_path / "reviews", march=MARCH, may=MAY)
    killed: list[str | Path] = [
        sys.executable,
        "-m",
        "tests.indexing.stopped",
        settings.index_dir,
        folder,
        "published",
        "0",
    ]
    assert subprocess.run(killed, check=False, timeout=120).returncode == -signal.SIGKILL
    assert receiver.received == []
    with served(settings.index_dir) as server:
        receiver.until(lambda found: len(found.taken) == 3, 120)
        server.ready()
    assert sorted(receiver.taken) == [
        ("document.indexed", "march.md"),
        ("document.indexed", "may.md"),
        ("document.removed", "old.md"),
    ]
    assert len({one.id for one in receiver.received}) == 3
