"""Who is calling: the holder of a key where keys are set, anyone where they are not."""

import hashlib
import hmac
from typing import Annotated

from fastapi import Depends, Request

from ctassist.errors import NotAllowed
from ctassist.model.caller import ANYONE, OPEN, Caller
from ctassist.settings import Settings

COOKIE = "ctassist_key"


def identify(request: Request) -> Caller:
    """Returns the caller behind a request.

    A program presents its key as ``Authorization: Bearer``, the web page in a cookie, as a link cannot carry a header.
    Raises NotAllowed when keys are set and none of them is presented.
    """
    settings: Settings = request.app.state.settings
    if not settings.keys:
        return ANYONE
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    presented = token.strip() if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
    return caller_of(presented, settings.keys)


def caller_of(presented: str, keys: frozenset[str]) -> Caller:
    """Returns the caller that holds the key ``presented``. Raises NotAllowed when it is none of ``keys``."""
    given = presented.encode("utf-8", "surrogateescape")
    # Every key is compared, and each in constant time, so that the time taken tells nothing about any of them.
    if sum(hmac.compare_digest(given, key.encode("utf-8")) for key in keys):
        return Caller("key:" + hashlib.sha256(given).hexdigest()[:16], frozenset({OPEN}))
    if presented:
        raise NotAllowed("This key is not valid here. Ask whoever runs the service for another.")
    raise NotAllowed("This service asks for a key: send it as Authorization: Bearer KEY.")


CallerHere = Annotated[Caller, Depends(identify)]
