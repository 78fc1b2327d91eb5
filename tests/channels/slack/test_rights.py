"""Who may read what: teams, channels and users have the labels that the settings give them, and nothing else."""

import asyncio
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.channels.slack.cloud import BOT_TOKEN, ME, TEAM, Cloud, shown
from tests.channels.slack.sent import button, changed, envelope, mention, pressed, said

from ctassist.channels.links import base_of
from ctassist.channels.slack import actions
from ctassist.channels.slack.callers import Callers
from ctassist.channels.slack.dealing import Dealing
from ctassist.channels.slack.events import Incoming, incoming
from ctassist.channels.slack.patience import web_client
from ctassist.channels.slack.posting import Poster
from ctassist.errors import NotAllowed, UsageError
from ctassist.indexing.inbox import Event
from ctassist.service.engine import Engine
from ctassist.settings import Settings

SECRET = "Who chairs the working group on secret lamps?"
ACCESS = {TEAM: ["open"], f"{TEAM}/C7": ["open", "board"], f"{TEAM}/U7": ["open", "board"], "T0002": ["board"]}


def test_the_most_specific_wins() -> None:
    callers = Callers(ACCESS)
    assert callers.place(TEAM, "C1").access == {"open"}
    assert callers.place(TEAM, "C7").access == {"open", "board"}
    assert callers.person(TEAM, "U1").access == {"open"}
    assert callers.person(TEAM, "U7").access == {"open", "board"}
    assert callers.place("T0002", "C7").access == {"board"}


def test_who_is_not_named_reads_nothing_unless_nobody_is() -> None:
    for refused in (Callers(ACCESS).place, Callers(ACCESS).person):
        with pytest.raises(NotAllowed, match="has not been given anything"):
            refused("T0009", "C7")
    with pytest.raises(NotAllowed):
        Callers({f"{TEAM}/C7": ["open"]}).place(TEAM, "C1")
    with pytest.raises(NotAllowed):
        Callers({TEAM: ["open"], f"{TEAM}/C7": []}).place(TEAM, "C7")
    assert Callers({}).place("T0009", "C1").access == {"open"}


def test_where_another_company_reads_along_only_what_is_open_is_used() -> None:
    callers = Callers({TEAM: ["open", "board"], f"{TEAM}/C7": ["board"]})
    assert callers.place(TEAM, "C1", shared=True).access == {"open"}
    assert callers.place(TEAM, "C7", shared=True).access == {"board"}
    with pytest.raises(NotAllowed):
        Callers({TEAM: ["board"]}).place(TEAM, "C1", shared=True)


def test_somebody_of_another_company_has_no_rights_of_a_person() -> None:
    callers = Callers(ACCESS)
    assert callers.asking(TEAM, "D7", "U7", direct=True, shared=False).access == {"open", "board"}
    assert callers.asking(TEAM, "D7", "U7", direct=True, shared=True).access == {"open"}
    assert callers.asking(TEAM, "C7", "U1", direct=False, shared=False).access == {"open", "board"}


def test_places_and_persons_are_told_apart() -> None:
    callers = Callers({})
    subjects = [
        callers.place(TEAM, "C1").subject,
        callers.place(TEAM, "C2").subject,
        callers.person(TEAM, "U1").subject,
    ]
    assert len({*subjects, callers.person("T0002", "U1").subject}) == 4


@pytest.mark.parametrize("key", ["general", "T1/", "T1/C1/U1", "t1", "", "C1"])
def test_names_that_are_none_are_refused(key: str) -> None:
    with pytest.raises(UsageError, match="CTASSIST_SLACK_ACCESS"):
        Callers({key: ["open"]})


@pytest.fixture
def slack() -> Iterator[Cloud]:
    with Cloud().serving() as cloud:
        yield cloud
        assert cloud.faults == []


@pytest.fixture
def dealing(slack: Cloud, archive: Settings) -> Iterator[Dealing]:
    engine = Engine(archive)
    client = web_client(BOT_TOKEN, slack.api, logging.getLogger("test"))
    yield Dealing(engine, Poster(client), Callers(ACCESS), base_of(archive))
    engine.close()


def handled(dealing: Dealing, found: Incoming | None) -> None:
    assert found
    event = Event(1, found.event_id, found.lane, found.payload, 1, "claim", datetime.now(UTC))
    asyncio.run(dealing.handle(event))


