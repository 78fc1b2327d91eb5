"""The words of a question that a passage must account for, and how much each tells."""

import re
from dataclasses import dataclass, replace
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.evidence.deeds import asked_deeds, deeds
from ctassist.answering.evidence.editions import is_subject
from ctassist.answering.evidence.facts import asks_why
from ctassist.answering.evidence.kinds import how_words, kind_words
from ctassist.answering.evidence.links import link_words
from ctassist.answering.passages.framed import framing_words
from ctassist.answering.terms import (
    Token,
    content,
    fold,
    generic_event_stems,
    is_core_body_noun,
    is_light,
    process_nouns,
    stem,
    stems,
    table,
    tokens,
    written_out,
)
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.extraction.vocabulary import alternatives

_BODY_NOUN, _LEAST, _OWN_NAME = 0.1, 0.25, 0.3
"""Weights of a noun for bodies, of the most frequent other word, and of the archive's own name (a factor)."""
_IDENTIFIER = 2.5
"""A number in a question ("request 4605", "version 2.7.0") tells exactly which thing is meant."""
_HEDGE = 0.25
_LIGHT = 0.25
_NAME = 1.6
"""Names weigh more than other words: a passage without the name asked for answers another question."""

_WAYS = {
    Wants.WHEN: stems("date day time week month year hour when on"),
    Wants.WHERE: stems("place location city country town venue region"),
    Wants.WHO: stems(
        "organization organizations entity person people company firm business agency actor individual group team"
        " institution body handle username nickname alias account"
    ),
    Wants.HOW_MANY: stems("number total count many much people person individual money"),
}
"""Words that say which kind of answer is wanted; a passage need not say them."""

_SO_MANY = re.compile(
    r"\b(?:(?:which|what)\s+(?P<count>two|three|four|five|six)\s+(?=[^\W\d_])"
    r"|(?:the|all)\s+(?P<known>two|three|four|five|six)\s+(?=(?:[a-z-]+\s+){0,2}[a-z]+s\b))",
    re.IGNORECASE,
)
"""Of how many the asker knows: a passage that names them need not count them."""
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def known_number(question: Question) -> int | None:
    """How many things the asker knows of: two, of "where were the two regattas held?"."""
    match = next((m for m in _SO_MANY.finditer(written_out(question.text)) if m["known"]), None)
    return _NUMBERS[match["known"].casefold()] if match else None


@cache
def _led_up() -> re.Pattern[str]:
    """A verb that only leads up to the one that counts: "pledge to replenish", "agreed to build"."""
    verbs = alternatives(table("words")["leading_verbs"])
    return re.compile(rf"\b(?:{verbs})(?=\s+to\s+(?!the\b|an?\b|its\b|their\b)[a-z]{{4,}}\b)")


_VERSION = re.compile(
    r"\b(?P<before>version)\s+(?=v?\d)|(?<![\w.])v?\d+(?:\.\d+)+\s+(?P<behind>version)\b"
    r"|\b(?:of|in|for|during)\s+(?:the\s+)?v?\d+(?:\.\d+)+\s+(?:(?:release|version)\s+)?(?P<cycle>cycle)\b",
    re.IGNORECASE,
)
"""What has the number need not call it a version, nor say that what is of a version is of its cycle."""
_OF_VERSION = re.compile(r"(?<=\s)(?P<name>[A-Z][\w-]+)(?=\s+v?\d+(?:\.\d+)+(?![\w.]*\w))")
"""A name before a version: what all issues are about need not be named by the line that has the version."""
_VIEWS = stems("view opinion stance take thought feeling verdict say said")
_REASONS = stems("reason cause motive explanation")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question."""

    text: str
    stem: str
    weight: float
    """How much it tells, by how rare it is in the archive."""
    light: bool
    """Whether it merely asks or hedges ("held", "currently")."""
    kind: bool
    """Whether it says what kind of thing would answer ("which *colour*"): a passage need not say it."""
    deed: bool
    """Whether it says what was done."""
    name: bool
    """Whether it is (part of) a name."""


def terms_of(question: Question, context: Context) -> dict[str, Term]:
    """The words that a passage must account for, by stem."""
    asked = written_out(question.text)
    entity_words = {stem(token.text) for entity in question.entities for token in tokens(entity.key)}
    time_words = {fold(token.text) for token in tokens(question.time_words)}
    skipped = _WAYS.get(question.wants, frozenset())
    kinds, done = kind_words(asked), deeds(asked) | asked_deeds(asked)
    if asks_why(question):
        skipped |= _REASONS
    skipped |= how_words(asked) | link_words(asked)
    if question.intent is Intent.STATEMENTS:
        skipped |= _VIEWS
    told_of = {match.start("count" if match["count"] else "known") for match in _SO_MANY.finditer(asked)}
    told_of |= {match.start(match.lastgroup or 0) for match in _VERSION.finditer(asked)} | framing_words(asked)
    told_of |= {match.start() for match in _led_up().finditer(asked)}
    if question.intent is Intent.ROLES:
        # "Bobbin to 3.49" has a version of another thing; the posts of a release are those of what all is about.
        every = replace(context, document_ids=None)
        told_of |= {match.start() for match in _OF_VERSION.finditer(asked) if is_subject(match["name"], every)}
    terms: dict[str, Term] = {}
    for token in content(asked):
        if fold(token.text) in time_words or token.stem in skipped or token.start in told_of:
            continue
        light = _merely_asks(token) and not (is_light(token) and token.stem in done)
        weight = _weight(token, light, entity_words, context)
        name = token.stem in entity_words or (token.start > 0 and token.text[0].isupper())
        term = Term(
            token.text,
            token.stem,
            weight,
            light,
            kind=token.start in kinds,
            deed=token.stem in done and not light,
            name=name and not light and token.stem not in context.catalog.own_stems,
        )
        if token.stem not in terms or terms[token.stem].weight < weight:
            terms[token.stem] = term
    return terms


def _merely_asks(token: Token) -> bool:
    return (
        is_light(token)
        or is_core_body_noun(token)
        or token.stem in generic_event_stems()
        or fold(token.text) in _hedges()
    )


@cache
def _hedges() -> frozenset[str]:
    return frozenset(table("words")["hedges"]) | frozenset(table("words")["framing_nouns"]) | process_nouns()


def _weight(token: Token, light: bool, entity_words: set[str], context: Context) -> float:
    if is_core_body_noun(token) or token.stem in generic_event_stems():
        return _BODY_NOUN
    weight = max(context.catalog.weight(token.stem), 0.0 if is_light(token) else _LEAST)
    if token.stem in context.catalog.title_stems:
        return weight * _OWN_NAME
    if re.search(r"\d", token.text):
        return weight * _IDENTIFIER
    if light and not is_light(token):
        return weight * _HEDGE
    if not light and is_light(token):
        return weight / _LIGHT
    return weight * _NAME if token.stem in entity_words or context.catalog.is_name(token.text) else weight
