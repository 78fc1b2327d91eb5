"""Composes complete lists of what happened: by time, organisation, place, topic, in any mixture."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.evidence.issues import named_issues
from ctassist.answering.lists.counted_headings import counts_lines_alone
from ctassist.answering.lists.listed_time import ListedTime, names_deadline
from ctassist.answering.lists.merging import Group
from ctassist.answering.lists.nested import lead_of_short
from ctassist.answering.lists.selection import (
    asks_for_all_events,
    asks_for_undated,
    asks_of_events,
    is_narrowed,
    select,
)
from ctassist.answering.lists.told import Told
from ctassist.answering.terms import (
    Token,
    content,
    counted_people_stems,
    event_stems,
    generic_event_stems,
    is_body_noun,
    tokens,
)
from ctassist.answering.understanding.kinds import done_in, heads_jobs, kinds_of, list_words
from ctassist.answering.understanding.question import Question
from ctassist.answering.understanding.spoken_times import FIRST_DAY, LAST_DAY, whole_months
from ctassist.answering.wording import Wording
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Precision

_MOST = 500
"""More lines than this are not shown at once."""


def compose_activities(question: Question, context: Context, *, ahead: bool = False) -> Draft | None:
    """Answers what happened; None when nothing in the archive matches and a passage might still answer.

    Without any scope ("What is new?") the newest issue is meant, unless all events are asked for.

    Args:
        question: the question.
        context: what the archive knows.
        ahead: only what an issue announced beforehand is meant; None without any.
    """
    if not (_scoped(question) or is_narrowed(question, context) or asks_for_all_events(question)):
        newest = max((d.period for d in context.documents() if d.period), key=lambda p: (p.end, p.start), default=None)
        if newest is None:
            return None
        question = replace(question, interval=newest.interval)
    if not ahead and is_narrowed(question, context) and (issues := named_issues(question, context)):
        # What an issue tells of what is asked for may lie days before it, or ahead.
        question, context = replace(question, interval=None), replace(context, document_ids=issues)
    selected = select(question, context)
    if asks_of_events(question):
        selected = replace(selected, dated=[group for group in selected.dated if not _is_job(group)])
    if ahead:
        selected = replace(selected, dated=_ahead(selected.dated, context), undated=[])
        if not selected.dated:
            return None
    elif question.interval and ListedTime.of(question, context).covers_an_issue:
        selected = replace(
            selected, dated=[group for group in selected.dated if _happened(group, question.interval, context)]
        )
    everything, undated_count = selected.all, selected.undated_nearby
    if not everything:
        return _apart(question, context) or _nothing(question, context, undated_count)
    lines = tuple(_with_lead(activity_line(group, context.words), group, context) for group in everything[:_MOST])
    return Draft(
        Status.PARTIAL if len(everything) > _MOST else Status.ANSWERED,
        _intro(question, context, len(everything), len(selected.undated)),
        lines,
        _outro(question, context, len(everything), undated_count if question.interval else 0),
        context.coverage(question, matched=len(everything), shown=len(lines), undated=undated_count),
    )


def _happened(group: Group, week: Interval, context: Context) -> bool:
    """Tells whether a line may tell what happened in the week of an issue.

    The issue's own lines do; in others, what bears a whole month is of no week, and a last day is none that happened.
    """
    for entry in group.entries:
        period = context.document(entry.document_id).period
        if period and (period.start, period.end) == (week.start, week.end):
            return True
        narrow = any(time.precision in (Precision.DAY, Precision.RANGE) for time in entry.record.intervals)
        if narrow and not names_deadline(one_line(entry.text)):
            return True
    return False


def _is_job(group: Group) -> bool:
    """Tells whether lines stand below a heading for vacancies: their dates are last days, and no events."""
    headings = [entry.record.section[-1] for entry in group.entries if entry.record.section]
    return len(headings) == len(group.entries) and all(heads_jobs(heading) for heading in headings)


_SHORT = timedelta(days=14)
"""The issues of a weekly announce what happens within their own days too."""


def _ahead(groups: Sequence[Group], context: Context) -> list[Group]:
    """What issues told of before it was to happen, as they told it then."""
    kept = (tuple(entry for entry in group.entries if _is_ahead(entry, context)) for group in groups)
    return [Group(entries) for entries in kept if entries]


def _is_ahead(entry: Entry[Activity], context: Context) -> bool:
    period, times = context.document(entry.document_id).period, entry.record.intervals
    if period is None or not times:
        return False
    return times[0].start > (period.start if period.end - period.start <= _SHORT else period.end)


def _apart(question: Question, context: Context) -> Draft | None:
    """What each of several organisations did, where they did nothing together and it is not asked for."""
    if len(question.entities) < 2 or question.both or question.either or _TOGETHER.search(question.text):
        return None
    return side_by_side(question, context)


_TOGETHER = re.compile(r"\b(?:together|joint(?:ly)?|with)\b", re.IGNORECASE)


def side_by_side(question: Question, context: Context) -> Draft | None:
    """The activities of each organisation, place or time that a question names, one after the other; None if none."""
    if len(question.entities) > 1:
        parts = [(entity.key, replace(question, entities=(entity,))) for entity in question.entities]
    elif len(question.places) > 1:
        parts = [(place.name, replace(question, places=(place,))) for place in question.places]
    else:
        parts = [(context.words.time(time), replace(question, interval=time)) for time in question.times]
    lines: list[Line] = []
    counts: list[str] = []
    for name, part in parts:
        found = [activity_line(group, context.words) for group in select(part, context).all]
        counts.append(f"{name} {len(found)}")
        lines += [replace(line, group=(f"**{name} ({len(found)})**",)) for line in found]
    if not lines:
        return None
    shown = tuple(lines[:_MOST])
    scope = (
        f" {context.words('in {time}', time=context.words.time(question.interval))}"
        if question.interval and len(question.times) < 2
        else ""
    )
    return Draft(
        Status.PARTIAL if len(lines) > _MOST else Status.ANSWERED,
        context.words("**Activities{scope}:** {counts}.", scope=scope, counts=", ".join(counts)),
        shown,
        coverage=context.coverage(question, matched=len(lines), shown=len(shown)),
    )


def _scoped(question: Question) -> bool:
    return bool(question.interval or question.entities or question.places or question.without)


def compose_counted_activities(question: Question, context: Context) -> Draft | None:
    """Answers how many activities there were, with the list that was counted; None when something else is counted."""
    counted = _counted(question)
    if (
        counted is None
        or is_body_noun(counted)
        or _TIME_UNIT.fullmatch(counted.text)  # How many weeks something takes counts nothing that happened.
        or _HOW_LONG.search(question.text)
        or _VOTES_CAST.search(question.text)
        or counts_lines_alone(question, context)
        or counted.stem not in (event_stems() | generic_event_stems() | list_words("countable") | _deeds(question))
    ):
        return None
    draft = compose_activities(question, context)
    return draft if draft and draft.status is not Status.NOT_FOUND else None


def _deeds(question: Question) -> frozenset[str]:
    """The stems of a question's nouns for what comes about by a deed that it names: "prizes were awarded"."""
    return frozenset(
        token.stem
        for word in question.topic
        for token in tokens(word)
        for kind in kinds_of([token.stem], done_in(question.topic))
        if kind.must_be_done
    )


