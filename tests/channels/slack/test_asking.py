"""Questions in channels, threads and talks between two, over HTTP to a service in a process of its own."""

import json
import time
from contextlib import closing
from functools import partial
from typing import Any

from tests.channels.slack.cloud import ME, Cloud, body, is_whole, shown
from tests.channels.slack.sent import (
    PATH,
    button,
    changed,
    deleted,
    envelope,
    mention,
    post,
    press,
    pressed,
    said,
    signed,
)
from tests.channels.slack.waiting import settle, until
from tests.service.client import Server

from ctassist.indexing.archive import Archive
from ctassist.indexing.conversations import Conversations
from ctassist.model.caller import Caller
from ctassist.settings import Settings

CHAIR = "Who chairs the working group on fog signals?"
LIST = "What happened in September 2022?"


def answers(cloud: Cloud, channel: str, thread: str | None = None, number: int = 1) -> list[dict[str, Any]]:
    """Waits until so many answers stand in a place, and are whole."""

    def whole() -> list[dict[str, Any]]:
        found = [m for m in cloud.answers(channel, thread) if is_whole(m)]
        return found if len(found) >= number else []

    return until(whole)


def holds(message: dict[str, Any], text: str) -> bool:
    return text in shown(message)


def is_longer(found: list[Any], number: int) -> bool:
    return len(found) > number


def test_a_mention_is_answered_in_a_thread_with_linked_sources(server: Server, cloud: Cloud) -> None:
    asked = cloud.say("C1", f"<@{ME}> {CHAIR}")
    response = post(server.http, mention("C1", asked))
    assert (response.status_code, response.content) == (200, b"")
    [answer] = answers(cloud, "C1")
    assert answer["thread_ts"] == asked["ts"]
    assert "- Chair: BPU [[1]](https://archive.example.org/documents/" in body(answer)
    sources = next(block for block in answer["blocks"] if block["type"] == "rich_text")
    first = sources["elements"][1]["elements"]
    assert first[0]["type"] == "link"
    assert first[0]["text"] == "[1]"
    assert first[0]["url"].endswith("#mark")
    assert server.http.get(first[0]["url"].removeprefix("https://archive.example.org")).status_code == 200
    assert "Lighthouse Network Review · 2022-07 to 2022-08" in first[1]["text"]
    assert "Working Group on Fog Signals Chair: BPU" in first[2]["text"]


def test_an_answer_is_streamed_where_there_is_a_thread(server: Server, cloud: Cloud) -> None:
    before = cloud.calls["chat.postMessage"]
    post(server.http, mention("C2", cloud.say("C2", f"<@{ME}> {CHAIR}")))
    [answer] = answers(cloud, "C2")
    assert answer["streaming"] is False
    assert cloud.calls["chat.postMessage"] == before


def test_a_talk_between_two_needs_no_mention_and_goes_on(server: Server, cloud: Cloud) -> None:
    post(server.http, said("D1", cloud.say("D1", CHAIR)))
    [first] = answers(cloud, "D1")
    assert "thread_ts" not in first
    assert "Chair: BPU" in shown(first)
    post(server.http, said("D1", cloud.say("D1", "And its vice-chair?")))
    assert "Vice-chair: CSO" in shown(answers(cloud, "D1", number=2)[1])


def test_a_thread_is_a_conversation_for_all_who_mention_us_there(server: Server, cloud: Cloud) -> None:
    root = cloud.say("C3", f"<@{ME}> {CHAIR}")
    post(server.http, mention("C3", root))
    answers(cloud, "C3")
    # What people say to each other in the thread is none of our business.
    post(server.http, said("C3", cloud.say("C3", "And its vice-chair?", user="U2", thread=root["ts"])))
    settle(lambda: len(cloud.answers("C3")), 0.5)
    post(server.http, mention("C3", cloud.say("C3", f"<@{ME}> And its vice-chair?", user="U2", thread=root["ts"])))
    follow_up = answers(cloud, "C3", root["ts"], number=2)[1]
    assert "Vice-chair: CSO" in shown(follow_up)
    other = cloud.say("C3", f"<@{ME}> And its vice-chair?")
    post(server.http, mention("C3", other))
    assert "CSO" not in shown(answers(cloud, "C3", other["ts"])[0])


