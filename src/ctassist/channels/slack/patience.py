"""Calls to Slack that are told to wait do wait, and others are told apart by whether trying again helps."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from ctassist.channels.delivery import TryAgain

T = TypeVar("T")

_LONGEST_WAIT = 2.0
"""Seconds that a call waits in place; whoever is to wait longer comes back later, and others have their turn."""
_TRIES = 3
_NOWHERE = {
    *("account_inactive", "channel_not_found", "cannot_reply_to_message", "is_archived", "message_not_found"),
    *("messages_tab_disabled", "not_in_channel", "restricted_action", "restricted_action_read_only_channel"),
    *("restricted_action_thread_locked", "restricted_action_thread_only_channel", "thread_not_found"),
    *("user_not_found", "user_not_in_channel", "cant_delete_message", "cant_update_message"),
}


class Nowhere(Exception):
    """The place where an answer belongs is gone or closed to us; trying again does not help."""


def web_client(token: str, base_url: str, logger: Any) -> AsyncWebClient:
    """Returns a client that never sends anything twice by itself: what has been posted would be posted again."""
    return AsyncWebClient(token=token, base_url=base_url, timeout=20, logger=logger, retry_handlers=[])


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Calls Slack and returns what it says.

    Raises TryAgain when it asks for patience, Nowhere when the place is gone, else SlackApiError.
    """
    for attempt in range(1, _TRIES + 1):
        try:
            return await call()
        except SlackApiError as error:
            wait = _wait(error)
            if wait is None:
                if fault(error) in _NOWHERE:
                    raise Nowhere(fault(error)) from error
                raise
            if wait > _LONGEST_WAIT or attempt == _TRIES:
                raise TryAgain(timedelta(seconds=wait)) from error
            await asyncio.sleep(wait)
    raise AssertionError("each turn returns or raises")


def fault(error: SlackApiError) -> str:
    """Slack's name for what went wrong; empty where it gave none."""
    data = getattr(error.response, "data", None)
    return str(data.get("error") or "") if isinstance(data, Mapping) else ""


def _wait(error: SlackApiError) -> float | None:
    """How many seconds Slack asks to wait; None when it does not."""
    limited = getattr(error.response, "status_code", 0) == 429 or fault(error) in {"ratelimited", "rate_limited"}
    return retry_after(getattr(error.response, "headers", {})) if limited else None


def retry_after(headers: Mapping[str, str]) -> float:
    """How many seconds a response says to wait; a second where it does not say."""
    found = next((value for name, value in headers.items() if name.lower() == "retry-after"), "1")
    try:
        return max(float(found), 0.0)
    except ValueError:
        return 1.0
