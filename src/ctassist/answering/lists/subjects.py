"""Lines that name the thing on which a question asks for all: "what does the newsletter say about borax?"."""

import re
from collections.abc import Callable
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.evidence.editions import is_subject
from ctassist.answering.lists.rows import Row
from ctassist.answering.terms import (
    content,
    function_words,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
)
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question, Wants
from ctassist.answering.word_forms import said_apart, said_within

PUBLISHED = (
    r"(?:newsletters?|issues?|archives?|weekl(?:y|ies)|bulletins?|letters?|digests?|reviews?|updates?|gazettes?"
    r"|circulars?)"
)
"""Nouns for what is published issue by issue."""
_TOLD_OF = re.compile(
    rf"\bwhat\s+(?:all\s+)?(?:does|did|do|has|have|had)\s+(?:the|this|our|these|all)\s+(?:\w+\s+)?{PUBLISHED}\s+"
    r"(?:say|said|report(?:ed)?|tell(?:\s+us)?|told(?:\s+us)?|write|written|mention(?:ed)?|have|had|bring|brought)\s+"
    r"(?:about|on|of|regarding|concerning)\s+(?P<what>[^?]+?)\W*$",
    re.IGNORECASE,
)
_NEWS = r"(?:changes|developments|novelties|news)"
_THING = r"(?P<what>[\w./+-]+(?:\s+[\w./+-]+){0,2}?)"
_OF = r"(?:in|to|for|on|about|with)"
_CHANGES = (
    re.compile(rf"^\W*(?:(?:all|the|list|show|any)\s+)*{_THING}\s+{_NEWS}\W*$", re.IGNORECASE),
    re.compile(
        rf"^\W*(?:(?:all|the|list|show|any)\s+)*{_NEWS}\s+(?:there\s+(?:were|have\s+been)\s+)?{_OF}\s+(?:the\s+)?{_THING}\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:which|what)\s+{_NEWS}\s+(?:(?:has|have|were|was|are|is|had)\s+)?(?:there\s+)?(?:been\s+)?(?:made\s+)?"
        rf"{_OF}\s+(?:the\s+)?{_THING}\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:which|what)\s+{_NEWS}\s+(?:did|has|have|had)\s+(?!been\b)(?:the\s+)?{_THING}\s+"
        r"(?:get|got|gotten|see|seen|undergo|undergone|have|had|bring|brought)\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bwhat(?:[’']s|\s+(?:is|was|has|had))?\s+(?:been\s+)?(?:new|changed)\s+{_OF}\s+(?:the\s+)?{_THING}\W*$",
        re.IGNORECASE,
    ),
)
_SAID = r"(?:sa(?:id|ys?)|report(?:s|ed)?|t(?:old|ells?)|wr(?:ote|ites?|itten)|mention(?:s|ed)?|has|had|covers|covered)"
_EVERYTHING = (
    re.compile(
        rf"\b(?:everything|all|anything|whatever)\s+(?:(?:that|which|what)\s+)?"
        rf"(?:(?:the|this|our|these|all)\s+(?:\w+\s+)?{PUBLISHED}\s+(?:has\s+|have\s+|had\s+)?(?:ever\s+)?{_SAID}"
        rf"|(?:there\s+)?(?:is|was|were|has\s+been|had\s+been)(?:\s+{_SAID})?|we\s+(?:have\s+)?{_SAID})?\s*"
        r"(?:about|on|regarding|concerning|concerns|as\s+to)\s+(?P<what>[^?.,;:()]+?)(?:,?\s+please)?\W*$",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:every|all|each)\s+(?:the\s+)?mentions?\s+of\s+(?P<what>[^?.,;:()]+?)\W*$", re.IGNORECASE),
    re.compile(
        r"\b(?:how\s+(?:has|have|had|did)|what\s+(?:became|has\s+become)\s+of)\s+(?P<what>[^?.,;:()]+?)"
        r"(?:\s+(?:fared?|gone|go|done|do|developed?|progress(?:ed)?|evolved?|come\s+along|got\s+on|get\s+on))?"
        r"(?:\s+(?:in|on|of|for|during|from|since|between|over|through(?:out)?|and|by|at))*\s*[?.:;,]+\s*"
        r"[^?.]*\b(?:every|all|each)\s+(?:the\s+)?mentions?\b[^?.]*\W*$",
        re.IGNORECASE,
    ),
)
"""Asks for all that was said of a thing: "everything the letter said about borax", "every mention of borax"."""
_SPEAKS = re.compile(rf"\b(?:{_SAID}|mentions?)\b", re.IGNORECASE)
_COURSE = r"(?:fare|go|develop|evolve|progress|change|unfold|come\s+along|get\s+on|move\s+on|proceed|play\s+out)"
_COURSED = (
    r"(?:fared|gone|developed|evolved|progressed|changed|unfolded|come\s+along|got(?:ten)?\s+on|moved\s+on|proceeded"
    r"|played\s+out)"
)
_OVER_TIME = (
    r"(?:\s+(?:over|through(?:out)?|across|during|in)\s+(?:the\s+)?(?:course\s+of\s+(?:the\s+)?)?"
    r"(?:months?|weeks?|years?|days?|issues?|editions?|time|newsletters?|bulletins?)|\s+(?:so\s+far|since(?:\s+then)?|lately|recently))?"
)
_WHAT = r"(?:the\s+)?(?P<what>[^?.,;:()]+?)"
_LOOSE = (
    re.compile(rf"^\W*(?:and\s+|so\s+)?what\s+about\s+{_WHAT}\W*$", re.IGNORECASE),
    re.compile(
        rf"^\W*what\s+(?:do|can|could)\s+(?:we|you|i|one)\s+(?:know|learn|find|tell(?:\s+(?:me|us))?|say)\s+(?:about|of|on)\s+{_WHAT}\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*what\s*(?:[’']s|\s(?:is|was|has|have|had))\s+(?:been\s+)?(?:happening|going\s+on|up|happened|the\s+(?:story|matter|latest|state|status))\s+"
        rf"(?:with|to|around|about|on|of|in)\s+{_WHAT}{_OVER_TIME}\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*what\s+(?:happened|became|has\s+become)\s+(?:with|to|around|of)\s+{_WHAT}{_OVER_TIME}\W*$", re.IGNORECASE
    ),
    re.compile(
        rf"^\W*how\s+(?:did\s+{_WHAT}\s+{_COURSE}|(?:has|have|had)\s+(?:the\s+)?(?P<since>[^?.,;:()]+?)\s+(?:been\s+)?{_COURSED})"
        rf"{_OVER_TIME}\W*$",
        re.IGNORECASE,
    ),
)
"""Asks after a thing, in whatever way: "what about borax?", "how did the plans for the borax fair develop?"."""
_ON = re.compile(
    r"^(?:plans?|planning|preparations?|story|case|matter|question|issue|work|situation|discussions?|debates?|talks?|efforts?|project|status|news)\s+"
    r"(?:for|of|on|about|around|regarding|concerning|with|to)\s+(?:the\s+|an?\s+)?(?=\S)",
    re.IGNORECASE,
)
"""Says only that there is something on a thing: "the plans for"."""
LOOSE_END = re.compile(r"(?:\s+(?:in|on|of|for|during|from|since|between|and|by|at))+\W*$", re.IGNORECASE)


