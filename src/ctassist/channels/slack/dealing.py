"""Deals with what is in the inbox: hands each kind of thing to those who know it."""

from collections.abc import Mapping
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError

from ctassist.channels.slack.actions import Judged, Turned
from ctassist.channels.slack.answering import Answering
from ctassist.channels.slack.blocks import Frame, answer_message, sentence
from ctassist.channels.slack.callers import Callers
from ctassist.channels.slack.events import Asked
from ctassist.channels.slack.faults import GIVEN_UP, sentence_of
from ctassist.channels.slack.patience import Nowhere, fault
from ctassist.channels.slack.posting import Poster
from ctassist.channels.slack.private import Whispered, Whispering
from ctassist.channels.slack.records import Records
from ctassist.errors import CtassistError, NotAllowed
from ctassist.indexing.inbox import Event
from ctassist.service.engine import Engine

PROMPTS = 4
"""The most that Slack shows."""
_TITLE = "Ask the archive, for instance:"

log = structlog.get_logger("ctassist.channels.slack")


class Dealing:
    """What ``Delivery`` hands its events to."""

    def __init__(self, engine: Engine, poster: Poster, callers: Callers, base: str) -> None:
        self._records = Records(engine)
        self._poster = poster
        self._callers = callers
        self._base = base
        self._answering = Answering(engine, self._records, poster, callers, base)
        self._whispering = Whispering(engine, self._records, poster, callers, base)

    async def handle(self, event: Event) -> None:
        """Deals with one event; what it raises brings the event back."""
        try:
            await self._handle(event)
        except Nowhere as gone:
            log.info("there is nowhere to answer", fault=str(gone), event_id=event.event_id)

    async def give_up(self, event: Event) -> None:
        """Tells whoever waits that there will be no answer."""
        kind, told = _opened(event)
        try:
            if kind == "asked":
                await self._answering.give_up(Asked(**told), GIVEN_UP)
            elif kind == "whispered":
                await self._whispering.whisper(told["address"], sentence(GIVEN_UP))
        except Nowhere as gone:
            log.info("there is nobody to tell", fault=str(gone), event_id=event.event_id)

    async def _handle(self, event: Event) -> None:
        kind, told = _opened(event)
        match kind:
            case "asked":
                await self._answering.answer(Asked(**told), event.attempts)
            case "deleted":
                await self._answering.withdraw(Asked(**told))
            case "whispered":
                await self._whispering.answer(Whispered(**told), event.attempts)
            case "turned":
                await self._turn(Turned(**{**told, "frame": Frame(**told["frame"])}))
            case "judged":
                await self._judge(Judged(**told))
            case "pane":
                await self._suggest(told)
            case _:
                log.warning("an event of an unknown kind", kind=kind, event_id=event.event_id)

    async def _turn(self, turned: Turned) -> None:
        """Shows another page of an answer in the same message."""
        try:
            alone, shared = turned.direct or turned.hidden, turned.frame.shared
            caller = self._callers.asking(turned.team, turned.channel, turned.user, alone, shared)
            answer = await self._records.answer(caller, turned.conversation_id, turned.answer_id)
        except CtassistError as error:
            await self._whispering.whisper(turned.address, sentence(sentence_of(error)))
            return
        message = answer_message(answer, self._base, turned.frame, turned.page)
        if turned.hidden:
            await self._whispering.whisper(turned.address, message, replace=True)
        else:
            await self._poster.update(turned.channel, turned.ts, message, turned.frame.mark)

    async def _judge(self, judged: Judged) -> None:
        try:
            caller = self._callers.person(judged.team, judged.user)
        except NotAllowed:
            return
        await self._records.judge(caller, judged.answer_id, judged.conversation_id, judged.up, judged.comment)

    async def _suggest(self, pane: Mapping[str, Any]) -> None:
        """Offers questions in the assistant's pane, such as the archive answers."""
        try:
            questions = await self._records.examples(self._callers.person(pane["team"], pane["user"]))
        except CtassistError as error:
            log.info("no questions to suggest", reason=str(error))
            return
        prompts = [{"title": question[:75], "message": question} for question in questions[:PROMPTS]]
        if not prompts:
            return
        try:
            await self._poster.client.assistant_threads_setSuggestedPrompts(
                channel_id=pane["channel"], thread_ts=pane["thread"], title=_TITLE, prompts=prompts
            )
        except SlackApiError as error:
            log.warning("questions could not be suggested", fault=fault(error))


def _opened(event: Event) -> tuple[str, dict[str, Any]]:
    told = dict(event.payload)
    return str(told.pop("kind", "")), told
