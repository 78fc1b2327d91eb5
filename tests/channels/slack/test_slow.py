"""Answers that take their time, and attempts that broke off: the channel in this process, a stand-in beside it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.channels.slack.cloud import BOT_TOKEN, ME, TEAM, Cloud, body, is_whole, shown
from tests.channels.slack.sent import deleted, mention, said

from ctassist.channels.delivery import TryAgain
from ctassist.channels.links import base_of
from ctassist.channels.slack import answering, showing
from ctassist.channels.slack.callers import Callers
from ctassist.channels.slack.dealing import Dealing
from ctassist.channels.slack.events import Incoming, incoming
from ctassist.channels.slack.patience import web_client
from ctassist.channels.slack.posting import Poster
from ctassist.channels.slack.records import Records
from ctassist.errors import CtassistError, IndexUnusable, NotFound
from ctassist.indexing.conversations import Conversations
from ctassist.indexing.inbox import Event
from ctassist.model.answer import Answer, AnswerRequest, Claim, Stage
from ctassist.model.caller import Caller
from ctassist.service.asking import asking
from ctassist.service.engine import Engine, Overloaded
from ctassist.settings import Settings

CHAIR = "Who chairs the working group on fog signals?"
Script = Callable[[AsyncIterator[Any]], AsyncIterator[Any]]


@pytest.fixture
def slack() -> Iterator[Cloud]:
    with Cloud().serving() as cloud:
        yield cloud
        assert cloud.faults == []


@pytest.fixture
def engine(archive: Settings) -> Iterator[Engine]:
    engine = Engine(archive)
    yield engine
    engine.close()


@pytest.fixture
def dealing(slack: Cloud, engine: Engine) -> Dealing:
    client = web_client(BOT_TOKEN, slack.api, logging.getLogger("test"))
    settings = Settings.model_validate({"public_url": "https://archive.example.org"})
    return Dealing(engine, Poster(client), Callers({}), base_of(settings))


def event(body: dict[str, Any], attempts: int = 1) -> Event:
    found = incoming(body)
    assert isinstance(found, Incoming)
    return Event(1, found.event_id, found.lane, found.payload, attempts, "claim", datetime.now(UTC))


def slowly(monkeypatch: pytest.MonkeyPatch, script: Script) -> None:
    """Lets answers be made as ``script`` says, of what the Assistant says."""

    @asynccontextmanager
    async def scripted(engine: Engine, wanted: AnswerRequest, caller: Caller) -> AsyncIterator[AsyncIterator[Any]]:
        async with asking(engine, wanted, caller) as events:
            yield script(events)

    monkeypatch.setattr(answering, "asking", scripted)
    monkeypatch.setattr(showing, "PATIENCE", 0.05)


async def in_pieces(events: AsyncIterator[Any]) -> AsyncIterator[Any]:
    """Claims that come one by one, with time between them."""
    yield Stage("understanding")
    await asyncio.sleep(0.3)
    async for one in events:
        if isinstance(one, Answer):
            for number in range(1, 40):
                yield Claim(f"A claim <!here> number {number}, which is of some length", (1,))
                await asyncio.sleep(0.005)
            yield one


def test_a_slow_answer_is_streamed_claim_by_claim_and_whole_in_the_end(
    slack: Cloud, dealing: Dealing, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly(monkeypatch, in_pieces)
    seen: list[str] = []
    stop = slack._chat_stopStream

    def watched(given: dict[str, Any]) -> dict[str, Any]:
        seen.append(slack.answers("C1")[0]["markdown"])
        return stop(given)

    slack._chat_stopStream = watched  # type: ignore[method-assign]
    asyncio.run(dealing.handle(event(mention("C1", slack.say("C1", f"<@{ME}> {CHAIR}")))))
    [answer] = slack.answers("C1")
    assert seen[0].startswith(f"_{showing.LOOKING}_\n\n- A claim &lt;!here&gt; number 1,")
    assert answer["appends"] >= 5
    assert is_whole(answer)
    assert "A claim" not in shown(answer)
    assert "- Chair: BPU [[1]](https://" in body(answer)


def test_a_slow_answer_in_a_talk_shows_a_first_sign_of_life(
    slack: Cloud, dealing: Dealing, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    async def late(events: AsyncIterator[Any]) -> AsyncIterator[Any]:
        await asyncio.sleep(0.5)
        seen.extend(shown(message) for message in slack.answers("D70"))
        async for one in events:
            yield one

    slowly(monkeypatch, late)
    asyncio.run(dealing.handle(event(said("D70", slack.say("D70", CHAIR)))))
    assert len(seen) == 1
    assert showing.LOOKING in seen[0]
    [answer] = slack.answers("D70")
    assert (is_whole(answer), showing.LOOKING in shown(answer)) == (True, False)
    assert slack.calls["chat.postMessage"] == 1


def test_where_a_conversation_belongs_to_others_a_new_one_begins_in_one_message(
    slack: Cloud, dealing: Dealing, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly(monkeypatch, in_pieces)
    asked = slack.say("C71", f"<@{ME}> {CHAIR}")
    place = f"{TEAM}/C71/{asked['ts']}"
    others = Conversations(engine.archive.engine).append(None, Caller("others", frozenset()), "Q", "Q", "{}")
    asyncio.run(Records(engine).hold(place, others))
    asyncio.run(dealing.handle(event(mention("C71", asked))))
    [answer] = slack.answers("C71")
    assert "Chair: BPU" in shown(answer)
    assert asyncio.run(Records(engine).conversation(place)) not in {None, others}


def test_when_slack_wants_no_more_of_a_stream_the_rest_comes_in_the_end(
    slack: Cloud, dealing: Dealing, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly(monkeypatch, in_pieces)
    slack.limit("chat.appendStream", 5)
    asyncio.run(dealing.handle(event(mention("C1", slack.say("C1", f"<@{ME}> {CHAIR}")))))
    assert slack.calls["chat.appendStream"] == 1
    assert is_whole(slack.answers("C1")[0])


def test_an_answer_is_not_made_again_when_slack_asks_to_wait_with_it(
    slack: Cloud, dealing: Dealing, engine: Engine
) -> None:
    asked = slack.say("D1", CHAIR)
    slack.limit("chat.postMessage", 7)
    with pytest.raises(TryAgain) as told:
        asyncio.run(dealing.handle(event(said("D1", asked))))
    assert told.value.wait.total_seconds() == 7
    slack._closed_until.clear()
    first = kept(engine, f"D1:{asked['ts']}")
    asyncio.run(dealing.handle(event(said("D1", asked), 2)))
    assert kept(engine, f"D1:{asked['ts']}")[1:] == first[1:]
    assert len(slack.answers("D1")) == 1


def kept(engine: Engine, key: str) -> tuple[tuple[str, ...], str | None, str | None]:
    post = asyncio.run(Records(engine).answering(key))
    assert post
    return post.replies, post.conversation_id, post.answer_id


@pytest.mark.parametrize("channel", ["C1", "D1"])
def test_an_answer_that_slack_has_and_we_do_not_know_of_is_found_however_much_was_said_since(
    slack: Cloud, dealing: Dealing, engine: Engine, channel: str
) -> None:
    asked = slack.say(channel, f"<@{ME}> {CHAIR}")
    asyncio.run(dealing.handle(event(said(channel, asked))))
    [answer] = slack.answers(channel)
    for number in range(12):
        slack.say(channel, f"something else {number}", thread=asked["ts"] if channel == "C1" else None)
    slack.channels[channel].append(slack.channels[channel].pop(slack.channels[channel].index(answer)))
    slack.largest_page = 3
    records = Records(engine)

    async def again() -> None:
        post = await records.answering(f"{channel}:{asked['ts']}")
        assert post
        await records.keep(f"{channel}:{asked['ts']}", type(post)(post.place, (), post.conversation_id, post.answer_id))
        await dealing.handle(event(said(channel, asked), 2))

    asyncio.run(again())
    assert len(slack.answers(channel)) == 1
    assert kept(engine, f"{channel}:{asked['ts']}")[0] == (answer["ts"],)


def test_a_stream_that_was_left_open_is_taken_over(slack: Cloud, dealing: Dealing, engine: Engine) -> None:
    asked = slack.say("C1", f"<@{ME}> {CHAIR}")
    slack._put("C1", {"thread_ts": asked["ts"], "streaming": True, "markdown": "half an ans"})
    found = event(mention("C1", asked), 2)

    async def again() -> None:
        from ctassist.indexing.posts import Post

        await Records(engine).keep(f"C1:{asked['ts']}", Post(f"{TEAM}/C1/{asked['ts']}", ()))
        await dealing.handle(found)

    asyncio.run(again())
    [answer] = slack.answers("C1")
    assert (is_whole(answer), "half an" in shown(answer)) == (True, False)
    assert "Chair: BPU" in shown(answer)


def test_who_waits_is_told_when_an_answer_is_given_up(slack: Cloud, dealing: Dealing) -> None:
    for channel in ("C1", "D1"):
        asked = slack.say(channel, f"<@{ME}> {CHAIR}")
        asyncio.run(dealing.give_up(event(said(channel, asked), 5)))
        [answer] = slack.answers(channel)
        assert "I could not answer this" in shown(answer)
    # Nothing is added to what was answered.
    asked = slack.say("C2", f"<@{ME}> {CHAIR}")
    asyncio.run(dealing.handle(event(mention("C2", asked))))
    asyncio.run(dealing.give_up(event(mention("C2", asked), 5)))
    assert len(slack.answers("C2")) == 1


def test_a_question_that_is_deleted_leaves_no_trace(slack: Cloud, dealing: Dealing, engine: Engine) -> None:
    asked = slack.say("C1", f"<@{ME}> {CHAIR}")
    asyncio.run(dealing.handle(event(mention("C1", asked))))
    _, conversation, answer_id = kept(engine, f"C1:{asked['ts']}")
    assert conversation
    assert answer_id
    asyncio.run(dealing.handle(event(deleted("C1", asked))))
    assert slack.answers("C1") == []
    records = Records(engine)
    assert asyncio.run(records.answering(f"C1:{asked['ts']}")) is None
    with pytest.raises(NotFound):
        asyncio.run(records.answer(Caller(f"slack:{TEAM}/C1", frozenset({"open"})), conversation, answer_id))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (IndexUnusable("The index at /secret/place is broken: ingest again."), "cannot be read at the moment"),
        (Overloaded("Too many questions are waiting."), "Too many questions are being answered"),
    ],
)
def test_what_is_wrong_with_the_service_is_told_in_one_sentence(
    slack: Cloud, dealing: Dealing, monkeypatch: pytest.MonkeyPatch, error: CtassistError, words: str
) -> None:
    async def failing(_events: AsyncIterator[Any]) -> AsyncIterator[Any]:
        raise error
        yield

    slowly(monkeypatch, failing)
    asked = slack.say("D1", CHAIR)
    for attempts in (1, 2):
        with pytest.raises(TryAgain):
            asyncio.run(dealing.handle(event(said("D1", asked), attempts)))
    asyncio.run(dealing.handle(event(said("D1", asked), 3)))
    [answer] = slack.answers("D1")
    assert words in shown(answer)
    assert "/secret/place" not in shown(answer)
