"""Questions: a cited answer, whole or as it is made, and the ranked passages alone."""

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from sse_starlette.event import ServerSentEvent
from sse_starlette.sse import EventSourceResponse

from ctassist.answering.generation.failures import AskerGone
from ctassist.errors import CtassistError
from ctassist.model.answer import Answer, AnswerRequest, Claim, Stage
from ctassist.model.caller import Caller
from ctassist.model.contract import answer_json, claim_json, passage_json, stage_json
from ctassist.service.asking import Event, answered, asking
from ctassist.service.auth import CallerHere
from ctassist.service.engine import Engine, EngineHere
from ctassist.service.problems import problem_of
from ctassist.service.replies import AnswerReply, SearchReply
from ctassist.service.schemas import AnswerBody, SearchBody

EVENT_STREAM = "text/event-stream"
STREAMED = {
    EVENT_STREAM: {
        "schema": {
            "type": "object",
            "description": "one event; its `data` is JSON",
            "properties": {"event": {"type": "string"}, "data": {"type": "string"}},
            "required": ["data"],
        }
    }
}
"""How the OpenAPI description shows what comes as server-sent events: event by event."""
CLOSED_REQUEST = 499
"""Nobody sees it but the log."""

router = APIRouter(prefix="/v1", tags=["questions"])
log = structlog.get_logger("ctassist.service")


@router.post(
    "/answers",
    operation_id="ask",
    summary="Ask a question",
    response_model=AnswerReply,
    responses={200: {"content": STREAMED}},
)
async def ask(request: Request, body: AnswerBody, caller: CallerHere, engine: EngineHere) -> Response:
    """Answers a question from the archive, each claim with its citations.

    With `Accept: text/event-stream` the answer arrives as it is made: events `stage` (`stage`, and `coverage` once it
    is known), `claim`, then `answer` with the whole object, or `error` with a problem document.
    """
    wanted = body.request()
    if EVENT_STREAM in request.headers.get("accept", ""):
        return await _stream(engine, wanted, caller)
    try:
        answer = await answered(engine, wanted, caller, request)
    except AskerGone:
        return Response(status_code=CLOSED_REQUEST)
    return JSONResponse(answer_json(answer))


@router.post("/search", operation_id="search", summary="Search passages", response_model=SearchReply)
async def search(body: SearchBody, caller: CallerHere, engine: EngineHere) -> Response:
    """Returns the passages that a question would be answered from, best first."""
    wanted = body.request()
    found = await engine.run(lambda: engine.assistant.search(wanted, caller, body.limit))
    passages = [passage_json(passage) for passage in found.passages]
    return JSONResponse({"resolved_question": found.resolved_question, "passages": passages})


async def _stream(engine: Engine, wanted: AnswerRequest, caller: Caller) -> Response:
    stack = AsyncExitStack()
    try:
        events = await stack.enter_async_context(asking(engine, wanted, caller))
        # Nothing has been sent yet, so the status of the response can still say what is wrong.
        first = await anext(events)
    except BaseException:
        await stack.aclose()
        raise
    return EventSourceResponse(_sent(first, events, stack), headers={"Cache-Control": "no-store"})


async def _sent(first: Event, events: AsyncIterator[Event], stack: AsyncExitStack) -> AsyncIterator[ServerSentEvent]:
    async with stack:
        yield _event(first)
        try:
            async for event in events:
                yield _event(event)
        except AskerGone:
            return
        except Exception as error:
            if not isinstance(error, CtassistError):
                log.exception("unexpected failure", path="/v1/answers")
            yield ServerSentEvent(json.dumps(problem_of(error), ensure_ascii=False), event="error")


def _event(event: Event) -> ServerSentEvent:
    match event:
        case Claim():
            name, payload = "claim", claim_json(event)
        case Stage():
            name, payload = "stage", stage_json(event)
        case Answer():
            name, payload = "answer", answer_json(event)
    return ServerSentEvent(json.dumps(payload, ensure_ascii=False), event=name)