def test_what_is_sent_again_or_in_two_forms_is_answered_once(server: Server, cloud: Cloud) -> None:
    asked = cloud.say("C4", f"<@{ME}> {CHAIR}")
    event = mention("C4", asked)
    assert post(server.http, event).status_code == 200
    again = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    assert post(server.http, event, **again).status_code == 200
    assert post(server.http, said("C4", asked)).status_code == 200
    assert post(server.http, mention("C4", asked)).status_code == 200
    answers(cloud, "C4")
    settle(lambda: len(cloud.answers("C4")))
    assert len(cloud.answers("C4")) == 1


def test_a_message_that_mentions_us_is_answered_without_the_other_event(server: Server, cloud: Cloud) -> None:
    post(server.http, said("C5", cloud.say("C5", f"<@{ME}|ctassist> {CHAIR}")))
    assert "Chair: BPU" in shown(answers(cloud, "C5")[0])


def test_bots_are_not_answered(server: Server, cloud: Cloud) -> None:
    text = f"<@{ME}> {CHAIR}"
    for extra in ({"bot_id": "B9"}, {"subtype": "bot_message", "bot_id": "B9"}, {"user": ME}, {"user": "USLACKBOT"}):
        post(server.http, mention("C6", {**cloud.say("C6", text), **extra}))
        post(server.http, said("C6", {**cloud.say("C6", text), **extra}))
        post(server.http, said("D6", {**cloud.say("D6", text), **extra}))
    settle(lambda: len(cloud.answers("C6")) + len(cloud.answers("D6")), 1)
    assert cloud.answers("C6") + cloud.answers("D6") == []


def test_an_edited_question_is_answered_anew_in_the_same_message(server: Server, cloud: Cloud) -> None:
    asked = cloud.say("C7", f"<@{ME}> {CHAIR}")
    post(server.http, mention("C7", asked))
    [answer] = answers(cloud, "C7")
    event = changed("C7", asked, f"<@{ME}> Who chairs the working group on harbour lights?")
    for _ in range(3):
        post(server.http, event)
    edited = mention("C7", {**event["event"]["message"]})
    post(server.http, edited)
    until(lambda: "Harbour Lights" in shown(answer))
    assert "Fog Signals" not in shown(answer)
    settle(lambda: answer["updates"])
    assert (len(cloud.answers("C7")), answer["updates"]) == (1, 1)
    # The question that was taken back is no part of the conversation.
    post(server.http, mention("C7", cloud.say("C7", f"<@{ME}> And its vice-chair?", thread=asked["ts"])))
    assert "Vice-chair: CSO" not in shown(answers(cloud, "C7", number=2)[1])


def test_a_preview_that_is_added_changes_nothing(server: Server, cloud: Cloud) -> None:
    asked = cloud.say("D7", CHAIR)
    post(server.http, said("D7", asked))
    [answer] = answers(cloud, "D7")
    post(server.http, changed("D7", asked, CHAIR, attachments=[{"title": "a preview"}]))
    settle(lambda: answer.get("updates"), 0.7)
    assert "updates" not in answer


def test_a_mention_that_is_added_asks_and_one_that_is_removed_takes_back(server: Server, cloud: Cloud) -> None:
    message = cloud.say("C8", CHAIR)
    post(server.http, said("C8", message))
    settle(lambda: len(cloud.answers("C8")), 0.5)
    event = changed("C8", message, f"<@{ME}> {CHAIR}")
    post(server.http, event)
    answers(cloud, "C8")
    post(server.http, changed("C8", event["event"]["message"], "Never mind"))
    until(lambda: not cloud.answers("C8"))


