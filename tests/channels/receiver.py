"""A receiver of webhooks on loopback, which verifies every signature with the library that receivers are to use."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook

from ctassist.channels.webhooks.registering import new_secret


@dataclass
class Reply:
    """What is answered; ``seconds`` is how long the receiver says nothing before."""

    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True)
class Received:
    """One verified event as it came."""

    id: str
    event: dict[str, Any]
    body: bytes
    status: int


@dataclass
class Receiver:
    """``replies`` are given first, one an event, then ``usual``. What cannot be verified is in ``forged``."""

    secret: str = field(default_factory=new_secret)
    url: str = ""
    replies: list[Reply] = field(default_factory=list)
    usual: Reply = field(default_factory=Reply)
    received: list[Received] = field(default_factory=list)
    forged: list[str] = field(default_factory=list)

    @property
    def taken(self) -> list[tuple[str, str]]:
        """Type and name of the document of each event that was taken, in the order in which they came."""
        return [(one.event["type"], one.event["data"]["name"]) for one in self.received if one.status < 300]

    def until(self, condition: Callable[["Receiver"], bool], seconds: float = 60) -> None:
        """Waits until something has come."""
        end = time.monotonic() + seconds
        while not condition(self):
            assert time.monotonic() < end, (self.received, self.forged)
            time.sleep(0.02)


class _Handler(BaseHTTPRequestHandler):
    receiver: Receiver

    def do_POST(self) -> None:
        receiver = self.receiver
        body = self.rfile.read(int(self.headers["content-length"]))
        reply = receiver.replies.pop(0) if receiver.replies else receiver.usual
        try:
            event = Webhook(receiver.secret).verify(body, dict(self.headers.items()))
            assert self.headers["content-type"] == "application/json"
            assert json.loads(body) == event
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it
            receiver.forged.append(f"{type(error).__name__}: {error}")
            reply = Reply(400)
        else:
            receiver.received.append(Received(self.headers["webhook-id"], event, body, reply.status))
        time.sleep(reply.seconds)
        self.send_response(reply.status)
        for name, value in {**reply.headers, "Content-Length": "0"}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Runs one on a free port."""
    found = Receiver()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"receiver": found}))
    server.daemon_threads = True
    found.url = f"http://127.0.0.1:{server.server_address[1]}/events"
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
    assert not found.forged
