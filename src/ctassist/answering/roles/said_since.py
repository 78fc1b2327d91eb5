"""Since when somebody holds a post, where the words beside the name say so: "Chair: WTO (since May 2021)"."""

import re
from datetime import timedelta

from ctassist.answering.context import Context
from ctassist.answering.roles.tenures import Row, Tenure
from ctassist.extraction.dates import find_dates
from ctassist.extraction.sections import one_line
from ctassist.model.text import Span
from ctassist.model.time import Interval

_BEHIND = 60
"""So many characters behind the name the words may reach."""
_SINCE = r"(?:[\w-]+\s+){0,2}?(?:since|as\s+of)\s+(?P<when>[^(),;:\[\]]{4,30})"


def said_since(tenure: Tenure, context: Context) -> str | None:
    """The day, month or year that the latest source states beside a holder's name, or None."""
    found = (_said(row, context) for now in reversed(tenure.stated) for row in now.rows)
    return next((when for when in found if when), None)


def _said(row: Row, context: Context) -> str | None:
    span = row.record.span
    text = context.text(row.document_id)
    words = one_line(Span(span.start, min(len(text), span.end + _BEHIND)).of(text))
    match = _beside(row.record.holder).search(words)
    period = context.document(row.document_id).period
    if not match:
        begun = _term_begun(row, one_line(span.of(text)))
        return context.words.time(begun) if begun else None
    said = (match["behind"] or match["before"]).strip()
    dates = find_dates(said, period.interval if period else None)
    if len(dates) == 1:
        return context.words.time(dates[0].interval)
    return said if re.fullmatch(r"(?:19|20)\d{2}", said) else None


def _term_begun(row: Row, words: str) -> Interval | None:
    """The beginning of a term that stands in a holder's own item or row: "Ana Roe (term: May 2030 – June 2032)"."""
    if row.record.holder not in words or not (_TERM.search(words) or _ROW.search(words)):
        return None
    dates = find_dates(words)
    if len(dates) != 1 or dates[0].interval.end - dates[0].interval.start < _SHORTEST_TERM:
        return None
    first = find_dates(re.split(r"\s[–—-]\s|[–—]|\b(?:to|until|till)\b", dates[0].span.of(words))[0])
    return first[0].interval if len(first) == 1 and first[0].explicit_year else None


_TERM = re.compile(r"\b(?:terms?|mandate|tenure|in\s+office)\b", re.IGNORECASE)
_ROW = re.compile(r"\s\|\s")
_SHORTEST_TERM = timedelta(days=90)


def _beside(holder: str) -> re.Pattern[str]:
    name = r"\s+".join(map(re.escape, holder.split()))
    employer = r"(?:\s*\((?![^()]*\bsince\b)[^()]*\)|\s*,\s*(?![^,;()]*\bsince\b)[^,;()]+?)?"
    behind = rf"{name}{employer}[\s,(\[–—-]+{_SINCE.replace('when', 'behind')}"
    before = rf"\({_SINCE.replace('when', 'before')}\)\s*[:–—-]\s*{name}"
    return re.compile(rf"{behind}|{before}", re.IGNORECASE)
