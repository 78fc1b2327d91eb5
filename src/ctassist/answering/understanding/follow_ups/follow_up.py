"""A follow-up with the question before it, and what that one was about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ctassist.answering.understanding.asked_parts import Parts
from ctassist.answering.understanding.question import History, Intent, Question

_WH = re.compile(
    r"^\s*(?:and\s+)?(?:(?:in|on|at|by|for|to|of|with|from)\s+)?(?:who|what|which|when|where|how(?:\s+(?:many"
    r"|much))?|why|please|tell me|show me|list|give me)\b[\s,]*"
    r"(?:(?:is|are|was|were|did|do|does|has|have|had|will|can|about|all|the date of|me|happened (?:at|in|to"
    r"|with))\s+)*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,]*(?:,?\s*and\s+(?:who|what|when|where|which|how)\b.*|(?:take|took|taken)\s+place|(?:(?:usually|regularly|normally|next|last)\s+)?(?:meets?|met|conven(?:e|es|ed)|gathers?|gathered|assembles?|assembled|come\s+together)(?:\s+(?:next|usually|regularly|again))?|held|happen(?:ed)?|occur(?:red)?|start(?:ed)?|begin|began|organi[sz]ed?|hosted?|about|launched?|published|released|founded)?[\s?.!]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that needs the one before it.

    Attributes:
        text: the question as asked.
        parts: its time, names, places and roles.
        own: its words that are neither scope nor a way of asking.
        last: the question before, self-contained.
        last_parts: what that one names.
        before: the same as it was understood.
        focus: what it was about, as a noun phrase.
        history: whether the question asks for what was before, or since when.
        holder: the one person who was told to hold the post that the question before asked for.
    """

    text: str
    parts: Parts
    own: Sequence[str]
    last: str
    last_parts: Parts
    before: Question
    focus: str
    history: History | None
    holder: str | None = None


def focus_of(last: str, before: Question, parts: Parts) -> str:
    """What the question before was about, as a noun phrase."""
    text = last.strip().rstrip("?.! ")
    if having := _HAD_ITS.match(text):
        return having["whose"]
    if before.intent is Intent.ROLES and parts.roles:
        rest = text[parts.roles[0][0].end :]
        rest = re.split(r",?\s+and\s+(?:who|what|which|when|where)\b", rest)[0]
        rest = re.sub(r"^\s*(?:of|for|in|at|on)\s+", "", rest).strip(" ,")
        rest = re.sub(r"^(?:and|or|,|/)\s+.*?\b(?:of|for)\s+", "", rest)
        for span in parts.time.spans:
            rest = rest.replace(span.of(last), "").strip(" ,")
        rest = re.sub(r"\s+(?:in|as of|since|on|at|before|previously)\s*$", "", rest)
        if rest:
            return rest
    if got := _GOT.match(text):
        return got["what"]
    phrase = _TAIL.sub("", _WH.sub("", text))
    if before.intent is Intent.INDICATORS:
        counted = re.split(r"\s+(?:is|are|was|were|does|do|did|has|have|had)\b", phrase)[0]
        return counted if counted.casefold().startswith("the number") else f"the number of {counted}"
    # Who "was elected to the court": the court is "it".
    phrase = _DONE_TO.sub("", phrase)
    return phrase.strip(" ,") or text


_GOT = re.compile(
    r"\W*(?:and\s+)?(?:which|what)\s+(?:[\w-]+\s+){1,2}?(?:have\s+|has\s+|had\s+)?(?:got|gotten|received|obtained|benefit(?:ed|ted)\s+from|took\s+part\s+in"
    r"|taken\s+part\s+in|participated\s+in|attended|joined)\s+(?P<what>[^?]+)",
    re.IGNORECASE,
)
"""Asks who had a share in something, which is what a pronoun means then: "which ports got the aid of the Guild?"."""
_HAD_ITS = re.compile(r"since when (?:has|have) (?P<whose>.+?) had (?:its|their)\b", re.IGNORECASE)
_DONE_TO = re.compile(r"^(?:newly\s+)?[a-z]+(?:ed|en)\s+(?:(?:in)?to|from)\s+(?=the\b|[A-Z])")
