"""Runs the service: checks the address, takes the port, and stops in good order."""

import errno
import os
import signal
import socket
import sys

import uvicorn
from uvicorn.supervisors import Multiprocess

from ctassist.application.app import create_app
from ctassist.errors import CtassistError, UsageError
from ctassist.service.addresses import is_loopback
from ctassist.settings import Settings

# How long requests that are being answered may take to end when the service is told to stop.
FAREWELL_SECONDS = 5
_SENTENCES = {
    errno.EADDRINUSE: "Port {port} on {host} is already in use: stop what uses it, or choose another with --port.",
    errno.EACCES: "Port {port} may not be used by this user: choose one above 1023 with --port.",
    errno.EADDRNOTAVAIL: "This machine has no address {host}: choose another with --host.",
}


def serve(settings: Settings) -> None:
    """Serves until told to stop.

    Raises UsageError for an address that strangers reach while no keys are set, and CtassistError when the port cannot
    be taken.
    """
    check_address(settings)
    sock = listen(settings)
    host, port = sock.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    _say(f"ctassist is at http://{shown}:{port} (stop it with Ctrl-C)")
    if settings.workers > 1:
        _run_many(settings, sock)
    else:
        _run_one(settings, sock)


def check_address(settings: Settings) -> None:
    """Refuses an address other than loopback unless keys are set, or the settings allow anyone, which is said aloud."""
    if settings.keys or is_loopback(settings.host):
        return
    if not settings.allow_anonymous:
        raise UsageError(
            f"{settings.host} can be reached from other machines and no keys are set: set CTASSIST_API_KEYS, or "
            "CTASSIST_ALLOW_ANONYMOUS=true to let anyone read the archive."
        )
    _say(f"Warning: anyone who reaches {settings.host} can read the whole archive (no keys are set).")


def listen(settings: Settings) -> socket.socket:
    """Takes the port. Raises CtassistError with a sentence that says why it cannot."""
    host = settings.host.strip("[]")
    try:
        found = socket.getaddrinfo(host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise CtassistError(f"There is no address {host!r}: choose another with --host.") from None
    family, kind, protocol, _, address = found[0]
    sock = socket.socket(family, kind, protocol)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind(address)
        sock.listen(2048)
    except OSError as error:
        sock.close()
        sentence = _SENTENCES.get(error.errno or 0, "Port {port} on {host} cannot be taken: {error}.")
        raise CtassistError(sentence.format(host=host, port=settings.port, error=error.strerror)) from None
    sock.set_inheritable(True)
    return sock


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def _run_one(settings: Settings, sock: socket.socket) -> None:
    # The server raises the signal again once it has stopped; that is not to end the process a second time.
    signal.signal(signal.SIGTERM, lambda number, frame: None)
    try:
        uvicorn.Server(_config(settings, create_app(settings))).run(sockets=[sock])
    except KeyboardInterrupt:
        return


def _run_many(settings: Settings, sock: socket.socket) -> None:
    os.environ.update(settings.as_environment())
    Multiprocess(_config(settings, "ctassist.application.app:from_environment"), sockets=[sock]).run()


def _config(settings: Settings, app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        factory=isinstance(app, str),
        workers=settings.workers,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=FAREWELL_SECONDS,
    )
