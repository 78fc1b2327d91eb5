"""Whether a passage says how many or how much."""

import re
from collections.abc import Sequence, Set
from datetime import date
from functools import cache

from ctassist.answering.evidence.kinds import irregular_pasts
from ctassist.answering.evidence.money import has_money
from ctassist.answering.terms import (
    Token,
    content,
    counted_people_stems,
    function_words,
    generic_actor_stems,
    is_light,
    light_stems,
    money_stems,
    stems,
    table,
    tokens,
)
from ctassist.answering.understanding.question import Question
from ctassist.extraction.dates import find_dates
from ctassist.model.time import Interval

_COUNTED = re.compile(r"\b(?P<how>how (?:many|much)|number of)\s+(?P<what>.+)", re.IGNORECASE)
_LEAST_ASKED = re.compile(r"\b(?:min|minimum|minimal)\b", re.IGNORECASE)
_MOST_ASKED = re.compile(r"\b(?:max|maximum|maximal)\b", re.IGNORECASE)
_LEAST_TOLD = re.compile(
    r"\d[\w.]*\s*(?:or|and)\s+(?:later|higher|newer|above|greater|up|upwards?|more|over)\b|\b(?:at\s+least|no\s+(?:less|fewer)"
    r"\s+than|minimum(?:\s+of)?|starting\s+(?:from|with))\W+(?:[\w-]+\W+){0,3}?v?\d|(?:>=|≥)\s*v?\d",
    re.IGNORECASE,
)
_MOST_TOLD = re.compile(
    r"\d[\w.]*\s*(?:or|and)\s+(?:earlier|lower|below|under|less|fewer)\b|\b(?:at\s+most|no\s+more\s+than|up\s+to|maximum(?:\s+of)?)"
    r"\W+(?:[\w-]+\W+){0,3}?v?\d|(?:<=|≤)\s*v?\d",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\bv?\d+\.\d")


def bound_words(text: str, question: str) -> frozenset[str]:
    """The stems of the words by which a question asks for the least or the most of something that a text tells so.

    "Needs Loom 3.1 or later" tells the minimum version, though it says neither word.
    """
    said = frozenset[str]()
    if _LEAST_ASKED.search(question) and _LEAST_TOLD.search(text):
        said = stems("min minimum minimal")
    if _MOST_ASKED.search(question) and _MOST_TOLD.search(text):
        said |= stems("max maximum maximal")
    return said | stems("version") if said and _VERSION.search(text) else said


_NUMERAL = re.compile(
    r"\d[\d,.]*(?:k|m|bn)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|hundreds?|dozens?",
    re.I,
)


_BY_HOW_MUCH = re.compile(r"\bby\s+how\s+much\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\d\s*(?:x|×|-?fold)(?![^\W_])|\bby\s+(?:an?\s+(?:factor|order)\s+of\b|(?:about\s+|almost\s+|some\s+|up\s+to\s+)?(?:\d|half\b|a\s+(?:third|quarter)\b))"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several)\s+times\b|\b(?:halved|doubled|tripled|trebled|quadrupled|twice|twofold)\b",
    re.IGNORECASE,
)
"""Says by how much something became more or less: "4x", "by half", "three times faster"."""


_ROW_NUMBER = re.compile(r"^\s*\d{1,3}(?:\s*\||[.)]\s)")
"""The number of a row or paragraph counts nothing: "6 | Drones | WTO"."""


