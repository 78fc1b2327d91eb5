"""Issues named by how much time they cover: "the annual review", "the quarterly number"."""

import re
from collections.abc import Sequence

from ctassist.model.archive import Document
from ctassist.model.text import Span
from ctassist.model.time import Period

_KIND = re.compile(
    r"\b(?:(?:in|of|from|by|for)\s+)?(?:the|an?|this|our|your)\s+(?:(?P<before>(?:19|20)\d\d)\s+)?"
    r"(?P<kind>annual|yearly|half[- ]?yearly|half[- ]year|six[- ]monthly|quarterly)\s+"
    r"(?:review|report|issue|edition|number|bulletin|newsletter|digest)\b"
    r"(?:\s+(?:(?:of|for|on)\s+)?(?:the\s+year\s+)?(?P<after>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_MONTHS = {"annual": 12, "yearly": 12, "quarterly": 3}
_HALF_YEAR = 6
_DAYS = 30.4
"""The length of a month."""


def find_kind_of_issue(text: str, documents: Sequence[Document]) -> tuple[Span, frozenset[str]] | None:
    """The one phrase that names issues by the time they cover, with the documents meant; None where it tells nothing.

    It tells nothing where all issues cover as much, or another time is named as well.
    """
    found = list(_KIND.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    if re.search(r"\b(?:19|20)\d\d\b", f"{text[: match.start()]} {text[match.end() :]}"):
        return None
    months, year = _MONTHS.get(match["kind"].casefold(), _HALF_YEAR), match["before"] or match["after"]
    dated = [(document.id, document.period) for document in documents if document.period]
    meant = [(id_, period) for id_, period in dated if _covers(period) == months]
    if not meant or len(meant) == len(dated):
        return None
    if year:
        meant = [(id_, period) for id_, period in meant if period.start.year <= int(year) <= period.end.year]
    return (Span(*match.span()), frozenset(id_ for id_, _ in meant)) if meant else None


def _covers(period: Period) -> int:
    """How many months a period covers."""
    return round(((period.end - period.start).days + 1) / _DAYS)
