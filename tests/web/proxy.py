"""A proxy that serves a service under a path of its own, as an organisation's front door does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

_OF_ONE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "host"}


@contextmanager
def behind(url: str, prefix: str) -> Iterator[str]:
    """Serves the service at ``url`` under ``prefix``, as in ``/a/b``, and nothing elsewhere; yields the new address."""
    service = urlsplit(url).netloc

    class Handler(BaseHTTPRequestHandler):
        def forward(self) -> None:
            if not self.path.startswith(f"{prefix}/"):
                self.send_error(404)
                return
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name: value for name, value in self.headers.items() if name.lower() not in _OF_ONE_CONNECTION}
            connection = HTTPConnection(service, timeout=60)
            connection.request(self.command, self.path.removeprefix(prefix), body, headers)
            response = connection.getresponse()
            self.send_response(response.status)
            for name, value in response.getheaders():
                if name.lower() not in _OF_ONE_CONNECTION:
                    self.send_header(name, value)
            self.end_headers()
            # A stream goes on as it comes; its end closes the connection. A reader who leaves needs no more of it.
            with suppress(ConnectionError):
                shutil.copyfileobj(response, self.wfile, 1)
            connection.close()

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = forward  # noqa: N815  # What the library looks for.

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
