"""How things went over time: activities by month, roles from holder to holder, figures from issue to issue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Unpack

from ctassist.client.call import Call, Page, as_json, known, paged
from ctassist.client.ledger import ActivityFilters, params_of
from ctassist.client.results import Months, Source, months_of, source_of


@dataclass(frozen=True, slots=True)
class Count:
    """How many activities a month (``2024-01``), a year, a name, a place or a section has."""

    name: str
    activities: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Activities by month and year, without gaps from the first to the last; one that spans two counts in both.

    ``entities``, ``places`` and ``sections`` are what can narrow them down, the most frequent first.
    """

    total: int
    undated: int
    months: tuple[Count, ...]
    years: tuple[Count, ...]
    entities: tuple[Count, ...]
    places: tuple[Count, ...]
    sections: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A day on which roles are stated: the end of an issue (``period``), or of the time that a line tells.

    Both are None for pages without a period, which describe the present, or the ``beginning`` of a body.
    """

    day: date | None
    period: Months | None
    beginning: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder of a role as one source writes it."""

    name: str
    affiliation: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Spell:
    """The time through which somebody holds a role, in numbers of stops: stated from ``since`` to ``last``.

    ``until`` is the stop that states the role without them; None where none does.
    """

    since: int
    last: int
    until: int | None
    first: Holder
    latest: Holder


@dataclass(frozen=True, slots=True)
class Post:
    """One role in a body with all who held it; numbers count stops from 0.

    ``stated``: where the role is stated; ``changed``: where it changes hands; ``disputed``: where documents of one day
    name different holders.
    """

    role: str
    label: str
    stated: tuple[int, ...]
    changed: tuple[int, ...]
    disputed: tuple[int, ...]
    spells: tuple[Spell, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A working group or another body, however the documents spell its name."""

    name: str
    spellings: tuple[str, ...]
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class RoleTimeline:
    """Who held which role in which body from when to when; the oldest stop comes first."""

    stops: tuple[Stop, ...]
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of one issue; ``change`` is the difference to the one before. ``source`` may be left out; see above."""

    figure: str
    value: float | None
    change: float | None
    period: Months | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """An indicator of a periodical through the issues, the oldest figure first."""

    label: str
    labels: tuple[str, ...]
    unit: str | None
    periodical: str
    heading: str | None
    points: tuple[Point, ...]


def timeline(**filters: Unpack[ActivityFilters]) -> Call[Timeline]:
    """Counts the activities that fit by month, and says which names, places and sections narrow them down."""
    return Call("GET", "v1/activities/timeline", as_json(_timeline), params_of(filters))


def role_timeline() -> Call[RoleTimeline]:
    """Tells who held which role in which body from when to when."""
    return Call("GET", "v1/roles/timeline", as_json(_role_timeline))


def indicator_series(
    *, label: str | None = None, q: str | None = None, page_size: int = 100
) -> Call[Page[IndicatorSeries]]:
    """Goes through the indicators; those of exactly one ``label`` have the source of every figure, others of the last.

    ``q`` are words that all stand in the labels, the periodical or the heading.
    """
    params = {"limit": page_size} | known(label=label, q=q)
    return Call("GET", "v1/indicators/series", paged("series", _series), params)


def _timeline(written: Mapping[str, Any]) -> Timeline:
    def counts(kind: str, name: str = "name") -> tuple[Count, ...]:
        return tuple(Count(str(count[name]), count["activities"]) for count in written[kind])

    return Timeline(
        total=written["total"],
        undated=written["undated"],
        months=counts("months", "month"),
        years=counts("years", "year"),
        entities=counts("entities"),
        places=counts("places"),
        sections=counts("sections"),
    )


def _role_timeline(written: Mapping[str, Any]) -> RoleTimeline:
    return RoleTimeline(
        tuple(_stop(stop) for stop in written["stops"]), tuple(_body(body) for body in written["bodies"])
    )


def _stop(written: Mapping[str, Any]) -> Stop:
    day = date.fromisoformat(written["day"]) if written["day"] else None
    return Stop(day, months_of(written["period"]), written["beginning"])


def _body(written: Mapping[str, Any]) -> Body:
    return Body(written["name"], tuple(written["spellings"]), tuple(_post(post) for post in written["posts"]))


def _post(written: Mapping[str, Any]) -> Post:
    return Post(
        role=written["role"],
        label=written["label"],
        stated=tuple(written["stated"]),
        changed=tuple(written["changed"]),
        disputed=tuple(written["disputed"]),
        spells=tuple(_spell(spell) for spell in written["spells"]),
    )


def _spell(written: Mapping[str, Any]) -> Spell:
    stops = {name: written[name] for name in ("since", "last", "until")}
    return Spell(**stops, first=_holder(written["first"]), latest=_holder(written["latest"]))


def _holder(written: Mapping[str, Any]) -> Holder:
    return Holder(written["name"], written["affiliation"], source_of(written["citation"]))


def _series(written: Mapping[str, Any]) -> IndicatorSeries:
    named = {name: written[name] for name in ("label", "unit", "periodical", "heading")}
    points = tuple(_point(point) for point in written["points"])
    return IndicatorSeries(**named, labels=tuple(written["labels"]), points=points)


def _point(written: Mapping[str, Any]) -> Point:
    return Point(
        **{name: written[name] for name in ("figure", "value", "change")},
        period=months_of(written["period"]),
        source=source_of(written["citation"]) if written["citation"] else None,
    )
