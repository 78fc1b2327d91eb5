"""Composes lists of countries, cities or organisations: those that matching activities name, each with its lines."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.lists.activities import activity_line, scope_words
from ctassist.answering.lists.joining import who_joined
from ctassist.answering.lists.merging import Group
from ctassist.answering.lists.parties import admitted_in, asks_who_joined, is_somebody, parties
from ctassist.answering.lists.selection import select
from ctassist.answering.synonyms import told
from ctassist.answering.terms import content, fold, is_core_body_noun, light_stems, stem, stems, table
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Entity, Facet, Question
from ctassist.extraction.places import gazetteer, lies_in, place_of
from ctassist.model.answer import Status

Values = Callable[[Group, Question, Context], Iterable[str]]


def compose_facets(question: Question, context: Context) -> Draft | None:
    """Answers which countries, cities or organisations; None when no activity tells of any."""
    if question.facet is None or not (question.entities or question.places or question.interval or question.topic):
        return None
    if _asks_of_the_whole(question, context):
        return None
    narrowed = _without_facet_words(question)
    found = _found(narrowed, context) or _found(_without_involvement(narrowed), context)
    if not found:
        return None
    lines = tuple(
        replace(line, text=f"**{value}:** {line.text}", frame=(*line.frame, value))
        for value in sorted(found, key=fold)
        for line in (activity_line(group, context.words) for group in found[value])
    )
    words = context.words
    counted = words.count(len(found), *_COUNTED[question.facet])
    intro = f"{counted} {scope_words(question, words)}".rstrip() + f": {', '.join(sorted(found, key=fold))}."
    # By whatever verb it is told that somebody joined, the list is whole as it is.
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, intro, lines, coverage=coverage, final=asks_who_joined(question.text))


_BELONGING = re.compile(
    r"\b(?:(?:tak(?:e|es|ing)|took|is|are|were) (?:now )?(?:a )?part (?:in|of)|participat\w+ in|belong\w* to"
    r"|members? of|(?:is|are|were) in)\s+(?P<whole>[^?]+)",
    re.IGNORECASE,
)


def _asks_of_the_whole(question: Question, context: Context) -> bool:
    """Tells whether a question is for who belongs to what the archive is of: its activities do not tell that."""
    belonging = _BELONGING.search(question.timeless)
    if not belonging:
        return False
    return all(
        token.stem in context.catalog.own_stems or is_core_body_noun(token) or token.stem in light_stems()
        for token in content(belonging["whole"])
    )


def _found(question: Question, context: Context) -> dict[str, list[Group]]:
    """The values with the activities that name them; of several organisations asked for "both", all must have one."""
    if not (question.both and len(question.entities) > 1):
        return _values(question, context)
    each = [_values(replace(question, entities=(entity,)), context) for entity in question.entities]
    common = set.intersection(*(set(values) for values in each))
    return {value: _once(group for values in each for group in values[value]) for value in common}


def _values(question: Question, context: Context) -> dict[str, list[Group]]:
    assert question.facet is not None
    values: dict[str, list[Group]] = defaultdict(list)
    for group in _selected(question, context):
        for value in dict.fromkeys(_VALUES[question.facet](group, question, context)):
            values[value].append(group)
    if question.facet is Facet.ORGANISATIONS:
        # Each name once: all activities are looked through for what it does.
        return {name: said for name, said in values.items() if is_somebody(context.catalog.entity(name), context)}
    return {name: said for name, said in values.items() if _lies_there(name, question)}


def _lies_there(name: str, question: Question) -> bool:
    """Tells whether a place lies in the region that is asked about: a line on Jordan may name Norway as well."""
    place = place_of(name)
    if place and any(lies_in(place, other) for other in question.without.places):
        return False
    regions = [asked for asked in question.places if asked.kind == "region"]
    return place is None or not regions or any(lies_in(place, region) for region in regions)


def _selected(question: Question, context: Context) -> list[Group]:
    joined = who_joined(question, context) if asks_who_joined(question.text) else []
    return joined or _changed(select(question, context).all, question)


_TOOK_PART = re.compile(r"\bt(?:ake|akes|aken|aking|ook)\s+part\b", re.IGNORECASE)
"""Changes nothing, while "took over" does."""


def _changed(groups: list[Group], question: Question) -> list[Group]:
    """Of a question for what came to be ("which countries joined") those activities that say it."""
    verbs = frozenset(stem(word) for word in table("words")["change_verbs"]) & frozenset(content_stems(question.topic))
    if not verbs or _TOOK_PART.search(question.text):
        return groups
    return [group for group in groups if any(told(verbs, question.text, entry.text) for entry in group.entries)]


def _once(groups: Iterable[Group]) -> list[Group]:
    return list({group.entries[0].id: group for group in groups}.values())


def _countries(group: Group, question: Question, context: Context) -> Iterable[str]:
    first = group.entries[0]
    who = parties(question, first.text)
    for name in first.record.places:
        place = place_of(name)
        if place and not who(place.name):
            continue
        if place and place.kind != "region" and len(place.countries) == 1:
            yield _country(next(iter(place.countries)))


def _country(code: str) -> str:
    return next(place.name for place in gazetteer().values() if place.kind == "country" and place.countries == {code})


def _cities(group: Group, question: Question, context: Context) -> Iterable[str]:
    return (name for name in group.entries[0].record.places if (place := place_of(name)) and place.kind == "city")


def _places(group: Group, question: Question, context: Context) -> Iterable[str]:
    """The countries, and the regions where no country is named."""
    countries = list(_countries(group, question, context))
    return countries or (name for name in group.entries[0].record.places if place_of(name))


def _organisations(group: Group, question: Question, context: Context) -> Iterable[str]:
    """The organisations of a line, beside those that the question names and the archive's own.

    Names without a noun of organisations ("Marsh Watch") are known by those who are said elsewhere to work for them.
    """
    catalog = context.catalog
    first = group.entries[0]
    # Who admits somebody joins nothing.
    admitted = admitted_in(first.text) if asks_who_joined(question.text) else None
    named = [part for name in first.record.organisations for part in catalog.parted(name)]
    named += [found.entity.key for found in catalog.find_entities(first.text) if found.entity.key in catalog.employers]
    for entity in {entity.key: entity for entity in map(catalog.entity, named)}.values():
        joins = admitted is None or mentions(admitted, entity)
        if joins and not catalog.is_own_name(entity) and not _is_asked(entity, question.entities):
            yield entity.key


def _is_asked(entity: Entity, asked: Sequence[Entity]) -> bool:
    return any(entity.key == other.key or mentions(entity.key, other) for other in asked)


_VALUES: dict[Facet, Values] = {
    Facet.COUNTRIES: _countries,
    Facet.CITIES: _cities,
    Facet.PLACES: _places,
    Facet.ORGANISATIONS: _organisations,
}
_COUNTED = {
    Facet.COUNTRIES: ("**1 country**", "**{count} countries**"),
    Facet.CITIES: ("**1 city**", "**{count} cities**"),
    Facet.PLACES: ("**1 place**", "**{count} places**"),
    Facet.ORGANISATIONS: ("**1 organisation**", "**{count} organisations**"),
}


def _without_facet_words(question: Question) -> Question:
    """The question without the word for what is listed: lines need not say "countries"."""
    return _without(question, frozenset(stems(" ".join(table("words")["facet_nouns"]))))


def _without_involvement(question: Question) -> Question:
    """The question without verbs for taking part ("supported"): a line tells what was done instead."""
    return _without(question, frozenset(stems(" ".join(table("words")["involvement_verbs"]))))


def _without(question: Question, words: frozenset[str]) -> Question:
    return replace(question, topic=tuple(word for word in question.topic if not set(content_stems([word])) <= words))
