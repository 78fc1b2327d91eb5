"""The ledger: activities, roles, indicators and statements as typed rows, each with its source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, TypedDict, TypeVar, Unpack

from ctassist.client.call import Call, Day, Page, as_text, day, known, paged
from ctassist.client.results import Source, source_of
from ctassist.model.records import Activity, Indicator, Role, Statement
from ctassist.model.text import Span
from ctassist.model.time import Interval, Precision

R = TypeVar("R", Activity, Role, Indicator, Statement)

Kind = Literal["activities", "roles", "indicators", "statements"]


class RowFilters(TypedDict, total=False):
    """What a list of rows is limited to; what is not given does not limit.

    ``start`` and ``end`` are the first and the last day, both included. ``as_of``: as the archive stood on this day.
    ``entity``: an organisation or a person. ``place``: there, or in a place that lies in it. ``body``, ``label``:
    words of them. ``section``: a heading that the row stands under. ``q``: words that all stand in the row.
    ``undated``: only rows without a date. ``page_size``: rows fetched at once, 1 to 1,000.
    """

    start: Day
    end: Day
    as_of: Day
    entity: str
    place: str
    body: str
    label: str
    section: str
    q: str
    undated: bool
    page_size: int


class ActivityFilters(RowFilters, total=False):
    """``merged``: one row for what several documents tell; ``repeats`` of the row names the others."""

    merged: bool


@dataclass(frozen=True, slots=True)
class Row(Generic[R]):
    """One row: the record, and the span that states it. ``repeats`` are spans of other documents that say the same."""

    id: int
    record: R
    source: Source
    repeats: tuple[Source, ...] = ()

    @property
    def text(self) -> str:
        """The words of the row, as they stand in the document."""
        return self.source.quote


def activities(**filters: Unpack[ActivityFilters]) -> Call[Page[Row[Activity]]]:
    """Goes through all activities that fit, in the order of their days, undated ones last; see ``ActivityFilters``."""
    return Call("GET", "v1/activities", paged("activities", _row(_activity)), params_of(filters))


def roles(**filters: Unpack[RowFilters]) -> Call[Page[Row[Role]]]:
    """Goes through who holds which role; with ``as_of`` the latest statement of each up to that day."""
    return Call("GET", "v1/roles", paged("roles", _row(_role)), params_of(filters))


def indicators(**filters: Unpack[RowFilters]) -> Call[Page[Row[Indicator]]]:
    """Goes through figures with their labels; with ``as_of`` the latest of each up to that day."""
    return Call("GET", "v1/indicators", paged("indicators", _row(_indicator)), params_of(filters))


def statements(**filters: Unpack[RowFilters]) -> Call[Page[Row[Statement]]]:
    """Goes through the words of persons; ``row.source.words(row.record.quote)`` are those between the marks."""
    return Call("GET", "v1/statements", paged("statements", _row(_statement)), params_of(filters))


def csv(kind: Kind, **filters: Unpack[ActivityFilters]) -> Call[str]:
    """Gives all rows of one kind that fit as CSV with a header, for a spreadsheet."""
    params = params_of(filters) | {"format": "csv"}
    return Call("GET", f"v1/{kind}", as_text, params, accept="text/csv")


def params_of(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Returns filters as the service takes them."""
    given = dict(filters)
    days = {"from": day(given.pop("start", None)), "to": day(given.pop("end", None)), "as_of": day(given.get("as_of"))}
    flags = {name: "true" for name in ("undated", "merged") if given.pop(name, False)}
    return known(**given | days | flags | {"limit": given.pop("page_size", None)})


def _row(read: Callable[[Mapping[str, Any], Span, Source], R]) -> Callable[[Mapping[str, Any]], Row[R]]:
    def row(written: Mapping[str, Any]) -> Row[R]:
        source = source_of(written["citation"])
        repeats = tuple(source_of(other) for other in written.get("repeats", ()))
        return Row(written["id"], read(written, Span(source.start, source.end), source), source, repeats)

    return row


def _activity(written: Mapping[str, Any], span: Span, source: Source) -> Activity:
    return Activity(
        span=span,
        section=source.section,
        intervals=tuple(_interval(interval) for interval in written["intervals"]),
        organisations=tuple(written["organisations"]),
        persons=tuple(written["persons"]),
        places=tuple(written["places"]),
        page=source.page,
    )


def _role(written: Mapping[str, Any], span: Span, source: Source) -> Role:
    same = ("body", "role", "label", "holder", "affiliation", "number")
    interval = _interval(written["interval"]) if written["interval"] else None
    named = {name: written[name] for name in same}
    return Role(span=span, **named, section=source.section, interval=interval, page=source.page)


def _indicator(written: Mapping[str, Any], span: Span, source: Source) -> Indicator:
    named = {name: written[name] for name in ("label", "value", "figure", "unit")}
    interval = _interval(written["interval"]) if written["interval"] else None
    return Indicator(span=span, **named, section=source.section, page=source.page, interval=interval)


def _statement(written: Mapping[str, Any], span: Span, source: Source) -> Statement:
    quote = Span(written["quote"]["start"], written["quote"]["end"])
    named = {name: written[name] for name in ("speaker", "verb", "title", "organisation")}
    interval = _interval(written["interval"]) if written["interval"] else None
    return Statement(span=span, quote=quote, **named, interval=interval, section=source.section, page=source.page)


def _interval(written: Mapping[str, str]) -> Interval:
    start, end = date.fromisoformat(written["start"]), date.fromisoformat(written["end"])
    return Interval(start, end, Precision(written["precision"]))
