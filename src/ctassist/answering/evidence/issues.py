"""The issues that a question names by their day: "in the issue of the week ending 6 May"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.understanding.question import Question

_ISSUE = re.compile(r"\b(?:issue|edition|newsletter|bulletin|review|weekly|monthly)\b", re.IGNORECASE)


def named_issues(question: Question, context: Context) -> frozenset[str] | None:
    """The issues that a question names; None if it names none. What they say may be of any other day."""
    asked = question.interval
    if asked is None or not _ISSUE.search(question.time_words):
        return None
    return frozenset(d.id for d in context.documents() if d.period and asked.contains(d.period.end)) or None
