import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import update
from tests.service.archive import make_index

from ctassist.channels import delivery
from ctassist.channels.delivery import Delivery, TryAgain
from ctassist.errors import IndexMissing
from ctassist.indexing.database import writing
from ctassist.indexing.inbox import Event, Inbox
from ctassist.indexing.schema import inbox as table
from ctassist.service.engine import Engine
from ctassist.settings import Settings


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return Engine(make_index(tmp_path))


async def nobody_waits(event: Event) -> None:
    raise AssertionError(f"{event.event_id} was given up")


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


def no_more_waits(engine: Engine) -> None:
    with writing(engine.archive.engine) as connection:
        connection.execute(update(table).values(due_at=datetime.now(UTC) - timedelta(seconds=1)))


def test_events_sent_three_times_to_two_processes_are_dealt_with_once(engine: Engine) -> None:
    dealt: Counter[str] = Counter()

    async def handle(event: Event) -> None:
        await asyncio.sleep(0.01)
        dealt[event.event_id] += 1

    async def run() -> None:
        one = Delivery(engine, "slack", handle, nobody_waits)
        other = Delivery(engine, "slack", handle, nobody_waits)
        async with one.running(), other.running():
            sent = [(one, other, one)[again].put(f"Ev{at}", f"{at}", {}) for again in range(3) for at in range(60)]
            assert sum(await asyncio.gather(*sent)) == 60
            await until(lambda: len(dealt) == 60)

    asyncio.run(run())
    assert set(dealt.values()) == {1}
    assert Inbox(engine.archive.engine, "slack").waiting() == 0


def test_events_of_one_lane_keep_their_order(engine: Engine) -> None:
    dealt: list[str] = []

    async def handle(event: Event) -> None:
        await asyncio.sleep(0.03 if event.event_id == "Ev0" else 0)
        dealt.append(event.event_id)

    async def run() -> None:
        events = Delivery(engine, "slack", handle, nobody_waits)
        async with events.running():
            for at in range(5):
                await events.put(f"Ev{at}", "lane", {})
            await until(lambda: len(dealt) == 5)

    asyncio.run(run())
    assert dealt == [f"Ev{at}" for at in range(5)]


def test_what_a_process_had_in_hand_when_it_stopped_is_dealt_with_by_the_next(engine: Engine) -> None:
    dealt: list[tuple[str, int]] = []

    async def never(event: Event) -> None:
        dealt.append(("begun", event.attempts))
        await asyncio.Event().wait()

    async def handle(event: Event) -> None:
        dealt.append(("done", event.attempts))

    async def run() -> None:
        stopped = Delivery(engine, "slack", never, nobody_waits)
        async with stopped.running():
            await stopped.put("Ev1", "lane", {})
            await until(lambda: dealt == [("begun", 1)])
        async with Delivery(engine, "slack", handle, nobody_waits).running():
            await until(lambda: len(dealt) == 2)

    asyncio.run(run())
    assert dealt == [("begun", 1), ("done", 1)]


def test_an_event_that_fails_comes_again_and_is_given_up_in_the_end(engine: Engine) -> None:
    tried: list[int] = []
    given_up: list[str] = []

    async def fail(event: Event) -> None:
        tried.append(event.attempts)
        raise RuntimeError("the platform is away")

    async def give_up(event: Event) -> None:
        given_up.append(event.event_id)

    async def run() -> None:
        events = Delivery(engine, "slack", fail, give_up)
        async with events.running():
            await events.put("Ev1", "lane", {})
            for attempt in range(1, delivery.ATTEMPTS + 1):
                await until(partial(is_so_far, tried, attempt))
                await until(lambda: given_up != [] or is_put_back(engine))
                no_more_waits(engine)
            await until(lambda: given_up == ["Ev1"])

    asyncio.run(run())
    assert tried == list(range(1, delivery.ATTEMPTS + 1))
    assert Inbox(engine.archive.engine, "slack").waiting() == 0


def is_so_far(tried: list[int], attempt: int) -> bool:
    return len(tried) >= attempt


def is_put_back(engine: Engine) -> bool:
    with writing(engine.archive.engine) as connection:
        return connection.execute(table.select().where(table.c.claim.is_(None))).first() is not None


def test_a_handler_that_is_told_to_wait_is_called_again_after_the_wait(engine: Engine) -> None:
    tried: list[float] = []

    async def handle(event: Event) -> None:
        tried.append(asyncio.get_running_loop().time())
        if event.attempts == 1:
            raise TryAgain(timedelta(seconds=0.5))

    async def run() -> None:
        events = Delivery(engine, "slack", handle, nobody_waits)
        async with events.running():
            await events.put("Ev1", "lane", {})
            await until(lambda: len(tried) == 2)

    asyncio.run(run())
    assert tried[1] - tried[0] >= 0.5


def test_a_process_that_lost_an_event_leaves_it_alone(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "LEASE", timedelta(seconds=0.3))
    ended: list[str] = []

    async def slow(event: Event) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(event.event_id)

    async def run() -> None:
        events = Delivery(engine, "slack", slow, nobody_waits)
        async with events.running():
            await events.put("Ev1", "lane", {})
            await until(lambda: not is_put_back(engine))
            with writing(engine.archive.engine) as connection:
                far = datetime.now(UTC) + timedelta(hours=1)
                connection.execute(update(table).values(claim="another", claimed_until=far))
            await until(lambda: ended == ["Ev1"])
            with writing(engine.archive.engine) as connection:
                assert connection.execute(table.select()).one().claim == "another"

    asyncio.run(run())


def test_nothing_is_acknowledged_while_there_is_no_index(tmp_path: Path) -> None:
    handled: Callable[[Event], Awaitable[None]] = nobody_waits
    events = Delivery(Engine(Settings(index_dir=tmp_path / "nothing")), "slack", handled, nobody_waits)
    with pytest.raises(IndexMissing):
        asyncio.run(events.put("Ev1", "lane", {}))
