"""A request, and the Answer object of the public contract."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ctassist.model.text import Box, Link


class Status(StrEnum):
    """How an answer came out."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    CLARIFY = "clarify"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question is limited to. Empty fields do not limit; ``start`` and ``end`` are days, both included."""

    start: date | None = None
    end: date | None = None
    entities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of a conversation; ``role`` is ``user`` or ``assistant``."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """One question as every channel hands it to the Assistant."""

    question: str
    conversation_id: str | None = None
    history: tuple[Turn, ...] = ()
    as_of: date | None = None
    filters: Scope = field(default_factory=Scope)
    mode: str = "auto"
    keep: bool = True
    """Whether it is kept as a turn of a conversation; one that brings its history along never is."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One span of one document: ``quote`` is exactly ``text[start:end]`` of its canonical text.

    ``boxes`` are the rectangles of its words on their pages, ``links`` those of words in it; their spans count in the
    document's text as ``start`` and ``end`` do, and lie between them. ``ocr_confidence`` is how sure OCR is of the
    letters of the blocks it stands in (0 to 1); None for what is text.
    """

    n: int
    document_id: str
    title: str
    quote: str
    start: int
    end: int
    url: str
    period: tuple[str, str] | None = None
    section: tuple[str, ...] = ()
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    links: tuple[Link, ...] = ()
    ocr_confidence: float | None = None

    @property
    def origin(self) -> str:
        """Title, period, headings, page and OCR: "Review · 2024-01 to 2024-02 · Key events · page 2"."""
        parts = [self.title]
        if self.period:
            parts.append(" to ".join(dict.fromkeys(self.period)))
        parts += self.section
        if self.page:
            parts.append(f"page {self.page}")
        if self.ocr_confidence is not None:
            parts.append(f"read by OCR, confidence {self.ocr_confidence:.2f}")
        return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence or line of an answer with the numbers of the citations that state it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RecordReference:
    """A ledger row behind an answer."""

    kind: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched for a list: its scope, and how much matched, was shown, or has no date."""

    start: date | None = None
    end: date | None = None
    entities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    documents: int = 0
    matched: int = 0
    shown: int = 0
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """How far an answer is: "understanding", "searching", then "composing", which knows what was searched and found."""

    name: str
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in the Answer's text for sure: one after the other, all pieces are how ``answer`` begins."""

    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the Assistant says; the field names are those of the public contract."""

    id: str
    question: str
    resolved_question: str
    status: Status
    answer: str
    conversation_id: str | None = None
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    records: tuple[RecordReference, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
    suggestions: tuple[str, ...] = ()
    as_of: date | None = None
    mode: str = "extractive"
    model: str | None = None
    prompt: str | None = None
    """The template, with its version, by which the model worded it."""
    fallback: str | None = None
    """Why the model's words are not used, or not for all of it, as a sentence."""
    timings_ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passage:
    """One ranked passage of ``search``; ``score`` is comparable within one answer only."""

    document_id: str
    start: int
    end: int
    text: str
    score: float
    page: int | None = None
    section: tuple[str, ...] = ()
