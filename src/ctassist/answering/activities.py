"""Composes complete lists of what happened: by time, organisation, place, topic, in any mixture."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz

from ctassist.answering.catalog import mentions
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.question import Question
from ctassist.answering.terms import (
    event_stems,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    tokens,
)
from ctassist.answering.time_scope import say
from ctassist.answering.understanding import content_stems
from ctassist.extraction.places import Place, lies_in, place_of
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Precision

_MOST = 500
"""More lines than this are not shown at once."""
_REPEAT = 88
"""Lines of one day in different documents are one when their words agree to this much (rapidfuzz, 0 to 100)."""


@dataclass(frozen=True, slots=True)
class _Group:
    """One activity with every row that tells of it."""

    entries: tuple[Entry[Activity], ...]


def compose_activities(question: Question, context: Context) -> Draft | None:
    """Answers what happened; None when nothing in the archive matches and a passage might still answer.

    Without any scope ("What is new?") the newest issue is meant.
    """
    if not (_scoped(question) or _topic(question, context) or _kinds(question, context)):
        newest = max((d.period for d in context.documents() if d.period), key=lambda p: (p.end, p.start), default=None)
        if newest is None:
            return None
        question = replace(question, interval=newest.interval)
    dated = context.view.activities(interval=question.interval, dated=True, document_ids=context.document_ids)
    undated = context.view.activities(dated=False, document_ids=_meeting(question, context))
    chosen = [entry for entry in dated if _fits(entry, question, context)]
    groups = _merged(chosen)
    if question.interval is None:
        undated_groups = _merged([entry for entry in undated if _fits(entry, question, context)])
    else:
        undated_groups = []
    undated_count = len([e for e in undated if _fits(e, question, context)])
    everything = groups + undated_groups
    if not everything:
        return _nothing(question, context, undated_count)
    lines = tuple(_line(group) for group in everything[:_MOST])
    return Draft(
        Status.PARTIAL if len(everything) > _MOST else Status.ANSWERED,
        _intro(question, len(everything), len(undated_groups)),
        lines,
        _outro(question, context, len(everything), undated_count if question.interval else 0),
        context.coverage(question, matched=len(everything), shown=len(lines), undated=undated_count),
    )


def _scoped(question: Question) -> bool:
    return bool(question.interval or question.entities or question.places)


def compose_counted_activities(question: Question, context: Context) -> Draft | None:
    """Answers how many activities there were, with the list that was counted; None when something else is counted."""
    first = next((token for word in question.topic for token in tokens(word)), None)
    if first is None or is_body_noun(first) or first.stem not in event_stems() | generic_event_stems():
        return None
    draft = compose_activities(question, context)
    return draft if draft and draft.status is not Status.NOT_FOUND else None


def _meeting(question: Question, context: Context) -> list[str] | None:
    """The documents whose period meets the asked time: their undated lines may belong to it."""
    if question.interval is None:
        return list(context.document_ids) if context.document_ids is not None else None
    return [d.id for d in context.documents() if d.period and d.period.interval.meets(question.interval)]


def _fits(entry: Entry[Activity], question: Question, context: Context) -> bool:
    if question.interval and entry.record.intervals and not _in_time(entry.record.intervals, question.interval):
        return False
    if not all(mentions(entry.text, entity) for entity in question.entities):
        return False
    if not all(in_place(entry, place) for place in question.places):
        return False
    if (kinds := _event_headings(question, context)) and not kinds & {
        heading.casefold() for heading in entry.record.section
    }:
        return False
    topic, kinds = _topic(question, context), _kinds(question, context)
    words = stems(entry.text) | stems(" ".join(entry.record.section))
    return topic <= words and (not kinds or bool(kinds & words))


def _in_time(intervals: Iterable[Interval], asked: Interval) -> bool:
    """A whole year or issue is too coarse to fall into a part of it: it must lie inside the asked time."""
    for interval in intervals:
        coarse = interval.precision in (Precision.YEAR, Precision.ISSUE)
        if (asked.start <= interval.start and interval.end <= asked.end) or (interval.meets(asked) and not coarse):
            return True
    return False


def in_place(entry: Entry[Activity], place: Place) -> bool:
    """Tells whether an activity was in, or about, a place: named itself, or a place that lies in it."""
    return any((known := place_of(name)) is not None and lies_in(known, place) for name in entry.record.places)


def _topic(question: Question, context: Context) -> frozenset[str]:
    """The words that lines must have: what is left of the question, without the archive's own name."""
    own = context.catalog.title_stems | {
        word for heading in _event_headings(question, context) for word in stems(heading)
    }
    return frozenset(
        word
        for word in content_stems(question.topic)
        if word not in light_stems() | generic_event_stems() | generic_actor_stems() | event_stems() | own
    )


