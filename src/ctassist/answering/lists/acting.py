"""Nouns for whoever acts that narrow nothing: the publisher's, its members', those of a heading."""

import re
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.terms import content, stems, table
from ctassist.answering.understanding.catalog import are_named_after
from ctassist.answering.understanding.question import Question


def publisher_stems(text: str, own: frozenset[str] = frozenset()) -> frozenset[str]:
    """The noun for whoever publishes, as in "what has the network done": it is nobody in particular.

    So are those that bear the archive's name, of which ``own`` are the words: "what did the canal folk get up to".
    """
    bearing = (match["noun"] for match in _BEARING.finditer(text) if stems(match["name"]) <= own)
    published = (match.group() for match in _publishers().finditer(text))
    people = (token.text for token in content(text) if are_named_after(token.text, own))
    return frozenset(word for noun in (*published, *bearing, *people) for word in stems(noun))


_ACTING = re.compile(
    r"\b(?:did|do|has|have|had)\s+(?:all\s+)?(?:the|our|its)\s+(?P<noun>[a-z]+s)\s+(?:do|done|undertaken?|accomplish(?:ed)?"
    r"|get up to|been (?:up to|doing))\b"
    r"|\b(?:everything|all|anything|whatever|what)\s+(?:that\s+)?(?:the|our)\s+(?P<actors>[a-z]+s)\s+"
    r"(?:did|do|(?:have|had)\s+done|undertook|got up to)\b"
)


def actors_of_headings(question: Question, context: Context) -> frozenset[str]:
    """The noun for who acts, where most of what is told stands below it: all of "News from the harbours" is theirs."""
    match = _ACTING.search(question.text)
    nouns = stems(match["noun"] or match["actors"]) if match else frozenset()
    if not nouns:
        return frozenset()
    told = context.view.activities(dated=True, document_ids=context.document_ids)
    below = sum(nouns <= stems(" ".join(entry.record.section)) for entry in told)
    return nouns if 2 * below > len(told) else frozenset()


_BEARING = re.compile(
    r"\b(?:did|do|does|has|have|had|were|are|is|was)\s+(?:the|our)\s+(?P<name>[^\W\d_]+)\s+(?P<noun>[a-z]+)\b(?!\s+of\b)"
)


@cache
def _publishers() -> re.Pattern[str]:
    nouns = "|".join(table("lists")["publishers"])
    # With a capital, or with "on" or "of" behind it, it is somebody's name.
    return re.compile(rf"(?<=\bthe )(?:{nouns})\b(?!\s+(?:of|on|for|against)\b)")
