"""Composes answers on which roles an organisation or a person holds."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.roles.bodies import Body, bodies_of, in_order
from ctassist.answering.roles.holding import held_roles
from ctassist.answering.roles.lines import (
    HEADS,
    all_roles,
    body_title,
    held_as,
    holder_words,
    is_meant,
    other_words,
    role_words,
)
from ctassist.answering.roles.tenures import Row, Stated, distinct, during, rank, source, stated
from ctassist.answering.terms import content, fold
from ctassist.answering.understanding.employers import asks_employer
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, History, Question
from ctassist.answering.understanding.role_scope import EMERITUS, MEMBER, find_roles
from ctassist.extraction.holder_parts import in_one_script
from ctassist.extraction.role_words import is_former, is_listed, role_label, role_verbs
from ctassist.extraction.vocabulary import table
from ctassist.model.answer import Status
from ctassist.model.text import Span

_OF = re.compile(r"\s+(?:of|at|in|for)\s+(?:the\s+)?", re.IGNORECASE)
_THE = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE)
_ITS = re.compile(r"(?:[’']s|[’'])?\s+(?:\w+\s+)?", re.IGNORECASE)


def compose_of_holder(question: Question, context: Context, rows: Sequence[Row]) -> Draft | None:
    """All roles that an organisation or person holds: each from the latest source for its body, or within a time."""
    lines: list[Line] = []
    past = question.history is History.FORMER or _HELD_ONCE.search(question.text) is not None
    is_meant_holder = _is_affiliated if _is_asked_as_body(question, context) else is_holder
    for body in in_order(bodies_of(rows, context)):
        found: list[tuple[str, Row]] = []
        former: dict[int, str] = {}
        for role in _roles_of_holder(question.roles, body):
            stated_rows = held_as(role, body.rows)
            if question.interval:
                told = during(stated_rows, question.interval, context, body.rows)
            else:
                told = stated(stated_rows, context)
                told = told if past else told[-1:]
                former |= _ended(told, context)
            found += [
                (role, row)
                for row in {fold(row.record.holder): row for now in told for row in distinct(now.rows)}.values()
                if all(is_meant_holder(row, entity, context) for entity in question.entities)
            ]
        if not question.interval and not past:
            found = _without_earlier_posts(found, context)
        if asks_employer(question.text):
            found = [(role, row) for role, row in found if row.record.affiliation]
        lines += [held_line(role, body, row, question.entities, context, former.get(row.id, "")) for role, row in found]
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


_HELD_ONCE = re.compile(
    r"\bdid\b|\bever\b|\b(?:has|have|had)\s+(?:[\w’'-]+\s+){1,6}?(?:been|led|held|had|\w+ed)\b", re.IGNORECASE
)
"""Asks for posts whether or not they are still held: "which groups did WCO chair", "which has it chaired"."""


def _ended(told: Sequence[Stated], context: Context) -> dict[int, str]:
    """When those rows were last stated that the newest source of a post does not have, by their ids."""
    now = {fold(row.record.holder) for row in told[-1].rows} if told else set()
    return {
        row.id: context.words("last stated in {time}", time=source(at, context))
        for at in told
        for row in at.rows
        if fold(row.record.holder) not in now
    }


def _without_earlier_posts(held: Sequence[tuple[str, Row]], context: Context) -> list[tuple[str, Row]]:
    """The posts in one body without those that somebody had before another one in it: a co-chair who is chair now."""
    posts = [(row, rank(row, context)) for role, row in held if not is_listed(role)]
    return [
        (role, row)
        for role, row in held
        if is_listed(role)
        or not any(
            fold(other.record.holder) == fold(row.record.holder) and at > rank(row, context) for other, at in posts
        )
    ]


def _roles_of_holder(asked: Sequence[str], body: Body) -> Sequence[str]:
    """The roles to look at: all for a "member", and whoever heads a body without a "lead" of its own, or is nearest."""
    if not asked or MEMBER in asked:
        return all_roles(held_roles(body))
    if EMERITUS in asked:
        return tuple(role for role in all_roles(held_roles(body)) if role in asked or is_former(role))
    if linked := [role for role in held_roles(body) if is_meant(role, asked) and role not in asked]:
        return (*asked, *sorted(linked))
    if set(asked) & {row.record.role for row in body.rows} - {"lead"} or not set(asked) <= set(HEADS):
        return asked
    heads = (*HEADS, *(role for role in table("roles") if role.endswith("lead") and role not in (*HEADS, EMERITUS)))
    return heads if set(heads) & set(held_roles(body)) else other_words(asked, held_roles(body), ())


def is_holder(row: Row, entity: Entity, context: Context) -> bool:
    """Tells whether somebody holds a role, or one who works for it; "UN" is no "UN Women"."""
    if (once := in_one_script(row.record.holder)) != row.record.holder:
        short = replace(row, record=replace(row.record, holder=once))
        if is_holder(short, entity, context):
            return True
    words = f"{row.record.holder} {row.record.affiliation or ''}"
    for found in reversed(context.catalog.find_entities(words)):
        if found.entity.key != entity.key:
            words = f"{words[: found.span.start]} {words[found.span.end :]}"
    return mentions(words, entity)


def has_held(entities: Sequence[Entity], body: Body, context: Context, roles: Collection[str] = ()) -> bool:
    """Tells whether somebody has a post in a body, or had it once; with ``roles`` one of these."""
    meant = {*roles, *(HEADS if set(roles) & set(HEADS) else ())}
    return any(
        is_holder(row, entity, context) and (not meant or row.record.role in meant)
        for entity in entities
        for row in body.rows
    )


def _is_affiliated(row: Row, entity: Entity, context: Context) -> bool:
    """Tells whether a holder works for somebody, or is said to be its head: "Head of UNOCT"."""
    return is_holder(row, entity, context) and context.catalog.key_of(row.record.holder) != entity.key


def _is_asked_as_body(question: Question, context: Context) -> bool:
    """Tells whether a question asks who holds a role of an organisation: "Who is the head of CTED?", "Who heads CTED?".

    The groups that it chairs itself are no answer to that.
    """
    text = question.text
    named = [found.span for found in context.catalog.find_entities(text)]
    return any(_is_of(role, span, text) for role, _ in find_roles(text, context.catalog) for span in named)


def _is_of(role: Span, named: Span, text: str) -> bool:
    if role.end <= named.start:
        between = text[role.end : named.start]
        asks = re.search(r"\b(?:who|whom)\b[^?]*$", text[: role.start], re.IGNORECASE)
        return bool(_OF.fullmatch(between) or (asks and _THE.fullmatch(between)))
    genitive = named.of(text).endswith(("’s", "'s")) or text[named.end : named.end + 1] in ("’", "'")
    return genitive and named.end <= role.start and bool(_ITS.fullmatch(text[named.end : role.start]))


def held_line(role: str, body: Body, row: Row, entities: Sequence[Entity], context: Context, ended: str = "") -> Line:
    """One line for a post: the role, the body, and the holder unless that is one of ``entities`` itself.

    ``ended`` says, in words, when a post was held that is no longer.
    """
    label = role_words(context.words, role, [row])
    evidence = (Evidence(row.document_id, row.record.span, row.record.section, row.record.page),)
    itself = any(fold(row.record.holder) == fold(form) for entity in entities for form in entity.forms)
    who = f" – {holder_words(row.record)}" if not itself or row.record.affiliation else ""
    title = body_title(body.name)
    spoken = f"{label} of {title}{who}"
    when = f" ({ended})" if ended else ""
    frame = (label, body.name, title, ended) if ended else (label, body.name, title)
    return Line(f"{label}: {title}{who}{when}", evidence, "role", frame=frame, spoken=f"{spoken}{when}")


def named_persons(question: Question, rows: Iterable[Row]) -> tuple[Entity, ...]:
    """Those named in a question who hold roles by their full names."""
    holders = {fold(row.record.holder) for row in rows}
    named = (entity for entity in question.entities if " " in entity.key and fold(entity.key) in holders)
    return tuple(replace(entity, forms=(entity.key,)) for entity in named)


def with_places_that_hold(question: Question, context: Context, rows: Iterable[Row]) -> Question:
    """The question with a country that holds roles as one who is named: "What does Jordan chair?"."""
    holders = {fold(row.record.holder) for row in rows}
    named = tuple(context.catalog.entity(place.name) for place in question.places if fold(place.name) in holders)
    if question.entities or not named:
        return question
    return replace(question, entities=named, places=())


def with_title_that_holds(question: Question, context: Context, rows: Iterable[Row]) -> Question:
    """The question with an office as one who is named: "which board does the Warden for Tides chair?"."""
    asked = _WHO_LEADS.search(question.text)
    if not asked or question.entities or len(content(asked["who"])) < _TELLING:
        return question
    title = asked["who"]
    holders = {row.record.holder for row in rows if fold(row.record.holder).startswith(fold(title))}
    if len(holders) != 1:
        return question
    return replace(
        question,
        text=question.text.replace(title, " "),  # The words of an office are no words of a body.
        timeless=question.timeless.replace(title, " "),
        topic=tuple(word for word in question.topic if word not in title),
        entities=(Entity(title, (title,)),),
        by_holder=True,
    )


_TELLING = 2
"""So many words of an office's name tell which one it is."""
_WHO_LEADS = re.compile(
    rf"\b(?:do|does|did|is|was)\s+(?:the\s+)?(?P<who>[^?]+?)\s+(?:{'|'.join(map(re.escape, role_verbs()))}"
    rf"|(?:the\s+)?(?:{role_label()})\s+(?:of|in))\b",
    re.IGNORECASE,
)
