"""Composes answers on who said what: words verbatim, in quotation marks, with speaker and date."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.statements.reported import reported_by
from ctassist.answering.statements.speakers import (
    asked_title,
    by_handle,
    named_with_titles,
    names_a_speaker,
    of_bearers,
    shown,
    speaks,
    staff,
    staffed,
)
from ctassist.answering.statements.subjects import about, general_subject, topic_of, words_said
from ctassist.answering.terms import (
    fold,
    function_words,
    light_stems,
    stems,
    tokens,
)
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, Question, Wants
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Statement
from ctassist.model.time import Precision

_TOPIC_SHARE, _ANYBODYS = 0.5, 0.8
"""The share of a topic's words, by weight, that a statement must hold to be about it; with and without its speaker."""


def compose_statements(question: Question, context: Context) -> Draft | None:
    """Answers what somebody said, or each of several; None when no speaker or topic of the question is known."""
    draft = _said(question, context)
    if (draft is None or draft.status is Status.NOT_FOUND) and (occasion := _WHEN_THEY.search(question.text)):
        # The occasion on which it was said need not be spoken of: "when she took office".
        topic = tuple(word for word in question.topic if word not in occasion.group())
        draft = _said(replace(question, text=question.text[: occasion.start()], topic=topic), context) or draft
    if draft is None or draft.status is Status.NOT_FOUND:
        draft = _on_occasion(question, context) or draft
    if question.wants is Wants.WHO and question.entities and (draft is None or draft.status is Status.NOT_FOUND):
        topic = (*question.topic, *(entity.key for entity in question.entities))
        draft = _said(replace(question, entities=(), topic=topic), context, named=question.entities) or draft
    if len(question.entities) > 1 and (draft is None or draft.status is Status.NOT_FOUND):
        return _said_by_each(question, context) or draft
    return draft


def _on_occasion(question: Question, context: Context) -> Draft | None:
    """What somebody said on the day of an occasion that a line of the archive dates: "at the opening of the pier"."""
    occasion = _OCCASION.search(question.text)
    ordinary = light_stems() | stems(" ".join((*function_words(), question.time_words)))
    own = stems(occasion["what"]) - ordinary if occasion else None
    if not occasion or not own or len(question.entities) != 1:
        return None
    rows = context.view.activities(document_ids=context.document_ids)
    days = {
        interval
        for row in rows
        if own <= stems(row.text)
        for interval in row.record.intervals
        if interval.precision is Precision.DAY and (question.interval is None or question.interval.meets(interval))
    }
    topic = tuple(word for word in question.topic if word not in occasion["what"])
    asked = replace(question, text=question.text[: occasion.start()], topic=topic)
    drafts = [_said(replace(asked, interval=day), context) for day in sorted(days)]
    told = [draft for draft in drafts if draft and draft.status is Status.ANSWERED]
    return told[0] if len(told) == 1 else None


_OCCASION = re.compile(
    r"\s(?:on|at|for|during|upon)\s+(?:the|her|his|their|its|our)\s+(?P<what>[^?.!]+)", re.IGNORECASE
)
_WHO_SPOKE_OF = re.compile(
    r"^\W*who\s+(?:\w+\s+)?(?:spoke|speaks|talk(?:ed|s)|said|says|mention(?:ed|s)|told|compared|called)\b(?!\s+as\b)",
    re.I,
)
_SPOKE_AT = re.compile(
    r"\W*who\s+(?:\w+\s+)?(?:spoke|speaks|took\s+the\s+floor)\s+(?:at|before|in)\s+(?:the|an?|its|their|our)\s+"
    r"(?P<what>[^?]+?)(?=\s+(?:about|on|in|of|when|where)\b|\W*$)",
    re.IGNORECASE,
)
"""Asks who spoke on an occasion, which the words of somebody else on the same subject do not tell."""
_WHEN_THEY = re.compile(
    r",?\s+(?:when|as|after|before|while|upon)\s+(?:(?:he|she|they)\s+|\w+ing\s+)[^?]*\W*$", re.IGNORECASE
)
_REPORTED = re.compile(r"\b(?:report|announce|share)(?:e?d|s|ing)?\b", re.IGNORECASE)


def compose_reported(question: Question, context: Context) -> Draft | None:
    """Answers what somebody reported, where lines introduce their words; None for who is no such speaker."""
    if not question.entities or not _REPORTED.search(question.text):
        return None
    speakers = {row.record.speaker for row in context.view.statements(document_ids=context.document_ids)}
    if not all(any(mentions(speaker, entity) for speaker in speakers) for entity in question.entities):
        return None
    topic = tuple(word for word in question.topic if not _REPORTED.fullmatch(word))
    draft = compose_statements(replace(question, topic=topic), context)
    return draft if draft and draft.status is Status.ANSWERED else None


def _said_by_each(question: Question, context: Context) -> Draft | None:
    """What each of several said; None where one of them said nothing of the kind."""
    found = []
    for entity in question.entities:
        others = [form for other in question.entities if other is not entity for form in other.forms]
        text = named_with_titles(others).sub(" ", question.text)
        draft = _said(replace(question, text=text, entities=(entity,)), context)
        if draft is None or draft.status is Status.NOT_FOUND:
            return None
        found.append(draft)
    lines = tuple({line.text: line for draft in found for line in draft.lines}.values())
    count = context.words("**{count} statements**:", count=len(lines)) if len(lines) > 1 else ""
    return Draft(
        Status.ANSWERED, count, lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines))
    )


