"""Composes how many bodies there are, as the newest chart of them says: "How many working groups are there?"."""

import re
from collections.abc import Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.roles.bodies import Body, bodies_of, in_order
from ctassist.answering.roles.holding import asked_exactly, rows_of
from ctassist.answering.roles.lines import body_title, role_line
from ctassist.answering.roles.matching import match_bodies
from ctassist.answering.roles.tenures import Row, rank, stated_on
from ctassist.answering.roles.vacancies import answered
from ctassist.answering.terms import (
    body_noun_pattern,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    table,
    tokens,
)
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question, Wants

_LEAST, _SHARE = 3, 0.5
"""A chart of fewer bodies, or of less than such a share of all that are known, is none of all bodies."""


def counts_bodies(question: Question) -> bool:
    """Tells whether a question asks how many bodies of a kind there are, and nothing else of them."""
    if question.wants is not Wants.HOW_MANY or question.roles or question.entities or question.places:
        return False
    return _asked().search(question.text) is not None and _names_nothing_else(question)


def lists_bodies(question: Question) -> bool:
    """Tells whether a question asks which bodies of a kind there are, and nothing else of them."""
    if question.wants is not Wants.ANYTHING or question.roles or question.entities or question.places:
        return False
    return _listed().search(question.text) is not None and _names_nothing_else(question)


def _names_nothing_else(question: Question) -> bool:
    ways = light_stems() | generic_event_stems() | generic_actor_stems() | list_words("framing")
    words = [token for word in question.topic for token in tokens(word)]
    return all(is_body_noun(t) or t.stem in ways or t.text.casefold() in _numerals() for t in words)


def _numerals() -> list[str]:
    return list(table("answer_kinds")["numerals"])


def compose_listed_bodies(question: Question, context: Context) -> Draft | None:
    """Answers which bodies there are, by the newest chart; None where something else is asked, or no chart tells."""
    return compose_bodies(question, context) if lists_bodies(question) else None


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(
        rf"\bhow many\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>{body_noun_pattern()})s\b\s*"
        r"(?:(?:are|were|is|was)\s+there\b|(?:do|does|did)\s+[^?]{2,60}?\s+have\b|(?:currently\s+|now\s+)?exist(?:s|ed)?\b|\W*$)",
        re.IGNORECASE,
    )


@cache
def _listed() -> re.Pattern[str]:
    numbers = "|".join(_numerals())
    return re.compile(
        rf"^\W*(?:which|what|list|name|show|give|enumerate)\b(?:\s+(?:me|us|are|were|all|the|its|our|of|every|names?|{numbers}|\d+))*\s+"
        rf"(?:[\w-]+\s+){{0,2}}?(?P<noun>{body_noun_pattern()})s\b\s*"
        r"(?:(?:are|were|is|was)\s+there\b|(?:do|does|did)\s+[^?]{2,60}?\s+(?:have|comprise|include)\b|(?:currently\s+|now\s+)?exist(?:s|ed)?\b"
        r"|(?:of|in|under)\s+(?:the\s+)?[\w\s-]{2,40}\W*$|(?:called|named)\W*$|\W*$)",
        re.IGNORECASE,
    )


def compose_bodies(question: Question, context: Context) -> Draft | None:
    """Answers with the bodies of the newest chart (of the asked time) and who heads each; None without such a chart."""
    end = question.interval.end if question.interval else context.as_of
    rows = context.view.roles(document_ids=context.document_ids)
    bodies = bodies_of((row for row in rows if stated_on(row, context) <= min(end, context.as_of)), context)
    asked = match_bodies(question, context, bodies, lambda _: True).bodies
    charted = _of_newest_chart(asked, context)
    if len(charted) < _LEAST or len(charted) < _SHARE * len(asked) or not _are_called(charted, question, context):
        return None
    lines = []
    for body in in_order(charted):
        role = asked_exactly((), body)[0]
        lines.append(
            role_line(context.words, role, rows_of(role, question, context, body), f"{body_title(body.name)}: ")
        )
    intro = context.words.count(len(lines), "**1 body**:", "**{count} bodies**:")
    return answered(question, context, intro, lines)


def _are_called(bodies: Sequence[Body], question: Question, context: Context) -> bool:
    """Tells whether bodies are of the kind that is counted: groups under four pillars are not pillars.

    Anything may be called a group or a body; what its name calls nothing is of the kind that a heading names.
    """
    asked = _asked().search(question.text) or _listed().search(question.text)
    noun = stems(asked["noun"]) if asked else frozenset[str]()
    if noun & stems("group body"):
        return True
    headed = any(noun <= stems(heading) for heading in context.catalog.headings())
    return all(body.nouns >= noun or (headed and not body.nouns) for body in bodies)


def _of_newest_chart(bodies: Sequence[Body], context: Context) -> list[Body]:
    """The bodies that the newest chart has: one that has been closed since is in older ones only."""
    newest = max((rank(row, context) for body in bodies for row in _charted(body)), default=None)
    return [body for body in bodies if any(rank(row, context) == newest for row in _charted(body))]


def _charted(body: Body) -> list[Row]:
    return [row for row in body.rows if row.record.interval is None]
