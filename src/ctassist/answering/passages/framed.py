"""Words of a question that frame it: the archive as who tells something, and what is only the asker's own."""

import re
from functools import cache

from ctassist.answering.terms import stem, table, tokens
from ctassist.extraction.vocabulary import alternatives


def framing_words(question: str) -> frozenset[int]:
    """Where the words begin that no passage need have.

    "How did the newsletter remember Ada?" asks what stands there of Ada, in whatever words; "whom do I ask if my boat
    leaks" tells of the asker's boat, and of no boat in the archive.
    """
    spans = [match.span("what") for match in _archive().finditer(question)]
    spans += [match.span("what") for match in _OWN.finditer(question)]
    spans += [match.span("told") for match in _archive().finditer(question) if _merely_tells(match["told"])]
    return frozenset(
        token.start for token in tokens(question) if any(start <= token.start < end for start, end in spans)
    )


def _merely_tells(verb: str | None) -> bool:
    return verb is not None and stem(verb) in _telling()


@cache
def _telling() -> frozenset[str]:
    return frozenset(map(stem, table("words")["portraying_verbs"]))


@cache
def _archive() -> re.Pattern[str]:
    """The archive where it is who tells: "does the newsletter call", "according to this week's bulletin"."""
    names = alternatives(table("words")["periodicals"])
    article = r"(?:the|this|that|these|our|your)\s+(?:[\w-]+['’]s\s+)?"
    return re.compile(
        rf"\b(?:did|does|do|has|have|had|can|could|would|will|according\s+to|in|by|per)\s+{article}(?P<what>{names})\b"
        r"(?:\s+(?P<told>[a-z]+))?",
        re.IGNORECASE,
    )


_OWN = re.compile(r"\bmy\s+(?:own\s+)?(?P<what>[^\W\d_][\w-]*)", re.IGNORECASE)
"""What is the asker's own, no archive knows."""
