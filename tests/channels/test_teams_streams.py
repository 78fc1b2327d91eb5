"""Streams against the stand-in's rules, and whose documents an answer uses."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from tests.channels.teams_cloud import BOT, TENANT, TeamsCloud, teams_cloud

from ctassist.channels.delivery import TryAgain
from ctassist.channels.teams.callers import asker, person, searcher
from ctassist.channels.teams.configuration import Bot
from ctassist.channels.teams.connector import Address, Connector, Gone
from ctassist.channels.teams.incoming import read
from ctassist.channels.teams.messages import sentence_message
from ctassist.channels.teams.stream import Stream
from ctassist.settings import Settings

GROUP = "dddddddd-0000-4000-8000-000000000001"
CHANNEL = "19:harbour@thread.tacv2"
ANA = "cccccccc-0000-4000-8000-000000000001"


@pytest.fixture
def cloud() -> Iterator[TeamsCloud]:
    with teams_cloud() as running:
        yield running


def configured(cloud: TeamsCloud, **more: Any) -> Bot:
    named = {name.removeprefix("CTASSIST_").lower(): value for name, value in cloud.settings().items()}
    return Bot.configured(Settings.model_validate({**named, **more}))


def with_connector(cloud: TeamsCloud, work: Callable[[Connector, Address], Awaitable[None]]) -> None:
    async def run() -> None:
        connector = Connector(configured(cloud))
        asked = cloud.activity(text="Who?", conversation="a:stream")
        try:
            await work(connector, Address.of(read(asked)))
        finally:
            await connector.close()

    asyncio.run(run())


def test_a_stream_tells_then_shows_then_ends_at_the_pace_that_teams_takes(cloud: TeamsCloud) -> None:
    async def work(connector: Connector, at: Address) -> None:
        stream = Stream(connector, at)
        await stream.tell("Searching…")
        await stream.show("too soon, and left out")
        await asyncio.sleep(1.1)
        await stream.show("- One [1]\n")
        await stream.tell("Not after lines have been shown")
        await asyncio.sleep(1.1)
        await stream.show("- One [1]\n- Two [2]\n")
        assert await stream.finish(sentence_message("All of it")) == stream.id

    with_connector(cloud, work)
    assert cloud.faults == []
    info = [sent.activity["entities"][-1] for sent in cloud.sent]
    assert [(one["streamType"], one.get("streamSequence")) for one in info] == [
        ("informative", 1),
        ("streaming", 2),
        ("streaming", 3),
        ("final", None),
    ]
    assert [message["text"] for message in cloud.messages["a:stream"].values()] == ["All of it"]


def test_a_stream_that_another_process_began_is_ended_once(cloud: TeamsCloud) -> None:
    async def work(connector: Connector, at: Address) -> None:
        begun = Stream(connector, at)
        await begun.tell("Searching…")
        await asyncio.sleep(1.1)
        # The second has died before it could say that the stream has ended.
        for _ in range(2):
            later = Stream(connector, at, begun.id, live=False)
            await later.show("not shown")
            assert await later.finish(sentence_message("All of it")) == begun.id

    with_connector(cloud, work)
    assert len(cloud.messages["a:stream"]) == 1
    assert cloud.faults == []


def test_a_long_wait_gives_the_event_back_and_a_place_that_is_gone_says_so(cloud: TeamsCloud) -> None:
    async def work(connector: Connector, at: Address) -> None:
        cloud.throttled, cloud.retry_after = 1, "60"
        with pytest.raises(TryAgain) as told:
            await connector.post(at, sentence_message("Hello"))
        assert told.value.wait == timedelta(seconds=60)
        with pytest.raises(Gone):
            await connector.delete(at, "1700000000000")
        moved = Address("https://elsewhere.example.org/", at.conversation, at.bot, "", at.user, "")
        with pytest.raises(Gone):
            await connector.post(moved, sentence_message("Hello"))

    with_connector(cloud, work)


def test_a_wrong_secret_is_told_without_the_secret(cloud: TeamsCloud) -> None:
    async def run() -> None:
        connector = Connector(configured(cloud, teams_client_secret="another"))
        at = Address.of(read(cloud.activity(text="Who?")))
        with pytest.raises(Exception, match="CTASSIST_TEAMS_CLIENT_SECRET") as told:
            await connector.post(at, sentence_message("Hello"))
        assert "another" not in str(told.value).replace("another ", "")
        await connector.close()

    asyncio.run(run())


def test_the_most_specific_entry_says_what_may_be_read(cloud: TeamsCloud) -> None:
    access = {
        TENANT: ["open", "staff"],
        f"{TENANT}/{GROUP}": ["open", "members"],
        f"{TENANT}/{CHANNEL}": ["board"],
        f"{TENANT}/{ANA.upper()}": ["open", "hers"],
    }
    bot, bare = configured(cloud, teams_access=access), configured(cloud)
    alone, channel = read(cloud.activity(text="Who?")), read(cloud.in_channel("Who?"))
    other = cloud.in_channel("Who?")
    other["channelData"]["channel"] = {"id": "19:another@thread.tacv2"}
    chat = cloud.activity(text="Who?", conversation="19:chat@thread.v2")
    chat["conversation"]["conversationType"] = "groupChat"
    assert asker(bot, alone).access == {"open", "hers"}
    assert searcher(bot, alone).access == {"open", "staff"}, "others read what is inserted"
    assert asker(bot, channel).access == {"board"}
    assert searcher(bot, channel).access == {"board"}
    assert asker(bot, read(other)).access == {"open", "members"}
    assert asker(bot, read(chat)).access == {"open", "staff"}
    assert asker(bare, channel).access == {"open"}
    assert asker(bot, alone).subject == person(bot, channel).subject
    assert asker(bot, channel).subject == f"teams:{TENANT}/{CHANNEL}"


def test_a_mention_is_not_part_of_the_question_and_other_names_are(cloud: TeamsCloud) -> None:
    asked = cloud.in_channel("What did <at>Ana Reis</at> say &amp; when?")
    asked["entities"].append({"type": "mention", "mentioned": {"id": "29:ana"}, "text": "<at>Ana Reis</at>"})
    activity = read(asked)
    assert activity.text == "What did Ana Reis say & when?"
    assert activity.mentions_bot
    assert activity.bot == f"28:{BOT}"
