"""Organisations that took another name: "Bee Trust (formerly Hive Society)"."""

import re
from collections.abc import Iterator

from ctassist.extraction.names import (
    ACRONYM,
    UPPER,
    WORD,
    defined,
    leading,
    names_organisation,
    organisation_nouns,
    title_words,
)
from ctassist.extraction.vocabulary import alternatives, months

_NAME = rf"{WORD}(?: (?:(?:of|for|on|and|the|in|&) ){{0,2}}{WORD}){{0,7}}"
_SHORT = rf"(?:\s*\((?P<short>[{UPPER}][\w&.-]{{1,11}})\))?"
_FORMERLY = re.compile(
    rf"(?P<new>{_NAME}){_SHORT}\s*[,(]\s*(?:{ACRONYM}\s*[,;]\s*)?(?:formerly|previously|until\s+\d{{4}}:?)"
    rf"(?:\s+(?:known\s+as|called|named))?\s+(?:the\s+)?[“\"']?(?P<old>{_NAME})"
)
_RENAMED = re.compile(
    rf"(?P<old>{_NAME})(?:\s*\([^()]{{2,12}}\))?,?\s+(?:which\s+)?(?:(?:has|have|had)\s+(?:been\s+)?|(?:was|were|is|are)\s+)?"
    rf"(?:re-?named(?:\s+(?:itself|as|to))?|now\s+(?:known\s+as|called|named)|changed\s+(?:its|their)\s+name\s+to"
    rf"|(?:took|takes|adopt(?:s|ed)|assume[sd]|received|chose|was\s+given)\s+the\s+(?:new\s+)?name(?:\s+of)?)"
    rf"\s+(?:the\s+)?[“\"']?(?P<new>{_NAME}){_SHORT}"
)
_RENAMING = re.compile(
    rf"\bre-?nam(?:e|es|ed|ing)\s+(?:the\s+)?(?P<old>{_NAME})(?:\s*\([^()]{{2,12}}\)\s+(?:(?:as|to|into)\s+)?"
    rf"|\s+(?:as|to|into)\s+)(?:the\s+)?[“\"']?(?P<new>{_NAME}){_SHORT}"
)


_BECAME = re.compile(
    rf"(?P<old>{_NAME})(?:\s*\([^()]{{2,12}}\))?\s+(?:(?:has\s+)?(?:became|become)\s+the"
    rf"|(?:will\s+(?:now\s+|henceforth\s+)?)?calls?\s+itself(?:\s+the)?|(?:will|is\s+to|shall)\s+be\s+(?:called|known\s+as)(?:\s+the)?)"
    rf"\s+(?P<new>{_NAME}){_SHORT}"
)

_CALLED_SINCE = re.compile(
    rf"(?P<old>{_NAME})(?:\s*\([^()]{{2,12}}\))?\s+(?:has|have)\s+(?:since\s+(?:then\s+)?)?been\s+(?:called|known\s+as|named)"
    rf"\s+(?:the\s+)?[“\"']?(?P<new>{_NAME}){_SHORT}"
)

_RENAMES = (
    (re.compile(r"\bbeen\s+(?:called|known|named)"), _CALLED_SINCE),
    (re.compile(r"formerly|previously|until\s+\d"), _FORMERLY),
    (re.compile(r"named|\bnow\s+(?:known|called)|\bname\b"), _RENAMED),
    (re.compile(r"\bre-?nam"), _RENAMING),
)
"""Forms, each behind what it must have: looking for a name that it might begin with takes much longer."""
_BECOMES = re.compile(r"\bbec[ao]me\s|\bcalls?\s+itself\b|\bbe\s+(?:called|known)\b")
_TIME_BEFORE = re.compile(rf"^(?:In|On|Since|From)\s+(?:{alternatives(months())})\s+(?:the\s+)?", re.IGNORECASE)
"""What stands before a name that begins a sentence: "In May the Tide Board …"."""


def former_names(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of an organisation's name and the one it had before: "Bee Trust (formerly Hive Society)"."""
    for pattern in (form for tells, form in _RENAMES if tells.search(text)):
        for match in pattern.finditer(text):
            new, old = (_TIME_BEFORE.sub("", match[name]).removeprefix("The ") for name in ("new", "old"))
            if pattern is _CALLED_SINCE and not names_organisation({new}):
                continue
            if not any(word.split()[0].casefold() in title_words() for word in (new, old)) and new != old:
                yield new, old
    for match in _BECAME.finditer(text) if _BECOMES.search(text) else ():
        new, old = match["new"], match["old"][leading(match["old"]) :]
        if _is_renaming(new, old, short=bool(match["short"] and defined(match["short"], new))):
            yield new, old


def _is_renaming(new: str, old: str, *, short: bool) -> bool:
    """Tells whether an organisation that "became" another took its name.

    The old one is told by a noun such as "board", and the new one comes with its acronym, or with such a noun and more
    of the old than that.
    """
    if not names_organisation({old}) or not (short or names_organisation({new})) or new == old:
        return False
    if any(word.split()[0].casefold() in title_words() for word in (new, old)):
        return False
    shared = {word.casefold() for word in new.split()} & {word.casefold() for word in old.split() if word[0].isupper()}
    return short or bool(shared - organisation_nouns())
