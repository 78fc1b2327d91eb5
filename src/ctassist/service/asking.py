"""One question as it is being answered: its events in the order in which they come, on the event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TypeVar

from fastapi import Request

from ctassist.model.answer import Answer, AnswerRequest, Claim, Piece, Stage
from ctassist.model.caller import Caller
from ctassist.service.engine import Engine

Event = Stage | Claim | Answer
"""What happens on the way to an answer: stages, verified claims, and at the end the Answer."""
Writing = Stage | Piece | Answer
"""The same as text that grows: stages, what is added to the text of the answer, and at the end the Answer."""

T = TypeVar("T")

_CLAIMS: tuple[type[Stage | Claim], ...] = (Stage, Claim)
_PIECES: tuple[type[Stage | Piece], ...] = (Stage, Piece)
_WORKING: set["asyncio.Task[None]"] = set()


def asking(engine: Engine, wanted: AnswerRequest, caller: Caller) -> AbstractAsyncContextManager[AsyncIterator[Event]]:
    """Begins to answer a question; leaving the context tells the Assistant that nobody waits any more.

    The events raise what the Assistant raises: CtassistError, or any other exception when something goes wrong.
    """
    return _begun(engine, wanted, caller, _CLAIMS)


def writing(
    engine: Engine, wanted: AnswerRequest, caller: Caller
) -> AbstractAsyncContextManager[AsyncIterator[Writing]]:
    """Begins to answer a question like ``asking``, for places to which text can only be added."""
    return _begun(engine, wanted, caller, _PIECES)


async def answered(engine: Engine, wanted: AnswerRequest, caller: Caller, request: Request) -> Answer:
    """Returns the answer to a question that came with ``request``.

    Raises what the Assistant raises; AskerGone when whoever sent the request does not wait for it.
    """
    gone = threading.Event()
    watching = asyncio.create_task(_watch(request, gone))
    try:
        return await engine.run(lambda: engine.assistant.answer(wanted, caller, gone=gone.is_set))
    finally:
        watching.cancel()


async def _watch(request: Request, gone: threading.Event) -> None:
    """Sets ``gone`` when the one who asked closes the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    gone.set()


@asynccontextmanager
async def _begun(
    engine: Engine, wanted: AnswerRequest, caller: Caller, told: tuple[type[T], ...]
) -> AsyncIterator[AsyncIterator[T | Answer]]:
    events: asyncio.Queue[T | Answer | Exception] = asyncio.Queue()
    gone = threading.Event()
    loop = asyncio.get_running_loop()

    def listen(_name: str, payload: object) -> None:
        if isinstance(payload, told) and not loop.is_closed():
            loop.call_soon_threadsafe(events.put_nowait, payload)

    async def work() -> None:
        try:
            answer = await engine.run(lambda: engine.assistant.answer(wanted, caller, listen, gone.is_set))
            events.put_nowait(answer)
        except Exception as error:  # noqa: BLE001 - raised again where the events are read
            events.put_nowait(error)

    # The loop itself holds tasks loosely only.
    working = asyncio.create_task(work())
    _WORKING.add(working)
    working.add_done_callback(_WORKING.discard)
    try:
        yield _until_answered(events)
    finally:
        gone.set()


async def _until_answered(events: "asyncio.Queue[T | Answer | Exception]") -> AsyncIterator[T | Answer]:
    while True:
        event = await events.get()
        if isinstance(event, Exception):
            raise event
        yield event
        if isinstance(event, Answer):
            return
