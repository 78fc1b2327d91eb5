"""One question as it is being answered: its events in the order in which they come, on the event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from ctassist.model.answer import Answer, AnswerRequest, Claim, Stage
from ctassist.model.caller import Caller
from ctassist.service.engine import Engine

Event = Stage | Claim | Answer
"""What happens on the way to an answer: stages, verified claims, and at the end the Answer."""

_WORKING: set["asyncio.Task[None]"] = set()


@asynccontextmanager
async def asking(engine: Engine, wanted: AnswerRequest, caller: Caller) -> AsyncIterator[AsyncIterator[Event]]:
    """Begins to answer a question; leaving the context tells the Assistant that nobody waits any more.

    The events raise what the Assistant raises: CtassistError, or any other exception when something goes wrong.
    """
    events: asyncio.Queue[Event | Exception] = asyncio.Queue()
    gone = threading.Event()
    loop = asyncio.get_running_loop()

    def listen(_name: str, payload: object) -> None:
        if isinstance(payload, Stage | Claim) and not loop.is_closed():
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


async def _until_answered(events: "asyncio.Queue[Event | Exception]") -> AsyncIterator[Event]:
    while True:
        event = await events.get()
        if isinstance(event, Exception):
            raise event
        yield event
        if isinstance(event, Answer):
            return
