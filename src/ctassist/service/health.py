"""Whether the process lives, and whether it can answer."""

from dataclasses import asdict

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from ctassist.service.engine import EngineHere
from ctassist.service.problems import problem_json
from ctassist.service.replies import ReadyReply

router = APIRouter(tags=["health"])


@router.get("/healthz", operation_id="get_health", summary="Liveness")
async def health() -> dict[str, str]:
    """Answers as long as the process lives."""
    return {"status": "ok"}


@router.get("/readyz", operation_id="get_readiness", summary="Readiness", response_model=ReadyReply)
async def readiness(engine: EngineHere) -> Response:
    """Answers 200 when the index and the model are loaded, otherwise a problem that says which is not."""
    state = await engine.run(engine.readiness)
    if state.ready:
        return JSONResponse(asdict(state))
    body = problem_json(503, state.detail) | asdict(state)
    return JSONResponse(body, 503, {"Retry-After": "1"}, media_type="application/problem+json")
