"""Composes answers on who holds which role in which body, as of a date."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ctassist.answering.catalog import mentions
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.question import Question
from ctassist.answering.terms import (
    Token,
    abbreviates,
    content,
    fold,
    generic_actor_stems,
    is_body_noun,
    is_light,
    misspelt,
    role_noun_stems,
    stem,
    stems,
    written_out,
)
from ctassist.extraction.role_words import canonical_role
from ctassist.extraction.vocabulary import table
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Role
from ctassist.model.text import Span
from ctassist.model.time import Interval

_ENOUGH = 0.72
"""The share of a question's words, by weight, that must stand in a body's name. Below it the body is another one."""
_SAME = 0.15
_GENERIC_WEIGHT = 0.08
_ALL = re.compile(r"\b(?:all|every|each|list|which|what)\b", re.IGNORECASE)
_HEADS = ("chair", "lead", "president", "coordinator", "convener")
_FAMILY = ("chair", "co-chair", "vice-chair")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way of writing a body's name: the stems that tell it from others, its nouns' stems, all its words."""

    telling: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    initials: str


@dataclass(frozen=True, slots=True)
class _Body:
    """All roles of one body, by whatever spelling of its name."""

    name: str
    stems: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    """The words themselves in lower case, for misspelt questions."""
    initials: frozenset[str]
    around: frozenset[str]
    """Stems of the titles of pages that are about one group: it has the body."""
    rows: tuple[Entry[Role], ...]


def compose_roles_held(question: Question, context: Context) -> Draft | None:
    """Answers what somebody does by the roles held; None when the question names nobody, or nobody with a role."""
    if not question.entities or question.interval or question.places:
        return None
    return _by_holder(question, context, context.view.roles(document_ids=context.document_ids))


def compose_roles(question: Question, context: Context) -> Draft:
    """Answers who holds a role, or which roles a holder has."""
    rows = [row for row in context.view.roles(document_ids=context.document_ids) if _day(row, context) <= context.as_of]
    bodies = _bodies(rows, context)
    by_body = _by_body(question, context, bodies)
    if question.entities and (question.by_holder or not by_body):
        held = _by_holder(question, context, rows)
        if held:
            return held
    if by_body:
        return by_body
    return _not_found(question, context, bodies)


def _day(row: Entry[Role], context: Context) -> date:
    """The day from which a row is known to hold; a page without a period describes the present."""
    if row.record.interval:
        return row.record.interval.end
    period = context.document(row.document_id).period
    return period.end if period else date.min


def _rank(row: Entry[Role], context: Context) -> tuple[int, date]:
    """Orders sources by how recent they are: pages without a period are kept current, so they come last."""
    period = context.document(row.document_id).period
    if row.record.interval is None and period is None:
        return 1, date.max
    return 0, _day(row, context)


def _bodies(rows: Iterable[Entry[Role]], context: Context) -> list[_Body]:
    groups: dict[frozenset[str], list[Entry[Role]]] = defaultdict(list)
    for row in rows:
        groups[_spelling(row.record.body).telling].append(row)
    bodies = []
    for telling, found in groups.items():
        spellings = [_spelling(row.record.body) for row in found]
        nouns = frozenset().union(*(spelling.nouns for spelling in spellings))
        words = frozenset().union(*(spelling.words for spelling in spellings))
        initials = frozenset(spelling.initials for spelling in spellings)
        pages = {row.document_id for row in found if context.document(row.document_id).period is None}
        around = frozenset().union(*(stems(context.document(page).title) for page in pages))
        bodies.append(_Body(found[-1].record.body, telling, nouns, words, initials, around, tuple(found)))
    return bodies


@lru_cache(maxsize=10_000)
def _spelling(body: str) -> _Spelling:
    """Takes one spelling of a body's name apart."""
    words = content(written_out(body))
    telling = frozenset(token.stem for token in words if not is_body_noun(token))
    return _Spelling(
        telling or frozenset(token.stem for token in words),
        frozenset(token.stem for token in words if is_body_noun(token)),
        frozenset(fold(token.text) for token in words),
        "".join(token.text[0] for token in words if not is_body_noun(token)).upper(),
    )


def _match(question: Question, context: Context, bodies: Sequence[_Body]) -> list[_Body]:
    """The bodies that a question names: by number, or by enough of the words of its name."""
    if question.number and (numbered := [b for b in bodies if any(r.record.number == question.number for r in b.rows)]):
        return numbered
    wanted = _wanted(question, context, bodies)
    if (
        not any(weight > _GENERIC_WEIGHT for weight in wanted.values())
        and not question.entities
        and _ALL.search(question.text)
    ):
        return list(bodies)
    if not wanted:
        return []
    scored = sorted(
        ((_score(wanted, body, context), body) for body in bodies), key=lambda pair: (-pair[0], pair[1].name)
    )
    best = scored[0][0] if scored else 0.0
    enough = [(score, body) for score, body in scored if score >= _ENOUGH]
    near = [body for score, body in enough if score >= best - _SAME / 4]
    # The nearest name may have no holder at the asked time; then the next one is meant.
    held = [
        body for _, body in enough if _current(question, context, body) or _current(_heads(question), context, body)
    ]
    return near if not held or held[0] in near else held[:1]


