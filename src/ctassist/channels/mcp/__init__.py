"""The archive for programs that speak the Model Context Protocol: over HTTP at ``/mcp``, and over standard streams.

The protocol's library takes 25 MB: nothing of it is imported before the first request. Each request is complete in
itself, so that any of several service processes can answer it, and nobody's rights outlive the request.
"""

from importlib import import_module
from types import ModuleType

from fastapi import FastAPI, Request
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ctassist.channels.mcp.errors import write
from ctassist.channels.mcp.origins import stranger
from ctassist.service import problems
from ctassist.service.auth import identify
from ctassist.service.engine import Engine
from ctassist.settings import Settings

ADDRESS = "/mcp"


def install(app: FastAPI, settings: Settings, engine: Engine) -> None:
    """Adds ``/mcp``."""
    # Streams that the server opens by itself (GET) and sessions (DELETE) are optional, and there are none.
    app.router.routes.append(Route(ADDRESS, endpoint=Endpoint(settings, engine), methods=["POST"]))
    problems.speak(app, ADDRESS, write)


class Endpoint:
    """Deals with the requests to ``/mcp``."""

    def __init__(self, settings: Settings, engine: Engine) -> None:
        self._settings = settings
        self._engine = engine
        self._serving: ModuleType | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request. Raises NotAllowed when keys are set and none of them is presented."""
        request = Request(scope, receive)
        if fault := stranger(request, self._settings):
            await problems.told(scope, fault)(scope, receive, send)
            return
        caller = identify(request)
        if self._serving is None:
            # In a worker thread: the service answers others meanwhile.
            self._serving = await self._engine.run(lambda: import_module("ctassist.channels.mcp.serving"))
        await self._serving.answer(self._engine, self._settings, caller, scope, receive, send)
