"""Which activities a question means: by time, organisation, place, heading, kind of event and topic, each once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ctassist.answering.context import Context
from ctassist.answering.evidence.frames import says_nothing
from ctassist.answering.lists.calendars import calendars_for
from ctassist.answering.lists.criteria import Criteria
from ctassist.answering.lists.marks import denial_of
from ctassist.answering.lists.merging import Group, once
from ctassist.answering.lists.parties import asks_with_others, others
from ctassist.answering.lists.standing import is_standing
from ctassist.answering.lists.told import told_lines
from ctassist.answering.terms import event_stems, stems
from ctassist.answering.understanding.kinds import attendance_of, list_words
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.dates import find_dates
from ctassist.model.archive import Entry
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Precision


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
    if asks_for_undated(question.text):
        plain = replace(question, text=_UNDATED.sub(" ", question.text))
        return replace(_selected(_without(plain, _DATED), context), dated=[])
    if _SEVERAL_DAYS.search(question.text):
        return _over_several_days(question, context)
    return _reached(_selected(question, context), question)


def _reached(selected: Selected, question: Question) -> Selected:
    """The activities without those that deny what is asked."""
    if (denies := denial_of(question.text)) is None:
        return selected

    def reached(groups: Sequence[Group]) -> list[Group]:
        return [group for group in groups if not denies(group.entries[0].text)]

    return replace(selected, dated=reached(selected.dated), undated=reached(selected.undated))


_SEVERAL_DAYS = re.compile(
    r"\b(?:more\s+than\s+(?:one|a|a\s+single)\s+day|longer\s+than\s+(?:one|a|a\s+single)\s+day|(?:over\s+)?several\s+days|multi-?day|multiple\s+days"
    r"|two\s+(?:or\s+more\s+)?days\s+or\s+(?:more|longer)|at\s+least\s+two\s+days)\b",
    re.IGNORECASE,
)
_LASTING = stems(
    "last lasted lasting day days long longer several multiple more least multiday multi take took run ran go went"
)


def _over_several_days(question: Question, context: Context) -> Selected:
    """The activities one of whose times has several days; of a month it is not known on which of them it was."""
    plain = replace(question, text=_SEVERAL_DAYS.sub(" ", question.text))
    selected = _selected(_without(plain, _LASTING), context)

    def lasts(group: Group) -> bool:
        times = [time for entry in group.entries for time in entry.record.intervals]
        return any(time.precision is Precision.RANGE and time.days > 1 for time in times)

    return Selected([group for group in selected.dated if lasts(group)], [], 0)


def asks_for_undated(text: str) -> bool:
    """Tells whether a question asks for what bears no date alone: "which activities are undated?"."""
    return _UNDATED.search(text) is not None


_UNDATED = re.compile(
    r"\b(?:un-?dated|(?:not|never)\s+dated|dateless|(?:without|with\s+no|lack(?:s|ing)?|miss(?:es|ing)?|has\s+no|have\s+no|bears?\s+no"
    r"|bearing\s+no|carr(?:y|ies)\s+no|given\s+no|(?:does|do)\s+not\s+(?:have|bear|carry|give)|(?:doesn|don)[’']t\s+(?:have|bear|carry))"
    r"\s+(?:an?\s+|any\s+|the\s+)?(?:stated\s+|exact\s+|given\s+|known\s+)?(?:dates?|days?))\b",
    re.IGNORECASE,
)
_DATED = stems(
    "date dated dates undated day without bear bears bearing have has carry given stated exact known lack missing"
)


def _selected(question: Question, context: Context) -> Selected:
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
    return replace(question, topic=topic) if asked and calendars_for(stems("event"), context) else None


def _select(question: Question, context: Context) -> Selected:
    dated = context.view.activities(interval=question.interval, dated=True, document_ids=context.document_ids)
    undated = context.view.activities(dated=False, document_ids=_meeting(question, context))
    criteria = Criteria.of(question, context)
    chosen = [entry for entry in dated if criteria.met_by(entry)]
    if not _asks_for_events(question):
        places = bool(question.places or question.facet)
        narrowed = bool(question.entities or criteria.topic)
        chosen += told_lines(question.interval, context, criteria.met_by, places=places, narrowed=narrowed)
    chosen = [entry for entry in chosen if _has_days(entry) or not is_standing(entry.text, context)]
    chosen = [entry for entry in chosen if not says_nothing(entry.text)]
    nearby = [entry for entry in undated if criteria.met_by(entry) and not is_standing(entry.text, context)]
    # An issue that lies in the time as a whole has no line of another time.
    nearby = [entry for entry in nearby if not _is_of_another_time(entry.text, question.interval)]
    listed = [entry for entry in nearby if _is_within(entry.document_id, question.interval, context)]
    return Selected(once(chosen), once(listed), len(nearby) - len(listed))


def _has_days(entry: Entry[Activity]) -> bool:
    """Tells whether an activity has a date of its own, not just that of its issue."""
    return any(time.precision is not Precision.ISSUE for time in entry.record.intervals)


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
    if _ON_OCCASIONS.search(question.text):
        gatherings -= stems("occasion")
    return bool(gatherings) or attendance_of(question.text).is_asked


_ON_OCCASIONS = re.compile(r"\b(?:on|at)\s+(?:which|what)\s+occasions?\b", re.IGNORECASE)
"""Asks when something was so: "on which occasions was the call skipped"."""


def _without(question: Question, words: frozenset[str]) -> Question:
    return replace(question, topic=tuple(word for word in question.topic if not set(content_stems([word])) <= words))


def is_narrowed(question: Question, context: Context) -> bool:
    """Tells whether a question has words of a topic, a kind of event or a way of taking part that lines must have."""
    return Criteria.of(question, context).narrows


def _meeting(question: Question, context: Context) -> list[str] | None:
    """The documents whose period meets the asked time: their undated lines may belong to it."""
    if question.interval is None:
        return list(context.document_ids) if context.document_ids is not None else None
    return [d.id for d in context.documents() if d.period and d.period.interval.meets(question.interval)]


def asks_for_gatherings(question: Question) -> bool:
    """Tells whether events are asked for by time, place or way of taking part: their own dates count."""
    scoped = question.interval or question.places or attendance_of(question.text).is_asked
    return bool(scoped) and question.document_ids is None and asks_of_events(question)


def asks_of_events(question: Question) -> bool:
    """Tells whether a question has a word for events to which people come."""
    gatherings = (event_stems() | list_words("gatherings")) - list_words("doings")
    return bool(gatherings & set(content_stems(question.topic)))
