"""What widely known acronyms stand for where documents leave it unsaid: all write "WHO", few spell it out."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from ctassist.answering.terms import fold
from ctassist.extraction.vocabulary import table

_VARIANTS = (
    ("United Nations", "UN"),
    ("ization", "isation"),
    ("isation", "ization"),
    ("Programme", "Program"),
    ("tre", "ter"),
)
"""What a long name may have otherwise: its beginning, and British or American endings."""


def known_forms(names: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """Other ways of writing names of an archive, from what is widely known.

    An acronym gets its long names only if the archive gives it none: what documents say comes first. A long name gets
    its acronym if the archive has that for nothing else.

    Args:
        names: each name, with all the ways in which the archive writes it.
    """
    found: dict[str, set[str]] = {}
    short_of = _short_of()
    taken = {form for forms in names.values() for form in forms}
    for name, forms in names.items():
        if not any(_is_long(form) for form in forms if form != name):
            if name in _long_of():
                found.setdefault(name, set()).update(_long_of()[name])
            elif (short := short_of.get(fold(name))) and short not in taken:
                found.setdefault(name, set()).add(short)
    return {name: frozenset(forms) for name, forms in found.items()}


def is_widely_known(acronym: str) -> bool:
    """Tells whether an acronym stands for an organisation that is known beyond any archive."""
    return acronym in _long_of()


def _is_long(form: str) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", form)) > 1


@cache
def _long_of() -> dict[str, frozenset[str]]:
    """Each acronym with its long names in all spellings."""
    return {
        short: frozenset(spelled for long in longs for spelled in _spelled(long))
        for short, longs in table("known_organisations").items()
    }


@cache
def _short_of() -> dict[str, str]:
    """Each long name in lower case with its acronym."""
    return {fold(long): short for short, longs in _long_of().items() for long in longs}


def _spelled(long: str) -> Iterator[str]:
    forms = {long}
    for one, other in _VARIANTS:
        forms |= {re.sub(rf"{one}\b", other, form) for form in forms}
    yield from forms
