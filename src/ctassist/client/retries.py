"""When a call is made again, and after how long."""

from dataclasses import dataclass
from typing import Any

from tenacity import RetryCallState, retry_if_exception, stop_after_attempt, wait_random_exponential

from ctassist.client.call import Call
from ctassist.client.errors import NoConnection, Unavailable

_NOT_DEALT_WITH = frozenset({429, 503})
"""With these the service says that it has not done what was asked; others may come after it was done."""


@dataclass(frozen=True, slots=True)
class Retries:
    """How often a call is made at most, and the longest wait before it is made again, in seconds.

    A call that the service has not dealt with is made again (not reached, 429, 503); one that it may have dealt with
    (the connection broke, 502, 504) only where twice comes to the same as once, which does not hold for ``ask``.
    Waits grow from ``first_wait``, by chance; a service that names a time (``Retry-After``) is given it, unless it is
    longer than ``longest_wait``: then the call fails at once.
    """

    attempts: int = 4
    first_wait: float = 0.5
    longest_wait: float = 20.0


NEVER = Retries(attempts=1)


def policy(retries: Retries, call: Call[Any]) -> dict[str, Any]:
    """Returns what tenacity takes."""
    jitter = wait_random_exponential(multiplier=retries.first_wait, max=retries.longest_wait)

    def wait(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.retry_after if isinstance(error, Unavailable) else None
        return jitter(state) if asked is None else asked

    return {
        "retry": retry_if_exception(lambda error: may_repeat(error, call, retries)),
        "stop": stop_after_attempt(max(1, retries.attempts)),
        "wait": wait,
        "reraise": True,
    }


def may_repeat(error: BaseException, call: Call[Any], retries: Retries) -> bool:
    """Tells whether a call that failed so is worth making again, and does no harm."""
    if isinstance(error, NoConnection):
        return call.repeatable or not error.sent
    if isinstance(error, Unavailable):
        if (error.retry_after or 0) > retries.longest_wait:
            return False
        return call.repeatable or error.status in _NOT_DEALT_WITH
    return False