def test_the_answer_to_a_deleted_question_is_deleted(server: Server, cloud: Cloud) -> None:
    asked = cloud.say("C9", f"<@{ME}> {CHAIR}")
    post(server.http, mention("C9", asked))
    answers(cloud, "C9")
    post(server.http, deleted("C9", asked))
    until(lambda: not cloud.answers("C9"))
    post(server.http, deleted("C9", asked))
    thread = cloud.say("C9", f"<@{ME}> {CHAIR}")
    post(server.http, mention("C9", thread))
    answers(cloud, "C9")
    # A question with answers under it leaves a gravestone when it is deleted.
    post(server.http, changed("C9", thread, "This message was deleted.", subtype="tombstone"))
    until(lambda: not cloud.answers("C9"))


def test_a_long_list_is_turned_page_by_page(server: Server, cloud: Cloud) -> None:
    post(server.http, mention("C10", cloud.say("C10", f"<@{ME}> {LIST}")))
    [answer] = answers(cloud, "C10")
    seen = [shown(answer)]
    assert "Page 1 of 4" in seen[0]
    assert "Previous" not in seen[0]
    for page in (2, 3, 4):
        block, action = button(answer, "Next")
        assert press(server.http, pressed(cloud, "C10", answer, action, block)).status_code == 200
        until(partial(holds, answer, f"Page {page} of 4"))
        seen.append(shown(answer))
    assert "Next" not in seen[3]
    for lamp in range(1, 41):
        assert sum(f"inspected lamp {lamp} &amp;" in text for text in seen) == 1, lamp
    block, action = button(answer, "Previous")
    press(server.http, pressed(cloud, "C10", answer, action, block))
    until(lambda: shown(answer) == seen[2])
    assert answer["metadata"]["event_payload"]["state"] == "done"


def test_what_slack_would_take_for_commands_stays_text(server: Server, cloud: Cloud) -> None:
    post(server.http, mention("C11", cloud.say("C11", f"<@{ME}> {LIST}")))
    [answer] = answers(cloud, "C11")
    assert "&lt;!here&gt; @\u2060channel &lt;@U0001&gt;" in body(answer)
    # A quotation is to the letter: rich text knows no commands.
    assert "CSO inspected lamp 1 & <!here> @channel <@U0001> in Riga" in shown(answer)


def test_what_slack_writes_as_links_and_names_is_read_as_typed(server: Server, cloud: Cloud, archive: Settings) -> None:
    text = f"<@{ME}> What did CSO &amp; BPU do in <http://riga.example|Riga> with <@U3|Ana>?"
    post(server.http, mention("C12", cloud.say("C12", text)))
    answers(cloud, "C12")
    with closing(Archive.open(archive)) as opened:
        [kept], _ = Conversations(opened.engine).list(Caller("slack:T0001/C12", frozenset({"open"})))
    assert kept.title == "What did CSO & BPU do in Riga with Ana?"
    # A conversation of Slack is nobody else's.
    assert kept.id not in server.http.get("/v1/conversations").text


def test_a_choice_is_asked_when_it_is_pressed(server: Server, cloud: Cloud) -> None:
    asked = cloud.say("C13", f"<@{ME}>")
    post(server.http, mention("C13", asked))
    [invited] = answers(cloud, "C13")
    label = next(b for b in invited["blocks"] if b["type"] == "actions")["elements"][0]["text"]["text"]
    block, action = button(invited, label)
    for user in ("U0001", "U0002", "U0001"):
        press(server.http, pressed(cloud, "C13", invited, action, block, user))
    answer = answers(cloud, "C13", asked["ts"], number=2)[1]
    assert body(answer).startswith(f"> {label}")
    settle(lambda: len(cloud.answers("C13")), 0.7)
    assert len(cloud.answers("C13")) == 2


def test_what_the_archive_does_not_say_is_shown_as_not_found(server: Server, cloud: Cloud) -> None:
    post(server.http, mention("C14", cloud.say("C14", f"<@{ME}> What is the annual budget of the network?")))
    [answer] = answers(cloud, "C14")
    assert "Not found in the archive" in shown(answer)


def test_a_question_that_is_too_long_is_told_so(server: Server, cloud: Cloud) -> None:
    post(server.http, said("D14", cloud.say("D14", "why " * 700)))
    [answer] = answers(cloud, "D14")
    assert "2,799 characters; the most is 2,000" in shown(answer)


