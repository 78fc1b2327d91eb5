"""Who won an election: a call to vote, or that one is held, does not tell it."""

import re

from ctassist.answering.terms import stems, winning_stems

_WON = stems("win winner")
_WENT_TO = re.compile(r"\b(?:goes|went|gone)\s+(?:jointly\s+|again\s+|this\s+year\s+)?to\b", re.IGNORECASE)


def tells_of_success(text: str, question: str) -> bool:
    """Tells whether a text says who won or was elected, where that is asked: no call to vote does."""
    asked = stems(question)
    if asked & _ELECTION and (asked & _WON or _WAS_ELECTED.search(question)):
        return _ELECTED.search(text) is not None
    won = not stems(text).isdisjoint(winning_stems()) or _WENT_TO.search(text) is not None
    return won or not asked & _WON


_ELECTION = stems("election elected elect vote ballot poll seat")
_WAS_ELECTED = re.compile(
    r"\b(?:who|whom|which|what)\b[^?]*\b(?:was|were|got|been|is|are)\s+(?:\w+\s+)?(?:re-?)?elected\b", re.IGNORECASE
)
_ELECTED = re.compile(
    r"\b(?:(?:re-?)?elect(?:s|ed)\b|(?:re-?)?elect(?:ing)?\s+(?!for\b)(?:[A-Z]|as\b)|chos(?:e|en)\b|voted\s+in\b|won\b|wins\b"
    r"|winners?\b|victor(?:y|s|ious)?\b|bec(?:ame|omes?)\b|appoint(?:s|ed)\b|newly\b|results?\s*:|-elect\b)",
    re.IGNORECASE,
)


def election_words(text: str, question: str) -> frozenset[str]:
    """The stems of the words by which a question asks who won an election, if a text tells who was elected."""
    asked = stems(question)
    asks = bool(asked & _ELECTION) and bool(asked & (_WON | stems("elected")))
    return _SUCCESS if asks and _ELECTED.search(text) else frozenset()


_SUCCESS = stems("win won winner victor seat newly new member elect election result outcome successful")
