"""Versions of one issue: which documents are such, and which of them stands in for the others.

What replaces what follows from the stored documents alone, so that it does not matter in which order they came, and an
ingest that changes nothing changes nothing here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from ctassist.extraction.identity import series_key
from ctassist.extraction.version_words import standing
from ctassist.indexing import schema
from ctassist.indexing.database import reading, replaced_at, stored_at, utc, writing
from ctassist.indexing.likeness import Shingles, likeness, shingles
from ctassist.indexing.report import DocumentReport, Outcome
from ctassist.indexing.rows import recognition_of
from ctassist.model.archive import Edition

# Measured on invented issues, see docs/decisions/0016: light edits leave 0.8 of an issue as it was, heavy ones 0.6;
# forms filled in by different groups have up to 0.64 in common, issues that follow each other 0.4.
_ALIKE = 0.7
_ALIKE_BY_THEIR_WORD = 0.5
"""Enough where one of the two says that it is a draft, or revised."""


@dataclass(frozen=True, slots=True)
class Version:
    """A document as one of several versions."""

    row: int
    id: str
    name: str
    series: str
    period: tuple[date, date]
    access: str
    number: str | None
    language: str | None
    state: str | None
    published: date | None
    known_since: datetime
    scanned: bool = False
    """Whether pages of it were read by OCR, which may misread what the same issue as text says."""

    @property
    def said(self) -> str:
        """Its name with what it says of its state."""
        return Edition(self.id, self.name, self.state).said


@dataclass(frozen=True, slots=True)
class Settled:
    """Which documents are replaced, by their ids, and which no longer are."""

    replaced: Mapping[str, tuple[Version, Version]]
    restored: Sequence[Version]


def settle(engine: Engine, generation: int) -> Settled:
    """Decides which documents of ``generation``, the one in the making, are replaced, and writes it down."""
    with reading(engine) as connection:
        stored = {version.row: version for version in _stored(connection, generation)}
        wanted = dict(_pairs(connection, stored.values()))
        before = {id for id, _ in _in_force(connection, generation - 1).values()}
    with writing(engine) as connection:
        _write(connection, {row: winner.id for row, winner in wanted.items()}, generation)
    replaced = {stored[row].id: (stored[row], winner) for row, winner in wanted.items()}
    return Settled(replaced, [version for version in stored.values() if version.id in before - replaced.keys()])


def settled(engine: Engine, generation: int) -> Settled:
    """Returns what is in force in ``generation``."""
    with reading(engine) as connection:
        by_id = {version.id: version for version in _stored(connection, generation)}
        return Settled(
            {id: (by_id[id], by_id[winner]) for id, winner in _in_force(connection, generation).values()}, ()
        )


def in_report(report: DocumentReport, found: Settled) -> DocumentReport:
    """Returns the report of a document with what became of its versions."""
    if report.status in (Outcome.FAILED, Outcome.DUPLICATE, Outcome.REMOVED):
        return report
    newer = [_replaces(*pair) for pair in found.replaced.values() if pair[1].id == report.document_id]
    status, told = report.status, [*newer]
    if older := found.replaced.get(report.document_id or ""):
        told.append(_replaced_by(*older))
        status = Outcome.UNCHANGED if status is Outcome.UNCHANGED else Outcome.REPLACED
    elif any(version.id == report.document_id for version in found.restored):
        told.append(f"{report.name} is back: no later version of the same issue is there any more.")
        status = Outcome.RESTORED if status is Outcome.UNCHANGED else status
    return replace(report, status=status, versions=tuple(told))


def _replaces(older: Version, newer: Version) -> str:
    return f"{newer.said} replaces {older.said}, an earlier version of the same issue."


def _replaced_by(older: Version, newer: Version) -> str:
    return (
        f"{older.said} is replaced by {newer.said}, a later version of the same issue ({_reason(older, newer)}); "
        "it is back when that one goes."
    )


def _reason(older: Version, newer: Version) -> str:
    if standing(older.state) != standing(newer.state):
        if not newer.state:
            return f"“{older.state}” comes before a version without such a word"
        return f"“{newer.state}” comes after " + (
            f"“{older.state}”" if older.state else "a version without such a word"
        )
    if older.scanned and not newer.scanned:
        return "it is text, and need not be read by OCR"
    if older.published and newer.published and older.published != newer.published:
        return "it was published later"
    return "it was taken in later"


def _pairs(connection: Connection, stored: Iterable[Version]) -> Iterator[tuple[int, Version]]:
    """Each replaced document's row with the version that stands in for it."""
    groups: dict[tuple[object, ...], list[Version]] = defaultdict(list)
    for version in stored:
        groups[version.series, version.period, version.access].append(version)
    for group in groups.values():
        if len(group) > 1:
            yield from _within(connection, group)


