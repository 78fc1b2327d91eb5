"""Questions for who came after or before somebody: "Who succeeded Ana Roe?", "her predecessor"."""

import re

from ctassist.answering.understanding.question import History

_SUCCEEDED = re.compile(
    r"\bwho\s+(?:became|becomes|was|is|has\s+been|held|got|took)\b[^?,;]{2,80}\bafter\s+(?:(?:mr|mrs|ms|dr|prof)\.?\s+)?(?-i:[A-Z])[^\W\d_]+\s+(?-i:[A-Z])"
    r"|\bwho(?:m)?\s+(?:has\s+|had\s+|then\s+)?(?:succeeded|succeeds|replaced|replaces|took\s+over\s+(?:from|after)|came\s+after)\b"
    r"|\bsuccessors?\b|\b(?:was|were|been)\s+(?:succeeded|replaced)\s+by\s+who(?:m)?\b|\bby\s+whom\b.*\b(?:succeeded|replaced)\b",
    re.IGNORECASE,
)
_PRECEDED = re.compile(
    r"\bwho(?:m)?\s+(?:has\s+|had\s+)?(?:preceded|precedes|came\s+before|was\s+there\s+before)\b|\bpredecessors?\b"
    r"|\bwhose\s+(?:place|seat|post|position|role|job|shoes|chair|office)\b.{2,60}\b(?:take|took|taken|takes|fill(?:s|ed)?|get|got|inherit(?:ed)?)\b"
    r"|\bwho(?:m)?\s+did\b.{2,60}\b(?:succeed|replace|take\s+over\s+from)\b",
    re.IGNORECASE,
)


_BEARER_BEFORE = re.compile(
    r"\bwho\s+(?:was|had\s+been|held|served|acted)\b[^?,;]{2,80}\b(?:before|ahead\s+of|prior\s+to)\s+"
    r"(?:(?:mr|mrs|ms|dr|prof)\.?\s+)?(?-i:[A-Z])[^\W\d_]+(?:\s+(?-i:[A-Z])[^\W\d_]+)*\W*$",
    re.IGNORECASE,
)


def asks_for_bearer_before(text: str) -> bool:
    """Tells whether a text asks who bore a title before somebody: "Who was Director before Ana Roe?"."""
    return _BEARER_BEFORE.search(text) is not None


def asks_of_succession(text: str) -> re.Match[str] | None:
    """The words by which a text asks who came before or after somebody."""
    return _PRECEDED.search(text) or _SUCCEEDED.search(text)


def succession(text: str) -> History | None:
    """Which way a text asks, or None: ``FORMER`` for who came before, ``NEXT`` for who came after."""
    return History.FORMER if _PRECEDED.search(text) else History.NEXT if _SUCCEEDED.search(text) else None