def _kinds(question: Question, context: Context) -> frozenset[str]:
    """The kinds of events asked for, any of which will do; "meetings and other events" asks for all kinds."""
    if _AND_OTHER.search(question.text):
        return frozenset()
    own = {word for heading in _event_headings(question, context) for word in stems(heading)}
    return frozenset(content_stems(question.topic)) & event_stems() - generic_event_stems() - own


_AND_OTHER = re.compile(r"\b(?:and|or)\s+(?:all\s+|any\s+)?other\s+\w+", re.IGNORECASE)


def _event_headings(question: Question, context: Context) -> frozenset[str]:
    """Regular headings that are nothing but the kind of thing asked for: "Upcoming events", "Meetings"."""
    asked = frozenset(content_stems(question.topic)) & event_stems()
    return frozenset(
        heading
        for heading, words in context.catalog.regular_headings(2).items()
        if words - _WHEN_WORDS and words - _WHEN_WORDS <= asked
    )


_WHEN_WORDS = stems("upcoming past recent next future calendar list coming")


def _merged(entries: Sequence[Entry[Activity]]) -> list[_Group]:
    """Merges rows of different documents that tell of the same thing, in date order."""
    groups: list[list[Entry[Activity]]] = []
    by_day: dict[date | None, list[list[Entry[Activity]]]] = {}
    for entry in sorted(entries, key=_order):
        day = entry.record.intervals[0].start if entry.record.intervals else None
        same = next((g for g in by_day.get(day, []) if _repeats(g, entry)), None)
        if same is not None:
            same.append(entry)
        else:
            groups.append([entry])
            by_day.setdefault(day, []).append(groups[-1])
    return [_Group(tuple(group)) for group in groups]


def _order(entry: Entry[Activity]) -> tuple[date, date, int]:
    first = entry.record.intervals[0] if entry.record.intervals else Interval(date.max, date.max)
    return first.start, first.end, entry.id


def _repeats(group: Sequence[Entry[Activity]], entry: Entry[Activity]) -> bool:
    return (
        all(known.document_id != entry.document_id for known in group)
        and fuzz.token_set_ratio(group[0].text, entry.text) >= _REPEAT
    )


def _line(group: _Group) -> Line:
    first = group.entries[0]
    when = ", ".join(_say(interval) for interval in first.record.intervals)
    text = _plain(first.text)
    return Line(
        f"**{when}:** {text}" if when else text,
        tuple(evidence_of(entry) for entry in group.entries),
        "activity",
        frame=(when,),
    )


def _say(interval: Interval) -> str:
    return f"issue of {say(interval)}" if interval.precision is Precision.ISSUE else say(interval)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" |")


def scope_words(question: Question) -> str:
    """The scope of a list in words: "in February 2024 involving UNODC in Togo"."""
    parts = []
    if question.entities:
        parts.append("involving " + " and ".join(entity.key for entity in question.entities))
    if question.places:
        parts.append("in " + " and ".join(place.name for place in question.places))
    if question.interval:
        words = say(question.interval)
        lead = (
            ""
            if words.startswith(("since", "until"))
            else "on "
            if words[0].isdigit() and question.interval.start == question.interval.end
            else "from "
            if words[0].isdigit() and " to " in words
            else "in "
        )
        parts.append(lead + words)
    return " ".join(parts)


def _intro(question: Question, count: int, undated: int) -> str:
    scope = scope_words(question)
    noun = "activity" if count == 1 else "activities"
    tail = f", {undated} of them without a date" if undated else ""
    return f"**{count} {noun}**{' ' + scope if scope else ''}{tail}:"


def _outro(question: Question, context: Context, count: int, undated: int) -> str:
    notes = []
    if count > _MOST:
        notes.append(f"{count - _MOST} more are left out: narrow the question by a month, an organisation or a place.")
    if undated:
        lines = "1 more line" if undated == 1 else f"{undated} more lines"
        verbs = "matches but bears" if undated == 1 else "match but bear"
        notes.append(f"{lines} of the issues of that time {verbs} no date.")
    said = (
        len(context.view.statements(interval=question.interval, document_ids=context.document_ids))
        if question.interval and not question.entities and not question.places
        else 0
    )
    if said:
        notes.append(f"Statements of that time ({said}) are listed apart: ask what was said.")
    return " ".join(notes)


def _nothing(question: Question, context: Context, undated: int) -> Draft | None:
    if (_topic(question, context) or _kinds(question, context)) and not undated:
        return None
    scope = scope_words(question)
    text = f"The archive has no dated activity {scope} ({context.searched()} searched).".replace("  ", " ")
    if undated:
        text += f" {undated} matching line{'s bear' if undated > 1 else ' bears'} no date."
    coverage = context.coverage(question, undated=undated)
    return Draft(Status.NOT_FOUND, text, coverage=coverage, final=not question.entities)
