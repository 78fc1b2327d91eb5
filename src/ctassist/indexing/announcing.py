"""What a new generation brings, as events for webhooks: written in the transaction that puts it in service.

A webhook learns of what a caller with its labels would find changed in the list of documents, and of nothing else.
"""

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select

from ctassist.indexing.schema import announcements, webhooks
from ctassist.indexing.visible import Visible, load_visible
from ctassist.model.archive import Document
from ctassist.model.contract import Json
from ctassist.model.document_contract import document_json
from ctassist.model.time import Interval

LARGEST_BODY = 20_000
"""Bytes of one event at most, as Standard Webhooks advises."""
_LONGEST_NAME = 300
REMEMBERED = timedelta(days=30)
"""How long the log knows what became of an event."""


class EventType(StrEnum):
    """What has happened to a document."""

    INDEXED = "document.indexed"
    UPDATED = "document.updated"
    REMOVED = "document.removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One document of which the list of documents says something new."""

    type: EventType
    document: Document


def announce(connection: Connection, before: int, after: int, public_url: str | None) -> None:
    """Writes down what each webhook is to be told when generation ``after`` follows ``before``.

    ``public_url`` is where people reach the service; without it events have no link.
    """
    hooks = connection.execute(select(webhooks).where(webhooks.c.disabled_at.is_(None))).all()
    if not hooks:
        return
    now = datetime.now(UTC)
    connection.execute(delete(announcements).where(announcements.c.done_at < now - REMEMBERED))
    found: dict[frozenset[str], list[Change]] = {}
    ids: dict[tuple[EventType, str], str] = {}
    rows = []
    for hook in hooks:
        labels = frozenset(hook.access)
        if labels not in found:
            found[labels] = list(
                changes(load_visible(connection, before, labels), load_visible(connection, after, labels))
            )
        for change in found[labels]:
            named = (change.type, change.document.id)
            rows.append(
                {
                    "webhook_id": hook.id,
                    "event_id": ids.setdefault(named, event_name()),
                    "type": change.type.value,
                    "document_id": change.document.id,
                    "name": change.document.name,
                    "body": event_body(change.type, _told(change, after, public_url), now),
                    "made_at": now,
                    "due_at": now,
                    "attempts": 0,
                    "delivered": False,
                }
            )
    if rows:
        connection.execute(insert(announcements), rows)


def changes(before: Visible, after: Visible) -> Iterator[Change]:
    """Tells one moment of the list of documents from a later one, in the order of the list; what went comes last.

    A file that comes again with other words for the same period is an update; so is a document that is back in the
    list. A document that is merely read again is no news, and one that a later version stands in for is told by what
    that version ``replaces``.
    """
    held = before.documents.keys() | before.replaced.keys()
    kept = after.documents.keys() | after.replaced.keys()
    gone = [document for id, document in before.documents.items() if id not in kept]
    places = {_place(document): document.id for document in gone}
    superseded = set()
    for id, document in after.documents.items():
        if id in before.documents:
            continue
        earlier = places.get(_place(document))
        superseded.add(earlier)
        yield Change(EventType.UPDATED if id in held or earlier else EventType.INDEXED, document)
    for document in gone:
        if document.id not in superseded:
            yield Change(EventType.REMOVED, document)


def _place(document: Document) -> tuple[str, Interval | None]:
    """The file that a document came from, and the time that it is about."""
    return document.source, document.period.interval if document.period else None


def event_name() -> str:
    """Returns a new ``webhook-id``."""
    return f"msg_{secrets.token_hex(16)}"


def event_body(kind: str, data: Json, at: datetime) -> str:
    """Returns the body of an event; it is the same however often it is sent."""
    written = json.dumps({"type": kind, "timestamp": at.isoformat(), "data": data}, ensure_ascii=False)
    return written.encode("utf-8", "replace").decode()


def _told(change: Change, generation: int, public_url: str | None) -> Json:
    record = document_json(change.document)
    there = public_url and change.type is not EventType.REMOVED
    record["url"] = f"{str(public_url).rstrip('/')}{record['url']}" if there else None
    record["generation"] = generation
    if len(json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")) <= LARGEST_BODY - 200:
        return record
    # Thousands of warnings, or of pages that nobody could read: the record itself has them all.
    short = {name: value[:_LONGEST_NAME] if isinstance(value, str) else value for name, value in record.items()}
    return short | {"replaces": [], "versions": [], "warnings": [], "ocr": None, "abridged": True}
