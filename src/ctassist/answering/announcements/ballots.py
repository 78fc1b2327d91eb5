"""Composes when an election has its stages: "When is voting in the Board election?", "Until when may one nominate?"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.terms import content, function_words, light_stems, stems
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.dates import find_dates
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import sentences
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.text import BlockKind, Span
from ctassist.model.time import Interval, Precision

_STAGES = (
    stems("vote votes voting voted ballot ballots poll polls polling"),
    stems("nominate nominates nominated nominating nomination nominations candidate candidates candidacy candidacies"),
)
"""What an election has a time for: casting votes, and naming those who stand."""
_ASKED = re.compile(r"\b(?:vot(?:e|es|ing|ed)|ballots?|poll(?:s|ing)?|nominat\w+|candida(?:te|cy)\w*)\b", re.IGNORECASE)
_WAYS = stems(
    "when until till what which date dates day days time times period deadline last first final open opens close closes"
    " closing start starts begin begins end ends run runs last lasts take takes place happen cast hold held due submit"
    " submitted propose proposed stand name named year annual from to between possible allowed can may put forward"
)
_EXACT = (Precision.DAY, Precision.RANGE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that gives the days of a stage, and where its paragraph begins."""

    entry: Entry[Item]
    span: Span
    days: tuple[Interval, ...]
    lead: Span | None


def compose_ballot(question: Question, context: Context) -> Draft | None:
    """Answers with the days that the newest issue gives for a stage of an election that is named; None for others."""
    if question.wants is not Wants.WHEN or not _ASKED.search(question.text):
        return None
    asked = stems(question.text)
    stages = [stage for stage in _STAGES if not asked.isdisjoint(stage)]
    if len(stages) != 1:
        return None
    plain = stages[0] | _WAYS | light_stems() | stems(" ".join(function_words()))
    words = question.timeless or question.text
    named = frozenset(token.stem for token in content(words) if not token.text.isdigit()) - plain
    if not named:
        return None
    told = list(_told(named, stages[0], question, context))
    newest = max((context.last_day(one.entry.document_id) for one in told), default=None)
    lines = tuple(_line(one, context) for one in told if context.last_day(one.entry.document_id) == newest)
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


def _told(named: frozenset[str], stage: frozenset[str], question: Question, context: Context) -> Iterator[_Told]:
    for entry in context.view.items(context.document_ids):
        if stage.isdisjoint(stems(entry.text)):
            continue
        period = context.document(entry.document_id).period
        text = context.text(entry.document_id)
        for span in sentences(text, entry.record.span):
            said = span.of(text)
            found = list(find_dates(said, period.interval if period else None))
            days = tuple(date.interval for date in found if date.interval.precision in _EXACT)
            if not days or stage.isdisjoint(stems(said)):
                continue
            if question.interval and not all(question.interval.meets(day) for day in days):
                continue
            before = _before(entry, span, context)
            above = before.of(text) if before else ""
            if named <= stems(f"{above} {said} {' '.join(entry.record.section)}"):
                bare = said
                for date in reversed(found):
                    bare = bare[: date.span.start] + bare[date.span.end :]
                if _speaks_of_no_other(bare, f"{question.text} {above}"):
                    yield _Told(entry, span, days, None if named <= stems(said) else before)


def _before(entry: Entry[Item], span: Span, context: Context) -> Span | None:
    """The part of its paragraph before a sentence, which says of what it goes on about."""
    for block in context.view.blocks_at(entry.document_id, span):
        if block.kind is BlockKind.PARAGRAPH and block.span.start < span.start:
            return Span(block.span.start, span.start)
    return None


_NAME = re.compile(r"(?<=[a-z,;)]\s)[A-Z][\w’'-]*")


def _speaks_of_no_other(said: str, around: str) -> bool:
    """Tells whether all names within a sentence stand before it too, or are initials of what does: "SC"."""
    known = stems(around)
    initials = "".join(word[0] for word in re.findall(r"\b[A-Z][\w’'-]*", around))
    names = [match.group() for match in _NAME.finditer(one_line(said))]
    return all(stems(name) <= known or (name.isupper() and name in initials) for name in names)


def _line(told: _Told, context: Context) -> Line:
    entry = told.entry
    source = context.source(entry.document_id)
    when = context.words.all_of([context.words.time(day) for day in told.days])
    spans = [span for span in (_first_sentence(told.lead, context.text(entry.document_id)), told.span) if span]
    said = " – ".join(one_line(context.quote(entry.document_id, span)) for span in spans)
    evidence = tuple(Evidence(entry.document_id, span, entry.record.section, entry.record.page) for span in spans)
    return Line(f"**{when}** – {said} ({source})", evidence, None, frame=(when, source))


def _first_sentence(lead: Span | None, text: str) -> Span | None:
    return next(iter(sentences(text, lead)), None) if lead else None
