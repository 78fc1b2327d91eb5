from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from ctassist.indexing import inbox as module
from ctassist.indexing.database import open_database, reading, writing
from ctassist.indexing.inbox import Event, Inbox
from ctassist.indexing.schema import inbox as table


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path / 'ctassist.db'}")
    yield engine
    engine.dispose()


@pytest.fixture
def inbox(engine: Engine) -> Inbox:
    return Inbox(engine, "slack")


def claimed(inbox: Inbox) -> Event:
    event = inbox.claim()
    assert event is not None
    return event


def run_out(engine: Engine) -> None:
    """The process that holds all claims has been dead for longer than a lease."""
    with writing(engine) as connection:
        connection.execute(update(table).values(claimed_until=datetime.now(UTC) - timedelta(seconds=1)))


def test_an_event_is_kept_once_however_often_it_is_sent(inbox: Inbox, engine: Engine) -> None:
    assert inbox.put("Ev1", "lane", {"text": "first"})
    assert not inbox.put("Ev1", "lane", {"text": "again"})
    assert Inbox(engine, "teams").put("Ev1", "lane", {"text": "of another channel"})
    event = claimed(inbox)
    assert (event.event_id, event.payload, event.attempts) == ("Ev1", {"text": "first"}, 1)
    assert inbox.done(event)
    assert not inbox.put("Ev1", "lane", {"text": "after it was done"})
    assert inbox.claim() is None


def test_the_same_event_sent_by_many_at_once_is_kept_once(inbox: Inbox) -> None:
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda at: inbox.put(f"Ev{at % 20}", f"lane {at % 20}", {}), range(160)))
    assert sum(kept) == 20
    assert inbox.waiting() == 20


def test_each_event_is_claimed_by_one(inbox: Inbox) -> None:
    for at in range(40):
        inbox.put(f"Ev{at}", f"lane {at}", {})
    with ThreadPoolExecutor(8) as pool:
        events = [event for event in pool.map(lambda _: inbox.claim(), range(60)) if event]
    assert sorted(event.event_id for event in events) == sorted(f"Ev{at}" for at in range(40))


def test_events_of_one_lane_wait_for_each_other(inbox: Inbox) -> None:
    for event_id, lane in (("a1", "a"), ("a2", "a"), ("b1", "b")):
        inbox.put(event_id, lane, {})
    first = claimed(inbox)
    assert (first.event_id, claimed(inbox).event_id) == ("a1", "b1")
    assert inbox.claim() is None
    inbox.again(first, timedelta(minutes=5))
    assert inbox.claim() is None, "what comes later in the lane overtakes nobody who was told to wait"
    inbox.done(first)


def test_the_next_of_a_lane_comes_when_the_one_before_is_done(inbox: Inbox) -> None:
    inbox.put("a1", "a", {})
    inbox.put("a2", "a", {})
    assert inbox.done(claimed(inbox))
    assert claimed(inbox).event_id == "a2"


def test_what_a_dead_process_held_is_dealt_with_by_another(inbox: Inbox, engine: Engine) -> None:
    inbox.put("Ev1", "lane", {})
    lost = claimed(inbox)
    assert inbox.claim() is None
    run_out(engine)
    found = claimed(inbox)
    assert (found.event_id, found.attempts) == ("Ev1", 2)
    assert not inbox.renew(lost)
    assert not inbox.done(lost), "whoever lost an event does not decide about it"
    assert inbox.renew(found)
    assert inbox.done(found)


def test_an_event_given_back_is_free_at_once_and_its_attempt_does_not_count(inbox: Inbox) -> None:
    inbox.put("Ev1", "lane", {})
    assert inbox.given_back(claimed(inbox))
    assert claimed(inbox).attempts == 1


def test_an_event_put_back_comes_again_after_its_wait(inbox: Inbox, engine: Engine) -> None:
    inbox.put("Ev1", "lane", {})
    assert inbox.again(claimed(inbox), timedelta(minutes=1))
    assert inbox.claim() is None
    with writing(engine) as connection:
        connection.execute(update(table).values(due_at=datetime.now(UTC)))
    assert claimed(inbox).attempts == 2


def test_what_an_event_said_is_forgotten_when_it_is_done(inbox: Inbox, engine: Engine) -> None:
    inbox.put("Ev1", "lane", {"text": "private"})
    inbox.done(claimed(inbox))
    with reading(engine) as connection:
        assert connection.execute(select(table.c.payload)).scalar_one() == {}


def test_old_ids_are_forgotten(inbox: Inbox, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox.put("Ev1", "lane", {})
    inbox.put("Ev2", "other lane", {})
    inbox.done(claimed(inbox))
    inbox.sweep()
    assert not inbox.put("Ev1", "lane", {})
    monkeypatch.setattr(module, "REMEMBERED", timedelta(seconds=-1))
    inbox.sweep()
    assert inbox.put("Ev1", "lane", {})
    assert inbox.waiting() == 2
