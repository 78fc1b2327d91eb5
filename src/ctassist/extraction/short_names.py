"""Other ways of writing a name that a document tells: "known for short as SIG Docs", "Ana Roe (@anaroe)"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ctassist.extraction.names import WORD
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.records import Name, NameKind

_PERSON = rf"{WORD}(?:[ -](?:(?:de|von|van|der|bin|al|el) )?{WORD}){{1,3}}"
_GOES_BY = re.compile(
    rf"(?P<name>{_PERSON})\s*\((?P<at>@)?(?P<handle>[\w-]{{2,39}})(?P<on>\s+on\s+(?:{alternatives(table('people')['channels'])}))?\)"
)
"""A handle in brackets; a mere word there is one only where it leads to somebody's page."""
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


@cache
def _profile() -> re.Pattern[str]:
    """The address of somebody's page on a forge, and of no project there."""
    hosts = alternatives(table("people")["profiles"])
    return re.compile(rf"https?://(?:www\.)?(?:{hosts})/[~@]?(?P<handle>[\w-]{{2,39}})/?", re.IGNORECASE)


def find_short_names(text: str, subject: str | None, links: Iterable[tuple[str, str]] = ()) -> Iterator[Name]:
    """Yields names with their short forms, and persons with the handles they go by.

    Args:
        text: the words of a document, each line whole.
        subject: the body that the document is about: "the group is known as …" speaks of it.
        links: words with the addresses they lead to: a name that leads to a page on a forge goes by that one's handle.
    """
    for match in _known_as().finditer(text) if _CALLED.search(text) else ():
        long = match["long"] or subject
        short = match["short"].strip()
        if long and short != long and re.search(r"[A-Z\d]", short):
            yield Name(long, NameKind.ORGANISATION, (short,))
    paged = [(words, page["handle"]) for words, address in links if (page := _profile().fullmatch(address))]
    handles: dict[str, set[str]] = {}
    for words, handle in paged:
        if re.fullmatch(_PERSON, words):
            handles.setdefault(words, set()).add(handle)
    called = {words for words, _ in paged}
    for match in _GOES_BY.finditer(text) if "(" in text else ():
        if match["at"] or match["on"] or match["handle"] in called:
            handles.setdefault(match["name"], set()).add(match["handle"])
    for name, known in sorted(handles.items()):
        yield Name(name, NameKind.PERSON, tuple(sorted(known)))
