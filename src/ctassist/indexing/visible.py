"""Which documents a caller may see in one generation."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select

from ctassist.indexing import rows, schema
from ctassist.indexing.database import visible_at
from ctassist.model.archive import Document

DOCUMENT_ORDER = (
    schema.documents.c.period_start.nulls_last(),
    schema.documents.c.name,
    schema.documents.c.row,
)


@dataclass(frozen=True, slots=True)
class Visible:
    """The documents that callers with the same labels may read, in their order, with their rows and what they hold."""

    documents: dict[str, Document]
    rows: dict[str, int]
    counts: dict[str, int]


def may_read(generation: int, access: frozenset[str]) -> ColumnElement[bool]:
    """Returns the condition that a document is part of ``generation`` and carries one of the labels."""
    return visible_at(generation) & schema.documents.c.access.in_(sorted(access))


def load_visible(connection: Connection, generation: int, access: frozenset[str]) -> Visible:
    """Reads the documents that callers with these labels may see."""
    columns = [column for column in schema.documents.c if column.name != "text"]
    query = select(*columns).where(may_read(generation, access)).order_by(*DOCUMENT_ORDER)
    found = connection.execute(query).all()
    counts = dict.fromkeys(("passages", "items", *schema.LEDGER, "names"), 0)
    for row in found:
        for kind in counts:
            counts[kind] += row.counts.get(kind, 0)
    return Visible(
        documents={row.id: rows.document_of(row) for row in found},
        rows={row.id: row.row for row in found},
        counts={"documents": len(found), **counts},
    )
