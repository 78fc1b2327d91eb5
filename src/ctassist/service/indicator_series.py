"""The series of figures as JSON."""

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, Field

from ctassist.model.contract import Json
from ctassist.service.paging import page
from ctassist.service.render import period_json
from ctassist.service.rows import source_json

if TYPE_CHECKING:
    from ctassist.answering.figures.series import Figures, IndicatorSeries, Point


class SeriesQuery(BaseModel):
    """Which series are asked for."""

    label: Annotated[str | None, Field(max_length=1000)] = Field(default=None, description="exactly this label")
    q: Annotated[str | None, Field(max_length=300)] = Field(default=None, description="words that its labels have")
    limit: int = Field(default=100, ge=1, le=1000, description="series of one page at most")
    cursor: str | None = Field(default=None, max_length=2000, description="`next` of the page before")


def indicators_json(figures: "Figures", query: SeriesQuery) -> Json:
    """Returns one page of the series that a query asks for."""
    found = [(number, one) for number, one in enumerate(figures.series) if _is_asked(one, query)]
    shown, following = page(found, lambda pair: (-len(pair[1].points), pair[0]), query.limit, query.cursor)
    written = [_series(one, figures, cited=bool(query.label)) for _, one in shown]
    return {"series": written, "total": len(found), "next": following}


def _is_asked(series: "IndicatorSeries", query: SeriesQuery) -> bool:
    if query.label and _plain(query.label) not in map(_plain, series.labels):
        return False
    said = _plain(" ".join((*series.labels, series.periodical, series.heading or "")))
    return all(word in said for word in _plain(query.q or "").split())


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _series(series: "IndicatorSeries", figures: "Figures", *, cited: bool) -> Json:
    last = series.points[-1]
    return {
        "label": series.labels[0],
        "labels": list(series.labels),
        "unit": series.unit,
        "periodical": series.periodical,
        "heading": series.heading,
        "points": [_point(point, figures, cited=cited or point is last) for point in series.points],
    }


def _point(point: "Point", figures: "Figures", *, cited: bool) -> Json:
    return {
        "figure": point.row.record.figure,
        "value": point.value,
        "change": point.change,
        "period": period_json(point.period),
        "citation": source_json(point.row, figures.documents[point.row.document_id]) if cited else None,
    }
