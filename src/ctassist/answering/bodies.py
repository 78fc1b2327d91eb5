"""Which bodies (working groups, committees) a question means: by number, or by the words of their names."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ctassist.answering.context import Context
from ctassist.answering.question import Question
from ctassist.answering.terms import (
    Token,
    abbreviates,
    content,
    fold,
    generic_actor_stems,
    history_stems,
    is_body_noun,
    is_light,
    misspelt,
    role_noun_stems,
    stem,
    stems,
    written_out,
)
from ctassist.extraction.role_words import canonical_role
from ctassist.model.archive import Entry
from ctassist.model.records import Role

_ENOUGH = 0.72
"""The share of a question's words, by weight, that must stand in a body's name. Below it the body is another one."""
_SAME = 0.15
_GENERIC_WEIGHT = 0.08
_ALL = re.compile(r"\b(?:all|every|each|list|which|what)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way of writing a body's name: the stems that tell it from others, its nouns' stems, all its words."""

    telling: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    initials: str


@dataclass(frozen=True, slots=True)
class Body:
    """All roles of one body, by whatever spelling of its name."""

    name: str
    stems: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    """The words themselves in lower case, for misspelt questions."""
    initials: frozenset[str]
    around: frozenset[str]
    """Stems of the titles of pages that are about one group: it has the body."""
    rows: tuple[Entry[Role], ...]


def bodies_of(rows: Iterable[Entry[Role]], context: Context) -> list[Body]:
    """The bodies that have the roles, each once however its name is written."""
    groups: dict[frozenset[str], list[Entry[Role]]] = defaultdict(list)
    for row in rows:
        groups[_spelling(row.record.body).telling].append(row)
    bodies = []
    for telling, found in groups.items():
        spellings = [_spelling(row.record.body) for row in found]
        nouns = frozenset().union(*(spelling.nouns for spelling in spellings))
        words = frozenset().union(*(spelling.words for spelling in spellings))
        initials = frozenset(spelling.initials for spelling in spellings)
        pages = {row.document_id for row in found if context.document(row.document_id).period is None}
        around = frozenset().union(*(stems(context.document(page).title) for page in pages))
        bodies.append(Body(found[-1].record.body, telling, nouns, words, initials, around, tuple(found)))
    return bodies


@lru_cache(maxsize=10_000)
def _spelling(body: str) -> _Spelling:
    """Takes one spelling of a body's name apart."""
    words = content(written_out(body))
    telling = frozenset(token.stem for token in words if not is_body_noun(token))
    return _Spelling(
        telling or frozenset(token.stem for token in words),
        frozenset(token.stem for token in words if is_body_noun(token)),
        frozenset(fold(token.text) for token in words),
        "".join(token.text[0] for token in words if not is_body_noun(token)).upper(),
    )


def match_bodies(
    question: Question, context: Context, bodies: Sequence[Body], is_held: Callable[[Body], bool]
) -> list[Body]:
    """The bodies that a question names: by number, or by enough of the words of its name.

    The nearest name may have no holder at the asked time (``is_held``); then the next one is meant.
    """
    if question.number and (numbered := [b for b in bodies if any(r.record.number == question.number for r in b.rows)]):
        return numbered
    wanted = asked_words(question, context, bodies)
    if (
        not any(weight > _GENERIC_WEIGHT for weight in wanted.values())
        and not question.entities
        and _ALL.search(question.text)
    ):
        return list(bodies)
    if not wanted:
        return []
    scored = sorted(
        ((likeness(wanted, body, context), body) for body in bodies), key=lambda pair: (-pair[0], pair[1].name)
    )
    best = scored[0][0] if scored else 0.0
    enough = [(score, body) for score, body in scored if score >= _ENOUGH]
    near = [body for score, body in enough if score >= best - _SAME / 4]
    held = [body for _, body in enough if is_held(body)]
    return near if not held or held[0] in near else held[:1]


def asked_words(question: Question, context: Context, bodies: Sequence[Body]) -> dict[Token, float]:
    """The words of the body's name in the question, with their weights."""
    wanted: dict[str, tuple[Token, float]] = {}
    named = {word for body in bodies for word in body.stems}
    ways = history_stems() if question.history else frozenset()
    holders = {stem(word) for entity in question.entities for form in entity.forms for word in form.split()} - named
    for token in content(written_out(" ".join(question.subject))):
        if (
            is_light(token)
            or token.stem in generic_actor_stems() | role_noun_stems()
            or token.stem in holders | ways
            or canonical_role(token.text)
        ):
            continue
        weight = _GENERIC_WEIGHT if is_body_noun(token) else max(context.catalog.weight(token.stem), 0.3)
        wanted.setdefault(token.stem, (token, weight))
    return dict(wanted.values())


def likeness(wanted: dict[Token, float], body: Body, context: Context) -> float:
    """Share of the question's words in the body's name (misspelt ones count nearly full), and a little the reverse."""
    if not any(
        _found(word, replace(body, around=frozenset()), context)
        for word in wanted
        if word.stem not in body.nouns or word.stem in body.stems
    ):
        return 0.0
    recall = sum(weight * _found(word, body, context) for word, weight in wanted.items()) / sum(wanted.values())
    covered = sum(1 for word in wanted if word.stem not in body.nouns and _found(word, body, context)) / max(
        len(body.stems), 1
    )
    return recall * (1 - _SAME) + min(covered, 1.0) * _SAME


def _found(word: Token, body: Body, context: Context) -> float:
    if word.stem in body.stems | body.nouns | body.around:
        return 1.0
    if word.text.isupper() and any(abbreviates(word.text, initials, body.name) for initials in body.initials):
        return 1.0
    if context.catalog.weight.known(word.stem) or len(word.text) < 4:
        return 0.0
    return 0.9 if any(misspelt(fold(word.text), other) for other in body.words) else 0.0
