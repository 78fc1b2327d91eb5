"""Microsoft Teams: a bot in talks, chats and channels, and a search where messages are written.

A request is checked (``validation``), read (``incoming``), and either answered at once (``invokes``) or kept in the
inbox and then dealt with (``questions``). An Answer becomes a message in ``messages``, which knows no network.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from ctassist.channels.delivery import Delivery
from ctassist.channels.registry import Running
from ctassist.channels.teams.configuration import Bot
from ctassist.channels.teams.connector import Connector
from ctassist.channels.teams.incoming import read
from ctassist.channels.teams.invokes import Invokes
from ctassist.channels.teams.questions import Questions, event_id
from ctassist.channels.teams.signing_keys import SigningKeys
from ctassist.channels.teams.store import NAME, Store
from ctassist.channels.teams.validation import Validator
from ctassist.errors import UsageError
from ctassist.service.engine import Engine
from ctassist.settings import Settings

PATH = "/channels/teams/messages"


def install(app: FastAPI, settings: Settings, engine: Engine) -> Running:
    """Adds the bot's address to ``app``; returns what answers while it is up.

    Raises UsageError for settings with which the bot cannot work.
    """
    bot = Bot.configured(settings)
    connector = Connector(bot)
    keys = SigningKeys(connector.http, bot.metadata_url)
    validator = Validator(bot, keys)
    store = Store(engine)
    questions = Questions(engine, bot, connector, store)
    delivery = Delivery(engine, NAME, questions.handle, questions.give_up)
    invokes = Invokes(engine, bot, store)

    @app.post(PATH, include_in_schema=False)
    async def messages(request: Request) -> Response:
        """Takes what Teams sends: it is kept, and so acknowledged, before it is dealt with; invokes are answered."""
        claims = await validator.claims(request.headers.get("authorization", ""))
        activity = read(_json(await request.body()))
        validator.check(activity, claims)
        if activity.type == "invoke":
            if activity.sent_by_bot:
                return Response(status_code=501)
            reply = await invokes.reply(activity)
            return Response(status_code=reply.status) if reply.body is None else JSONResponse(reply.body, reply.status)
        if name := event_id(activity):
            await delivery.put(name, activity.conversation[:255], activity.stored())
        return Response(status_code=200)

    @asynccontextmanager
    async def running() -> AsyncIterator[None]:
        preparing = asyncio.create_task(keys.prepare())
        try:
            async with delivery.running():
                yield
        finally:
            preparing.cancel()
            await connector.close()

    return running()


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise UsageError("The body is no JSON.") from None
