"""Composes what an organisation is called now or was before, and since when: the lines that tell of its names."""

import re
from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.lists.activities import activity_line
from ctassist.answering.lists.merging import once
from ctassist.answering.terms import fold, stems, table
from ctassist.answering.understanding.question import Entity, Intent, Question
from ctassist.extraction.names import abbreviated
from ctassist.extraction.renames import former_names
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status

_TIME = (
    r"(?:now|nowadays|today|currently|these\s+days|before|formerly|previously|originally|earlier|at\s+first"
    r"|since\s+when)"
)
_CALLED = r"(?:called|known|named|goes?\s+by|went\s+by)"
_ASKS = re.compile(
    r"\bre-?nam(?:ed?|ing)\b"
    r"|\b(?:new|present|current|former|old|previous|earlier|original|past|first|other)\s+names?\b"
    r"|\bchang\w+\s+(?:of\s+|its\s+|their\s+|the\s+)?names?\b|\bnames?\s+changed?\b"
    r"|\b(?:get|got|gain(?:ed)?|receive[ds]?|take|took|adopt(?:ed)?|given?|assume[ds]?)\s+(?:its|their|that|this|the)\s+names?\b"
    rf"|\b{_CALLED}\b.*\b{_TIME}\b|\b{_TIME}\b.*\b{_CALLED}\b|\bbecome\W*$",
    re.IGNORECASE,
)
_BECAME = re.compile(r"\b(?:did|has|have)\s+(?P<old>.+)\s+(?:become|turn(?:ed)?\s+into)\s+(?P<new>.+)", re.IGNORECASE)


def compose_renaming(question: Question, context: Context) -> Draft | None:
    """Answers with the lines that tell of an organisation's other names; None for other questions."""
    if question.intent is Intent.STATEMENTS or question.roles:
        return None
    if not question.entities and not question.facet and _WHICH_ONE.search(question.timeless or question.text):
        return _renamed(question, context)
    if len(question.entities) != 1 or not _asks_for_names(question, context):
        return None
    entity = question.entities[0]
    rows = context.view.activities(document_ids=context.document_ids)
    told = [row for row in rows if _renames(row.text, entity) or _announces_name(row.text, entity)]
    lines: list[Line] = [activity_line(group, context.words) for group in once(told)]
    if not lines:
        items = [item for item in context.view.items(context.document_ids) if _renames(item.text, entity)]
        lines = [
            Line(f"{one_line(item.text)} ({issue})", (evidence_of(item),), None, frame=(issue,))
            for item in items
            for issue in (context.source(item.document_id),)
        ]
    if lines:
        return _all_of(lines, question, context)
    if question.intent is Intent.FACT:
        return None
    return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)


_WHICH_ONE = re.compile(
    r"^\W*(?:who\s+|(?:which|what)\s+(?:[a-z-]+\s+){1,3}?)(?:was|were|is|has\s+been|have\s+been|got|has|had|changed|took|received)\b"
    r"[^,;?]*(?:\bre-?named|\b(?:new|another|different|other)\s+names?|(?<=changed)\s+(?:its|their)\s+names?)\b"
    r"(?:\s+(?:in|of|during))?(?:\s+(?:and|,)?\s*(?:when|since\s+when))?\W*$",
    re.IGNORECASE,
)
"""Asks who was renamed, whoever it was: "which agency got a new name, and when?"."""


def _renamed(question: Question, context: Context) -> Draft | None:
    """Whoever was renamed, in the time asked for; None where no line tells of anybody."""
    rows = context.view.activities(interval=question.interval, document_ids=context.document_ids)
    told = [row for row in rows if any(former_names(one_line(row.text)))]
    lines = [activity_line(group, context.words) for group in once(told)]
    return _all_of(lines, question, context) if lines else None


def _all_of(lines: Sequence[Line], question: Question, context: Context) -> Draft:
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage, final=True)


def _asks_for_names(question: Question, context: Context) -> bool:
    """Tells whether a question is on what somebody is called, and on nothing else."""
    became = _BECAME.search(question.text)
    if became and {_key(became["old"], context), _key(became["new"], context)} == {question.entities[0].key}:
        return True
    naming = stems(" ".join(table("words")["naming_words"]))
    return bool(_ASKS.search(question.text)) and all(stems(word) <= naming for word in question.topic)


def _key(words: str, context: Context) -> str | None:
    found = context.catalog.find_entities(words)
    return found[0].entity.key if found else None


def _renames(text: str, entity: Entity) -> bool:
    """Tells whether a line gives one of an organisation's names beside a former one."""
    forms = {fold(form) for form in entity.forms}
    return any({fold(new), fold(old)} <= forms for new, old in former_names(one_line(text)))


def _announces_name(text: str, entity: Entity) -> bool:
    """Tells whether a line says of an organisation what it is called otherwise: "BPU will be called CSO"."""
    called = _WILL_BE_CALLED.search(text)
    forms = [form for form in entity.forms if abbreviated(form)]
    return bool(called) and sum(_named(form).search(text) is not None for form in forms) > 1


_WILL_BE_CALLED = re.compile(
    r"\b(?:re-?nam(?:ed?|es|ing)|(?:called|known\s+as|named)|(?:new|another|different)\s+name|chang\w+\s+(?:its|their|the)\s+name)\b",
    re.IGNORECASE,
)


def _named(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
