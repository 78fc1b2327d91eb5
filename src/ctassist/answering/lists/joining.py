"""Lists of who joined: "Who has joined the Alliance?", "which members came in since 2031", "how many joined"."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.lists.activities import activity_line
from ctassist.answering.lists.merging import Group
from ctassist.answering.lists.parties import asks_who_joined, tells_who_joined
from ctassist.answering.lists.selection import select
from ctassist.answering.terms import stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_JOINING = frozenset(stems("join joined accede acceded become became admit admitted enter entered member members new"))
_OF_ALL = frozenset(stems("issue edition number bulletin newsletter letter archive report"))
"""Words for where it is told: "over all issues"."""
_WHO = re.compile(
    r"\b(?:who|which|what|list|all|how\s+many)\b(?:\s+[\w-]+){0,3}?\s+"
    r"(?:members?|partners?|participants?|bod(?:y|ies)|organi[sz]ations?|entit(?:y|ies)|institutions?|agenc(?:y|ies))\b|\bwho\b",
    re.IGNORECASE,
)
"""Asks for members of any kind, be they countries or organisations."""


def compose_joined(question: Question, context: Context) -> Draft | None:
    """Answers who joined with every line that tells it; None for other questions, or where nobody joined."""
    if question.facet or question.roles or not asks_who_joined(question.text):
        return None
    called = _called(question, context)
    if not (called or _WHO.search(question.text)):
        return None
    topic = tuple(word for word in question.topic if not set(content_stems([word])) <= called)
    groups = who_joined(replace(question, topic=topic), context)
    if not groups:
        return None
    lines = tuple(activity_line(group, context.words) for group in groups)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    # By whatever verb it is told that somebody joined, the list is whole as it is.
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


_WHICH = re.compile(
    r"\b(?:which|what|list|all|how\s+many)\s+(?:(?:the|of|all|new|other)\s+)*(?P<noun>[a-z-]+s)\s+(?:(?:that|who|which|have|has|had|were|was|been)\s+)*"
    r"(?:joined|join|acceded|admitted|entered|became|become|came)\b",
    re.IGNORECASE,
)


def _called(question: Question, context: Context) -> frozenset[str]:
    """The stem of the noun by which a question asks for members, where the archive's figures call them so too.

    "Which ports joined?" asks for members where "Member ports" are counted.
    """
    match = _WHICH.search(question.text)
    noun = frozenset(stems(match["noun"])) if match else frozenset()
    return noun if noun and any(noun | stems("member") == label for label in context.catalog.labels) else frozenset()


def who_joined(question: Question, context: Context) -> list[Group]:
    """The activities that tell who joined; whoever did may also have been admitted, or have become a member."""
    framing = _JOINING | _OF_ALL | list_words("framing")
    topic = tuple(word for word in question.topic if not set(content_stems([word])) <= framing)
    return [
        group
        for group in select(replace(question, topic=topic), context).all
        if any(tells_who_joined(entry.text) for entry in group.entries)
    ]
