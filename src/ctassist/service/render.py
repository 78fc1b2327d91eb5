"""Documents and periods as JSON; the Answer object itself is the answering room's contract."""

import calendar

from ctassist.answering.contract import Json, day_json
from ctassist.model.archive import Document
from ctassist.model.text import Recognition
from ctassist.model.time import Period


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


def recognition_words(recognition: Recognition | None, pages: int | None) -> str:
    """Returns "3 of 4 pages read by OCR, confidence 0.93"; nothing where no page was."""
    if recognition is None or recognition.confidence is None:
        return ""
    read = len(recognition.pages)
    of = "the only page" if pages == 1 else f"{read} of {pages} pages" if pages else f"{read} pages"
    return f"{of} read by OCR, confidence {recognition.confidence:.2f}"


def period_json(period: Period | None) -> Json | None:
    """Returns months (``2024-01``) for a period of whole months, else days (``2024-01-15``)."""
    if period is None:
        return None
    last = calendar.monthrange(period.end.year, period.end.month)[1]
    size = 7 if period.start.day == 1 and period.end.day == last else 10
    return {"start": period.start.isoformat()[:size], "end": period.end.isoformat()[:size]}
