"""Composes the answer to a question for one fact from passages, or says that the archive does not have it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.passages.abstaining import thresholds
from ctassist.answering.passages.deeds import deeds, is_of_another, is_opposite
from ctassist.answering.passages.facts import fact_line, is_about, says
from ctassist.answering.passages.leads import columns_of
from ctassist.answering.retrieval import Candidate
from ctassist.answering.synonyms import meanings, other_words, said_otherwise
from ctassist.answering.terms import (
    Token,
    akin,
    content,
    fold,
    generic_event_stems,
    is_core_body_noun,
    is_light,
    stem,
    stems,
    tokens,
    written_out,
)
from ctassist.answering.understanding.question import Entity, Question, Wants
from ctassist.model.answer import Status

_FEW = 3
"""A question of at most three telling words is answered only where more of them are."""
_NEAR = 0.9
_MOST = 2
_FUZZY = 86
_HEADING_SHARE = 0.95
_TITLE_SHARE = 0.95
_BODY_NOUN, _LEAST, _OWN_NAME = 0.1, 0.25, 0.3
"""Weights of a noun for bodies, of the most frequent other word, and of the archive's own name (a factor)."""
_READ, _MOST_WORDS = 6, 60
"""How many of the best passages are read closely, and how many of their words."""
_SOFT = 0.8
_AKIN = 0.9
_OTHERWISE, _HEADED_OTHERWISE = 0.9, 0.85
_IDENTIFIER = 2.5
"""A number in a question ("request 4605", "version 2.7.0") tells exactly which thing is meant."""
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


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    coverage: float
    score: float
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Term:
    """A word of the question, how much it tells, and whether it is a verb that merely asks."""

    text: str
    weight: float
    light: bool


def compose_passages(question: Question, context: Context) -> Draft:
    """Answers from the passage that holds what the question names; abstains when none does."""
    if question.unknown:
        return nothing(question, context)
    terms = _terms(question, context)
    if not terms:
        return nothing(question, context)
    asked = written_out(question.text)
    words = list(dict.fromkeys([*(token.text for token in content(asked)), *other_words(meanings(asked))]))
    candidates = context.retriever.search(question.text, words, document_ids=context.document_ids)
    scored = sorted(
        (_scored(candidate, terms, question, context) for candidate in candidates),
        key=lambda s: (-s.score, s.candidate.found.passage_id),
    )
    telling = sum(not term.light for term in terms.values())
    enough = thresholds().enough if telling > _FEW else thresholds().enough_of_few
    scored = sorted(
        (_softened(s, terms, enough, question, context) for s in scored[:_READ]),
        key=lambda s: (-s.score, s.candidate.found.passage_id),
    )
    fit = [
        s
        for s in scored
        if s.coverage >= enough and says(s.candidate.found, question, context, whole=_is_whole(s, terms))
    ]
    if not fit:
        return nothing(question, context)
    best = fit[0]
    chosen = [s for s in fit if s.score >= best.score * _NEAR and s.coverage >= best.coverage - 1e-9][:_MOST]
    lines = tuple(fact_line(s.candidate.found, question, context) for s in chosen)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _is_whole(scored: _Scored, terms: Mapping[str, _Term]) -> bool:
    return all(terms[word].light for word in scored.missing)


def nothing(question: Question, context: Context) -> Draft:
    """The answer that there is none, with what was searched."""
    text = context.does_not_say()
    if question.unknown:
        names = ", ".join(dict.fromkeys(question.unknown))
        text += " " + context.words("It does not mention {names}.", names=names)
    return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question))


def _terms(question: Question, context: Context) -> dict[str, _Term]:
    """The words a passage must account for, by stem, weighted by how much they tell."""
    terms: dict[str, _Term] = {}
    entity_words = {stem(token.text) for entity in question.entities for token in tokens(entity.key)}
    time_words = set(fold(question.time_words).split())
    skipped = _WAYS.get(question.wants, frozenset())
    for token in content(written_out(question.text)):
        if fold(token.text) in time_words or token.stem in skipped:
            continue
        light = is_light(token) or is_core_body_noun(token) or token.stem in generic_event_stems()
        weight = _weight(token, entity_words, context)
        if token.stem not in terms or terms[token.stem].weight < weight:
            terms[token.stem] = _Term(token.text, weight, light)
    return terms


