"""Posts by what stands before their noun: a "docs lead" is no "release lead"."""

import re
from functools import cache

from ctassist.answering.terms import function_words, stem, stems
from ctassist.extraction.role_words import role_label

_WHICH = stems(
    "new current present former next first second third acting interim sole main old long other own overall elected"
    " appointed incoming outgoing previous last final joint chief senior"
)
"""What says which holder is meant, and not which post."""


def tells_of_other_post(question: str, text: str) -> bool:
    """Tells whether a text names the post asked for with another word before it each time: "Docs lead Ana Roe"."""
    asked = _asked(question)
    if asked is None:
        return False
    role, which = asked
    told = [before for _, before, other in _posts().findall(text) if other.casefold().removesuffix("s") == role]
    plain = len(re.findall(rf"\b{re.escape(role)}s?\b", text, re.IGNORECASE))
    named = [stem(before) for before in told if _is_telling(before) and before[0].isupper()]
    return bool(named) and len(named) == plain and which not in named


def which_post(question: str) -> str | None:
    """The stem of the word that says which post is asked for: "release" of "the release lead"; None without one."""
    asked = _asked(question)
    return asked[1] if asked else None


def _asked(question: str) -> tuple[str, str] | None:
    """The one noun for a post that a question has behind an article and a word for which, and the stem of that word."""
    asked = {
        (role.casefold().removesuffix("s"), stem(before))
        for article, before, role in _posts().findall(question)
        if article and _is_telling(before)
    }
    return asked.pop() if len(asked) == 1 else None


def _is_telling(word: str) -> bool:
    """Tells whether a word before the noun for a post says which post it is."""
    return word.isalpha() and stem(word) not in _WHICH and word.casefold() not in function_words()


@cache
def _posts() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<article>(?:the|an?|its|our|their)\s+)?(?P<before>[\w.-]+)\s+(?P<role>{role_label()})\b", re.IGNORECASE
    )
