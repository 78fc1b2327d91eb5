"""How an answer comes into a conversation: at once when it is quick, else as it is made, and whole in the end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_chat_stream import AsyncChatStream

from ctassist.channels.slack.blocks import Message, sentence
from ctassist.channels.slack.events import Asked
from ctassist.channels.slack.patience import fault, patiently
from ctassist.channels.slack.posting import Poster, metadata
from ctassist.channels.slack.text import escaped, shortened
from ctassist.model.answer import Answer, Claim
from ctassist.service.asking import Event

PATIENCE = 1.5
"""Seconds after which somebody who waits is shown that we are at it; most answers are quicker."""
LOOKING = "Looking through the archive…"
_STATUS = "is looking through the archive…"
_BUFFER = 200
"""Characters that are gathered before they are sent on: Slack counts the calls."""
_STREAMED = 9000
"""Characters that are shown of an answer as it is made; a message may have 12,000."""

log = structlog.get_logger("ctassist.channels.slack")


class Showing:
    """The one message in which a question is answered."""

    def __init__(self, poster: Poster, asked: Asked, standing: str | None = None) -> None:
        """``standing`` is a message of ours that is there already, to be changed into the answer."""
        self._poster = poster
        self._asked = asked
        self._standing = standing
        # What was found may be a stream that a process left open when it died.
        self._open = standing is not None
        self._stream: AsyncChatStream | None = None
        self._held: list[str] = []
        self._length = 0
        self._passing = asyncio.Lock()

    async def status(self) -> None:
        """Says in the assistant's pane that somebody is at it; Slack takes that back when the answer comes."""
        if not (self._asked.direct and self._asked.thread):
            return
        with suppress(SlackApiError):
            await self._poster.client.assistant_threads_setStatus(
                channel_id=self._asked.channel, thread_ts=self._asked.thread, status=_STATUS
            )

    async def follow(self, events: AsyncIterator[Event]) -> Answer:
        """Follows an answer that is being made until it is there, and shows how it goes if it takes its time."""
        waiting = asyncio.create_task(asyncio.sleep(PATIENCE))
        beginning = asyncio.create_task(self._begin(waiting))
        try:
            async for event in events:
                if isinstance(event, Answer):
                    return event
                if isinstance(event, Claim):
                    await self._claim(event)
        finally:
            # What is just being posted is waited for: broken off, nobody would know whether it is there.
            waiting.cancel()
            await beginning
        raise AssertionError("the events end with an Answer")

    async def _begin(self, waiting: "asyncio.Task[None]") -> None:
        """Gives a first sign of life after a while."""
        await asyncio.wait([waiting])
        if waiting.cancelled() or self._standing or self._stream:
            return
        stream = self._new_stream()
        if stream and await self._append(stream, f"_{LOOKING}_\n\n", at_once=True):
            self._stream = stream
            await self._pass_on()
        else:
            self._standing = await self._poster.post(self._asked, sentence(LOOKING), done=False)

    async def _claim(self, claim: Claim) -> None:
        """Shows a claim of an answer that is being made, or holds it until a first sign of life has been given."""
        marks = "".join(f"[{n}]" for n in claim.citations)
        self._held.append(f"- {escaped(shortened(claim.text, 1000))} {marks}\n")
        await self._pass_on()

    async def _pass_on(self) -> None:
        async with self._passing:
            while self._stream and self._held:
                line = self._held.pop(0)
                self._length += len(line)
                if self._length < _STREAMED and not await self._append(self._stream, line):
                    # Slack wants no more of it now; the whole comes in the end.
                    self._length = _STREAMED

    async def finish(self, message: Message) -> str:
        """Shows the whole message, and returns the name that it has in Slack."""
        asked = self._asked
        if self._stream and self._stream.ts:
            # What was shown so far is replaced; it did not know yet how the answer begins, and where it leads.
            self._standing, self._open = self._stream.ts, True
        if self._standing:
            if self._open:
                await self._poster.close_stream(asked.channel, self._standing, asked.mark)
            await self._poster.update(asked.channel, self._standing, message, asked.mark)
            return self._standing
        stream = self._new_stream()
        if stream and (ts := await self._streamed(stream, message)):
            return ts
        return await self._poster.post(asked, message)

    async def _streamed(self, stream: AsyncChatStream, message: Message) -> str | None:
        """Streams a message that is whole already; None where that is not possible."""
        if not await self._append(stream, message.body, at_once=True):
            return None
        self._stream, ts = stream, str(stream.ts)
        mark = self._asked.mark
        try:
            await patiently(lambda: stream.stop(blocks=message.below, metadata=metadata(mark, True)))
        except SlackApiError as error:
            log.warning("a stream could not be stopped", fault=fault(error))
            await self._poster.update(self._asked.channel, ts, message, mark)
        return ts

    def _new_stream(self) -> AsyncChatStream | None:
        asked = self._asked
        if not asked.thread:
            return None
        recipient = {} if asked.direct else {"recipient_team_id": asked.team, "recipient_user_id": asked.user}
        return AsyncChatStream(
            self._poster.client,
            channel=asked.channel,
            thread_ts=asked.thread,
            logger=self._poster.client.logger,
            buffer_size=_BUFFER,
            **recipient,
        )

    async def _append(self, stream: AsyncChatStream, text: str, at_once: bool = False) -> bool:
        """Adds to a stream; False where Slack does not take it: then the answer comes in one piece."""
        try:
            await stream.append(markdown_text=text, **({"chunks": []} if at_once else {}))
        except SlackApiError as error:
            log.info("not streamed", fault=fault(error))
            return False
        return True
