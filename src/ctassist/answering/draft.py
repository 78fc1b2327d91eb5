"""What a composer makes: lines with the spans that state them, before citations are numbered."""

from dataclasses import dataclass, field
from typing import Any

from ctassist.model.answer import Coverage, Status
from ctassist.model.archive import Entry
from ctassist.model.text import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a document that states a line."""

    document_id: str
    span: Span
    section: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer.

    ``text`` is Markdown without markers. ``frame`` are words that the composer adds to those of the evidence (a date
    written out, the name of a role): verification allows them. ``kind`` names the ledger row behind it, if any.
    """

    text: str
    evidence: tuple[Evidence, ...]
    kind: str | None = None
    frame: tuple[str, ...] = ()
    bullet: bool = True
    spoken: str = ""
    """The line as a sentence says it, where its label does not: "Chair of the council" for "Chair: council"."""
    group: tuple[str, ...] = ()
    """The headings (Markdown) under which the line stands in a grouped list, outermost first."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is verified: an introduction, lines, and what was searched."""

    status: Status
    intro: str = ""
    lines: tuple[Line, ...] = ()
    outro: str = ""
    coverage: Coverage = field(default_factory=Coverage)
    suggestions: tuple[str, ...] = ()
    final: bool = False
    """Nothing may better it: a "not found" of what is known to be missing, or lines chosen by more than words."""


def evidence_of(entry: Entry[Any]) -> Evidence:
    """The span of a ledger row."""
    return Evidence(entry.document_id, entry.record.span, entry.record.section, entry.record.page)
