"""What the archive holds, and questions it can answer."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from ctassist.service.auth import CallerHere
from ctassist.service.engine import EngineHere
from ctassist.service.overview import examples, survey
from ctassist.service.render import period_json, series_json
from ctassist.service.replies import StatusReply

router = APIRouter(prefix="/v1", tags=["documents"])


@router.get("/status", operation_id="get_status", summary="What the archive holds", response_model=StatusReply)
async def status(caller: CallerHere, engine: EngineHere) -> Response:
    """Returns the number of documents, the period they cover, the gaps in it, periodicals, and example questions."""

    def work() -> Response:
        with engine.archive.view(caller) as view:
            found = survey(view)
            asked = examples(view)
        return JSONResponse(
            {
                "documents": len(found.documents),
                "documents_with_warnings": found.warned,
                "period": period_json(found.period),
                "gaps": [period_json(gap) for gap in found.gaps],
                "series": [series_json(series) for series in found.series],
                "counts": found.counts,
                "examples": asked,
            }
        )

    return await engine.run(work)
