"""The caller's conversations: nobody sees those of somebody else."""

import json
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response

from ctassist.answering.contract import Json
from ctassist.indexing.conversations import ConversationRow, Conversations
from ctassist.service.auth import CallerHere
from ctassist.service.documents import Cursor
from ctassist.service.engine import EngineHere
from ctassist.service.replies import ConversationReply, ConversationsReply

router = APIRouter(prefix="/v1/conversations", tags=["conversations"])


@router.get("", operation_id="list_conversations", summary="List conversations", response_model=ConversationsReply)
async def conversations(
    caller: CallerHere, engine: EngineHere, limit: Annotated[int, Query(ge=1, le=200)] = 50, cursor: Cursor = None
) -> Response:
    """Lists the caller's conversations, the latest first."""

    def work() -> Response:
        found, following = Conversations(engine.archive.engine).list(caller, limit, cursor)
        return JSONResponse({"conversations": [_row(row) for row in found], "next": following})

    return await engine.run(work)


@router.get(
    "/{conversation_id}",
    operation_id="get_conversation",
    summary="One conversation",
    response_model=ConversationReply,
)
async def conversation(conversation_id: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Returns the answers of one conversation, the oldest first."""

    def work() -> Response:
        turns = Conversations(engine.archive.engine).turns(conversation_id, caller)
        told = [
            {
                "at": turn.at.isoformat(),
                "question": turn.question,
                "answer": json.loads(turn.answer_json) | {"conversation_id": conversation_id},
            }
            for turn in turns
        ]
        return JSONResponse({"conversation_id": conversation_id, "turns": told})

    return await engine.run(work)


@router.delete(
    "/{conversation_id}", operation_id="delete_conversation", summary="Forget a conversation", status_code=204
)
async def forget(conversation_id: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Deletes one conversation with all its answers."""
    await engine.run(lambda: Conversations(engine.archive.engine).delete(conversation_id, caller))
    return Response(status_code=204)


def _row(row: ConversationRow) -> Json:
    return {
        "conversation_id": row.id,
        "title": row.title,
        "created_at": row.created_at.isoformat(),
        "updated_at": row.updated_at.isoformat(),
        "turns": row.turns,
    }
