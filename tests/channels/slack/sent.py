"""What Slack sends to the service: events, commands and what is pressed, signed as Slack signs them."""

import hashlib
import hmac
import itertools
import json
import time
from typing import Any
from urllib.parse import urlencode

import httpx
from tests.channels.slack.cloud import BOT_TOKEN, ME, TEAM, Cloud

SECRET = "not-a-real-signing-secret"
PATH = "/channels/slack/events"
Json = dict[str, Any]
_numbers = itertools.count(1)


def environment(cloud: Cloud, **more: str) -> dict[str, str]:
    """The settings with which a service serves ``cloud``."""
    return {
        "CTASSIST_SLACK_BOT_TOKEN": BOT_TOKEN,
        "CTASSIST_SLACK_SIGNING_SECRET": SECRET,
        "CTASSIST_SLACK_API_URL": cloud.api,
        "CTASSIST_PUBLIC_URL": "https://archive.example.org",
        **more,
    }


def signed(body: bytes, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """The headers with which Slack signs a body."""
    timestamp = str(int(time.time() if at is None else at))
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def post(http: httpx.Client, body: Json, **headers: str) -> httpx.Response:
    """Posts an event."""
    content = json.dumps(body).encode()
    return http.post(PATH, content=content, headers={"Content-Type": "application/json", **signed(content), **headers})


def press(http: httpx.Client, payload: Json) -> httpx.Response:
    """Posts what somebody has pressed or filled in."""
    return _form(http, {"payload": json.dumps(payload)})


def command(http: httpx.Client, cloud: Cloud, text: str, user: str = "U0001", team: str = TEAM) -> httpx.Response:
    """Posts a command."""
    told = {
        "command": "/ctassist",
        "text": text,
        "team_id": team,
        "channel_id": "C0001",
        "user_id": user,
        "trigger_id": cloud.trigger(),
        "response_url": cloud.response_url(),
        "api_app_id": "A1",
    }
    return _form(http, told)


def _form(http: httpx.Client, fields: dict[str, str]) -> httpx.Response:
    content = urlencode(fields).encode()
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    return http.post(PATH, content=content, headers={**kind, **signed(content)})


def envelope(event: Json, team: str = TEAM, event_id: str = "", **more: Any) -> Json:
    """An event as it is sent."""
    return {
        "type": "event_callback",
        "team_id": team,
        "api_app_id": "A1",
        "event_id": event_id or f"Ev{next(_numbers)}",
        "event_time": int(time.time()),
        "authorizations": [{"enterprise_id": None, "team_id": team, "user_id": ME, "is_bot": True}],
        "is_ext_shared_channel": False,
        "event": event,
        **more,
    }


def mention(channel: str, message: Json, team: str = TEAM, **more: Any) -> Json:
    """The event of a message that mentions us."""
    return envelope({**message, "type": "app_mention", "channel": channel}, team, **more)


def said(channel: str, message: Json, team: str = TEAM, **more: Any) -> Json:
    """The event of a message."""
    kind = "im" if channel.startswith("D") else "channel"
    return envelope({**message, "type": "message", "channel": channel, "channel_type": kind}, team, **more)


def changed(channel: str, before: Json, text: str, **fields: Any) -> Json:
    """The event of a message that was edited."""
    edited = {"user": before["user"], "ts": f"{int(time.time())}.{next(_numbers):06d}"}
    after = {**before, "text": text, "edited": edited, **fields}
    kind = "im" if channel.startswith("D") else "channel"
    told = {"type": "message", "subtype": "message_changed", "channel": channel, "channel_type": kind}
    return envelope({**told, "message": after, "previous_message": before, "ts": edited["ts"]})


def deleted(channel: str, before: Json) -> Json:
    """The event of a message that was deleted."""
    kind = "im" if channel.startswith("D") else "channel"
    told = {"type": "message", "subtype": "message_deleted", "channel": channel, "channel_type": kind}
    return envelope({**told, "deleted_ts": before["ts"], "previous_message": before, "ts": before["ts"]})


def pressed(cloud: Cloud, channel: str, message: Json, action: Json, block: str = "", user: str = "U0001") -> Json:
    """What is sent when a button of a message is pressed; ``message`` may be one that one person alone sees."""
    hidden = "address" in message
    ts = message.get("ts", "1.000001")
    container = {"type": "message", "message_ts": ts, "channel_id": channel, "is_ephemeral": hidden}
    told = {
        "type": "block_actions",
        "team": {"id": TEAM, "domain": "test"},
        "user": {"id": user, "team_id": TEAM},
        "channel": {"id": channel, "name": "general"},
        "container": container,
        "trigger_id": cloud.trigger(),
        "response_url": cloud.response_url(),
        "actions": [{"block_id": block, "action_ts": f"{time.time():.6f}", **action}],
    }
    return told if hidden else {**told, "message": message}


def button(message: Json, label: str) -> tuple[str, Json]:
    """The block and the button of a message that bears a label."""
    for block in message["blocks"]:
        for element in block.get("elements", ()) if block["type"] == "actions" else ():
            if element["text"]["text"] == label:
                return block["block_id"], {"type": "button", **{k: element[k] for k in ("action_id", "value")}}
    raise AssertionError(f"no button {label!r} in {message['blocks']}")


def thumb(message: Json, side: str) -> tuple[str, Json]:
    """The block and the pressed thumb of a message; ``side`` is ``positive`` or ``negative``."""
    for block in message["blocks"]:
        if block["type"] == "context_actions":
            element = block["elements"][0]
            told = {"type": "feedback_buttons", "action_id": element["action_id"]}
            return block["block_id"], {**told, "value": element[f"{side}_button"]["value"]}
    raise AssertionError(f"no thumbs in {message['blocks']}")
