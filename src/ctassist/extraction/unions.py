"""Unions of states and the regions that their members make up: "EU Member States" are in Europe."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.extraction.places import Place, folded, gazetteer, lies_in
from ctassist.extraction.vocabulary import alternatives, table

_MEMBERS = r"(?:members?|(?:member[ -])?(?:states|countries|nations))"


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:the\s+)?(?P<name>{alternatives(table('regions')['unions'])})(?!\w)")


@cache
def _members() -> re.Pattern[str]:
    names = alternatives(table("regions")["unions"])
    return re.compile(
        rf"(?<!\w)(?P<name>{names})(?:[’']s?)?\s+(?i:{_MEMBERS})\b|\b(?i:{_MEMBERS})\s+of\s+(?:the\s+)?(?P<of>{names})(?!\w)"
    )


def places_of_members(text: str) -> Iterator[Place]:
    """Yields the regions whose countries a line names as members of a union: "briefed EU Member States"."""
    for match in _members().finditer(text):
        yield _region(match["name"] or match["of"])


def names_union_of(text: str, place: Place) -> bool:
    """Tells whether a text names the union of a region or of a part of it: "with the African Union"."""
    return any(lies_in(_region(match["name"]), place) for match in _named().finditer(text))


def _region(union: str) -> Place:
    return gazetteer()[folded(table("regions")["unions"][union])]
