"""Passages on posts: whether they may name a holder, and speak of a post at all."""

import re
from functools import cache

from ctassist.answering.evidence.links import without_addresses
from ctassist.answering.understanding.question import Question
from ctassist.answering.understanding.role_scope import role_pattern
from ctassist.extraction.role_words import role_label


def may_name_holder(text: str, question: Question) -> bool:
    """Tells whether a passage may say who holds a post now: it names somebody, and no former holders alone."""
    text = without_addresses(text)
    if question.history is None and _FORMER.match(text):
        return False
    return any(letter.isupper() or letter == "@" for letter in _label().sub("", text))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{role_label()})s?\W*", re.IGNORECASE)


def speaks_of_posts(words: str) -> bool:
    """Tells whether a passage, with the words around it, has a word for a post, or for what who holds one does."""
    words = _OWN.sub(" ", words)
    return role_pattern().search(words) is not None or _IN_CHARGE.search(words) is not None


_OWN = re.compile(r"\b(?:its|their|his|her|our|my|your|whose)\s+own\b", re.IGNORECASE)
_IN_CHARGE = re.compile(
    r"\b(?:in\s+charge|responsib\w+|r[ua]n(?:s|ning)?|manag\w+|direct\w*|steer\w*|govern\w*|oversee\w*|oversaw|supervis\w+|organi[sz]\w+|head\w*"
    r"|guid\w+|curat\w+|captain\w*|command\w*|maintain\w*|administ\w+|look(?:s|ed|ing)?\s+after|t(?:ake|akes|ook|aken)\s+(?:over|care)|leadership"
    r"|elect\w*|appoint\w*|nam(?:ed|es)|chosen|succeed\w*|replac\w+|lead\w*|led|boss\w*|principal|found(?:ed|ers?)|own(?:s|ed|ers?))\b",
    re.IGNORECASE,
)


_FORMER = re.compile(r"\W*(?:former|past|previous|retired|outgoing|emerit\w+)\b", re.IGNORECASE)
