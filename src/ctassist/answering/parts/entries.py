"""Composes what a bullet "Label: value" says under a heading that a question names: the Slack channel of a project."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.lists.concerned import what_is_concerned
from ctassist.answering.parts.headed import Part, naming_words, parts_of
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import (
    content,
    fold,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    table,
    written_out,
)
from ctassist.answering.understanding.framing import framing_words
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.text import Block, BlockKind

_LABELLED = re.compile(r"(?P<label>[^:]{2,40}):\s+(?P<value>\S.*)", re.DOTALL)


_ALL = re.compile(r"\b(?:all|every|each)\b", re.IGNORECASE)
"""Asks for more than the one bullet of a label."""


@dataclass(frozen=True, slots=True)
class _Entry:
    part: Part
    block: Block
    named: frozenset[str]
    """The words of the heading, all of which the question has."""


def compose_entry(question: Question, context: Context) -> Draft | None:
    """Answers with the bullet of that label under the heading named; None where there is none, or several differ.

    What differs from issue to issue is told of each: "Motion 12: Deferred.", then "Motion 12: Carried.".
    """
    if question.wants is Wants.HOW_MANY or question.interval or _ALL.search(question.text):
        return None
    if what_is_concerned(question.text):
        return None  # What concerns a thing is not what alone bears its name.
    found = list(_entries(question, context))
    if not found:
        return None
    most = max(len(entry.named) for entry in found)
    # A bullet under a heading also stands under those around it: the deepest that is named counts.
    best = min((e for e in found if len(e.named) == most), key=lambda entry: len(entry.part.blocks))
    chosen = [e for e in found if e.part == best.part and len(e.named) == most]
    alike = [e for e in found if e.part.heading == best.part.heading and len(e.named) == most]
    if len({_words(entry, context) for entry in alike}) > 1 and all(_is_of_issue(entry, context) for entry in alike):
        chosen = sorted(alike, key=lambda entry: context.last_day(entry.part.document_id))
    elif len({_words(entry, context) for entry in chosen}) != 1:
        return None
    lines = tuple({_words(entry, context): _line(entry, context) for entry in chosen}.values())
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _words(entry: _Entry, context: Context) -> str:
    return one_line(entry.block.span.of(context.text(entry.part.document_id)))


def _is_of_issue(entry: _Entry, context: Context) -> bool:
    return context.document(entry.part.document_id).period is not None


def _line(entry: _Entry, context: Context) -> Line:
    part, source = entry.part, context.source(entry.part.document_id)
    evidence = Evidence(part.document_id, entry.block.span, (part.heading,), entry.block.page)
    text = f"{part.heading}: {_words(entry, context)} ({source})"
    return Line(text, (evidence,), None, frame=(part.heading, source), bullet=False)


def _entries(question: Question, context: Context) -> Iterator[_Entry]:
    words = [token for token in content(written_out(question.text)) if not is_body_noun(token)]
    said = frozenset(token.stem for token in words)
    asked = frozenset(token.stem for token in words if fold(token.text) not in framing_words())
    ways = (
        light_stems() | generic_event_stems() | generic_actor_stems() | stems(" ".join(table("words")["contact_words"]))
    )
    own = context.catalog.title_stems

    def is_named(heading: str) -> bool:
        words = naming_words(heading)
        return bool(words) and words <= said | own and not words <= own

    headed = {id for heading, ids in context.catalog.headings().items() if is_named(heading) for id in ids}
    for document in context.documents():
        if document.id not in headed and not is_named(document.title):
            continue
        text = context.text(document.id)
        for part in parts_of(document.id, context):
            if not is_named(part.heading):
                continue
            named = naming_words(part.heading)
            around = named | stems(" ".join([document.title, *_above(part, context)])) | ways
            for block in part.blocks:
                match = _LABELLED.match(block.span.of(text)) if block.kind is BlockKind.LIST_ITEM else None
                if match and _is_asked(match["label"], said, asked, around, question):
                    yield _Entry(part, block, named)


def _is_asked(
    label: str, said: frozenset[str], asked: frozenset[str], around: frozenset[str], question: Question
) -> bool:
    """Tells whether a question says a label, and asks for nothing but it of what its heading names."""
    words = naming_words(label)
    otherwise = said_otherwise(meanings(question.text), label)
    return bool(words) and words <= said | otherwise and asked <= words | otherwise | around


def _above(part: Part, context: Context) -> list[str]:
    """The headings above a part: "Subprojects"."""
    blocks, text = context.blocks(part.document_id), context.text(part.document_id)
    above: list[str] = []
    level = part.title.level
    for block in reversed([b for b in blocks if b.kind is BlockKind.HEADING and b.span.start < part.title.span.start]):
        if block.level < level:
            above.append(block.span.of(text))
            level = block.level
    return above
