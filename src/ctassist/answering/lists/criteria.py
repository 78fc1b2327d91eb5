"""What a question asks of an activity: time, organisations, places, heading, kind of event and topic."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.lists.acting import actors_of_headings, publisher_stems
from ctassist.answering.lists.alternatives import either
from ctassist.answering.lists.calendars import calendars_for
from ctassist.answering.lists.parties import is_somebody
from ctassist.answering.lists.told import is_short
from ctassist.answering.synonyms import Meaning, meanings, said_by_acronyms, said_otherwise
from ctassist.answering.terms import (
    body_noun_pattern,
    event_stems,
    generic_actor_stems,
    generic_event_stems,
    light_stems,
    stems,
    written_out,
)
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.kinds import (
    Attendance,
    Kind,
    asked_verbs,
    attendance_of,
    attendance_stems,
    done_in,
    kind_stems,
    kinds_of,
    list_words,
    series_in,
)
from ctassist.answering.understanding.name_forms import long_form_stems, mentions
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Question
from ctassist.answering.understanding.spoken_times import whole_months
from ctassist.answering.word_forms import said_within
from ctassist.extraction.places import Place, lies_in, place_of
from ctassist.extraction.unions import names_union_of
from ctassist.model.archive import Entry
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Precision


@dataclass(frozen=True, slots=True)
class Criteria:
    """What of a question an activity must meet, worked out once for all the lines of an archive."""

    question: Question
    context: Context
    topic: frozenset[str]
    """The stems that lines must have: what is left of the question, without the archive's own name."""
    either: tuple[frozenset[str], ...]
    """The sets of these of which any will do."""
    kinds: tuple[Kind, ...]
    """The kinds of events for which no regular heading stands, any of which will do."""
    kinds_elsewhere: tuple[Kind, ...]
    """The kinds of events that a line must tell of where it stands under no heading for them."""
    attendance: Attendance
    meanings: tuple[Meaning, ...]
    asked: frozenset[str]
    """The stems of the question's topic."""
    located: frozenset[str]
    """Those of them that name where something was, as a place that no gazetteer has."""
    headings: frozenset[str]
    """Regular headings and calendars that are just what is asked for, in lower case."""
    calendars: frozenset[str]
    pages: frozenset[str]
    """The documents that are just what is asked for."""

    @classmethod
    def of(cls, question: Question, context: Context) -> "Criteria":
        """Works out what a question asks of activities."""
        gatherings = asked_gatherings(question)
        regular = _event_headings(gatherings, context)
        calendars = calendars_for(gatherings, context)
        kinds = _kinds(question, regular)
        topic = _topic(question, context, regular, kinds)
        return cls(
            question=question,
            context=context,
            topic=topic,
            either=either(topic, question),
            kinds=kinds,
            kinds_elsewhere=kinds or _kinds(question, frozenset()),
            attendance=attendance_of(question.text),
            meanings=tuple(meanings(question.text)),
            asked=frozenset(content_stems(question.topic)),
            located=topic & stems(" ".join(match["name"] for match in _SOMEWHERE.finditer(question.text))),
            headings=regular | calendars
            if _are_all_events(regular | calendars, gatherings, question, context)
            else frozenset(),
            calendars=calendars,
            pages=_event_pages(gatherings, context),
        )

    @property
    def narrows(self) -> bool:
        """Whether there are words of a topic, a kind of event or a way of taking part that lines must have."""
        return bool(self.topic or self.kinds or self.attendance.is_asked)

    def met_by(self, entry: Entry[Activity]) -> bool:
        """Tells whether an activity is what is asked for."""
        return self._is_in_scope(entry) and self._is_under_heading(entry) and self._is_about(entry)

    def _is_in_scope(self, entry: Entry[Activity]) -> bool:
        question = self.question
        if question.interval and entry.record.intervals and not _in_time(entry.record.intervals, question.interval):
            return False
        named = " ".join((entry.text, *entry.record.section[-1:]))
        wanted = any if question.either else all
        if question.entities and not wanted(
            mentions(named, entity) or _names_in_full(named, entity.key) for entity in question.entities
        ):
            return False
        # "In Kenya and Togo" is in either; few things happen in two places at once.
        enough = all if question.both else any
        if question.places and not enough(self._has_to_do_with(entry, place) for place in question.places):
            return False
        return not (question.without and _is_excepted(entry, named, question))

    def _has_to_do_with(self, entry: Entry[Activity], place: Place) -> bool:
        """Tells whether an activity was in a place; what concerns a region has to do with the union of its states."""
        if in_place(entry, place):
            return True
        concerns = place.kind == "region" and _CONCERNS.search(self.question.text) is not None
        return concerns and names_union_of(entry.text, place)

    def _is_under_heading(self, entry: Entry[Activity]) -> bool:
        """Where an issue has a heading of just the kind asked for, or the archive a page, what it holds is meant."""
        if self.headings & {plain_heading(heading) for heading in entry.record.section}:
            return True
        if self.pages:
            return entry.document_id in self.pages
        times = entry.record.intervals
        if self.headings and times and all(time.precision is Precision.ISSUE for time in times):
            return False  # Where events have a heading, what bears no date elsewhere is none.
        if self.headings and self.question.interval is None and not stems(entry.text) & _telling_events():
            return False
        return not any(entry.document_id in self.context.catalog.documents_under(heading) for heading in self.headings)

    def _is_about(self, entry: Entry[Activity]) -> bool:
        words = stems(entry.text) | stems(" ".join(entry.record.section))
        if not self.attendance.fits(words, entry.text):
            return False
        said = words | said_otherwise(self.meanings, entry.text) if self.topic - words else words
        said |= said_within(self.question.text, entry.text)
        if not self.topic <= said:
            said |= self._spelled_out(entry.text)
        told = self.topic <= said or any(alternative <= said for alternative in self.either)
        if told and self.located and not self._is_there(entry):
            return False
        if not told or self._stands_under(entry) or self._in_calendar(entry):
            return told
        # What another issue has under "Workshops" must say here that it is one.
        own, kinds = self.context.catalog.title_stems, self.kinds_elsewhere
        text = entry.text if _body_named().search(self.question.text) else _body_named().sub(" ", entry.text)
        return not kinds or any(kind.told_in(text, entry.record.section, own) for kind in kinds)

    def _is_there(self, entry: Entry[Activity]) -> bool:
        """Tells whether a line names the place elsewhere than in a name: "Aftvik Boat Museum" may be anywhere."""
        text = entry.text
        for found in reversed(self.context.catalog.find_entities(text)):
            if " " in found.span.of(text):
                text = f"{text[: found.span.start]} {text[found.span.end :]}"
        return self.located <= stems(f"{text} {' '.join(entry.record.section)}")

    def _spelled_out(self, text: str) -> frozenset[str]:
        """The stems of what acronyms stand for that are nobody's name: who acts is not what it is about."""
        things = self.context.catalog.abbreviated_things(text)
        telling = ((thing, words) for thing in things if (words := long_form_stems(thing)) & self.topic)
        return frozenset().union(*(words for thing, words in telling if not is_somebody(thing, self.context)))

    def _stands_under(self, entry: Entry[Activity]) -> bool:
        """Tells whether a line stands under a heading all of whose words are asked for: "Field missions".

        "Events" alone says nothing of what kind they are.
        """
        return any(
            (words := stems(heading)) and words <= self.asked and not words <= generic_event_stems()
            for heading in entry.record.section
        )

    def _in_calendar(self, entry: Entry[Activity]) -> bool:
        """Tells whether a line stands in a calendar that the question means as a whole."""
        return any(plain_heading(heading) in self.calendars for heading in entry.record.section)


