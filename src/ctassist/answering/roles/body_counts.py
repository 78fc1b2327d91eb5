"""Composes how many bodies there are, as the newest chart of them says: "How many working groups are there?"."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.roles.bodies import Body, bodies_of, in_order, kind_of
from ctassist.answering.roles.holding import asked_exactly, rows_of
from ctassist.answering.roles.lines import body_title, role_line
from ctassist.answering.roles.tenures import Rank, Row, rank, stated_on
from ctassist.answering.roles.vacancies import answered
from ctassist.answering.terms import (
    bodies,
    body_noun_pattern,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    table,
    tokens,
    written_out,
)
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.role_words import is_between
from ctassist.model.answer import Status

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
    return _listed().search(_in_full(question.text)) is not None and _names_nothing_else(question)


def _names_nothing_else(question: Question) -> bool:
    ways = light_stems() | generic_event_stems() | generic_actor_stems() | list_words("framing")
    words = [token for word in question.topic for token in tokens(_in_full(word))]
    return all(is_body_noun(t) or t.stem in ways or t.text.casefold() in _numerals() for t in words)


def _numerals() -> list[str]:
    return list(table("answer_kinds")["numerals"])


def compose_listed_bodies(question: Question, context: Context) -> Draft | None:
    """Answers which bodies there are, by the newest chart; None where something else is asked, or no chart tells.

    Where there are charts, and no line so much as mentions a body of the kind, none is known.
    """
    if not lists_bodies(question):
        return None
    if listed := compose_bodies(question, context):
        return listed
    asked = _listed().search(_in_full(question.text))
    called = re.compile(rf"\b{re.escape(asked['noun'])}", re.IGNORECASE) if asked else None
    known = bodies_of(context.view.roles(document_ids=context.document_ids), context)
    core = asked is not None and asked["noun"].casefold() in bodies()["core"]
    if called is None or not core or question.interval or not _of_newest_chart(known, context):
        return None
    if any(called.search(item.text) for item in context.view.items(context.document_ids)):
        return None
    return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)


def _in_full(text: str) -> str:
    """A question with the plurals of abbreviations written out: "all SIGs" are all special interest groups."""
    short = "|".join(map(re.escape, bodies()["abbreviations"]))
    return re.sub(rf"\b({short})s\b", lambda match: f"{written_out(match[1])}s", text, flags=re.IGNORECASE)


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
    known = bodies_of((row for row in rows if stated_on(row, context) <= min(end, context.as_of)), context)
    charted = _of_kind(_of_newest_chart(known, context), question, context)
    if not charted or len(charted) < _SHARE * len(_of_kind(known, question, context)):
        return None
    lines = []
    for body in in_order(charted):
        roles = asked_exactly((), body)
        role = next((role for role in roles if not is_between(role)), roles[0])
        lines.append(
            role_line(context.words, role, rows_of(role, question, context, body), f"{body_title(body.name)}: ")
        )
    intro = context.words.count(len(lines), "**1 body**:", "**{count} bodies**:")
    return answered(question, context, intro, lines)


def _of_kind(known: Sequence[Body], question: Question, context: Context) -> list[Body]:
    """The bodies of the kind that is counted: groups under four pillars are not pillars.

    What its name calls nothing is of the kind that a heading names, in a chart; on a page of its own it is something
    else, such as a project of the groups. All may be called bodies, and groups where no chart has one called so.
    """
    asked = _asked().search(question.text) or _listed().search(_in_full(question.text))
    noun = stems(asked["noun"]) if asked else frozenset[str]()
    if noun == stems("body"):
        return list(known)
    named = {stems(row.record.body) for body in known for row in body.rows}
    # "Steering committee" above its chair makes no committees of the bodies beside it.
    headings = (stems(heading) for heading in context.catalog.headings())
    headed = any(noun <= heading and heading not in named for heading in headings)
    headed = headed or (stems("group") <= noun and not any(body.nouns >= noun and _charted(body) for body in known))
    return [body for body in known if body.nouns >= noun or (headed and _is_called_nothing(body, context))]


def _is_called_nothing(body: Body, context: Context) -> bool:
    """Tells whether the chart of an issue has a body by a name that does not say what it is: "Fog and ice"."""
    dated = (row for row in _charted(body) if context.document(row.document_id).period)
    return any(not kind_of(row.record.body) for row in dated)


def _of_newest_chart(known: Sequence[Body], context: Context) -> list[Body]:
    """The bodies that the newest chart has: one that has been closed since is in older ones only.

    An issue that tells of one or two bodies alone has no chart.
    """
    charts: dict[Rank, list[Body]] = defaultdict(list)
    for body in known:
        for place in {rank(row, context) for row in _charted(body)}:
            charts[place].append(body)
    whole = [place for place, charted in charts.items() if len(charted) >= _LEAST]
    return charts[max(whole)] if whole else []


def _charted(body: Body) -> list[Row]:
    return [row for row in body.rows if row.record.interval is None]
