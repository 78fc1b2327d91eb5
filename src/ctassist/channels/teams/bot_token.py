"""The token with which the bot writes: fetched with its secret, and again before it runs out."""

import asyncio
import time

import httpx

from ctassist.channels.teams.configuration import Bot
from ctassist.errors import CtassistError

_EARLY_SECONDS = 300.0
_SECONDS = 10.0


class BotToken:
    """The bot's token. The client credentials grant is one request, so no library that blocks is needed for it."""

    def __init__(self, http: httpx.AsyncClient, bot: Bot) -> None:
        self._http = http
        self._bot = bot
        self._token = ""
        self._until = 0.0
        self._fetching = asyncio.Lock()

    async def __call__(self) -> str:
        """Returns a token that holds. Raises CtassistError when none is given, and httpx's errors on the way there."""
        async with self._fetching:
            if time.monotonic() >= self._until:
                await self._fetch()
            return self._token

    def forget(self) -> None:
        """Says that the token is no longer taken."""
        self._until = 0.0

    async def _fetch(self) -> None:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._bot.client_id,
            "client_secret": self._bot.client_secret.get_secret_value(),
            "scope": self._bot.scope,
        }
        url = f"{self._bot.login_url}/{self._bot.tenant_id}/oauth2/v2.0/token"
        response = await self._http.post(url, data=form, timeout=_SECONDS)
        if response.status_code in (400, 401):
            raise CtassistError(
                "Microsoft gives this bot no token: check CTASSIST_TEAMS_CLIENT_ID, CTASSIST_TEAMS_TENANT_ID and "
                "CTASSIST_TEAMS_CLIENT_SECRET, which may have run out."
            )
        response.raise_for_status()
        given = response.json()
        self._token = str(given["access_token"])
        self._until = time.monotonic() + max(float(given.get("expires_in", 0)) - _EARLY_SECONDS, 0)
