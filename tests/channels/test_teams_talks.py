"""The bot in a real service, before a stand-in for Microsoft's cloud that checks all it is sent."""

import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from tests.channels.teams_checks import CARD, check_card, run_texts
from tests.channels.teams_cloud import BOT, TENANT, TeamsCloud, teams_cloud
from tests.parsed import parse_here
from tests.service.archive import make_index, write_issue
from tests.service.client import Server, served

from ctassist.channels.teams.cards import TURN_PAGE
from ctassist.indexing.archive import Archive
from ctassist.indexing.feedback import Feedback, Rating
from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

pytestmark = pytest.mark.timed

CHAIR = "Who chairs the working group on fog signals?"
MANY = 45
PATH = "/channels/teams/messages"


@pytest.fixture(scope="module")
def cloud() -> Iterator[TeamsCloud]:
    with teams_cloud() as running:
        yield running


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("talks")
    settings = make_index(folder)
    lines = "\n".join(
        f"- CSO inspected the lamp of lighthouse number {at} ({1 + at % 30} Oct)" for at in range(1, MANY + 1)
    )
    text = f"# Lighthouse Network Review\nSeptember-October 2023\n\n## Key events\n{lines}\n"
    ingest([write_issue(folder / "files", "october.md", text)], settings, parse=parse_here())
    return settings


@pytest.fixture(scope="module")
def server(cloud: TeamsCloud, archive: Settings) -> Iterator[Server]:
    with served(archive.index_dir, CTASSIST_PUBLIC_URL="https://reviews.example.org", **cloud.settings()) as running:
        yield running.ready()


@pytest.fixture(autouse=True)
def no_faults(cloud: TeamsCloud) -> Iterator[None]:
    """Nothing that is sent may break one of Teams' rules."""
    cloud.faults.clear()
    yield
    assert cloud.faults == []


def send(server: Server, cloud: TeamsCloud, activity: dict[str, Any]) -> httpx.Response:
    return server.http.post(PATH, json=activity, headers=cloud.headers())


def asked(server: Server, cloud: TeamsCloud, activity: dict[str, Any]) -> dict[str, Any]:
    """Sends a message and returns what answers it."""
    assert send(server, cloud, activity).status_code == 200
    return cloud.wait_for(activity["id"])


