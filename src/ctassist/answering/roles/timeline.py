"""The course of all roles through the archive: the days on which any is stated, and who held each from when to when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ctassist.answering.context import Context
from ctassist.answering.roles.bodies import Body, bodies_of, in_order
from ctassist.answering.roles.holding import CHAIR, CO_CHAIR, held_roles, is_shared_since
from ctassist.answering.roles.lines import all_roles, body_title, held_as, role_words
from ctassist.answering.roles.tenures import BEGINNING, Rank, Row, Stated, holder_key, rank, stated
from ctassist.extraction.role_words import is_former
from ctassist.model.archive import Document
from ctassist.model.time import Interval


@dataclass(frozen=True, slots=True)
class Stop:
    """One day on which roles are stated.

    ``day`` is None for pages without a period, which describe the present (the last stop), or how a body began (the
    first one). ``when`` is what the day is the end of: an issue's period, or the time that a line tells.
    """

    rank: Rank
    day: date | None
    when: Interval | None

    @property
    def is_beginning(self) -> bool:
        """Tells whether it is the undated time before all others."""
        return self.rank == BEGINNING


@dataclass(frozen=True, slots=True)
class Spell:
    """The time through which one holder is stated, in numbers of stops: from ``since`` to ``last``.

    ``until`` is the stop that states the role without this holder; None where none does. Who is merely not mentioned
    later has not left. ``first`` and ``latest`` are the rows of the first and the last statement.
    """

    first: Row
    latest: Row
    since: int
    last: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One role in one body: the stops that state it, those where documents differ, and those where it changed hands."""

    role: str
    label: str
    stated: tuple[int, ...]
    disputed: tuple[int, ...]
    spells: tuple[Spell, ...]

    @property
    def changed(self) -> tuple[int, ...]:
        """The stops that name somebody else than before, or name the role for the first time; never the first of all.

        What the first stop states may be older than the archive.
        """
        ends = (spell.until for spell in self.spells if spell.until is not None)
        return tuple(sorted({*(spell.since for spell in self.spells), *ends} - {0}))


@dataclass(frozen=True, slots=True)
class History:
    """One body with its posts; ``spellings`` are all names that the documents give it, the latest first."""

    name: str
    spellings: tuple[str, ...]
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class RoleTimeline:
    """All bodies that have roles, and the stops that their spells count in, the oldest first.

    ``documents`` are those that the rows stand in, by their ids.
    """

    stops: tuple[Stop, ...]
    bodies: tuple[History, ...]
    documents: Mapping[str, Document]


def role_timeline(context: Context) -> RoleTimeline:
    """Follows every role of every body through the archive."""
    rows = [row for row in context.view.roles(context.document_ids) if not is_former(row.record.role)]
    stops = _stops(rows, context)
    numbers = {stop.rank: number for number, stop in enumerate(stops)}
    bodies = in_order(bodies_of(rows, context))
    documents = {row.document_id: context.document(row.document_id) for row in rows}
    return RoleTimeline(tuple(stops), tuple(_history(body, numbers, context) for body in bodies), documents)


def _stops(rows: Iterable[Row], context: Context) -> list[Stop]:
    """The days on which rows are stated; each is called by the shortest issue that ends then."""
    times: dict[Rank, list[Interval]] = {}
    for row in rows:
        period = context.document(row.document_id).period
        when = row.record.interval or (period.interval if period else None)
        times.setdefault(rank(row, context), []).extend([when] if when else [])
    return [
        Stop(at, at[1] if times[at] else None, min(times[at], key=_length) if times[at] else None)
        for at in sorted(times)
    ]


def _length(when: Interval) -> int:
    return (when.end - when.start).days


def _history(body: Body, numbers: Mapping[Rank, int], context: Context) -> History:
    told = {role: stated(held_as(role, body.rows), context) for role in all_roles(held_roles(body))}
    names = dict.fromkeys(body_title(row.record.body) for row in reversed(body.rows))
    spellings = tuple(dict.fromkeys((body_title(body.name), *names)))
    return History(spellings[0], spellings, tuple(_post(role, told, numbers, context) for role in told))


def _post(role: str, told: Mapping[str, Sequence[Stated]], numbers: Mapping[Rank, int], context: Context) -> Post:
    own = told[role]
    # Co-chairs that a later chart names in place of the chair end that one's time.
    shared = [Stated(at, ()) for at in _shared_from(told)] if role == CHAIR else []
    return Post(
        role,
        role_words(context.words, role, own[-1].rows),
        tuple(numbers[now.rank] for now in own),
        tuple(numbers[now.rank] for now in own if now.disputed),
        tuple(_spells(sorted((*own, *shared), key=lambda now: now.rank), numbers, context)),
    )


def _shared_from(told: Mapping[str, Sequence[Stated]]) -> list[Rank]:
    """When the chart of a body names several co-chairs, and no chair any more."""
    return [
        now.rank
        for now in told.get(CO_CHAIR, ())
        if is_shared_since(
            {role: then for role, all_ in told.items() if (then := [s for s in all_ if s.rank <= now.rank])}
        )
    ]


def _spells(told: Iterable[Stated], numbers: Mapping[Rank, int], context: Context) -> list[Spell]:
    """The spells of all holders, in the order in which they began."""
    held: dict[str, Spell] = {}
    over: list[Spell] = []
    for now in told:
        at = numbers[now.rank]
        named = {holder_key(row, context): row for row in now.rows}
        over += [replace(held.pop(key), until=at) for key in list(held) if key not in named]
        for key, row in named.items():
            known = held.get(key)
            held[key] = replace(known, latest=row, last=at) if known else Spell(row, row, at, at)
    return sorted((*over, *held.values()), key=lambda spell: (spell.since, spell.first.id))
