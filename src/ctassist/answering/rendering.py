"""A verified draft to the Answer object: citations numbered, claims marked, Markdown written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.understanding.spoken_times import whole_months
from ctassist.model.answer import Citation, Claim, RecordReference
from ctassist.model.archive import Document
from ctassist.model.text import Block, Box, Link, Span
from ctassist.model.time import Period

if TYPE_CHECKING:
    from ctassist.indexing.view import View


@dataclass(slots=True)
class Rendered:
    """The parts of an Answer that a draft becomes."""

    answer: str = ""
    claims: list[Claim] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    records: list[RecordReference] = field(default_factory=list)


def render(draft: Draft, lines: Iterable[Line], context: Context) -> Rendered:
    """Makes an answer of all its lines at once."""
    renderer = Renderer(context, draft.intro)
    for line in lines:
        renderer.add(line)
    return renderer.finished(draft)


class Renderer:
    """Makes an answer of lines one by one, in the order in which they are shown; one span is cited under one number."""

    def __init__(self, context: Context, intro: str = "") -> None:
        """``intro`` is the introduction of the draft whose lines are added."""
        self._context = context
        self._intro = intro
        self._rendered = Rendered()
        self._numbers: dict[tuple[str, Span], int] = {}
        self._lines: list[tuple[Line, Claim]] = []
        self._written: list[str] = []
        self._handed_out = 0

    def add(self, line: Line) -> Claim:
        """Adds a line and returns it as a claim, with the numbers of its citations."""
        cited = []
        for evidence in line.evidence:
            key = (evidence.document_id, evidence.span)
            if key not in self._numbers:
                self._numbers[key] = len(self._numbers) + 1
                self._rendered.citations.append(citation(self._numbers[key], evidence, self._context))
            cited.append(self._numbers[key])
        marks = tuple(dict.fromkeys(cited))
        claim = Claim(line.text, marks)
        self._rendered.claims.append(claim)
        if line.kind:
            self._rendered.records.append(RecordReference(line.kind, marks))
        self._lines.append((line, claim))
        return claim

    def piece(self) -> str:
        """What the answer's text has grown by since this was last asked for; all pieces are how the text begins."""
        if len(self._lines) < 2 and not self._intro:
            # Whether it becomes a bullet is not known yet.
            return ""
        self._write()
        fresh = "".join(self._written[self._handed_out :])
        if not self._handed_out:
            fresh = "\n\n".join(part for part in (self._intro, fresh.lstrip()) if part)
        self._handed_out = len(self._written)
        return fresh

    def finished(self, draft: Draft) -> Rendered:
        """The answer: what was added, between the draft's introduction and its end."""
        self._write()
        body = "".join(self._written).strip()
        self._rendered.answer = "\n\n".join(part for part in (self._intro, body, draft.outro) if part)
        return self._rendered

    def _write(self) -> None:
        """Writes the lines that are not written yet."""
        bullets = len(self._lines) > 1 or bool(self._intro)
        for at in range(len(self._written), len(self._lines)):
            line, claim = self._lines[at]
            headings = _headings(self._lines[at - 1][0].group if at else (), line.group)
            marked = f"{unmarked(line.text)} {''.join(f'[{n}]' for n in claim.citations)}"
            gap = "\n" if line.bullet and bullets and not headings else "\n\n"
            lead = "".join(f"\n\n{heading}" for heading in headings)
            self._written.append(lead + (f"{gap}- {marked}" if line.bullet and bullets else f"\n\n{marked}"))


def _headings(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """The headings that begin here: from the first that differs from those of the line before."""
    same = next((at for at, pair in enumerate(zip(before, now, strict=False)) if pair[0] != pair[1]), len(before))
    return now[min(same, len(now)) :]


def unmarked(text: str) -> str:
    """Text in which a bracketed number does not pass for a citation of ours."""
    return re.sub(r"\[(\d+)\]", r"\\[\1\\]", text)


def citation(number: int, evidence: Evidence, context: Context) -> Citation:
    """A citation with the exact words of its span."""
    document = context.document(evidence.document_id)
    span = evidence.span
    where = placed(context.view, document, span)
    return Citation(
        n=number,
        document_id=document.id,
        title=document.title,
        quote=context.quote(document.id, span),
        start=span.start,
        end=span.end,
        url=f"/documents/{document.id}?start={span.start}&end={span.end}#mark",
        period=period_words(document.period) if document.period else None,
        section=evidence.section,
        page=evidence.page,
        boxes=where.boxes,
        links=where.links,
        ocr_confidence=where.ocr_confidence,
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """Where words stand on their pages, where they lead, and how sure OCR is of them; None for words that were text."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    ocr_confidence: float | None


def placed(view: "View", document: Document, span: Span) -> Placed:
    """Looks up what a page shows of a span of a document."""
    return Placed(
        boxes=tuple(view.boxes_at(document.id, span)) if document.pages else (),
        links=tuple(_links_within(span, view.links_at(document.id, span))),
        ocr_confidence=_confidence(view.blocks_at(document.id, span)) if document.recognition else None,
    )


def _confidence(blocks: Sequence[Block]) -> float | None:
    """The mean confidence of the letters of those blocks that were read by OCR; None if none was."""
    sure = [(block.confidence, block.span.end - block.span.start) for block in blocks if block.confidence is not None]
    letters = sum(length for _, length in sure)
    return round(sum(share * length for share, length in sure) / letters, 3) if letters else None


def _links_within(span: Span, links: Iterable[Link]) -> Iterator[Link]:
    """Yields the links that meet a span, cut to it."""
    for link in links:
        start, end = max(span.start, link.span.start), min(span.end, link.span.end)
        if start < end:
            yield Link(Span(start, end), link.address)


def period_words(period: Period) -> tuple[str, str]:
    """A period as the contract writes it: months where it covers whole ones, else days."""
    form = "%Y-%m" if whole_months(period.interval) else "%Y-%m-%d"
    return period.start.strftime(form), period.end.strftime(form)