def _weight(token: Token, entity_words: set[str], context: Context) -> float:
    if is_core_body_noun(token) or token.stem in generic_event_stems():
        return _BODY_NOUN
    weight = max(context.catalog.weight(token.stem), 0.0 if is_light(token) else _LEAST)
    if token.stem in context.catalog.title_stems:
        return weight * _OWN_NAME
    if re.search(r"\d", token.text):
        return weight * _IDENTIFIER
    return weight * _NAME if token.stem in entity_words or context.catalog.is_name(token.text) else weight


def _scored(candidate: Candidate, terms: dict[str, _Term], question: Question, context: Context) -> _Scored:
    own = stems(candidate.found.text)
    around = " | ".join([*candidate.found.section, columns_of(candidate.found, context)])
    heading = stems(around)
    title = stems(context.document(candidate.found.document_id).title)
    forms = {
        stem(t.text): entity
        for entity in question.entities
        if is_about(candidate.found, entity, question, context)
        for form in entity.forms
        for t in tokens(form)
    }
    asked = meanings(written_out(question.text))
    otherwise = said_otherwise(asked, candidate.found.text)
    headed = said_otherwise(asked, f"{around} | {context.document(candidate.found.document_id).title}")
    held = {
        word: max(
            _held(word, own, heading, title, forms, context),
            _OTHERWISE if word in otherwise else _HEADED_OTHERWISE if word in headed else 0.0,
        )
        for word in terms
    }
    coverage = sum(term.weight * held[word] for word, term in terms.items()) / sum(
        term.weight for term in terms.values()
    )
    missing = tuple(word for word, share in held.items() if not share)
    beside = [word for word in terms if word not in forms]
    if forms and beside and not any(held[word] for word in beside):
        coverage = 0.0  # It names who is asked about, and says nothing of what is asked.
    if any(word[0].isdigit() and not share for word, share in held.items()):
        coverage = 0.0  # The eighth meeting is not the seventh.
    if not any(word in own or word in heading or word in forms for word in terms):
        coverage = 0.0  # Only the document's title speaks of it.
    return _Scored(candidate, coverage, 0.7 * coverage + 0.3 * max(candidate.similarity, 0.0), missing)


def _softened(scored: _Scored, terms: dict[str, _Term], enough: float, question: Question, context: Context) -> _Scored:
    """Lets a word be said otherwise ("prize" for "award").

    A word that the archive never uses, nor anything like it, is another subject or another predicate than the
    passage's ("cancelled", "budget"): then the passage is no answer.
    """
    text = scored.candidate.found.text
    if is_opposite(question.text, stems(text)) or is_of_another(question.text, text):
        return replace(scored, coverage=0.0)
    if deeds(question.text).intersection(scored.missing):
        return replace(scored, coverage=0.0)
    said_otherwise = [terms[word] for word in scored.missing if not terms[word].light]
    total = sum(term.weight for term in terms.values())
    best = scored.coverage + _SOFT * sum(term.weight for term in said_otherwise) / total
    if not said_otherwise or best < enough:
        return scored
    if len(said_otherwise) == sum(not term.light for term in terms.values()):
        return scored  # "Everything about submarines" is not told by boats: nothing that is asked stands there.
    words = list(
        dict.fromkeys(fold(token.text) for token in content(scored.candidate.found.text) if token.text.isalpha())
    )[:_MOST_WORDS]
    coverage = scored.coverage
    for stem_ in scored.missing:
        term = terms[stem_]
        if term.light:
            continue
        # What was done and names must be said as they are asked: to the model "opened" and "closed" are alike.
        exact = term.text.endswith("ed") or term.text[0].isupper()
        if not exact and context.retriever.likeness(fold(term.text), words) >= thresholds().alike:
            share = _SOFT if not context.catalog.weight.known(stem_) else _SOFT / 2
            coverage += share * term.weight / total
        elif not context.catalog.weight.known(stem_):
            return replace(scored, coverage=0.0)
    return replace(scored, coverage=coverage, score=0.7 * coverage + 0.3 * max(scored.candidate.similarity, 0.0))


def _held(
    word: str,
    own: frozenset[str],
    heading: frozenset[str],
    title: frozenset[str],
    forms: Mapping[str, Entity],
    context: Context,
) -> float:
    if word in own or word in forms:
        return 1.0
    if any(akin(word, other) for other in own):
        return _AKIN
    if word in heading:
        return _HEADING_SHARE
    if word in title:
        return _TITLE_SHARE
    if not context.catalog.weight.known(word) and len(word) > 4:
        return 0.9 if max((fuzz.ratio(word, other) for other in own), default=0.0) >= _FUZZY else 0.0
    return 0.0