_TIME_UNIT = re.compile(r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade)s?", re.IGNORECASE)
_HOW_LONG = re.compile(rf"\bhow\s+many\s+(?:more\s+|full\s+|whole\s+)?{_TIME_UNIT.pattern}\b", re.IGNORECASE)
_VOTES_CAST = re.compile(
    r"\bhow\s+many\s+(?:\w+\s+)?(?:votes|ballots)\b[^?]*\b(?:cast|received?|got|get|gained?|obtain(?:ed)?|won|counted|needed)\b",
    re.IGNORECASE,
)
"""Counts votes, which are no occasions on which one was held."""
_COUNTED = re.compile(
    r"\b(?:how many|number of|count of)\s+(?P<what>.+?)"
    r"(?:\s+(?:is|are|was|were|has|have|had|do|does|did|took|came|went|fell|fall|met|ran|joined|attended|visited|that|which"
    r"|in|at|on|of|for|by|with|to|from|into|during|since|about)\b"
    r"|\s+[a-z]+ed\s+(?:the|an?|this|that|each|every|our)\b|(?<=s)\s+[a-z]+ed\b|[?.,]|$)",
    re.IGNORECASE,
)


def _counted(question: Question) -> Token | None:
    """What a question counts: the last word of its noun, "drills" of "how many night landing drills were held"."""
    match = _COUNTED.search(question.timeless)
    words = list(content(match["what"])) if match else []
    if not words:
        words = [token for word in question.topic[:1] for token in tokens(word)]
    if len(words) > 1 and _are_people(words[-2]):
        return words[-2]  # "How many people work there": nothing but people is counted.
    return words[-1] if words else None


