"""Which pages of a browser may speak to ``/mcp``: none that an attacker has brought there by a name of their own."""

from urllib.parse import urlsplit

from fastapi import Request

from ctassist.service.addresses import is_loopback
from ctassist.service.problems import Fault
from ctassist.settings import Settings

_ORIGIN = "Pages of this origin may not use /mcp: CTASSIST_PUBLIC_URL says which address is the service's own."
_HOST = "The service is not called so: use the name of this machine (127.0.0.1), or set CTASSIST_PUBLIC_URL."


def stranger(request: Request, settings: Settings) -> Fault | None:
    """Returns what is wrong with where a request comes from or goes to; None when nothing is.

    A page may only be of this machine or of the service's public address. Without keys a service that listens on this
    machine alone is also called by one of its own names only: a name that somebody has made lead here is none.
    """
    origin = request.headers.get("origin")
    if origin is not None and not _is_own(origin, settings):
        return Fault(403, _ORIGIN)
    if not settings.keys and is_loopback(settings.host) and not _is_own(_called(request), settings):
        return Fault(421, _HOST)
    return None


def _called(request: Request) -> str:
    """Returns the address that the request was sent to, as its header says."""
    return f"{request.url.scheme}://{request.headers.get('host', '')}"


def _is_own(address: str, settings: Settings) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return is_loopback(host) or bool(settings.public_url and host == settings.public_url.host)
