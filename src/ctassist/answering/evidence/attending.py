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


_WHOSE = r"\W*(?:(?:the|board|committee|council|group|team|also|members?|people|list|of|those|all|others?)\s+)*"
PRESENT = re.compile(
    rf"{_WHOSE}(?:in\s+attendance|attend(?:ees|ance|ing|ed)|present|participants|participating|roll\s+call)[^\w:]*",
    re.IGNORECASE,
)
"""What heads a list of those who came to a meeting."""
ABSENT = re.compile(
    rf"{_WHOSE}(?:excused|absent|absentees|regrets|apologies(?:\s+(?:from|received|for\s+absence))*|not\s+present|unable\s+to\s+attend)[^\w:]*",
    re.IGNORECASE,
)
"""What heads a list of those who did not."""
_ASKS_ABSENT = re.compile(
    r"\bwho(?:\s+all|\s+else)?\s+(?:was|were|is|are|had\s+been)\s+(?:\w+ly\s+)?(?:excused|absent|missing|not\s+(?:present|there|in\s+attendance))\b"
    r"|\bwho(?:\s+all|\s+else)?\s+(?:(?:had\s+)?(?:sent|gave|offered)\s+(?:\w+\s+)?(?:apologies|regrets)|could\s+not\s+(?:attend|come|be\s+there)"
    r"|(?:did\s+not|didn[’']t)\s+(?:attend|come|show\s+up))\b|\b(?:apologies|absentees)\b",
    re.IGNORECASE,
)


def asks_who_was_absent(question: str) -> bool:
    """Tells whether a question asks for those who were not at a meeting."""
    return _ASKS_ABSENT.search(question) is not None


def asks_who_attended(question: str) -> bool:
    """Tells whether a question asks for those who were at something."""
    return _ASKS.search(question) is not None


def tells_who_attended(text: str) -> bool:
    """Tells whether a line speaks of somebody's being somewhere."""
    return not stems(text).isdisjoint(_telling()) or _DID_THERE.match(text) is not None


_DID_THERE = re.compile(
    r"\W*(?:At|During)\s+(?:the|an?|its|their|our|this)\s[^.;:]{3,120}?\s(?:discussed|met|debated|talked|considered|examined|explored|exchanged"
    r"|deliberated|conferred|reflected|shared|reviewed)\b"
)
"""Who did something at a gathering was there: "At the spring forum the Guild and WTO discussed …"."""


@cache
def attending_stems() -> frozenset[str]:
    """Stems of the words by which such a question asks."""
    return _telling() | stems(
        "come came along take took join joined list lists who there excused absent apologies regrets sent"
    )


@cache
def _telling() -> frozenset[str]:
    return stems("attend attended attendance attendee present participate participated participant part")