def _are_people(token: Token) -> bool:
    word = token.text.casefold()
    return token.stem in counted_people_stems() and (word == "people" or word.endswith("s"))


def activity_line(group: Group, words: Wording) -> Line:
    """One line for an activity with all its sources."""
    first = group.entries[0]
    when = words.dates(first.record.intervals)
    text = _plain(first.text)
    told = isinstance(first.record, Told)
    # A line without a date or a doer, or of a place and a day alone, says what it is about in its headings.
    about = first.record.section[-1] if told and first.record.section else ""
    if not told and len(text.split()) < _SAYING and "|" not in text:
        about = ", ".join(first.record.section[-2:])
    text = f"{about}: {text}" if about else text
    return Line(
        f"**{when}:** {text}" if when else text,
        tuple(evidence_of(entry) for entry in group.entries),
        None if told else "activity",
        frame=(when, about),
    )


_SAYING = 5
"""A line of fewer words says where and when something is, and not what."""


def _with_lead(line: Line, group: Group, context: Context) -> Line:
    """The line, citing the one too that a short one stands below."""
    first = group.entries[0]
    lead = lead_of_short(first, context) if isinstance(first.record, Told) else None
    return replace(line, evidence=(lead, *line.evidence)) if lead else line


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" |")


def scope_words(question: Question, words: Wording) -> str:
    """The scope of a list in words: "in February 2024 involving UNODC in Togo"."""
    parts = []
    if question.entities:
        joined = words.any_of if question.either else words.all_of
        parts.append(words("involving {names}", names=joined([entity.key for entity in question.entities])))
    if question.places:
        parts.append(words("in {places}", places=words.all_of([place.name for place in question.places])))
    if question.without.places:
        parts.append(words("outside {places}", places=words.all_of([p.name for p in question.without.places])))
    if question.without.entities:
        parts.append(words("without {names}", names=words.all_of([e.key for e in question.without.entities])))
    if question.interval:
        parts.append(_when(question.interval, words))
    return " ".join(parts)


def _when(interval: Interval, words: Wording) -> str:
    time = words.time(interval)
    if interval.start == FIRST_DAY or interval.end == LAST_DAY:
        return time
    if interval.start == interval.end:
        return words("on {time}", time=time)
    return words("in {time}" if whole_months(interval) else "from {time}", time=time)


def _intro(question: Question, context: Context, count: int, undated: int) -> str:
    words = context.words
    scope = scope_words(question, words)
    tail = words(", {count} of them without a date", count=undated) if 0 < undated < count else ""
    if undated == count:
        tail = words(", without a date")
    counted = words.count(count, "**1 activity**", "**{count} activities**")
    return f"{counted}{' ' + scope if scope else ''}{tail}:"


def _outro(question: Question, context: Context, count: int, undated: int) -> str:
    notes = []
    if count > _MOST:
        frame = "{count} more are left out: narrow the question by a month, an organisation or a place."
        notes.append(context.words(frame, count=count - _MOST))
    if undated:
        one = "1 more line of the issues of that time matches but bears no date."
        many = "{count} more lines of the issues of that time match but bear no date."
        notes.append(context.words.count(undated, one, many))
    said = (
        len(context.view.statements(interval=question.interval, document_ids=context.document_ids))
        if question.interval and not question.entities and not question.places and not asks_for_undated(question.text)
        else 0
    )
    if said:
        notes.append(
            context.words("Statements of that time ({count}) are listed apart: ask what was said.", count=said)
        )
    return " ".join(notes)


def _nothing(question: Question, context: Context, undated: int) -> Draft | None:
    if is_narrowed(question, context) and not undated:
        return None
    words = context.words
    frame = "The archive has no dated activity {scope} ({searched} searched)."
    text = words(frame, scope=scope_words(question, words), searched=context.searched()).replace("  ", " ")
    if undated:
        text += " " + words.count(undated, "1 matching line bears no date.", "{count} matching lines bear no date.")
    coverage = context.coverage(question, undated=undated)
    return Draft(
        Status.NOT_FOUND,
        text,
        coverage=coverage,
        final=not question.entities or bool(question.interval or question.places),
    )
