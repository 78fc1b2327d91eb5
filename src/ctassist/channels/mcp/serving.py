"""One request to ``/mcp``, or a whole talk over standard streams, dealt with by the protocol's library."""

from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.types import Receive, Scope, Send

from ctassist.channels.links import base_of
from ctassist.channels.mcp.here import Here
from ctassist.channels.mcp.server import server_for
from ctassist.model.caller import ANYONE, Caller
from ctassist.service.engine import Engine
from ctassist.settings import Settings


async def answer(
    engine: Engine, settings: Settings, caller: Caller, scope: Scope, receive: Receive, send: Send
) -> None:
    """Answers one HTTP request of ``caller``; when nobody waits any more, what is being done for it ends."""
    server = server_for(Here(engine, caller, base_of(settings)))
    # The library keeps a manager for sessions. There are none, so each request has its own, and leaves nothing behind.
    manager = StreamableHTTPSessionManager(server, stateless=True)
    async with manager.run():
        await manager.handle_request(scope, receive, send)


async def talk(settings: Settings) -> None:
    """Serves the program that has started this process, until it closes the standard input."""
    engine = Engine(settings)
    engine.start()
    try:
        server = server_for(Here(engine, ANYONE, base_of(settings)))
        # What is printed meanwhile goes to standard error: standard output is the protocol's.
        async with stdio_server() as (read, write):
            await server.run(read, write, server.create_initialization_options())
    finally:
        engine.close()