def _wanted(question: Question, context: Context, bodies: Sequence[_Body]) -> dict[Token, float]:
    """The words of the body's name in the question, with their weights."""
    wanted: dict[str, tuple[Token, float]] = {}
    named = {word for body in bodies for word in body.stems}
    holders = {stem(word) for entity in question.entities for form in entity.forms for word in form.split()} - named
    for token in content(written_out(" ".join(question.subject))):
        if (
            is_light(token)
            or token.stem in generic_actor_stems() | role_noun_stems()
            or token.stem in holders
            or canonical_role(token.text)
        ):
            continue
        weight = _GENERIC_WEIGHT if is_body_noun(token) else max(context.catalog.weight(token.stem), 0.3)
        wanted.setdefault(token.stem, (token, weight))
    return dict(wanted.values())


def _score(wanted: dict[Token, float], body: _Body, context: Context) -> float:
    """Share of the question's words in the body's name (misspelt ones count nearly full), and a little the reverse."""
    if not any(
        _found(word, replace(body, around=frozenset()), context)
        for word in wanted
        if word.stem not in body.nouns or word.stem in body.stems
    ):
        return 0.0
    recall = sum(weight * _found(word, body, context) for word, weight in wanted.items()) / sum(wanted.values())
    covered = sum(1 for word in wanted if word.stem not in body.nouns and _found(word, body, context)) / max(
        len(body.stems), 1
    )
    return recall * (1 - _SAME) + min(covered, 1.0) * _SAME


def _found(word: Token, body: _Body, context: Context) -> float:
    if word.stem in body.stems | body.nouns | body.around:
        return 1.0
    if word.text.isupper() and any(abbreviates(word.text, initials, body.name) for initials in body.initials):
        return 1.0
    if context.catalog.weight.known(word.stem) or len(word.text) < 4:
        return 0.0
    return 0.9 if any(misspelt(fold(word.text), other) for other in body.words) else 0.0


def _by_body(question: Question, context: Context, bodies: Sequence[_Body]) -> Draft | None:
    matched = _match(question, context, bodies)
    lines: list[Line] = []
    found = 0
    intro: list[str] = []
    for body in matched:
        current = _current(question, context, body) or _current(_heads(question), context, body)
        if not current:
            continue
        found += 1
        intro.append(body.name)
        name = f"{_title(body.name)}: " if len(matched) > 1 else ""
        lines += [_line(role, rows, context, name) for role, rows in current.items()]
    if not lines:
        return None
    head = (
        f"**{_title(intro[0])}**{_of_page(lines[0], intro[0], context)}{_when(lines, context)}:"
        if found == 1
        else f"**{found} bodies** match:"
    )
    shown = len(lines)
    return Draft(Status.ANSWERED, head, tuple(lines), coverage=context.coverage(question, matched=shown, shown=shown))


def _title(name: str) -> str:
    return name.title() if name.isupper() else name


def _of_page(line: Line, body: str, context: Context) -> str:
    """The group whose page names a body of its own: "tracer (Storage Special Interest Group)"."""
    document = context.document(line.evidence[0].document_id)
    return f" ({document.title})" if not document.period and fold(document.title) != fold(body) else ""


def _when(lines: Sequence[Line], context: Context) -> str:
    periods = [context.document(line.evidence[0].document_id) for line in lines]
    dated = [document for document in periods if document.period]
    return (
        f" (as of {context.issue(max(dated, key=lambda d: d.period.end if d.period else date.min).id)})"
        if dated
        else ""
    )


def _current(question: Question, context: Context, body: _Body) -> dict[str, list[Entry[Role]]]:
    """The rows that hold for each asked role: those of the latest source that states it."""
    asked = _asked(question)
    current: dict[str, list[Entry[Role]]] = {}
    for role in asked:
        rows = [row for row in body.rows if row.record.role == role]
        if question.interval:
            rows = _known_by(rows, question.interval, context)
        if not rows:
            continue
        ranks = sorted({_rank(row, context) for row in rows})
        if question.earlier and len(ranks) > 1:
            newest = {fold(r.record.holder) for r in rows if _rank(r, context) == ranks[-1]}
            former = [r for r in rows if fold(r.record.holder) not in newest]
            if former:
                last = max(_rank(r, context) for r in former)
                current[role] = _distinct(r for r in former if _rank(r, context) == last)
                continue
        current[role] = _distinct(r for r in rows if _rank(r, context) == ranks[-1])
    named = set(question.roles)
    return current if not named or named & set(current) else {}


