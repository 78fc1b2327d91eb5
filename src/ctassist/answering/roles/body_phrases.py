"""The phrases of a question that may name a body, apart from the words around them that only ask."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ctassist.answering.context import Context
from ctassist.answering.terms import (
    Token,
    bodies,
    body_noun_pattern,
    content,
    fold,
    generic_actor_stems,
    generic_event_stems,
    history_stems,
    is_body_noun,
    is_light,
    misspelt,
    of_one_ism,
    role_noun_stems,
    stem,
    table,
    written_out,
)
from ctassist.answering.understanding.question import Entity, Question
from ctassist.answering.understanding.role_scope import find_roles
from ctassist.model.text import Span

# Where a name of a body cannot go on: signs, question words, auxiliaries, conjunctions of clauses.
_BREAK = re.compile(
    r"[,;:?!()–—“”\"]|\s[-.]\s|\.\s|\b(?:who(?:m|se)?|what|which|when|where|why|how|that|whether|if|as|than|then|or|but|because|while"
    r"|before|after|until|since|during|by|is|are|was|were|be|been|being|has|have|had|does|do|did|can|could|will|would"
    r"|should|may|might|must|now|currently|still|ever|today|nowadays|these days|at present|at the moment|so far"
    r"|over the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BodyPhrase:
    """Words that stand together in a question; ``stray`` where they name no body of the archive."""

    words: tuple[Token, ...]
    stray: bool
    attached: bool
    """Whether it belongs to a role beside it: "the rowing club's treasurer", "treasurer of the rowing club"."""


def body_phrases(
    question: Question, context: Context, named: Collection[str], whole: Collection[str]
) -> list[BodyPhrase]:
    """The phrases of a question that have words of a name.

    Args:
        question: the question; its time and the words of its roles are left out.
        context: what the archive knows.
        named: the stems by which bodies are named.
        whole: those of them whose body's whole name stands in the question: they are no words that merely ask.
    """
    skipped = _skipped(question, frozenset(named), frozenset(whole)) | (context.catalog.whole_stems - frozenset(named))
    called = frozenset(stem(match["after"] or match["before"]) for match in _called().finditer(question.text))
    phrases = []
    for text, attached in _pieces(_counted().sub("", question.timeless or question.text), context):
        words = tuple(
            token
            for token in content(written_out(text))
            if token.stem in called - role_noun_stems()
            or (token.stem not in skipped and (not is_light(token) or token.stem in named))
        )
        if words:
            stray = not any(_names(token, named, context) for token in words)
            phrases.append(BodyPhrase(words, stray, attached))
    return phrases


@cache
def _called() -> re.Pattern[str]:
    """A name beside the short form of a noun, whatever the word means elsewhere: "WG Serving", "the Testing SIG"."""
    short = "|".join(bodies()["abbreviations"]).upper()
    return re.compile(rf"\b(?:{short})[\s-]+(?P<after>[A-Z][\w-]*)|\b(?<!\A)(?P<before>[A-Z][\w-]*)[\s-]+(?:{short})\b")


@cache
def _counted() -> re.Pattern[str]:
    """The number of all bodies of a kind, which names none: "the eight groups"."""
    numbers = "|".join([r"\d{1,2}", *table("words")["numerals"]])
    return re.compile(rf"\b(?:{numbers})\s+(?=(?:[\w-]+\s+){{0,2}}?(?:{body_noun_pattern()})s\b)", re.IGNORECASE)


def _pieces(text: str, context: Context) -> Iterator[tuple[str, bool]]:
    """The text between breaks and words for roles, and whether it belongs to a role beside it."""
    roles = {span for span, _ in find_roles(text, context.catalog)}
    breaks = [Span(*match.span()) for match in _BREAK.finditer(text)]
    start, after = 0, False
    for span in sorted([*breaks, *roles], key=lambda span: span.start):
        if span.start > start:
            yield text[start : span.start], after or span in roles
        if span.end > start:
            start, after = span.end, span in roles
    yield text[start:], after


def _skipped(question: Question, named: frozenset[str], whole: frozenset[str]) -> frozenset[str]:
    """Words that ask or frame, and names of holders: none of them names a body, unless a body is called so."""
    ways = history_stems() if question.history else frozenset()
    called = titling(question)
    holders = frozenset(
        stem(word)
        for entity in question.entities
        if entity not in called
        for form in entity.forms
        for word in form.split()
    )
    framing = generic_actor_stems() | generic_event_stems() | role_noun_stems() | framing_stems()
    return (ways | framing) - whole | (holders - named)


def titling(question: Question) -> tuple[Entity, ...]:
    """Those named in a question whose name is there a body's: "the Fog working group", "WG Fog", "committee on Fog"."""
    asked = question.timeless or question.text
    return tuple(
        entity for entity in question.entities if any(_titling(form).search(asked) for form in entity.forms if form)
    )


@lru_cache(maxsize=1_000)
def _titling(name: str) -> re.Pattern[str]:
    short, noun, own = "|".join(bodies()["abbreviations"]), body_noun_pattern(), re.escape(name)
    # Who sits on a committee for somebody speaks for them.
    joined = rf"(?<!\bon the )(?<!\bin the )(?<!\bon )(?i:{noun})\s+for|(?i:{noun})\s+(?:on|of)"
    capital = rf"(?-i:(?=[A-Z])(?i:{noun}))"
    return re.compile(
        rf"(?<!\w){own}[\s-]+(?:{noun})\b(?![\w-])|\b(?:{joined}|{capital}|{short})[\s-]+(?:the\s+)?{own}(?![\w’'])",
        re.IGNORECASE,
    )


@cache
def framing_stems() -> frozenset[str]:
    """Stems of words that frame a question about roles: "I need the name of the person in charge"."""
    return frozenset(stem(word) for word in table("words")["role_framing"])


def _names(token: Token, named: Collection[str], context: Context) -> bool:
    if is_body_noun(token) or token.stem in named or (token.text.isupper() and len(token.text) > 1):
        return True
    if any(of_one_ism(token.stem, word) for word in named):
        return True
    known = context.catalog.weight.known(token.stem) or len(token.text) < 4
    return not known and any(misspelt(fold(token.text), word) for word in named)
