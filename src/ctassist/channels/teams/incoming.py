"""What Teams sends, as far as it matters here: read strictly where it decides something, and leniently elsewhere."""

import hashlib
import html
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from ctassist.errors import UsageError

CHANNEL = "msteams"
OURS = "ctassist"
"""The member that marks what our own buttons send."""

Scope = Literal["personal", "groupChat", "channel"]
_ID = re.compile(r"[^\s/?#\\%\x00-\x1f]{1,400}")
_MENTION = re.compile(r"<at(?:\s[^>]*)?>(.*?)</at>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity. Ids are empty where Teams sends none.

    ``conversation`` names a thread where the place is a channel (``19:…;messageid=…``); ``tenants`` are all tenants
    that it names, ``team`` and ``team_group`` the two names that a team has.
    """

    type: str
    id: str
    name: str
    timestamp: str
    service_url: str
    channel_id: str
    tenants: tuple[str, ...]
    conversation: str
    scope: Scope
    team: str
    team_group: str
    channel: str
    sender: str
    sender_object: str
    sent_by_bot: bool
    bot: str
    bot_name: str
    text: str
    mentions_bot: bool
    bot_added: bool
    event: str
    action: str
    reply_to: str
    value: Any

    @property
    def tenant(self) -> str:
        """The tenant that it comes from; validation has seen to it that there is one."""
        return self.tenants[0]

    @property
    def place(self) -> str:
        """The channel or chat itself, without the thread."""
        return self.conversation.partition(";")[0]

    @property
    def from_our_button(self) -> bool:
        """Whether one of our own buttons sent it."""
        return isinstance(self.value, Mapping) and OURS in self.value

    def stored(self) -> dict[str, Any]:
        """Returns it as JSON for the inbox."""
        return asdict(self)

    @classmethod
    def restored(cls, payload: Mapping[str, Any]) -> "Activity":
        """Returns what ``stored`` made JSON of."""
        return cls(**{**payload, "tenants": tuple(payload["tenants"])})


def read(body: object) -> Activity:
    """Reads an activity. Raises UsageError for what is none."""
    whole = _object(body)
    conversation, sender, bot = (_object(whole.get(name)) for name in ("conversation", "from", "recipient"))
    data = _object(whole.get("channelData"))
    team, channel = _object(data.get("team")), _object(data.get("channel"))
    tenants = (_text(conversation.get("tenantId")), _text(_object(data.get("tenant")).get("id")))
    added = whole.get("membersAdded")
    bot_id = _text(bot.get("id"))
    activity = Activity(
        type=_text(whole.get("type")),
        id=_text(whole.get("id")),
        name=_text(whole.get("name")),
        timestamp=_text(whole.get("timestamp")),
        service_url=_text(whole.get("serviceUrl")),
        channel_id=_text(whole.get("channelId")),
        tenants=tuple(dict.fromkeys(tenant.lower() for tenant in tenants if tenant)),
        conversation=_text(conversation.get("id")),
        scope=_scope(conversation),
        team=_text(team.get("id")),
        team_group=_text(team.get("aadGroupId")),
        channel=_text(channel.get("id")),
        sender=_text(sender.get("id")),
        sender_object=_text(sender.get("aadObjectId")),
        sent_by_bot=_text(sender.get("role")) in ("bot", "skill") or _text(sender.get("id")).startswith("28:"),
        bot=bot_id,
        bot_name=_text(bot.get("name")),
        text=_said(whole, bot_id),
        mentions_bot=any(_of(mention, bot_id) for mention in _mentions(whole)),
        bot_added=isinstance(added, list) and any(_text(_object(one).get("id")) == bot_id for one in added),
        event=_text(data.get("eventType")),
        action=_text(whole.get("action")),
        reply_to=_text(whole.get("replyToId")),
        value=whole.get("value"),
    )
    for required in (activity.conversation, activity.sender, activity.bot):
        if not _ID.fullmatch(required):
            raise UsageError("This is no activity of a conversation.")
    if not activity.type or (activity.id and not _ID.fullmatch(activity.id)):
        raise UsageError("This is no activity of a conversation.")
    return activity


def short_name(*parts: str) -> str:
    """Returns a name of 64 characters for what has a longer one; Teams' ids have no limit that anyone publishes."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _said(whole: Mapping[str, Any], bot: str) -> str:
    """The words of a message: without the mention of this bot, and with the names of others who are mentioned."""
    text = _text(whole.get("text"))
    for mention in _mentions(whole):
        written = _text(mention.get("text"))
        if written and _of(mention, bot):
            text = text.replace(written, " ")
    return " ".join(html.unescape(_MENTION.sub(r"\1", text)).split())


def _mentions(whole: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    entities = whole.get("entities")
    found = [_object(entity) for entity in entities] if isinstance(entities, list) else []
    return [entity for entity in found if entity.get("type") == "mention"]


def _of(mention: Mapping[str, Any], bot: str) -> bool:
    return _text(_object(mention.get("mentioned")).get("id")) == bot


def _scope(conversation: Mapping[str, Any]) -> Scope:
    match conversation.get("conversationType"):
        case "channel":
            return "channel"
        case "groupChat":
            return "groupChat"
        case "personal":
            return "personal"
    # Left out in places; what several may read is the safer guess.
    return "groupChat" if conversation.get("isGroup", True) else "personal"


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    # Halves of characters go into no database.
    return value.encode(errors="replace").decode() if isinstance(value, str) else ""
