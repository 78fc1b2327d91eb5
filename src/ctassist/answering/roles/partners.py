"""Composes answers on who holds a post together with somebody: "Who chairs with CTED?"."""

import re
from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.roles.bodies import Body, in_order
from ctassist.answering.roles.by_holder import is_holder
from ctassist.answering.roles.holding import rows_of
from ctassist.answering.roles.lines import HEADS, SECONDS, all_roles, body_title, role_line
from ctassist.answering.roles.tenures import Row
from ctassist.answering.understanding.question import Question
from ctassist.extraction.role_words import is_former, is_listed
from ctassist.model.answer import Status

_TOGETHER = re.compile(
    r"\b(?:with whom|who(?:m)?\b.{2,80}\b(?:with|alongside|beside|next to)|shares?\b.{2,60}\bwith|together with)\b",
    re.IGNORECASE,
)
_JOINT = ("co-chair", "co-lead")


def compose_partners(question: Question, context: Context, bodies: Sequence[Body]) -> Draft | None:
    """Answers with those who hold a post beside somebody in the same bodies; None where nobody is asked for so."""
    if len(question.entities) != 1 or not question.roles or not _TOGETHER.search(question.text):
        return None
    lines: list[Line] = []
    for body in in_order(bodies):
        rows = _rank(question, context, body)
        own = [row for row in rows if is_holder(row, question.entities[0], context)]
        if own and len(rows) > len(own):
            lines += _lines(body, rows, context)
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, f"**{question.entities[0].key}**:", tuple(lines), coverage=coverage)


def _rank(question: Question, context: Context, body: Body) -> list[Row]:
    """All who hold the posts of the asked rank in a body: with a chair, its co-chairs."""
    asked = set(question.roles)
    asked |= {*HEADS, *_JOINT} if asked & {*HEADS, *_JOINT} else set()
    asked |= set(SECONDS) if asked & set(SECONDS) else set()
    held = all_roles(row.record.role for row in body.rows)
    posts = (role for role in held if role in asked and not is_former(role) and not is_listed(role))
    return [row for role in posts for row in rows_of(role, question, context, body)]


def _lines(body: Body, rows: Sequence[Row], context: Context) -> list[Line]:
    roles = dict.fromkeys(row.record.role for row in rows)
    prefix = f"{body_title(body.name)}: "
    return [role_line(context.words, role, [row for row in rows if row.record.role == role], prefix) for role in roles]
