"""Whether a question asks for what is written, where nobody speaks or acts.

What a text demands ("what does the declaration ask for?"), and what an acronym is short for.
"""

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


_LONG_FORM = re.compile(
    r"\bstand(?:s|ing)? for\b|\b(?:full|long|expanded|unabbreviated) (?:name|form|version)\b|\bspell(?:s|ed|t)? out\b"
    r"|\bwritten (?:out|in full)\b"
    r"|\b(?:is|are|was)\b.{2,40}\b(?:short|(?:an?|the) (?:abbreviation|acronym)|initials) (?:for|of)\b",
    re.IGNORECASE,
)


def asks_long_form(question: str) -> bool:
    """Tells whether a question asks for the name that an acronym is short for."""
    return _LONG_FORM.search(question) is not None
