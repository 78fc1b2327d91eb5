"""Between calls and HTTP: the address, the headers, and what replies, failures and broken streams mean."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx
from httpx_sse import SSEError

from ctassist.client.call import Call
from ctassist.client.errors import NoConnection, NotUnderstood, TookTooLong, problem_of
from ctassist.client.questions import EVENT_STREAM
from ctassist.errors import UsageError

T = TypeVar("T")

CONNECT_SECONDS = 10.0
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
BROKEN_OFF = "The connection broke before the answer was whole: ask again."
_TOO_LONG_AGO = 86_400.0


def options(base_url: str, key: str | None, timeout: float) -> dict[str, Any]:
    """Returns the options of an HTTP client for a service.

    Raises UsageError for an address that is none, or a key that cannot be sent.
    """
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise UsageError(f"{base_url!r} is not the address of a service: write it as https://archive.example.org")
    if parts.username or parts.password:
        raise UsageError("The address of the service holds a password: give the key as `key` instead.")
    headers = {"User-Agent": "ctassist-client"}
    if key is not None:
        if not key.isascii() or not key.isprintable() or not key.strip():
            raise UsageError("The key is empty, or has characters that no key has.")
        headers["Authorization"] = f"Bearer {key.strip()}"
    limits = httpx.Timeout(timeout, connect=min(timeout, CONNECT_SECONDS))
    return {"base_url": base_url.rstrip("/") + "/", "headers": headers, "timeout": limits}


def link(base_url: httpx.URL, url: str) -> str:
    """Returns the whole address of a ``url`` that is relative to the service; others stay as they are."""
    return url if urlsplit(url).scheme else f"{str(base_url).rstrip('/')}/{url.lstrip('/')}"


def request(http: httpx.Client | httpx.AsyncClient, call: Call[Any], accept: str | None = None) -> httpx.Request:
    """Returns the request that makes a call."""
    return http.build_request(
        call.method, call.path, params=dict(call.params), json=call.body, headers={"Accept": accept or call.accept}
    )


@contextmanager
def plain_failures() -> Iterator[None]:
    """Turns what goes wrong on the way into NoConnection with a sentence."""
    try:
        yield
    except httpx.TimeoutException as error:
        sent = not isinstance(error, _NEVER_SENT)
        said = "did not answer in time: try again, or allow more with `timeout`" if sent else "was not reached in time"
        raise TookTooLong(f"The service at {_where(error)} {said}.", sent=sent) from error
    except (httpx.RequestError, httpx.StreamError) as error:
        sent = not isinstance(error, _NEVER_SENT)
        said = "broke off the connection" if sent else "cannot be reached"
        raise NoConnection(
            f"The service at {_where(error)} {said} ({error or type(error).__name__}).", sent=sent
        ) from (error)


@contextmanager
def plain_stream_failures() -> Iterator[None]:
    """As ``plain_failures``, for a stream that has begun."""
    try:
        with plain_failures():
            yield
    except SSEError as error:
        raise NotUnderstood("The service answered a streamed question with something else.") from error
    except TookTooLong:
        raise
    except NoConnection as error:
        raise NoConnection(BROKEN_OFF, sent=True) from error


def result(call: Call[T], response: httpx.Response) -> T:
    """Reads the reply to a call.

    Raises ProblemReply for a status that says so, and NotUnderstood for what cannot be read.
    """
    if response.status_code not in call.refusals:
        check(response)
    try:
        return call.read(response)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        check(response)
        raise NotUnderstood(
            f"What {response.url.host} answered to {call.method} {call.path} is nothing that this client can read: "
            "is it the address of a ctassist service, and of this version?"
        ) from error


def check(response: httpx.Response, *, streamed: bool = False) -> None:
    """Raises ProblemReply or NotUnderstood for a reply that is no success; its body must have been read."""
    if response.is_redirect:
        there = response.headers.get("location", "another address")
        raise NotUnderstood(f"The service redirects to {there}: use the address where it is as `base_url`.")
    if response.is_error:
        raise problem_of(response.status_code, _problem(response), _retry_after(response))
    if streamed and EVENT_STREAM not in response.headers.get("content-type", ""):
        raise NotUnderstood("The service answered a streamed question with something else.")


def _problem(response: httpx.Response) -> Mapping[str, Any]:
    try:
        written = response.json()
    except ValueError:
        written = None
    return written if isinstance(written, dict) else {"title": response.reason_phrase}


def _retry_after(response: httpx.Response) -> float | None:
    said = response.headers.get("retry-after", "").strip()
    # The other form, a date, is not what the service sends.
    return min(float(said), _TOO_LONG_AGO) if said.isascii() and said.isdigit() else None


def _where(error: httpx.RequestError | httpx.StreamError) -> str:
    try:
        return error.request.url.host if isinstance(error, httpx.RequestError) else "the other end"
    except RuntimeError:
        return "the other end"
