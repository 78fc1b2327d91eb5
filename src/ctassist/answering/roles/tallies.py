"""Composes answers on how many posts there are: of which body, held by whom, who holds most, one holder and another."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.roles.bodies import Body, bodies_of, in_order
from ctassist.answering.roles.body_counts import compose_bodies, counts_bodies
from ctassist.answering.roles.by_holder import held_line, is_holder
from ctassist.answering.roles.holding import asked_exactly, rows_of
from ctassist.answering.roles.lines import body_title, role_line
from ctassist.answering.roles.matching import match_bodies
from ctassist.answering.roles.numbers import wanted_number, wanted_number_of_bodies
from ctassist.answering.roles.tenures import Row, stated_on
from ctassist.answering.roles.vacancies import answered, asked_missing, compose_vacancies
from ctassist.answering.terms import body_noun_pattern
from ctassist.answering.understanding.question import Entity, Question, Wants
from ctassist.extraction.role_words import is_listed

Post = tuple[Body, str, Row]
"""A body, a role, and one who holds it."""

_COMPARES = re.compile(r"\b(?:more|fewer|less|most|fewest|least|as many|compared?|equally)\b", re.IGNORECASE)
_SUPERLATIVE = re.compile(
    r"\b(?:(?P<most>(?:the )?(?:most|highest number|largest number|greatest number|more \w+ than (?:any|all)\w*))"
    r"|(?P<least>(?:the )?(?:fewest|least|smallest number|lowest number)))\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\bhow much\b", re.IGNORECASE)
"""Asks for an amount, and counts nobody: "how much is a chair paid?"."""
_POSTS = re.compile(r"\b(?:positions?|posts?|roles?|seats?|offices|functions|chairmanships)\b", re.IGNORECASE)
_BELONGS = re.compile(
    r"\bhow many\s+(?:[\w-]+\s+){0,3}?(?:groups|committees|bodies|boards|teams|task forces|panels)\b.{2,60}?"
    r"\b(?:represented|involved|belongs?|sits?|serves?|serving|member|part|in|on)\b",
    re.IGNORECASE,
)
"""Asks in how many bodies somebody is."""
_OF_A_BODY = re.compile(
    rf"\b(?:which|what)\s+(?:of\s+the\s+)?(?:[\w-]+\s+){{0,2}}?(?:{body_noun_pattern()})s?\b"
    r"\s+(?:has|have|had|counts?|got|lists?|is|are|with)\b",
    re.IGNORECASE,
)
"""Asks for a body by those who hold its posts: "which group has the most vice-chairs"."""
_HOLDERS = re.compile(
    r"\bhow many\s+(?:different\s+|distinct\s+|other\s+|of the\s+)?(?:[\w-]+\s+)?(?:organi[sz]ations|entities"
    r"|agencies|people|persons|members|institutions|partners|holders)\b",
    re.IGNORECASE,
)


def compose_tally(question: Question, context: Context) -> Draft | None:
    """Answers with posts counted; None where a question does not count posts, or none is stated."""
    rows = context.view.roles(document_ids=context.document_ids)
    bodies = bodies_of((row for row in rows if stated_on(row, context) <= context.as_of), context)
    return tally_of(question, context, bodies)


def tally_of(question: Question, context: Context, bodies: Sequence[Body]) -> Draft | None:
    """Answers with the posts of some bodies counted; None where a question does not count posts, or none is stated."""
    if any(is_listed(role) for role in question.roles) or question.history or _HOW_MUCH.search(question.text):
        return None
    if counts_bodies(question):
        return compose_bodies(question, context)
    if not question.roles and not _POSTS.search(question.text) and not _BELONGS.search(question.text):
        return None
    if missing := asked_missing(question, context):
        return compose_vacancies(question, context, bodies, missing)
    if len(question.entities) > 1 and _COMPARES.search(question.text):
        return _compared(question, context, bodies)
    if (match := _SUPERLATIVE.search(question.text)) and not question.entities:
        least = match["least"] is not None
        if _OF_A_BODY.search(question.text):
            return _bodies_with_most(question, context, bodies, least=least)
        return _holders_with_most(question, context, bodies, least=least)
    if question.wants is Wants.WHO and not question.entities and (fits := wanted_number_of_bodies(question.text)):
        return _holders_in_so_many(question, context, bodies, fits)
    if question.wants is Wants.HOW_MANY and (question.roles or question.entities):
        return _counted(question, context, bodies)
    if question.roles and _wants_number(question, context):
        return _counted(question, context, bodies)
    return None


def _wants_number(question: Question, context: Context) -> bool:
    """Tells whether a question asks for the bodies that have so many holders of a post."""
    return question.by_holder and not question.entities and wanted_number(question.text, context.catalog) is not None


def _posts(question: Question, context: Context, bodies: Iterable[Body]) -> list[Post]:
    """All posts of the asked kinds that are held, now or in the asked time, in the order of the documents."""
    found = []
    for body in in_order(bodies):
        for role in asked_exactly(question.roles, body):
            found += [(body, role, row) for row in rows_of(role, question, context, body)]
    return found


def _compared(question: Question, context: Context, bodies: Sequence[Body]) -> Draft | None:
    """The posts of each of those who are compared, with their numbers."""
    posts = _posts(question, context, bodies)
    lines: list[Line] = []
    none: list[str] = []
    for entity in question.entities:
        held = [post for post in posts if is_holder(post[2], entity, context)]
        lines += _of_holder(entity, held, context)
        none += [] if held else [entity.key]
    outro = context.words("No such role is stated for {names}.", names=", ".join(none)) if none else ""
    return answered(question, context, "", lines, outro)


def _of_holder(entity: Entity, held: Sequence[Post], context: Context) -> list[Line]:
    count = context.words.count(len(held), "1 role", "{count} roles")
    heading = f"**{entity.key}** – {count}"
    return [replace(held_line(role, body, row, (entity,), context), group=(heading,)) for body, role, row in held]


def _holders_with_most(question: Question, context: Context, bodies: Sequence[Body], *, least: bool) -> Draft | None:
    """Whoever holds most posts, each with the lines of these; all of those who hold as many."""
    by_holder = _by_holder(question, context, bodies)
    named = _extreme({holder: _number_of_bodies(posts) for holder, posts in by_holder.items()}, least)
    return _of_holders(question, context, {holder: by_holder[holder] for holder in named})


def _holders_in_so_many(
    question: Question, context: Context, bodies: Sequence[Body], fits: Callable[[int], bool]
) -> Draft | None:
    """Whoever has such a post in so many bodies, each with the lines of these."""
    by_holder = _by_holder(question, context, bodies)
    found = {holder: posts for holder, posts in by_holder.items() if fits(_number_of_bodies(posts))}
    return _of_holders(question, context, found)


def _by_holder(question: Question, context: Context, bodies: Sequence[Body]) -> dict[str, list[Post]]:
    by_holder: dict[str, list[Post]] = defaultdict(list)
    for post in _posts(question, context, _in_scope(question, context, bodies)):
        holder = post[2].record.holder
        by_holder[context.catalog.key_of(holder) or holder].append(post)
    return by_holder


def _number_of_bodies(posts: Iterable[Post]) -> int:
    return len({body.name for body, _, _ in posts})


def _of_holders(question: Question, context: Context, posts: Mapping[str, Sequence[Post]]) -> Draft | None:
    lines = [
        line for holder, held in posts.items() for line in _of_holder(context.catalog.entity(holder), held, context)
    ]
    return answered(question, context, "", lines)


def _in_scope(question: Question, context: Context, bodies: Sequence[Body]) -> Sequence[Body]:
    """The bodies that a question about all of a kind means."""
    return match_bodies(question, context, bodies, lambda _: True).bodies or bodies


def _bodies_with_most(question: Question, context: Context, bodies: Sequence[Body], *, least: bool) -> Draft | None:
    """The bodies in which most hold a post."""
    posts = _posts(question, context, _in_scope(question, context, bodies))
    counts: dict[str, int] = defaultdict(int)
    for body, _, _ in posts:
        counts[body.name] += 1
    named = _extreme(counts, least)
    return _by_body(question, context, [post for post in posts if post[0].name in named], "")


def _extreme(counts: Mapping[str, int], least: bool) -> list[str]:
    """Those of the highest number, or of the lowest one, in the order of the documents."""
    wanted = (min if least else max)(counts.values(), default=0)
    return [name for name, count in counts.items() if count == wanted]


def _counted(question: Question, context: Context, bodies: Sequence[Body]) -> Draft | None:
    """How many hold a post, in how many bodies, or how many posts somebody holds."""
    found = match_bodies(question, context, bodies, lambda _: True)
    if found.asked and not found.bodies and not question.entities:
        return None
    posts = _posts(question, context, found.bodies or bodies)
    held = [post for post in posts if all(is_holder(post[2], entity, context) for entity in question.entities)]
    if question.entities and (held or not found.bodies or question.by_holder):
        posts = held
        lines = [line for entity in question.entities[:1] for line in _of_holder(entity, posts, context)]
        return answered(question, context, "", lines)
    if fits := wanted_number(question.text, context.catalog):
        numbers = Counter((body.name, role) for body, role, _ in posts)
        posts = [(body, role, row) for body, role, row in posts if fits(numbers[body.name, role])]
    if question.by_holder:
        count = len({body.name for body, _, _ in posts})
        return _by_body(question, context, posts, context.words.count(count, "**1 body**:", "**{count} bodies**:"))
    if _HOLDERS.search(question.text):
        count = len({row.record.holder for _, _, row in posts})
        return _by_body(question, context, posts, context.words.count(count, "**1 holder**:", "**{count} holders**:"))
    kinds = dict.fromkeys(role for _, role, _ in posts)
    kinds_counted = (f"{context.words.role(role, 2)}: {sum(other == role for _, other, _ in posts)}" for role in kinds)
    return _by_body(question, context, posts, f"**{', '.join(kinds_counted)}**")


def _by_body(question: Question, context: Context, posts: Sequence[Post], intro: str) -> Draft | None:
    """One line for each role in each body."""
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for body, role, row in posts:
        rows[body_title(body.name), role].append(row)
    lines = [role_line(context.words, role, found, f"{name}: ") for (name, role), found in rows.items()]
    return answered(question, context, intro, lines)