def _said(question: Question, context: Context, named: Sequence[Entity] = ()) -> Draft | None:
    """What is said by whom the question names, or on what it asks about; ``named`` must stand in the words."""
    rows = context.view.statements(interval=question.interval, document_ids=context.document_ids)
    rows = _of_time(rows, question)
    if spoken := _SPOKE_AT.match(question.text):
        own = stems(spoken["what"]) - light_stems() - stems(" ".join(function_words()))
        rows = [row for row in rows if own <= stems(row.text)]
    rows = [row for row in rows if all(mentions(words_said(row), entity) for entity in named)]
    title = asked_title(question, rows)
    people = {entity.key: staff(rows, entity, context) for entity in staffed(question)}
    speakers = [row for row in rows if speaks(row, question, people)]
    bearing = of_bearers(speakers, title) if title else speakers
    if title and not bearing and _WHO_SPOKE_OF.match(question.text):
        title, bearing = "", speakers  # "Who spoke of teachers?" names what was spoken of.
    speakers = bearing
    if (question.entities or question.unknown or title) and not speakers:
        return None
    handles = by_handle(speakers, question)
    speakers = handles or speakers
    enough = _TOPIC_SHARE if question.entities or title or handles else _ANYBODYS
    topic = topic_of(question, speakers if question.entities or names_a_speaker(question, rows) else (), context)
    topic = topic or general_subject(question, speakers)
    scored = [(about(row, topic, question, context), row) for row in speakers]
    best = max((score for score, _ in scored), default=0.0)
    narrowed = bool(topic or question.places)
    chosen = [row for score, row in scored if not narrowed or score >= max(enough, best * 0.75)]
    if narrowed and best < enough and speakers:
        # Where nobody is named, some word of the subject must be said; an unknown name is somebody else.
        asked = question.entities or title or (best and not question.unknown)
        chosen = _alike_in_meaning(question, speakers, context) if asked else []
        if not chosen and (question.entities or title):
            return _reported(question, topic, context) or _other_words(question, context, speakers)
    if not chosen:
        return None
    chosen.sort(key=lambda row: (row.record.interval.start.toordinal() if row.record.interval else 0, row.id))
    lines = tuple(_line(same, context) for same in _alike(chosen))
    count = context.words("**{count} statements**:", count=len(lines)) if len(lines) > 1 else ""
    return Draft(
        Status.ANSWERED, count, lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines))
    )


def _of_time(rows: Sequence[Entry[Statement]], question: Question) -> list[Entry[Statement]]:
    """The statements of a time; where others are, without those of a whole year of which the time is but a part."""
    asked = question.interval
    if asked is None:
        return list(rows)
    sure = [row for row in rows if not (when := row.record.interval) or when.days <= _COARSE * asked.days]
    return sure or list(rows)


_COARSE = 3
"""So many times as long as the asked time is too long to be of it."""


def _reported(question: Question, topic: frozenset[str], context: Context) -> Draft | None:
    """What those whom a question names said on its topic in other words than their own; None where no line tells."""
    rows = [row for row in reported_by(question, context) if about(row, topic, question, context) >= _TOPIC_SHARE]
    if not rows:
        return None
    lines = tuple(Line(" ".join(row.text.split()), (evidence_of(row),), "statement") for row in rows)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


_LIKE = 0.35
"""From this likeness (cosine) on, a statement of the speaker is on the subject of a question in other words.

Measured on 89 questions of the shelves and of reviews: what a speaker said on something else reaches 0.23, the nearest
statement to a question that has no answer 0.25, three quarters of the statements asked for more than 0.32.
"""


def _alike_in_meaning(question: Question, rows: Sequence[Entry[Statement]], context: Context) -> list[Entry[Statement]]:
    """The statement that is most like the question in meaning, if it is like enough."""
    asked, *said = context.retriever.embedded([question.text, *map(words_said, rows)])
    likeness, row = max(
        ((float(asked @ words), row) for words, row in zip(said, rows, strict=True)), key=lambda p: p[0]
    )
    return [row] if likeness >= _LIKE else []


def _alike(rows: Sequence[Entry[Statement]]) -> list[list[Entry[Statement]]]:
    """The statements, each with its repetitions: an annual review quotes what the issues of the year have."""
    found: dict[tuple[str, ...], list[Entry[Statement]]] = {}
    for row in rows:
        key = (fold(row.record.speaker), *(token.stem for token in tokens(words_said(row))))
        found.setdefault(key, []).append(row)
    return list(found.values())


def _line(same: Sequence[Entry[Statement]], context: Context) -> Line:
    row, record = same[0], same[0].record
    quote = " ".join(words_said(row).split())
    who = shown(record)
    when = f" ({context.words.time(record.interval)})" if record.interval else f" ({context.issue(row.document_id)})"
    return Line(f"{who}{when}: “{quote}”", tuple(map(evidence_of, same)), "statement", frame=(when, who))


def _other_words(question: Question, context: Context, speakers: Sequence[Entry[Statement]]) -> Draft:
    names = sorted({row.record.speaker for row in speakers}, key=fold)[:3]
    frame = "The archive does not say. It has statements by {names}, but none on this subject ({searched} searched)."
    text = context.words(frame, names=", ".join(names), searched=context.searched())
    return Draft(
        Status.NOT_FOUND,
        text,
        coverage=context.coverage(question),
        suggestions=tuple(f"What did {name} say?" for name in names),
        final=True,
    )
