"""Which activities a question means: by time, organisation, place, heading, kind of event and topic, each once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from ctassist.answering.context import Context
from ctassist.answering.lists.acting import actors_of_headings, publisher_stems
from ctassist.answering.lists.alternatives import either
from ctassist.answering.lists.calendars import calendars_for
from ctassist.answering.lists.parties import asks_with_others, others
from ctassist.answering.lists.repeats import tell_the_same
from ctassist.answering.lists.told import is_short, told_lines
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import (
    event_stems,
    generic_actor_stems,
    generic_event_stems,
    light_stems,
    stems,
)
from ctassist.answering.understanding.catalog import mentions, plain_heading
from ctassist.answering.understanding.kinds import (
    Kind,
    asked_verbs,
    attendance_of,
    attendance_stems,
    kind_stems,
    kinds_of,
    list_words,
    series_in,
)
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Question, Wants
from ctassist.answering.understanding.time_scope import whole_months
from ctassist.extraction.dates import find_dates
from ctassist.extraction.places import Place, lies_in, place_of
from ctassist.model.archive import Entry
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Precision


@dataclass(frozen=True, slots=True)
class Group:
    """One activity with every row that tells of it."""

    entries: tuple[Entry[Activity], ...]


@dataclass(frozen=True, slots=True)
class Selected:
    """The activities a question means, in date order: dated, undated, and how many undated ones lie near its time."""

    dated: list[Group]
    undated: list[Group]
    undated_nearby: int

    @property
    def all(self) -> list[Group]:
        """The dated ones and then the undated ones."""
        return self.dated + self.undated


def select(question: Question, context: Context) -> Selected:
    """Selects from the ledger; undated activities are listed where their whole issue is meant, else counted.

    Words that only frame a list ("projects", "the archive") narrow it where lines have them.
    """
    if asks_with_others(question):
        return _with_others(_select(_without(question, list_words("doings")), context), question, context)
    selected = strict = _select(question, context)
    for framing in ("framing", "doings"):
        if selected.all:
            return selected
        question = _without(question, list_words(framing))
        selected = _select(question, context)
    if not selected.all and (any_kind := _meetings_of_any_kind(question, context)):
        selected = _select(any_kind, context)
    return selected if selected.all else strict


def _with_others(selected: Selected, question: Question, context: Context) -> Selected:
    """Of activities those that name somebody else beside the one who is asked about."""

    def shared(groups: Sequence[Group]) -> list[Group]:
        return [
            group
            for group in groups
            if any(others(entry.record.organisations, question.entities, context) for entry in group.entries)
        ]

    return replace(selected, dated=shared(selected.dated), undated=shared(selected.undated))


_MEETING = stems("meeting")


def _meetings_of_any_kind(question: Question, context: Context) -> Question | None:
    """A question for meetings as one for events, where calendars have what nothing calls a meeting; None for others."""
    topic = tuple("events" if stems(word) <= _MEETING else word for word in question.topic)
    asked = "events" in topic and question.wants is not Wants.HOW_MANY
    return replace(question, topic=topic) if asked and calendars_for(_EVENT, context) else None


def _select(question: Question, context: Context) -> Selected:
    dated = context.view.activities(interval=question.interval, dated=True, document_ids=context.document_ids)
    undated = context.view.activities(dated=False, document_ids=_meeting(question, context))
    chosen = [entry for entry in dated if _fits(entry, question, context)]
    if not _asks_for_events(question):
        fits = partial(_fits, question=question, context=context)
        chosen += told_lines(question.interval, context, fits, places=bool(question.places or question.facet))
    nearby = [entry for entry in undated if _fits(entry, question, context)]
    # An issue that lies in the time as a whole has no line of another time.
    nearby = [entry for entry in nearby if not _is_of_another_time(entry.text, question.interval)]
    listed = [entry for entry in nearby if _is_within(entry.document_id, question.interval, context)]
    return Selected(once(chosen), once(listed), len(nearby) - len(listed))


def _is_within(document_id: str, asked: Interval | None, context: Context) -> bool:
    period = context.document(document_id).period
    return asked is None or (period is not None and asked.start <= period.start and period.end <= asked.end)


def _is_of_another_time(text: str, asked: Interval | None) -> bool:
    """Tells whether a line without a date of its issue tells of years that lie outside the asked time."""
    told = [found.interval for found in find_dates(text) if found.interval.precision is Precision.YEAR]
    return asked is not None and bool(told) and not any(interval.meets(asked) for interval in told)


_EACH = re.compile(r"\b(?:all|each|every)\b", re.IGNORECASE)


def asks_for_all_events(question: Question) -> bool:
    """Tells whether each event is asked for, of whatever time: "list every event that we have announced"."""
    return bool(_EACH.search(question.text)) and bool(list_words("gatherings") & set(content_stems(question.topic)))


def _asks_for_events(question: Question) -> bool:
    """Tells whether nothing but events is asked for: what minutes and letters tell beside them is none."""
    gatherings = list_words("gatherings") & set(content_stems(question.topic))
    return bool(gatherings) or attendance_of(question.text).is_asked


def _without(question: Question, words: frozenset[str]) -> Question:
    return replace(question, topic=tuple(word for word in question.topic if not set(content_stems([word])) <= words))


def is_narrowed(question: Question, context: Context) -> bool:
    """Tells whether a question has words of a topic, a kind of event or a way of taking part that lines must have."""
    ways = attendance_of(question.text).is_asked
    return bool(_topic(question, context) or _kinds(question, context) or ways)


def _meeting(question: Question, context: Context) -> list[str] | None:
    """The documents whose period meets the asked time: their undated lines may belong to it."""
    if question.interval is None:
        return list(context.document_ids) if context.document_ids is not None else None
    return [d.id for d in context.documents() if d.period and d.period.interval.meets(question.interval)]


def _fits(entry: Entry[Activity], question: Question, context: Context) -> bool:
    if question.interval and entry.record.intervals and not _in_time(entry.record.intervals, question.interval):
        return False
    named = " ".join((entry.text, *entry.record.section[-1:]))
    if not all(mentions(named, entity) for entity in question.entities):
        return False
    # "In Kenya and Togo" is in either; few things happen in two places at once.
    if question.places and not (all if question.both else any)(in_place(entry, place) for place in question.places):
        return False
    if question.without and _is_excepted(entry, named, question):
        return False
    if not _under_event_heading(entry, question, context):
        return False
    topic, kinds = _topic(question, context), _kinds(question, context)
    words = stems(entry.text) | stems(" ".join(entry.record.section))
    if not attendance_of(question.text).fits(words, entry.text):
        return False
    said = words | said_otherwise(meanings(question.text), entry.text) if topic - words else words
    own = context.catalog.title_stems
    told = topic <= said or any(alternative <= said for alternative in either(topic, question))
    if not told or _stands_under(entry, question) or _in_calendar(entry, question, context):
        return told
    # What another issue has under "Workshops" must say here that it is one.
    kinds = kinds or _kinds(question)
    return not kinds or any(kind.told_in(entry.text, entry.record.section, own) for kind in kinds)


def _stands_under(entry: Entry[Activity], question: Question) -> bool:
    """Tells whether a line stands under a heading all of whose words are asked for: "Field missions".

    "Events" alone says nothing of what kind they are.
    """
    asked = frozenset(content_stems(question.topic))
    return any(
        (words := stems(heading)) and words <= asked and not words <= generic_event_stems()
        for heading in entry.record.section
    )


def _in_calendar(entry: Entry[Activity], question: Question, context: Context) -> bool:
    """Tells whether a line stands in a calendar that a question means as a whole."""
    calendars = calendars_for(_asked_gatherings(question), context)
    return any(plain_heading(heading) in calendars for heading in entry.record.section)


def _is_excepted(entry: Entry[Activity], named: str, question: Question) -> bool:
    """Tells whether a line is what the question leaves out; "outside Africa" is only what was somewhere else."""
    if any(mentions(named, entity) for entity in question.without.entities):
        return True
    known = [place for name in entry.record.places if (place := place_of(name))]
    left_out = question.without.places
    return bool(left_out) and not any(all(not lies_in(place, other) for other in left_out) for place in known)


def _under_event_heading(entry: Entry[Activity], question: Question, context: Context) -> bool:
    """Where an issue has a heading of just the kind asked for, or the archive a page, only what it holds is meant."""
    headings = _event_headings(question, context) | calendars_for(_asked_gatherings(question), context)
    if headings & {plain_heading(heading) for heading in entry.record.section}:
        return True
    if pages := _event_pages(question, context):
        return entry.document_id in pages
    if headings and entry.record.intervals and all(i.precision is Precision.ISSUE for i in entry.record.intervals):
        return False  # Where events have a heading, what bears no date elsewhere is none.
    if headings and question.interval is None and not stems(entry.text) & _telling_events():
        return False
    return not any(entry.document_id in context.catalog.documents_under(heading) for heading in headings)


def _in_time(intervals: Iterable[Interval], asked: Interval) -> bool:
    """A whole year, issue or half a year is too coarse to fall into a part of it: it must lie inside the asked time.

    Of a short issue the last day must.
    """
    for interval in intervals:
        if interval.precision is Precision.ISSUE and is_short(interval):
            if asked.contains(interval.end):
                return True
            continue
        coarse = interval.precision in (Precision.YEAR, Precision.ISSUE) or (
            _days(asked) < _SHORTEST and whole_months(interval) and _days(interval) > _MONTH
        )
        if (asked.start <= interval.start and interval.end <= asked.end) or (interval.meets(asked) and not coarse):
            return True
    return False


_SHORTEST, _MONTH = 28, 31


def _days(interval: Interval) -> int:
    return (interval.end - interval.start).days + 1


def asks_for_gatherings(question: Question) -> bool:
    """Tells whether events are asked for by time, place or way of taking part: their own dates count."""
    gatherings = (event_stems() | list_words("gatherings")) - list_words("doings")
    scoped = question.interval or question.places or attendance_of(question.text).is_asked
    return bool(scoped) and question.document_ids is None and bool(gatherings & set(content_stems(question.topic)))


def in_place(entry: Entry[Activity], place: Place) -> bool:
    """Tells whether an activity was in, or about, a place: named itself, or a place that lies in it."""
    return any((known := place_of(name)) is not None and lies_in(known, place) for name in entry.record.places)


def _topic(question: Question, context: Context) -> frozenset[str]:
    """The words that lines must have: what is left of the question, without the archive's own name."""
    own = context.catalog.title_stems | {
        word for heading in _event_headings(question, context) for word in stems(heading)
    }
    own |= (
        publisher_stems(question.text, own)
        | actors_of_headings(question, context)
        | attendance_stems()
        | kind_stems()
        | list_words("gatherings")
    )
    own |= {word for kind in _kinds(question, context) for word in kind.beside} | _beside_kinds(question)
    return frozenset(
        word
        for word in content_stems(question.topic)
        if word not in light_stems() | generic_event_stems() | generic_actor_stems() | own
    )


