"""The documents of the archive: their records, text, links, files and pages, and what the archive holds as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ctassist.client.call import Call, Page, as_bytes, as_json, as_text, known, paged, segment
from ctassist.client.results import Months, boxes_of, link_of, moment_of, months_of
from ctassist.model.archive import Edition
from ctassist.model.text import Box, Link, Recognition


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document as the service shows it.

    Its id is made from its content. ``status`` is ``replaced`` where a later version of the same issue stands in for it
    (``replaced_by``): then it is in no list. ``replaces`` are earlier versions, and ``versions`` says the same in
    sentences. ``ocr`` tells of pages that are pictures; None where none is. ``url`` is relative to the service.
    """

    id: str
    name: str
    title: str
    period: Months | None
    published: date | None
    media_type: str
    size: int
    sha256: str
    pages: int | None
    passages: int
    status: str
    series: str | None
    number: str | None
    language: str | None
    version: str | None
    replaces: tuple[Edition, ...]
    replaced_by: Edition | None
    versions: tuple[str, ...]
    warnings: tuple[str, ...]
    ocr: Recognition | None
    ingested_at: datetime
    url: str | None


@dataclass(frozen=True, slots=True)
class SpanPlace:
    """Where a span stands on its pages, where its words lead, and how sure OCR is of it (0 to 1; None for text)."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    ocr_confidence: float | None


@dataclass(frozen=True, slots=True)
class Periodical:
    """A periodical of the archive; ``missing`` are the times for which its rhythm says that an issue is missing."""

    name: str
    names: tuple[str, ...]
    language: str | None
    issues: int
    period: Months | None
    missing: tuple[Months, ...]


@dataclass(frozen=True, slots=True)
class ArchiveStatus:
    """What the archive holds: ``gaps`` are times of which no document is, ``examples`` questions that it answers."""

    documents: int
    documents_with_warnings: int
    period: Months | None
    gaps: tuple[Months, ...]
    series: tuple[Periodical, ...]
    counts: Mapping[str, int]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether the service can answer now; ``detail`` says what is missing, or what to do."""

    ready: bool
    index: str
    model: str
    detail: str


def documents(*, q: str = "", warned: bool = False, page_size: int = 100) -> Call[Page[DocumentRecord]]:
    """Goes through all documents, the latest period first.

    Args:
        q: Words that all stand in what the record says of itself.
        warned: Only documents that have warnings.
        page_size: How many are fetched at once, 1 to 1,000.
    """
    params = {"limit": page_size} | known(q=q or None, warned="true" if warned else None)
    return Call("GET", "v1/documents", paged("documents", document_of), params)


def document(document_id: str) -> Call[DocumentRecord]:
    """Gives the record of one document. Raises NothingThere."""
    return Call("GET", f"v1/documents/{segment(document_id)}", as_json(document_of))


def text(document_id: str) -> Call[str]:
    """Gives the canonical text, in which all offsets count, in code points. Raises NothingThere."""
    return Call("GET", f"v1/documents/{segment(document_id)}/text", as_text, accept="text/plain")


def links(document_id: str, *, page_size: int = 100) -> Call[Page[Link]]:
    """Goes through the links of a document, in the order of its text. Raises NothingThere."""
    params = {"limit": page_size}
    return Call("GET", f"v1/documents/{segment(document_id)}/links", paged("links", link_of), params)


def span(document_id: str, start: int, end: int) -> Call[SpanPlace]:
    """Gives where the words from ``start`` to ``end`` stand on the pages. Raises NothingThere."""
    params = {"start": start, "end": end}
    return Call("GET", f"v1/documents/{segment(document_id)}/span", as_json(_place), params)


def file(document_id: str) -> Call[bytes]:
    """Gives the file as it was ingested; its name and type are in the record. Raises NothingThere."""
    return Call("GET", f"v1/documents/{segment(document_id)}/file", as_bytes, accept="*/*")


def page_image(document_id: str, page: int, *, width: int = 1000) -> Call[bytes]:
    """Gives a page of a PDF, counted from 1, as a PNG of at most ``width`` (50 to 2,400) pixels."""
    path = f"v1/documents/{segment(document_id)}/pages/{page}.png"
    return Call("GET", path, as_bytes, {"width": width}, accept="image/png")


def status() -> Call[ArchiveStatus]:
    """Gives what the archive holds."""
    return Call("GET", "v1/status", as_json(_status))


def ready() -> Call[Readiness]:
    """Says whether the service can answer now. Raises NoConnection where there is none."""
    return Call("GET", "readyz", as_json(_readiness), refusals=frozenset({503}))


def document_of(written: Mapping[str, Any]) -> DocumentRecord:
    """Reads the record of a document, such as a list or a webhook brings it."""
    same = ("name", "title", "media_type", "size", "sha256", "pages", "passages", "status", "series", "number")
    ocr = written["ocr"]
    return DocumentRecord(
        id=written["document_id"],
        **{name: written[name] for name in (*same, "language", "version", "url")},
        period=months_of(written["period"]),
        published=date.fromisoformat(written["published"]) if written["published"] else None,
        replaces=tuple(_edition(edition) for edition in written["replaces"]),
        replaced_by=_edition(written["replaced_by"]) if written["replaced_by"] else None,
        versions=tuple(written["versions"]),
        warnings=tuple(written["warnings"]),
        ocr=Recognition(tuple(ocr["pages"]), ocr["confidence"], tuple(ocr["unread"])) if ocr else None,
        ingested_at=moment_of(written["ingested_at"]),
    )


def _edition(written: Mapping[str, Any]) -> Edition:
    return Edition(written["document_id"], written["name"], written["version"])


def _place(written: Mapping[str, Any]) -> SpanPlace:
    return SpanPlace(boxes_of(written["boxes"]), tuple(map(link_of, written["links"])), written["ocr_confidence"])


def _status(written: Mapping[str, Any]) -> ArchiveStatus:
    return ArchiveStatus(
        documents=written["documents"],
        documents_with_warnings=written["documents_with_warnings"],
        period=months_of(written["period"]),
        gaps=_times(written["gaps"]),
        series=tuple(_periodical(series) for series in written["series"]),
        counts=dict(written["counts"]),
        examples=tuple(written["examples"]),
    )


def _periodical(written: Mapping[str, Any]) -> Periodical:
    return Periodical(
        name=written["name"],
        names=tuple(written["names"]),
        language=written["language"],
        issues=written["issues"],
        period=months_of(written["period"]),
        missing=_times(written["missing"]),
    )


def _times(written: Any) -> tuple[Months, ...]:
    return tuple((time["start"], time["end"]) for time in written)


def _readiness(written: Mapping[str, Any]) -> Readiness:
    return Readiness(written["ready"], written["index"], written["model"], written["detail"])
