"""Composes what became of a thing that yearly reports list below labels: "Retired in 2031: wax-bench"."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.parts.headed import parts_of
from ctassist.answering.parts.owners import name_of
from ctassist.answering.parts.page_parts import is_label, meanings_of_labels
from ctassist.answering.terms import body_noun_pattern, fold, stems
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Document
from ctassist.model.text import BlockKind, Span


@cache
def _asked() -> tuple[re.Pattern[str], ...]:
    """The ways to ask what became of a thing, which is ``thing``; some say what may have become of it."""
    thing = rf"(?:the\s+)?(?P<thing>[^?,;]{{2,60}}?)(?:\s+(?:{body_noun_pattern()}))?"
    fate = rf"(?P<fate>{'|'.join(sorted({word for words in _fates() for word in words}, key=len, reverse=True))})"
    ways = (
        rf"what\s+(?:has\s+|ever\s+)?(?:happened|became|become|was\s+done|has\s+been\s+done)\s+(?:to|of|with)\s+{thing}",
        rf"(?:when|since\s+when|in\s+(?:which|what)\s+(?:year|report))\s+(?:was|were|is|has|have|did)\s+{thing}\s+(?:been\s+)?{fate}",
        rf"(?:was|were|is|are|has|have)\s+{thing}\s+(?:ever\s+|since\s+|already\s+)?(?:been\s+)?{fate}",
    )
    return tuple(re.compile(rf"\W*{way}\W*", re.IGNORECASE) for way in ways)


@cache
def _fates() -> tuple[tuple[str, ...], ...]:
    return tuple(asked for _, asked in meanings_of_labels())


def compose_fate(question: Question, context: Context) -> Draft | None:
    """Answers what became of a thing with the labels of reports below which it stands; None without any.

    That it went on tells nothing where some report has more to tell.
    """
    match = next((found for way in _asked() if (found := way.fullmatch(question.text))), None)
    if match is None:
        return None
    thing = fold(match["thing"].strip(" \"“”'`"))
    reports = [document for document in context.documents() if document.period]
    reports.sort(key=lambda document: context.last_day(document.id))
    told = [pair for document in reports for pair in _labelled(thing, document, context)]
    fate = match.groupdict().get("fate")
    asked = next((own for own, words in meanings_of_labels() if fate and fold(fate) in words), None)
    if asked is not None:
        told = [(label, line) for label, line in told if label & stems(" ".join(asked))]
    changed = [(label, line) for label, line in told if not label & _going_on()]
    lines = tuple(line for _, line in changed or told)
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


@cache
def _going_on() -> frozenset[str]:
    return next(stems(" ".join(own)) for own, _ in meanings_of_labels() if "continuing" in own)


def _labelled(thing: str, document: Document, context: Context) -> Iterator[tuple[frozenset[str], Line]]:
    """The labels of a report below which a thing stands by its name alone, each with a line that says so."""
    text = context.text(document.id)
    seen: set[int] = set()
    for part in parts_of(document.id, context):
        label = None
        for block in part.blocks:
            if block.kind is BlockKind.PARAGRAPH:
                label = block if is_label(block, text) else None
            elif block.kind is BlockKind.LIST_ITEM and label and fold(name_of(block, text)) == thing:
                if block.span.start in seen:
                    continue
                seen.add(block.span.start)
                said = one_line(label.span.of(text)).rstrip(": ")
                source = context.source(document.id)
                evidence = Evidence(document.id, Span(label.span.start, block.span.end), (part.heading,), block.page)
                words = f"{said}: {name_of(block, text)} ({source})"
                yield stems(said), Line(words, (evidence,), None, frame=(source, said))
