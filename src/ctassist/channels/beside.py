"""Work that goes on beside the service."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def working(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Does ``work`` for as long as the context lasts; at its end the work is told to stop, and waited for."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
