"""The ledger itself: activities, roles, indicators and statements as rows, each with its citation."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from ctassist.errors import UsageError
from ctassist.model.caller import Caller
from ctassist.model.contract import Json
from ctassist.model.time import Interval
from ctassist.service.auth import CallerHere
from ctassist.service.engine import Engine, EngineHere
from ctassist.service.indicator_series import SeriesQuery, indicators_json
from ctassist.service.ledger_replies import ActivitiesReply, IndicatorRowsReply, RolesReply, StatementsReply
from ctassist.service.paging import page
from ctassist.service.replies import IndicatorsReply, RoleTimelineReply, TimelineReply
from ctassist.service.role_timeline import role_timeline_json
from ctassist.service.rows import KINDS, Kind, Row, row_json, row_key, source_json
from ctassist.service.schemas import FirstDay, LastDay
from ctassist.service.selection import Wanted, listing
from ctassist.service.spreadsheet import to_csv
from ctassist.service.timeline import timeline as counted

Words = Annotated[str | None, Field(max_length=300)]

router = APIRouter(prefix="/v1", tags=["ledger"])


class RowsQuery(BaseModel):
    """Which rows, and which page of them."""

    model_config = ConfigDict(populate_by_name=True)

    start: FirstDay | None = Field(default=None, alias="from", description="first day, e.g. 2024-01 or 2024-01-15")
    end: LastDay | None = Field(default=None, alias="to", description="last day, included")
    as_of: LastDay | None = Field(default=None, description="as the archive stood on this day")
    entity: Words = Field(default=None, description="an organisation or a person")
    place: Words = Field(default=None, description="a place")
    body: Words = Field(default=None, description="words of the name of a body, such as a working group")
    label: Words = Field(default=None, description="words of a label")
    section: Words = Field(default=None, description="a heading that the row stands under")
    q: Words = Field(default=None, description="words that all stand in the row")
    undated: bool = Field(default=False, description="only rows that have no date")
    limit: int = Field(default=100, ge=1, le=1000, description="rows of one page at most")
    cursor: str | None = Field(default=None, max_length=2000, description="`next` of the page before")

    def wanted(self) -> Wanted:
        """Returns the filters alone. Raises UsageError when the days are in the wrong order."""
        if self.start and self.end and self.end < self.start:
            raise UsageError("from lies after to; swap them.")
        return Wanted(
            *(self.start, self.end, self.as_of, self.entity, self.place, self.body, self.label),
            *(self.section, self.q, self.undated),
        )


Merged = Annotated[bool, Field(description="one row for what several documents tell; `repeats` cites the others")]


class LedgerQuery(RowsQuery):
    """The filters of a listing. CSV holds all rows that match; JSON holds one page of them."""

    format: Literal["json", "csv"] = "json"


class ActivitiesQuery(LedgerQuery):
    """The filters of activities."""

    merged: Merged = False


Asked = Annotated[LedgerQuery, Query()]
AskedActivities = Annotated[ActivitiesQuery, Query()]
_CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


def listed(
    kind: Kind, engine: Engine, caller: Caller, query: RowsQuery, *, merged: bool = False, whole: bool = False
) -> Json:
    """Returns one page of rows under the name of their kind, how many match, and the cursor of the next page.

    Args:
        kind: which rows.
        engine: has the archive.
        caller: who asks.
        query: the filters and the page.
        merged: one row for what several documents tell.
        whole: all rows that match, whatever page is asked for.

    Raises:
        UsageError: the days are in the wrong order, or the cursor was not given out here.
    """
    with engine.archive.view(caller) as view:
        rows, documents = listing(kind, view, query.wanted())
    repeats: Mapping[int, Sequence[Row]] = {}
    if merged:
        rows, repeats = _merged(rows)
    total = len(rows)
    limit, cursor = (total, None) if whole else (query.limit, query.cursor)
    rows, following = page(rows, lambda row: row_key(kind, row, documents[row.document_id]), limit, cursor)
    shown = [row_json(kind, row, documents[row.document_id]) for row in rows]
    for written in shown if repeats else ():
        written["repeats"] = [source_json(row, documents[row.document_id]) for row in repeats[written["id"]]]
    return {kind.plural: shown, "total": total, "next": following}


def _list(kind: Kind, engine: Engine, caller: Caller, query: LedgerQuery) -> Response:
    merged = isinstance(query, ActivitiesQuery) and query.merged
    found = listed(kind, engine, caller, query, merged=merged, whole=query.format == "csv")
    if query.format == "json":
        return JSONResponse(found)
    rows = found[kind.plural]
    for row in rows:
        if "repeats" in row:
            row["repeats"] = [citation["url"] for citation in row["repeats"]]
    headers = {"Content-Disposition": f'attachment; filename="{kind.plural}.csv"'}
    return Response(to_csv(rows, ("id", "text")), media_type="text/csv; charset=utf-8", headers=headers)


def _merged(rows: Sequence[Row]) -> tuple[list[Row], dict[int, Sequence[Row]]]:
    """Returns one row for each activity, and for each of these those of other documents that tell the same."""
    from ctassist.answering.lists.merging import once

    groups = [group.entries for group in once(rows)]
    return [group[0] for group in groups], {group[0].id: group[1:] for group in groups}


@router.get("/activities", operation_id="list_activities", response_model=ActivitiesReply, responses=_CSV)
async def activities(query: AskedActivities, caller: CallerHere, engine: EngineHere) -> Response:
    """Lists dated and undated activities, in the order of their days."""
    return await engine.run(lambda: _list(KINDS["activities"], engine, caller, query))


@router.get("/activities/timeline", operation_id="get_timeline", response_model=TimelineReply)
async def timeline(query: AskedActivities, caller: CallerHere, engine: EngineHere) -> Response:
    """Counts the activities that match by month, and says which names, places and sections narrow them down."""

    def work() -> Response:
        wanted = query.wanted()
        with engine.archive.view(caller) as view:
            rows, _ = listing(KINDS["activities"], view, wanted)
        if query.merged:
            rows, _ = _merged(rows)
        return JSONResponse(counted(rows, Interval(wanted.start or date.min, wanted.end or date.max)))

    return await engine.run(work)


@router.get("/roles", operation_id="list_roles", response_model=RolesReply, responses=_CSV)
async def roles(query: Asked, caller: CallerHere, engine: EngineHere) -> Response:
    """Lists who holds which role; with `as_of`, the latest statement of each role up to that day."""
    return await engine.run(lambda: _list(KINDS["roles"], engine, caller, query))


@router.get("/roles/timeline", operation_id="get_role_timeline", response_model=RoleTimelineReply)
async def role_timeline(caller: CallerHere, engine: EngineHere) -> Response:
    """Tells who held which role in which body from when to when, each with the first and the last source."""
    return await engine.run(lambda: JSONResponse(role_timeline_json(engine.assistant.role_timeline(caller))))


@router.get("/indicators", operation_id="list_indicators", response_model=IndicatorRowsReply, responses=_CSV)
async def indicators(query: Asked, caller: CallerHere, engine: EngineHere) -> Response:
    """Lists figures with their labels, issue by issue; with `as_of`, the latest figure up to that day."""
    return await engine.run(lambda: _list(KINDS["indicators"], engine, caller, query))


@router.get("/indicators/series", operation_id="get_indicator_series", response_model=IndicatorsReply)
async def series(query: Annotated[SeriesQuery, Query()], caller: CallerHere, engine: EngineHere) -> Response:
    """Lists the indicators, each with its figures through the issues; those of one label with all their sources."""

    def work() -> Response:
        return JSONResponse(indicators_json(engine.assistant.indicator_series(caller), query))

    return await engine.run(work)


@router.get("/statements", operation_id="list_statements", response_model=StatementsReply, responses=_CSV)
async def statements(query: Asked, caller: CallerHere, engine: EngineHere) -> Response:
    """Lists the words of persons, with speaker and day."""
    return await engine.run(lambda: _list(KINDS["statements"], engine, caller, query))
