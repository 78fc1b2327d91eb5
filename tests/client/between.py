"""Something between a client and a service, as real networks have it: it can refuse, redirect, and break off."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx


@dataclass
class Refusal:
    """What is answered instead of passing a request on."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Between:
    """A reverse proxy on loopback that serves another server below ``prefix``; ``seen`` are the requests it was sent.

    ``refusals`` are answered first, one a request. ``cut_after`` is how many bytes of a body are passed on before the
    connection is broken.
    """

    target: str
    prefix: str = ""
    url: str = ""
    refusals: list[Refusal] = field(default_factory=list)
    cut_after: int | None = None
    seen: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    between: Between
    protocol_version = "HTTP/1.1"

    def handle_one(self) -> None:
        between = self.between
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        between.seen.append((self.command, self.path, {name.lower(): value for name, value in self.headers.items()}))
        if between.refusals:
            refusal = between.refusals.pop(0)
            self._answer(refusal.status, refusal.headers, refusal.body)
        elif not self.path.startswith(between.prefix + "/"):
            self._answer(404, {"Content-Type": "text/html"}, b"<h1>Not here</h1>")
        else:
            self._pass_on(self.path.removeprefix(between.prefix), body)

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self.handle_one
        raise AttributeError(name)

    def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _pass_on(self, path: str, body: bytes) -> None:
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
        url = self.between.target + path
        with httpx.stream(self.command, url, content=body, headers=headers, timeout=60) as response:
            self.send_response(response.status_code)
            for name in ("content-type", "retry-after"):
                if name in response.headers:
                    self.send_header(name, response.headers[name])
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            left = self.between.cut_after
            for piece in response.iter_bytes():
                if left is not None and len(piece) >= left:
                    self._chunk(piece[:left])
                    self.close_connection = True
                    return
                left = None if left is None else left - len(piece)
                self._chunk(piece)
            self.wfile.write(b"0\r\n\r\n")

    def _chunk(self, piece: bytes) -> None:
        if piece:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def between(target: str, prefix: str = "") -> Iterator[Between]:
    """Runs one on a free port."""
    found = Between(target.rstrip("/"), prefix)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"between": found}))
    server.daemon_threads = True
    found.url = f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
