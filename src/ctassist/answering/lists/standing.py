"""Standing matter: what issue after issue has in the same words, such as what a rubric is for, is news in none."""

from collections import defaultdict

from ctassist.answering.context import Context
from ctassist.answering.terms import fold
from ctassist.extraction.dates import has_date

_SEVERAL = 3
_MOST = 0.5
"""A line that so many issues have, and so large a share of those with its heading, is no news of any of them."""


def is_standing(text: str, context: Context) -> bool:
    """Tells whether a line is standing matter; what bears a date is an announcement, however often it is made."""
    return _folded(text) in context.catalog.learnt("standing", lambda: _standing(context))


def _folded(text: str) -> str:
    return fold(" ".join(text.split()))


def _standing(context: Context) -> frozenset[str]:
    under: dict[tuple[str, ...], set[str]] = defaultdict(set)
    having: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for entry in context.view.items():
        under[entry.record.section].add(entry.document_id)
        having[entry.text, entry.record.section].add(entry.document_id)
    return frozenset(
        _folded(text)
        for (text, section), documents in having.items()
        if len(documents) >= max(_SEVERAL, _MOST * len(under[section])) and not has_date(text)
    )
