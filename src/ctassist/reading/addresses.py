"""Addresses of links: which ones are kept, and in which form."""

import re
from urllib.parse import urljoin, urlsplit

_LONGEST = 2000
"""Letters; what is longer is data rather than an address."""
_IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20\x7f-\xa0]+|[\x00-\x20\x7f-\xa0]+$")
"""Browsers leave these out, so that "java\\nscript:" is a script to them."""
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def kept_address(address: str | None, base: str = "") -> str:
    """Returns an address as it is kept; empty for one that is not.

    Kept are ``http:``, ``https:`` and ``mailto:``. A relative address is resolved against ``base``, which is the
    document's own; without one it leads nowhere, and within the document itself it leads nowhere else.
    """
    cleaned = _IGNORED.sub("", address or "")
    if not cleaned or len(cleaned) > _LONGEST or cleaned.startswith("#"):
        return ""
    try:
        whole = urljoin(base, cleaned) if base else cleaned
        parts = urlsplit(whole)
        named = parts.hostname if parts.scheme in ("http", "https") else parts.scheme == "mailto" and parts.path
    except ValueError:
        return ""
    return _UNSAFE.sub(_escaped, whole) if named else ""


def _escaped(letter: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.group().encode())