def _kinds(question: Question, context: Context | None = None) -> tuple[Kind, ...]:
    """The kinds of events asked for, any of which will do; "meetings and other events" asks for all kinds.

    With a ``context``, only those that no regular heading stands for.
    """
    series = series_in(question.text, question.topic)
    if _AND_OTHER.search(question.text) or any(words & list_words("gatherings") for words in series):
        return ()
    headings = _event_headings(question, context) if context else ()
    own = {word for heading in headings for word in stems(heading)} | asked_verbs(question.text)
    kinds = kinds_of(word for word in content_stems(question.topic) if word not in own)
    return (*kinds, *(Kind(frozenset([word])) for word in sorted(_beside_kinds(question))))


def _beside_kinds(question: Question) -> frozenset[str]:
    """Words in a row with nouns for kinds: of "charters, treaties or pacts" each is a kind."""
    series = series_in(question.text, question.topic)
    return frozenset().union(*(words for words in series if words & kind_stems())) - kind_stems()


_AND_OTHER = re.compile(r"\b(?:and|or)\s+(?:all\s+|any\s+)?other\s+\w+", re.IGNORECASE)


def _event_headings(question: Question, context: Context) -> frozenset[str]:
    """Regular headings that are nothing but the kind of thing asked for: "Upcoming events", "Meetings".

    "Activities" is no such heading: all that is told is one. Events of any kind stand under "Calendar" as well.
    """
    asked = _asked_gatherings(question)
    return frozenset(
        heading
        for heading, words in context.catalog.regular_headings(2).items()
        if (words - list_words("when") and words - list_words("when") <= asked)
        or (asked & _EVENT and words & _CALENDAR and words <= _CALENDAR | list_words("when") | generic_event_stems())
    )


