"""The caller's conversations: nobody sees those of somebody else, but by a link that their owner has made."""

import json
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response
from pydantic import Field

from ctassist.indexing.conversations import ConversationRow, Conversations, TurnRow
from ctassist.model.contract import Json
from ctassist.service.auth import CallerHere
from ctassist.service.documents import Cursor
from ctassist.service.engine import EngineHere
from ctassist.service.replies import (
    ConversationReply,
    ConversationsReply,
    ConversationSummary,
    CopyReply,
    SharedReply,
    ShareReply,
)
from ctassist.service.schemas import TitleBody
from ctassist.service.transcript import transcript

Words = Annotated[str, Field(max_length=300, description="words that all stand in the title or in the questions")]
_MARKDOWN: dict[int | str, dict[str, Any]] = {200: {"content": {"text/markdown": {"schema": {"type": "string"}}}}}

router = APIRouter(prefix="/v1", tags=["conversations"])


@router.get(
    "/conversations",
    operation_id="list_conversations",
    summary="List conversations",
    response_model=ConversationsReply,
)
async def conversations(
    caller: CallerHere,
    engine: EngineHere,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Cursor = None,
    q: Words = "",
) -> Response:
    """Lists the caller's conversations, the latest first."""

    def work() -> Response:
        found, following = Conversations(engine.archive.engine).list(caller, limit, cursor, q)
        return JSONResponse({"conversations": [_row(row) for row in found], "next": following})

    return await engine.run(work)


@router.get(
    "/conversations/{conversation_id}",
    operation_id="get_conversation",
    summary="One conversation",
    response_model=ConversationReply,
    responses=_MARKDOWN,
)
async def conversation(
    conversation_id: str,
    caller: CallerHere,
    engine: EngineHere,
    format: Annotated[Literal["json", "md"], Query()] = "json",
) -> Response:
    """Returns the answers of one conversation, the oldest first; `format=md` gives them with their sources to keep."""

    def work() -> Response:
        row, turns = Conversations(engine.archive.engine).opened(conversation_id, caller)
        if format == "md":
            headers = {"Content-Disposition": 'attachment; filename="conversation.md"'}
            return Response(transcript(row.title, turns), media_type="text/markdown; charset=utf-8", headers=headers)
        told = _told(turns, {"conversation_id": conversation_id})
        return JSONResponse({"conversation_id": conversation_id, "title": row.title, "turns": told})

    return await engine.run(work)


@router.patch(
    "/conversations/{conversation_id}",
    operation_id="rename_conversation",
    summary="Rename a conversation",
    response_model=ConversationSummary,
)
async def rename(conversation_id: str, body: TitleBody, caller: CallerHere, engine: EngineHere) -> Response:
    """Gives a conversation another title."""

    def work() -> Response:
        return JSONResponse(_row(Conversations(engine.archive.engine).rename(conversation_id, caller, body.title)))

    return await engine.run(work)


@router.delete(
    "/conversations/{conversation_id}",
    operation_id="delete_conversation",
    summary="Forget a conversation",
    status_code=204,
)
async def forget(conversation_id: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Deletes one conversation with all its answers, and its link."""
    await engine.run(lambda: Conversations(engine.archive.engine).delete(conversation_id, caller))
    return Response(status_code=204)


@router.put(
    "/conversations/{conversation_id}/share",
    operation_id="share_conversation",
    summary="Share a conversation",
    response_model=ShareReply,
)
async def share(conversation_id: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Makes a link under which others read the conversation as it grows, if they may read all that it was made from."""
    token = await engine.run(lambda: Conversations(engine.archive.engine).share(conversation_id, caller))
    return JSONResponse({"token": token, "url": f"#/shared/{token}"})


@router.delete(
    "/conversations/{conversation_id}/share",
    operation_id="withdraw_share",
    summary="Withdraw a link",
    status_code=204,
)
async def withdraw(conversation_id: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Makes the link to a conversation lead nowhere."""
    await engine.run(lambda: Conversations(engine.archive.engine).withdraw(conversation_id, caller))
    return Response(status_code=204)


@router.get("/shared/{token}", operation_id="get_shared", summary="A shared conversation", response_model=SharedReply)
async def shared(token: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Returns the conversation that a link leads to."""

    def work() -> Response:
        row, turns = Conversations(engine.archive.engine).shared(token, caller)
        return JSONResponse({"title": row.title, "turns": _told(turns, {"conversation_id": None})})

    return await engine.run(work)


@router.post(
    "/shared/{token}/copy",
    operation_id="copy_shared",
    summary="Go on with a shared conversation",
    status_code=201,
    response_model=CopyReply,
)
async def copy(token: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Copies the conversation that a link leads to into one of the caller's own, to ask on in it."""
    copied = await engine.run(lambda: Conversations(engine.archive.engine).copy_shared(token, caller))
    return JSONResponse({"conversation_id": copied}, status_code=201)


def _told(turns: Sequence[TurnRow], where: Json) -> list[Json]:
    return [
        {"at": turn.at.isoformat(), "question": turn.question, "answer": json.loads(turn.answer_json) | where}
        for turn in turns
    ]


def _row(row: ConversationRow) -> Json:
    return {
        "conversation_id": row.id,
        "title": row.title,
        "created_at": row.created_at.isoformat(),
        "updated_at": row.updated_at.isoformat(),
        "turns": row.turns,
    }
