"""The Answer object of the public contract: as JSON made from the domain's dataclasses, and read back into them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ctassist.model.answer import Answer, Citation, Claim, Coverage, Passage, RecordReference, Stage, Status
from ctassist.model.text import Box, Link, Span

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


def answer_of(written: Mapping[str, Any]) -> Answer:
    """Returns the Answer that ``answer_json`` wrote; members that are not of the contract are passed over.

    Raises KeyError, TypeError or ValueError for what is no Answer object.
    """
    return Answer(
        id=written["id"],
        conversation_id=written.get("conversation_id"),
        question=written["question"],
        resolved_question=written["resolved_question"],
        status=Status(written["status"]),
        answer=written["answer"],
        claims=tuple(claim_of(claim) for claim in written["claims"]),
        citations=tuple(citation_of(citation) for citation in written["citations"]),
        records=tuple(RecordReference(record["kind"], tuple(record["citations"])) for record in written["records"]),
        coverage=coverage_of(written["coverage"]),
        suggestions=tuple(written["suggestions"]),
        as_of=_day_of(written["as_of"]),
        mode=written["mode"],
        model=written["model"],
        prompt=written.get("prompt"),
        fallback=written.get("fallback"),
        timings_ms=dict(written["timings_ms"]),
    )


def claim_json(claim: Claim) -> Json:
    """Returns one claim with the numbers of its citations."""
    return {"text": claim.text, "citations": list(claim.citations)}


def claim_of(written: Mapping[str, Any]) -> Claim:
    """Returns the claim that ``claim_json`` wrote."""
    return Claim(written["text"], tuple(written["citations"]))


def stage_json(stage: Stage) -> Json:
    """Returns how far an answer is, with what was searched once that is known."""
    return {"stage": stage.name, "coverage": coverage_json(stage.coverage) if stage.coverage else None}


def stage_of(written: Mapping[str, Any]) -> Stage:
    """Returns the stage that ``stage_json`` wrote."""
    coverage = written.get("coverage")
    return Stage(written["stage"], coverage_of(coverage) if coverage else None)


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


def citation_of(written: Mapping[str, Any]) -> Citation:
    """Returns the citation that ``citation_json`` wrote."""
    period = written["period"]
    links = [Link(Span(link["start"], link["end"]), link["url"]) for link in written.get("links", ())]
    return Citation(
        n=written["n"],
        document_id=written["document_id"],
        title=written["title"],
        quote=written["quote"],
        start=written["start"],
        end=written["end"],
        url=written["url"],
        period=(period["start"], period["end"]) if period else None,
        section=tuple(written["section"]),
        page=written["page"],
        boxes=tuple(Box(box["page"], box["x0"], box["y0"], box["x1"], box["y1"]) for box in written["boxes"]),
        links=tuple(links),
        ocr_confidence=written.get("ocr_confidence"),
    )


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


def coverage_of(written: Mapping[str, Any]) -> Coverage:
    """Returns the coverage that ``coverage_json`` wrote."""
    return Coverage(
        start=_day_of(written["from"]),
        end=_day_of(written["to"]),
        entities=tuple(written["entities"]),
        places=tuple(written["places"]),
        documents=written["documents"],
        matched=written["matched"],
        shown=written["shown"],
        undated=written["undated"],
    )


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


def passage_of(written: Mapping[str, Any]) -> Passage:
    """Returns the passage that ``passage_json`` wrote."""
    names = ("document_id", "start", "end", "text", "score", "page")
    return Passage(**{name: written[name] for name in names}, section=tuple(written["section"]))


def day_json(day: date | None) -> str | None:
    """Returns an ISO day."""
    return day.isoformat() if day else None


def _day_of(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
