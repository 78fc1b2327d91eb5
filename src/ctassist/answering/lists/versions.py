"""Whose versions a question lists: "new Loom versions", "releases of shuttle"; other things have numbers too."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Self

from ctassist.answering.terms import light_stems, stems, table
from ctassist.answering.understanding.question import Question

_NUMBER = r"v?(?!(?:19|20)\d\d\b|[\d.]+\s+(?:through|until)\b)\d+"
"""No year, and no first of a range: "all of 1.3 through 1.21" are told of, and none is new."""


@dataclass(frozen=True, slots=True)
class NumberedThing:
    """What has versions."""

    name: str
    full: str = ""
    """The name with the words in capitals before it: "Weft Loom Shuttle"; empty where there are none."""

    @classmethod
    def of(cls, question: Question) -> Self | None:
        """The thing whose versions a question asks for; None where it names none."""
        asked = stems(" ".join(question.topic)) | stems(" ".join(entity.key for entity in question.entities))
        for match in _asked().finditer(question.text):
            name = match["before"] or match["after"]
            # Of "js-loom" in the archive of the loom no more than "js" tells anything.
            called = match.start() > 0 and name.istitle() and _NOUN.fullmatch(name) is None
            if called or stems(name) & asked - light_stems():
                before = _CAPITALS.search(question.text[: match.start()]) if match["before"] else None
                # "Go" is a name with its capital alone.
                return cls(name, f"{before['words']}{name}" if before and name[0].isupper() else "")
        return None

    def has_version(self, text: str, headings: frozenset[str]) -> bool:
        """Tells whether a line gives a version of it, "Loom to v2.1" or "2.1 of Loom", or stands below its name."""
        return stems(self.name) <= headings or self.versions_in(text) is not None

    def versions_in(self, text: str) -> re.Match[str] | None:
        """Where a line first gives a version of it."""
        own = _version_of(self.name).search(text)
        return own or (_version_of(self.full).search(text) if self.full else None)


@cache
def _asked() -> re.Pattern[str]:
    nouns = "|".join(table("lists")["kinds"]["release"]["asked"])
    return re.compile(
        rf"\b(?P<before>[^\W\d_][\w+-]*)\s+(?=(?:{nouns})\b)|\b(?:{nouns})\s+of\s+(?:the\s+)?(?P<after>[^\W\d_][\w+-]*)",
        re.IGNORECASE,
    )


_CAPITALS = re.compile(r"(?<=\s)(?P<words>(?:[A-Z][\w+-]*\s+)+)$")
"""The words in capitals at the end of a text, but for its first word."""
_NOUN = re.compile(
    r"(?:new|latest|last|next|other|first|stable|major|minor|patch|pre|version|security|bugfix)", re.IGNORECASE
)
"""What says which versions, rather than of what, with a capital or without."""
_LANGUAGE = re.compile(r"(?P<name>\w{2,})-?lang", re.IGNORECASE)
"""Programming languages whose names are words are called so: "golang", "ziglang"."""


@lru_cache(maxsize=256)
def _version_of(name: str) -> re.Pattern[str]:
    # "js-loom" and "JS Loom" are one.
    said = r"[-\s]".join(map(re.escape, re.split(r"[-\s]+", name)))
    # "Ziglang" is Zig; without the ending a verb may read alike ("we go to 3 a year"), so its version has a dot.
    short = _LANGUAGE.fullmatch(name)
    plain = rf"|(?<![\w-]){re.escape(short['name'])}\s+(?:to\s+)?{_NUMBER}\.\d" if short else ""
    said = said if short else rf"{said}(?:-?lang)?"
    return re.compile(
        rf"(?<![\w-]){said}\s+(?:to\s+|version\s+|release\s+)?{_NUMBER}"
        rf"|(?<![\w-]){said}(?:['’]s)?\s+(?:\w+\s+){{0,2}}{_NUMBER}\.\d"
        rf"|{_NUMBER}(?:\.\w+)*\s+of\s+(?:the\s+)?{said}(?!\w){plain}",
        re.IGNORECASE,
    )
