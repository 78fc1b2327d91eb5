"""Roles that are handed on in words that do not name them: "Ana Roe stepped down as chair; Bo Li took her seat"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ctassist.extraction.role_grammar import HANDS
from ctassist.extraction.role_words import canonical_role, is_title, role_label
from ctassist.model.records import Item
from ctassist.model.text import Span

_REACH = 200
"""So many characters before a successor is named, the role that is meant was."""
_SEAT = r"(?:seat|place|post|position|role|function|job|shoes|duties|responsibilities|chair|office)"
_THEIR = r"(?:her|his|their|that|the\s+(?:vacant|empty|open|same))"
_WAS = r"(?:(?:was|were|has\s+been|have\s+been|is|are)\s+)?(?:then\s+|since\s+|now\s+|unanimously\s+)?"
_LEAVING = (
    r"(?:step(?:s|ped)?\s+(?:down|back|aside)|resign(?:s|ed)?|retire[sd]?|left|leaves|g[ai]ve(?:s)?\s+up|stood\s+down|quit|withdrew"
    r"|depart(?:s|ed)|moved\s+on|handed\s+over)"
)


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A role as somebody comes to it after somebody else: where the holder stands, the role, the words for it."""

    holder: tuple[int, int]
    role: str
    label: str


def handed_on(text: str, item: Item, holders: str, before: Span | None = None) -> Iterator[HandedOn]:
    """The roles that an item gives to those who come after somebody in the page's own body.

    Args:
        text: the canonical text.
        item: the item.
        holders: a regular expression for holders.
        before: the line right before the item, which may be the one that says who left, and what.
    """
    given, followed = _patterns(holders)
    for match in given.finditer(text, item.span.start, item.span.end):
        if role := _role(match["label"]):
            yield HandedOn(match.span("holder"), role, match["label"])
    start = before.start if before and item.span.start - before.end <= _GAP else item.span.start
    for match in followed.finditer(text, item.span.start, item.span.end):
        said = _left_as(text, Span(max(start, match.start() - _REACH), match.start()))
        if said and (role := _role(said)):
            yield HandedOn(match.span("holder") if match["holder"] else match.span("holder2"), role, said)


_GAP = 3


def _role(label: str) -> str | None:
    role = canonical_role(label)
    return role if role and not is_title(role) else None


def _left_as(text: str, span: Span) -> str | None:
    """The word for the role that somebody leaves in these words, the last one."""
    left = list(_leaving().finditer(text, span.start, span.end))
    return left[-1]["label"] if left else None


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(rf"\b{_LEAVING}\b[^.;]{{0,40}}?\b(?P<label>(?i:{role_label()}))(?:ship)?\b")


@cache
def _patterns(holders: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    label = rf"(?P<label>(?i:{role_label()}))(?:ship)?"
    end = r"(?=\s*(?:[.;,)]|$)|\s+(?:in|on|from|since|with|after|for|and|as|at|the\s+same)\b)"
    came = (
        rf"(?:took|takes|taking|has\s+taken|assumed|filled|fills|inherited)\s+(?:over\s+|up\s+)?{_THEIR}\s+{_SEAT}"
        r"|(?:took|takes|has\s+taken)\s+over(?:\s+from\s+(?:her|him|them))?"
        r"|(?:followed|follows|succeeded|succeeds|replaced|replaces|relieved)(?:\s+(?:him|her|them))?"
        rf"|{_WAS}(?:elected|appointed|chosen|named|selected|voted\s+in|nominated)\s+"
        r"(?:in\s+(?:her|his|their)\s+(?:place|stead)|(?:as\s+(?:her|his|their)\s+successor)"
        rf"|to\s+(?:(?:the|her|his|their|that)\s+(?:vacant\s+|empty\s+|open\s+)?{_SEAT}|(?:replace|succeed|follow)\s+(?:her|him|them)))"
        r"|(?:is|was|became)\s+(?:her|his|their|the)\s+successor"
    )
    passive = (
        r"(?:(?:was|were|has\s+been|have\s+been|and|is|are)\s+)+(?:then\s+|since\s+)?"
        r"(?:succeeded|replaced|followed|relieved)\s+by"
    )
    return (
        re.compile(
            rf"\b{HANDS}\s+(?:over\s+)?(?:the|her|his|their|its)\s+{label}\s+(?:over\s+|on\s+)?to\s+(?P<holder>{holders})"
        ),
        re.compile(
            rf"(?P<holder>{holders})\s+(?:{came}){end}"
            rf"|(?:{passive}|\b(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he)\s+successor\s+(?:is|was)(?:\s+to\s+be)?)\s+(?P<holder2>{holders})"
        ),
    )
