"""Which addresses and secrets a webhook can have."""

import base64
import binascii
import secrets
from urllib.parse import urlsplit

from ctassist.errors import UsageError
from ctassist.service.addresses import is_loopback

PREFIX = "whsec_"
_SECRET_BYTES = range(24, 65)
"""As Standard Webhooks has it."""
_LONGEST_URL = 2_000


def checked_url(url: str, *, allow_http: bool) -> str:
    """Returns an address that events can be sent to.

    Raises UsageError for one that is none, that holds a password, or that is not encrypted and not this machine's own
    unless ``allow_http``.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host = ""
    if not host or parts.scheme not in ("http", "https") or len(url) > _LONGEST_URL or not _is_plain(url):
        raise UsageError(f"{url[:100]!r} is not an address: write it as https://example.org/path.")
    if parts.username or parts.password:
        raise UsageError("The address holds a password, which would be listed: leave it out; events are signed.")
    if parts.fragment:
        raise UsageError("The address has a part after #, which is never sent: leave it out.")
    if parts.scheme == "http" and not is_loopback(host) and not allow_http:
        raise UsageError(f"Events to {host} could be read on the way: use https, or say --allow-http.")
    return url


def new_secret() -> str:
    """Returns a secret that nobody can guess."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def checked_secret(secret: str) -> str:
    """Returns a secret that events can be signed with. Raises UsageError for one that is none."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not secret.startswith(PREFIX) or len(key) not in _SECRET_BYTES:
        raise UsageError(f"A secret is {PREFIX} and 24 to 64 bytes in base64: leave --secret out to have one made.")
    return secret


def _is_plain(url: str) -> bool:
    return url.isascii() and url.isprintable() and " " not in url