def ask(dealing: Dealing, slack: Cloud, channel: str, user: str = "U0001", team: str = TEAM, **more: Any) -> str:
    """Asks for what the board alone may read, and returns all that is shown."""
    before = len(slack.answers(channel))
    message = slack.say(channel, f"<@{ME}> {SECRET}", user=user)
    sent = said(channel, message, team, **more) if channel[0] == "D" else mention(channel, message, team, **more)
    handled(dealing, incoming(sent))
    return shown(slack.answers(channel)[before])


def test_an_answer_uses_what_the_place_may_read(slack: Cloud, dealing: Dealing) -> None:
    assert "Chair: CSO" in ask(dealing, slack, "C7")
    # What one member may read is not read out to the others.
    assert "CSO" not in ask(dealing, slack, "C1", user="U7")
    assert "Chair: CSO" in ask(dealing, slack, "D7", user="U7")
    assert "CSO" not in ask(dealing, slack, "D1", user="U1")
    assert "CSO" not in ask(dealing, slack, "C8", is_ext_shared_channel=True)
    assert "Chair: CSO" in ask(dealing, slack, "C7", is_ext_shared_channel=True)


def test_a_team_that_is_not_named_is_told_so(slack: Cloud, dealing: Dealing) -> None:
    for channel in ("C9", "D9"):
        told = ask(dealing, slack, channel, team="T0009")
        assert "has not been given anything to read" in told
        assert "CSO" not in told


def test_suggestions_are_of_what_the_person_may_read(slack: Cloud, dealing: Dealing) -> None:
    for user, sees in (("U7", True), ("U1", False)):
        thread = {"user_id": user, "channel_id": "D1", "thread_ts": "1.0", "context": {}}
        handled(dealing, incoming(envelope({"type": "assistant_thread_started", "assistant_thread": thread})))
        prompts = [prompt["message"] for prompt in slack.prompts[-1]["prompts"]]
        assert ("Who chairs the Working Group on Secret Lamps?" in prompts) is sees
    handled(dealing, incoming(envelope({"type": "assistant_thread_started", "assistant_thread": thread}, "T0009")))
    assert len(slack.prompts) == 2


def test_a_choice_where_another_company_reads_along_is_answered_with_what_is_open(
    slack: Cloud, archive: Settings
) -> None:
    client = web_client(BOT_TOKEN, slack.api, logging.getLogger("test"))
    dealing = Dealing(Engine(archive), Poster(client), Callers({TEAM: ["open", "board"]}), base_of(archive))
    handled(dealing, incoming(mention("C1", slack.say("C1", f"<@{ME}>"), is_ext_shared_channel=True)))
    [invited] = slack.answers("C1")
    block, action = button(invited, "Who chairs the Working Group on Fog Signals?")
    handled(dealing, actions.pressed(pressed(slack, "C1", invited, {**action, "value": SECRET}, block)))
    assert "CSO" not in shown(slack.answers("C1")[1])
    # In a channel of the team alone the same button would be answered from all that the team may read.
    handled(dealing, actions.pressed(pressed(slack, "C1", invited, {**action, "value": SECRET + " "}, "ask")))
    assert "Chair: CSO" in shown(slack.answers("C1")[2])


def test_rights_that_are_taken_away_hold_for_edits_and_pages_too(slack: Cloud, archive: Settings) -> None:
    client = web_client(BOT_TOKEN, slack.api, logging.getLogger("test"))
    before = Dealing(Engine(archive), Poster(client), Callers({TEAM: ["open", "board"]}), base_of(archive))
    asked = slack.say("C1", f"<@{ME}> {SECRET}")
    handled(before, incoming(mention("C1", asked)))
    [answer] = slack.answers("C1")
    assert "Chair: CSO" in shown(answer)
    value = next(b for b in answer["blocks"] if b["type"] == "context_actions")["elements"][0]["positive_button"][
        "value"
    ]
    after = Dealing(Engine(archive), Poster(client), Callers({}), base_of(archive))
    turn = {"type": "button", "action_id": "turn:on", "value": value[:-1] + ', "p": 1, "q": "x"}'}
    handled(after, actions.pressed(pressed(slack, "C1", answer, turn)))
    [told] = slack.whispers
    assert "CSO" not in shown(told)
    handled(after, incoming(changed("C1", asked, f"<@{ME}> {SECRET} Please.")))
    assert "CSO" not in shown(answer)
