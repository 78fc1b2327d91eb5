"""Roles of several bodies told in a row: "the groups: ports is chaired by WTO, lights by BPU, and ropes by TI"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ctassist.extraction.role_grammar import holders_pattern
from ctassist.extraction.role_words import role_verbs
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.records import Item


@dataclass(frozen=True, slots=True)
class InSeries:
    """One role of a row: the body's name, where the holder stands, the role and the verb that says it."""

    body: str
    holder: tuple[int, int]
    role: str
    verb: str


def in_series(text: str, item: Item) -> Iterator[InSeries]:
    """Yields the roles of a sentence that says of two bodies or more, one behind the other, by whom they are led.

    The verb is said once. That they are bodies is told by their noun, in the plural before them or with the first.
    """
    first = _first().search(text, item.span.start, item.span.end)
    if first is None or not _nouns().search(text, item.span.start, first.end("body")):
        return
    found, end = [first], first.end()
    while other := _other().match(text, end, item.span.end):
        found.append(other)
        end = other.end()
    role = role_verbs().get(first["verb"].casefold())
    if len(found) > 1 and role:
        for one in found:
            body = _LEADING.sub("", one_line(one["body"]))
            yield InSeries(body[:1].upper() + body[1:], one.span("holder"), role, first["verb"])


_LEADING = re.compile(r"^(?:the\s+)?(?:one|ones|that)\s+(?:on|for|of)\s+(?:the\s+)?|^the\s+", re.IGNORECASE)


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('bodies')['nouns'])})s?\b", re.IGNORECASE)


@cache
def _holder() -> str:
    return rf"(?P<holder>{holders_pattern()})(?=\s*(?:[,.;]|$)|\s+and\s)"


@cache
def _first() -> re.Pattern[str]:
    passive = alternatives([verb for verb in role_verbs() if verb.endswith("ed") or verb == "led"])
    return re.compile(
        rf"(?:^|(?<=[:;]\s)|(?<=[.]\s))(?P<body>[^\W\d_][^,.;:()]{{3,90}}?)\s+(?:is|are|remains?|continues?\s+to\s+be)\s+"
        rf"(?P<verb>{passive})\s+by\s+{_holder()}",
        re.MULTILINE,
    )


@cache
def _other() -> re.Pattern[str]:
    # "Is chaired by WTO and co-chaired by BPU" tells two posts of one body.
    verbs = alternatives(role_verbs())
    return re.compile(
        rf"(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?!{verbs}\b)(?P<body>[^\W\d_][^,.;:()]{{2,90}}?)(?<!ed)\s+by\s+{_holder()}"
    )
