"""A document's public record as JSON, as the service lists it and webhooks announce it."""

import calendar

from ctassist.model.archive import Document, Edition
from ctassist.model.contract import Json, day_json
from ctassist.model.text import Recognition
from ctassist.model.time import Interval, Period


def document_json(document: Document) -> Json:
    """Returns a document's record. The path it came from stays inside the service."""
    return {
        "document_id": document.id,
        "name": document.name,
        "title": document.title,
        "period": period_json(document.period),
        "published": day_json(document.published),
        "media_type": document.media_type,
        "size": document.size,
        "sha256": document.sha256,
        "pages": document.pages,
        "passages": document.passages,
        "status": document.status,
        "series": document.series,
        "number": document.number,
        "language": document.language,
        "version": document.version,
        "replaces": [edition_json(edition) for edition in document.replaces],
        "replaced_by": edition_json(document.replaced_by) if document.replaced_by else None,
        "versions": version_words(document),
        "warnings": list(document.warnings),
        "ocr": ocr_json(document.recognition),
        "ingested_at": document.ingested_at.isoformat(),
        "url": f"/documents/{document.id}",
    }


def ocr_json(recognition: Recognition | None) -> Json | None:
    """Returns which pages are pictures and were read by OCR, or not; None if none is."""
    if recognition is None:
        return None
    sure = recognition.confidence
    return {
        "pages": list(recognition.pages),
        "confidence": None if sure is None else round(sure, 3),
        "unread": list(recognition.unread),
    }


def edition_json(edition: Edition) -> Json:
    """Returns another version of the same issue."""
    return {"document_id": edition.document_id, "name": edition.name, "version": edition.version}


def version_words(document: Document) -> list[str]:
    """Returns what is to be said of other versions of the same issue, a sentence each."""
    told = [f"It replaces {edition.said}, an earlier version of the same issue." for edition in document.replaces]
    if document.replaced_by:
        told.append(f"It is replaced by {document.replaced_by.said}, a later version of the same issue.")
    return told


def period_json(period: Period | Interval | None) -> Json | None:
    """Returns months (``2024-01``) for a time of whole months, else days (``2024-01-15``)."""
    if period is None:
        return None
    last = calendar.monthrange(period.end.year, period.end.month)[1]
    size = 7 if period.start.day == 1 and period.end.day == last else 10
    return {"start": period.start.isoformat()[:size], "end": period.end.isoformat()[:size]}
