"""Other ways of writing a name that a document tells: "known for short as SIG Docs", "Ana Roe (@anaroe)"."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.extraction.names import WORD
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.records import Name, NameKind

_PERSON = rf"{WORD}(?:[ -](?:(?:de|von|van|der|bin|al|el) )?{WORD}){{1,3}}"
_HANDLE = re.compile(rf"(?P<name>{_PERSON})\s*\(@(?P<handle>[\w-]{{2,39}})\)")
_SHORT = r"[“\"'‘]?(?P<short>[^\W_][\w-]*(?: [A-Z0-9][\w-]*){0,3})"
_LONG = rf"(?P<long>{WORD}(?: (?:(?:of|for|on|and|the|in|&) ){{0,2}}{WORD}){{1,8}})"


@cache
def _known_as() -> re.Pattern[str]:
    nouns = alternatives(table("bodies")["nouns"])
    this = rf"(?i:(?:the|this|our)\s+(?:{nouns})|it|we)"
    ways = (
        r"(?:(?:also|better|commonly|usually|often|sometimes)\s+)?"
        r"(?:(?:known|referred\s+to|abbreviated|shortened)(?:\s+(?:for\s+short|in\s+short|informally))?\s+(?:as|to)"
        r"|called(?:\s+for\s+short)?)"
    )
    named = rf"(?:{_LONG}|(?<!\w){this}),?\s+(?:(?:is|are)\s+)?{ways}"
    return re.compile(rf"{named}\s+(?:for\s+short\s+)?(?:the\s+)?{_SHORT}")


_CALLED = re.compile(r"(?:known|referred\s+to|abbreviated|shortened|called)\s")
"""What each of them has: looking for a name that it might begin with takes much longer."""


def find_short_names(text: str, subject: str | None) -> Iterator[Name]:
    """Yields names with their short forms, and persons with the handles they go by.

    Args:
        text: the words of a document, each line whole.
        subject: the body that the document is about: "the group is known as …" speaks of it.
    """
    for match in _known_as().finditer(text) if _CALLED.search(text) else ():
        long = match["long"] or subject
        short = match["short"].strip()
        if long and short != long and re.search(r"[A-Z\d]", short):
            yield Name(long, NameKind.ORGANISATION, (short,))
    handles: dict[str, set[str]] = {}
    for match in _HANDLE.finditer(text) if "(@" in text else ():
        handles.setdefault(match["name"], set()).add(match["handle"])
    for name, known in sorted(handles.items()):
        yield Name(name, NameKind.PERSON, tuple(sorted(known)))
