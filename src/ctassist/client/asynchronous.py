"""The client for an event loop; it makes the same calls as ``sync``."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import httpx
from httpx_sse import EventSource
from tenacity import AsyncRetrying

from ctassist.client import archive, courses, history, ledger, questions, wire
from ctassist.client.call import Call, Day, Page, like, page_after
from ctassist.client.errors import NoConnection
from ctassist.client.questions import EVENT_STREAM, Event, Mode
from ctassist.client.retries import Retries, policy
from ctassist.model.answer import Answer, Scope

P = ParamSpec("P")
T = TypeVar("T")


class AsyncSender:
    """Makes calls over one pool of connections."""

    def __init__(
        self,
        base_url: str,
        key: str | None = None,
        *,
        timeout: float = 60.0,
        retries: Retries | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """As ``Client``."""
        self._http = httpx.AsyncClient(**wire.options(base_url, key, timeout), transport=transport)
        self._retries = retries or Retries()

    async def __aenter__(self) -> Self:
        """Gives the client itself, closed at the end."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Closes the client."""
        await self.close()

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    def link(self, url: str) -> str:
        """As ``Client.link``."""
        return wire.link(self._http.base_url, url)

    async def send(self, call: Call[T]) -> T:
        """Makes a call, again where that may help. Raises CallFailed."""
        return await AsyncRetrying(**policy(self._retries, call))(self._once, call)

    async def pages(self, call: Call[Page[T]]) -> AsyncIterator[T]:
        """Goes through the rows of all pages; each page is fetched when it is needed. Raises CallFailed."""
        while True:
            page = await self.send(call)
            for row in page.rows:
                yield row
            if page.following is None:
                return
            call = page_after(call, page.following)

    async def events(self, call: Call[Answer]) -> AsyncGenerator[Event, None]:
        """Gives the events of a question as they come, the Answer last. Raises CallFailed."""
        response: httpx.Response = await AsyncRetrying(**policy(self._retries, call))(self._opened, call)
        try:
            with wire.plain_stream_failures():
                async for sent in EventSource(response).aiter_sse():
                    event = questions.event_of(sent.event, sent.data)
                    if event is not None:
                        yield event
                    if isinstance(event, Answer):
                        return
        finally:
            await response.aclose()
        raise NoConnection(wire.BROKEN_OFF, sent=True)

    async def _once(self, call: Call[T]) -> T:
        with wire.plain_failures():
            response = await self._http.send(wire.request(self._http, call))
        return wire.result(call, response)

    async def _opened(self, call: Call[Any]) -> httpx.Response:
        with wire.plain_failures():
            response = await self._http.send(wire.request(self._http, call, EVENT_STREAM), stream=True)
            try:
                if not response.is_success:
                    await response.aread()
                wire.check(response, streamed=True)
            except BaseException:
                await response.aclose()
                raise
        return response


def _sends(build: Callable[P, Call[T]]) -> Callable[Concatenate[AsyncSender, P], Coroutine[Any, Any, T]]:
    """Makes a method of what builds a call: it sends the call and returns what the reply says."""

    async def method(self: AsyncSender, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self.send(build(*args, **kwargs))

    return like(build, method)


def _lists(build: Callable[P, Call[Page[T]]]) -> Callable[Concatenate[AsyncSender, P], AsyncIterator[T]]:
    """As ``_sends``, for a list: the method goes through all its pages."""

    def method(self: AsyncSender, /, *args: P.args, **kwargs: P.kwargs) -> AsyncIterator[T]:
        return self.pages(build(*args, **kwargs))

    return like(build, method)


def _streams(build: Callable[P, Call[Answer]]) -> Callable[Concatenate[AsyncSender, P], AsyncGenerator[Event, None]]:
    """As ``_sends``, for a question that is answered as it is made."""

    def method(self: AsyncSender, /, *args: P.args, **kwargs: P.kwargs) -> AsyncGenerator[Event, None]:
        return self.events(build(*args, **kwargs))

    return like(build, method)


class AsyncClient(AsyncSender):
    """As ``Client``, for an event loop: its methods are awaited, its lists and streams gone through with ``async for``.

    Close a stream that is not read to its end (``contextlib.aclosing``), so that the service need not go on.
    """

    ask = _sends(questions.ask)
    stream = _streams(questions.ask)
    search = _sends(questions.search)
    feedback = _sends(questions.feedback)
    brief = _sends(questions.brief)
    brief_markdown = _sends(questions.brief_markdown)
    brief_docx = _sends(questions.brief_docx)

    documents = _lists(archive.documents)
    document = _sends(archive.document)
    text = _sends(archive.text)
    links = _lists(archive.links)
    span = _sends(archive.span)
    file = _sends(archive.file)
    page_image = _sends(archive.page_image)
    status = _sends(archive.status)
    ready = _sends(archive.ready)

    activities = _lists(ledger.activities)
    roles = _lists(ledger.roles)
    indicators = _lists(ledger.indicators)
    statements = _lists(ledger.statements)
    csv = _sends(ledger.csv)
    timeline = _sends(courses.timeline)
    role_timeline = _sends(courses.role_timeline)
    indicator_series = _lists(courses.indicator_series)

    conversations = _lists(history.conversations)
    conversation = _sends(history.conversation)
    conversation_markdown = _sends(history.conversation_markdown)
    rename_conversation = _sends(history.rename_conversation)
    delete_conversation = _sends(history.delete_conversation)
    share_conversation = _sends(history.share_conversation)
    withdraw_share = _sends(history.withdraw_share)
    shared = _sends(history.shared)
    copy_shared = _sends(history.copy_shared)

    def talk(self, conversation_id: str | None = None) -> "AsyncTalk":
        """As ``Client.talk``."""
        return AsyncTalk(self, conversation_id)


class AsyncTalk:
    """One conversation; ``id`` is None until the first answer."""

    def __init__(self, client: AsyncClient, conversation_id: str | None = None) -> None:
        """Use ``AsyncClient.talk``."""
        self._client = client
        self.id = conversation_id

    async def ask(
        self, question: str, *, as_of: Day | None = None, filters: Scope | None = None, mode: Mode = "auto"
    ) -> Answer:
        """Asks on; see ``AsyncClient.ask``."""
        answer = await self._client.ask(question, conversation_id=self.id, as_of=as_of, filters=filters, mode=mode)
        self.id = answer.conversation_id or self.id
        return answer
