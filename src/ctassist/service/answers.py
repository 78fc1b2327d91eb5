"""Questions: a cited answer, whole or as it is made, and the ranked passages alone."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from typing import Any

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from sse_starlette.event import ServerSentEvent
from sse_starlette.sse import EventSourceResponse

from ctassist.answering.contract import answer_json, claim_json, coverage_json, passage_json
from ctassist.answering.generation.failures import AskerGone
from ctassist.errors import CtassistError
from ctassist.model.answer import AnswerRequest, Claim, Stage
from ctassist.model.caller import Caller
from ctassist.service.auth import CallerHere
from ctassist.service.engine import Engine, EngineHere
from ctassist.service.problems import problem_of
from ctassist.service.replies import AnswerReply, SearchReply
from ctassist.service.schemas import AnswerBody, SearchBody

EVENT_STREAM = "text/event-stream"
_CLOSED_REQUEST = 499
"""Nobody sees it but the log."""

router = APIRouter(prefix="/v1", tags=["questions"])
log = structlog.get_logger("ctassist.service")


@router.post(
    "/answers",
    operation_id="ask",
    summary="Ask a question",
    response_model=AnswerReply,
    responses={200: {"content": {EVENT_STREAM: {"schema": {"type": "string"}}}}},
)
async def ask(request: Request, body: AnswerBody, caller: CallerHere, engine: EngineHere) -> Response:
    """Answers a question from the archive, each claim with its citations.

    With `Accept: text/event-stream` the answer arrives as it is made: events `stage` (`stage`, and `coverage` once it
    is known), `claim`, then `answer` with the whole object, or `error` with a problem document.
    """
    wanted = body.request()
    if EVENT_STREAM in request.headers.get("accept", ""):
        return await _stream(engine, wanted, caller)
    gone = threading.Event()
    watching = asyncio.create_task(_watch(request, gone))
    try:
        answer = await engine.run(lambda: engine.assistant.answer(wanted, caller, gone=gone.is_set))
    except AskerGone:
        return Response(status_code=_CLOSED_REQUEST)
    finally:
        watching.cancel()
    return JSONResponse(answer_json(answer))


async def _watch(request: Request, gone: threading.Event) -> None:
    """Sets ``gone`` when the one who asked closes the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    gone.set()


@router.post("/search", operation_id="search", summary="Search passages", response_model=SearchReply)
async def search(body: SearchBody, caller: CallerHere, engine: EngineHere) -> Response:
    """Returns the passages that a question would be answered from, best first."""
    wanted = body.request()
    found = await engine.run(lambda: engine.assistant.search(wanted, caller, body.limit))
    passages = [passage_json(passage) for passage in found.passages]
    return JSONResponse({"resolved_question": found.resolved_question, "passages": passages})


async def _stream(engine: Engine, wanted: AnswerRequest, caller: Caller) -> Response:
    events: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
    gone = threading.Event()
    loop = asyncio.get_running_loop()

    def listen(name: str, payload: object) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(events.put_nowait, (name, _payload(name, payload)))

    async def work() -> None:
        try:
            answer = await engine.run(lambda: engine.assistant.answer(wanted, caller, listen, gone.is_set))
            events.put_nowait(("answer", answer_json(answer)))
        except AskerGone:
            pass
        except CtassistError as error:
            events.put_nowait(("error", error))
        except Exception as error:
            log.exception("unexpected failure", path="/v1/answers")
            events.put_nowait(("error", error))

    working = asyncio.create_task(work())
    first = await events.get()
    if first[0] == "error":
        # Nothing has been sent yet, so the status of the response can still say what is wrong.
        raise first[1]
    return EventSourceResponse(_events(first, events, working, gone), headers={"Cache-Control": "no-store"})


async def _events(
    first: tuple[str, Any],
    events: "asyncio.Queue[tuple[str, Any]]",
    working: "asyncio.Task[None]",
    gone: threading.Event,
) -> AsyncIterator[ServerSentEvent]:
    name, payload = first
    try:
        while True:
            if name == "error":
                payload = problem_of(payload)
            yield ServerSentEvent(json.dumps(payload, ensure_ascii=False), event=name)
            if name in ("answer", "error"):
                await working
                return
            name, payload = await events.get()
    finally:
        gone.set()


def _payload(name: str, payload: object) -> Any:
    if isinstance(payload, Claim):
        return claim_json(payload)
    if isinstance(payload, Stage):
        return {"stage": payload.name, "coverage": coverage_json(payload.coverage) if payload.coverage else None}
    return {name: payload}
