"""Documents and periodicals as the service shows them; the record itself is ``model.document_contract``."""

from typing import TYPE_CHECKING

from ctassist.model.contract import Json
from ctassist.model.document_contract import document_json, edition_json, ocr_json, period_json, version_words
from ctassist.model.text import Recognition

if TYPE_CHECKING:
    from ctassist.indexing.series import Series

__all__ = [
    "document_json",
    "edition_json",
    "ocr_json",
    "period_json",
    "recognition_words",
    "series_json",
    "version_words",
]


def recognition_words(recognition: Recognition | None, pages: int | None) -> str:
    """Returns "3 of 4 pages read by OCR, confidence 0.93"; nothing where no page was."""
    if recognition is None or recognition.confidence is None:
        return ""
    read = len(recognition.pages)
    of = "the only page" if pages == 1 else f"{read} of {pages} pages" if pages else f"{read} pages"
    return f"{of} read by OCR, confidence {recognition.confidence:.2f}"


def series_json(series: "Series") -> Json:
    """Returns a periodical with what is missing of it."""
    return {
        "name": series.name,
        "names": list(series.names),
        "language": series.language,
        "issues": series.issues,
        "period": period_json(series.period),
        "missing": [period_json(gap) for gap in series.missing],
    }
