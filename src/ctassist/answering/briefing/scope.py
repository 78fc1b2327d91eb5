"""What a briefing is limited to, as the archive knows it: its period, an organisation or person, a place."""

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from ctassist.answering.briefing.sources import one_line
from ctassist.answering.context import Context
from ctassist.answering.terms import fold
from ctassist.answering.understanding.question import Entity, Intent, Question
from ctassist.errors import UsageError
from ctassist.extraction.places import Place, gazetteer, place_of
from ctassist.model.briefing import BriefRequest
from ctassist.model.time import Interval, Precision

_NEAR = 70
"""Names that agree to this much (rapidfuzz, 0 to 100) may be meant by one that is not known."""
_SUGGESTED = 3
_LONGEST_SHOWN = 60


def asked(request: BriefRequest, context: Context) -> Question:
    """The request as a question for what happened.

    Raises UsageError when the period ends before it begins, and for a name that neither the archive nor the gazetteer
    has: a briefing on a misspelt name would be empty and look like a finding.
    """
    if request.end < request.start:
        raise UsageError("from lies after to; swap them.")
    return Question(
        text="",
        intent=Intent.ACTIVITIES,
        interval=Interval(request.start, request.end, Precision.RANGE),
        entities=() if request.entity is None else (_entity(request.entity, context),),
        places=() if request.place is None else (_place(request.place, context),),
    )


def _entity(name: str, context: Context) -> Entity:
    key = context.catalog.key_of(name)
    if key is not None:
        return context.catalog.entity(key)
    known = {form: found.key for _, found in context.view.names() for form in (found.key, *found.aliases)}
    raise UsageError(f"The archive names no {_shown(name)}.{_nearest(name, known)}")


def _place(name: str, context: Context) -> Place:
    place = place_of(name)
    if place is not None:
        return place
    named = {name: name for row in context.view.activities() for name in row.record.places}
    wide = {name: place.name for name, place in gazetteer().items() if place.kind != "city"}
    cities = {name: place.name for name, place in gazetteer().items() if place.kind == "city"}
    near = next(filter(None, (_nearest(name, known) for known in (named, wide, cities))), "")
    raise UsageError(f"{_shown(name)} is no place that is known here.{near}")


def _nearest(name: str, known: Mapping[str, str]) -> str:
    """The known names that are written most like another one, as a sentence; nothing when none is."""
    forms = sorted(known)
    found = process.extract(name, forms, scorer=fuzz.ratio, processor=fold, score_cutoff=_NEAR, limit=10)
    names = _first(known[form] for form, _, _ in found)
    return f" Near it: {'; '.join(names)}." if names else ""


def _first(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))[:_SUGGESTED]


def _shown(name: str) -> str:
    words = one_line(name)
    return f"“{words[:_LONGEST_SHOWN]}{'…' if len(words) > _LONGEST_SHOWN else ''}”"
