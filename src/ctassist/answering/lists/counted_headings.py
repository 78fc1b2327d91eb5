"""Headings of several words that a question counts the lines below: "how many hull repairs were listed in May"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.terms import stems
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.question import Question, Wants

_COUNTED = re.compile(
    r"\bhow\s+many\s+(?P<what>[^?.,;:]+?)(?=\s+(?:is|are|was|were|has|have|had|do|does|did|in|at|on|of|for|under)\b|\W*$)",
    re.IGNORECASE,
)
_REGULAR = 2
"""So many documents have a rubric; and a single word names no heading."""


def counts_below(question: Question, context: Context) -> frozenset[str]:
    """The rubrics whose whole headings, of several words, are what a question counts.

    None where a figure has that for its label: "Island ponds supported: 12" goes before a heading of like words.
    """
    counted = _COUNTED.search(question.timeless or question.text) if question.wants is Wants.HOW_MANY else None
    words = stems(counted["what"]) if counted else frozenset()
    if len(words) < _REGULAR:
        return frozenset()
    if any(words <= label for label in context.catalog.labels):
        return frozenset()
    return frozenset(heading for heading in context.catalog.regular_headings(_REGULAR) if stems(heading) == words)


def counts_lines_alone(question: Question, context: Context) -> bool:
    """Tells whether a question counts what stands below such headings, and nothing that happened stands there."""
    headings = counts_below(question, context)
    return bool(headings) and not any(
        plain_heading(heading) in headings for entry in context.view.activities() for heading in entry.record.section
    )
