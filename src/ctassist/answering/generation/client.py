"""A language model over HTTP: kept connections, bounded retries, a circuit breaker, and a call that can be given up."""

import asyncio
import queue
import threading
import time
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from typing import Any

import httpx
import pybreaker
import structlog
from anyio.from_thread import BlockingPortal, start_blocking_portal
from httpx_sse import EventSource, SSEError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from ctassist.answering.generation.failures import AskerGone, Failure, ModelFailed
from ctassist.answering.generation.wire import Endpoint, Form, Message, body, text_of
from ctassist.settings import Settings

_CONNECT_SECONDS = 3.0
_LOOK_SECONDS = 0.1
_QUEUE_SECONDS = 2.0
"""A call waits so long behind others; an answer without the model is better than a later one."""
_TRIES = 3
_JITTER = wait_random_exponential(multiplier=0.2, max=2)
_FAILURES, _PAUSE_SECONDS = 5, 30
"""After so many failed calls in a row none is made for so long; then one may try."""
_END_SECONDS = 0.3
"""Longest time that the end of a reply is waited for."""
_LONGEST_REPLY = 200_000
_LONGEST_ERROR = 10_000
_MOST_TOKENS = 8_192
_PASSING = {408, 409, 425, 429, 500, 502, 503, 504}
_log = structlog.get_logger(__name__)

_Piece = str | ModelFailed | None
"""A piece of the reply, why there is no more, or that it is complete."""


class _Again(Exception):
    """The call may be made once more; ``after`` seconds where the server says so."""

    def __init__(self, failure: Failure, after: float | None = None) -> None:
        super().__init__(failure)
        self.failure, self.after = failure, after


