"""Who presented something: a line that only tells what was presented names other things, and nobody who did it."""

import re
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.terms import (
    counted_people_stems,
    fold,
    function_words,
    generic_actor_stems,
    is_core_body_noun,
    stems,
    table,
    tokens,
)
from ctassist.extraction.names import SPELLED, WORD
from ctassist.extraction.vocabulary import alternatives


def asks_presenter(question: str) -> bool:
    """Tells whether a question asks who presented something: "who gave the demo", "by whom was it shown"."""
    return _who_presents().search(question) is not None


def names_presenter(text: str, question: str, context: Context) -> bool:
    """Tells whether a text names somebody, whom the question does not name, as one who does something.

    They stand before a verb ("Ana Roe showed"), have what they do ("Ana Roe's talk"), stand behind a word for those who
    do it ("by Ana Roe", "we heard Ana Roe"), or by themselves behind a sign ("Looms – Ana Roe"). A handle
    and a noun for people ("the members") do as well.
    """
    asked = stems(question)
    if any(match["handle"].casefold() not in question.casefold() for match in _HANDLE.finditer(text)):
        return True
    doers = (counted_people_stems() | generic_actor_stems()) - asked
    nouns = [match["noun"] for match in _NOUN.finditer(text)]
    if any(t.stem in doers or is_core_body_noun(t) for noun in nouns for t in tokens(noun) if t.stem not in asked):
        return True
    return any(_is_new_name(match["name"], asked, context) for form in _forms() for match in form.finditer(text))


_NOUN = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir|[Aa]ll|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree)\s+(?:[a-z]+\s+)??(?P<noun>[a-z]+)(?<!ing)\b"
)
_HANDLE = re.compile(r"(?<!\w)@(?P<handle>[\w-]+)")


def _is_new_name(name: str, asked: frozenset[str], context: Context) -> bool:
    words = [token for token in tokens(name) if fold(token.text) not in function_words()]
    new = [token for token in words if token.stem not in asked]
    if not new or _knows_as_word(words[0].stem, context):
        return False
    return len(words) > 1 or not _knows_as_word(new[0].stem, context)


def _knows_as_word(stem_: str, context: Context) -> bool:
    """Tells whether the archive has a word in small letters too: "Reminder" at the beginning names nobody."""
    return context.catalog.lower[stem_] > 0


@cache
def _who_presents() -> re.Pattern[str]:
    things = alternatives(table("words")["presentations"])
    gave = rf"(?:g[ai]ve[sn]?|giving|did|held|made)\s+(?:\S+\s+){{1,5}}?(?:{things})"
    verbs = rf"(?:{alternatives(table('words')['presenting_verbs'])}|{gave})"
    return re.compile(
        rf"\bwho\s+(?:else\s+|all\s+|then\s+)?(?:(?:has|have|had|will|is|are|was|were)\s+)?{verbs}\b"
        rf"|\bby\s+whom\b.*\b{verbs}\b|\b{verbs}\s+by\s+whom\b",
        re.IGNORECASE,
    )


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    one = rf"(?:{SPELLED}|{WORD})"
    name = rf"(?P<name>{one}(?:\s+(?:(?:de|da|van|von|der|den|bin|al|el|la)\s+)*(?:{one}|[A-Z]\.)){{0,3}})"
    aside = r"(?:\s*\([^()]*\)|,\s[^,.;]{2,60},|\s+(?:and|from|of|for)\s+(?:the\s+)?[A-Z][^,.;]{1,60}?)?"
    begins = r"(?:^|[.!?:;]\s+|[,;–—|•]\s*(?:and\s+)?|\b(?:and|then|when|where|while|next)\s+)"
    behind = (
        r"(?:by|per|from|thanks\s+to|courtesy\s+of|ha[ds]|have|heard|welcom(?:es?|ed)|invited|hosted|joined\s+by"
        r"|presenters?|speakers?|hosts?|authors?|panell?ists?|lecturers?|instructors?|teachers?|led\s+by)"
    )
    return (
        re.compile(rf"{begins}{name}{aside}\s+(?!(?:{_NO_VERBS})\b)[a-z]+\b"),
        re.compile(rf"\b(?:with|of)\s+{name}{aside}\s+[a-z]+ing\b"),
        re.compile(rf"{name}[’']s?\s+[a-z]"),
        re.compile(rf"\b(?i:{behind}):?\s+(?:(?:our|the|its)\s+(?:\w+\s+){{0,3}}?)?{name}"),
        re.compile(rf"(?:[–—|(:]|\s-)\s*{name}\s*(?:$|[|)–—;,]|\s-)"),
    )


_NO_VERBS = "of|in|on|at|to|for|from|by|with|and|or|nor|but|the|a|an|as|than|that|which|about|into|over|under|per|via"
