"""A question in words to a Question."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from ctassist.answering.synonyms import meanings
from ctassist.answering.terms import (
    Token,
    bodies,
    body_noun_pattern,
    content,
    event_stems,
    fold,
    generic_event_stems,
    light_stems,
    stems,
    table,
    tokens,
)
from ctassist.answering.understanding.asked_parts import overlaps, parts_of, span_of, without
from ctassist.answering.understanding.catalog import Catalog, FoundEntity, are_named_after
from ctassist.answering.understanding.framing import frames_only
from ctassist.answering.understanding.intents import (
    facets,
    history_of,
    intent_of,
    intents,
    masked,
    tells_label,
    wants_of,
)
from ctassist.answering.understanding.joining import any_will_do, own_things, written_out_names
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.pointing import quoted_line, without_quotation
from ctassist.answering.understanding.question import Entity, Facet, Intent, Question, Without
from ctassist.answering.understanding.written import asks_of_text
from ctassist.extraction.names import title_words
from ctassist.extraction.places import FoundPlace, Place, lies_in
from ctassist.model.text import Span
from ctassist.model.time import Interval

_PURPOSE = re.compile(
    r"\b(?:for|in) (?:my|our|his|her|their) (?:next )?\w+"
    r"|\b(?:I|we)(?:[’']m|[’']re|[’']ll be| am| are| (?:will|shall) be)\s+(?:currently |soon |now |just )?"
    r"(?:travell?|go|fly|head|plann|visit|prepar|stay|mov|tour)ing\b"
    r"(?:\s+(?:an? |my |our )?(?:travels?|trips?|visits?|journeys?|tours?|stays?))?",
    re.IGNORECASE,
)
"""What a question is asked for ("for my briefing", "I am travelling in Asia") is not what it asks."""
_GROUPS_OF_HOLDER = re.compile(
    r"\b(?:which|what|list|name|how many|all)\s+(?:the\s+|all\s+|of\s+(?:the|those|these|our|its)\s+"
    r"|other\s+)*(?:(?!(?:do|does|did|is|are|was|were|has|have|had|of|in|at|on|for)\b)\w+[ -]){0,2}?"
    r"(?:groups?|bod(?:y|ies)|committees?|wgs|sigs|(?:wg|sig)(?!\s+(?-i:[A-Z]))|teams?|task forces?|roles?"
    r"|positions?|subprojects?|projects?)\b",
    re.I,
)
"""Asks in which bodies somebody holds posts; "how many chairs does SIG Docs have" asks of the one it names."""


def understand(text: str, catalog: Catalog, as_of: date, reference: Interval | None = None) -> Question:
    """Understands a question that stands on its own.

    Args:
        text: the question.
        catalog: what the archive knows.
        as_of: the day on which it is asked.
        reference: the time of the question before, for months without a year.
    """
    if quoted_line(text):
        return replace(understand(without_quotation(text), catalog, as_of, reference), text=text, quotation=text)
    parts = parts_of(text, catalog, as_of, reference)
    scope_spans = [*parts.time.spans, *(found.span for found in parts.places)]
    role_spans = [span for span, _ in parts.roles]
    scope_spans += [Span(*match.span()) for match in _PURPOSE.finditer(text)]
    scope_spans += [*own_things(text, parts.entities), *written_out_names(text, parts.entities)]
    excepted = _excepted((*parts.entities, *parts.places), text)
    scope_spans += [Span(*match.span()) for e in excepted if (match := _EXCEPT.search(text[: e.span.start]))]
    words = [token for token in content(text) if not overlaps(span_of(token), scope_spans)]
    subject = [token for token in words if not overlaps(span_of(token), role_spans)]
    names = [found.span for found in parts.entities]
    topic = [token for token in subject if not overlaps(span_of(token), names)]
    topic = [token for token in topic if not _is_own_name(token, text, catalog)]
    ours = _people_of_own(text, catalog)
    topic = [token for token in topic if not overlaps(span_of(token), ours)]
    framed = bool(parts.time.interval or parts.entities or parts.places) and frames_only(_foreign(topic, catalog), text)
    if framed:
        topic = [token for token in topic if token.stem in generic_event_stems() | list_words("gatherings")]
    lowered = masked(text, names).casefold()
    hits = [name for name, pattern in intents() if pattern.search(lowered)]
    if asks_of_text(text):
        hits = [name for name in hits if name != "statements"]
    if "series" in hits and tells_label(text, catalog):
        hits = [name for name in hits if name != "activities"]
    question = Question(
        text=text,
        wants=wants_of(text, [found.span for found in parts.entities]),
        interval=parts.time.interval,
        times=parts.time.times,
        time_words=" ".join(span.of(text) for span in parts.time.spans),
        timeless=without(text, parts.time.spans),
        as_of=as_of,
        entities=_unique(found.entity for found in parts.entities if not catalog.is_own_name(found.entity)),
        places=_unique_places(found.place for found in parts.places),
        roles=tuple(dict.fromkeys(role for _, role in parts.roles)),
        topic=tuple(token.text for token in topic),
        subject=tuple(token.text for token in subject),
        words=tuple(token.text for token in words),
        unknown=_unknown([token for token in words if not overlaps(span_of(token), names)], catalog),
        document_ids=parts.time.document_ids,
        series="series" in hits,
        by_holder=bool(_GROUPS_OF_HOLDER.search(text)),
        number=_body_number(text),
        history=history_of(text, parts, catalog),
        facet=next((Facet(name) for name, pattern in facets() if pattern.search(lowered)), None),
        either=any_will_do(text, parts.entities),
        both="both" in hits or (len(parts.places) > 1 and bool(_JOINTLY.search(text))),
    )
    if "activities" in hits and _LED.search(lowered):
        question = replace(question, roles=(), history=None, by_holder=False)
    question = replace(question, intent=intent_of(question, hits, text, catalog.title_stems, framed=framed))
    lists = question.intent in _LISTS or question.facet is not None
    return _without_excepted(question, excepted) if lists else question


def _people_of_own(text: str, catalog: Catalog) -> list[Span]:
    """The noun for those who are of the archive's own body: "the Alliance and its clubs" are all who act in it."""
    found = _AND_ITS.finditer(text)
    return [Span(*match.span("who")) for match in found if stems(match["own"]) <= catalog.own_stems]


