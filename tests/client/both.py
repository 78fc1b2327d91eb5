"""Both clients as one: what is said of one of them holds for the other."""

import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Any

from anyio.from_thread import BlockingPortal, start_blocking_portal

from ctassist.client import AsyncClient, Client

Opened = Callable[..., Any]
KINDS = ("sync", "async")


class Blocking:
    """An ``AsyncClient`` whose methods wait, and whose lists and streams are gone through with ``for``."""

    def __init__(self, portal: BlockingPortal, target: Any) -> None:
        self._portal = portal
        self._target = target

    @property
    def id(self) -> str | None:
        found: str | None = self._target.id
        return found

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            made = self._portal.call(lambda: _made(getattr(self._target, name), args, kwargs))
            if name == "talk":
                return Blocking(self._portal, made)
            return self._each(made) if hasattr(made, "__anext__") else made

        return call

    def _each(self, rows: AsyncIterator[Any]) -> Iterator[Any]:
        while True:
            try:
                row = self._portal.call(rows.__anext__)
            except StopAsyncIteration:
                return
            yield row


async def _made(method: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    made = method(*args, **kwargs)
    return await made if inspect.isawaitable(made) else made


@contextmanager
def client_of(kind: str, *args: Any, **kwargs: Any) -> Iterator[Any]:
    """Opens a client of one kind."""
    if kind == "sync":
        with Client(*args, **kwargs) as client:
            yield client
        return
    with start_blocking_portal() as portal:
        made = portal.call(lambda: _made(AsyncClient, args, kwargs))
        try:
            yield Blocking(portal, made)
        finally:
            portal.call(made.close)
