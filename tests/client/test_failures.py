"""What goes wrong between a client and a service, and when it is tried again."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.client.between import Between, Refusal, between
from tests.client.both import client_of
from tests.client.conftest import KEY
from tests.service.archive import make_index
from tests.service.client import RUN, Server, served

from ctassist.client import (
    NEVER,
    Answer,
    BadRequest,
    Client,
    KeyRefused,
    NoConnection,
    NothingThere,
    NotUnderstood,
    ProblemReply,
    Retries,
    Stage,
    TookTooLong,
    Unavailable,
)
from ctassist.errors import CtassistError, UsageError

CHAIR = "Who chairs the working group on fog signals?"
BUSY = Refusal(
    503,
    {"Content-Type": "application/problem+json", "Retry-After": "0"},
    b'{"title": "Service Unavailable", "status": 503, "detail": "Too many questions are waiting."}',
)
QUICK = Retries(attempts=3, first_wait=0.01, longest_wait=1)


@pytest.fixture
def proxy(server: Server) -> Iterator[Between]:
    with between(server.url, "/the-archive") as found:
        yield found


@pytest.fixture
def behind(kind: str, proxy: Between) -> Iterator[Any]:
    """A client of the service behind the proxy."""
    with client_of(kind, proxy.url, KEY, retries=QUICK, timeout=20) as client:
        yield client


@pytest.mark.parametrize("key", [None, "wrong"])
def test_without_its_key_the_service_refuses(kind: str, server: Server, key: str | None) -> None:
    with client_of(kind, server.url, key) as client, pytest.raises(KeyRefused) as refused:
        client.ask(CHAIR)
    assert (refused.value.status, isinstance(refused.value, CtassistError)) == (401, True)
    assert "key" in refused.value.detail
    with client_of(kind, server.url, key) as client, pytest.raises(KeyRefused):
        list(client.stream(CHAIR))


def test_a_problem_names_the_fields_at_fault(client: Any) -> None:
    with pytest.raises(BadRequest, match="2,000 are the most") as refused:
        client.ask("x" * 2001)
    assert [fault.field for fault in refused.value.errors] == ["question"]
    with pytest.raises(BadRequest, match="not a date"):
        list(client.activities(start="yesterday"))
    with pytest.raises(BadRequest):
        list(client.stream(""))
    with pytest.raises(NothingThere) as missing:
        client.document("unknown")
    assert missing.value.status == 404
    with pytest.raises(NothingThere):
        client.ask("And then?", conversation_id="unknown")


def test_a_service_below_a_path_is_reached(behind: Any, proxy: Between) -> None:
    assert "BPU" in behind.ask(CHAIR).answer
    assert [path for _, path, _ in proxy.seen] == ["/the-archive/v1/answers"]
    assert behind.link("/documents/1#mark") == f"{proxy.url}/documents/1#mark"
    assert len(list(behind.documents(page_size=2))) == 4


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_slash_at_the_end_of_the_address_changes_nothing(kind: str, proxy: Between, slash: str) -> None:
    with client_of(kind, proxy.url + slash, KEY) as client:
        assert client.ready().ready


def test_a_busy_service_is_asked_again_and_only_so_often(behind: Any, proxy: Between) -> None:
    proxy.refusals += [BUSY, BUSY]
    assert "BPU" in behind.ask(CHAIR).answer
    assert len(proxy.seen) == 3
    proxy.refusals += [BUSY] * 3
    with pytest.raises(Unavailable, match="Too many questions"):
        behind.ask(CHAIR)
    assert (len(proxy.seen), proxy.refusals) == (6, [])


def test_a_stream_that_has_not_begun_is_asked_for_again(behind: Any, proxy: Between) -> None:
    proxy.refusals += [BUSY, BUSY]
    assert isinstance(list(behind.stream(CHAIR))[-1], Answer)
    assert len(proxy.seen) == 3


def test_the_service_says_how_long_to_wait(behind: Any, proxy: Between) -> None:
    proxy.refusals.append(Refusal(429, {"Retry-After": "1"}))
    started = time.monotonic()
    behind.status()
    assert time.monotonic() - started >= 1
    proxy.refusals.append(Refusal(503, {"Retry-After": "30"}))
    with pytest.raises(Unavailable) as refused:
        behind.status()
    assert (refused.value.retry_after, time.monotonic() - started < 10) == (30, True)


def test_what_may_have_been_done_is_repeated_only_where_that_does_no_harm(behind: Any, proxy: Between) -> None:
    proxy.refusals.append(Refusal(502, {"Content-Type": "text/html"}, b"<h1>Bad gateway</h1>"))
    assert behind.search("buoys").passages
    assert len(proxy.seen) == 2
    proxy.refusals.append(Refusal(502))
    with pytest.raises(Unavailable, match="502 Bad Gateway"):
        behind.ask(CHAIR)
    assert len(proxy.seen) == 3
    proxy.cut_after = 10
    with pytest.raises(NoConnection) as broken:
        behind.ask(CHAIR)
    assert (broken.value.sent, len(proxy.seen)) == (True, 4)
    with pytest.raises(NoConnection):
        behind.status()
    assert len(proxy.seen) == 7


def test_a_stream_that_breaks_off_says_so_after_what_came(behind: Any, proxy: Between) -> None:
    proxy.cut_after = 400
    got: list[object] = []
    with pytest.raises(NoConnection, match="before the answer was whole") as broken:
        got.extend(behind.stream(CHAIR))
    assert (broken.value.sent, len(proxy.seen)) == (True, 1)
    assert isinstance(got[0], Stage)
    assert not any(isinstance(event, Answer) for event in got)


def test_a_stream_that_ends_too_early_is_broken_too(kind: str) -> None:
    events = b'event: stage\ndata: {"stage": "searching"}\n\nevent: hum\ndata: {}\n\n'
    with between("http://127.0.0.1:9") as other, client_of(kind, other.url, retries=QUICK) as client:
        other.refusals.append(Refusal(200, {"Content-Type": "text/event-stream"}, events))
        with pytest.raises(NoConnection, match="before the answer was whole"):
            list(client.stream(CHAIR))
        problem = b'event: error\ndata: {"status": 503, "title": "Service Unavailable", "detail": "Damaged."}\n\n'
        other.refusals.append(Refusal(200, {"Content-Type": "text/event-stream"}, problem))
        with pytest.raises(Unavailable, match="Damaged"):
            list(client.stream(CHAIR))
        for body in (b"event: claim\ndata: {}\n\n", b"event: error\ndata: none\n\n", b"event: stage\ndata: []\n\n"):
            other.refusals.append(Refusal(200, {"Content-Type": "text/event-stream"}, body))
            with pytest.raises(NotUnderstood):
                list(client.stream(CHAIR))
        assert len(other.seen) == 5


def test_another_kind_of_service_is_told_from_ours(kind: str) -> None:
    with between("http://127.0.0.1:9") as other, client_of(kind, other.url, retries=QUICK) as client:
        for body in (b"<h1>Welcome</h1>", b"[]", b"{}", b'"text"', b"\xff", b""):
            other.refusals.append(Refusal(200, {"Content-Type": "application/json"}, body))
            with pytest.raises(NotUnderstood, match="is it the address of a ctassist service"):
                client.ask(CHAIR)
        other.refusals.append(Refusal(200, {"Content-Type": "text/html"}, b"<h1>Welcome</h1>"))
        with pytest.raises(NotUnderstood):
            list(client.stream(CHAIR))
        other.refusals.append(Refusal(302, {"Location": "https://elsewhere.example.org/"}))
        with pytest.raises(NotUnderstood, match=r"redirects to https://elsewhere\.example\.org/"):
            client.ask(CHAIR)
        for status in (418, 500):
            other.refusals.append(Refusal(status, {"Content-Type": "application/json"}, b"[1]"))
            with pytest.raises(ProblemReply, match=str(status)) as refused:
                client.status()
            assert (refused.value.status, refused.value.errors) == (status, ())


def test_a_service_that_is_not_ready_says_what_is_missing(kind: str, tmp_path: Path) -> None:
    with served(tmp_path / "nothing") as server, client_of(kind, server.url, retries=NEVER) as client:
        ready = client.ready()
        assert (ready.ready, ready.index in ("missing", "opening")) == (False, True)
        with pytest.raises(Unavailable, match="ctassist ingest"):
            client.ask(CHAIR)


def test_a_service_that_is_away_is_waited_for(kind: str, tmp_path: Path) -> None:
    settings = make_index(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with client_of(kind, url, retries=NEVER) as client, pytest.raises(NoConnection, match="cannot be reached") as away:
        client.ask(CHAIR)
    assert not away.value.sent
    command = [*RUN, "--index", str(settings.index_dir), "serve", "--port", str(port)]
    patient = Retries(attempts=60, first_wait=0.2, longest_wait=2)
    with client_of(kind, url, retries=patient) as client:
        with subprocess.Popen(command, env=os.environ, stderr=subprocess.DEVNULL) as process:
            try:
                assert "BPU" in client.ask(CHAIR).answer
            finally:
                process.terminate()
        with subprocess.Popen(command, env=os.environ, stderr=subprocess.DEVNULL) as process:
            try:
                assert isinstance(list(client.stream(CHAIR))[-1], Answer)
            finally:
                process.terminate()


def test_a_service_that_says_nothing_is_given_up(kind: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with client_of(kind, url, timeout=0.3, retries=NEVER) as client:
            with pytest.raises(TookTooLong, match="did not answer in time"):
                client.ask(CHAIR)
            with pytest.raises(TookTooLong):
                list(client.stream(CHAIR))


@pytest.mark.parametrize(
    "address",
    ["", "archive.example.org", "ftp://archive.example.org", "https://", "https://x/?q=1", "https://me:pass@x"],
)
def test_what_is_no_address_is_refused_before_anything_is_sent(address: str) -> None:
    with pytest.raises(UsageError) as refused:
        Client(address)
    assert "pass@" not in str(refused.value)


@pytest.mark.parametrize("key", ["", " ", "a\nb", "caf\u00e9"])
def test_what_cannot_be_a_key_is_refused(key: str) -> None:
    with pytest.raises(UsageError):
        Client("http://127.0.0.1", key)


def test_leaving_a_stream_closes_its_connection(server: Server) -> None:
    with Client(server.url, KEY) as client:
        for event in client.stream(CHAIR):
            assert isinstance(event, Stage)
            break
        assert "BPU" in client.ask(CHAIR).answer
    with pytest.raises(RuntimeError, match="closed"):
        client.status()