@cache
def _body_named() -> re.Pattern[str]:
    """What a body works on, in its name: of the "working group on training and exercises" a line tells no exercise."""
    return re.compile(rf"\b(?:{body_noun_pattern()})\s+on\s+[\w-]+(?:(?:,?\s+and\s+|,\s+)[\w-]+)*", re.IGNORECASE)


_SOMEWHERE = re.compile(
    r"\b(?:in|at|near|off|around|outside)\s+(?:the\s+)?(?P<name>[^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'-]+)*)"
)
_SHORT_PART = re.compile(r"(?<![\w-])[A-Z]{3,}(?![\w-])")


def _names_in_full(text: str, name: str) -> bool:
    """Tells whether a text spells out the initials in a name: "the Wide Sea Lamps WG" for "WSL Working Group"."""
    if " " not in name or not _SHORT_PART.search(name):
        return False
    full = written_out(text)
    words = stems(name)
    return words <= stems(full) | said_by_acronyms(name, full)


def _is_excepted(entry: Entry[Activity], named: str, question: Question) -> bool:
    """Tells whether a line is what the question leaves out; "outside Africa" is only what was somewhere else."""
    if any(mentions(named, entity) for entity in question.without.entities):
        return True
    known = [place for name in entry.record.places if (place := place_of(name))]
    left_out = question.without.places
    return bool(left_out) and not any(all(not lies_in(place, other) for other in left_out) for place in known)


_SHORTEST, _MONTH = 28, 31


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
            asked.days < _SHORTEST and whole_months(interval) and interval.days > _MONTH
        )
        if (asked.start <= interval.start and interval.end <= asked.end) or (interval.meets(asked) and not coarse):
            return True
    return False


def in_place(entry: Entry[Activity], place: Place) -> bool:
    """Tells whether an activity was in, or about, a place: named itself, or a place that lies in it."""
    return any((known := place_of(name)) is not None and lies_in(known, place) for name in entry.record.places)


