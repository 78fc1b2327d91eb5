"""Socket Mode: the same over a connection that we open, so that no address of ours is needed."""

from collections.abc import Iterator

import pytest
from tests.channels.slack.cloud import APP_TOKEN, ME, TEAM, Cloud, is_whole, shown
from tests.channels.slack.sent import PATH, environment, mention
from tests.channels.slack.waiting import settle, until
from tests.service.client import Server, served

from ctassist.settings import Settings

CHAIR = "Who chairs the working group on fog signals?"


@pytest.fixture(scope="module")
def server(archive: Settings, running: Cloud) -> Iterator[Server]:
    settings = environment(running, CTASSIST_SLACK_APP_TOKEN=APP_TOKEN)
    del settings["CTASSIST_SLACK_SIGNING_SECRET"]
    with served(archive.index_dir, **settings) as service:
        yield service.ready()


def acknowledged(cloud: Cloud, name: str) -> bool:
    return any(told["envelope_id"] == name for told in cloud.acknowledged)


def test_events_over_the_socket_are_acknowledged_and_answered_once(server: Server, cloud: Cloud) -> None:
    until(lambda: cloud.sockets)
    asked = cloud.say("C1", f"<@{ME}> {CHAIR}")
    event = mention("C1", asked)
    for attempt in range(3):
        cloud.envelope("events_api", event, f"envelope-{attempt}")
        until(lambda at=attempt: acknowledged(cloud, f"envelope-{at}"))  # type: ignore[misc]
    until(lambda: any(map(is_whole, cloud.answers("C1"))))
    settle(lambda: len(cloud.answers("C1")), 0.7)
    [answer] = cloud.answers("C1")
    assert "Chair: BPU" in shown(answer)


def test_commands_over_the_socket_are_answered_to_the_asker_alone(server: Server, cloud: Cloud) -> None:
    told = {
        "command": "/ctassist",
        "team_id": TEAM,
        "channel_id": "C1",
        "user_id": "U0001",
        "trigger_id": cloud.trigger(),
        "response_url": cloud.response_url(),
    }
    cloud.envelope("slash_commands", {**told, "text": CHAIR}, "command-1")
    until(lambda: acknowledged(cloud, "command-1"))
    until(lambda: any("Chair: BPU" in shown(message) for message in cloud.whispers))
    cloud.envelope("slash_commands", {**told, "text": ""}, "command-2")
    until(lambda: acknowledged(cloud, "command-2"))
    [help_told] = [told for told in cloud.acknowledged if told["envelope_id"] == "command-2"]
    assert "/ctassist QUESTION" in help_told["payload"]["text"]


def test_what_is_not_known_is_harmless(server: Server, cloud: Cloud) -> None:
    cloud.envelope("interactive", {"type": "something_new", "team": {"id": TEAM}, "user": {"id": "U1"}}, "odd-1")
    until(lambda: acknowledged(cloud, "odd-1"))


def test_a_connection_that_ends_is_opened_again(server: Server, cloud: Cloud) -> None:
    until(lambda: cloud.sockets)
    number = cloud.sockets
    cloud.break_socket()
    until(lambda: cloud.sockets > number)
    cloud.envelope("events_api", mention("C2", cloud.say("C2", f"<@{ME}> {CHAIR}")), "envelope-after")
    until(lambda: acknowledged(cloud, "envelope-after"))
    until(lambda: any(map(is_whole, cloud.answers("C2"))))


def test_there_is_no_address_without_a_secret_to_trust_by(server: Server) -> None:
    assert server.http.post(PATH, content=b"{}").status_code == 404
