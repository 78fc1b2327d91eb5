"""What comes in, over HTTP or the socket: each thing is kept in the inbox, and only then acknowledged.

Bolt tells the kinds of payloads apart and speaks Slack's protocol. Nothing here calls Slack before it acknowledges.
"""

import asyncio
import logging
import re
from collections.abc import Coroutine
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from ctassist.channels.delivery import Delivery
from ctassist.channels.slack import actions
from ctassist.channels.slack.blocks import JUDGE, comment_view, sentence
from ctassist.channels.slack.events import Asked, Incoming, incoming
from ctassist.channels.slack.faults import sentence_of
from ctassist.channels.slack.manifest import CHECK, COMMAND
from ctassist.channels.slack.patience import fault
from ctassist.channels.slack.posting import Poster
from ctassist.channels.slack.text import escaped
from ctassist.errors import CtassistError, IndexMissing

ACKNOWLEDGED_SECONDS = 2.0
"""Slack waits three seconds; what is not kept by then is not acknowledged, and sent again."""
HELP = (
    f"{COMMAND} QUESTION asks the archive; you alone see the answer, which cites its sources to the letter. "
    "Mention me in a channel, or write to me directly, to ask in a conversation."
)
NO_TEXT = "This message has no text that could be looked for in the archive."
_ANYTHING = re.compile(".*")
_TRIES = "x-slack-retry-num"

log = structlog.get_logger("ctassist.channels.slack")


class Intake:
    """Turns what Slack sends into what is kept."""

    def __init__(self, delivery: Delivery, poster: Poster) -> None:
        self._delivery = delivery
        self._poster = poster
        self._beside: set[asyncio.Task[None]] = set()

    def bolt(self, client: AsyncWebClient, logger: logging.Logger) -> AsyncApp:
        """Returns the application that payloads are handed to; their signatures are checked before."""

        async def authorize() -> AuthorizeResult:
            return AuthorizeResult(enterprise_id=None, team_id=None, bot_token=client.token)

        client_without_token = AsyncWebClient(base_url=client.base_url, logger=logger, retry_handlers=[])
        app = AsyncApp(
            name="ctassist",
            logger=logger,
            client=client_without_token,
            authorize=authorize,
            # Acknowledged is what the listener has kept, not what it has been handed.
            process_before_response=True,
            request_verification_enabled=False,
            ignoring_self_events_enabled=False,
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
            raise_error_for_unhandled_request=True,
        )
        app.event(_ANYTHING)(self._event)
        app.command(_ANYTHING)(self._command)
        app.shortcut(CHECK)(self._shortcut)
        app.action(_ANYTHING)(self._pressed)
        app.view(JUDGE)(self._commented)
        app.error(self._failed)
        return app

    async def _event(self, body: dict[str, Any], request: Any) -> BoltResponse | None:
        found = incoming(body)
        try:
            await self._keep(found)
        except CtassistError as error:
            tries = next(iter(request.headers.get(_TRIES, ())), "0")
            # An index that is missing stays so for a while; anything else may be over when Slack sends it again.
            if (
                found
                and found.payload["kind"] == "asked"
                and tries == ("0" if isinstance(error, IndexMissing) else "3")
            ):
                asked = Asked(**{name: value for name, value in found.payload.items() if name != "kind"})
                self._aside(self._poster.post(asked, sentence(sentence_of(error))))
            if isinstance(error, IndexMissing):
                return BoltResponse(status=503, headers={"X-Slack-No-Retry": "1"})
            raise
        return None

    async def _command(self, body: dict[str, Any], ack: Any) -> None:
        asked = actions.command(body)
        if asked is None:
            await ack(response_type="ephemeral", text=HELP)
            return
        try:
            await self._keep(asked.incoming())
        except CtassistError as error:
            await ack(response_type="ephemeral", text=escaped(sentence_of(error)))
            return
        await ack()

    async def _shortcut(self, body: dict[str, Any], ack: Any, respond: Any) -> None:
        asked = actions.shortcut(body)
        try:
            await self._keep(asked.incoming() if asked else None)
            words = "" if asked else NO_TEXT
        except CtassistError as error:
            words = escaped(sentence_of(error))
        await ack()
        if words:
            self._aside(respond(text=words, response_type="ephemeral", replace_original=False))

    async def _pressed(self, body: dict[str, Any], ack: Any) -> None:
        await self._keep(actions.pressed(body))
        await ack()
        if wanted := actions.to_comment(body):
            trigger, answer_id, conversation_id = wanted
            # Slack takes the trigger for three seconds only.
            view = comment_view(answer_id, conversation_id)
            self._aside(self._poster.client.views_open(trigger_id=trigger, view=view))

    async def _commented(self, body: dict[str, Any], ack: Any) -> None:
        await self._keep(actions.commented(body))
        await ack()

    async def _failed(self, error: Exception, body: dict[str, Any]) -> BoltResponse:
        """What Slack sends and we do not use is acknowledged; what could not be kept is to be sent again."""
        if isinstance(error, BoltUnhandledRequestError):
            return BoltResponse(status=200)
        if isinstance(error, CtassistError | TimeoutError):
            log.warning("not kept, and so not acknowledged", reason=str(error) or "it took too long")
            return BoltResponse(status=503)
        log.error("what Slack sent could not be read", kind=str(body.get("type")), exc_info=error)
        return BoltResponse(status=200)

    async def _keep(self, found: Incoming | None) -> None:
        """Keeps what was found. Raises TimeoutError when that takes too long; it goes on beside then."""
        if found is None:
            return
        putting = asyncio.create_task(self._delivery.put(found.event_id, found.lane, found.payload))
        done, _ = await asyncio.wait({putting}, timeout=ACKNOWLEDGED_SECONDS)
        if not done:
            self._aside(_ended(putting))
            raise TimeoutError
        putting.result()

    def _aside(self, work: Coroutine[Any, Any, Any]) -> None:
        """Does what cannot be done before the acknowledgement and is not worth to be kept."""

        async def quietly() -> None:
            try:
                await work
            except Exception as error:  # noqa: BLE001 - whatever it is, nobody waits for it
                name = fault(error) if isinstance(error, SlackApiError) else type(error).__name__
                log.warning("Slack did not take it", fault=name)

        task = asyncio.create_task(quietly())
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)


async def _ended(task: "asyncio.Task[bool]") -> None:
    await task
