"""Lines that tell who holds which post and nothing else: charts, however they are laid out."""

import re

from ctassist.answering.context import Context
from ctassist.answering.understanding.question import Intent, Question
from ctassist.model.text import Span

_MOSTLY = 0.8
"""Such a share of a passage's characters are those of posts; the rest are signs, and words around them."""


def asks_for_words(question: Question) -> bool:
    """Tells whether what was said is asked for, which no line of a chart tells."""
    return question.intent is Intent.STATEMENTS or _SAID.search(question.text) is not None


_SAID = re.compile(r"\bsa(?:id|ys?)\b", re.IGNORECASE)


def tells_posts_alone(document_id: str, span: Span, context: Context) -> bool:
    """Tells whether words are (part of) a chart: those whom it names did and said nothing by that."""
    told: set[int] = set()
    for row in context.view.roles(document_ids=[document_id]):
        if row.record.interval is None:
            start, end = max(row.record.span.start, span.start), min(row.record.span.end, span.end)
            told.update(range(start, end))
    return len(told) >= _MOSTLY * (span.end - span.start)
