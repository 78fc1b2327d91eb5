"""Sentences as spans: split at final points that are not part of an abbreviation, an initial or a number."""

import re
from functools import cache
from itertools import pairwise

from ctassist.extraction.vocabulary import alternatives, months, table
from ctassist.model.text import Span

_END = re.compile(r"[.!?]+[\"”’»)\]]*(?=\s+[\"“‘«(\[]?[A-Z0-9ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜÝŠŽ])")


_LONGEST_WORD = 40


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(table("grammar")["abbreviations"])


def _is_abbreviated(before: str) -> bool:
    """Tells whether the point after ``before`` belongs to an abbreviation, an initial or the number of a line."""
    word = re.search(r"\S*$", before)
    last = word.group().lstrip('("“‘[').casefold() if word else ""
    return last in _abbreviations() or re.fullmatch(r"[a-z]|(?:[a-z]\.)+[a-z]", last) is not None or _leads(before)


def _leads(before: str) -> bool:
    """Tells whether a number, or a day and its month, is all that stands before a point: "Jul 25. Oslo - Meetup".

    So does what is counted on an agenda: "Item 3. Fees".
    """
    match = re.fullmatch(r"(?:.*\n)?\s*(?:(?P<month>[^\W\d_]+)\.?\s+)?\d{1,2}", before, re.DOTALL)
    if match is None:
        return False
    word = match["month"].casefold() if match["month"] else None
    return word is None or word in months() or word in table("grammar")["agenda_words"]


_LONGEST_ASIDE, _LONGEST_REST = 100, 40


def _in_aside(text: str, part: Span, end: re.Match[str]) -> bool:
    """Tells whether brackets at the end of a sentence go on for some words past a point: "(Ana Roe, 6.2. Link)"."""
    opening = text.rfind("(", max(part.start, end.start() - _LONGEST_ASIDE), end.start())
    if opening < 0 or ")" in text[opening : end.end()] or not text[part.start : opening].strip():
        return False
    closing = text.find(")", end.end(), min(part.end, end.end() + _LONGEST_REST))
    return closing >= 0 and _END.search(text, end.end(), closing) is None


@cache
def _day_behind() -> re.Pattern[str]:
    """A day in brackets behind a sentence, mostly behind what was said on it: "Roe said: “Tides wait.” (6 Feb)."."""
    begins = rf"(?:on\s+|in\s+)?(?:\d{{1,4}}[\s./–-]|(?:{alternatives(months())})\b)"
    return re.compile(rf"\s+\({begins}[^()\n]{{0,40}}\)(?:[.;](?=\s|$))?", re.IGNORECASE)


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """Splits ``text`` (or the part ``within``) into trimmed sentences; the spans count in ``text``."""
    part = within or Span(0, len(text))
    bounds = [part.start]
    for match in _END.finditer(text, part.start, part.end):
        if match.group()[0] == "." and _is_abbreviated(
            text[max(part.start, match.start() - _LONGEST_WORD) : match.start()]
        ):
            continue
        if _in_aside(text, part, match):
            continue
        day = _day_behind().match(text, match.end(), part.end)
        bounds.append(day.end() if day else match.end())
    bounds.append(part.end)
    spans = [trimmed(text, Span(a, b)) for a, b in pairwise(bounds)]
    return [span for span in spans if span.start < span.end]


def trimmed(text: str, span: Span, characters: str | None = None) -> Span:
    """Moves both ends inwards over white space (or ``characters``)."""
    words = span.of(text)
    left = len(words) - len(words.lstrip(characters))
    right = len(words.rstrip(characters))
    return Span(span.start + left, span.start + max(right, left))
