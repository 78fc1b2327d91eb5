"""Whether a question asks what a text demands or says, where nobody speaks: "what does the declaration ask for?"."""

import re
from functools import cache

from ctassist.answering.terms import table
from ctassist.extraction.vocabulary import alternatives

_OFFICES = "secretary|president|chair|director|head|chief|officer|office|spokes\\w+|representative"
"""Whoever speaks for a pact is no pact."""


def asks_of_text(question: str) -> bool:
    """Tells whether a treaty, a rule or another such text is what is said to demand something."""
    return _of_text().search(question) is not None or _SAID_OF.search(question) is not None


_SAID_OF = re.compile(
    r"\bwhat\s+(?:is|was|has\s+been|do\s+we\s+find|can\s+be\s+found)\s+(?:said|told|written|stated|noted|mentioned)\s+(?:about|on|regarding|concerning)\b"
    r"(?!.*\bby\b)",
    re.IGNORECASE,
)
"""Asks what stands there about something, whoever says it."""


@cache
def _of_text() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:what|which\s+[\w-]+)\s+(?:does|did|do|has|have)\s+(?:the|an?|this|that|its|their|our)\s+"
        rf"(?!(?:\w+\s+)?(?:{_OFFICES})\s+(?:of|at|for)\b)(?:[\w’'-]+\s+){{0,5}}?"
        rf"(?:{alternatives(table('statements')['texts'])})\b(?!\s+(?:{_OFFICES})\b)",
        re.IGNORECASE,
    )
