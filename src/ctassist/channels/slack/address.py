"""The one address that Slack posts to: events, commands and what people press. Nothing is read before it is trusted."""

import structlog
from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

from ctassist.channels.slack.manifest import PATH
from ctassist.service.problems import problem

_NOT_SIGNED = (
    "This is not signed by Slack within the last five minutes. Check CTASSIST_SLACK_SIGNING_SECRET and the clock."
)
_NOT_READ = "This is no payload of Slack's."

log = structlog.get_logger("ctassist.channels.slack")


def add_address(app: FastAPI, bolt: AsyncApp, verifier: SignatureVerifier) -> None:
    """Adds the address to ``app``; what is signed is handed to ``bolt``."""

    @app.get(PATH, include_in_schema=False)
    async def here() -> Response:
        # Slack looks whether the address of a command is there, and so may people.
        return PlainTextResponse("Slack posts its events here.\n")

    @app.post(PATH, include_in_schema=False)
    async def events(request: Request) -> Response:
        body = await request.body()
        if not is_signed(verifier, body, request):
            return problem(401, _NOT_SIGNED)
        try:
            payload = to_async_bolt_request(request, body)
        except (ValueError, AttributeError, TypeError):
            return problem(400, _NOT_READ)
        try:
            response = await bolt.async_dispatch(payload)
        except Exception as error:  # noqa: BLE001 - Bolt stumbles over payloads that lack what it looks for
            # Slack would send it again just as it is.
            log.warning("what Slack sent could not be read", error=type(error).__name__)
            return PlainTextResponse("")
        return to_starlette_response(response)


def is_signed(verifier: SignatureVerifier, body: bytes, request: Request) -> bool:
    """Tells whether Slack has signed a request, not longer ago than five minutes."""
    timestamp = request.headers.get("x-slack-request-timestamp", "")
    signature = request.headers.get("x-slack-signature", "")
    # The library takes for granted that these are what they should be.
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 20 and signature.isascii()):
        return False
    try:
        return bool(verifier.is_valid(body, timestamp, signature))
    except UnicodeDecodeError:
        return False
