"""Names of bodies with their noun in short: the "Rope Working Group" is the "WG Rope" and the "Rope WG" as well."""

import re
from collections.abc import Iterator

from ctassist.answering.terms import bodies


def in_short(name: str) -> Iterator[str]:
    """The ways to write a body's name with the abbreviation of its noun; none for another name."""
    for short, noun in bodies()["abbreviations"].items():
        if match := re.fullmatch(rf"(?P<topic>.+\S)\s+{noun}", name, re.IGNORECASE):
            yield f"{short.upper()} {match['topic']}"
            yield f"{match['topic']} {short.upper()}"
