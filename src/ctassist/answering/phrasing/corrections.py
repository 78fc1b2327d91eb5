"""What somebody corrects while asking: "in March, I mean September" is in September."""

import re
from datetime import date

from ctassist.answering.understanding.asked_parts import Parts, parts_of
from ctassist.answering.understanding.catalog import Catalog
from ctassist.model.text import Span

_MARK = re.compile(
    r"\s*(?:[,;–—-]+|\.{2,}|…)?\s*(?:\b(?:no|sorry|oops|wait|er|erm|hm|hmm|uh|pardon|scratch that|make that|correction"
    r"|(?:no\s*,?\s*)?I\s+mean(?:t)?|that\s+is\s+to\s+say|or\s+rather|rather)\b[\s,;:.…–—-]*)+",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\b(?:mean|meant|sorry|oops|wait|scratch|make|correction|pardon|rather)\b|^\s*[,;.…–—-]+\s*no\b", re.IGNORECASE
)
_LEAD = re.compile(r"(?:(?:in|on|at|for|by|of|from|with|to|the)\s+)*", re.IGNORECASE)


def corrected(text: str, catalog: Catalog, as_of: date) -> str:
    """Puts what is said last in the place of what it corrects: a time for a time, a name, place or role for one.

    A question that corrects nothing, or whose last words are of another kind than any before, stays as it is.
    """
    for mark in _MARK.finditer(text):
        before, after = text[: mark.start()], text[mark.end() :]
        if not _SURE.search(mark.group()) or not before.strip() or not after.strip():
            continue
        said, meant = parts_of(before, catalog, as_of), parts_of(after, catalog, as_of)
        lead = _LEAD.match(after)
        start = lead.end() if lead else 0
        for one, other in zip(_kinds(said), _kinds(meant), strict=True):
            first = next((span for span in other if span.start <= start < span.end), None)
            if one and first:
                words, rest, tail = after[start : first.end], after[first.end :], before[one[-1].end :]
                # What stood behind the one may be said again behind the other: "did WTO do, no, BPU do".
                tail = "" if tail.strip() and rest.strip().startswith(tail.strip()) else tail.rstrip(" ,")
                return f"{before[: _begins(one[-1], before)]}{words}{tail}{rest}"
    return text


def _kinds(parts: Parts) -> tuple[list[Span], ...]:
    """Where the times, names, places and roles of a text stand, each in order."""
    spans = (
        list(parts.time.spans),
        [found.span for found in parts.entities],
        [found.span for found in parts.places],
        [span for span, _ in parts.roles],
    )
    return tuple(sorted(found, key=lambda span: span.start) for found in spans)


def _begins(span: Span, text: str) -> int:
    """Where a part begins behind its preposition: "in March" may be one, of which "March" is put otherwise."""
    lead = _LEAD.match(text, span.start, span.end)
    return lead.end() if lead else span.start
