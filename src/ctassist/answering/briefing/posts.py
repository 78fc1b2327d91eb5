"""Roles that changed hands in a period, and who holds them at its end."""

from collections.abc import Iterable
from dataclasses import dataclass

from ctassist.answering.briefing.told import Told, speaks_of
from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence, Line
from ctassist.answering.roles.bodies import Body, bodies_of
from ctassist.answering.roles.lines import body_title, held_as, holder_words, role_evidence
from ctassist.answering.roles.tenures import Row, Stated, during, holders_of, source, stated, stated_on
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, Question
from ctassist.answering.understanding.role_scope import EMERITUS
from ctassist.extraction.vocabulary import table
from ctassist.model.time import Interval


@dataclass(frozen=True, slots=True)
class _Post:
    """One role in one body as of a period.

    ``states`` are the last before the period and those within it, the same holders once; ``old`` says whether there is
    one before. ``latest`` is the last that states the holders at the period's end.
    """

    body: Body
    role: str
    states: tuple[Stated, ...]
    old: bool
    latest: Stated


def changed_posts(question: Question, context: Context) -> list[Told]:
    """The roles that changed hands, the holders at the period's end first.

    A role that was not stated before is new, unless the archive had stated no roles at all. With an organisation or
    person, the changes that it is part of; with a place, those of bodies that bear its name.
    """
    return [_changed(post, context) for post, changed in _posts(question, context) if changed]


def held_posts(question: Question, context: Context) -> list[Told]:
    """The other roles that an organisation or person holds at the period's end; none without one."""
    if not question.entities:
        return []
    kept = [post for post, changed in _posts(question, context) if not changed]
    return [_held(post, context) for post in kept if _is_held(post.latest, question.entities)]


def _posts(question: Question, context: Context) -> list[tuple[_Post, bool]]:
    """The roles within the scope of a briefing, and whether each changed hands."""
    asked = question.interval
    assert asked is not None
    # A page without a period says who holds a role now, not when that came to be.
    rows = [row for row in context.view.roles(context.document_ids) if _is_dated(row, context)]
    known = any(stated_on(row, context) < asked.start for row in rows)
    bodies = [body for body in bodies_of(rows, context) if all(speaks_of(body.name, p) for p in question.places)]
    posts = []
    for body in sorted(bodies, key=lambda body: min(row.id for row in body.rows)):
        for role in (role for role in table("roles") if role != EMERITUS):
            post = _post(body, role, asked, context)
            if post and any(_is_held(now, question.entities) for now in post.states):
                posts.append((post, len(post.states) > 1 or (known and not post.old)))
    return posts


def _is_dated(row: Row, context: Context) -> bool:
    return row.record.interval is not None or context.document(row.document_id).period is not None


def _post(body: Body, role: str, asked: Interval, context: Context) -> _Post | None:
    """A role as of a period; None where nothing was stated by its end."""
    rows = held_as(role, body.rows)
    past = [now for now in stated(rows, context) if now.rank[1] < asked.start][-1:]
    told = [*past, *during(rows, asked, context)]
    states: list[Stated] = []
    for now in told:
        if not states or holders_of(now, context) != holders_of(states[-1], context):
            states.append(now)
    return _Post(body, role, tuple(states), bool(past), told[-1]) if told else None


def _is_held(now: Stated, entities: Iterable[Entity]) -> bool:
    holders = [f"{row.record.holder} {row.record.affiliation or ''}" for row in now.rows]
    return all(any(mentions(holder, entity) for holder in holders) for entity in entities)


def _changed(post: _Post, context: Context) -> Told:
    *before, now = post.states
    words = f"new as of {source(now, context)}"
    if before:
        told = [f"{_names(then, context)}, as of {source(then, context)}" for then in reversed(before)]
        words += f"; before: {'; '.join(told)}"
    return _told(post, now, words, (now, *reversed(before)), context)


def _held(post: _Post, context: Context) -> Told:
    return _told(post, post.latest, f"as of {source(post.latest, context)}", (post.latest,), context)


def _told(post: _Post, now: Stated, words: str, states: Iterable[Stated], context: Context) -> Told:
    role = post.role + ("s" if any(len(rows) > 1 for rows in now.by_document.values()) else "")
    label = f"{body_title(post.body.name)}, {role}: "
    lead = label + _names(now, context)
    frame = (label, *(source(then, context) for then in states), *_disputing(states, context))
    return Told(Line(f"{lead} ({words})", _evidence(states), "role", frame=frame), lead)


def _names(now: Stated, context: Context) -> str:
    """The holders; where documents of the same day differ, what each of them says."""
    if not now.disputed:
        return _joined(now.rows)
    told = [f"{_joined(rows)} ({context.document(id).name})" for id, rows in now.by_document.items()]
    return f"{' or '.join(told)}, as documents differ"


def _disputing(states: Iterable[Stated], context: Context) -> Iterable[str]:
    return [context.document(id).name for now in states if now.disputed for id in now.by_document]


def _joined(rows: Iterable[Row]) -> str:
    return ", ".join(dict.fromkeys(holder_words(row.record) for row in rows))


def _evidence(states: Iterable[Stated]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for now in states for evidence in role_evidence(now.rows)))
