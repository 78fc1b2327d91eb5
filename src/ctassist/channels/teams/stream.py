"""One answer as it is made, in a talk between a person and the bot: nowhere else does Teams show streams."""

import asyncio
import time
from typing import Literal

import httpx
from microsoft_teams.api.activities import MessageActivityInput, TypingActivityInput
from microsoft_teams.api.models import ChannelData

from ctassist.channels.teams.connector import Address, Connector

PACE_SECONDS = 1.0
"""Teams takes one request of a stream a second."""


class Stream:
    """A stream: first what is being done, then the lines so far, then the whole message.

    Teams may not allow streams, or end one (by its Stop button, or after two minutes): what is told on the way is then
    left out, and the message goes the way of any other.
    """

    def __init__(self, connector: Connector, at: Address, stream_id: str = "", *, live: bool = True) -> None:
        """``stream_id`` takes up a stream that another process began; where it is not ``live``, it is only finished."""
        self._connector = connector
        self._at = at
        self.id = stream_id
        self._sequence = 0
        self._open = live
        self._next = 0.0
        self._shown = ""

    async def tell(self, words: str) -> None:
        """Shows what is being done; no longer once lines are shown."""
        if self._open and not self._shown:
            await self._send(words, "informative")

    async def show(self, text: str) -> None:
        """Shows the message so far, which begins with what was shown before. What comes too soon is left out."""
        if self._open and time.monotonic() >= self._next:
            await self._send(text, "streaming")
            self._shown = text

    async def finish(self, message: MessageActivityInput) -> str:
        """Ends the stream with the whole message; returns its id."""
        if not self.id:
            return await self._connector.post(self._at, message)
        await asyncio.sleep(max(self._next - time.monotonic(), 0))
        final = message.model_copy(deep=True)
        final.id = self.id
        final.add_stream_final()
        try:
            await self._connector.post(self._at, final)
        except httpx.HTTPStatusError as error:
            return await self._ended(error, message)
        return self.id

    async def _send(self, text: str, kind: Literal["informative", "streaming"]) -> None:
        await asyncio.sleep(max(self._next - time.monotonic(), 0))
        activity = TypingActivityInput(text=text, channel_data=ChannelData(stream_type=kind))
        if self.id:
            activity.id = self.id
        activity.add_stream_update(self._sequence + 1)
        try:
            given = await self._connector.post(self._at, activity)
        except httpx.HTTPStatusError as error:
            if error.response.status_code not in (400, 403):
                raise
            self._open = False
            return
        self._sequence += 1
        self._next = time.monotonic() + PACE_SECONDS
        self.id = self.id or given

    async def _ended(self, error: httpx.HTTPStatusError, message: MessageActivityInput) -> str:
        """Brings the message where it belongs when the stream does not take it any more."""
        said = error.response.text.lower()
        if error.response.status_code != 403:
            raise error
        if "already completed" in said or "cancel" in said:
            # It is there (an earlier attempt died before it could say so), or nobody wants it.
            return self.id
        if "exceeded streaming time" in said:
            await self._connector.update(self._at, self.id, message)
            return self.id
        return await self._connector.post(self._at, message)
