"""Tells webhooks what is due: side by side, each its own events one after the other."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import anyio
import anyio.to_thread
import structlog

from ctassist.channels.beside import working
from ctassist.errors import CtassistError
from ctassist.indexing.webhooks import Announcement, Claimed, Verdict, Webhooks

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from ctassist.channels.webhooks.sending import Sending

T = TypeVar("T")

AT_ONCE = 32
"""Webhooks that one process tells something at a time."""
_LOOK_SECONDS = 2.0
"""How often is looked for what an ingest, in a process of its own, has written."""

log = structlog.get_logger("ctassist.webhooks")


@dataclass(slots=True)
class Told:
    """How many events were delivered in one go, and the webhooks of which an attempt failed."""

    delivered: int = 0
    failed: set[str] = field(default_factory=set)


class Rounds:
    """Tells the webhooks of one index what is due. Any number of processes may do so at the same time."""

    def __init__(self, engine: "Callable[[], Engine]", waits: Sequence[timedelta] | None = None) -> None:
        """Nobody is told anything before ``running`` is entered or ``once`` is called.

        Args:
            engine: gives the engine of the archive; raises CtassistError while there is none.
            waits: those before each further attempt, instead of the usual ones.
        """
        self._engine = engine
        self._waits = waits
        self._threads = anyio.CapacityLimiter(2)
        self._sending: Sending | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Tells what is due for as long as the context lasts; at its end what is in hand is given back."""
        async with working(self._work()):
            yield

    async def once(self, seconds: float) -> Told:
        """Tells what is due now, in at most so many seconds; a webhook that fails is left to a later time."""
        told = Told()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                try:
                    await self._tell_all(told)
                finally:
                    await self._close()
        return told

    async def _work(self) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                slots = asyncio.Semaphore(AT_ONCE)
                while True:
                    await slots.acquire()
                    hook = await self._claim()
                    if hook is None:
                        slots.release()
                        await asyncio.sleep(_LOOK_SECONDS)
                    else:
                        turn = group.create_task(self._turn(hook, Told()))
                        turn.add_done_callback(lambda _: slots.release())
        finally:
            await self._close()

    async def _tell_all(self, told: Told) -> None:
        turns: set[asyncio.Task[None]] = set()
        async with asyncio.TaskGroup() as group:
            while True:
                hook = await self._claim(told.failed) if len(turns) < AT_ONCE else None
                if hook is not None:
                    turn = group.create_task(self._turn(hook, told))
                    turns.add(turn)
                elif turns:
                    _, turns = await asyncio.wait(turns, return_when=asyncio.FIRST_COMPLETED)
                else:
                    return

    async def _claim(self, skipping: set[str] | None = None) -> Claimed | None:
        """Takes a webhook to tell; gives it back should this process be told to stop meanwhile."""
        claiming = asyncio.ensure_future(self._run(lambda webhooks: webhooks.claim(skipping or ())))
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            with suppress(CtassistError):
                if hook := await claiming:
                    await self._run(lambda webhooks: webhooks.release(hook))
            raise
        except CtassistError:
            # While nothing is indexed, or the database is away, there is nothing to do but to look again.
            return None

    async def _turn(self, hook: Claimed, told: Told) -> None:
        """Tells one webhook its events until none is due, or one fails: then others have their turn first."""
        try:
            while announcement := await self._run(lambda webhooks: webhooks.next(hook)):
                if not await self._tell(hook, announcement):
                    told.failed.add(hook.id)
                    break
                told.delivered += 1
            await self._finish(lambda webhooks: webhooks.release(hook))
        except asyncio.CancelledError:
            with suppress(CtassistError):
                await self._finish(lambda webhooks: webhooks.release(hook))
            raise
        except Exception as error:
            # What came of it could not be written down. The claim is left to run out, or the same would be sent again
            # and again without a pause.
            told.failed.add(hook.id)
            if isinstance(error, CtassistError):
                log.warning("a webhook is left alone for a while", webhook=hook.id, why=str(error))
            else:
                log.exception("telling a webhook failed", webhook=hook.id)

    async def _tell(self, hook: Claimed, announcement: Announcement) -> bool:
        """Makes one attempt, and says whether it was taken."""
        attempt = await self._sender().send(hook, announcement)
        await self._finish(lambda webhooks: webhooks.settle(hook, announcement, attempt))
        named = {"webhook": hook.id, "event_id": announcement.event_id, "status": attempt.status}
        if attempt.verdict is Verdict.DELIVERED:
            log.info("told a webhook", **named)
            return True
        log.warning("a webhook was not told", **named, why=attempt.problem, then=attempt.verdict.value)
        return False

    async def _finish(self, write: Callable[[Webhooks], T]) -> T:
        """Writes even while this process is told to stop: or an event would be told twice."""
        writing = asyncio.ensure_future(self._run(write))
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            await writing
            raise

    def _sender(self) -> "Sending":
        # Imported when there is something to tell: most services have no webhook.
        from ctassist.channels.webhooks.sending import WAITS, Sending

        if self._sending is None:
            self._sending = Sending(self._waits if self._waits is not None else WAITS)
        return self._sending

    async def _close(self) -> None:
        if self._sending is not None:
            await self._sending.close()
            self._sending = None

    async def _run(self, work: Callable[[Webhooks], T]) -> T:
        return await anyio.to_thread.run_sync(lambda: work(Webhooks(self._engine())), limiter=self._threads)
