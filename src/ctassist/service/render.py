"""Documents and periods as JSON; the Answer object itself is the answering room's contract."""

import calendar

from ctassist.answering.contract import Json, day_json
from ctassist.model.archive import Document
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
        "ingested_at": document.ingested_at.isoformat(),
        "url": f"/documents/{document.id}",
    }


def period_json(period: Period | None) -> Json | None:
    """Returns months (``2024-01``) for a period of whole months, else days (``2024-01-15``)."""
    if period is None:
        return None
    last = calendar.monthrange(period.end.year, period.end.month)[1]
    size = 7 if period.start.day == 1 and period.end.day == last else 10
    return {"start": period.start.isoformat()[:size], "end": period.end.isoformat()[:size]}
