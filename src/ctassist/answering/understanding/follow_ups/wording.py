"""The words with which a follow-up begins and points back."""

import re

from ctassist.answering.understanding.asked_parts import Parts
from ctassist.answering.understanding.spoken_times import say

CONTINUES = re.compile(r"^\s*(?:and|or|but|also|what about|how about|same for|the same for)\b", re.IGNORECASE)
PRONOUN = re.compile(
    r"\b(?:its|their|his|her|it|they|them|he|she|him|this|that|these|those|there|then)\b"
    r"(?:\s+(?:group|working group|committee|body|team|event|meeting|workshop|organi[sz]ation|entity|person"
    r"|figure|project|one|sig|wg)\b)?",
    re.IGNORECASE,
)
DETERMINER = re.compile(
    r"\b(?:its|their)\s+(?:very\s+)?(?:latest|last|newest|first|most recent|current)\s+"
    r"(?:issue|edition|number|review|newsletter)\b|"
    r"\b(?:this|that|these|those)\s+(?:year|month|week|quarter|issue|archive|day)\b|\bthat\b(?=\s+(?:\w+ed|is"
    r"|are|was|were|the|it|took|went|came|has|have|had|fell|ran)\b)"
    r"|\b(?:except(?:ing)?|other than|apart from|but not)\s+(?:for\s+)?those\b"
    r"|\b(?:has|have|had)\s+there\s+been\b|\bis there\b|\bare there\b|\bwas there\b|\bwere there\b"
    # "The Concord and its members" says whose members.
    r"|(?-i:\b[A-Z][\w&-]*)\s+and\s+(?:all\s+)?(?:of\s+)?(?:its|their|his|her)\b",
    re.IGNORECASE,
)
ONLY_ASKS = re.compile(
    r"\W*(?:and\s+)?(?:(?P<wh>when|where|who|why)|(?:(?:on|at)\s+)?(?:the|what|which)\s+(?:date|day))"
    r"(?:\s+(?:was|were|did)\s+(?:that|this|it|those|(?:he|she|they)(?=\s+say))\s+(?:said|stated|told|expressed|quoted|put|say\s+(?:that|this|it|so)))?\W*"
    r"|\W*(?:and\s+)?(?:on|at)\s+(?:what|which)\s+(?:exact\s+)?(?:date|day)\s+(?:was|is|did)\s+(?:that|this|it)(?:\s+(?:happen|take\s+place))?\W*",
    re.IGNORECASE,
)
_THEY = r"(?:he|she|they|this person|that person|(?:the|this|that) (?:chair|person|holder|one))"
_JOB = (
    r"(?:(?:the|this|that|his|her|their|its|such an?|it|there) ?)?(?:(?:current|present|same|new) )?"
    r"(?:job|post|office|position|role|function|seat|chair|mandate|charge|place|it|that|there|so)?"
)
SINCE = re.compile(
    r"\W*(?:and\s+)?(?:(?:since when|since what (?:date|day|year)|(?:for )?how long(?: (?:already|now))?)"
    rf"(?: (?:has|have|is|was|does|do|did) {_THEY}(?: (?:already|now))?"
    r"(?: (?:been|had|held|hold|holding|have|done|doing|occupied|served|serving|filled|kept))*"
    rf"(?: (?:in|at|as|on))?(?: {_JOB})?(?: (?:now|already|for))?)?"
    rf"|(?:when|on what (?:date|day)|on which day) (?:did|was|were|has|have) {_THEY} "
    rf"(?:take over|take (?:up )?{_JOB}|start(?: (?:in|at|with))?(?: {_JOB})?|begin|get {_JOB}|come in(?:to {_JOB})?"
    rf"|assume {_JOB}|become {_JOB}|given {_JOB}|elected|appointed|chosen|named|installed)(?: to {_JOB})?)\W*",
    re.IGNORECASE,
)
"""Asks since when somebody has had a role: "since when?", "and since when has she had that job?"."""
BEFORE = re.compile(
    r"\W*(?:and|but|or|what about|how about)?\s*(?:who\s+)?(?:(?:was|were|had)\s+(?:it\s+|that\s+)?)?"
    r"(?:before(?:\s+(?:that|then|him|her|them|it|this))?|previously)\W*",
    re.IGNORECASE,
)
"""Asks who had a role before: "and before her?", "before that?"."""
NOW = re.compile(
    r"\W*(?:and|but|or|what about|how about)?\s*"
    r"(?:who\s+(?:(?:is|does|has|holds|chairs|leads|heads)\s+)?(?:(?:it|that|so)\s+)?)?"
    r"(?:now|today|currently|at present|nowadays|these days|at the moment)\W*",
    re.IGNORECASE,
)
"""Asks who has a role now, after another time: "and today?", "who does now?"."""
FIRST_WORD = re.compile(r"^\s*(?:who|what|when|where|why|which|how(?:\s+(?:many|much))?)\b", re.IGNORECASE)
POSSESSIVE = re.compile(r"\b(?:its|their|his|her)\s+", re.IGNORECASE)


def blank(text: str, pattern: re.Pattern[str]) -> str:
    """The text with blanks in the place of what a pattern finds, so that all else keeps its place."""
    return pattern.sub(lambda match: " " * len(match.group()), text)


def in_time(words: str) -> str:
    """A time after a preposition: "in June 2022", "since May"."""
    led = re.match(r"(?:back )?(?:in|on|since|before|after|between|from|until|during|as of)\b", words, re.I)
    return words if led or not words else f"in {words}"


def time_words(text: str, parts: Parts) -> str:
    """The time a question names, in its own words or, where they lack a year, in full; "" for none."""
    if not parts.time.spans:
        return ""
    start, end = parts.time.spans[0].start, parts.time.spans[-1].end
    words = text[start:end].strip()
    # The next follow-up must not have to guess the year again.
    return words if re.search(r"\d{4}", words) or parts.time.interval is None else say(parts.time.interval)


def bare(text: str) -> str:
    """What a follow-up says: "the deputies" of "And what about the deputies?"."""
    return drop_opening(text).strip(" ?.!,")


def drop_opening(text: str) -> str:
    """A follow-up without the "and", "what about" or "same for" it begins with."""
    return re.sub(
        r"^\s*(?:(?:and|or|but|also|so|then)\b[\s,]*)?(?:(?:what|how) about\b|(?:the )?same for\b)?[\s,]*",
        "",
        text,
        flags=re.IGNORECASE,
    )
