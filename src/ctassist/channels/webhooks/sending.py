"""One attempt to tell a receiver one event, signed as Standard Webhooks says."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx
from standardwebhooks import Webhook as Signer

from ctassist import __version__
from ctassist.indexing.webhooks import Announcement, Attempt, Claimed, Verdict

WAITS: Sequence[timedelta] = (
    timedelta(seconds=5),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
)
"""Before each further attempt; after the last one an event is given up."""
SECONDS = 15.0
"""Longest time of one attempt, however slowly the receiver does what it does."""
_CONNECT_SECONDS = 5.0
_LONGEST_WAIT = timedelta(days=1)
_LONGEST_PROBLEM = 300
_GONE = 410
_WAITS_ARE_TOLD = frozenset({429, 503})


class Sending:
    """Connections to receivers; close it."""

    def __init__(self, waits: Sequence[timedelta] = WAITS) -> None:
        """``waits`` are those before each further attempt."""
        self._waits = waits
        # Redirects are not followed: what is signed for one address is for no other.
        self._http = httpx.AsyncClient(
            timeout=httpx.Timeout(SECONDS, connect=_CONNECT_SECONDS),
            follow_redirects=False,
            headers={"User-Agent": f"ctassist/{__version__}"},
        )

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    async def send(self, hook: Claimed, told: Announcement) -> Attempt:
        """Makes one attempt; says what follows from it."""
        try:
            async with asyncio.timeout(SECONDS):
                return self._judged(await self._post(hook, told), told)
        except (TimeoutError, httpx.TimeoutException):
            return self._again(told, None, "It did not answer in time.")
        except (httpx.RequestError, httpx.InvalidURL) as error:
            return self._again(told, None, f"It was not reached ({error or type(error).__name__}).")

    async def _post(self, hook: Claimed, told: Announcement) -> httpx.Response:
        now = datetime.now(UTC)
        headers = {
            "Content-Type": "application/json",
            "webhook-id": told.event_id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Signer(hook.secret).sign(told.event_id, now, told.body),
        }
        # What the receiver says beside its status is not read.
        async with self._http.stream("POST", hook.url, content=told.body.encode(), headers=headers) as response:
            return response

    def _judged(self, response: httpx.Response, told: Announcement) -> Attempt:
        status = response.status_code
        if response.is_success:
            return Attempt(Verdict.DELIVERED, status)
        if status == _GONE:
            return Attempt(Verdict.UNWANTED, status, "It answered 410 Gone: it wants no more.")
        asked = _retry_after(response) if status in _WAITS_ARE_TOLD else None
        said = f"It answered {status} {response.reason_phrase}".rstrip()
        if response.is_redirect:
            said += f", a redirect to {response.headers.get('location', 'nowhere')}, which is not followed"
        return self._again(told, status, f"{said}.", asked)

    def _again(self, told: Announcement, status: int | None, problem: str, asked: timedelta | None = None) -> Attempt:
        problem = problem[:_LONGEST_PROBLEM]
        if told.attempts >= len(self._waits):
            return Attempt(Verdict.GIVEN_UP, status, problem)
        own = self._waits[told.attempts]
        wait = min(max(own, asked), _LONGEST_WAIT) if asked else own
        return Attempt(Verdict.AGAIN, status, problem, wait, all_wait=asked is not None)


def _retry_after(response: httpx.Response) -> timedelta | None:
    said = response.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return timedelta(seconds=min(int(said), _LONGEST_WAIT.total_seconds()))
    try:
        return max(parsedate_to_datetime(said) - datetime.now(UTC), timedelta(0))
    except (ValueError, TypeError):
        return None
