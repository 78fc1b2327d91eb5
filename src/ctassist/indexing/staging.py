"""Documents in the database, from the side of an ingest: what is stored, and storing one, in short transactions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, Table, func, insert, select, update

from ctassist.errors import IndexUnusable
from ctassist.indexing import rows, schema
from ctassist.indexing.database import read_meta, reading, stored_at, visible_at, write_meta, writing
from ctassist.indexing.embedding import ModelIdentity
from ctassist.indexing.parsing import Parsed
from ctassist.indexing.planning import Step, Stored
from ctassist.indexing.report import DocumentReport, Outcome
from ctassist.indexing.sources import Found
from ctassist.model.archive import Document
from ctassist.reading.ocr.tesseract import Tesseract

ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that is read and not yet stored."""

    file: Found
    size: int
    access: str
    parsed: Parsed

    @property
    def counts(self) -> dict[str, int]:
        """How much the document brings, by the names that summaries show."""
        found = self.parsed.extraction
        kinds = {kind: len(getattr(found, kind)) for kind in schema.LEDGER}
        return {"items": len(found.items), "passages": len(self.parsed.passages), "names": len(found.names), **kinds}

    @property
    def warnings(self) -> tuple[str, ...]:
        """What reading and extraction want a person to know."""
        return tuple(dict.fromkeys((*self.parsed.reading.warnings, *self.parsed.extraction.warnings)))

    def report(self, outcome: Outcome) -> DocumentReport:
        """Returns the line of the summary for this document."""
        found = self.parsed.extraction
        return DocumentReport(
            name=self.file.name,
            source=self.file.source,
            status=outcome,
            document_id=(self.file.sha256 or "")[:ID_LENGTH],
            period=found.period,
            pages=self.parsed.reading.pages,
            **_counted(self.counts),
            warnings=self.warnings,
            recognition=self.parsed.reading.recognition,
            title=found.title,
            series=found.identity.series,
            language=found.identity.language,
        )


def check_model(connection: Connection, model: ModelIdentity) -> None:
    """Raises IndexUnusable when the index was made with another embedding model."""
    meta = read_meta(connection)
    name, sha256 = meta.get("model_name"), meta.get("model_sha256")
    if sha256 is not None and sha256 != model.sha256:
        raise IndexUnusable(
            f"The index was made with another embedding model ({name}, {sha256[:12]}…) than this ctassist uses "
            f"({model.name}, {model.sha256[:12]}…): set CTASSIST_INDEX_DIR to a new folder and ingest again."
        )


def claim_model(engine: Engine, model: ModelIdentity) -> None:
    """Writes down which model the index is made with, or checks it; see ``check_model``."""
    with writing(engine) as connection:
        check_model(connection, model)
        write_meta(connection, model_name=model.name, model_sha256=model.sha256, model_dimension=str(model.dimension))


def stored_documents(engine: Engine, generation: int, tesseract: Tesseract) -> list[Stored]:
    """Returns the documents of the generation in the making, those already stored for it among them.

    Those are outdated whose pages ``tesseract`` could read and nobody has, or that were read in other languages.
    """
    documents = schema.documents.c
    columns = (
        documents.row,
        documents.sha256,
        documents.source,
        documents.pipeline,
        documents.access,
        (documents.added >= generation).label("staged"),
    )
    with reading(engine) as connection:
        query = select(*columns, documents.recognition).where(stored_at(generation)).order_by(documents.row)
        return [
            Stored(
                row.row,
                row.sha256,
                row.source,
                row.pipeline,
                row.access,
                row.staged,
                tesseract.outdates(rows.recognition_of(row.recognition)),
            )
            for row in connection.execute(query)
        ]


def visible_documents(engine: Engine, generation: int) -> list[Document]:
    """Returns all documents that are listed in ``generation``, whatever their label: the ingest may see them all."""
    columns = [column for column in schema.documents.c if column.name != "text"]
    with reading(engine) as connection:
        return [rows.document_of(row) for row in connection.execute(select(*columns).where(visible_at(generation)))]


def report_of(engine: Engine, step: Step) -> DocumentReport:
    """Returns the line of the summary for a step that reads nothing."""
    file = step.file
    if step.outcome is Outcome.DUPLICATE and file is not None:
        same = f"{file.name} has the same content as {step.same_as}, which stands for both."
        document_id = (file.sha256 or "")[:ID_LENGTH]
        return DocumentReport(file.name, file.source, Outcome.DUPLICATE, document_id, problem=same)
    assert step.stored is not None
    return stored_report(engine, step.stored.row, step.outcome, file)


