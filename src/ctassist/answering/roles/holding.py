"""What holds of a body for a question: its roles and who has them, now or in the asked time."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ctassist.answering.context import Context
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.lines import (
    HEADS,
    SECONDS,
    all_roles,
    asked_roles,
    held_as,
    is_meant,
    lists_others,
    other_words,
)
from ctassist.answering.roles.narrowing import meant_holders
from ctassist.answering.roles.tenures import Row, Stated, distinct, during, holders_of, rank, stated
from ctassist.answering.understanding.question import Question
from ctassist.answering.understanding.role_scope import EMERITUS, FORMER_MEMBER, MEMBER
from ctassist.extraction.role_words import is_former, is_listed

CHAIR, CO_CHAIR = "chair", "co-chair"


def held_roles(body: Body) -> frozenset[str]:
    """The roles that are stated of a body at any time."""
    return frozenset(row.record.role for row in body.rows)


def holding(question: Question, context: Context, body: Body) -> dict[str, list[Stated]]:
    """What holds for each asked role, or for the other words for the head of a body: it may be called otherwise."""
    known = held_roles(body)
    if MEMBER in question.roles and any(lists_others(row) for row in held_as(MEMBER, body.rows)):
        return holding_as((role for role in all_roles(known) if not is_former(role)), question, context, body)
    if question.interval:
        # What heads a body at another time says nothing of what heads it then.
        known = frozenset(role for role in known if holding_as([role], question, context, body)) or known
    held = holding_as(asked_roles(question.roles, known), question, context, body)
    if not question.interval and is_shared_since(held):
        return {role: told for role, told in held.items() if role != CHAIR}
    if (
        not question.interval
        and set(question.roles) <= set(HEADS)
        and (now := _newer_heads(question.roles, body, context))
    ):
        return holding_as(now, question, context, body)
    if question.roles and not question.interval:
        held = _without_replaced(held, question.roles, body, context)
    missing = [role for role in question.roles if not any(is_meant(other, [role]) for other in held)]
    stated_roles = context.catalog.held_roles
    others = [other for role in missing for other in other_words([role], known, stated_roles)]
    others += [other for role in missing if (other := _held_jointly(role, question, context, body))]
    if EMERITUS in missing:
        others += [role for role in all_roles(known) if is_former(role) and role != FORMER_MEMBER]
    if question.roles and len(missing) == len(question.roles):
        held = {}  # Vice-chairs are told of beside a chair, not in place of one.
    return held | holding_as(others, question, context, body)


def _held_jointly(role: str, question: Question, context: Context, body: Body) -> str | None:
    """The post that several hold together, where who shares it is asked for: two chairs are co-chairs."""
    alone = role.removeprefix("co-")
    told = holding_as([alone], question, context, body).get(alone, []) if alone != role else []
    return alone if told and len(told[-1].holders) > 1 else None


def holding_as(roles: Iterable[str], question: Question, context: Context, body: Body) -> dict[str, list[Stated]]:
    """What holds for each of the roles in a body; several statements where holders changed within the asked time."""
    found: dict[str, list[Stated]] = {}
    for role in roles:
        rows = meant_holders(held_as(role, body.rows), question.text)
        told = during(rows, question.interval, context, body.rows) if question.interval else stated(rows, context)[-1:]
        # The same holders in one issue after the other are stated once, by the last.
        changed = [
            now
            for now, then in pairwise((*told, None))
            if now and not (then and holders_of(then, context) == holders_of(now, context))
        ]
        if changed:
            found[role] = changed
    return found


def is_shared_since(told: Mapping[str, Sequence[Stated]]) -> bool:
    """Tells whether the chart that names several co-chairs of a body is newer than the one that names its chair."""
    chair, shared = told.get(CHAIR), told.get(CO_CHAIR)
    if not chair or not shared or shared[-1].rank <= chair[-1].rank or len(shared[-1].holders) < 2:
        return False
    return any(now.rank == shared[-1].rank for role, (*_, now) in told.items() if role != CO_CHAIR)


def _without_replaced(
    held: dict[str, list[Stated]], asked: Sequence[str], body: Body, context: Context
) -> dict[str, list[Stated]]:
    """The posts that are asked for, with those beside them that the newest chart of the body still has."""
    newest = max((rank(row, context) for row in body.rows if row.record.interval is None), default=None)
    return {
        role: told
        for role, told in held.items()
        if any(is_meant(role, [one]) for one in asked) or newest is None or told[-1].rank >= newest
    }


def _newer_heads(asked: Sequence[str], body: Body, context: Context) -> tuple[str, ...]:
    """The roles by which the newest chart of a body names its heads, where an older one has whom it named for a post.

    Who was convener until two leads took over does not convene it any more.
    """
    charts = [row for row in body.rows if row.record.interval is None]
    newest = max((rank(row, context) for row in charts), default=None)
    now = [row for row in charts if rank(row, context) == newest]
    roles = [row.record.role for row in now]
    if not asked or set(asked) & set(roles) or not any(row.record.role in HEADS for row in charts):
        return ()
    older = [row for row in charts if row.record.role in HEADS and row not in now]
    heads = tuple(role for role in all_roles(roles) if role in HEADS)
    shared = tuple(role for role in all_roles(roles) if role in _SHARED and roles.count(role) > 1)
    return heads or shared if older else ()


_SHARED = (CO_CHAIR, "co-lead", "co-convener", "co-facilitator")
"""Two who have such a post head a body together."""


def rows_of(role: str, question: Question, context: Context, body: Body) -> list[Row]:
    """The rows of all who hold a role in a body, now or in the asked time, each holder once."""
    told = holding_as([role], question, context, body).get(role, [])
    return list({row.record.holder: row for now in told for row in distinct(now.rows)}.values())


def asked_exactly(roles: Sequence[str], body: Body) -> tuple[str, ...]:
    """The roles of a body that are meant where posts are counted: those asked for, whatever a head is called in it."""
    posts = tuple(role for role in all_roles(held_roles(body)) if not is_former(role) and not is_listed(role))
    if not roles:
        return posts
    meant = set(roles)
    for peers in (HEADS, SECONDS):
        if set(peers) & meant:
            meant |= set(peers)
    return tuple(role for role in posts if role in meant)
