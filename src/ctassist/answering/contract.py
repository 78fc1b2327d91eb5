"""The Answer object of the public contract as JSON, made from the domain's dataclasses."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ctassist.model.answer import Answer, Citation, Claim, Coverage, Passage
from ctassist.model.text import Box, Link

Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    """Returns the Answer object of the contract."""
    return {
        "id": answer.id,
        "conversation_id": answer.conversation_id,
        "question": answer.question,
        "resolved_question": answer.resolved_question,
        "status": answer.status.value,
        "answer": answer.answer,
        "claims": [claim_json(claim) for claim in answer.claims],
        "citations": [citation_json(citation) for citation in answer.citations],
        "records": [{"kind": record.kind, "citations": list(record.citations)} for record in answer.records],
        "coverage": coverage_json(answer.coverage),
        "suggestions": list(answer.suggestions),
        "as_of": day_json(answer.as_of),
        "mode": answer.mode,
        "model": answer.model,
        "prompt": answer.prompt,
        "fallback": answer.fallback,
        "timings_ms": {stage: round(spent, 2) for stage, spent in answer.timings_ms.items()},
    }


def claim_json(claim: Claim) -> Json:
    """Returns one claim with the numbers of its citations."""
    return {"text": claim.text, "citations": list(claim.citations)}


def citation_json(citation: Citation) -> Json:
    """Returns one citation; its offsets count code points of the document's canonical text."""
    period = citation.period
    return {
        "n": citation.n,
        "document_id": citation.document_id,
        "title": citation.title,
        "period": {"start": period[0], "end": period[1]} if period else None,
        "section": list(citation.section),
        "page": citation.page,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "boxes": boxes_json(citation.boxes),
        "ocr_confidence": citation.ocr_confidence,
        "links": links_json(citation.links),
        "url": citation.url,
    }


def boxes_json(boxes: Sequence[Box]) -> list[Json]:
    """Returns rectangles in points from the page's top left corner."""
    return [{"page": box.page, "x0": box.x0, "y0": box.y0, "x1": box.x1, "y1": box.y1} for box in boxes]


def links_json(links: Sequence[Link]) -> list[Json]:
    """Returns links with the span of their words in the document's canonical text."""
    return [{"start": link.span.start, "end": link.span.end, "url": link.address} for link in links]


def coverage_json(coverage: Coverage) -> Json:
    """Returns what was searched."""
    return {
        "from": day_json(coverage.start),
        "to": day_json(coverage.end),
        "entities": list(coverage.entities),
        "places": list(coverage.places),
        "documents": coverage.documents,
        "matched": coverage.matched,
        "shown": coverage.shown,
        "undated": coverage.undated,
    }


def passage_json(passage: Passage) -> Json:
    """Returns one ranked passage."""
    return {
        "document_id": passage.document_id,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": passage.score,
        "page": passage.page,
        "section": list(passage.section),
    }


def day_json(day: date | None) -> str | None:
    """Returns an ISO day."""
    return day.isoformat() if day else None