def stored_report(engine: Engine, row: int, outcome: Outcome, file: Found | None = None) -> DocumentReport:
    """Returns the line of the summary for a document that is stored already, under the name of ``file`` if given."""
    with reading(engine) as connection:
        found = connection.execute(select(schema.documents).where(schema.documents.c.row == row)).one()
    document = rows.document_of(found)
    return DocumentReport(
        name=file.name if file else document.name,
        source=file.source if file else document.source,
        status=outcome,
        document_id=document.id,
        period=document.period,
        pages=document.pages,
        **_counted(found.counts),
        warnings=document.warnings,
        recognition=document.recognition,
        title=document.title,
        series=document.series,
        language=document.language,
    )


def store(
    engine: Engine,
    draft: Draft,
    vectors: NDArray[np.float32],
    generation: int,
    pipeline: str,
    retires: Collection[int],
) -> None:
    """Stores a document with all that belongs to it as part of ``generation``, and retires rows, in one transaction."""
    with writing(engine) as connection:
        values = _document_values(draft) | {"known_since": _known_since(connection, draft, retires)}
        row = connection.execute(
            insert(schema.documents).values(**values, pipeline=pipeline, added=generation)
        ).inserted_primary_key
        assert row is not None
        _store_parts(connection, row[0], draft, vectors)
        _retire(connection, retires, generation)


def retire(engine: Engine, gone: Collection[int], generation: int) -> None:
    """Takes documents out of ``generation``; earlier ones keep them."""
    if gone:
        with writing(engine) as connection:
            _retire(connection, gone, generation)


class _Counted(TypedDict):
    items: int
    passages: int
    records: dict[str, int]


def _counted(counts: Mapping[str, int]) -> _Counted:
    return {
        "items": counts["items"],
        "passages": counts["passages"],
        "records": {kind: counts[kind] for kind in schema.LEDGER},
    }


def _retire(connection: Connection, gone: Collection[int], generation: int) -> None:
    documents = schema.documents.c
    still_there = documents.row.in_(gone) & documents.removed.is_(None)
    connection.execute(update(schema.documents).where(still_there).values(removed=generation))


def _known_since(connection: Connection, draft: Draft, retires: Collection[int]) -> datetime:
    """When these words came first: now, unless they are merely read again."""
    documents = schema.documents.c
    same = documents.row.in_(retires) & (documents.sha256 == draft.file.sha256)
    before = connection.execute(select(func.min(documents.known_since)).where(same)).scalar()
    return before or datetime.now(UTC)


def _document_values(draft: Draft) -> rows.Values:
    found = draft.parsed.extraction
    period = found.period
    sha256 = draft.file.sha256 or ""
    return {
        "id": sha256[:ID_LENGTH],
        "name": draft.file.name,
        "title": found.title,
        "media_type": draft.parsed.reading.media_type,
        "sha256": sha256,
        "size": draft.size,
        "source": draft.file.source,
        "ingested_at": datetime.now(UTC),
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "period_source": period.source if period else None,
        "published": found.published,
        "series": found.identity.series,
        "number": found.identity.number,
        "language": found.identity.language,
        "version": found.identity.version,
        "pages": draft.parsed.reading.pages,
        "status": "indexed",
        "access": draft.access,
        "warnings": list(draft.warnings),
        "recognition": rows.recognition_values(draft.parsed.reading.recognition),
        "counts": draft.counts,
        "text": draft.parsed.reading.text,
    }


def _store_parts(connection: Connection, row: int, draft: Draft, vectors: NDArray[np.float32]) -> None:
    read, found = draft.parsed.reading, draft.parsed.extraction
    parts: list[tuple[Table, Sequence[rows.Values]]] = [
        (schema.blocks, rows.blocks_values(read)),
        (schema.links, [rows.link_values(link) for link in read.links]),
        (schema.items, rows.record_values("items", read, found)),
        (schema.roles, rows.record_values("roles", read, found)),
        (schema.indicators, rows.record_values("indicators", read, found)),
        (schema.statements, rows.record_values("statements", read, found)),
        (schema.names, [rows.name_values(name) for name in found.names]),
        (schema.passages, [rows.passage_values(*pair) for pair in zip(draft.parsed.passages, vectors, strict=True)]),
    ]
    for table, values in parts:
        if values:
            connection.execute(insert(table), _of_document(row, values))
    activities = rows.record_values("activities", read, found)
    if activities:
        new = insert(schema.activities).returning(schema.activities.c.id, sort_by_parameter_order=True)
        ids = connection.execute(new, _of_document(row, activities)).scalars().all()
        intervals = [
            {"activity_id": id, **values}
            for id, activity in zip(ids, found.activities, strict=True)
            for values in rows.interval_values(activity)
        ]
        if intervals:
            connection.execute(insert(schema.activity_intervals), intervals)


def _of_document(row: int, values: Sequence[rows.Values]) -> list[rows.Values]:
    return [{"document_row": row, "seq": seq, **columns} for seq, columns in enumerate(values)]
