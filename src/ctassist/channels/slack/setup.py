"""Puts the channel together: checks the settings, adds the address, and runs what answers."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import aiohttp
import structlog
from fastapi import FastAPI
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

from ctassist.channels.delivery import Delivery
from ctassist.channels.links import base_of
from ctassist.channels.registry import Running
from ctassist.channels.slack.address import add_address
from ctassist.channels.slack.callers import Callers
from ctassist.channels.slack.dealing import Dealing
from ctassist.channels.slack.intake import Intake
from ctassist.channels.slack.patience import web_client
from ctassist.channels.slack.posting import Poster
from ctassist.channels.slack.records import CHANNEL
from ctassist.errors import UsageError
from ctassist.service.engine import Engine
from ctassist.settings import Settings

_SECONDS_BETWEEN_CONNECTIONS = 10.0
_PARALLEL_CALLS = 20

log = structlog.get_logger("ctassist.channels.slack")


def set_up(app: FastAPI, settings: Settings, engine: Engine) -> Running:
    """Adds the channel to ``app`` and returns what runs beside it. Raises UsageError like ``install``."""
    token = settings.slack_bot_token.get_secret_value()
    secret = settings.slack_signing_secret.get_secret_value()
    app_token = settings.slack_app_token.get_secret_value()
    _check(token, secret, app_token)
    # What Bolt and the client say at lower levels holds what people write.
    logger = logging.getLogger("ctassist.channels.slack.library")
    logger.setLevel(logging.ERROR)
    client = web_client(token, str(settings.slack_api_url), logger)
    poster = Poster(client)
    dealing = Dealing(engine, poster, Callers(settings.slack_access), base_of(settings))
    delivery = Delivery(engine, CHANNEL, dealing.handle, dealing.give_up)
    bolt = Intake(delivery, poster).bolt(client, logger)
    if secret:
        add_address(app, bolt, SignatureVerifier(secret))

    @asynccontextmanager
    async def running() -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            connector = aiohttp.TCPConnector(limit=_PARALLEL_CALLS)
            timeout = aiohttp.ClientTimeout(total=client.timeout)
            session = aiohttp.ClientSession(connector=connector, timeout=timeout)
            client.session = await stack.enter_async_context(session)
            await stack.enter_async_context(delivery.running())
            if app_token:
                await stack.enter_async_context(_socket(bolt, app_token, client.base_url, logger))
            yield

    return running()


def _check(token: str, secret: str, app_token: str) -> None:
    if not token.startswith("xoxb-"):
        raise UsageError(
            "Slack's bot token begins with xoxb-: copy it from OAuth & Permissions to CTASSIST_SLACK_BOT_TOKEN."
        )
    if not secret and not app_token:
        raise UsageError(
            "How Slack reaches us is not set: CTASSIST_SLACK_SIGNING_SECRET for requests to our address, or "
            "CTASSIST_SLACK_APP_TOKEN for Socket Mode."
        )
    if app_token and not app_token.startswith("xapp-"):
        raise UsageError(
            "Slack's app token begins with xapp-: copy it from Basic Information to CTASSIST_SLACK_APP_TOKEN."
        )


@asynccontextmanager
async def _socket(bolt: AsyncApp, app_token: str, base_url: str, logger: logging.Logger) -> AsyncIterator[None]:
    """Holds a connection to Slack for as long as the context lasts, whenever it can be had."""
    handler = AsyncSocketModeHandler(bolt, app_token, logger, web_client(app_token, base_url, logger))
    connecting = asyncio.create_task(_connect(handler))
    try:
        yield
    finally:
        connecting.cancel()
        with suppress(asyncio.CancelledError):
            await connecting
        await handler.close_async()  # type: ignore[no-untyped-call]


async def _connect(handler: AsyncSocketModeHandler) -> None:
    """Connects; once connected, the handler itself connects again when Slack or the network breaks off."""
    while True:
        try:
            await handler.connect_async()  # type: ignore[no-untyped-call]
        except Exception as error:  # noqa: BLE001 - Slack may be away, or refuse the token, in many ways
            log.error("Socket Mode cannot be reached: check CTASSIST_SLACK_APP_TOKEN", reason=type(error).__name__)
            await asyncio.sleep(_SECONDS_BETWEEN_CONNECTIONS)
        else:
            return