_CALENDAR = stems("calendar diary agenda")


def _telling_events() -> frozenset[str]:
    return event_stems() - generic_event_stems() - light_stems() | list_words("gatherings")


def _asked_gatherings(question: Question) -> frozenset[str]:
    asked = frozenset(content_stems(question.topic)) & (event_stems() | list_words("gatherings"))
    asked -= list_words("doings")
    return asked | _EVENT if asked & list_words("gatherings") else asked


def _event_pages(question: Question, context: Context) -> frozenset[str]:
    """The documents whose titles are nothing but the kind of thing asked for: "Events"."""
    asked = _asked_gatherings(question)
    titles = {d.id: stems(d.title) - list_words("when") for d in context.documents()} if asked else {}
    return frozenset(id for id, words in titles.items() if words and words <= asked)


_EVENT = stems("event")


def once(entries: Sequence[Entry[Activity]]) -> list[Group]:
    """Merges rows of different documents that tell of the same thing, in date order.

    A yearly review may give the month alone of what an issue gave the day of.
    """
    groups: list[list[Entry[Activity]]] = []
    by_day: dict[date | None, list[list[Entry[Activity]]]] = {}
    for entry in sorted(entries, key=lambda entry: (_days(time) if (time := _vague(entry)) else 0, *_order(entry))):
        if (time := _vague(entry)) and (known := _told_within(groups, entry, time)):
            known.append(entry)
            continue
        day = entry.record.intervals[0].start if entry.record.intervals else None
        same = next((g for g in by_day.get(day, []) if _repeats(g, entry)), None)
        if same is not None:
            same.append(entry)
        else:
            groups.append([entry])
            by_day.setdefault(day, []).append(groups[-1])
    return [Group(tuple(group)) for group in sorted(groups, key=lambda group: _order(group[0]))]


_VAGUE = (Precision.MONTH, Precision.SEASON, Precision.YEAR)


def _vague(entry: Entry[Activity]) -> Interval | None:
    """The month or longer time that dates an activity: a vaguer word for a day within it, which a range is not."""
    times = entry.record.intervals
    return times[0] if len(times) == 1 and times[0].precision in _VAGUE else None


def _told_within(
    groups: Sequence[list[Entry[Activity]]], entry: Entry[Activity], time: Interval
) -> list[Entry[Activity]] | None:
    """The rows that tell of the same thing with a nearer date, in other documents."""
    return next(
        (
            group
            for group in groups
            if (told := group[0].record.intervals)
            and time.start <= told[0].start
            and told[-1].end <= time.end
            and _repeats(group, entry)
        ),
        None,
    )


def _order(entry: Entry[Activity]) -> tuple[date, date, int]:
    first = entry.record.intervals[0] if entry.record.intervals else Interval(date.max, date.max)
    return first.start, first.end, entry.id


def _repeats(group: Sequence[Entry[Activity]], entry: Entry[Activity]) -> bool:
    return all(known.document_id != entry.document_id for known in group) and tell_the_same(group[0].text, entry.text)
