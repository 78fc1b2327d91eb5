"""``/v1/chat/completions`` and ``/v1/models``."""

import json
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from sse_starlette.event import ServerSentEvent
from sse_starlette.sse import EventSourceResponse

from ctassist.answering.generation.failures import AskerGone
from ctassist.channels.links import base_of
from ctassist.channels.openai.errors import Refused, error_of
from ctassist.channels.openai.rendering import chunk, completion, extras, usage_chunk
from ctassist.channels.openai.replies import CompletionReply, ErrorReply, ModelReply, ModelsReply
from ctassist.channels.openai.request import MODEL, ChatBody, request_of
from ctassist.channels.sourced import sourced
from ctassist.errors import CtassistError
from ctassist.model.answer import Answer, AnswerRequest, Piece
from ctassist.model.caller import Caller
from ctassist.service.answers import CLOSED_REQUEST, STREAMED
from ctassist.service.asking import Writing, answered, writing
from ctassist.service.auth import CallerHere
from ctassist.service.engine import Engine, EngineHere

ADDRESSES = ("/v1/chat/completions", "/v1/models")
_SINCE = 1_700_000_000
"""When the model was made: clients want a time, and this one was never trained."""
_ERRORS: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": ErrorReply, "description": "The request is at fault."},
    "5XX": {"model": ErrorReply, "description": "The service cannot answer now."},
}

router = APIRouter(prefix="/v1", tags=["OpenAI-compatible"])
log = structlog.get_logger("ctassist.channels")


@router.post(
    "/chat/completions",
    operation_id="create_chat_completion",
    summary="Answer the last message of a chat",
    response_model=CompletionReply,
    responses={**_ERRORS, 200: {"content": STREAMED}},
)
async def complete(request: Request, body: ChatBody, caller: CallerHere, engine: EngineHere) -> Response:
    """Answers as OpenAI's chat completions do: the content has `[n]` markers and its numbered sources below.

    `message.annotations` has a `url_citation` for each marker, and `message.ctassist` the Answer object of
    `POST /v1/answers`. With `stream` the chunks arrive as the answer is made; their text is the same.
    """
    wanted = request_of(body)
    base, here = base_of(request.app.state.settings), str(request.base_url).rstrip("/")
    if body.stream:
        counted = bool(body.stream_options and body.stream_options.include_usage)
        return await _stream(engine, wanted, caller, Streamed(wanted, base, here, counted))
    try:
        answer = await answered(engine, wanted, caller, request)
    except AskerGone:
        return Response(status_code=CLOSED_REQUEST)
    return JSONResponse(completion(answer, wanted, int(time.time()), base, here))


@router.get(
    "/models", operation_id="list_models", summary="The one model", response_model=ModelsReply, responses=_ERRORS
)
async def models(caller: CallerHere) -> Response:
    """Lists the one model that can be asked: the archive."""
    return JSONResponse({"object": "list", "data": [_model()]})


@router.get(
    "/models/{model}", operation_id="get_model", summary="A model", response_model=ModelReply, responses=_ERRORS
)
async def model(model: str, caller: CallerHere) -> Response:
    """Returns the model of this name."""
    if model != MODEL:
        sentence = f"There is no model {model[:100]!r} here; the one there is is called {MODEL!r}."
        raise Refused(sentence, "model", "model_not_found", 404)
    return JSONResponse(_model())


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": _SINCE, "owned_by": "ctassist"}


class Streamed:
    """The chunks of one completion; their texts, one after the other, are the content of the whole one."""

    def __init__(self, asked: AnswerRequest, base: str, here: str, counted: bool) -> None:
        self._asked = asked
        self._base, self._here = base, here
        self._counted = counted
        self._name = f"chatcmpl-{secrets.token_urlsafe(12)}"
        self._created = int(time.time())
        self._sent = ""

    def begun(self) -> dict[str, Any]:
        """Returns the first chunk."""
        return self._chunk({"role": "assistant", "content": "", "refusal": None})

    def of(self, event: Writing) -> list[dict[str, Any]]:
        """Returns the chunks that an event brings."""
        if isinstance(event, Piece):
            self._sent += event.text
            return [self._chunk({"content": event.text})]
        return self._ended(event) if isinstance(event, Answer) else []

    def _ended(self, answer: Answer) -> list[dict[str, Any]]:
        content = sourced(answer, self._base)
        rest = content.removeprefix(self._sent)
        chunks = [self._chunk({"content": rest})] if rest else []
        chunks.append(self._chunk(extras(answer, self._base, self._here)))
        chunks.append(self._chunk({}, "stop"))
        if self._counted:
            chunks = [{**told, "usage": None} for told in chunks]
            chunks.append(usage_chunk(self._name, self._created, self._asked, content))
        return chunks

    def _chunk(self, delta: dict[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
        return chunk(self._name, self._created, delta, finish_reason)


async def _stream(engine: Engine, wanted: AnswerRequest, caller: Caller, streamed: Streamed) -> Response:
    stack = AsyncExitStack()
    try:
        events = await stack.enter_async_context(writing(engine, wanted, caller))
        # Nothing has been sent yet, so the status of the response can still say what is wrong.
        first = await anext(events)
    except BaseException:
        await stack.aclose()
        raise
    sent = _sent(first, events, streamed, stack)
    return EventSourceResponse(sent, headers={"Cache-Control": "no-store"}, sep="\n")


async def _sent(
    first: Writing, events: AsyncIterator[Writing], streamed: Streamed, stack: AsyncExitStack
) -> AsyncIterator[ServerSentEvent]:
    async with stack:
        yield _event(streamed.begun())
        try:
            for told in streamed.of(first):
                yield _event(told)
            async for event in events:
                for told in streamed.of(event):
                    yield _event(told)
        except AskerGone:
            return
        except Exception as error:
            if not isinstance(error, CtassistError):
                log.exception("unexpected failure", path="/v1/chat/completions")
            yield _event(error_of(error))
            return
        yield ServerSentEvent("[DONE]", sep="\n")


def _event(payload: dict[str, Any]) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(payload, ensure_ascii=False), sep="\n")
