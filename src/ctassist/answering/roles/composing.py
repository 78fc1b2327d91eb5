"""Composes answers on who holds which role in which body, as of a date."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.lists.selection import is_narrowed
from ctassist.answering.roles.bodies import Body, asked_words, bodies_of, likeness, match_bodies, phrases_of
from ctassist.answering.roles.comings import asks_for_comings, compose_comings
from ctassist.answering.roles.history import compose_history
from ctassist.answering.roles.lines import (
    HEADS,
    all_roles,
    asked_roles,
    body_title,
    held_as,
    holder_words,
    is_meant,
    lists_others,
    other_words,
    role_line,
    role_words,
)
from ctassist.answering.roles.narrowing import meant_holders
from ctassist.answering.roles.tenures import Row, Stated, distinct, during, source, stated, stated_on
from ctassist.answering.roles.terms_of_office import compose_terms
from ctassist.answering.terms import fold
from ctassist.answering.understanding.catalog import mentions
from ctassist.answering.understanding.question import Entity, History, Question
from ctassist.answering.understanding.role_scope import EMERITUS, MEMBER
from ctassist.extraction.role_words import is_former
from ctassist.extraction.vocabulary import table
from ctassist.model.answer import Status

_ASKS_WHICH = re.compile(r"\b(?:which|what)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:is|was|does|did|has|are|were)\b", re.IGNORECASE)
"""Asks for the bodies of one who is named: "for which groups is Ana Roe the liaison?"."""
_CHOICES = 4
"""So many questions are suggested where one is ambiguous."""


def compose_roles_held(question: Question, context: Context) -> Draft | None:
    """Answers what somebody does by the roles held; None when the question names nobody, or nobody with a role."""
    if not question.entities or question.interval or question.places or is_narrowed(question, context):
        return None
    return _by_holder(question, context, context.view.roles(document_ids=context.document_ids))


def compose_roles(question: Question, context: Context) -> Draft:
    """Answers who holds a role, who held it, or which roles a holder has."""
    stated_rows = context.view.roles(document_ids=context.document_ids)
    rows = [row for row in stated_rows if stated_on(row, context) <= context.as_of]
    bodies = bodies_of(rows, context)
    found = match_bodies(question, context, bodies, lambda body: bool(_holding(question, context, body)))
    matched = found.bodies
    if terms := compose_terms(question, context, matched, bodies):
        return terms
    if not question.history and asks_for_comings(question):
        return compose_comings(question, context, matched or bodies) or _not_found(question, context, bodies)
    if question.history and not (question.by_holder and question.entities and not matched):
        told = compose_history(question, context, matched)
        if not told and question.history is History.FORMER:
            former = tuple(role for role in question.roles if is_former(role)) or (EMERITUS,)
            told = _by_body(replace(question, roles=former), context, matched)
        return told or _not_found(question, context, bodies, matched)
    if not question.by_holder and _ASKS_WHICH.search(question.text) and (persons := _persons(question, rows)):
        question = replace(question, entities=persons, by_holder=True)
    by_body = _by_body(question, context, matched)
    if question.entities and (question.by_holder or not by_body):
        held = _by_holder(question, context, rows)
        if held:
            return held
    if by_body:
        return by_body
    if not found.asked and not question.entities and (several := _held_anywhere(question, context, bodies)):
        return _which(question, context, several)
    return _not_found(question, context, bodies, matched)


def _persons(question: Question, rows: Iterable[Row]) -> tuple[Entity, ...]:
    """Those named in a question who hold roles by their full names."""
    holders = {fold(row.record.holder) for row in rows}
    named = (entity for entity in question.entities if " " in entity.key and fold(entity.key) in holders)
    return tuple(replace(entity, forms=(entity.key,)) for entity in named)


def _held_anywhere(question: Question, context: Context, bodies: Sequence[Body]) -> list[Body]:
    return [body for body in bodies if question.roles and _holding(question, context, body)]


def _which(question: Question, context: Context, bodies: Sequence[Body]) -> Draft:
    """Asks back which of many bodies is meant: "Who is the chair?"."""
    names = sorted({body_title(body.name) for body in bodies}, key=fold)
    text = context.words("Which of these do you mean: {names}?", names="; ".join(names))
    suggestions = tuple(f"Who is the {question.roles[0]} of {name}?" for name in names[:_CHOICES])
    return Draft(Status.CLARIFY, text, coverage=context.coverage(question), suggestions=suggestions)


def _by_body(question: Question, context: Context, matched: Sequence[Body]) -> Draft | None:
    lines: list[Line] = []
    names: list[str] = []
    disputed = False
    for body in matched:
        holding = _holding(question, context, body)
        if not holding:
            continue
        names.append(body.name)
        prefix = f"{body_title(body.name)}: " if len(matched) > 1 else ""
        for role, told in holding.items():
            for now in told:
                when = source(now, context) if len(told) > 1 else ""
                disputed = disputed or now.disputed
                lists = now.by_document.values() if now.disputed else [now.rows]
                lines += [role_line(context.words, role, rows, prefix, _at(rows, now, context, when)) for rows in lists]
    if not lines:
        return None
    shown = len(lines)
    return Draft(
        Status.ANSWERED,
        _intro(names, lines, context),
        tuple(lines),
        context.words("Documents of the same time differ: each is shown with its source.") if disputed else "",
        context.coverage(question, matched=shown, shown=shown),
    )


def _at(rows: Sequence[Row], now: Stated, context: Context, when: str) -> str:
    """When a line holds: each document of a dispute is named, each statement of several is dated."""
    return (
        f"{context.issue(rows[0].document_id)}, {context.document(rows[0].document_id).name}" if now.disputed else when
    )


def _intro(names: Sequence[str], lines: Sequence[Line], context: Context) -> str:
    if len(names) > 1:
        return context.words("**{count} bodies** match:", count=len(names))
    return f"**{body_title(names[0])}**{_of_page(lines[0], names[0], context)}{_when(lines, context)}:"


def _of_page(line: Line, body: str, context: Context) -> str:
    """The group whose page names a body of its own: "tracer (Storage Special Interest Group)"."""
    document = context.document(line.evidence[0].document_id)
    return f" ({document.title})" if not document.period and fold(document.title) != fold(body) else ""


def _when(lines: Sequence[Line], context: Context) -> str:
    periods = [context.document(line.evidence[0].document_id) for line in lines]
    dated = [document for document in periods if document.period]
    if not dated:
        return ""
    newest = max(dated, key=lambda d: d.period.end if d.period else date.min)
    return f" ({context.words('as of {time}', time=context.issue(newest.id))})"


def _holding(question: Question, context: Context, body: Body) -> dict[str, list[Stated]]:
    """What holds for each asked role, or for the other words for the head of a body: it may be called otherwise."""
    known = _held_roles(body)
    if MEMBER in question.roles and any(lists_others(row) for row in held_as(MEMBER, body.rows)):
        return _holding_as((role for role in all_roles(known) if not is_former(role)), question, context, body)
    held = _holding_as(asked_roles(question.roles, known), question, context, body)
    missing = [role for role in question.roles if not any(is_meant(other, [role]) for other in held)]
    stated_roles = context.catalog.held_roles
    others = [other for role in missing for other in other_words([role], known, stated_roles)]
    if question.roles and len(missing) == len(question.roles):
        held = {}  # Vice-chairs are told of beside a chair, not in place of one.
    return held | _holding_as(others, question, context, body)


def _holding_as(roles: Iterable[str], question: Question, context: Context, body: Body) -> dict[str, list[Stated]]:
    found: dict[str, list[Stated]] = {}
    for role in roles:
        rows = meant_holders(held_as(role, body.rows), question.text)
        told = during(rows, question.interval, context) if question.interval else stated(rows, context)[-1:]
        # The same holders in one issue after the other are stated once, by the last.
        changed = [now for now, then in pairwise((*told, None)) if now and not (then and then.holders == now.holders)]
        if changed:
            found[role] = changed
    return found


def _by_holder(question: Question, context: Context, rows: Sequence[Row]) -> Draft | None:
    """All roles that an organisation or person holds: each from the latest source for its body, or within a time."""
    lines: list[Line] = []
    for body in sorted(bodies_of(rows, context), key=lambda b: min(r.id for r in b.rows)):
        for role in _roles_of_holder(question.roles, body):
            stated_rows = held_as(role, body.rows)
            if question.interval:
                told = during(stated_rows, question.interval, context)
            else:
                told = stated(stated_rows, context)
                told = told if question.history is History.FORMER else told[-1:]
            held = [
                row
                for row in {fold(row.record.holder): row for now in told for row in distinct(now.rows)}.values()
                if all(_is_holder(row, entity) for entity in question.entities)
            ]
            lines += [_held_line(role_words(context.words, role, [row]), body, row, question.entities) for row in held]
    if not lines:
        return None
    who = context.words.all_of([entity.key for entity in question.entities])
    count = context.words.count(len(lines), "1 role", "{count} roles")
    return Draft(
        Status.ANSWERED,
        f"**{who}** – {count}:",
        tuple(lines),
        coverage=context.coverage(question, matched=len(lines), shown=len(lines)),
    )


def _held_roles(body: Body) -> frozenset[str]:
    return frozenset(row.record.role for row in body.rows)


def _roles_of_holder(asked: Sequence[str], body: Body) -> Sequence[str]:
    """The roles to look at: all for a "member", and whoever heads a body that has no "lead" of its own."""
    if not asked or MEMBER in asked:
        return all_roles(_held_roles(body))
    if linked := [role for role in _held_roles(body) if is_meant(role, asked) and role not in asked]:
        return (*asked, *sorted(linked))
    if set(asked) & {row.record.role for row in body.rows} - {"lead"} or not set(asked) <= set(HEADS):
        return asked
    return (*HEADS, *(role for role in table("roles") if role.endswith("lead") and role not in (*HEADS, EMERITUS)))


def _is_holder(row: Row, entity: Entity) -> bool:
    return mentions(f"{row.record.holder} {row.record.affiliation or ''}", entity)


def _held_line(label: str, body: Body, row: Row, entities: Sequence[Entity]) -> Line:
    evidence = (Evidence(row.document_id, row.record.span, row.record.section, row.record.page),)
    itself = any(fold(row.record.holder) == fold(form) for entity in entities for form in entity.forms)
    who = f" – {holder_words(row.record)}" if not itself or row.record.affiliation else ""
    title = body_title(body.name)
    return Line(f"{label}: {title}{who}", evidence, "role", frame=(label, body.name, title))


def _not_found(question: Question, context: Context, bodies: Sequence[Body], matched: Sequence[Body] = ()) -> Draft:
    """Says that nothing was found: of the body that is meant, which posts are stated, else which bodies are nearest."""
    if len(matched) == 1 and question.roles:
        posts = context.words.all_of([context.words.role_word(role) for role in all_roles(_held_roles(matched[0]))])
        frame = "Of {body}, these posts are stated: {posts}."
        text = f"{context.does_not_say()} {context.words(frame, body=body_title(matched[0].name), posts=posts)}"
        suggested = f"Who is the {all_roles(_held_roles(matched[0]))[0]} of {body_title(matched[0].name)}?"
        return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question), suggestions=(suggested,))
    wanted = asked_words(phrases_of(question, context, bodies), bodies, context)
    near = sorted(((likeness(wanted, body, context), body.name) for body in bodies), reverse=True)[:3] if wanted else []
    nearest = [name for score, name in near if score > 0.2]
    text = context.does_not_say()
    if nearest:
        names = "; ".join(map(body_title, nearest))
        text += " " + context.words("The nearest bodies with stated roles: {names}.", names=names)
    asked = question.roles[0] if question.roles else "chair"
    suggestions = tuple(f"Who is the {asked} of {body_title(name)}?" for name in nearest[:2])
    return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question), suggestions=suggestions)