def test_the_assistants_pane_suggests_questions_of_the_archive_and_shows_a_status(server: Server, cloud: Cloud) -> None:
    root = cloud.name()
    cloud.channels["D15"].append({"type": "message", "user": ME, "bot_id": "B0OTHER", "ts": root, "text": "New"})
    thread = {"user_id": "U0001", "channel_id": "D15", "thread_ts": root, "context": {}}
    for kind in ("assistant_thread_started", "assistant_thread_context_changed"):
        number = len(cloud.prompts)
        post(server.http, envelope({"type": kind, "assistant_thread": thread}))
        until(partial(is_longer, cloud.prompts, number))
        prompts = [prompt["message"] for prompt in cloud.prompts[-1]["prompts"]]
        assert "Who chairs the Working Group on Secret Lamps?" not in prompts
        assert server.ask(prompts[0])["status"] == "answered"
    post(server.http, said("D15", cloud.say("D15", CHAIR, thread=root)))
    [answer] = answers(cloud, "D15", root)
    assert "Chair: BPU" in body(answer)
    assert cloud.statuses[-1]["status"] == "is looking through the archive…"
    post(server.http, said("D15", cloud.say("D15", "And its vice-chair?", thread=root)))
    assert "Vice-chair: CSO" in shown(answers(cloud, "D15", root, number=2)[1])


def test_slack_may_ask_for_patience(server: Server, cloud: Cloud) -> None:
    for method in ("chat.startStream", "chat.postMessage"):
        cloud.limit(method, 1)
    post(server.http, mention("C16", cloud.say("C16", f"<@{ME}> {CHAIR}")))
    assert "Chair: BPU" in shown(answers(cloud, "C16")[0])
    time.sleep(1)
    cloud.limit("chat.stopStream", 1)
    post(server.http, mention("C16", cloud.say("C16", f"<@{ME}> {CHAIR}")))
    assert len(answers(cloud, "C16", number=2)) == 2
    # So long that the event goes back to the inbox, and nothing stands in the way of others.
    cloud.limit("chat.stopStream", 4)
    post(server.http, mention("C16", cloud.say("C16", f"<@{ME}> {CHAIR}")))
    until(lambda: len(cloud.answers("C16")) == 3)
    post(server.http, said("D16", cloud.say("D16", CHAIR)))
    assert answers(cloud, "D16")
    assert len(answers(cloud, "C16", number=3)) == 3


def test_where_slack_does_not_stream_the_answer_comes_in_one_piece(server: Server, cloud: Cloud) -> None:
    cloud.refuse("chat.startStream", "channel_type_not_supported")
    post(server.http, mention("C17", cloud.say("C17", f"<@{ME}> {CHAIR}")))
    [answer] = answers(cloud, "C17")
    assert "markdown" not in answer
    assert "Chair: BPU" in shown(answer)
    cloud.stopped_by_user = True
    post(server.http, mention("C17", cloud.say("C17", f"<@{ME}> {CHAIR}")))
    assert answers(cloud, "C17", number=2)[1]["updates"] == 1


def test_a_place_that_is_gone_is_left_alone(server: Server, cloud: Cloud) -> None:
    cloud.refuse("chat.startStream", "is_archived")
    cloud.refuse("chat.postMessage", "is_archived")
    post(server.http, mention("C18", cloud.say("C18", f"<@{ME}> {CHAIR}")))
    until(lambda: not cloud.refusing())
    settle(lambda: dict(cloud.calls), 2.5)
    assert cloud.answers("C18") == []


def test_the_address_shows_that_it_is_there(server: Server) -> None:
    assert server.http.get(PATH, params={"ssl_check": "1"}).status_code == 200
    body = json.dumps({"type": "url_verification", "challenge": "a challenge", "token": "x"}).encode()
    response = server.http.post(PATH, content=body, headers={"Content-Type": "application/json", **signed(body)})
    assert response.json() == {"challenge": "a challenge"}
