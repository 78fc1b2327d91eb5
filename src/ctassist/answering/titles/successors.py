"""Composes who came after, or before, somebody with a title that no chart tells: "Who succeeded Director Roe?"."""

import re
from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.terms import fold, stems
from ctassist.answering.titles.offices import Bearer, bearer_line, bearers_of, key_of, titles_of, when
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, History, Question
from ctassist.answering.understanding.succession import asks_for_bearer_before, succession
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.names import WORD
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status


def compose_successor(question: Question, context: Context) -> Draft | None:
    """Answers with the next, or last, other bearer of a title; None where no line gives the one who is named one."""
    told = [bearer_line(one, context) for one in successors(question, context)]
    lines = list({fold(line.text): line for line in told}.values())
    if (
        not lines
        and succession(question.timeless or question.text) is History.NEXT
        and (named := _named(question, context))
    ):
        lines = _told(named, context)
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage)


def successors(question: Question, context: Context) -> list[Bearer]:
    """Those who came after, or before, the one person whom a question names, in each title that this one bears."""
    text, named = question.timeless or question.text, _named(question, context)
    before = asks_for_bearer_before(text)
    history = History.FORMER if before else succession(text)
    if history is None or named is None:
        return []
    found: list[Bearer] = []
    for title in titles_of(named, context):
        if before and not stems(title) <= stems(text):
            continue  # The director before her is not the treasurer that she was too.
        bearers = sorted(bearers_of(title, context), key=lambda one: when(one, context))
        of = {key_of(one.organisation, context) for one in bearers if mentions(one.name, named)}
        asked = {entity.key for entity in question.entities if entity != named}
        if not asked <= of:
            continue
        bearers = [one for one in bearers if key_of(one.organisation, context) in (asked or of) | {None}]
        other = _beside(bearers, [at for at, one in enumerate(bearers) if mentions(one.name, named)], history)
        found += [other] if other else []
    return found


def _named(question: Question, context: Context) -> Entity | None:
    """The one person whom a question names; who is named once, and for nothing else, is no name the archive knows.

    Beside whom, in "after Ana Roe", it may name what the title is of.
    """
    if len(question.entities) == 1:
        return question.entities[0]
    if question.entities:
        beside = _AFTER.search(question.text)
        named = [one for one in question.entities if beside and mentions(beside["who"], one)]
        return named[0] if len(named) == 1 and is_person(named[0].key) else None
    beside = _AFTER.search(question.text)
    typed = (beside and _NAME_FIRST.match(beside["who"])) or _FULL_NAME.search(question.text)
    return context.catalog.entity(typed.group()) if typed else None


def _beside(bearers: Sequence[Bearer], own: Sequence[int], history: History) -> Bearer | None:
    """The first bearer behind the last line that names one, or the last one before the first such line."""
    if not own:
        return None
    return (
        next(iter(bearers[own[-1] + 1 :]), None)
        if history is History.NEXT
        else next(iter(bearers[: own[0]][::-1]), None)
    )


def _told(named: Entity, context: Context) -> list[Line]:
    """The lines that say it in so many words: "she follows Bo Li", "Bo Li left; his successor is Ana Roe"."""
    names = "|".join(map(re.escape, named.forms))
    follows = re.compile(rf"\b{_FOLLOWS}\s+(?:\w+\s+)?(?:{names})(?!\w)")
    leaves = re.compile(rf"(?<!\w)(?:{names})\b.*\b(?:[Hh]is|[Hh]er|[Tt]heir)\s+successor\b", re.DOTALL)
    found = [
        entry
        for entry in context.view.items(context.document_ids)
        if follows.search(entry.text) or leaves.search(entry.text)
    ]
    issues = [(entry, context.issue(entry.document_id)) for entry in found]
    return [
        Line(f"{one_line(entry.text)} ({issue})", (evidence_of(entry),), None, frame=(issue,))
        for entry, issue in issues
    ]


_AFTER = re.compile(r"\b(?:after|before|from|succe\w+|replac\w+|follow\w*|preced\w+)\s+(?P<who>[^?]+)", re.IGNORECASE)
_NAME_FIRST = re.compile(rf"{WORD}(?:\s+{WORD}){{1,3}}")
_FULL_NAME = re.compile(rf"(?<=[a-z] ){WORD}(?:\s+{WORD}){{1,3}}")
_FOLLOWS = r"(?:follows|succeeds|succeeded|replaces|takes\s+over\s+from|took\s+over\s+from|successor\s+(?:of|to))"
