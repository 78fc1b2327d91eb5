"""What one caller sees of one generation."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from ctassist.errors import NotFound
from ctassist.indexing import rows, schema
from ctassist.indexing.document_cache import DocumentCache
from ctassist.indexing.ledger import EntryCache, IdCache
from ctassist.indexing.originals import original_of
from ctassist.indexing.passage_index import Hit, PassageFilter, PassageIndex
from ctassist.indexing.visible import DOCUMENT_ORDER, Visible, load_visible, may_read
from ctassist.model.archive import Document, Entry
from ctassist.model.records import Activity, Indicator, Item, Name, Role, Statement
from ctassist.model.text import Block, Box, Link, Span, rectangles
from ctassist.model.time import Interval


@dataclass(frozen=True, slots=True)
class Found:
    """One passage that a search found: ``text`` are the words of its span, without title and headings."""

    passage_id: int
    document_id: str
    span: Span
    text: str
    section: tuple[str, ...]
    page: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Shared:
    """What the views of one generation have in common."""

    index_dir: Path
    index: PassageIndex
    entries: EntryCache
    ids: IdCache
    documents: DocumentCache
    visible: dict[frozenset[str], Visible]
    names: dict[int, tuple[Name, ...]]


class View:
    """All reading of the archive for one caller, at one moment. It is valid inside ``Archive.view`` alone.

    Everything is limited to the documents of the generation in service that carry one of the caller's labels.
    ``document_ids`` limits further; ids that the caller cannot see find nothing.
    """

    def __init__(self, connection: Connection, shared: Shared, access: frozenset[str]) -> None:
        """Use ``Archive.view``."""
        self._connection = connection
        self._shared = shared
        self._access = access
        self._listed: dict[tuple[str, frozenset[str] | None, Interval | None], list[Entry[Any]]] = {}

    @property
    def generation(self) -> int:
        """The generation that this view shows."""
        return self._shared.index.generation

    def documents(self) -> list[Document]:
        """Returns the documents by the start of their period, then by name; those without a period come last."""
        return list(self._visible.documents.values())

    def document(self, document_id: str) -> Document:
        """Returns one document, be it replaced by a later version. Raises NotFound."""
        visible = self._visible
        document = visible.documents.get(document_id) or visible.replaced.get(document_id)
        if document is None:
            raise NotFound(_unknown(document_id))
        return document

    def text(self, document_id: str) -> str:
        """Returns the canonical text of a document. Raises NotFound."""
        return self._shared.documents.written(self._connection, self._row(document_id)).text

    def openings(self, length: int) -> dict[str, str]:
        """Returns the first ``length`` characters of each document that may be read, by its id."""
        query = select(schema.documents.c.id, func.substr(schema.documents.c.text, 1, length)).where(self._may_read)
        return {row.id: row[1] for row in self._connection.execute(query)}

    def file(self, document_id: str) -> tuple[Path, Document]:
        """Returns the copy of a document's original file. Raises NotFound."""
        document = self.document(document_id)
        path = original_of(self._shared.index_dir, document.sha256)
        if not path.is_file():
            raise NotFound(f"The original file of {document.name} is not kept here: ingest it again.")
        return path, document

    def blocks(self, document_id: str) -> list[Block]:
        """Returns the blocks of a document in reading order. Raises NotFound."""
        return self._blocks(schema.blocks.c.document_row == self._row(document_id))

    def blocks_at(self, document_id: str, span: Span) -> list[Block]:
        """Returns the blocks that share a character with ``span``, in reading order. Raises NotFound."""
        return self._blocks(self._meets(schema.blocks, document_id, span))

    def boxes_at(self, document_id: str, span: Span) -> list[Box]:
        """Returns the rectangles of the words of ``span`` on their pages, in reading order. Raises NotFound.

        A block of which only its lines are known gives those.
        """
        blocks = schema.blocks.c
        query = select(blocks.boxes, blocks.words).where(self._meets(schema.blocks, document_id, span))
        boxes: list[Box] = []
        for row in self._connection.execute(query.order_by(blocks.seq)):
            words = rows.words_of(row.words)
            inside = [word for word in words if word.span.start < span.end and word.span.end > span.start]
            boxes += rectangles(inside) if words else [Box(*numbers) for numbers in row.boxes]
        return boxes

    def links(self, document_id: str) -> list[Link]:
        """Returns the links of a document in the order of its text. Raises NotFound."""
        return list(self._shared.documents.written(self._connection, self._row(document_id)).links)

    def links_at(self, document_id: str, span: Span) -> list[Link]:
        """Returns the links that share a character with ``span``, in the order of the text. Raises NotFound."""
        return [link for link in self.links(document_id) if link.span.start < span.end and link.span.end > span.start]

    def activities(
        self,
        *,
        interval: Interval | None = None,
        dated: bool | None = None,
        document_ids: Collection[str] | None = None,
    ) -> list[Entry[Activity]]:
        """Returns activities in the order of their dates, then of the documents; undated ones come last.

        Args:
            interval: Only activities one of whose intervals meets this one; ordered by the first that does.
            dated: True for those with a date, False for those without, None for all.
            document_ids: Only from these documents.
        """
        table, intervals = schema.activities, schema.activity_intervals.c
        first_day: ColumnElement[Any] = table.c.first_day
        query = self._ids(table, document_ids)
        if interval is not None:
            first_day = func.min(intervals.first_day)
            query = query.join(schema.activity_intervals).group_by(table.c.id)
            query = query.where((intervals.first_day <= interval.end) & (intervals.last_day >= interval.start))
        if dated is not None:
            query = query.where(table.c.first_day.is_not(None) if dated else table.c.first_day.is_(None))
        return self._entries(table, query.order_by(first_day.nulls_last(), *DOCUMENT_ORDER, table.c.seq))

    def roles(self, document_ids: Collection[str] | None = None) -> list[Entry[Role]]:
        """Returns roles in the order of the documents."""
        return self._in_order(schema.roles, document_ids)

    def indicators(self, document_ids: Collection[str] | None = None) -> list[Entry[Indicator]]:
        """Returns the indicators of the documents' own times, in the order of the documents."""
        return [row for row in self.all_indicators(document_ids) if row.record.interval is None]

    def indicators_of_times(self, document_ids: Collection[str] | None = None) -> list[Entry[Indicator]]:
        """Returns the indicators whose column or sentence names their time, in the order of the documents."""
        return [row for row in self.all_indicators(document_ids) if row.record.interval is not None]

    def all_indicators(self, document_ids: Collection[str] | None = None) -> list[Entry[Indicator]]:
        """Returns indicators of any time in the order of the documents."""
        return self._in_order(schema.indicators, document_ids)

    def statements(
        self, interval: Interval | None = None, document_ids: Collection[str] | None = None
    ) -> list[Entry[Statement]]:
        """Returns statements in the order of the documents; with ``interval`` only those dated within it."""
        return self._in_order(schema.statements, document_ids, interval)

    def items(self, document_ids: Collection[str] | None = None) -> list[Entry[Item]]:
        """Returns items in the order of the documents."""
        return self._in_order(schema.items, document_ids)

    def names(self) -> list[tuple[str, Name]]:
        """Returns the names that the documents teach, each with the id of its document."""
        known = self._shared.names
        if not known.keys() >= set(self._visible.rows.values()):
            known.update(self._load_names())
        return [(id, name) for id, row in self._visible.rows.items() for name in known[row]]

    def counts(self) -> dict[str, int]:
        """Returns how many documents, passages, items, names and records of each kind there are."""
        return dict(self._visible.counts)

    def dense(
        self,
        vector: NDArray[np.float32],
        interval: Interval | None = None,
        document_ids: Collection[str] | None = None,
        limit: int = 10,
    ) -> list[Found]:
        """Returns the passages nearest to ``vector``, best first; with ``interval`` only those dated within it."""
        return self._found(self._shared.index.dense(vector, self._filter(interval, document_ids), limit))

    def lexical(
        self,
        terms: Sequence[str],
        interval: Interval | None = None,
        document_ids: Collection[str] | None = None,
        limit: int = 10,
    ) -> list[Found]:
        """Returns the passages that hold any of ``terms``, best first; with ``interval`` only those dated within it."""
        return self._found(self._shared.index.lexical(terms, self._filter(interval, document_ids), limit))

    @cached_property
    def _visible(self) -> Visible:
        visible = self._shared.visible.get(self._access)
        if visible is None:
            visible = self._shared.visible[self._access] = load_visible(self._connection, self.generation, self._access)
        return visible

    @property
    def _may_read(self) -> ColumnElement[bool]:
        return may_read(self.generation, self._access)

    def _row(self, document_id: str) -> int:
        visible = self._visible
        row = visible.rows.get(document_id) or visible.replaced_rows.get(document_id)
        if row is None:
            raise NotFound(_unknown(document_id))
        return row

    def _blocks(self, condition: ColumnElement[bool]) -> list[Block]:
        columns = [column for column in schema.blocks.c if column is not schema.blocks.c.words]
        query = select(*columns).where(condition).order_by(schema.blocks.c.seq)
        return [rows.block_of(row) for row in self._connection.execute(query)]

    def _meets(self, table: Table, document_id: str, span: Span) -> ColumnElement[bool]:
        """The condition that a row is of a document and shares a character with a span."""
        own = table.c.document_row == self._row(document_id)
        return own & (table.c.start < span.end) & (table.c.end > span.start)

    def _ids(self, table: Any, document_ids: Collection[str] | None) -> Select[Any]:
        query = select(table.c.id).join(schema.documents, table.c.document_row == schema.documents.c.row)
        if document_ids is None or self._rows(document_ids) == frozenset(self._visible.rows.values()):
            return query.where(self._may_read)
        return query.where(table.c.document_row.in_(sorted(self._rows(document_ids))))

    def _in_order(
        self, table: Any, document_ids: Collection[str] | None, interval: Interval | None = None
    ) -> list[Entry[Any]]:
        asked = (table.name, None if document_ids is None else frozenset(document_ids), interval)
        if asked not in self._listed:
            ids = self._shared.ids.ids(
                (self._access, *asked), lambda: self._ids_in_order(table, document_ids, interval)
            )
            self._listed[asked] = self._shared.entries.entries(self._connection, table.name, ids)
        return list(self._listed[asked])

    def _ids_in_order(
        self, table: Any, document_ids: Collection[str] | None, interval: Interval | None
    ) -> Sequence[int]:
        query = self._ids(table, document_ids)
        if interval is not None:
            query = query.where((table.c.first_day <= interval.end) & (table.c.last_day >= interval.start))
        return self._connection.execute(query.order_by(*DOCUMENT_ORDER, table.c.seq)).scalars().all()

    def _entries(self, table: Any, query: Select[Any]) -> list[Entry[Any]]:
        ids = self._connection.execute(query).scalars().all()
        return self._shared.entries.entries(self._connection, table.name, ids)

    def _load_names(self) -> dict[int, tuple[Name, ...]]:
        names = schema.names
        found: dict[int, list[Name]] = {row: [] for row in self._visible.rows.values()}
        query = select(names).join(schema.documents).where(self._may_read)
        for row in self._connection.execute(query.order_by(names.c.document_row, names.c.seq)):
            found[row.document_row].append(rows.name_of(row))
        return {row: tuple(known) for row, known in found.items()}

    def _rows(self, document_ids: Collection[str]) -> frozenset[int]:
        rows = self._visible.rows
        return frozenset(rows[id] for id in document_ids if id in rows)

    def _filter(self, interval: Interval | None, document_ids: Collection[str] | None) -> PassageFilter:
        documents = frozenset(self._visible.rows.values()) if document_ids is None else self._rows(document_ids)
        return PassageFilter(documents, interval)

    def _found(self, hits: Sequence[Hit]) -> list[Found]:
        passages = schema.passages.c
        columns = (passages.id, passages.start, passages.end, passages.words, passages.section, passages.page)
        query = (
            select(*columns, schema.documents.c.id.label("document_id"))
            .join(schema.documents, passages.document_row == schema.documents.c.row)
            .where(passages.id.in_([hit.passage_id for hit in hits]))
        )
        known = {}
        for row in self._connection.execute(query) if hits else ():
            span = Span(row.start, row.end)
            known[row.id] = Found(row.id, row.document_id, span, row.words, tuple(row.section), row.page, 0.0)
        return [replace(known[hit.passage_id], score=hit.score) for hit in hits if hit.passage_id in known]


def _unknown(document_id: str) -> str:
    return f"There is no document {document_id}: list the documents to see their ids."
