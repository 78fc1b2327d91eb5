"""What one person alone sees: commands, the shortcut, and what is pressed below; and what people think of answers."""

from typing import Any

from tests.channels.slack.cloud import ME, TEAM, Cloud, body, shown
from tests.channels.slack.sent import button, command, mention, post, press, pressed, thumb
from tests.channels.slack.waiting import settle, until
from tests.service.client import Server

from ctassist.indexing.archive import Archive
from ctassist.indexing.feedback import Feedback
from ctassist.settings import Settings

CHAIR = "Who chairs the working group on fog signals?"
LIST = "What happened in September 2022?"


def whisper(cloud: Cloud, number: int) -> dict[str, Any]:
    """Waits for a message to one person."""
    return until(lambda: cloud.whispers[number] if len(cloud.whispers) > number else None) or {}


def check(cloud: Cloud, text: str, **more: Any) -> dict[str, Any]:
    """What is sent when the shortcut is used on a message."""
    return {
        "type": "message_action",
        "callback_id": "check",
        "team": {"id": TEAM, "domain": "test"},
        "user": {"id": "U0001", "team_id": TEAM, "name": "ana"},
        "channel": {"id": "C1", "name": "general"},
        "message": {"type": "message", "user": "U0002", "ts": cloud.name(), "text": text},
        "trigger_id": cloud.trigger(),
        "response_url": cloud.response_url(),
        **more,
    }


def test_a_command_is_answered_to_the_asker_alone(server: Server, cloud: Cloud) -> None:
    at, posted = len(cloud.whispers), sum(map(len, cloud.channels.values()))
    response = command(server.http, cloud, CHAIR)
    assert (response.status_code, response.text) == (200, "")
    told = whisper(cloud, at)
    assert told["response_type"] == "ephemeral"
    assert body(told).startswith(f"> {CHAIR}\n\n")
    assert "- Chair: BPU [[1]](https://archive.example.org/documents/" in body(told)
    assert sum(map(len, cloud.channels.values())) == posted


def test_a_command_without_a_question_is_told_how_to_ask(server: Server, cloud: Cloud) -> None:
    for text in ("", "  ", "help"):
        response = command(server.http, cloud, text)
        assert response.json()["response_type"] == "ephemeral"
        assert "/ctassist QUESTION" in response.json()["text"]


def test_a_command_that_is_sent_again_is_answered_once(server: Server, cloud: Cloud) -> None:
    at = len(cloud.whispers)
    trigger = cloud.trigger()
    cloud.trigger = lambda: trigger  # type: ignore[method-assign]
    try:
        for _ in range(3):
            assert command(server.http, cloud, CHAIR).status_code == 200
    finally:
        del cloud.trigger
    whisper(cloud, at)
    settle(lambda: len(cloud.whispers), 0.7)
    assert len(cloud.whispers) == at + 1


def test_the_pages_of_a_private_answer_replace_it(server: Server, cloud: Cloud) -> None:
    at = len(cloud.whispers)
    command(server.http, cloud, LIST)
    first = whisper(cloud, at)
    assert "Page 1 of 4" in shown(first)
    block, action = button(first, "Next")
    press(server.http, pressed(cloud, "C1", first, action, block))
    second = whisper(cloud, at + 1)
    assert (second["replace_original"], "Page 2 of 4" in shown(second)) == (True, True)
    # Nobody else turns the pages of what was shown to one person.
    press(server.http, pressed(cloud, "C1", first, action, block, user="U0009"))
    third = whisper(cloud, at + 2)
    assert (third["replace_original"], "No conversation" in shown(third)) == (False, True)


def test_a_choice_below_a_private_answer_is_answered_to_whoever_pressed(server: Server, cloud: Cloud) -> None:
    at, posted = len(cloud.whispers), sum(map(len, cloud.channels.values()))
    command(server.http, cloud, CHAIR)
    first = whisper(cloud, at)
    action = {"type": "button", "action_id": "ask:0", "value": "Who chairs the working group on harbour lights?"}
    for _ in range(2):
        press(server.http, pressed(cloud, "C1", first, action, "ask"))
    second = whisper(cloud, at + 1)
    assert (second["replace_original"], "Harbour Lights" in shown(second)) == (False, True)
    settle(lambda: len(cloud.whispers), 0.7)
    assert len(cloud.whispers) == at + 2
    assert sum(map(len, cloud.channels.values())) == posted