def _heads(question: Question) -> Question:
    """Whoever leads a body may be called its chair: the same question for the other words for the head of a body."""
    return replace(question, roles=_HEADS) if question.roles and set(question.roles) <= set(_HEADS) else question


def _known_by(rows: Sequence[Entry[Role]], asked: Interval, context: Context) -> list[Entry[Role]]:
    """The rows that hold at a time: stated by then, a later source not stating otherwise.

    A page without a period describes the present: for a time that a dated source covers, it does not count.
    """
    dated = [row for row in rows if _rank(row, context)[0] == 0 and _day(row, context) <= asked.end]
    covering = [row for row in dated if _day(row, context) >= asked.start]
    return covering or dated or [row for row in rows if _rank(row, context)[0] == 1]


def _asked(question: Question) -> tuple[str, ...]:
    """The roles asked for; a question for the chair is answered with the whole chair's bench."""
    if not question.roles:
        return tuple(table("roles"))
    if "chair" in question.roles:
        return (*_FAMILY, *(role for role in question.roles if role not in _FAMILY))
    return question.roles


def _distinct(rows: Iterable[Entry[Role]]) -> list[Entry[Role]]:
    return list({(fold(row.record.holder), row.document_id): row for row in rows}.values())


def _line(role: str, rows: Sequence[Entry[Role]], context: Context, prefix: str) -> Line:
    """One line for a role with all its holders, cited by one span a document."""
    holders = list(dict.fromkeys(_holder(row.record) for row in rows))
    label = role.capitalize() + ("s" if len(holders) > 1 else "")
    spans: dict[str, Evidence] = {}
    for row in rows:
        known = spans.get(row.document_id)
        span = row.record.span
        if known and abs(known.span.start - span.start) <= 600:
            span = Span(min(known.span.start, span.start), max(known.span.end, span.end))
        spans[row.document_id] = Evidence(row.document_id, span, row.record.section, row.record.page)
    return Line(f"{prefix}{label}: {', '.join(holders)}", tuple(spans.values()), "role", frame=(prefix, label))


def _holder(role: Role) -> str:
    return f"{role.holder} ({role.affiliation})" if role.affiliation else role.holder


def _by_holder(question: Question, context: Context, rows: Sequence[Entry[Role]]) -> Draft | None:
    """All roles that an organisation or person holds, each from the latest source for its body."""
    lines: list[Line] = []
    for body in sorted(_bodies(rows, context), key=lambda b: min(r.id for r in b.rows)):
        for role in question.roles or tuple(table("roles")):
            stated = [row for row in body.rows if row.record.role == role]
            if not stated:
                continue
            latest = max(_rank(row, context) for row in stated)
            for row in _distinct(r for r in stated if _rank(r, context) == latest):
                holder = f"{row.record.holder} {row.record.affiliation or ''}"
                if all(mentions(holder, entity) for entity in question.entities):
                    evidence = (Evidence(row.document_id, row.record.span, row.record.section, row.record.page),)
                    label = role.capitalize()
                    itself = any(
                        fold(row.record.holder) == fold(form) for entity in question.entities for form in entity.forms
                    )
                    who = f" – {_holder(row.record)}" if not itself or row.record.affiliation else ""
                    frame = (label, body.name, _title(body.name))
                    lines.append(Line(f"{label}: {_title(body.name)}{who}", evidence, "role", frame=frame))
    if not lines:
        return None
    who = " and ".join(entity.key for entity in question.entities)
    count = f"{len(lines)} role{'' if len(lines) == 1 else 's'}"
    return Draft(
        Status.ANSWERED,
        f"**{who}** – {count}:",
        tuple(lines),
        coverage=context.coverage(question, matched=len(lines), shown=len(lines)),
    )


def _not_found(question: Question, context: Context, bodies: Sequence[_Body]) -> Draft:
    wanted = _wanted(question, context, bodies)
    near = sorted(((_score(wanted, body, context), body.name) for body in bodies), reverse=True)[:3] if wanted else []
    nearest = [name for score, name in near if score > 0.2]
    text = f"The archive does not say ({context.searched()} searched)."
    if nearest:
        text += f" The nearest bodies with stated roles: {'; '.join(map(_title, nearest))}."
    asked = question.roles[0] if question.roles else "chair"
    suggestions = tuple(f"Who is the {asked} of {_title(name)}?" for name in nearest[:2])
    return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question), suggestions=suggestions)
