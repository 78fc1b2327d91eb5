"""Whether a question needs the one before it."""

import re
from collections.abc import Sequence

from ctassist.answering.terms import content, generic_event_stems, light_stems, stems, tokens
from ctassist.answering.understanding.asked_parts import Parts
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.follow_ups.wording import (
    BEFORE,
    CONTINUES,
    DETERMINER,
    NOW,
    ONLY_ASKS,
    POSSESSIVE,
    PRONOUN,
    SINCE,
    bare,
    blank,
)
from ctassist.answering.understanding.question import Intent, Question, Wants

_ANY = re.compile(r"\b(?:all|every|each|which|list)\b", re.IGNORECASE)


def is_follow_up(text: str, parts: Parts, asks: bool) -> bool:
    """Tells whether a question needs the one before it.

    Args:
        text: the question as asked.
        parts: its time, names, places and roles.
        asks: whether it has a subject of its own.
    """
    if CONTINUES.match(text) or ONLY_ASKS.fullmatch(text):
        return True
    if _names_first(text, parts):
        return False
    if PRONOUN.search(DETERMINER.sub(" ", text)) and not re.search(r"\bthat (?:said|stated)\b", text):
        return not (
            asks
            and re.search(r"\b(?:it|they)\b", text, re.I) is None
            and POSSESSIVE.search(text) is None
            and re.search(r"\b(?:this|that|these|those|there|then)\b", text, re.I)
            and len(text.split()) > 8
        )
    return (
        not re.search(
            r"\b(?:who|what|which|when|where|how|why|list|show|tell|give|name|find|is|are|did|does|do)\b", text, re.I
        )
        and len(text.split()) <= 4
        and not asks
    )


_THEN = re.compile(r"\s*(?:[,;:–—]\s*(?:and\s+)?|\s+and\s+)(?=(?:who|what|when|where|which|why|how)\b)", re.IGNORECASE)


def _names_first(text: str, parts: Parts) -> bool:
    """Tells whether a question names what its pronoun stands for: "the song of June, and who wrote it?"."""
    asks = _THEN.search(text)
    if not asks or PRONOUN.search(DETERMINER.sub(" ", text[: asks.start()])):
        return False
    named = [found.span for found in parts.entities if found.span.end <= asks.start()]
    own = [
        token
        for token in content(text[: asks.start()])
        if token.stem not in light_stems() | generic_event_stems()
        and not any(span.start < token.end and token.start < span.end for span in parts.time.spans)
    ]
    return bool(named) or len(own) > 1


_MEMBERS = re.compile(r"\b(?:members|membership|belongs?|mak(?:es?|ing)\s+up)\b", re.IGNORECASE)


def lacks_subject(question: Question, catalog: Catalog) -> bool:
    """Tells whether a question says nothing by itself: a greeting, or a follow-up ("and its chair?") to nothing.

    A regular heading named with its issue says enough, however ordinary its words are: "Call for entries in issue 9".
    """
    if question.document_ids is not None and catalog.heads(question.text):
        return False
    if _MEMBERS.search(question.text) and stems(" ".join(question.subject)) & catalog.own_stems:
        return False  # "The members of the Accord" are those of the archive's own body.
    asked = [token for word in question.topic for token in tokens(word)]
    own = any(token.stem not in light_stems() | generic_event_stems() for token in asked)
    own = own or bool(question.roles and question.intent is not Intent.ROLES)
    own = own or bool(question.words and question.wants is Wants.HOW_MANY)
    if not own and not question.entities and not question.number and PRONOUN.search(blank(question.text, DETERMINER)):
        return True
    if own or question.roles or question.entities or question.places or question.interval:
        return False
    return not any(token.stem in generic_event_stems() for token in asked)


def asks_role_alone(text: str, parts: Parts, own: Sequence[str], before: Question, catalog: Catalog) -> bool:
    """Tells whether a question after one on roles asks for a role and names no body: "who had the chair in 2022?"."""
    if SINCE.fullmatch(text) or BEFORE.fullmatch(text) or NOW.fullmatch(text):
        return before.intent is Intent.ROLES
    if _HOW_MANY.match(text) and any(_counted(parts, text) <= label for label in catalog.labels):
        return False
    return bool(
        before.intent is Intent.ROLES and parts.roles and not own and not parts.entities and not _ANY.search(text)
    )


_HOW_MANY = re.compile(r"\W*(?:and\s+)?(?:how many|what (?:is|was) the number of)\b", re.IGNORECASE)


def _counted(parts: Parts, text: str) -> frozenset[str]:
    """The stems of the roles of a question that the archive may count under a label: "Focal points: 1,050"."""
    return frozenset(word for span, _ in parts.roles for word in stems(span.of(text)))


def own_subject(text: str, parts: Parts, before: Question) -> list[str]:
    """The words of a follow-up that are neither scope nor a way of asking, nor roles where roles are asked for."""
    roles = [span for span, _ in parts.roles] if before.intent is Intent.ROLES else []
    spans = [
        *parts.time.spans,
        *(e.span for e in parts.entities),
        *(p.span for p in parts.places),
        *roles,
    ]
    return [
        token.text
        for token in content(text)
        if token.stem not in light_stems() | generic_event_stems()
        and not any(s.start < token.end and token.start < s.end for s in spans)
    ]


def counts_known(text: str, catalog: Catalog) -> bool:
    """Tells whether a follow-up has nothing but words of a figure's label, two of them or more."""
    words = frozenset(token.stem for token in content(bare(text)))
    return len(words) > 1 and any(words <= label for label in catalog.labels)
