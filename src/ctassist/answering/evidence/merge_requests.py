"""Lines that lead to a merge request or commit, as weeklies of software have them, and who did what they tell."""

import re

from ctassist.answering.context import Context
from ctassist.answering.evidence.kinds import irregular_pasts
from ctassist.answering.terms import fold, function_words
from ctassist.indexing.view import Found
from ctassist.model.text import Span

_CHANGE = re.compile(
    r"/(?:pulls?|pull-requests?|merge_requests|commits?|pr|mr|changes?|changeset)/[\w./-]*\w|/(?:D|c/)\d+\b",
    re.IGNORECASE,
)
"""The address of a merge request or commit, as the forges have them."""
_DOERS = re.compile(
    r"\W*(?P<first>[\w-]+(?:\s+[A-Z][\w-]+)?)(?P<others>(?:\s*,|\s+and|\s*,\s+and)\s+[\w-]+)*(?:\s+et\s+al\.?)?\s+"
    r"(?:(?:has|have|also|[a-z]+ly)\s+)*(?P<verb>[a-z-]+)\b"
)
"""Who did it stands first, by a handle or name, and then what they did."""


def leads_to_change(document_id: str, span: Span, context: Context) -> bool:
    """Tells whether a line has a link to a merge request or commit."""
    return any(_CHANGE.search(link.address) for link in context.view.links_at(document_id, span))


def names_author(found: Found, question: str, context: Context) -> bool:
    """Tells whether a line that leads to a change begins with whoever made it: "aroe fixed the gauge"."""
    match = _DOERS.match(found.text)
    if match is None or not _is_past(match["verb"]) or not leads_to_change(found.document_id, found.span, context):
        return False
    first = fold(match["first"])
    return first not in function_words() and first not in fold(question)


def _is_past(verb: str) -> bool:
    return (verb.endswith("ed") and len(verb) > len("need")) or fold(verb) in irregular_pasts()
