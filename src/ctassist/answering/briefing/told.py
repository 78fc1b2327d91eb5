"""A line of a briefing before it is verified."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ctassist.answering.draft import Line
from ctassist.extraction.places import Place, find_places, lies_in


@dataclass(frozen=True, slots=True)
class Told:
    """A line whose text is plain, the words with which it begins and that stand out, and its subheading."""

    line: Line
    lead: str
    group: str = ""


def whole_text(told: Told) -> str:
    """All that a line says."""
    return told.line.text


def once_each(lines: Iterable[Told], says: Callable[[Told], str] = whole_text) -> list[Told]:
    """The lines in their order, those that say the same as one line with all sources."""
    found: dict[str, Told] = {}
    for told in lines:
        known = found.setdefault(says(told), told)
        evidence = tuple(dict.fromkeys((*known.line.evidence, *told.line.evidence)))
        found[says(told)] = replace(known, line=replace(known.line, evidence=evidence))
    return list(found.values())


def speaks_of(text: str, place: Place) -> bool:
    """Tells whether a text names a place, or one that lies in it."""
    return any(lies_in(found.place, place) for found in find_places(text))
