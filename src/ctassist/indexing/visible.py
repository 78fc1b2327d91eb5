"""Which documents a caller may see in one generation."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, select

from ctassist.indexing import rows, schema
from ctassist.indexing.database import replaced_at, stored_at, visible_at
from ctassist.model.archive import Document, Edition

REPLACED = "replaced"

DOCUMENT_ORDER = (
    schema.documents.c.period_start.nulls_last(),
    schema.documents.c.name,
    schema.documents.c.row,
)


@dataclass(frozen=True, slots=True)
class Visible:
    """The documents that callers with the same labels may read, in their order, with their rows and what they hold.

    ``replaced`` are those that a later version stands in for: they can be opened, so that what was cited from them can
    be looked up, and are in no list, search or count.
    """

    documents: dict[str, Document]
    rows: dict[str, int]
    counts: dict[str, int]
    replaced: dict[str, Document]
    replaced_rows: dict[str, int]


@lru_cache(maxsize=64)
def may_read(generation: int, access: frozenset[str]) -> ColumnElement[bool]:
    """Returns the condition that a document is part of ``generation`` and carries one of the labels."""
    return visible_at(generation) & schema.documents.c.access.in_(sorted(access))


def load_visible(connection: Connection, generation: int, access: frozenset[str]) -> Visible:
    """Reads the documents that callers with these labels may see."""
    documents = schema.documents.c
    columns = [column for column in documents if column.name != "text"]
    stored = select(*columns).where(stored_at(generation) & documents.access.in_(sorted(access)))
    everything = connection.execute(stored.order_by(*DOCUMENT_ORDER)).all()
    winners = _winners(connection, generation)
    found = [row for row in everything if row.row not in winners]
    replaced = [row for row in everything if row.row in winners]
    counts = dict.fromkeys(("passages", "items", *schema.LEDGER, "names"), 0)
    for row in found:
        for kind in counts:
            counts[kind] += row.counts.get(kind, 0)
    editions = {row.id: Edition(row.id, row.name, row.version) for row in everything}
    older: dict[str, list[Edition]] = defaultdict(list)
    for row in replaced:
        older[winners[row.row]].append(editions[row.id])
    return Visible(
        documents={row.id: replace(rows.document_of(row), replaces=tuple(older[row.id])) for row in found},
        rows={row.id: row.row for row in found},
        counts={"documents": len(found), **counts},
        replaced={
            row.id: replace(rows.document_of(row), status=REPLACED, replaced_by=editions[winners[row.row]])
            for row in replaced
        },
        replaced_rows={row.id: row.row for row in replaced},
    )


def _winners(connection: Connection, generation: int) -> dict[int, str]:
    """The rows of replaced documents with the ids of those that stand in for them, which have the same label."""
    table = schema.replacements.c
    query = select(table.document_row, table.replaced_by).where(replaced_at(generation))
    return {row.document_row: row.replaced_by for row in connection.execute(query)}
