"""How much the words of a question are those of a body's name."""

from collections.abc import Iterable
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.body_phrases import BodyPhrase
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import (
    Token,
    abbreviates,
    core_body_stems,
    fold,
    is_body_noun,
    misspelt,
    of_one_ism,
    shortens,
)

NAME_SHARE = 0.15
"""How much of a likeness, 0 to 1, is the share of the name's words that a question has; the rest is the reverse."""
GENERIC_WEIGHT = 0.08
"""What a noun for bodies ("group") weighs in a question; other words weigh at least 0.3."""


def asked_words(phrases: Iterable[BodyPhrase], bodies: Iterable[Body], context: Context) -> dict[Token, float]:
    """The words of the body's name in the question, with their weights."""
    nouns = frozenset(word for body in bodies for word in body.nouns - body.stems)
    wanted: dict[str, tuple[Token, float]] = {}
    for phrase in phrases:
        if not phrase.stray:
            for token in phrase.words:
                generic = is_body_noun(token) or token.stem in nouns
                weight = GENERIC_WEIGHT if generic else max(context.catalog.weight(token.stem), 0.3)
                wanted.setdefault(token.stem, (token, weight))
    return dict(wanted.values())


def likeness(wanted: dict[Token, float], body: Body, context: Context) -> float:
    """Share of the question's words in the body's name (misspelt ones count nearly full), and a little the reverse."""
    telling = body.stems - core_body_stems() or body.stems
    told = [word for word in wanted if word.stem not in body.nouns or word.stem in telling]
    alone = replace(body, around=frozenset())
    if not any(_found(word, alone, context) for word in told):
        return 0.0
    found = {word: _found(word, body, context) for word in wanted}
    recall = sum(weight * found[word] for word, weight in wanted.items()) / sum(wanted.values())
    covered = sum(1 for word in told if _found(word, alone, context)) / max(len(telling), 1)
    return recall * (1 - NAME_SHARE) + min(covered, 1.0) * NAME_SHARE


def _found(word: Token, body: Body, context: Context) -> float:
    if word.stem in body.stems | body.nouns | body.aliases | body.around:
        return 1.0
    if word.text.isupper() and any(abbreviates(word.text, initials, body.name) for initials in body.initials):
        return 1.0
    # Whoever holds posts is called so, and no body is.
    free = word.text.isupper() and word.text not in context.catalog.holders
    if free and any(shortens(word.text, initials) for initials in body.initials):
        return 1.0
    if any(of_one_ism(word.stem, other) for other in body.stems) or said_otherwise(meanings(word.text), body.name):
        return 0.9
    if context.catalog.weight.known(word.stem) or len(word.text) < 4:
        return 0.0
    return 0.9 if any(misspelt(fold(word.text), other) for other in body.words) else 0.0
