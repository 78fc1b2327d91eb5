"""Writes to Teams: messages are posted, changed and deleted, as fast as Teams lets us."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TypeVar

import httpx
import structlog
from microsoft_teams.api.activities import MessageActivityInput, TypingActivityInput
from microsoft_teams.api.clients.conversation.activity import ConversationActivityClient
from microsoft_teams.api.models import Account, ConversationAccount
from microsoft_teams.common import Client, ClientOptions

from ctassist.channels.delivery import TryAgain
from ctassist.channels.teams.bot_token import BotToken
from ctassist.channels.teams.configuration import Bot
from ctassist.channels.teams.incoming import Activity

T = TypeVar("T")

_SECONDS = 20.0
_TRIES = 4
_LONGEST_WAIT = timedelta(seconds=8)
"""Longer waits give the event back, so that others are dealt with meanwhile."""
_LATER = frozenset({412, 429, 502, 503, 504})
"""What Teams answers when it wants to be asked again."""

log = structlog.get_logger("ctassist.channels.teams")


@dataclass(frozen=True, slots=True)
class Address:
    """Where messages go: a conversation, who writes there, and what is replied to."""

    service_url: str
    conversation: str
    bot: str
    bot_name: str
    user: str
    reply_to: str

    @classmethod
    def of(cls, activity: Activity) -> "Address":
        """Returns where the answer to an activity goes."""
        bot, user = (activity.bot, activity.bot_name), activity.sender
        return cls(activity.service_url, activity.conversation, *bot, user, activity.id)


class Gone(Exception):
    """The conversation is no more, or the bot may not write there any longer."""


class Connector:
    """The bot's hand in Teams. What it raises beside ``Gone`` and ``TryAgain`` are httpx's errors."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._client = Client(ClientOptions(timeout=_SECONDS))
        self.http: httpx.AsyncClient = self._client.http
        self._token = BotToken(self.http, bot)
        self._client.token = self._token

    async def close(self) -> None:
        """Closes the connections."""
        await self.http.aclose()

    async def post(self, at: Address, activity: MessageActivityInput | TypingActivityInput) -> str:
        """Posts an activity; returns the id that it has there, empty where Teams gives none."""
        _address(activity, at)
        sent = await self._told(lambda: self._activities(at).create(at.conversation, activity))
        return "" if sent.id.startswith("DO_NOT_USE") else sent.id

    async def update(self, at: Address, message: str, activity: MessageActivityInput) -> None:
        """Puts another content into one of our messages."""
        _address(activity, at)
        activity.id = message
        await self._told(lambda: self._activities(at).update(at.conversation, message, activity))

    async def delete(self, at: Address, message: str) -> None:
        """Deletes one of our messages."""
        await self._told(lambda: self._activities(at).delete(at.conversation, message))

    async def typing(self, at: Address) -> None:
        """Shows that something is coming; nothing depends on it."""
        try:
            await self.post(at, TypingActivityInput())
        except (httpx.HTTPError, TryAgain) as error:
            log.info("no typing indicator", reason=type(error).__name__)

    def _activities(self, at: Address) -> ConversationActivityClient:
        # Checked when the activity came; what is in the inbox may be older than the settings.
        if not self._bot.may_send_to(at.service_url):
            raise Gone(at.service_url)
        return ConversationActivityClient(at.service_url, self._client)

    async def _told(self, call: Callable[[], Awaitable[T]]) -> T:
        for tried in range(1, _TRIES + 1):
            try:
                return await call()
            except httpx.HTTPStatusError as error:
                status = error.response.status_code
                if status == 401 and tried == 1:
                    self._token.forget()
                elif status in _LATER:
                    wait = _wait(error.response, tried)
                    if tried == _TRIES or wait > _LONGEST_WAIT:
                        raise TryAgain(wait) from None
                    await asyncio.sleep(wait.total_seconds())
                elif status == 404 or (status == 403 and not _is_of_stream(error.response)):
                    raise Gone(f"status {status}") from None
                else:
                    raise
        raise AssertionError("the last try returns or raises")


def _address(activity: MessageActivityInput | TypingActivityInput, at: Address) -> None:
    activity.from_ = Account(id=at.bot, name=at.bot_name or None)
    activity.conversation = ConversationAccount(id=at.conversation)
    activity.reply_to_id = at.reply_to or None


def _wait(response: httpx.Response, tried: int) -> timedelta:
    """Returns how long Teams says to wait, in seconds or until a moment; else longer each time."""
    written = response.headers.get("retry-after", "")
    if written.isdigit():
        return timedelta(seconds=min(int(written), 3600))
    try:
        return max(parsedate_to_datetime(written) - datetime.now(UTC), timedelta(0))
    except (TypeError, ValueError):
        return timedelta(seconds=2 ** (tried - 1))


def _is_of_stream(response: httpx.Response) -> bool:
    return "stream" in response.text.lower()
