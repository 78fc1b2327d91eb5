"""Thumbs and comments on answers."""

from fastapi import APIRouter
from fastapi.responses import Response

from ctassist.indexing.feedback import Feedback, Rating
from ctassist.service.auth import CallerHere
from ctassist.service.engine import EngineHere
from ctassist.service.schemas import FeedbackBody

router = APIRouter(prefix="/v1", tags=["questions"])


@router.post("/feedback", operation_id="give_feedback", summary="Judge an answer", status_code=204)
async def feedback(body: FeedbackBody, caller: CallerHere, engine: EngineHere) -> Response:
    """Keeps the caller's last word on an answer; `ctassist feedback` shows it to those who run the service."""

    def work() -> None:
        kept = Feedback(engine.archive.engine)
        if body.rating is None:
            kept.remove(caller, body.answer_id)
        else:
            kept.put(caller, body.answer_id, body.conversation_id, Rating(body.rating), body.comment)

    await engine.run(work)
    return Response(status_code=204)
