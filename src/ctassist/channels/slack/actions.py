"""What people press, and the commands they give: each as it is kept in the inbox. Pure functions of what Slack sends.

Values are what our own messages hold. One that cannot be read is of another message, or of an older release: nothing
happens then.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ctassist.channels.slack.blocks import ASK, ASK_SHARED, JUDGE, TURN, Frame
from ctassist.channels.slack.events import Asked, Incoming, Json, is_direct
from ctassist.channels.slack.private import Whispered
from ctassist.channels.slack.text import plain

_LONGEST_QUESTION = 2000
_LONGEST_COMMENT = 4000


@dataclass(frozen=True, slots=True)
class Turned:
    """Another page of an answer is wanted; ``address`` reaches the presser, ``ts`` is the message (or ``hidden``)."""

    team: str
    channel: str
    user: str
    direct: bool
    hidden: bool
    ts: str
    address: str
    conversation_id: str
    answer_id: str
    frame: Frame
    page: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What somebody thinks of an answer."""

    team: str
    user: str
    answer_id: str
    conversation_id: str | None
    up: bool
    comment: str = ""


def command(body: Json) -> Whispered | None:
    """A question that follows a command; None where none does."""
    text = " ".join(str(body.get("text") or "").split())
    if not text or text.casefold() == "help":
        return None
    return _whispered(_text(body, "team_id"), _text(body, "user_id"), str(body["trigger_id"]), text, body)


def shortcut(body: Json) -> Whispered | None:
    """The text of a message that is to be checked; None where it has none."""
    message = _object(body, "message")
    text = plain(str(message.get("text") or ""))
    if len(text) > _LONGEST_QUESTION:
        text = text[:_LONGEST_QUESTION].rpartition(" ")[0] or text[:_LONGEST_QUESTION]
    if not text:
        return None
    return _whispered(_team(body), _user(body), str(body["trigger_id"]), text, body)


def pressed(body: Json) -> Incoming | None:
    """What pressing a button asks of us; None for buttons that are not ours."""
    action = next(iter(body.get("actions") or ()), None)
    if not isinstance(action, Mapping):
        return None
    name = str(action.get("action_id") or "").partition(":")[0]
    value = str(action.get("value") or "")
    if name == ASK and value.strip():
        return _chosen(body, action, value)
    known = _known(value)
    if name == TURN and known:
        return _turned(body, action, known)
    if name == JUDGE and (judged := _judged(body, known)):
        return judgement(judged, str(action.get("action_ts") or body.get("trigger_id")))
    return None


def commented(body: Json) -> Incoming | None:
    """What somebody wrote on an answer, in the window that asks for it."""
    view = _object(body, "view")
    judged = _judged(body, _known(str(view.get("private_metadata") or "")))
    values = _object(_object(view, "state"), "values")
    comment = str(_object(_object(values, "comment"), "comment").get("value") or "").strip()
    if judged is None or not comment:
        return None
    told = Judged(judged.team, judged.user, judged.answer_id, judged.conversation_id, False, comment[:_LONGEST_COMMENT])
    return judgement(told, f"{view.get('id')}:{view.get('hash')}")


def judgement(judged: Judged, moment: str) -> Incoming:
    """A judgement as it is kept; those of one person on one answer keep their order."""
    of = f"{judged.team}/{judged.user}/{judged.answer_id}"
    return Incoming(f"judged:{of}:{moment}"[:255], f"judged/{of}"[:255], {"kind": "judged", **asdict(judged)})


def to_comment(body: Json) -> tuple[str, str, str | None] | None:
    """A trigger with which to ask what is wrong, and the answer and its conversation; None for all but a thumb down."""
    action: Json = next(iter(body.get("actions") or ()), {})
    known = _known(str(action.get("value") or "")) if action.get("action_id") == JUDGE else None
    if not known or known.get("r") != "down" or not body.get("trigger_id"):
        return None
    return str(body["trigger_id"]), str(known["a"]), known.get("c")


def _chosen(body: Json, action: Json, question: str) -> Incoming | None:
    """A question that was offered. Whoever presses first asks it: the others see the same answer."""
    container = _object(body, "container")
    ts, channel = str(container.get("message_ts") or ""), _channel(body)
    name = hashlib.sha256(question.encode()).hexdigest()[:16]
    if container.get("is_ephemeral"):
        mark = f"{ts}:{name}"
        asked = _whispered(_team(body), _user(body), mark, question, body)
        return asked.incoming() if asked else None
    if not ts or not channel:
        return None
    direct = is_direct({"channel": channel})
    root = _object(body, "message").get("thread_ts") or container.get("thread_ts")
    return Asked(
        team=_team(body),
        channel=channel,
        user=_user(body),
        mark=f"{ts}:{name}",
        since=ts,
        thread=str(root) if root and not (direct and root == ts) else None if direct else ts,
        text=question,
        direct=direct,
        shared=action.get("block_id") == ASK_SHARED,
        lead=True,
    ).incoming()


def _turned(body: Json, action: Json, known: Json) -> Incoming | None:
    container = _object(body, "container")
    ts, channel, conversation = str(container.get("message_ts") or ""), _channel(body), known.get("c")
    if not ts or not channel or not conversation:
        return None
    turned = Turned(
        team=_team(body),
        channel=channel,
        user=_user(body),
        direct=is_direct({"channel": channel}),
        hidden=bool(container.get("is_ephemeral")),
        ts=ts,
        address=_text(body, "response_url"),
        conversation_id=str(conversation),
        answer_id=str(known["a"]),
        frame=Frame(str(known.get("q") or ""), bool(known.get("l")), bool(known.get("s"))),
        page=int(known.get("p") or 1),
    )
    moment = action.get("action_ts") or body.get("trigger_id")
    return Incoming(f"turn:{channel}:{ts}:{moment}"[:255], f"turn/{channel}/{ts}", {"kind": "turned", **asdict(turned)})


def _judged(body: Json, known: Json | None) -> Judged | None:
    if not known or not _user(body):
        return None
    conversation = known.get("c")
    return Judged(
        _team(body), _user(body), str(known["a"]), str(conversation) if conversation else None, known.get("r") == "up"
    )


def _known(value: str) -> Json | None:
    """What one of our buttons holds; None for what is not ours."""
    try:
        known = json.loads(value)
    except ValueError:
        return None
    readable = isinstance(known, dict) and isinstance(known.get("a"), str) and str(known.get("p", 1)).isdigit()
    return known if readable else None


def _whispered(team: str, user: str, mark: str, text: str, body: Json) -> Whispered | None:
    address = _text(body, "response_url")
    return Whispered(team, user, mark[:200], text, address) if address else None


def _team(body: Json) -> str:
    return _text(_object(body, "team"), "id") or _text(_object(body, "user"), "team_id")


def _user(body: Json) -> str:
    return _text(_object(body, "user"), "id")


def _channel(body: Json) -> str:
    return _text(_object(body, "channel"), "id") or _text(_object(body, "container"), "channel_id")


def _object(parent: Json, name: str) -> Mapping[str, Any]:
    value = parent.get(name)
    return value if isinstance(value, Mapping) else {}


def _text(parent: Json, name: str) -> str:
    value = parent.get(name)
    return value if isinstance(value, str) else ""
