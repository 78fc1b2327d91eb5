"""Our messages in Slack: posted, changed, deleted, and found again by the question that they answer."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from ctassist.channels.slack.blocks import Message
from ctassist.channels.slack.events import Asked
from ctassist.channels.slack.patience import Nowhere, fault, patiently

EVENT_TYPE = "ctassist_answer"
_LOOKED_THROUGH = 10
"""Pages of a conversation in which an answer is looked for, 100 messages each."""

log = structlog.get_logger("ctassist.channels.slack")


@dataclass(frozen=True, slots=True)
class Found:
    """A message of ours that answers a question; one that is not ``done`` was left behind half way."""

    ts: str
    done: bool


class Poster:
    """Posts for one bot."""

    def __init__(self, client: AsyncWebClient) -> None:
        self.client = client
        self._me: tuple[str, str] | None = None

    async def post(self, asked: Asked, message: Message, done: bool = True) -> str:
        """Posts a message that answers a question and returns its name."""
        response = await patiently(
            lambda: self.client.chat_postMessage(
                channel=asked.channel,
                thread_ts=asked.thread,
                text=message.text,
                blocks=message.blocks,
                metadata=metadata(asked.mark, done),
                unfurl_links=False,
                unfurl_media=False,
                link_names=False,
            )
        )
        return str(response["ts"])

    async def update(self, channel: str, ts: str, message: Message, mark: str) -> None:
        """Shows another message in place of one of ours."""
        await patiently(
            lambda: self.client.chat_update(
                channel=channel,
                ts=ts,
                text=message.text,
                blocks=message.blocks,
                metadata=metadata(mark, True),
                link_names=False,
            )
        )

    async def delete(self, channel: str, ts: str) -> None:
        """Deletes a message of ours; one that is gone already is no fault."""
        try:
            await patiently(lambda: self.client.chat_delete(channel=channel, ts=ts))
        except Nowhere:
            return

    async def find(self, asked: Asked) -> Found | None:
        """Looks in the conversation itself for what answers a question: Slack may have it when we do not know."""
        try:
            mine = [message async for message in self._mine(asked)]
        except SlackApiError as error:
            if fault(error) not in {"missing_scope", "no_permission"}:
                raise
            log.warning("answers cannot be looked for in Slack: give the app its history scopes", fault=fault(error))
            return None
        for message in mine:
            told = message.get("metadata") or {}
            payload = told.get("event_payload") or {}
            if told.get("event_type") == EVENT_TYPE and payload.get("question") == asked.mark:
                return Found(str(message["ts"]), payload.get("state") == "done")
        # A stream bears no name before it is stopped; in a thread one question is dealt with at a time.
        nameless = [message for message in mine if (message.get("metadata") or {}).get("event_type") != EVENT_TYPE]
        return Found(str(nameless[-1]["ts"]), False) if asked.thread and nameless else None

    async def close_stream(self, channel: str, ts: str, mark: str) -> None:
        """Stops a stream that was left behind, so that its message can be changed; any other message stays as it is."""
        try:
            await patiently(lambda: self.client.chat_stopStream(channel=channel, ts=ts, metadata=metadata(mark, False)))
        except SlackApiError as error:
            log.info("no stream was open", fault=fault(error))

    async def _mine(self, asked: Asked) -> AsyncIterator[Any]:
        """Yields our messages after a question."""
        user, bot = await self._identity()
        cursor = None
        for _ in range(_LOOKED_THROUGH):
            response = await self._messages(asked, cursor)
            for message in response["messages"]:
                ours = message.get("user") == user or message.get("bot_id") == bot
                if ours and _moment(message["ts"]) > _moment(asked.since):
                    yield message
            cursor = (response.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return

    async def _messages(self, asked: Asked, cursor: str | None) -> Any:
        wanted: dict[str, Any] = {
            "channel": asked.channel,
            "oldest": asked.since,
            "limit": 100,
            "include_all_metadata": True,
        }
        if cursor:
            wanted["cursor"] = cursor
        if asked.thread:
            thread = asked.thread
            return await patiently(lambda: self.client.conversations_replies(ts=thread, **wanted))
        return await patiently(lambda: self.client.conversations_history(**wanted))

    async def _identity(self) -> tuple[str, str]:
        if self._me is None:
            told = await patiently(self.client.auth_test)
            self._me = str(told["user_id"]), str(told.get("bot_id") or "")
        return self._me


def metadata(mark: str, done: bool) -> dict[str, Any]:
    """What a message of ours carries, so that it can be found by its question."""
    return {"event_type": EVENT_TYPE, "event_payload": {"question": mark, "state": "done" if done else "begun"}}


def _moment(ts: object) -> tuple[int, str]:
    """The order of messages' names: seconds, then a counter of six digits."""
    seconds, _, counter = str(ts).partition(".")
    return int(seconds) if seconds.isdigit() else 0, counter