_AND_ITS = re.compile(
    r"\bthe\s+(?P<own>[^\W\d_a-z]\w+)\s+(?:and|or|with)\s+(?:(?:any|all|some)\s+(?:of\s+)?)?its\s+(?P<who>[a-z]+(?:\s+[a-z]+)?s)\b"
    r"(?=\s*[?.,!]|\s+(?:did|do|does|has|have|had|in|on|at|during|from|since|between|are|were|been)\b|\s*$)"
)


_JOINTLY = re.compile(
    r"\b(?:together|jointly|along|in\s+(?:cooperation|co-operation|collaboration|partnership|concert|conjunction))\s+with\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:which|what|list|all|show|name)\s+(?:me\s+)?(?:(?:all|the|of|other)\s+)*(?:\w+\s+)?"
    r"(?:activities|events|workshops|courses|trainings|missions|seminars|exercises|campaigns|meetings|drills|surveys|conferences)\s+"
    r"(?:(?:were|was|that|which|did|does|do|has|have|had|are|is)\s+)?(?:[\w’'&-]+\s+){0,5}?(?:lead|leads|led|head|heads|headed|run|runs|ran)\b",
)
"""Who leads an activity has no post by that."""

_LISTS = (Intent.ACTIVITIES, Intent.INDICATORS)
_EXCEPT = re.compile(
    r"\b(?:outside(?:\s+of)?|except(?:ing)?(?:\s+(?:for|in|by|those\s+(?:in|of|by)))*|excluding|elsewhere\s+than(?:\s+in)?"
    r"|other\s+than(?:\s+(?:in|by))?|apart\s+from(?:\s+(?:those\s+)?(?:in|by))?|without"
    r"|not\s+(?:(?:held|done|organi[sz]ed|hosted|take\s+place|happen|involve|involving|located)\s+)?(?:in|by|from|with)?)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What leads to a name that a list is not to have."""


_OR_ALSO = re.compile(r"\s*(?:,|,?\s*(?:and|or|nor))\s+(?:(?:in|by|from|with)\s+)?(?:the\s+)?", re.IGNORECASE)


def _excepted(named: Iterable[FoundEntity | FoundPlace], text: str) -> list[FoundEntity | FoundPlace]:
    """The names that a question excepts: "outside Africa or Asia"."""
    excepted: list[FoundEntity | FoundPlace] = []
    for found in sorted(named, key=lambda found: found.span.start):
        joined = excepted and _OR_ALSO.fullmatch(text[excepted[-1].span.end : found.span.start])
        if joined or _EXCEPT.search(text[: found.span.start]):
            excepted.append(found)
    return excepted


def _without_excepted(question: Question, excepted: Iterable[FoundEntity | FoundPlace]) -> Question:
    """The question with what it excepts apart from what it asks for: "all workshops outside Africa"."""
    entities = _unique(found.entity for found in excepted if isinstance(found, FoundEntity))
    places = _unique_places(found.place for found in excepted if isinstance(found, FoundPlace))
    return replace(
        question,
        entities=tuple(entity for entity in question.entities if entity not in entities),
        places=tuple(place for place in question.places if place not in places),
        without=Without(entities, places),
    )


def _foreign(words: Iterable[Token], catalog: Catalog) -> list[Token]:
    """The words that are not those of the archive's own name, which says nothing within it."""
    return [token for token in words if token.stem not in catalog.title_stems]


def _is_own_name(token: Token, text: str, catalog: Catalog) -> bool:
    """Tells whether a word is what the publisher calls itself for short: "the Concord", but not "the Concord Prize"."""
    if not _POSSESSIVE.sub("", token.text).istitle() or token.stem not in catalog.own_stems:
        return False
    return bool(_AFTER_ARTICLE.search(text[: token.start])) and not _BEFORE_NAME.match(text[token.end :])


_POSSESSIVE = re.compile(r"[’']s?$")
_AFTER_ARTICLE = re.compile(r"\b(?:the|our|this)\s+$", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"\s+(?:(?:of|for|on)\s+)?[A-Z]")


@cache
def _numbered_body() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{body_noun_pattern()})\s*(?:(?:no\.?|number|#)?\s*(?P<number>\d{{1,2}})\b(?!\s*[-–]?\s*\d)"
        rf"|(?:no\.?|number)\s+(?P<said>{'|'.join(_said_numbers())})\b)",
        re.IGNORECASE,
    )


@cache
def _said_numbers() -> dict[str, str]:
    """Numbers in words up to twenty, which the table has in order, with their figures."""
    return {word: str(number) for number, word in enumerate(table("answer_kinds")["numerals"][:20], 1)}


def _body_number(text: str) -> str | None:
    match = _numbered_body().search(text)
    return (match["number"] or _said_numbers()[match["said"].casefold()]) if match else None


def _unknown(words: Iterable[Token], catalog: Catalog) -> tuple[str, ...]:
    """Words typed as names (a capital inside the question, or an acronym) that the archive does not use at all."""
    return tuple(
        token.text
        for token in words
        if (token.text[0].isupper() and (token.start > 0 or token.text.isupper()))
        and len(token.text) > 1
        and not catalog.has_derived(token.stem)
        and not catalog.knows(f"{token.text}lang")
        and not _is_said_otherwise(token, catalog)
        and not catalog.has_within(token.text)
        and fold(token.text) not in ("i", "ok", *bodies()["abbreviations"])
        and not token.text.isdigit()
        and token.stem not in light_stems() | event_stems()
        and fold(token.text) not in title_words()
        and not are_named_after(token.text, catalog.title_stems)
    )


def _is_said_otherwise(token: Token, catalog: Catalog) -> bool:
    """Tells whether the archive may have a word's meaning in other words: "MoU", "memorandum of understanding"."""
    return any(
        all(catalog.has_derived(word) for word in phrase)
        for meaning in meanings(token.text)
        for phrase in meaning.phrases
    )


def _unique(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple({entity.key: entity for entity in entities}.values())


def _unique_places(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places, each once; of a city and the country it lies in, the city is meant."""
    unique = tuple({place.name: place for place in places}.values())
    return tuple(
        place
        for place in unique
        if not any(other is not place and lies_in(other, place) and other.kind == "city" for other in unique)
    )


def content_stems(words: Iterable[str]) -> tuple[str, ...]:
    """Stems of words, in order, each once."""
    return tuple(dict.fromkeys(token.stem for word in words for token in tokens(word)))
