"""One call to the service as a value: what is sent, and how the reply is read. Nothing here does any I/O."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Generic, TypeVar
from urllib.parse import quote

import httpx

from ctassist.errors import UsageError

T = TypeVar("T")
C = TypeVar("C", bound=Callable[..., Any])

Day = date | str
"""A day, or as the service takes it: ``2024-02-29``, ``2024-02`` or ``2024``."""
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """One call; ``path`` is relative to the service's address.

    ``repeatable`` says that making it twice comes to the same as making it once. ``read`` raises KeyError, TypeError or
    ValueError for a reply that is not what was asked for. ``refusals`` are statuses whose replies are read as well.
    """

    method: str
    path: str
    read: Callable[[httpx.Response], T]
    params: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)
    body: Json | None = None
    repeatable: bool = True
    accept: str = "application/json"
    refusals: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list; ``total`` counts all rows where the service does, ``following`` is None on the last page."""

    rows: tuple[T, ...]
    following: str | None
    total: int | None = None


def page_after(call: Call[Page[T]], cursor: str) -> Call[Page[T]]:
    """Returns the call for the page that ``cursor`` leads to."""
    return replace(call, params={**call.params, "cursor": cursor})


def as_json(read: Callable[[Any], T]) -> Callable[[httpx.Response], T]:
    """Returns what reads a JSON reply with ``read``."""
    return lambda response: read(response.json())


def paged(name: str, read: Callable[[Any], T]) -> Callable[[httpx.Response], Page[T]]:
    """Returns what reads one page of a list whose rows stand under ``name``."""
    return as_json(
        lambda written: Page(tuple(read(row) for row in written[name]), written["next"], written.get("total"))
    )


def as_text(response: httpx.Response) -> str:
    """Reads a reply that is text: all that the service sends is UTF-8."""
    return response.content.decode("utf-8")


def as_bytes(response: httpx.Response) -> bytes:
    """Reads a reply that is a file."""
    return response.content


def nothing(_: httpx.Response) -> None:
    """Reads a reply without content."""


def like(build: Callable[..., Any], method: C) -> C:
    """Gives the method of a client the name, words and parameters of what builds its calls."""
    method.__name__, method.__qualname__, method.__doc__ = build.__name__, build.__qualname__, build.__doc__
    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    parameters = inspect.signature(build).parameters.values()
    method.__signature__ = inspect.Signature([own, *parameters])  # type: ignore[attr-defined]
    return method


def known(**members: Any) -> Json:
    """Returns the members that are given, without those that are None."""
    return {name: value for name, value in members.items() if value is not None}


def day(given: Day | None) -> str | None:
    """Returns a day as the service takes it."""
    return given.isoformat() if isinstance(given, date) else given


def segment(identity: str) -> str:
    """Returns an id as one segment of a path. Raises UsageError for what would lead to another address."""
    if not identity.strip("."):
        raise UsageError(f"{identity!r} is no id: take it from a list or an answer.")
    return quote(identity, safe="")
