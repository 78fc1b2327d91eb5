"""Deals with what a channel has acknowledged: each event once, in the order of its lane, whatever process dies.

An event is in the database before it is acknowledged. It is then dealt with by whichever process claims it first; one
that dies loses its claim after ``LEASE``, one that ends in good order gives it back at once.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any, TypeVar

import anyio
import anyio.to_thread
import structlog

from ctassist.channels.beside import working
from ctassist.errors import CtassistError
from ctassist.indexing.inbox import LEASE, Event, Inbox
from ctassist.service.engine import Engine

T = TypeVar("T")

AT_ONCE = 6
"""Events that one process deals with at a time; an answer takes one of the service's threads for a moment only."""
ATTEMPTS = 5
"""An event that fails so often is given up."""
_LOOK_SECONDS = 1.0
"""How often what other processes left is looked for."""
_SWEEP_SECONDS = 3600.0
_COURTESY_SECONDS = 2.0
"""How long answering may be put off by what comes in meanwhile."""

log = structlog.get_logger("ctassist.channels")


class TryAgain(Exception):
    """Raised by a handler that can do better later, such as one told to wait; ``wait`` is for how long."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(f"again in {wait.total_seconds():.0f} s")
        self.wait = wait


Handler = Callable[[Event], Awaitable[None]]


class Delivery:
    """The events of one channel, from the moment they are acknowledged until they are dealt with."""

    def __init__(self, engine: Engine, channel: str, handle: Handler, give_up: Handler) -> None:
        """Events come to nobody before ``running`` is entered.

        Args:
            engine: the service's engine.
            channel: the channel's name, such as ``slack``.
            handle: deals with one event; what it raises brings the event back later. It must not do anything twice
                that an earlier attempt did (``event.attempts`` counts them).
            give_up: called when an event has failed ``ATTEMPTS`` times, to tell whoever waits.
        """
        self._engine = engine
        self._channel = channel
        self._handle = handle
        self._give_up = give_up
        self._came = asyncio.Event()
        self._putting = 0
        self._threads = anyio.CapacityLimiter(2)

    async def put(self, event_id: str, lane: str, payload: Mapping[str, Any]) -> bool:
        """Keeps an event, so that it may be acknowledged; False when it was sent before.

        Raises CtassistError while there is no index to keep it in: then it must not be acknowledged.
        """
        self._putting += 1
        try:
            new = await self._run(lambda inbox: inbox.put(event_id, lane, payload))
        finally:
            self._putting -= 1
        self._came.set()
        return new

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Deals with events for as long as the context lasts; at its end those in hand are given back."""
        async with working(self._work()):
            yield

    async def _work(self) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._sweep())
            for _ in range(AT_ONCE):
                group.create_task(self._serve())

    async def _serve(self) -> None:
        while True:
            await self._let_others_in()
            event = await self._claim()
            if event is None:
                self._came.clear()
                # Not `wait_for`, which can take being told to stop for the end of its wait.
                with suppress(TimeoutError):
                    async with asyncio.timeout(_LOOK_SECONDS):
                        await self._came.wait()
            else:
                await self._deal_with(event)

    async def _let_others_in(self) -> None:
        """Waits a moment while events are being kept: whoever answers slows down those that wait to be acknowledged."""
        end = time.monotonic() + _COURTESY_SECONDS
        while self._putting and time.monotonic() < end:
            await asyncio.sleep(0.02)

    async def _claim(self) -> Event | None:
        claiming = asyncio.ensure_future(self._run(lambda inbox: inbox.claim()))
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            with suppress(CtassistError):
                if event := await claiming:
                    await self._settle(lambda inbox: inbox.given_back(event))
            raise
        except CtassistError:
            # While nothing is indexed, or the database is away, there is nothing to do but to look again.
            return None

    async def _deal_with(self, event: Event) -> None:
        handling = asyncio.ensure_future(self._handle(event))
        renewing = asyncio.create_task(self._renew(event, handling))
        try:
            await handling
        except asyncio.CancelledError:
            handling.cancel()
            await self._settle(lambda inbox: inbox.given_back(event))
            current = asyncio.current_task()
            if current is None or current.cancelling():
                raise
            # Otherwise the lease was lost, and somebody else deals with it.
        except TryAgain as told:
            wait = told.wait
            await self._settle(lambda inbox: inbox.again(event, wait))
        except Exception:
            log.exception("an event failed", channel=self._channel, event_id=event.event_id, attempts=event.attempts)
            await self._failed(event)
        else:
            await self._settle(lambda inbox: inbox.done(event))
        finally:
            renewing.cancel()

    async def _failed(self, event: Event) -> None:
        if event.attempts < ATTEMPTS:
            await self._settle(lambda inbox: inbox.again(event, timedelta(seconds=2**event.attempts)))
            return
        try:
            await self._give_up(event)
        except Exception:
            log.exception("nobody could be told", channel=self._channel, event_id=event.event_id)
        await self._settle(lambda inbox: inbox.done(event))

    async def _renew(self, event: Event, handling: "asyncio.Future[None]") -> None:
        while True:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            with suppress(CtassistError):
                if not await self._run(lambda inbox: inbox.renew(event)):
                    handling.cancel()
                    return

    async def _settle(self, write: Callable[[Inbox], bool]) -> None:
        """Writes what became of an event, even while this process is told to stop: or it would be dealt with twice.

        Should that fail, its lease runs out and it comes again.
        """
        writing = asyncio.ensure_future(self._run(write))
        try:
            with suppress(CtassistError):
                await asyncio.shield(writing)
        except asyncio.CancelledError:
            with suppress(CtassistError):
                await writing
            raise
        self._came.set()

    async def _sweep(self) -> None:
        while True:
            with suppress(CtassistError):
                await self._run(lambda inbox: inbox.sweep())
            await asyncio.sleep(_SWEEP_SECONDS)

    async def _run(self, work: Callable[[Inbox], T]) -> T:
        """Runs work on the inbox beside the service's threads, so that an acknowledgement never waits for answers."""

        def call() -> T:
            return work(Inbox(self._engine.archive.engine, self._channel))

        return await anyio.to_thread.run_sync(call, limiter=self._threads)
