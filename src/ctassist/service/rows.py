"""The four kinds of ledger rows: how each is read, dated, ordered and written as JSON."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ctassist.model.archive import Document, Entry
from ctassist.model.contract import Json
from ctassist.model.records import Activity, Indicator, Role, Statement
from ctassist.model.time import Interval
from ctassist.service.paging import Key
from ctassist.service.render import period_json

if TYPE_CHECKING:
    from ctassist.indexing.view import View

Row = Entry[Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: ``read`` gives its rows, ``fields`` its own JSON members.

    ``days`` are the intervals a row is dated to, ``names`` the words that each filter looks at. ``state`` names what a
    row is the latest statement of, for records that hold until they are stated otherwise.
    """

    plural: str
    read: "Callable[[View], Sequence[Row]]"
    fields: Callable[[Any], Json]
    days: Callable[[Any, Document], tuple[Interval, ...]]
    names: Callable[[Any], Mapping[str, tuple[str | None, ...]]]
    state: Callable[[Any], tuple[str, ...]] | None = None


def row_json(kind: Kind, row: Row, document: Document) -> Json:
    """Returns one row with its citation."""
    return {"id": row.id, **kind.fields(row.record), "text": row.text, "citation": source_json(row, document)}


def source_json(row: Row, document: Document) -> Json:
    """Returns where a row stands, with its words."""
    span = row.record.span
    return {
        "document_id": document.id,
        "title": document.title,
        "period": period_json(document.period),
        "section": list(row.record.section),
        "page": row.record.page,
        "quote": row.text,
        "start": span.start,
        "end": span.end,
        "url": f"/documents/{document.id}?start={span.start}&end={span.end}#mark",
    }


def row_key(kind: Kind, row: Row, document: Document) -> Key:
    """Orders rows by day, undated ones last, then by their place in the archive."""
    days = kind.days(row.record, document)
    day = min(interval.start for interval in days).isoformat() if days else "9999"
    return (day, document.id, row.record.span.start, row.record.span.end, row.id)


def _interval_json(interval: Interval | None) -> Json | None:
    if interval is None:
        return None
    return {
        "start": interval.start.isoformat(),
        "end": interval.end.isoformat(),
        "precision": interval.precision.value,
    }


def _activity(record: Activity) -> Json:
    return {
        "intervals": [_interval_json(interval) for interval in record.intervals],
        "organisations": list(record.organisations),
        "persons": list(record.persons),
        "places": list(record.places),
    }


def _role(record: Role) -> Json:
    return {
        "body": record.body,
        "number": record.number,
        "role": record.role,
        "label": record.label,
        "holder": record.holder,
        "affiliation": record.affiliation,
        "interval": _interval_json(record.interval),
    }


def _indicator(record: Indicator) -> Json:
    return {
        "label": record.label,
        "value": record.value,
        "figure": record.figure,
        "unit": record.unit,
        "interval": _interval_json(record.interval),
    }


def _statement(record: Statement) -> Json:
    return {
        "speaker": record.speaker,
        "title": record.title,
        "organisation": record.organisation,
        "verb": record.verb,
        "quote": {"start": record.quote.start, "end": record.quote.end},
        "interval": _interval_json(record.interval),
    }


def _issue(document: Document) -> tuple[Interval, ...]:
    return (document.period.interval,) if document.period else ()


KINDS = {
    kind.plural: kind
    for kind in (
        Kind(
            "activities",
            lambda view: view.activities(),
            _activity,
            lambda record, document: record.intervals,
            lambda record: {"entity": (*record.organisations, *record.persons), "place": record.places},
        ),
        Kind(
            "roles",
            lambda view: view.roles(),
            _role,
            lambda record, document: (record.interval,) if record.interval else _issue(document),
            lambda record: {
                "entity": (record.holder, record.affiliation),
                "body": (record.body,),
                "label": (record.label,),
            },
            lambda record: (record.body.casefold(), record.role),
        ),
        Kind(
            "indicators",
            lambda view: view.all_indicators(),
            _indicator,
            lambda record, document: (record.interval,) if record.interval else _issue(document),
            lambda record: {"label": (record.label,)},
            lambda record: (record.label.casefold(), record.interval.end.isoformat() if record.interval else ""),
        ),
        Kind(
            "statements",
            lambda view: view.statements(),
            _statement,
            lambda record, document: (record.interval,) if record.interval else _issue(document),
            lambda record: {"entity": (record.speaker, record.organisation), "label": (record.title,)},
        ),
    )
}
