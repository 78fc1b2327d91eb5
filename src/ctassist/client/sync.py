"""The client that waits for each call."""

from collections.abc import Callable, Generator, Iterator
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import httpx
from httpx_sse import EventSource
from tenacity import Retrying

from ctassist.client import archive, courses, history, ledger, questions, wire
from ctassist.client.call import Call, Day, Page, like, page_after
from ctassist.client.errors import NoConnection
from ctassist.client.questions import EVENT_STREAM, Event, Mode
from ctassist.client.retries import Retries, policy
from ctassist.model.answer import Answer, Scope

P = ParamSpec("P")
T = TypeVar("T")


class Sender:
    """Makes calls over one pool of connections."""

    def __init__(
        self,
        base_url: str,
        key: str | None = None,
        *,
        timeout: float = 60.0,
        retries: Retries | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Nothing is sent before the first call.

        Args:
            base_url: Address of the service, with the path that it lies under, if any.
            key: The key that the service asks for.
            timeout: Longest time without a sign of life from the service, in seconds.
            retries: When calls are made again.
            transport: What carries the requests, for proxies or certificates of your own (httpx).

        Raises:
            UsageError: ``base_url`` is no address, or ``key`` cannot be sent.
        """
        self._http = httpx.Client(**wire.options(base_url, key, timeout), transport=transport)
        self._retries = retries or Retries()

    def __enter__(self) -> Self:
        """Gives the client itself, closed at the end."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Closes the client."""
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._http.close()

    def link(self, url: str) -> str:
        """Returns the whole address of a citation's ``url``, or of another one that is relative to the service."""
        return wire.link(self._http.base_url, url)

    def send(self, call: Call[T]) -> T:
        """Makes a call, again where that may help. Raises CallFailed."""
        result: T = Retrying(**policy(self._retries, call))(self._once, call)
        return result

    def pages(self, call: Call[Page[T]]) -> Iterator[T]:
        """Goes through the rows of all pages; each page is fetched when it is needed. Raises CallFailed."""
        while True:
            page = self.send(call)
            yield from page.rows
            if page.following is None:
                return
            call = page_after(call, page.following)

    def events(self, call: Call[Answer]) -> Generator[Event, None, None]:
        """Gives the events of a question as they come, the Answer last. Raises CallFailed."""
        response = Retrying(**policy(self._retries, call))(self._opened, call)
        try:
            with wire.plain_stream_failures():
                for sent in EventSource(response).iter_sse():
                    event = questions.event_of(sent.event, sent.data)
                    if event is not None:
                        yield event
                    if isinstance(event, Answer):
                        return
        finally:
            response.close()
        raise NoConnection(wire.BROKEN_OFF, sent=True)

    def _once(self, call: Call[T]) -> T:
        with wire.plain_failures():
            response = self._http.send(wire.request(self._http, call))
        return wire.result(call, response)

    def _opened(self, call: Call[Any]) -> httpx.Response:
        with wire.plain_failures():
            response = self._http.send(wire.request(self._http, call, EVENT_STREAM), stream=True)
            try:
                if not response.is_success:
                    response.read()
                wire.check(response, streamed=True)
            except BaseException:
                response.close()
                raise
        return response


def _sends(build: Callable[P, Call[T]]) -> Callable[Concatenate[Sender, P], T]:
    """Makes a method of what builds a call: it sends the call and returns what the reply says."""

    def method(self: Sender, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.send(build(*args, **kwargs))

    return like(build, method)


def _lists(build: Callable[P, Call[Page[T]]]) -> Callable[Concatenate[Sender, P], Iterator[T]]:
    """As ``_sends``, for a list: the method goes through all its pages."""

    def method(self: Sender, /, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        return self.pages(build(*args, **kwargs))

    return like(build, method)


def _streams(build: Callable[P, Call[Answer]]) -> Callable[Concatenate[Sender, P], Generator[Event, None, None]]:
    """As ``_sends``, for a question that is answered as it is made."""

    def method(self: Sender, /, *args: P.args, **kwargs: P.kwargs) -> Generator[Event, None, None]:
        return self.events(build(*args, **kwargs))

    return like(build, method)


class Client(Sender):
    """A ctassist service, from a program. Safe to share between threads; close it, or use it with ``with``.

    What each method takes and gives is said where it is built: ``questions``, ``archive``, ``ledger``, ``courses``,
    ``history``. Those that list go through all pages. All raise CallFailed.
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

    def talk(self, conversation_id: str | None = None) -> "Talk":
        """Begins a conversation, or goes on with an earlier one: each question is understood from those before it."""
        return Talk(self, conversation_id)


class Talk:
    """One conversation; ``id`` is None until the first answer."""

    def __init__(self, client: Client, conversation_id: str | None = None) -> None:
        """Use ``Client.talk``."""
        self._client = client
        self.id = conversation_id

    def ask(
        self, question: str, *, as_of: Day | None = None, filters: Scope | None = None, mode: Mode = "auto"
    ) -> Answer:
        """Asks on; see ``Client.ask``."""
        answer = self._client.ask(question, conversation_id=self.id, as_of=as_of, filters=filters, mode=mode)
        self.id = answer.conversation_id or self.id
        return answer
