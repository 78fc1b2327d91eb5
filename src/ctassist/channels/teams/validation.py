"""Who sends us something: only what the Bot Framework has signed for this bot is dealt with.

The SDK's own check is not used: it lets a token be five minutes too old, does not insist on a service URL or an expiry,
fetches keys as often as somebody names an unknown one, and waits for them on the event loop.
"""

from dataclasses import dataclass

import jwt
import structlog

from ctassist.channels.teams.configuration import Bot
from ctassist.channels.teams.incoming import CHANNEL, Activity
from ctassist.channels.teams.signing_keys import SigningKeys
from ctassist.errors import CtassistError, NotAllowed

LEEWAY_SECONDS = 60
"""How far the clocks of two well-kept machines may be apart."""
_LONGEST_TOKEN = 8_192
_UNKNOWN = "This address is for Microsoft Teams alone."
_UNWELCOME = "This service does not answer there."

log = structlog.get_logger("ctassist.channels.teams")


class Unwelcome(CtassistError):
    """A real request, from where this bot does not answer."""

    status = 403


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token that holds says of the sender."""

    service_url: str
    key_channels: frozenset[str]


class Validator:
    """Checks tokens, and that an activity is one that its token was made for."""

    def __init__(self, bot: Bot, keys: SigningKeys) -> None:
        self._bot = bot
        self._keys = keys

    async def claims(self, authorization: str) -> Claims:
        """Returns what a token says. Raises NotAllowed for one that does not hold, without a word on why."""
        scheme, _, token = authorization.partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or not token or len(token) > _LONGEST_TOKEN:
            raise _refused("no token")
        try:
            header = jwt.get_unverified_header(token)
        except jwt.PyJWTError:
            raise _refused("no token") from None
        if header.get("alg") != "RS256" or not isinstance(header.get("kid"), str):
            raise _refused("another algorithm, or no key named")
        key = await self._keys.find(header["kid"])
        if key is None:
            raise _refused("unknown key")
        try:
            told = jwt.decode(
                token,
                key.key,
                algorithms=["RS256"],
                audience=self._bot.client_id,
                issuer=self._bot.issuer or self._keys.issuer,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud"]},
            )
        except jwt.PyJWTError as error:
            raise _refused(type(error).__name__) from None
        service_url = told.get("serviceurl")
        if not isinstance(service_url, str) or not service_url:
            raise _refused("no service URL")
        return Claims(service_url, key.endorsements)

    def check(self, activity: Activity, claims: Claims) -> None:
        """Raises Unwelcome for an activity that the token was not made for, or of a tenant that is not served."""
        if activity.service_url.rstrip("/") != claims.service_url.rstrip("/"):
            raise _unwelcome("another service URL than the token's")
        if not self._bot.may_send_to(activity.service_url):
            raise _unwelcome("service URL of no host that is allowed")
        if activity.channel_id != CHANNEL or (claims.key_channels and CHANNEL not in claims.key_channels):
            raise _unwelcome("another channel")
        if not activity.tenants or not self._bot.tenants.issuperset(activity.tenants):
            raise _unwelcome("tenant that is not served")


def _refused(reason: str) -> NotAllowed:
    log.warning("a request was refused", reason=reason)
    return NotAllowed(_UNKNOWN)


def _unwelcome(reason: str) -> Unwelcome:
    log.warning("a request was refused", reason=reason)
    return Unwelcome(_UNWELCOME)
