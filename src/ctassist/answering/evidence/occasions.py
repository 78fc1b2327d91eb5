"""The meeting at which something was said: its minutes need not name it in each line, where the day tells it."""

import re
from datetime import timedelta

from ctassist.answering.context import Context
from ctassist.answering.terms import stem, stems
from ctassist.answering.understanding.question import Question
from ctassist.indexing.view import Found

_AT = re.compile(
    r"\b(?:at|in|during)\s+(?:the\s+|its\s+|their\s+|our\s+)?(?P<name>(?:[\w’'-]+\s+){0,4}?)"
    r"(?P<noun>meeting|call|session|assembly|hearing|conference\s+call|sync)\b",
    re.IGNORECASE,
)
_MOST = timedelta(days=10)
"""Minutes are of few days."""


def occasion_words(found: Found, question: Question, context: Context) -> frozenset[str]:
    """The stems of the words for a meeting ("at the boat meeting of May 2041") that a passage's minutes account for.

    They are of a day in the time that is asked for, and speak of what the meeting is named after; the passage has
    something of what is asked, beside names.
    """
    match = _AT.search(question.timeless or question.text)
    period = context.document(found.document_id).period
    if match is None or question.interval is None or period is None:
        return frozenset()
    if period.end - period.start > _MOST or not question.interval.contains(period.end):
        return frozenset()
    document = context.document(found.document_id)
    named = stems(match["name"])
    asked = {stem(word) for word in question.topic if word.islower()} - named - stems(match["noun"])
    if asked.isdisjoint(stems(found.text)):
        return frozenset()  # A name alone tells nothing of what was done there.
    told = stems(f"{document.title} {document.name} {context.text(found.document_id)}")
    return named | stems(match["noun"]) if named <= told else frozenset()
