"""The stand-in itself: what Slack would not take, it does not take either."""

from typing import Any

import httpx
import pytest
from tests.channels.slack.cloud import BOT_TOKEN, Cloud
from tests.channels.slack.limits import block_faults, message_faults, view_faults

PLAIN = {"type": "plain_text", "text": "Press"}
BUTTON = {"type": "button", "action_id": "a", "text": PLAIN, "value": "v"}


def section(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


@pytest.mark.parametrize(
    "blocks",
    [
        [section("x")] * 51,
        [section("x" * 3001)],
        [section("")],
        [section("<!here>")],
        [section("x", block_id="same"), section("y", block_id="same")],
        [section("x", block_id="b" * 256)],
        [section("x", colour="red")],
        [{"type": "section"}],
        [{"type": "carousel_of_dreams"}],
        [{"type": "markdown", "text": "x" * 6001}] * 2,
        [{"type": "markdown", "text": "<@U1>"}],
        [{"type": "context", "elements": [PLAIN] * 11}],
        [{"type": "context", "elements": []}],
        [{"type": "actions", "elements": []}],
        [{"type": "actions", "elements": [BUTTON, BUTTON]}],
        [{"type": "actions", "elements": [{**BUTTON, "text": {**PLAIN, "text": "x" * 76}}]}],
        [{"type": "actions", "elements": [{**BUTTON, "value": "x" * 2001}]}],
        [{"type": "actions", "elements": [{**BUTTON, "text": {"type": "mrkdwn", "text": "x"}}]}],
        [
            {
                "type": "rich_text",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": ""}]}],
            }
        ],
        [
            {
                "type": "rich_text",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "link", "url": "/d", "text": "x"}]}],
            }
        ],
    ],
)
def test_blocks_beyond_the_limits_are_found(blocks: list[dict[str, Any]]) -> None:
    assert block_faults(blocks)


def test_blocks_within_the_limits_are_not() -> None:
    blocks = [
        section("x" * 3000, block_id="b" * 255),
        {"type": "actions", "elements": [{**BUTTON, "value": "x" * 2000}]},
        {"type": "markdown", "text": "x" * 12_000},
        *[section("y")] * 47,
    ]
    assert block_faults(blocks) == []
    assert message_faults({"text": "@channel"})
    assert message_faults({})
    assert view_faults({"type": "modal", "callback_id": "c", "title": {**PLAIN, "text": "x" * 25}, "blocks": []})


@pytest.mark.parametrize(
    ("method", "given", "fault"),
    [
        ("chat.postMessage", {"channel": "C1", "text": "x"}, "links would be unfurled"),
        ("chat.postMessage", {"channel": "C1", "text": "x", "colour": "red"}, "unknown ['colour']"),
        (
            "chat.postMessage",
            {"channel": "C1", "text": "x", "thread_ts": "1.0", "unfurl_links": False, "unfurl_media": False},
            "thread_not_found",
        ),
        ("chat.startStream", {"channel": "C1", "thread_ts": "1.0"}, "missing_recipient_user_id"),
        ("chat.startStream", {"channel": "D1", "thread_ts": "1.0"}, "thread_not_found"),
        ("views.open", {"trigger_id": "old", "view": {"type": "modal"}}, "expired_trigger_id"),
        ("chat.shout", {"channel": "C1"}, "unknown_method"),
    ],
)
def test_calls_that_slack_would_refuse_are_refused(method: str, given: dict[str, Any], fault: str) -> None:
    with Cloud().serving() as cloud:
        headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
        assert httpx.post(cloud.api + method, json=given, headers=headers).json()["ok"] is False
        assert fault in cloud.faults[0]
        assert httpx.post(cloud.api + "auth.test", json={}).json() == {"ok": False, "error": "invalid_auth"}


def test_a_stream_is_appended_to_while_it_is_open_and_not_changed() -> None:
    with Cloud().serving() as cloud:
        headers = {"Authorization": f"Bearer {BOT_TOKEN}"}

        def call(method: str, **given: Any) -> Any:
            return httpx.post(cloud.api + method, json=given, headers=headers).json()

        root = cloud.say("D1", "Who?")["ts"]
        stream = call("chat.startStream", channel="D1", thread_ts=root, markdown_text="So")
        at = {"channel": "D1", "ts": stream["ts"]}
        assert call("chat.update", **at, text="x")["error"] == "streaming_state_conflict"
        assert call("chat.appendStream", **at, markdown_text=" on")["ok"]
        assert call("chat.stopStream", **at, blocks=[section("end")])["ok"]
        assert call("chat.appendStream", **at, markdown_text="!")["error"] == "message_not_in_streaming_state"
        assert call("chat.update", **at, text="x")["ok"]
        assert cloud.answers("D1")[0]["text"] == "x"