def counts(text: str, question: Question) -> bool:
    """Tells whether a text says how many or how much: a number stands within a few words of what is counted."""
    text = _ROW_NUMBER.sub("", text)
    match = _COUNTED.search(question.text)
    words_asked = [token.stem for token in content(match["what"])] if match else []
    head = next((word for word in words_asked if word not in light_stems()), None)
    if match and match["how"].casefold() == "how much" and (head in money_stems() or _VERB_FIRST.match(match["what"])):
        share = re.search(r"\d\s*(?:%|per ?cent)", text) is not None
        by = _BY_HOW_MUCH.search(question.text) is not None
        return has_money(text) or share or (by and _TIMES.search(text) is not None)
    people = counted_people_stems() if head in stems("people person individual") else frozenset[str]()
    words = tokens(text)
    dated = [found.span for found in find_dates(text, question.interval or _ANY_YEAR)]
    for index, token in enumerate(words):
        if any(span.start <= token.start < span.end for span in dated):
            continue
        if _NUMERAL.fullmatch(token.text) and not _is_year(words, index):
            before = () if _counts_another(text, words, index) else words[max(index - 3, 0) : index]
            near = {t.stem for t in (*before, *words[index : index + 6])}
            if head is None or head in near or near & people:
                return True
    counted = frozenset(token.stem for token in content(_AUXILIARY.split(match["what"])[0])) if match else frozenset()
    return bool(counted) and _counted_before(text, counted)


_ANY_YEAR = Interval(date(2000, 1, 1), date(2000, 12, 31))
"""Days and months are no counts, whichever the year."""


def _counts_another(text: str, words: Sequence[Token], index: int) -> bool:
    """Tells whether a number counts what stands right behind it, and nothing before: "ministers from 34 states"."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or text[words[index].end : following.start].strip():
        return False
    plural = following.text.endswith("s") and len(following.text) > _SHORT
    return plural and following.text not in function_words() and not is_light(following)


_SHORT = 3
"""Words of so few letters are no plurals: "was", "has"."""


def counts_people(text: str) -> bool:
    """Tells whether a text has a number of people: "three of our members", "15 participants"."""
    people, words = counted_people_stems() | generic_actor_stems(), tokens(text)
    return any(
        _NUMERAL.fullmatch(token.text)
        and not _is_year(words, index)
        and not people.isdisjoint(t.stem for t in words[index : index + 10])
        for index, token in enumerate(words)
    )


def _is_year(words: Sequence[Token], index: int) -> bool:
    """Tells whether a number is a year rather than a count: "in 2031", "the Forum 2031 will"; but "2031 visitors"."""
    if not _YEAR.fullmatch(words[index].text):
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    return following is None or following.text[0].isupper() or is_light(following) or following.text in function_words()


_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def _counted_before(text: str, counted: Set[str]) -> bool:
    """Tells whether a number without a noun counts what its sentence named: "closed the census, finding 40"."""
    return any(
        _tells_result(match) and counted <= stems(_SENTENCE_END.split(text[: match.start()])[-1])
        for match in _BARE_NUMBER.finditer(text)
    )


def _tells_result(number: re.Match[str]) -> bool:
    """Tells whether a number stands behind a colon or a verb, and is no year."""
    verb = number["verb"]
    is_year = re.fullmatch(r"1[5-9]\d\d|20\d\d", number["number"]) is not None and not number["sum"]
    is_verb = verb is None or verb.endswith(("ed", "ing")) or verb in irregular_pasts() | _result_verbs()
    return is_verb and not is_year


@cache
def _result_verbs() -> frozenset[str]:
    """Verbs in forms of their own, behind which a number may stand alone."""
    return frozenset(table("words")["result_verbs"])


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_BARE_NUMBER = re.compile(
    r"(?:\b(?P<verb>[a-z]{3,})|[:–—])\s+(?:(?:only|just|some|about|exactly|nearly|almost)\s+)?"
    rf"(?P<number>{_NUMERAL.pattern.removesuffix('|hundreds?|dozens?')})"
    r"(?P<sum>\s+(?:in all|altogether|in total|of (?:them|these|those)))?(?=\s*(?:[.;,)!](?!\d)|$))"
)


_AUXILIARY = re.compile(r"\b(?:did|does|do|has|have|had|was|were|is|are|will|there|in|on|at|by|of|for|from|to)\b", re.I)
_VERB_FIRST = re.compile(r"(?:did|does|do|has|have|had|was|were|is|are|will)\b", re.IGNORECASE)
