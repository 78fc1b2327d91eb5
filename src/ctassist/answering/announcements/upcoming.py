"""Composes what is still to come: "Which events are coming up?" asks for what is dated after the newest issue."""

import re
from dataclasses import replace
from datetime import timedelta

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.lists.activities import compose_activities
from ctassist.answering.terms import stems
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.answering.understanding.spoken_times import LAST_DAY
from ctassist.model.answer import Status
from ctassist.model.time import Interval, Precision

_UPCOMING = r"\b(?:upcoming|forthcoming|coming\s+up|(?:still|yet)\s+to\s+come|lies?\s+ahead|in\s+the\s+pipeline)\b"
_TO_COME = re.compile(
    rf"{_UPCOMING}"
    r"|\b(?:is|are)\s+(?:now\s+|currently\s+|still\s+)?(?:planned|scheduled|foreseen)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"^\W*what(?:[’']s|\s+is|\s+will\s+be)\s+on\b(?!\s+the\b)", re.IGNORECASE)
"""Asks for what a calendar has: "What's on in May?"."""
_WAS_TO_COME = re.compile(
    r"\b(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:planned|scheduled|foreseen|lined\s+up|due)\b",
    re.IGNORECASE,
)
"""Asks what was announced for a time, which may be over."""
_WAYS = stems(
    "upcoming forthcoming coming come up still yet ahead pipeline planned scheduled foreseen next lined up due"
)
_ANNOUNCED = re.compile(rf"{_UPCOMING}|\b(?:announced?|advertised|previewed|planned|scheduled)\b", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:issues?|editions?|numbers?|newsletters?|bulletins?|letters?)\b", re.IGNORECASE)
_LATEST = re.compile(r"\b(?:latest|newest|last|current|most\s+recent)\s+[a-z]", re.IGNORECASE)
_ISSUES = stems("announce advertise preview issue edition number newsletter bulletin letter")
(_HEADING,) = stems("upcoming")


def compose_upcoming(question: Question, context: Context) -> Draft | None:
    """Answers with what is dated after the newest issue; None for other questions.

    What stands under "Upcoming events" in each issue is asked for by that heading.
    """
    lists = question.intent is Intent.ACTIVITIES or question.wants is Wants.ANYTHING
    newest = context.catalog.newest_day(context.document_ids)
    if not lists or question.roles or newest is None:
        return None
    if question.interval and _ANNOUNCED.search(question.text) and _ISSUE.search(question.text):
        return _announced_in(question, context)
    if question.interval and any(asks.search(question.text) for asks in (_ON, _TO_COME, _WAS_TO_COME)):
        topic = tuple(word for word in question.topic if not stems(word) <= _WAYS)
        if announced := compose_activities(replace(question, topic=topic), context, ahead=True):
            return announced
    if not _TO_COME.search(question.text):
        return None
    if question.interval and not (question.interval.end == newest and _LATEST.search(question.text)):
        return None
    headed = any(_HEADING in words for words in context.catalog.regular_headings(1).values())
    if headed and _HEADING in stems(question.text):
        return None
    start = min(newest, context.as_of) + timedelta(days=1)
    topic = tuple(word for word in question.topic if not stems(word) <= _WAYS)
    coming = replace(question, interval=Interval(start, LAST_DAY, Precision.RANGE), times=(), topic=topic)
    draft = compose_activities(coming, replace(context, document_ids=None))
    if draft and draft.status is not Status.NOT_FOUND:
        return draft
    if not re.search(_UPCOMING, question.text, re.IGNORECASE):
        return None  # What is scheduled may be over.
    return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(coming), final=True)


def _announced_in(question: Question, context: Context) -> Draft | None:
    """What an issue tells of the time after it: "which events were announced in the May issue?"."""
    asked = question.interval
    assert asked is not None
    issues = [
        d for d in context.documents() if d.period and asked.start <= d.period.start and d.period.end <= asked.end
    ]
    if not issues:
        return None
    start = max(d.period.end for d in issues if d.period) + timedelta(days=1)
    topic = tuple(word for word in question.topic if not (stems(word) <= _WAYS | _ISSUES))
    coming = replace(question, interval=Interval(start, LAST_DAY, Precision.RANGE), times=(), topic=topic)
    draft = compose_activities(coming, replace(context, document_ids=frozenset(d.id for d in issues)))
    return draft if draft and draft.status is not Status.NOT_FOUND else None
