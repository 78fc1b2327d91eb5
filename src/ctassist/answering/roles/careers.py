"""Composes how somebody's posts in a body changed: "How has Ana Roe's role in the Docs Group changed since 2031?"."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.roles.bodies import bodies_of
from ctassist.answering.roles.by_holder import compose_of_holder, has_held, named_persons
from ctassist.answering.roles.comings import names_a_role
from ctassist.answering.roles.matching import match_bodies
from ctassist.answering.roles.tenures import stated_on
from ctassist.answering.terms import stems
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.parsing import understand
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status

_POST = r"(?:roles?|posts?|positions?|functions?|titles?|responsibilit(?:y|ies)|offices?|standing)"
_ASKED = re.compile(
    rf"\b(?:how|what)\b[^?]*\b{_POST}\b[^?]*\b(?:changed?|evolved?|developed?|shifted?)\b"
    rf"|\b(?:what|which)\b[^?]*\bchange[sd]?\b[^?]*\b{_POST}\b|\bhow\b[^?]*\bchange\b[^?]*\b{_POST}\b",
    re.IGNORECASE,
)


def compose_career(question: Question, context: Context) -> Draft | None:
    """Answers with what reports tell of somebody's posts in the asked time, and with those that are stated last."""
    if not _ASKED.search(question.text) or not question.entities:
        return None
    rows = [
        row for row in context.view.roles(document_ids=context.document_ids) if stated_on(row, context) <= context.as_of
    ]
    persons = named_persons(question, rows)
    if len(persons) != 1:
        return None
    person, bodies = persons[0], bodies_of(rows, context)
    rest = re.sub(rf"{re.escape(person.key)}(?:[’']s?)?", " ", question.text)
    body = re.search(r"\b(?:in|at|within|of|on)\s+(?P<name>(?:the\s+)?[^?]+)", rest)
    asked = understand(f"Who leads {body['name'] if body else ''}?", context.catalog, context.as_of)
    named = match_bodies(asked, context, bodies, lambda body: True)
    meant = [body for body in named.bodies or (() if named.asked else bodies) if has_held(persons, body, context)]
    own = [row for body in meant for row in body.rows]
    now = compose_of_holder(replace(question, entities=persons, roles=(), interval=None, history=None), context, own)
    if now is None:
        return None
    told: list[Line] = []
    anyhow = replace(question, roles=())
    for entry in context.view.items(context.document_ids):
        document, words = context.document(entry.document_id), one_line(entry.text)
        period = document.period
        if period is None or (question.interval and not period.interval.meets(question.interval)):
            continue
        about = stems(" ".join((words, document.title, *entry.record.section)))
        if mentions(words, person) and names_a_role(words, anyhow) and any(body.stems <= about for body in meant):
            source = context.source(entry.document_id)
            told.append(Line(f"{words} ({source})", (evidence_of(entry),), "role", frame=(source,)))
    lines = (*told, *now.lines)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, f"**{person.key}**:", lines, coverage=coverage)
