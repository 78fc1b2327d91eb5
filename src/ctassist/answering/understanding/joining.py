"""How a question joins those it names: "of the council or its committee", "by CTED and its partners"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ctassist.answering.terms import is_body_noun, tokens
from ctassist.answering.understanding.catalog import FoundEntity
from ctassist.model.text import Span

_OR = re.compile(r"[^\w?.!;]*(?:and/or|or|nor)\b[^?.!;:]{0,60}", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*(?:the\s+|its\s+)?", re.IGNORECASE)


def any_will_do(text: str, named: Sequence[FoundEntity]) -> bool:
    """Tells whether a question joins all organisations that it names by "or"."""
    found = sorted(named, key=lambda one: one.span.start)
    gaps = [
        text[before.span.end : after.span.start]
        for before, after in pairwise(found)
        if before.entity.key != after.entity.key
    ]
    joined = [gap for gap in gaps if _OR.fullmatch(gap)]
    return bool(joined) and all(gap in joined or _COMMA.fullmatch(gap) for gap in gaps)


_OWN = re.compile(
    r"(?:,\s*)?\b(?:and|or)\s+(?:(?:that|which|who)\s+)?(?:[a-z]+\s+){0,3}?(?:its|their|his|her)\s+(?:own\s+|various\s+|different\s+)?"
    r"(?:programmes?|programs?|projects?|activit(?:y|ies)|initiatives?|work|staff|experts?|partners?|people|officials?|events?"
    r"|campaigns?|services?|missions?|colleagues|representatives?)"
    r"(?:\s+(?:and|or)\s+(?:programmes?|programs?|projects?|activities|initiatives?|work|staff|experts?|partners?|events?))?\b",
    re.IGNORECASE,
)


def own_things(text: str, named: Sequence[FoundEntity]) -> list[Span]:
    """Where a question names what is of somebody named before: "CTED and its partners", "or about its projects"."""
    first = min((found.span.end for found in named), default=len(text))
    return [Span(*match.span()) for match in _OWN.finditer(text) if match.start() >= first]


_WRITTEN_OUT = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*\s+(?:(?:of|for|on|and|the|in|against)\s+){0,2})*(?P<last>[A-Z][\w’'-]*))\s*\($"
)


def written_out_names(text: str, named: Sequence[FoundEntity]) -> list[Span]:
    """Where a question writes out the name of a body whose acronym it has in brackets: "its Towage Committee (FTC)"."""
    spans = []
    for found in named:
        before = _WRITTEN_OUT.search(text[: found.span.start])
        if before and found.span.of(text).isupper() and any(is_body_noun(token) for token in tokens(before["last"])):
            spans.append(Span(*before.span("name")))
    return spans
