"""Composes what a page has below a thing's own heading: its code ("Owners:"), or where its people are reached."""

import re
from collections.abc import Iterator

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.parts.headed import Part, parts_of
from ctassist.answering.parts.owners import name_of
from ctassist.answering.terms import body_noun_pattern, fold
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.text import Block, BlockKind, Span

_CODE = r"(?:code(?:bases?)?|repos?|repositor(?:y|ies)|paths?|packages?|director(?:y|ies)|folders?|sources?|modules?)"
_ASKED = (
    (
        re.compile(
            rf"\b(?:which|what|list|name|show|give)\b[^?.]*\b{_CODE}\b|\bwhere\b[^?.]*\b{_CODE}\b", re.IGNORECASE
        ),
        re.compile(rf"\W*(?:owners?|owned|{_CODE})\b", re.IGNORECASE),
    ),
    (
        re.compile(
            r"\b(?:which|what|where|how|on)\b[^?.]*\b(?:channels?|chat|slack|reach(?:ed)?|contact(?:ed)?|mailing\s+list|write|talk)\b",
            re.IGNORECASE,
        ),
        re.compile(r"\W*(?:contacts?|chat|slack|channels?|mailing\s+lists?|communication)\b", re.IGNORECASE),
    ),
)
"""How the one or the other is asked for, and the label above the list that has it."""
_DEEP = 3
"""Things have headings below those of the sections of a page."""
_LONGEST = 5


def compose_thing(question: Question, context: Context) -> Draft | None:
    """Answers with the list below a label under the heading that a question names; None for others, or without one."""
    label = next((label for asked, label in _ASKED if asked.search(question.text)), None)
    if label is None or question.interval:
        return None
    found = _named(question.text, context)
    if len(found) != 1:
        return None
    lines = tuple(_listed(found[0], label, context))
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    source = context.source(found[0].document_id)
    intro = f"**{found[0].heading}** ({source}):"
    return Draft(Status.ANSWERED, intro, lines, coverage=coverage, final=True)


def _named(text: str, context: Context) -> list[Part]:
    """The parts whose heading a question has as it is written; else those one of whose words it calls a thing.

    "The COSI subproject" is what "kubernetes-cosi" is called, where no other heading has that word.
    """
    asked = fold(text)
    noun = re.search(rf"\b(?P<name>[\w-]+)\s+(?:{body_noun_pattern()}|projects?|components?|modules?|tools?)\b", asked)
    pages = [document.id for document in context.documents() if document.period is None]
    parts = [part for page in pages for part in parts_of(page, context) if _is_of_thing(part)]
    whole = [part for part in parts if re.search(rf"(?<![\w-]){re.escape(fold(part.heading))}(?![\w-])", asked)]
    longest = max((len(part.heading) for part in whole), default=0)
    if whole:
        return [part for part in whole if len(part.heading) == longest]
    return [part for part in parts if noun and noun["name"] in re.split(r"[\s/-]+", fold(part.heading))]


def _is_of_thing(part: Part) -> bool:
    return part.title.level >= _DEEP and len(part.heading.split()) <= _LONGEST


def _listed(part: Part, label: re.Pattern[str], context: Context) -> Iterator[Line]:
    """The items right below the label."""
    text = context.text(part.document_id)
    above: Block | None = None
    for block in part.blocks:
        if block.kind is not BlockKind.LIST_ITEM:
            above = None
            continue
        words = one_line(block.span.of(text))
        if above is None or block.level <= above.level:
            above = block if words.endswith(":") and label.match(words) else None
        elif block.level == above.level + 1:
            evidence = Evidence(part.document_id, Span(block.span.start, block.span.end), (part.heading,), block.page)
            yield Line(name_of(block, text), (evidence,), None)
