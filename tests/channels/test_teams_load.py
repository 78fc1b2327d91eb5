"""Many at once, and a service that is killed: what was acknowledged is answered, and once."""

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from tests.channels.teams_cloud import TeamsCloud, teams_cloud
from tests.service.archive import make_index
from tests.service.client import Server, served

from ctassist.settings import Settings

pytestmark = pytest.mark.timed

CHAIR = "Who chairs the working group on fog signals?"
PATH = "/channels/teams/messages"
MANY = 200


@pytest.fixture
def cloud() -> Iterator[TeamsCloud]:
    with teams_cloud() as running:
        yield running
        assert running.faults == []


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_index(tmp_path_factory.mktemp("load"))


def asked(cloud: TeamsCloud, count: int) -> list[dict[str, Any]]:
    """Questions in talks between two, in threads of channels, and several in one place."""
    talks = [cloud.activity(text=CHAIR, conversation=f"a:{at % 30}") for at in range(count // 2)]
    threads = [cloud.in_channel(CHAIR, thread=f"17000000{at % 40:05d}") for at in range(count - count // 2)]
    return [activity for pair in zip(talks, threads, strict=True) for activity in pair]


def answered(cloud: TeamsCloud) -> Counter[str]:
    """How many messages answer each question."""
    standing = [message for place in cloud.messages.values() for message in list(place.values())]
    return Counter(message["replyToId"] for message in standing)


def wait(cloud: TeamsCloud, activities: list[dict[str, Any]], seconds: float) -> None:
    end = time.monotonic() + seconds
    wanted = {activity["id"] for activity in activities}
    while not wanted <= set(answered(cloud)):
        assert time.monotonic() < end, f"{len(wanted - set(answered(cloud)))} without an answer; {cloud.faults}"
        time.sleep(0.2)


def both_ready(server: Server) -> None:
    """Waits until each process has answered: which of them takes a new connection is chance.

    The first answer of a process loads its word lists, seconds in which it does little else.
    """
    answered, end = 0, time.monotonic() + 200
    while answered < 20:
        given = httpx.post(f"{server.url}/v1/answers", json={"question": CHAIR}, timeout=60)
        answered = answered + 1 if given.status_code == 200 else 0
        assert time.monotonic() < end


def sender(server: Server, cloud: TeamsCloud) -> Any:
    """Sends an activity, each on a connection of its own; returns the status and the seconds until it."""
    limits = httpx.Limits(max_connections=60, max_keepalive_connections=0)
    http = httpx.Client(base_url=server.url, timeout=60, limits=limits)
    headers = cloud.headers()

    def send(activity: dict[str, Any]) -> tuple[int, float]:
        began = time.monotonic()
        status = http.post(PATH, json=activity, headers=headers).status_code
        return status, time.monotonic() - began

    return send


@pytest.mark.timeout(600)
def test_two_hundred_at_once_each_three_times_are_answered_once_by_two_processes(
    archive: Settings, cloud: TeamsCloud
) -> None:
    with served(archive.index_dir, "--workers", "2", **cloud.settings()) as server:
        both_ready(server)
        activities = asked(cloud, MANY)
        with ThreadPoolExecutor(40) as pool:
            told = list(pool.map(sender(server, cloud), activities * 3))
        assert {status for status, _ in told} == {200}
        assert max(seconds for _, seconds in told) < 5, "whoever sends waits too long"
        wait(cloud, activities, 400)
        # What was sent twice would follow.
        time.sleep(2)
        assert answered(cloud) == Counter({activity["id"]: 1 for activity in activities})
        texts = {message["text"] for place in cloud.messages.values() for message in place.values()}
        assert len(texts) == 1


@pytest.mark.timeout(600)
def test_a_service_that_is_killed_answers_what_it_acknowledged_when_it_is_back(
    archive: Settings, cloud: TeamsCloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    activities = asked(cloud, 30)
    with served(archive.index_dir, **cloud.settings()) as server:
        server.ready()
        send = sender(server, cloud)
        assert {send(activity)[0] for activity in activities} == {200}
        end = time.monotonic() + 60
        while len(answered(cloud)) < 3:
            assert time.monotonic() < end
            time.sleep(0.02)
        server.process.kill()
        server.process.wait()
    before = len(answered(cloud))
    assert before < len(activities), "it was killed too late to show anything"
    with served(archive.index_dir, **cloud.settings()) as server:
        server.ready()
        # What the killed process had in hand is its own for half a minute.
        wait(cloud, activities, 300)
        time.sleep(2)
    found = answered(cloud)
    assert set(found) == {activity["id"] for activity in activities}
    talks = {activity["id"] for activity in activities if activity["conversation"]["conversationType"] == "personal"}
    assert {found[asked] for asked in talks} == {1}, "the stream that was begun is ended once"
    # Elsewhere one that Teams took as the process died may be there twice, but none that it had not in hand.
    assert sum(found.values()) - len(activities) <= 6