def _topic(question: Question, context: Context, regular: frozenset[str], kinds: tuple[Kind, ...]) -> frozenset[str]:
    own = context.catalog.title_stems | {word for heading in regular for word in stems(heading)}
    own |= (
        publisher_stems(question.text, own)
        | actors_of_headings(question, context)
        | attendance_stems()
        | kind_stems()
        | list_words("gatherings")
    )
    own |= {word for kind in kinds for word in kind.said_with} | _beside_kinds(question)
    own |= light_stems() | generic_event_stems() | generic_actor_stems()
    return frozenset(content_stems(question.topic)) - own


def _kinds(question: Question, regular: frozenset[str]) -> tuple[Kind, ...]:
    """The kinds of events asked for, any of which will do; "meetings and other events" asks for all kinds.

    Only those that no regular heading stands for.
    """
    series = series_in(question.text, question.topic)
    if _AND_OTHER.search(question.text) or any(words & list_words("gatherings") for words in series):
        return ()
    own = {word for heading in regular for word in stems(heading)} | asked_verbs(question.text)
    kinds = kinds_of((word for word in content_stems(question.topic) if word not in own), done_in(question.topic))
    return (*kinds, *(Kind(frozenset([word])) for word in sorted(_beside_kinds(question))))


def _beside_kinds(question: Question) -> frozenset[str]:
    """Words in a row with nouns for kinds: of "charters, treaties or pacts" each is a kind."""
    series = series_in(question.text, question.topic)
    return frozenset().union(*(words for words in series if words & kind_stems())) - kind_stems()


_CONCERNS = re.compile(
    r"\b(?:about|on|concern(?:s|ed|ing)?|regarding|affect(?:s|ed|ing)?|touch(?:es|ed|ing)?(?:\s+(?:up)?on)?|relat(?:es|ed|ing)\s+to|relevant\s+(?:to|for)"
    r"|to\s+do\s+with|involv(?:es|ed|ing)|dealt\s+with|deals\s+with)(?:\s+or\s+(?:in|for|with))?\s+(?:the\s+)?[A-Z]",
)


_AND_OTHER = re.compile(r"\b(?:and|or)\s+(?:all\s+|any\s+)?other\s+\w+", re.IGNORECASE)


def _event_headings(gatherings: frozenset[str], context: Context) -> frozenset[str]:
    """Regular headings that are nothing but the kind of thing asked for: "Upcoming events", "Meetings".

    "Activities" is no such heading: all that is told is one. Events of any kind stand under "Calendar" as well.
    """
    return frozenset(
        heading
        for heading, words in context.catalog.regular_headings(2).items()
        if (words - list_words("when") and words - list_words("when") <= gatherings)
        or (
            gatherings & _EVENT
            and words & _CALENDAR
            and words <= _CALENDAR | list_words("when") | generic_event_stems()
        )
    )


_CALENDAR = stems("calendar diary agenda")
_EVENT = stems("event")


@cache
def _telling_events() -> frozenset[str]:
    return event_stems() - generic_event_stems() - light_stems() | list_words("gatherings")


def asked_gatherings(question: Question) -> frozenset[str]:
    """The stems of the nouns for events in a question; any of those for gatherings is an event."""
    asked = frozenset(content_stems(question.topic)) & (event_stems() | list_words("gatherings"))
    asked -= list_words("doings")
    return asked | _EVENT if asked & list_words("gatherings") else asked


_AHEAD = re.compile(
    r"\b(?:upcoming|forthcoming|coming|next|future|planned|scheduled|announced|ahead|will|calendars?|agendas?|diar(?:y|ies))\b",
    re.IGNORECASE,
)
_FEW = 3
"""Where calendars have less than the third part of what is dated, most events are told elsewhere."""


def _are_all_events(headings: frozenset[str], gatherings: frozenset[str], question: Question, context: Context) -> bool:
    """Tells whether what stands under headings for events is all that a question for events of any kind means.

    A chronicle of what was done has "Upcoming events" at its end, and its events above.
    """
    if not headings or not gatherings <= list_words("gatherings") | _EVENT or _AHEAD.search(question.text):
        return True
    dated = [entry for entry in context.view.activities() if any(map(_is_of_days, entry.record.intervals))]
    under = sum(not headings.isdisjoint(map(plain_heading, entry.record.section)) for entry in dated)
    return under * _FEW >= len(dated)


def _is_of_days(interval: Interval) -> bool:
    return interval.precision in (Precision.DAY, Precision.RANGE)


def _event_pages(gatherings: frozenset[str], context: Context) -> frozenset[str]:
    """The documents whose titles are nothing but the kind of thing asked for: "Events"."""
    if not gatherings:
        return frozenset()
    titles = {d.id: stems(d.title) - list_words("when") for d in context.documents()}
    return frozenset(id for id, words in titles.items() if words and words <= gatherings)
