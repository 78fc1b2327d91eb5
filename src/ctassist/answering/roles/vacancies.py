"""Composes answers on what is not so: bodies without a post, who holds none, bodies whose post somebody else holds."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.roles.bodies import Body, in_order
from ctassist.answering.roles.by_holder import is_holder
from ctassist.answering.roles.holding import asked_exactly, held_roles, rows_of
from ctassist.answering.roles.lines import (
    all_roles,
    body_title,
    holder_words,
    role_evidence,
    role_words,
)
from ctassist.answering.roles.matching import match_bodies
from ctassist.answering.roles.tenures import Row
from ctassist.answering.understanding.question import Question, Wants
from ctassist.answering.understanding.role_scope import find_roles
from ctassist.extraction.role_words import is_former
from ctassist.model.answer import Status

_BEFORE = re.compile(
    r"(?:\b(?:no|without|lacks?|lacking|missing|neither|nor|none)|(?:\bnot|n[’']t|\bnever)(?:\s+(?:yet|currently))?"
    r"(?:\s+(?:have|has|had|got|hold|holds|list|name|state|serve\s+as|act\s+as))?)"
    r"(?:\s+(?:an?|any|the|its|their|single|stated|named))*\s*$",
    re.IGNORECASE,
)
"""What a question says before a post that is missing: "no", "without a", "do not have any"."""
_NO_BODY = re.compile(r"^(?:s|ed)?\s*(?:of|by|in)?\s*(?:no|none)\b(?!\.?\s*\d)", re.IGNORECASE)
"""And after one that is held nowhere: "who chairs no group"; "in No. 15" is in an issue."""
_OR = re.compile(r"^\s*(?:,|or|nor|,?\s*and(?:\s+(?:no|without))?)?\s*(?:an?|any|the)?\s*$", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:no longer|not? any ?more|not only|not just|before|former)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """The posts that a question wants to be held, and those that it wants to be missing."""

    held: tuple[str, ...]
    missing: tuple[str, ...]


def asked_missing(question: Question, context: Context) -> Asked | None:
    """Tells which posts a question wants to be missing; None where it wants all of them to be held."""
    if _ONCE.search(question.text):
        return None
    held: list[str] = []
    missing: list[str] = []
    end = 0
    text = question.text
    for span, role in find_roles(text, context.catalog):
        denied = _BEFORE.search(text[: span.start]) or _NO_BODY.match(text[span.end :])
        goes_on = bool(missing) and _OR.match(text[end : span.start])
        (missing if denied or goes_on else held).append(role)
        end = span.end
    return Asked(tuple(held), tuple(missing)) if missing else None


def compose_vacancies(question: Question, context: Context, bodies: Sequence[Body], asked: Asked) -> Draft | None:
    """Answers which bodies are without a post, or who is; None where a question is about one body alone."""
    # A body that is called nothing is a group too, though it has no such post.
    found = match_bodies(replace(question, roles=asked.held), context, bodies, lambda _: True)
    scope = in_order(found.bodies or bodies)
    if len(found.bodies) == 1 or (found.asked and not found.bodies and not question.entities):
        return None
    if question.entities:
        return _held_by_others(question, context, scope, asked)
    if question.wants is Wants.WHO and not question.by_holder:
        return _without_post(question, context, scope, asked)
    return _without_holder(question, context, scope, asked)


def _without_holder(question: Question, context: Context, bodies: Iterable[Body], asked: Asked) -> Draft | None:
    """The bodies for which none of the missing posts is stated, each with the posts that are."""
    lines = []
    for body in bodies:
        posts = _posts(question, context, body)
        if not posts or set(asked_exactly(asked.missing, body)) & set(posts):
            continue
        if all(set(asked_exactly([role], body)) & set(posts) for role in asked.held):
            lines.append(_body_line(body, posts, context))
    roles = " / ".join(context.words.role_word(role) for role in asked.missing)
    if not lines:
        every = context.words("Each of the bodies has one of these posts: {roles}.", roles=roles)
        return Draft(
            Status.NOT_FOUND, f"{context.does_not_say()} {every}", coverage=context.coverage(question), final=True
        )
    intro = context.words.count(
        len(lines),
        "No {roles} is stated for **1 body**:",
        "No {roles} is stated for **{count} bodies**:",
        roles=roles,
    )
    return answered(question, context, intro, lines)


def _without_post(question: Question, context: Context, bodies: Iterable[Body], asked: Asked) -> Draft | None:
    """Those who hold posts but none of the missing ones, each with the posts that they hold."""
    held: dict[str, list[tuple[str, str, Row]]] = defaultdict(list)
    for body in bodies:
        for role, rows in _posts(question, context, body).items():
            for row in rows:
                key = context.catalog.key_of(row.record.holder) or row.record.holder
                held[key].append((role, body.name, row))
    missing = set(asked.missing)
    lines = [
        _holder_line(holder, posts, context)
        for holder, posts in held.items()
        if not missing & {role for role, _, _ in posts}
    ]
    roles = " / ".join(context.words.role_word(role) for role in asked.missing)
    intro = context.words.count(
        len(lines),
        "No {roles} is stated for **1 holder** of other posts:",
        "No {roles} is stated for **{count} holders** of other posts:",
        roles=roles,
    )
    return answered(question, context, intro, lines)


def _held_by_others(question: Question, context: Context, bodies: Iterable[Body], asked: Asked) -> Draft | None:
    """The bodies in which somebody else has the post, each with its holders."""
    lines = []
    for body in bodies:
        posts = _posts(question, context, body)
        meant = {role: posts[role] for role in asked_exactly(asked.missing, body) if role in posts}
        rows = [row for role in meant for row in meant[role]]
        if rows and not any(is_holder(row, entity, context) for row in rows for entity in question.entities):
            lines.append(_body_line(body, meant, context))
    names = ", ".join(entity.key for entity in question.entities)
    intro = context.words.count(
        len(lines),
        "**1 body** names others than {names}:",
        "**{count} bodies** name others than {names}:",
        names=names,
    )
    return answered(question, context, intro, lines)


def _posts(question: Question, context: Context, body: Body) -> dict[str, list[Row]]:
    """The posts of a body with their holders, now or in the asked time."""
    roles = (role for role in all_roles(held_roles(body)) if not is_former(role))
    return {role: rows for role in roles if (rows := rows_of(role, question, context, body))}


def _body_line(body: Body, posts: dict[str, list[Row]], context: Context) -> Line:
    title = body_title(body.name)
    told = [
        (role_words(context.words, role, rows, len(rows)), ", ".join(holder_words(row.record) for row in rows))
        for role, rows in posts.items()
    ]
    text = "; ".join(f"{label}: {holders}" for label, holders in told)
    evidence = role_evidence(row for rows in posts.values() for row in rows)
    return Line(f"{title}: {text}", evidence, "role", frame=(title, *(label for label, _ in told)))


def _holder_line(holder: str, posts: Sequence[tuple[str, str, Row]], context: Context) -> Line:
    told = [f"{role_words(context.words, role, [row])}: {body_title(body)}" for role, body, row in posts]
    spans = [Evidence(row.document_id, row.record.span, row.record.section, row.record.page) for _, _, row in posts]
    return Line(f"{holder} – {'; '.join(told)}", tuple(dict.fromkeys(spans)), "role", frame=(holder, *told))


def answered(question: Question, context: Context, intro: str, lines: Sequence[Line], outro: str = "") -> Draft | None:
    """The answer that lists posts; None without any."""
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, intro, tuple(lines), outro, coverage)
