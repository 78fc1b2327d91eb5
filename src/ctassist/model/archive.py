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
class Edition:
    """Another version of the same issue, as a document names it; ``version`` is what it says of its state ("draft")."""

    document_id: str
    name: str
    version: str | None = None

    @property
    def said(self) -> str:
        """Its name with what it says of its state: "review.pdf (draft)"."""
        return f"{self.name} ({self.version})" if self.version else self.name


@dataclass(frozen=True, slots=True)
class Document:
    """One indexed document.

    ``id`` is derived from the content, so a citation never points to other words than those it was made from.
    ``source`` is the path (or upload name) it came from; ``access`` is the label a caller must hold to read it.
    ``series``, ``number``, ``language`` and ``version`` are as in ``records.Identity``. ``replaces`` are versions of
    the same issue that it stands in for; with ``replaced_by`` it is one itself, and no longer listed or searched.
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
    series: str | None = None
    number: str | None = None
    language: str | None = None
    version: str | None = None
    replaces: tuple[Edition, ...] = ()
    replaced_by: Edition | None = None


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """One row of the ledger: a record with its document and the words of its span (``text == record.span.of(…)``)."""

    id: int
    document_id: str
    text: str
    record: R
