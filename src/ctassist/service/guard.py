"""What holds for every request: its size, the headers of its response, and what is said when it fails unexpectedly."""

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ctassist.service.problems import UNEXPECTED, Fault, told

LARGEST_BODY = 1_000_000
# A client that is still sending does not read; so much more is taken in and thrown away before it is told.
DISCARDED = 1_000_000_000
TOO_LARGE = "The body is too large: at most 1 MB is accepted."

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}

log = structlog.get_logger("ctassist.service")


class Guard:
    """An ASGI layer around the application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request, or passes on what is not HTTP."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            body = await _body(scope, receive)
            if body is None:
                await told(scope, Fault(413, TOO_LARGE))(scope, receive, send_guarded)
            else:
                await self.app(scope, _replay(body, receive), send_guarded)
        except Exception:
            log.exception("unexpected failure", method=scope["method"], path=scope["path"])
            if not started:
                await told(scope, Fault(500, UNEXPECTED))(scope, receive, send_guarded)


async def _body(scope: Scope, receive: Receive) -> bytes | None:
    """Reads the whole body; None when it is larger than is accepted."""
    headers = Headers(scope=scope)
    declared = headers.get("content-length", "0")
    # A client that asks before it sends can be told at once.
    accepted = LARGEST_BODY if headers.get("expect", "").lower() == "100-continue" else DISCARDED
    if declared.isdigit() and int(declared) > accepted:
        return None
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        part = message.get("body", b"")
        size += len(part)
        if size <= LARGEST_BODY:
            parts.append(part)
        elif size > DISCARDED:
            break
        more = message.get("more_body", False)
    return b"".join(parts) if size <= LARGEST_BODY else None


def _replay(body: bytes, receive: Receive) -> Receive:
    """Returns a ``receive`` that first hands out ``body``, then what comes after it."""
    handed_out = False

    async def again() -> Message:
        nonlocal handed_out
        if handed_out:
            return await receive()
        handed_out = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
