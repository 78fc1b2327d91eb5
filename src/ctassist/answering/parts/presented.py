"""The words of a question for what a regular feature presents, which the feature itself need not say."""

import re
from collections.abc import Sequence

from ctassist.answering.terms import stems

_BE = r"(?:was|were|is|are|has\s+been|have\s+been|got|made\s+it)"
_EQUATED = re.compile(
    rf"\b(?:which|what)\s+(?P<noun>[\w’'-]+(?:\s+[\w’'-]+)?)\s+{_BE}\s+(?:(?:\w+\s+)?as\b|(?:the|our|this|that)\b)",
    re.IGNORECASE,
)
"""Says that something is what the feature presents: "which tool was picked as app of the week"."""
_STANDS = re.compile(
    r"\b(?:which|what|list|name|all|every|each|the)\s+(?!(?:stands?|stood|is|was)\b)(?P<kind>(?:[\w’'-]+\s+){0,3}?)(?P<noun>[^\W\d_]{3,})\s+"
    r"(?:(?:was|were|is|are|has|have|had|did|do|does|that|which)\s[^?]{0,60}?)?"
    r"\b(?:in|under|from|below)\s",
    re.IGNORECASE,
)
"""Says that something stands in the feature: "which boats were shown under Boat of the Month"."""


def asks_for_presented(text: str) -> bool:
    """Tells whether a question asks, by a noun, for what a feature presents."""
    return bool(_EQUATED.search(text) or _STANDS.search(text))


def told_where(text: str) -> str:
    """The words by which a question says where something stands: "Boat of the Month"; empty where it says none."""
    match = None if _EQUATED.search(text) else _STANDS.search(text)
    return text[match.end() :] if match else ""


def kind_of_presented(text: str) -> str:
    """The words before the noun that say which of the things are asked for: "kite", of "which kite tests are under"."""
    match = None if _EQUATED.search(text) else _STANDS.search(text)
    return match["kind"] if match else ""


def presented_as(text: str, features: Sequence[frozenset[str]]) -> frozenset[str]:
    """The stems of the noun for what a feature presents: "tool", "bridges".

    Args:
        text: the question.
        features: the stems of each feature's words. A noun for what stands in them counts only where most have it.
    """
    found = {word for match in _EQUATED.finditer(text) for word in stems(match["noun"])}
    for match in _STANDS.finditer(text):
        found |= {word for word in stems(match["noun"]) if sum(word in f for f in features) * 2 >= len(features)}
    return frozenset(found)
