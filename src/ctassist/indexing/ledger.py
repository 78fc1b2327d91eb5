"""Rows of the ledger as entries, remembered by their ids: a row never changes and its id is never used again."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from ctassist.indexing import rows, schema
from ctassist.model.archive import Entry
from ctassist.model.time import Interval

_CHUNK = 500
_MOST_ENTRIES = 50_000
"""Some tens of megabytes; an archive of forty issues has a tenth of it."""
_MOST_IDS, _MOST_QUERIES = 200_000, 500
"""Some megabytes."""


class EntryCache:
    """Entries of all kinds by id; safe to share between threads.

    Which entries a caller may see is decided by the query that gave their ids, never here.
    """

    def __init__(self) -> None:
        """Starts empty."""
        self._entries: dict[tuple[str, int], Entry[Any]] = {}

    def entries(self, connection: Connection, kind: str, ids: Sequence[int]) -> list[Entry[Any]]:
        """Returns the entries with these ids in their order; ``kind`` names their table."""
        known = self._entries
        found = {id: entry for id in ids if (entry := known.get((kind, id))) is not None}
        missing = [id for id in ids if id not in found]
        for first in range(0, len(missing), _CHUNK):
            found.update(_load(connection, kind, missing[first : first + _CHUNK]))
        if missing:
            self._remember(kind, {id: found[id] for id in missing})
        return [found[id] for id in ids]

    def _remember(self, kind: str, new: dict[int, Entry[Any]]) -> None:
        if len(self._entries) + len(new) > _MOST_ENTRIES:
            # Another thread may be reading the old one.
            self._entries = {}
        if len(new) <= _MOST_ENTRIES:
            self._entries.update({(kind, id): entry for id, entry in new.items()})


class IdCache:
    """The ids that queries gave in one generation, which never change; safe to share between threads."""

    def __init__(self) -> None:
        """Starts empty."""
        self._ids: dict[Hashable, tuple[int, ...]] = {}
        self._count = 0

    def ids(self, asked: Hashable, query: Callable[[], Sequence[int]]) -> tuple[int, ...]:
        """Returns what ``query`` gives, or has given before for the same ``asked``."""
        known = self._ids.get(asked)
        if known is None:
            known = tuple(query())
            if self._count + len(known) > _MOST_IDS or len(self._ids) >= _MOST_QUERIES:
                # Another thread may be reading the old one.
                self._ids, self._count = {}, 0
            self._ids[asked] = known
            self._count += len(known)
        return known


def _load(connection: Connection, kind: str, ids: Sequence[int]) -> dict[int, Entry[Any]]:
    table = schema.metadata.tables[kind]
    documents = schema.documents.c
    query = select(table, documents.id.label("document_id")).join(schema.documents).where(table.c.id.in_(ids))
    intervals = _intervals(connection, ids) if kind == "activities" else {}
    return {row.id: _entry(kind, row, intervals.get(row.id, ())) for row in connection.execute(query)}


def _entry(kind: str, row: Row[Any], intervals: Sequence[Interval]) -> Entry[Any]:
    return Entry(row.id, row.document_id, row.words, rows.record_of(kind, row, intervals))


def _intervals(connection: Connection, ids: Sequence[int]) -> dict[int, list[Interval]]:
    intervals = schema.activity_intervals.c
    query = (
        select(intervals.activity_id, intervals.first_day, intervals.last_day, intervals.precision)
        .where(intervals.activity_id.in_(ids))
        .order_by(intervals.activity_id, intervals.seq)
    )
    found: dict[int, list[Interval]] = defaultdict(list)
    for activity_id, first, last, precision in connection.execute(query):
        interval = rows.interval_of(first, last, precision)
        assert interval is not None
        found[activity_id].append(interval)
    return found