def citations(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [claim for entity in message["entities"] for claim in entity.get("citation", [])]


def test_a_question_to_the_bot_alone_is_answered_in_a_stream_with_its_sources(
    server: Server, cloud: TeamsCloud
) -> None:
    message = asked(server, cloud, cloud.activity(text=CHAIR, conversation="a:stream"))
    kinds = [one.activity["channelData"]["streamType"] for one in cloud.sent if one.conversation == "a:stream"]
    assert (kinds[0], set(kinds[1:-1]) - {"streaming"}, kinds[-1]) == ("informative", set(), "final")
    assert message["text"] == "**Working Group on Fog Signals** (as of July to August 2022):\n\n" + (
        "- Chair: BPU [1]\n- Vice-chair: CSO [2]"
    )
    first = citations(message)[0]["appearance"]
    assert (first["name"], first["url"][:38]) == (
        "Lighthouse Network Review",
        "https://reviews.example.org/documents/",
    )
    assert server.http.get(first["url"].removeprefix("https://reviews.example.org")).status_code == 200
    assert message["channelData"]["feedbackLoop"] == {"type": "default"}
    listed = list(run_texts(message["attachments"]))
    assert listed[1].startswith("[1] Lighthouse Network Review · 2022-07 to 2022-08 · Working groups")


def test_a_follow_up_is_understood_in_the_talk_and_in_the_thread_and_nowhere_else(
    server: Server, cloud: TeamsCloud
) -> None:
    asked(server, cloud, cloud.activity(text=CHAIR, conversation="a:follow"))
    assert "CSO" in asked(server, cloud, cloud.activity(text="And its vice-chair?", conversation="a:follow"))["text"]
    asked(server, cloud, cloud.in_channel(CHAIR, thread="1700000000100"))
    in_thread = asked(server, cloud, cloud.in_channel("And its vice-chair?", thread="1700000000100"))
    assert "CSO" in in_thread["text"]
    assert in_thread["conversation"]["id"].endswith(";messageid=1700000000100")
    elsewhere = asked(server, cloud, cloud.in_channel("And its vice-chair?", thread="1700000000200"))
    assert elsewhere["text"] != in_thread["text"]


def test_in_a_channel_the_bot_types_then_answers_who_mentions_it(server: Server, cloud: TeamsCloud) -> None:
    unmentioned = cloud.in_channel(CHAIR, thread="1700000000300", mention=False)
    assert send(server, cloud, unmentioned).status_code == 200
    asked(server, cloud, cloud.in_channel(CHAIR, thread="1700000000300"))
    assert not cloud.replies(unmentioned["id"])


def test_bots_are_not_answered(server: Server, cloud: TeamsCloud) -> None:
    for sender in ({"id": "28:another", "name": "Another"}, {"id": "29:odd", "role": "bot"}):
        talking = {**cloud.activity(text=CHAIR, conversation="a:bots"), "from": sender}
        assert send(server, cloud, talking).status_code == 200
        assert send(server, cloud, {**talking, "type": "invoke", "name": "message/submitAction"}).status_code == 501
    asked(server, cloud, cloud.activity(text=CHAIR, conversation="a:bots"))
    assert len(cloud.messages["a:bots"]) == 1


def test_an_edited_question_changes_its_answer_and_a_deleted_one_takes_it_away(
    server: Server, cloud: TeamsCloud
) -> None:
    question = cloud.activity(text=CHAIR, conversation="a:edited")
    first = asked(server, cloud, question)
    edited = {
        **question,
        "type": "messageUpdate",
        "text": "How many focal points are there?",
        "timestamp": "2026-01-05T10:01:00.000Z",
        "channelData": {"tenant": {"id": TENANT}, "eventType": "editMessage"},
    }
    assert send(server, cloud, edited).status_code == 200
    until(lambda: "44" in cloud.replies(question["id"])[0]["text"])
    assert [message["id"] for message in cloud.replies(question["id"])] == [first["id"]]
    deleted = {
        **question,
        "type": "messageDelete",
        "text": "",
        "timestamp": "2026-01-05T10:02:00.000Z",
        "channelData": {"tenant": {"id": TENANT}, "eventType": "softDeleteMessage"},
    }
    assert send(server, cloud, deleted).status_code == 200
    until(lambda: not cloud.replies(question["id"]))


def until(condition: Any, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_what_the_archive_does_not_say_and_what_is_no_question_is_told_in_a_sentence(
    server: Server, cloud: TeamsCloud
) -> None:
    missing = asked(server, cloud, cloud.activity(text="What is the budget?", conversation="a:missing"))
    assert missing["text"].startswith("The archive does not say")
    long = asked(server, cloud, cloud.activity(text="why " * 600, conversation="a:long"))
    assert len(long["text"].splitlines()) == 1
    assert "attachments" not in long


def test_whoever_adds_the_bot_is_welcomed_once(server: Server, cloud: TeamsCloud) -> None:
    place = {"conversation": "a:new"}
    added = cloud.activity("conversationUpdate", membersAdded=[{"id": f"28:{BOT}"}], **place)
    installed = cloud.activity("installationUpdate", action="add", **place)
    for activity in (added, installed, added):
        assert send(server, cloud, activity).status_code == 200
    until(lambda: "a:new" in cloud.messages)
    asked(server, cloud, cloud.activity(text="Help", conversation="a:new"))
    greetings = [message for message in cloud.messages["a:new"].values() if "Ask me" in message["text"]]
    assert len(greetings) == 2, "the welcome, and the help that was asked for"
    questions = [action["value"] for action in greetings[0]["suggestedActions"]["actions"]]
    answer = asked(server, cloud, cloud.activity(text=questions[0], conversation="a:new"))
    assert citations(answer)


def test_a_new_conversation_knows_nothing_of_what_was_asked_before(server: Server, cloud: TeamsCloud) -> None:
    asked(server, cloud, cloud.activity(text=CHAIR, conversation="a:anew"))
    asked(server, cloud, cloud.activity(text="New conversation", conversation="a:anew"))
    follow_up = asked(server, cloud, cloud.activity(text="And its vice-chair?", conversation="a:anew"))
    assert "**Working Group on Fog Signals** (as of" not in follow_up["text"]


def invoke(server: Server, cloud: TeamsCloud, name: str, value: Any, **more: Any) -> httpx.Response:
    return send(server, cloud, cloud.activity("invoke", name=name, value=value, **more))


def test_a_thumb_and_its_words_are_kept_for_whoever_gave_it(
    server: Server, cloud: TeamsCloud, archive: Settings
) -> None:
    message = asked(server, cloud, cloud.activity(text=CHAIR, conversation="a:judged"))
    for reaction, words in (("like", ""), ("dislike", "The vice-chair has changed.")):
        told = {"reaction": reaction, "feedback": f'{{"feedbackText":"{words}"}}'}
        value = {"actionName": "feedback", "actionValue": told}
        given = invoke(server, cloud, "message/submitAction", value, conversation="a:judged", replyToId=message["id"])
        assert (given.status_code, given.json()) == (200, {})
    opened = Archive.open(archive)
    kept = [row for row in Feedback(opened.engine).list() if row.subject.startswith(f"teams:{TENANT}/cccccccc")]
    opened.close()
    assert [(row.rating, row.comment) for row in kept] == [(Rating.DOWN, "The vice-chair has changed.")]
    assert kept[0].conversation_id


def test_a_line_is_found_and_inserted_with_its_source(server: Server, cloud: TeamsCloud) -> None:
    def search(words: str, skip: int = 0, **more: Any) -> dict[str, Any]:
        value = {
            "commandId": "search",
            "parameters": [{"name": "query", "value": words}],
            "queryOptions": {"skip": skip, "count": 2},
        }
        response = invoke(server, cloud, "composeExtension/query", value, **more)
        assert response.status_code == 200
        found: dict[str, Any] = response.json()["composeExtension"]
        return found

    first, second = search("What happened in 2022?"), search("What happened in 2022?", skip=2)
    assert (len(first["attachments"]), len(second["attachments"])) == (2, 2)
    assert first["attachments"] != second["attachments"]
    for attachment in first["attachments"]:
        check_card(attachment["content"])
        assert attachment["preview"]["content"]["title"]
    assert "12 May 2022" in first["attachments"][0]["preview"]["content"]["title"]
    assert "[1]" in str(second["attachments"][1]["content"])
    assert search("What is the budget?")["type"] == "message"
    assert search("")["type"] == "message"
    assert search("What happened in 2022?", skip=40)["type"] == "message"


def test_unknown_invokes_are_not_implemented(server: Server, cloud: TeamsCloud) -> None:
    assert invoke(server, cloud, "task/fetch", {}).status_code == 501


def test_pages_are_turned_where_the_answer_was_given_and_nowhere_else(server: Server, cloud: TeamsCloud) -> None:
    message = asked(server, cloud, cloud.activity(text="What happened in October 2023?", conversation="a:pages"))
    told, card = message["text"], message["attachments"][0]["content"]
    turned = 0
    while more := [action for action in card["actions"] if action["title"] == "More"]:
        value = {"action": {"type": "Action.Execute", "verb": TURN_PAGE, "data": more[0]["data"]}, "trigger": "manual"}
        elsewhere = {"id": "29:bo", "aadObjectId": "cccccccc-0000-4000-8000-000000000002"}
        strange = {**cloud.activity("invoke", name="adaptiveCard/action", value=value), "from": elsewhere}
        refused = send(server, cloud, strange).json()
        assert (refused["statusCode"], refused["type"]) == (404, "application/vnd.microsoft.error")
        shown = invoke(server, cloud, "adaptiveCard/action", value, conversation="a:pages").json()
        assert (shown["statusCode"], shown["type"]) == (200, CARD)
        card = shown["value"]
        check_card(card)
        told += "\n".join(run_texts([{"content": card}]))
        turned += 1
    assert turned >= 1
    for at in range(1, MANY + 1):
        assert f"lighthouse number {at} (" in told


def test_a_button_that_is_not_ours_is_told_so(server: Server, cloud: TeamsCloud) -> None:
    for value in ({}, {"action": {"data": 3}}, {"action": {"data": {"ctassist": TURN_PAGE, "page": "x"}}}):
        told = invoke(server, cloud, "adaptiveCard/action", value).json()
        assert (told["statusCode"], told["type"]) == (400, "application/vnd.microsoft.error")


def test_a_button_with_a_question_asks_it_in_a_channel_without_a_mention(server: Server, cloud: TeamsCloud) -> None:
    pressed = cloud.in_channel(CHAIR, thread="1700000000500", mention=False, value={"ctassist": "ask"})
    assert citations(asked(server, cloud, pressed))


def test_waiting_as_long_as_teams_says_is_not_answering_twice(server: Server, cloud: TeamsCloud) -> None:
    cloud.throttled = 2
    activity = cloud.activity(text=CHAIR, conversation="a:busy")
    asked(server, cloud, activity)
    # The typing indicator is left out, the message waits.
    cloud.throttled, cloud.retry_after = 2, "9"
    later = cloud.in_channel(CHAIR, thread="1700000000400")
    began = time.monotonic()
    asked(server, cloud, later)
    cloud.retry_after = "1"
    assert 9 <= time.monotonic() - began < 30
    assert [len(cloud.replies(one["id"])) for one in (activity, later)] == [1, 1]


def test_where_streams_are_not_allowed_the_answer_is_a_message(server: Server, cloud: TeamsCloud) -> None:
    cloud.streams_allowed = False
    try:
        message = asked(server, cloud, cloud.activity(text=CHAIR, conversation="a:still"))
    finally:
        cloud.streams_allowed = True
    assert citations(message)
    assert "streamId" not in message["channelData"]


def test_a_token_that_is_no_longer_taken_is_fetched_again(server: Server, cloud: TeamsCloud) -> None:
    asked(server, cloud, cloud.activity(text=CHAIR, conversation="a:token"))
    cloud.tokens.clear()
    asked(server, cloud, cloud.activity(text=CHAIR, conversation="a:token"))
