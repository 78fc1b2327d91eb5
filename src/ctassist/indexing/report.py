"""What an ingest tells: while it runs, and at its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ctassist.indexing.series import Series
from ctassist.model.text import Recognition
from ctassist.model.time import Period


class Outcome(StrEnum):
    """What became of a file or document."""

    ADDED = "added"
    REFRESHED = "refreshed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    REMOVED = "removed"
    REPLACED = "replaced"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of an ingest. ``done`` of ``total`` count files, or passages in the stage ``embedding``.

    ``stage`` is ``checking``, ``reading``, ``loading`` (the model), ``embedding``, ``storing``, ``publishing`` or
    ``done``; ``name`` is the file at hand, or empty.
    """

    stage: str
    done: int
    total: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one file. ``records`` counts by kind; ``problem`` says why it failed or what it duplicates.

    ``versions`` are sentences on other versions of the same issue: what it replaces, or why it is replaced.
    """

    name: str
    source: str
    status: Outcome
    document_id: str | None = None
    period: Period | None = None
    pages: int | None = None
    items: int = 0
    passages: int = 0
    records: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    recognition: Recognition | None = None
    problem: str | None = None
    title: str | None = None
    series: str | None = None
    language: str | None = None
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one ingest did.

    ``skipped`` are files in folders that no reader takes; ``series`` the periodicals of whose issues any has changed.
    """

    documents: tuple[DocumentReport, ...]
    skipped: tuple[str, ...]
    generation: int
    published: bool
    seconds: float
    series: tuple[Series, ...] = ()

    @property
    def failed(self) -> tuple[DocumentReport, ...]:
        """The files that could not be taken in."""
        return tuple(document for document in self.documents if document.status is Outcome.FAILED)
