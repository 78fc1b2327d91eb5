"""Questions for who was at a meeting: "who attended", "who was present"."""

import re
from functools import cache

from ctassist.answering.terms import stems

_ASKS = re.compile(
    r"\bwho(?:\s+all|\s+else)?\s+(?:(?:has|have|had)\s+)?"
    r"(?:attend(?:ed|s)?|came\s+(?:to|along)|took\s+part|participated"
    r"|joined\s+the\s+(?:[\w’'-]+\s+){0,4}?(?:meeting|call|session|conference|workshop|webinar))\b"
    r"|\bwho(?:\s+all|\s+else)?\s+(?:was|were|had\s+been)\s+(?:present|there|in\s+attendance|at\s+the)\b"
    r"|\bwho\s+(?:was|were)\s+the\s+(?:attendees|participants)\b|\b(?:list|name|show)\s+(?:all\s+)?(?:the\s+)?(?:attendees|participants)\b"
    r"|\battendance\s+list\b|\b(?:list\s+of|all)\s+(?:attendees|participants|those\s+present)\b",
    re.IGNORECASE,
)


def asks_who_attended(question: str) -> bool:
    """Tells whether a question asks for those who were at something."""
    return _ASKS.search(question) is not None


def tells_who_attended(text: str) -> bool:
    """Tells whether a line speaks of somebody's being somewhere."""
    return not stems(text).isdisjoint(_telling())


@cache
def attending_stems() -> frozenset[str]:
    """Stems of the words by which such a question asks."""
    return _telling() | stems("come came along take took join joined list lists who there")


@cache
def _telling() -> frozenset[str]:
    return stems("attend attended attendance attendee present participate participated participant part")
