"""What Slack's events mean to us: a question, one that was edited or deleted, a pane that was opened, or nothing.

Pure functions of what Slack sends. Bots are never answered, and what was not said to us is not looked at.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ctassist.channels.slack.text import mentions, plain

Json = Mapping[str, Any]

# What a person sends, besides the plain message: with a file, or in a thread and to the channel at once.
_SAID = {None, "file_share", "thread_broadcast"}
_PANE = {"assistant_thread_started", "assistant_thread_context_changed"}


@dataclass(frozen=True, slots=True)
class Incoming:
    """What is kept in the inbox: the same ``event_id`` however often and in whatever form Slack tells it."""

    event_id: str
    lane: str
    payload: Json


@dataclass(frozen=True, slots=True)
class Asked:
    """A question where others may see it; ``mark`` names it within its channel.

    ``thread`` is the first message of the thread in which it is answered, None for the talk itself between two.
    ``since`` is the message after which the answer stands. ``direct`` tells that nobody else reads along, ``shared``
    that another company does. ``lead`` shows the question above its answer, as nobody has typed it.
    """

    team: str
    channel: str
    user: str
    mark: str
    since: str
    thread: str | None
    text: str
    direct: bool = False
    shared: bool = False
    edited: bool = False
    lead: bool = False

    @property
    def key(self) -> str:
        """Names the question among all."""
        return f"{self.channel}:{self.mark}"

    @property
    def place(self) -> str:
        """Where the conversation is held."""
        return f"{self.team}/{self.channel}/{self.thread or ''}"

    def incoming(self, event_id: str = "") -> Incoming:
        """The question as it is kept."""
        return Incoming(event_id or self.key, self.place, {"kind": "asked", **asdict(self)})


def incoming(body: Json) -> Incoming | None:
    """Returns what an event asks of us; None for all others."""
    event = body.get("event")
    if not isinstance(event, Mapping):
        return None
    kind, subtype = event.get("type"), event.get("subtype")
    if kind in _PANE:
        return _pane(body, event)
    if kind == "app_mention":
        return _question(body, event)
    if kind != "message":
        return None
    if subtype == "message_changed":
        return _changed(body, event)
    if subtype == "message_deleted":
        return _deleted(body, event)
    return _question(body, event) if subtype in _SAID else None


def _question(body: Json, event: Json) -> Incoming | None:
    """A message that is meant for us: any in a talk between two, elsewhere one that mentions us."""
    message = {**event, "text": event.get("text") or ""}
    if not _from_person(message, body) or not message.get("ts") or not message.get("channel"):
        return None
    if message.get("type") != "app_mention" and not _to_us(body, event, message):
        return None
    edited = event.get("edited")
    asked = _asked(body, event, message, edited=bool(edited))
    return asked.incoming(f"{asked.key}:{edited.get('ts')}" if edited else "")


def _changed(body: Json, event: Json) -> Incoming | None:
    """A question whose words were changed. Slack tells of previews that were added in the same way."""
    message, before = event.get("message") or {}, event.get("previous_message") or {}
    if message.get("subtype") == "tombstone":
        return _deleted(body, {**event, "deleted_ts": message.get("ts")})
    edited = message.get("edited")
    if not edited or not _from_person(message, body) or message.get("text") == before.get("text"):
        return None
    if not message.get("ts") or message.get("subtype") not in _SAID:
        return None
    if not _to_us(body, event, message):
        # It may have been meant for us before.
        return _deleted(body, {**event, "deleted_ts": message["ts"]}) if _to_us(body, event, before) else None
    asked = _asked(body, event, message, edited=True)
    return asked.incoming(f"{asked.key}:{edited.get('ts')}")


def _deleted(body: Json, event: Json) -> Incoming | None:
    before = event.get("previous_message") or {}
    ts = event.get("deleted_ts")
    if not ts or not _from_person(before, body) or not _to_us(body, event, before):
        return None
    asked = _asked(body, event, {**before, "ts": ts})
    return Incoming(f"{asked.key}:deleted", asked.place, {**asdict(asked), "kind": "deleted"})


def _pane(body: Json, event: Json) -> Incoming | None:
    thread = event.get("assistant_thread") or {}
    channel, ts, user = thread.get("channel_id"), thread.get("thread_ts"), thread.get("user_id")
    event_id = body.get("event_id")
    if not (channel and ts and user and event_id):
        return None
    told = {"kind": "pane", "team": _team(body), "channel": channel, "thread": ts, "user": user}
    return Incoming(str(event_id), f"pane/{channel}/{ts}", told)


def _asked(body: Json, event: Json, message: Json, edited: bool = False) -> Asked:
    channel, ts, root = str(event["channel"]), str(message["ts"]), message.get("thread_ts")
    direct = is_direct(event)
    thread = str(root or ts)
    return Asked(
        team=_team(body),
        channel=channel,
        user=str(message.get("user") or ""),
        mark=ts,
        since=ts,
        # A message with answers under it is still one of the talk itself.
        thread=None if direct and thread == ts else thread,
        text=plain(message.get("text") or "", _me(body)),
        direct=direct,
        shared=bool(body.get("is_ext_shared_channel")),
        edited=edited,
    )


def is_direct(event: Json) -> bool:
    """Tells whether a message was sent in the talk between us and one person."""
    return event.get("channel_type") == "im" or str(event.get("channel", "")).startswith("D")


def _to_us(body: Json, event: Json, message: Json) -> bool:
    me = _me(body)
    return is_direct(event) or (me is not None and mentions(message.get("text") or "", me))


def _from_person(message: Json, body: Json) -> bool:
    if message.get("bot_id") or message.get("bot_profile") or message.get("subtype") == "bot_message":
        return False
    return message.get("user") not in {_me(body), "USLACKBOT"}


def _me(body: Json) -> str | None:
    """Our own user there, whom the event was sent to."""
    for authorization in body.get("authorizations") or ():
        if authorization.get("is_bot") and authorization.get("user_id"):
            return str(authorization["user_id"])
    return None


def _team(body: Json) -> str:
    return str(body.get("team_id") or "")
