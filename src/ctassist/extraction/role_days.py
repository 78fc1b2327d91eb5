"""From when a sentence says that somebody has a role, where its line tells of several times, or of none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ctassist.extraction.dates import find_dates
from ctassist.model.records import Item, Role
from ctassist.model.time import Interval

_SAME = re.compile(
    r"\b(?:(?:in|during)\s+(?:the\s+same|that)\s+(?:month|year|week|quarter|meeting)|(?:at|around)\s+the\s+same\s+time"
    r"|on\s+(?:the\s+same|that)\s+day|simultaneously)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[^,;.]{0,40}?\b(?:in|on|from|since|as\s+of|at|with)\s+"
    r"(?:the\s+(?:end|start|beginning)\s+of\s+|early\s+|late\s+|mid-?)?$"
)


def timed(text: str, items: Iterable[tuple[Item, Interval | None]]) -> Iterator[tuple[Item, Interval | None]]:
    """The items with their dates; "in the same month" is the one that the line before tells of."""
    last: tuple[Item, Interval | None] | None = None
    for item, interval in items:
        told = last[1] if last and last[0].section == item.section else None
        when = interval or (told if _SAME.search(item.span.of(text)) else None)
        last = (item, when)
        yield item, when


def own_day(text: str, role: Role, reference: Interval | None) -> Role:
    """The role with the date that stands behind its own words, where its line has several dates.

    Args:
        text: the canonical text.
        role: a role as a sentence states it, with the first date of its line.
        reference: the time that the document is about, which gives the year.
    """
    words = role.span.of(text)
    dates = find_dates(words, reference) if role.interval else []
    said = re.compile(rf"{re.escape(role.holder)}.{{0,60}}?{re.escape(role.label)}", re.DOTALL).search(words)
    if not said or len({date.interval for date in dates}) < _SEVERAL:
        return role
    behind = next((date for date in dates if date.span.start >= said.end()), None)
    if behind and _BEHIND.fullmatch(words[said.end() : behind.span.start]):
        return replace(role, interval=behind.interval)
    return role


_SEVERAL = 2
