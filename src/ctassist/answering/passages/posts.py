"""Passages that tell who holds which post and nothing else: charts, however they are laid out."""

import re

from ctassist.answering.context import Context
from ctassist.answering.understanding.question import Question
from ctassist.extraction.names import acronyms, organisations, persons
from ctassist.indexing.view import Found

_MOSTLY = 0.8
"""Such a share of a passage's characters are those of posts; the rest are signs, and words around them."""


def may_name_holder(text: str, question: Question) -> bool:
    """Tells whether a passage may say who holds a post now: it names somebody, and no former holders alone."""
    if question.history is None and _FORMER.match(text):
        return False
    return bool(acronyms(text) or organisations(text) or list(persons(text)))


_FORMER = re.compile(r"\W*(?:former|past|previous|retired|outgoing|emerit\w+)\b", re.IGNORECASE)


def tells_posts_alone(found: Found, context: Context) -> bool:
    """Tells whether a passage is (part of) a chart: those whom it names did nothing together by that."""
    told: set[int] = set()
    for row in context.view.roles(document_ids=[found.document_id]):
        if row.record.interval is None:
            start, end = max(row.record.span.start, found.span.start), min(row.record.span.end, found.span.end)
            told.update(range(start, end))
    return len(told) >= _MOSTLY * (found.span.end - found.span.start)