class ModelClient:
    """Calls one model. Safe to share between threads; holds its connections until closed."""

    def __init__(self, settings: Settings) -> None:
        self.endpoint = Endpoint.of(settings)
        self.seconds = settings.llm_seconds
        self._concurrency = settings.llm_concurrency
        self._breaker = pybreaker.CircuitBreaker(
            # A call that is given up by us, or refused for what it says, tells nothing of the endpoint.
            fail_max=_FAILURES,
            reset_timeout=_PAUSE_SECONDS,
            exclude=[_is_none_of_its],
        )
        self._last = Failure.DOWN
        self._lock = threading.Lock()
        self._open = ExitStack()
        self._portal: BlockingPortal | None = None
        self._http: httpx.AsyncClient | None = None
        self._slots: asyncio.Semaphore | None = None
        self._form = Form.JSON_SCHEMA

    @classmethod
    def configured(cls, settings: Settings) -> "ModelClient | None":
        """The client of the model that the settings name; None where they name none."""
        return cls(settings) if settings.llm_base_url else None

    @property
    def model(self) -> str:
        """The name of the model."""
        return self.endpoint.model

    def close(self) -> None:
        """Gives up calls that still run, and closes the connections."""
        with self._lock:
            if self._portal is not None and self._http is not None:
                self._portal.call(self._http.aclose)
            self._open.close()
            self._portal = self._http = None

    def stream(
        self,
        messages: Sequence[Message],
        deadline: float,
        schema: Mapping[str, Any] | None = None,
        gone: Callable[[], bool] = lambda: False,
    ) -> Generator[str, None, None]:
        """Yields the reply as it comes. Closing the generator gives the call up.

        Args:
            messages: what is said to the model.
            deadline: when it must be done, by ``time.monotonic``.
            schema: JSON schema of the reply, for servers that hold to one; others are asked without it.
            gone: tells whether nobody waits for the reply any more; looked at several times a second.

        Raises:
            ModelFailed: there is no reply, or it broke off. An endpoint that is left alone fails as it did last.
            AskerGone: nobody waits any more.
        """
        if time.monotonic() >= deadline:
            raise ModelFailed(Failure.SLOW)
        pieces: queue.Queue[_Piece] = queue.Queue()
        portal = self._started()
        call = portal.start_task_soon(self._run, list(messages), deadline, schema, pieces)
        try:
            while True:
                if gone():
                    raise AskerGone
                try:
                    piece = pieces.get(timeout=_LOOK_SECONDS)
                except queue.Empty:
                    # The call itself ends in time; this is for the case that it cannot.
                    if time.monotonic() > deadline + 1:
                        raise ModelFailed(Failure.SLOW) from None
                    continue
                if piece is None:
                    return
                if isinstance(piece, ModelFailed):
                    raise piece
                yield piece
        except GeneratorExit:
            # A reply that is about to end leaves a connection that can be kept.
            if not call.done():
                portal.call(_cancel_later, call)
            raise
        except BaseException:
            call.cancel()
            raise

    def _started(self) -> BlockingPortal:
        with self._lock:
            if self._portal is None:
                self._portal = self._open.enter_context(start_blocking_portal("asyncio", name="ctassist-model"))
                self._http = self._portal.call(self._connected)
            return self._portal

    async def _connected(self) -> httpx.AsyncClient:
        self._slots = asyncio.Semaphore(self._concurrency)
        limits = httpx.Limits(max_connections=self._concurrency, max_keepalive_connections=self._concurrency)
        # Redirects are not followed: what is sent goes where the settings say.
        return httpx.AsyncClient(limits=limits, timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS))

    async def _run(
        self, messages: list[Message], deadline: float, schema: Mapping[str, Any] | None, pieces: "queue.Queue[_Piece]"
    ) -> None:
        assert self._slots is not None
        failure = Failure.BUSY
        try:
            async with asyncio.timeout(min(_QUEUE_SECONDS, deadline - time.monotonic())):
                await self._slots.acquire()
            failure = Failure.SLOW
            try:
                with self._breaker.calling(), self._noting():
                    async with asyncio.timeout(deadline - time.monotonic()):
                        async for piece in self._retried(messages, schema):
                            pieces.put(piece)
            finally:
                self._slots.release()
            pieces.put(None)
        except TimeoutError:
            pieces.put(ModelFailed(failure))
        except pybreaker.CircuitBreakerError:
            pieces.put(ModelFailed(self._last))
        except ModelFailed as failed:
            pieces.put(failed)
        except Exception:  # noqa: BLE001 - whatever it is, an answer without the model is better than none.
            _log.exception("model_call_failed")
            pieces.put(ModelFailed(Failure.BROKEN))

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Notes how a call failed: it is why the endpoint is left alone afterwards."""
        try:
            yield
        except TimeoutError:
            self._last = Failure.SLOW
            raise
        except ModelFailed as failed:
            self._last = failed.failure
            raise

    async def _retried(self, messages: list[Message], schema: Mapping[str, Any] | None) -> AsyncIterator[str]:
        """Makes the call, again where nothing has come back and trying again may help."""
        response: httpx.Response | None = None
        try:
            async for attempt in AsyncRetrying(
                retry=retry_if_exception_type(_Again), stop=stop_after_attempt(_TRIES), wait=_wait, reraise=True
            ):
                with attempt:
                    response = await self._sent(messages, schema)
        except _Again as given_up:
            raise ModelFailed(given_up.failure) from None
        assert response is not None
        try:
            async for piece in _pieces(response):
                yield piece
        finally:
            await response.aclose()

    async def _sent(self, messages: list[Message], schema: Mapping[str, Any] | None) -> httpx.Response:
        assert self._http is not None
        form = self._form if schema is not None else Form.WORDS
        asked = body(self.model, messages, schema, _MOST_TOKENS, form)
        request = self._http.build_request(
            "POST",
            self.endpoint.url,
            json=asked,
            headers=dict(self.endpoint.headers),
            params=dict(self.endpoint.params),
        )
        try:
            response = await self._http.send(request, stream=True)
        except httpx.HTTPError:
            raise _Again(Failure.DOWN) from None
        if response.status_code == httpx.codes.OK:
            return response
        after = response.headers.get("retry-after", "")
        other = await _other_form(response, form)
        await response.aclose()
        if other:
            self._form = other  # From now on it is asked so.
            raise _Again(Failure.REJECTED, 0.0)
        if response.status_code in _PASSING:
            busy = Failure.BUSY if response.status_code == httpx.codes.TOO_MANY_REQUESTS else Failure.DOWN
            raise _Again(busy, float(after) if after.isdigit() else None)
        _log.error("model_request_rejected", status=response.status_code)
        raise ModelFailed(Failure.REJECTED)


def _cancel_later(call: "Future[None]") -> None:
    asyncio.get_running_loop().call_later(_END_SECONDS, call.cancel)


async def _other_form(response: httpx.Response, form: Form) -> Form | None:
    """How to ask a server that refuses the form of a request; None where it refuses it for something else.

    Some (llama-cpp-python) call that an error of theirs, and name what they take instead.
    """
    if form is Form.WORDS or response.status_code not in (400, 422, 500, 501):
        return None
    told = b""
    try:
        async for piece in response.aiter_bytes():
            told += piece
            if len(told) > _LONGEST_ERROR:
                break
    except httpx.HTTPError:
        return None
    if form is Form.JSON_SCHEMA and Form.JSON_OBJECT.value.encode() in told:
        return Form.JSON_OBJECT
    return Form.WORDS if response.status_code in (400, 422) or b"response_format" in told else None


def _is_none_of_its(error: object) -> bool:
    of_content = isinstance(error, ModelFailed) and error.failure in (Failure.REFUSED, Failure.LONG, Failure.EMPTY)
    return of_content or isinstance(error, asyncio.CancelledError)


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    after = error.after if isinstance(error, _Again) else None
    return _JITTER(state) if after is None else after


async def _pieces(response: httpx.Response) -> AsyncIterator[str]:
    """The text of a reply, streamed or whole. Raises ModelFailed where it ends before it is complete."""
    length, complete = 0, False
    try:
        async for data in _events(response):
            text, ended = text_of(data)
            complete = complete or ended
            length += len(text)
            if length > _LONGEST_REPLY:
                raise ModelFailed(Failure.LONG)
            if text:
                yield text
    except SSEError:
        raise ModelFailed(Failure.GARBAGE) from None
    except httpx.HTTPError:
        raise ModelFailed(Failure.BROKEN) from None
    if not complete:
        raise ModelFailed(Failure.BROKEN)
    if not length:
        raise ModelFailed(Failure.EMPTY)


async def _events(response: httpx.Response) -> AsyncIterator[str]:
    if "application/json" in response.headers.get("content-type", ""):
        yield (await response.aread()).decode("utf-8", "replace")
        return
    async for event in EventSource(response).aiter_sse():
        # Read to its end, so that the connection can be kept.
        if event.data.strip() != "[DONE]":
            yield event.data
