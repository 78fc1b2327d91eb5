"""Documents and records as the archive keeps them: with an identity, a document and their words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from ctassist.model.caller import OPEN
from ctassist.model.records import Activity, Indicator, Item, Role, Statement
from ctassist.model.text import Recognition
from ctassist.model.time import Period

R = TypeVar("R", Activity, Indicator, Item, Role, Statement)


@dataclass(frozen=True, slots=True)
class Document:
    """One indexed document.

    ``id`` is derived from the content, so a citation never points to other words than those it was made from.
    ``source`` is the path (or upload name) it came from; ``access`` is the label a caller must hold to read it.
    """

    id: str
    name: str
    title: str
    media_type: str
    sha256: str
    size: int
    source: str
    ingested_at: datetime
    period: Period | None = None
    published: date | None = None
    pages: int | None = None
    passages: int = 0
    status: str = "indexed"
    access: str = OPEN
    warnings: tuple[str, ...] = ()
    recognition: Recognition | None = None


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """One row of the ledger: a record with its document and the words of its span (``text == record.span.of(…)``)."""

    id: int
    document_id: str
    text: str
    record: R
