"""Briefings: what the archive says of a period, as JSON, as Markdown or as a Word document."""

from typing import Literal

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from ctassist.model.briefing import Briefing, BriefRequest
from ctassist.service.auth import CallerHere
from ctassist.service.engine import EngineHere
from ctassist.service.replies import BriefReply
from ctassist.service.schemas import FirstDay, LastDay, Name

MARKDOWN = "text/markdown"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

router = APIRouter(prefix="/v1", tags=["briefings"])


class BriefBody(BaseModel):
    """A period, and optionally an organisation or person and a place."""

    model_config = ConfigDict(
        populate_by_name=True,
        json_schema_extra={
            "examples": [
                {"from": "2024-01", "to": "2024-02"},
                {"from": "2024-02-01", "to": "2024-02-29", "entity": "UNODC", "place": "Africa", "format": "docx"},
            ]
        },
    )

    start: FirstDay = Field(alias="from", description="first day, e.g. 2024-01 or 2024-01-15")
    end: LastDay = Field(alias="to", description="last day, included")
    entity: Name | None = Field(default=None, description="an organisation or a person")
    place: Name | None = Field(default=None, description="a place")
    format: Literal["json", "markdown", "docx"] = "json"

    def request(self) -> BriefRequest:
        """Returns the request as the Assistant takes it."""
        return BriefRequest(self.start, self.end, self.entity, self.place)


@router.post(
    "/briefs",
    operation_id="brief",
    summary="Write a briefing",
    response_model=BriefReply,
    responses={
        200: {
            "content": {
                MARKDOWN: {"schema": {"type": "string"}},
                WORD: {"schema": {"type": "string", "format": "binary"}},
            }
        }
    },
)
async def brief(body: BriefBody, caller: CallerHere, engine: EngineHere) -> Response:
    """Writes a briefing on a period: figures, changes of roles, all activities, what was said, and the sources.

    A period of which the archive says nothing gives a briefing without sections, which says what was searched.
    """
    return await engine.run(lambda: _response(engine.assistant.brief(body.request(), caller), body))


def _response(briefing: Briefing, body: BriefBody) -> Response:
    # Imported here, in a worker thread: the service listens before the libraries behind are loaded.
    from ctassist.answering.briefing.contract import briefing_json
    from ctassist.answering.briefing.markdown import markdown
    from ctassist.answering.briefing.word import word

    if body.format == "markdown":
        return _file(markdown(briefing).encode("utf-8"), f"{MARKDOWN}; charset=utf-8", _name(body, "md"))
    if body.format == "docx":
        return _file(word(briefing), WORD, _name(body, "docx"))
    return JSONResponse(briefing_json(briefing))


def _name(body: BriefBody, ending: str) -> str:
    return f"briefing_{body.start.isoformat()}_{body.end.isoformat()}.{ending}"


def _file(content: bytes, media_type: str, name: str) -> Response:
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
