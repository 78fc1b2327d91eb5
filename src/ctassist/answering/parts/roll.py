"""The roll of those who belong to the archive's own body, as an issue lists them under a heading: "Member entities"."""

import re
from collections.abc import Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.parts.headed import Part, parts_of
from ctassist.answering.terms import content, generic_actor_stems, light_stems, stems
from ctassist.answering.understanding.question import Intent, Question
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.answer import Status
from ctassist.model.archive import Document
from ctassist.model.text import BlockKind

_LEAST = 3
"""So many entries make a roll."""
_ASKED = re.compile(
    r"\b(?:members?|membership)\b|\b(?:belongs?|make[sn]?\s+up|constitutes?|compos(?:es?|ed)|consists?)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\W*(?:and\s+)?(?:who|which|what|list|name|show|give|enumerate|tell)\b", re.IGNORECASE)


def asks_for_roll(question: Question) -> bool:
    """Tells whether a question asks who belongs to a body that it does not name, but as the archive's own."""
    named = question.entities or question.places or question.number or question.history or question.roles
    return not named and question.intent is not Intent.STATEMENTS and bool(_listed(question.text))


def _listed(text: str) -> bool:
    return _ASKS.match(text) is not None and _ASKED.search(text) is not None and not _ACTS.search(text)


_ACTS = re.compile(
    r"\bwhat\b.*\b(?:do|done|doing|up\s+to|happen(?:s|ed|ing)?|t(?:ook|aken?|akes)\s+place|go(?:ing|ne|es)?\s+on|went\s+on)\b",
    re.IGNORECASE,
)
"""Asks what members did, and not who they are."""


def compose_roll(question: Question, context: Context) -> Draft | None:
    """Answers with the newest roll up to the asked time; None where none is asked for, or no issue has one."""
    if not asks_for_roll(question):
        return None
    beside = frozenset(token.stem for token in content(question.timeless)) - _belonging() - context.catalog.own_stems
    if beside - context.catalog.title_stems - generic_actor_stems() - light_stems():
        return None
    for document in sorted(_until(question, context), key=_end, reverse=True):
        for part in parts_of(document.id, context):
            lines = _lines(part, context) if _is_roll().fullmatch(part.heading) else ()
            if len(lines) >= _LEAST:
                intro = f"**{part.heading}** ({context.source(document.id)}):"
                coverage = context.coverage(question, matched=len(lines), shown=len(lines))
                return Draft(Status.ANSWERED, intro, tuple(lines), coverage=coverage)
    return None


@cache
def _belonging() -> frozenset[str]:
    nouns = " ".join(noun for noun in table("organisations")["nouns"] if " " not in noun)
    return stems(
        f"member members membership belong make up constitute compose consist list name entity body party {nouns}"
    )


@cache
def _is_roll() -> re.Pattern[str]:
    nouns = alternatives(
        [*table("organisations")["nouns"], "entity", "entities", "bodies", "party", "parties", "agencies"]
    )
    return re.compile(
        r"\W*(?:(?:the|our|its|list\s+of|full|current|all)\s+)*"
        rf"(?:members|membership|(?:member|participating|constituent)\s+(?:{nouns})s?)"
        r"(?:\s+of\s+.{3,60})?\W*",
        re.IGNORECASE,
    )


def _until(question: Question, context: Context) -> Sequence[Document]:
    """The documents that a roll may be taken from: none of a later time than the one asked for."""
    asked = question.interval
    dated = [
        document
        for document in context.documents()
        if not document.period or _end(document) <= context.as_of.toordinal()
    ]
    return [d for d in dated if not asked or not d.period or d.period.start <= asked.end]


def _end(document: Document) -> int:
    return document.period.end.toordinal() if document.period else 0


def _lines(part: Part, context: Context) -> list[Line]:
    """The entries of a roll: short lines, none of which tells what somebody did."""
    text = context.text(part.document_id)
    blocks = [block for block in part.blocks if block.kind is not BlockKind.HEADING and not block.header]
    words = [one_line(block.span.of(text)) for block in blocks]
    if any(entry.endswith((".", "!", "?")) or re.fullmatch(r"[\W\d]+", entry) for entry in words):
        return []
    return [
        Line(entry, (Evidence(part.document_id, block.span, (part.heading,), block.page),))
        for entry, block in zip(words, blocks, strict=True)
    ]