def test_the_shortcut_looks_up_what_a_message_says(server: Server, cloud: Cloud) -> None:
    at = len(cloud.whispers)
    response = press(server.http, check(cloud, f"<@{ME}> {CHAIR}"))
    assert (response.status_code, response.text) == (200, "")
    assert "Chair: BPU" in shown(whisper(cloud, at))
    press(server.http, check(cloud, f"{CHAIR} " + "indeed " * 400))
    assert "the most is" not in shown(whisper(cloud, at + 1))
    press(server.http, check(cloud, ""))
    assert "no text" in whisper(cloud, at + 2)["text"]


def test_slack_may_ask_for_patience_with_private_answers_too(server: Server, cloud: Cloud) -> None:
    at = len(cloud.whispers)
    cloud.limit("respond", 1)
    command(server.http, cloud, CHAIR)
    assert "Chair: BPU" in shown(whisper(cloud, at))


def test_thumbs_and_comments_are_kept_by_who_gave_them(server: Server, cloud: Cloud, archive: Settings) -> None:
    post(server.http, mention("C20", cloud.say("C20", f"<@{ME}> {CHAIR}")))
    answer = until(lambda: next((m for m in cloud.answers("C20") if "metadata" in m), None)) or {}
    until(lambda: answer["metadata"]["event_payload"]["state"] == "done" and "Chair" in shown(answer))

    def kept(subject: str) -> list[tuple[str, str]]:
        with Archive.open(archive) as opened:
            rows = Feedback(opened.engine).list()
        return [(row.rating.value, row.comment) for row in rows if row.subject == subject]

    for user, side in (("U7", "positive"), ("U8", "negative")):
        block, action = thumb(answer, side)
        assert press(server.http, pressed(cloud, "C20", answer, action, block, user)).status_code == 200
    assert until(lambda: kept(f"slack:{TEAM}/U7")) == [("up", "")]
    assert until(lambda: kept(f"slack:{TEAM}/U8")) == [("down", "")]
    # A thumb down asks for a comment.
    [view] = until(lambda: cloud.views)
    told = {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "test"},
        "user": {"id": "U8", "team_id": TEAM},
        "view": {**view, "state": {"values": {"comment": {"comment": {"type": "x", "value": " The chair left. "}}}}},
    }
    response = press(server.http, told)
    assert (response.status_code, response.text) == (200, "")
    until(lambda: kept(f"slack:{TEAM}/U8") == [("down", "The chair left.")])
    block, action = thumb(answer, "positive")
    press(server.http, pressed(cloud, "C20", answer, action, block, "U8"))
    until(lambda: kept(f"slack:{TEAM}/U8") == [("up", "")])
    assert len(cloud.views) == 1


def test_what_is_pressed_elsewhere_is_harmless(server: Server, cloud: Cloud) -> None:
    message = cloud.say("C21", "A message of another app")
    for action in (
        {"action_id": "turn:on", "value": "not ours", "type": "button"},
        {"action_id": "turn:on", "value": '{"a": 1, "p": "x"}', "type": "button"},
        {"action_id": "turn:on", "value": '{"a": "unknown", "c": "unknown", "p": 2}', "type": "button"},
        {"action_id": "judge", "value": "[]", "type": "feedback_buttons"},
        {"action_id": "ask:0", "type": "button"},
        {"action_id": "another", "value": "1", "type": "static_select"},
    ):
        assert press(server.http, pressed(cloud, "C21", message, action)).status_code == 200
    user = {"team": {"id": TEAM}, "user": {"id": "U1", "team_id": TEAM}}
    for payload in (
        {"type": "block_actions", **user, "actions": []},
        {"type": "block_suggestion", **user, "action_id": "x", "value": "y"},
        {"type": "message_action", "callback_id": "another", **user},
        {"type": "shortcut", "callback_id": "check", **user},
        {"type": "view_submission", **user, "view": {"callback_id": "judge", "private_metadata": "{}", "state": {}}},
        {"type": "view_closed", **user, "view": {"callback_id": "judge"}},
        {"type": "something_new", **user},
    ):
        assert press(server.http, payload).status_code == 200, payload
    settle(lambda: len(cloud.answers("C21")), 0.7)
    assert cloud.answers("C21") == []
    assert "Traceback" not in server.log.read_text()