def of_subject(question: Question, context: Context) -> Callable[[Row], bool] | None:
    """Tells the lines that have all words for the thing of which all is asked."""
    text = _plainly(question)
    ways = (_TOLD_OF, *_CHANGES, *_EVERYTHING)
    match = next((found for way in ways if (found := way.search(text))), None)
    if match is None or plain_heading(text) in context.catalog.headings():
        return None  # "Guild news" is what stands under that heading.
    if match.re in _EVERYTHING and question.entities:
        # "Everything on the WTO" is what it did, and "did Ana Roe say anything about it?" asks for her words.
        inside = all(mentions(match["what"], entity) for entity in question.entities)
        if not (inside and _SPEAKS.search(text)):
            return None
    return _naming(match["what"], question, context)


def of_loose_subject(question: Question, context: Context) -> Callable[[Row], bool] | None:
    """Tells the lines that have all words for a thing that is asked after in whatever way: "what about borax?".

    What is asked of somebody alone is what they did, or said.
    """
    text = _plainly(question)
    match = next((found for way in _LOOSE if (found := way.search(text))), None)
    if match is None:
        return None
    thing = _ON.sub("", match["what"] or match["since"])
    rest = stems(thing) - stems(" ".join(entity.key for entity in question.entities))
    return _naming(thing, question, context) if rest else None


def of_election(question: Question) -> Callable[[Row], bool] | None:
    """Tells the lines on the election of a body that is asked after: calls to vote or stand need not call it one."""
    text = _plainly(question)
    match = next((found for way in (_TOLD_OF, *_EVERYTHING, *_LOOSE) if (found := way.search(text))), None)
    elected = _ELECTED.fullmatch(match.groupdict().get("what") or "") if match else None
    named = stems(elected["body"]) - stems(" ".join(function_words())) if elected else frozenset()
    if not named or question.wants is Wants.WHO:
        return None
    return lambda row: named <= stems(row.entry.text) and _OF_ELECTION.search(row.entry.text) is not None


_ELECTED = re.compile(r"(?P<body>(?:[\w’'-]+\s+){1,5})elections?", re.IGNORECASE)
_OF_ELECTION = re.compile(
    r"\b(?:elect(?:s|ed|ions?|oral)?|candida\w+|nominat\w+|ballots?|voters?|polls?|vote\s+(?:for|in)\b"
    r"|voting(?=\s+(?:is|was|will|for|in|opens?|opened|closes?|closed|ends?|ended|starts?|started|begins?|began|period))"
    r"|(?:your|to|please)\s+vote\b(?!\s+to\b))",
    re.IGNORECASE,
)
"""Words for what belongs to an election; a body that voted to do something held none."""


def _plainly(question: Question) -> str:
    """A question without its time, and what is left of the words before that."""
    return LOOSE_END.sub("", " ".join((question.timeless or question.text).rstrip(" ?.!").split()))


def _naming(thing: str, question: Question, context: Context) -> Callable[[Row], bool] | None:
    """Tells the lines with all words for a thing; None for groups, people, and what the whole archive is about."""
    if question.either or question.wants is Wants.WHO:
        return None
    tokens = list(content(thing))
    if any(is_body_noun(token) for token in tokens):
        return None  # What became of a group is told by its posts as well.
    plain = light_stems() | generic_event_stems() | generic_actor_stems() | stems(" ".join(function_words()))
    named = frozenset(token.stem for token in tokens) - stems(_PLAIN)
    if len(tokens) > 1 and tokens[-1].stem in _SUPPORT and tokens[-2].text[0].isupper():
        named -= _SUPPORT  # Support for a thing is told of by that.
    every = replace(context, document_ids=None)
    if not named - plain or all(is_subject(token.text, every) and token.text[0].isupper() for token in tokens):
        return None

    def names(row: Row) -> bool:
        text = row.entry.text
        return named <= stems(text) | said_within(question.text, text) | said_apart(question.text, text)

    return names


_PLAIN = "the project projects"
_SUPPORT = stems("support")