def _within(connection: Connection, group: Sequence[Version]) -> Iterator[tuple[int, Version]]:
    texts = {version.row: _shingles(connection, version.row) for version in group}
    dated = all(version.published for version in group)

    def order(version: Version) -> tuple[tuple[int, tuple[int, ...]], bool, date, datetime, int]:
        day = version.published if dated else None
        return standing(version.state), not version.scanned, day or date.min, version.known_since, version.row

    waiting = sorted(group, key=order, reverse=True)
    while waiting:
        newest, *others = waiting
        older = [other for other in others if _are_versions(newest, other, texts)]
        yield from ((other.row, newest) for other in older)
        waiting = [other for other in others if other not in older]


def _are_versions(one: Version, other: Version, texts: Mapping[int, Shingles]) -> bool:
    """Tells whether two documents of the same series and period are one issue."""
    if (one.number and other.number and one.number != other.number) or (
        one.language and other.language and one.language != other.language
    ):
        return False
    differ = standing(one.state) != standing(other.state)
    return likeness(texts[one.row], texts[other.row]) >= (_ALIKE_BY_THEIR_WORD if differ else _ALIKE)


def _shingles(connection: Connection, row: int) -> Shingles:
    documents = schema.documents.c
    return shingles(connection.execute(select(documents.text).where(documents.row == row)).scalar_one())


def _stored(connection: Connection, generation: int) -> list[Version]:
    """The documents that can have versions: issues of a series, with a period."""
    documents = schema.documents.c
    columns = [column for column in documents if column.name not in ("text", "counts", "warnings")]
    query = select(*columns).where(stored_at(generation) & documents.series.is_not(None))
    found = connection.execute(query.where(documents.period_start.is_not(None)).order_by(documents.row))
    return [
        Version(
            row=row.row,
            id=row.id,
            name=row.name,
            series=series_key(row.series),
            period=(row.period_start, row.period_end),
            access=row.access,
            number=row.number,
            language=row.language,
            state=row.version,
            published=row.published,
            known_since=utc(row.known_since),
            scanned=_is_scanned(row.recognition),
        )
        for row in found
    ]


def _is_scanned(stored: Any) -> bool:
    recognition = recognition_of(stored)
    return recognition is not None and bool(recognition.pages)


def _in_force(connection: Connection, generation: int) -> dict[int, tuple[str, str]]:
    """The rows of replaced documents, each with its id and that of its replacement."""
    table, documents = schema.replacements.c, schema.documents.c
    query = select(table.document_row, documents.id, table.replaced_by).join(schema.documents)
    return {row: (id, winner) for row, id, winner in connection.execute(query.where(replaced_at(generation)))}


def _write(connection: Connection, wanted: Mapping[int, str], generation: int) -> None:
    """Ends what is no longer so and begins what is new; readers of the generation in service see neither."""
    table = schema.replacements
    there = {row: winner for row, (_, winner) in _in_force(connection, generation).items()}
    ended = [row for row, winner in there.items() if wanted.get(row) != winner]
    those = table.c.document_row.in_(ended) & replaced_at(generation)
    connection.execute(delete(table).where(those & (table.c.added == generation)))
    connection.execute(update(table).where(those).values(removed=generation))
    new = [
        {"document_row": row, "replaced_by": winner, "added": generation}
        for row, winner in wanted.items()
        if there.get(row) != winner
    ]
    if new:
        connection.execute(insert(table), new)
