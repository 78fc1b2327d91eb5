"""Sentences as spans: split at final points that are not part of an abbreviation, an initial or a number."""

import re
from functools import cache

from ctassist.extraction.vocabulary import table
from ctassist.model.text import Span

_END = re.compile(r"[.!?]+[\"”’»)\]]*(?=\s+[\"“‘«(\[]?[A-Z0-9ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜÝŠŽ])")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(table("grammar")["abbreviations"])


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """Splits ``text`` (or the part ``within``) into trimmed sentences; the spans count in ``text``."""
    part = within or Span(0, len(text))
    bounds = [part.start]
    for match in _END.finditer(text, part.start, part.end):
        word = re.search(r"(\S+)$", text[part.start : match.start()])
        before = word.group(1).lstrip("(\"“‘[").casefold() if word else ""
        if match.group()[0] == "." and (before in _abbreviations() or re.fullmatch(r"[a-z]|(?:[a-z]\.)+[a-z]|\d{1,2}", before)):
            continue
        bounds.append(match.end())
    bounds.append(part.end)
    spans = [trimmed(text, Span(a, b)) for a, b in zip(bounds, bounds[1:], strict=False)]
    return [span for span in spans if span.start < span.end]


def trimmed(text: str, span: Span, characters: str | None = None) -> Span:
    """Moves both ends inwards over white space (or ``characters``)."""
    words = span.of(text)
    left = len(words) - len(words.lstrip(characters))
    right = len(words.rstrip(characters))
    return Span(span.start + left, span.start + max(right, left))
