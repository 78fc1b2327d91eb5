"""The application: routes, channels, errors and guards put together around one Engine."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.staticfiles import StaticFiles

from ctassist import __version__
from ctassist.channels import registry
from ctassist.channels.registry import Running
from ctassist.service import (
    answers,
    briefs,
    chat,
    conversations,
    documents,
    feedback,
    health,
    ledger,
    pages,
    problems,
    status,
)
from ctassist.service.engine import Engine
from ctassist.service.guard import Guard
from ctassist.service.logs import configure_logs
from ctassist.service.replies import Problem
from ctassist.settings import Settings, load_settings

DESCRIPTION = (
    "Asks an archive of periodical reviews; every answer is cited to the letter. Offsets count Unicode code points of "
    "a document's canonical text, errors are problem documents (RFC 9457)."
)


def create_app(settings: Settings) -> FastAPI:
    """Returns the application; it begins to open the index and to load the model when it starts.

    Raises UsageError for settings with which a channel cannot work.
    """
    engine = Engine(settings)
    beside: list[Running] = []

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        engine.start()
        try:
            async with AsyncExitStack() as stack:
                for running in beside:
                    await stack.enter_async_context(running)
                yield
        finally:
            engine.close()

    app = FastAPI(
        title="ctassist",
        version=__version__,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
    )
    app.state.settings = settings
    app.state.engine = engine
    for room in (answers, briefs, feedback, documents, ledger, conversations, status, health, chat, pages):
        app.include_router(room.router)
    app.mount("/static", StaticFiles(directory=pages.WEB / "static"), name="static")
    chat.install(app)
    beside += registry.install(app, settings, engine)
    problems.install(app)
    app.add_middleware(Guard)
    app.openapi = lambda: _describe(app)  # type: ignore[method-assign]
    return app


def from_environment() -> FastAPI:
    """Returns the application with the settings of the environment, for a server of several processes."""
    configure_logs()
    return create_app(load_settings())


def _describe(app: FastAPI) -> dict[str, Any]:
    """Returns the OpenAPI description, in which every error is a problem document."""
    if app.openapi_schema:
        return app.openapi_schema
    description = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    schemas = description["components"]["schemas"]
    schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for methods in description["paths"].values():
        for operation in methods.values():
            operation["responses"].pop("422", None)
            # Those that programs know from elsewhere say themselves how their errors look.
            operation["responses"].setdefault("4XX", {"description": "The request is at fault.", "content": content})
            operation["responses"].setdefault(
                "5XX", {"description": "The service cannot answer now.", "content": content}
            )
            operation["security"] = [{}, {"key": []}]
    description["components"]["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
    app.openapi_schema = description
    return description
