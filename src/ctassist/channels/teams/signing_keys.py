"""The keys with which the Bot Framework signs what it sends; they are changed now and then."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
import jwt
import structlog

from ctassist.errors import CtassistError

FRESH_SECONDS = 24 * 3600.0
"""Keys are fetched again after so long, whoever asks for them."""
UNKNOWN_SECONDS = 10.0
"""A key that nobody knows makes them be fetched again, but no more often than this: anyone can name such a key."""
_SECONDS = 10.0

log = structlog.get_logger("ctassist.channels.teams")


class KeysAway(CtassistError):
    """The keys cannot be fetched, so nothing can be checked."""

    status = 503


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key, and the channels for which it may sign (none named: any)."""

    key: Any
    endorsements: frozenset[str]

    def signs_for(self, channel: str) -> bool:
        """Tells whether the key may sign what comes from a channel."""
        return not self.endorsements or channel in self.endorsements


@dataclass(slots=True)
class _Fetched:
    issuer: str = ""
    keys: Mapping[str, SigningKey] = field(default_factory=dict)
    at: float = float("-inf")


class SigningKeys:
    """The published keys by their ids, and who issues tokens with them."""

    def __init__(self, http: httpx.AsyncClient, metadata_url: str) -> None:
        self._http = http
        self._metadata_url = metadata_url
        self._fetched = _Fetched()
        self._looked_at = float("-inf")
        self._fetching = asyncio.Lock()

    @property
    def issuer(self) -> str:
        """Who issues tokens, as the metadata says; empty before a key was asked for."""
        return self._fetched.issuer

    async def prepare(self) -> None:
        """Fetches the keys before anybody asks for one, so that nobody has to wait for them."""
        async with self._fetching:
            if not self._fetched.keys:
                await self._fetch()

    async def find(self, kid: str) -> SigningKey | None:
        """Returns the key of an id, or None when nobody publishes one. Raises KeysAway before any could be fetched."""
        if self._is_wanted(kid):
            async with self._fetching:
                if self._is_wanted(kid):
                    await self._fetch()
        if not self._fetched.keys:
            raise KeysAway("Requests cannot be checked now; try again in a moment.")
        return self._fetched.keys.get(kid)

    def _is_wanted(self, kid: str) -> bool:
        """Tells whether keys are to be fetched: they are old, or do not have this one, and were not just looked for."""
        now = time.monotonic()
        missing = kid not in self._fetched.keys or now - self._fetched.at > FRESH_SECONDS
        return missing and now - self._looked_at > UNKNOWN_SECONDS

    async def _fetch(self) -> None:
        # The first keys are no reason to wait for the next ones.
        first = not self._fetched.keys
        try:
            metadata = await self._json(self._metadata_url)
            published = await self._json(str(metadata["jwks_uri"]))
            self._fetched = _Fetched(str(metadata["issuer"]), _keys(published), time.monotonic())
        except (httpx.HTTPError, AttributeError, KeyError, TypeError, ValueError) as error:
            log.error("the keys of the Bot Framework cannot be fetched", reason=type(error).__name__)
            first = False
        if not first:
            self._looked_at = time.monotonic()

    async def _json(self, url: str) -> Any:
        response = await self._http.get(url, timeout=_SECONDS, follow_redirects=False)
        response.raise_for_status()
        return response.json()


def _keys(published: Any) -> dict[str, SigningKey]:
    """Reads a key set; what is no RSA key for signatures is passed over."""
    found: dict[str, SigningKey] = {}
    for written in published["keys"]:
        if written.get("kty") != "RSA" or written.get("use", "sig") != "sig" or not written.get("kid"):
            continue
        try:
            key = jwt.PyJWK(written, algorithm="RS256").key
        except jwt.PyJWTError:
            continue
        found[str(written["kid"])] = SigningKey(key, frozenset(map(str, written.get("endorsements", ()))))
    return found
