"""Records to database rows and back; nothing here knows of transactions or generations."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Row

from ctassist.indexing.database import utc
from ctassist.indexing.passages import PassageDraft
from ctassist.model.archive import Document
from ctassist.model.records import Activity, Extraction, Indicator, Item, Name, NameKind, Role, Statement
from ctassist.model.text import Block, BlockKind, Box, Link, Reading, Recognition, Span, Word
from ctassist.model.time import Interval, Period, Precision

Record = Activity | Indicator | Item | Role | Statement
Values = dict[str, Any]
_DECIMALS = 2
"""Of a rectangle's edges, in points: finer than any screen."""


def blocks_values(reading: Reading) -> list[Values]:
    """Returns the columns of all blocks, in their order, each with the words that stand in it."""
    starts = [word.span.start for word in reading.words]
    spans = [block.span for block in reading.blocks]
    inside = (reading.words[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in spans)
    return [_block_values(block, words) for block, words in zip(reading.blocks, inside, strict=True)]


def _block_values(block: Block, words: Sequence[Word]) -> Values:
    return {
        "kind": block.kind.value,
        "start": block.span.start,
        "end": block.span.end,
        "level": block.level,
        "page": block.page,
        "boxes": [_numbers(box) for box in block.boxes],
        "cells": [[cell.start, cell.end] for cell in block.cells],
        "header": block.header,
        "confidence": block.confidence,
        "words": [[word.span.start, word.span.end, *_numbers(word.box)] for word in words],
    }


def _numbers(box: Box) -> list[float]:
    return [
        box.page,
        round(box.x0, _DECIMALS),
        round(box.y0, _DECIMALS),
        round(box.x1, _DECIMALS),
        round(box.y1, _DECIMALS),
    ]


def words_of(stored: Sequence[Sequence[Any]]) -> list[Word]:
    """Returns words as they are stored with their block."""
    return [Word(Span(start, end), Box(*numbers)) for start, end, *numbers in stored]


def link_values(link: Link) -> Values:
    """Returns a link's columns."""
    return {"start": link.span.start, "end": link.span.end, "url": link.address}


def link_of(row: Row[Any]) -> Link:
    """Returns the link of a row."""
    return Link(Span(row.start, row.end), row.url)


def block_of(row: Row[Any]) -> Block:
    """Returns the block of a row."""
    return Block(
        kind=BlockKind(row.kind),
        span=Span(row.start, row.end),
        level=row.level,
        page=row.page,
        boxes=tuple(Box(*box) for box in row.boxes),
        cells=tuple(Span(*cell) for cell in row.cells),
        header=row.header,
        confidence=row.confidence,
    )


def recognition_values(recognition: Recognition | None) -> Values | None:
    """Returns what is stored of the pages that are pictures."""
    return asdict(recognition) if recognition else None


def recognition_of(stored: Mapping[str, Any] | None) -> Recognition | None:
    """Returns what ``recognition_values`` stored."""
    if stored is None:
        return None
    return Recognition(tuple(stored["pages"]), stored["confidence"], tuple(stored["unread"]), stored["means"])


def document_of(row: Row[Any]) -> Document:
    """Returns the document of a row, whose ``counts`` say how many passages it has."""
    period = None
    if row.period_start is not None and row.period_end is not None:
        period = Period(row.period_start, row.period_end, row.period_source)
    return Document(
        id=row.id,
        name=row.name,
        title=row.title,
        media_type=row.media_type,
        sha256=row.sha256,
        size=row.size,
        source=row.source,
        ingested_at=utc(row.ingested_at),
        period=period,
        published=row.published,
        pages=row.pages,
        passages=row.counts.get("passages", 0),
        status=row.status,
        access=row.access,
        warnings=tuple(row.warnings),
        recognition=recognition_of(row.recognition),
        series=row.series,
        number=row.number,
        language=row.language,
        version=row.version,
    )


def record_values(table: str, reading: Reading, extraction: Extraction) -> list[Values]:
    """Returns the columns of all records of one kind, in their order."""
    records: Sequence[Record] = getattr(extraction, table)
    own = _TO_VALUES[table]
    return [_span_values(record, reading.text) | own(record) for record in records]


def interval_values(activity: Activity) -> list[Values]:
    """Returns the columns of an activity's intervals."""
    return [
        {"seq": seq, "first_day": interval.start, "last_day": interval.end, "precision": interval.precision.value}
        for seq, interval in enumerate(activity.intervals)
    ]


def interval_of(first: date | None, last: date | None, precision: str | None) -> Interval | None:
    """Returns an interval as stored, or None where none is."""
    if first is None or last is None or precision is None:
        return None
    return Interval(first, last, Precision(precision))


def record_of(table: str, row: Row[Any], intervals: Iterable[Interval] = ()) -> Record:
    """Returns the record of a row; ``intervals`` are those of an activity."""
    place: Values = {"span": Span(row.start, row.end), "section": tuple(row.section), "page": row.page}
    if table == "activities":
        place["intervals"] = tuple(intervals)
    return _FROM_ROW[table](place, row)


def name_values(name: Name) -> Values:
    """Returns a name's columns."""
    return {"key": name.key, "kind": name.kind.value, "aliases": list(name.aliases)}


def name_of(row: Row[Any]) -> Name:
    """Returns the name of a row."""
    return Name(row.key, NameKind(row.kind), tuple(row.aliases))


def passage_values(draft: PassageDraft, vector: NDArray[np.float32]) -> Values:
    """Returns a passage's columns, its vector among them."""
    return {
        "start": draft.span.start,
        "end": draft.span.end,
        "words": draft.words,
        "section": list(draft.section),
        "page": draft.page,
        "first_day": draft.start_date,
        "last_day": draft.end_date,
        "item": draft.item,
        "context": draft.context,
        "embedding": vector_bytes(vector),
    }


def vector_bytes(vector: NDArray[np.float32]) -> bytes:
    """Returns a vector as it is stored on every machine: little-endian 32-bit floats."""
    return np.ascontiguousarray(vector, dtype="<f4").tobytes()


def vector_of(stored: bytes) -> NDArray[np.float32]:
    """Returns a vector as stored by ``vector_bytes``."""
    return np.frombuffer(stored, dtype="<f4").astype(np.float32, copy=False)


def _span_values(record: Record, text: str) -> Values:
    return {
        "start": record.span.start,
        "end": record.span.end,
        "words": record.span.of(text),
        "section": list(record.section),
        "page": record.page,
    }


def _days(interval: Interval | None) -> Values:
    if interval is None:
        return {"first_day": None, "last_day": None, "precision": None}
    return {"first_day": interval.start, "last_day": interval.end, "precision": interval.precision.value}


def _activity_values(record: Activity) -> Values:
    return {
        "first_day": min((interval.start for interval in record.intervals), default=None),
        "last_day": max((interval.end for interval in record.intervals), default=None),
        "organisations": list(record.organisations),
        "persons": list(record.persons),
        "places": list(record.places),
    }


def _role_values(record: Role) -> Values:
    own = {name: getattr(record, name) for name in ("body", "role", "label", "holder", "affiliation", "number")}
    return own | _days(record.interval)


def _indicator_values(record: Indicator) -> Values:
    own = {name: getattr(record, name) for name in ("label", "value", "figure", "unit")}
    return own | _days(record.interval)


def _statement_values(record: Statement) -> Values:
    own = {name: getattr(record, name) for name in ("speaker", "verb", "title", "organisation")}
    return own | _days(record.interval) | {"quote_start": record.quote.start, "quote_end": record.quote.end}


_TO_VALUES: Mapping[str, Callable[[Any], Values]] = {
    "items": lambda record: {},
    "activities": _activity_values,
    "roles": _role_values,
    "indicators": _indicator_values,
    "statements": _statement_values,
}

_FROM_ROW: Mapping[str, Callable[[Values, Row[Any]], Record]] = {
    "items": lambda place, row: Item(**place),
    "activities": lambda place, row: Activity(
        **place, organisations=tuple(row.organisations), persons=tuple(row.persons), places=tuple(row.places)
    ),
    "roles": lambda place, row: Role(
        **place,
        body=row.body,
        role=row.role,
        label=row.label,
        holder=row.holder,
        affiliation=row.affiliation,
        number=row.number,
        interval=interval_of(row.first_day, row.last_day, row.precision),
    ),
    "indicators": lambda place, row: Indicator(
        **place,
        label=row.label,
        value=row.value,
        figure=row.figure,
        unit=row.unit,
        interval=interval_of(row.first_day, row.last_day, row.precision),
    ),
    "statements": lambda place, row: Statement(
        **place,
        quote=Span(row.quote_start, row.quote_end),
        speaker=row.speaker,
        verb=row.verb,
        title=row.title,
        organisation=row.organisation,
        interval=interval_of(row.first_day, row.last_day, row.precision),
    ),
}
