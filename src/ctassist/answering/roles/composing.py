"""Composes answers on who holds which role in which body, as of a date."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.lists.selection import is_narrowed
from ctassist.answering.roles.bodies import Body, bodies_of
from ctassist.answering.roles.body_phrases import titling
from ctassist.answering.roles.by_holder import (
    compose_of_holder,
    has_held,
    is_holder,
    named_persons,
    with_places_that_hold,
    with_title_that_holds,
)
from ctassist.answering.roles.comings import asks_for_comings, compose_comings, wants_lines
from ctassist.answering.roles.departures import departures
from ctassist.answering.roles.history import compose_history
from ctassist.answering.roles.holding import held_roles, holding, rows_of
from ctassist.answering.roles.likeness import asked_words, likeness
from ctassist.answering.roles.lines import (
    HEADS,
    SECONDS,
    all_roles,
    body_title,
    role_line,
)
from ctassist.answering.roles.matching import match_bodies, phrases_of, strangers
from ctassist.answering.roles.narrowing import employed_by, employers
from ctassist.answering.roles.partners import compose_partners
from ctassist.answering.roles.signed import compose_signed
from ctassist.answering.roles.successions import succession_lines
from ctassist.answering.roles.tallies import tally_of
from ctassist.answering.roles.tenures import Row, Stated, source, stated_on
from ctassist.answering.roles.terms_of_office import asked_length, compose_terms
from ctassist.answering.roles.unfilled import unfilled
from ctassist.answering.roles.unlisted import unlisted_in
from ctassist.answering.terms import fold, stems
from ctassist.answering.understanding.employers import asks_employer
from ctassist.answering.understanding.question import Entity, History, Question
from ctassist.answering.understanding.role_scope import EMERITUS
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.role_words import is_former, role_label
from ctassist.model.answer import Status

_ASKS_WHICH = re.compile(r"\b(?:which|what)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:is|was|does|did|has|are|were)\b", re.IGNORECASE)
"""Asks for the bodies of one who is named: "for which groups is Ana Roe the liaison?"."""
_CHOICES = 4
"""So many questions are suggested where one is ambiguous."""


def compose_roles_held(question: Question, context: Context) -> Draft | None:
    """Answers what somebody does by the roles held; None when the question names nobody, or nobody with a role."""
    if not question.entities or question.interval or question.places or is_narrowed(question, context):
        return None
    return compose_of_holder(question, context, context.view.roles(document_ids=context.document_ids))


def compose_roles(question: Question, context: Context) -> Draft:
    """Answers who holds a role, who held it, or which roles a holder has."""
    stated_rows = context.view.roles(document_ids=context.document_ids)
    rows = [row for row in stated_rows if stated_on(row, context) <= context.as_of]
    bodies = bodies_of(rows, context)
    question = with_places_that_hold(question, context, rows)
    question = with_title_that_holds(question, context, rows)
    found = match_bodies(question, context, bodies, lambda body: bool(holding(question, context, body)))
    matched = found.bodies
    if len(found.choices) > 1 and question.roles and not question.by_holder:
        return _which(question, context, found.choices)
    of_body = not question.by_holder and bool(titling(question))
    if of_body and not matched:
        return _not_found(question, context, bodies)  # The posts of Fog say nothing of a "Fog working group".
    if question.history and strangers(question, context, bodies):
        return _not_found(question, context, bodies)  # What holds of others says nothing of who is asked about.
    if _asks_of_the_future(question, context):
        return _not_found(question, context, bodies, matched)  # Who holds it now may not hold it then.
    if terms := compose_terms(question, context, matched, bodies):
        return terms
    if asked_length(question):
        return _not_found(question, context, bodies, matched)
    if not question.history and (partners := compose_partners(question, context, matched or bodies)):
        return partners
    if tally := tally_of(question, context, bodies):
        return tally
    if asks_for_comings(question) and (wants_lines(question, matched) or _have_pages_alone(matched, context)):
        if comings := compose_comings(question, context, matched, bodies):
            return comings
        if not question.history:
            return _not_found(question, context, bodies)
    if question.history and not question.roles:
        told = compose_history(question, context, [b for b in bodies if has_held(question.entities, b, context)])
        told = _with_succession(told, question, context, matched)
        return told or _not_found(question, context, bodies)
    if question.history and not (question.by_holder and question.entities and not matched):
        own = () if matched or found.asked else _of_one_holder(question, context, bodies)
        told = compose_history(question, context, matched or own or (bodies if _asks_of_all_posts(question) else ()))
        if question.history is History.FORMER and (not told or _FORMER_ONES.search(question.text)):
            former = tuple(role for role in question.roles if is_former(role)) or (EMERITUS,)
            told = _with_listed(told, _by_body(replace(question, roles=former), context, matched, bodies))
        told = _with_succession(told, question, context, matched)
        if not told and question.entities and not matched and question.history is not History.NEXT:
            told = compose_of_holder(question, context, rows)
        return told or _not_found(question, context, bodies, matched)
    of_holder = _ASKS_WHICH.search(question.text) or asks_employer(question.text)
    if not question.by_holder and of_holder and (persons := named_persons(question, rows)):
        question = replace(question, entities=persons, by_holder=True)
    if question.by_holder and matched and (persons := named_persons(question, rows)):
        # "Which posts does Ana Roe have in the Docs Group?" asks of one holder and one body.
        there = [row for body in matched for row in body.rows]
        if held := compose_of_holder(replace(question, entities=persons), context, there):
            return held
        if len(matched) == 1 and matched[0].stems <= stems(question.text):
            return _not_found(question, context, bodies)  # A post in another body is no answer.
    if vacant := _vacant(question, context, matched, bodies):
        return vacant
    by_body = _by_body(question, context, matched, bodies)
    if matched and not question.by_holder and employers(question, rows) and (by_body or question.roles):
        if not by_body and (leads := _leads_of(matched, question)):
            by_body = _by_body(replace(question, roles=leads), context, matched, bodies)
        return by_body or _not_found(question, context, bodies, matched)
    if question.entities and not of_body and (question.by_holder or not by_body):
        held = compose_of_holder(question, context, rows)
        if held:
            return held
    if by_body:
        return by_body
    if not found.asked and not question.entities and (several := _held_anywhere(question, context, bodies)):
        if _OF_EACH.search(question.text) and (listed := _by_body(question, context, several, bodies)):
            return listed
        return compose_signed(question, context) or _which(question, context, several)
    return _not_found(question, context, bodies, matched)


def _asks_of_the_future(question: Question, context: Context) -> bool:
    """Tells whether it is asked who will hold a post at a time that begins after the newest issue."""
    newest = context.catalog.newest_day()
    ahead = question.interval is not None and newest is not None and question.interval.start > newest
    return ahead and _WILL.search(question.text) is not None


_WILL = re.compile(r"\b(?:will|shall|going\s+to)\b", re.IGNORECASE)


def _leads_of(bodies: Sequence[Body], question: Question) -> tuple[str, ...]:
    """The posts of those who lead some part of a body's work, where who leads it is asked: its technical leads."""
    held = {role for body in bodies for role in held_roles(body) if role.endswith(" lead") and not is_former(role)}
    return all_roles(held) if question.roles == ("lead",) else ()


def _of_one_holder(question: Question, context: Context, bodies: Sequence[Body]) -> Sequence[Body]:
    """The bodies in which the one person whom a question names has the post: "who was Director before Ana Roe?"."""
    if len(question.entities) != 1 or question.by_holder:
        return ()
    named = question.entities[0].key
    if not (is_person(named) or named.islower()):  # "kbrand" is a handle.
        return ()
    return [body for body in bodies if has_held(question.entities, body, context, question.roles)]


def _vacant(question: Question, context: Context, matched: Sequence[Body], bodies: Sequence[Body]) -> Draft | None:
    """Says that a post of a body is vacant, where the chart of the asked time says so of all that are asked for."""
    if len(matched) != 1 or question.by_holder or not question.roles:
        return None
    lines = unfilled(question, context, matched[0], bodies)
    if len(lines) < len(question.roles):
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, _intro([matched[0].name], lines, context), tuple(lines), coverage=coverage)


def _have_pages_alone(bodies: Sequence[Body], context: Context) -> bool:
    """Tells whether nothing but pages without a period tells who has the posts: they do not tell who came in a year."""
    rows = [row for body in bodies for row in body.rows]
    return bool(rows) and not any(context.document(row.document_id).period or row.record.interval for row in rows)


_OF_EACH = re.compile(
    rf"\b(?:all|every|each|list|overview\s+of|name)\s+(?:of\s+)?(?:(?:the|our|its|their|present|current|then)\s+)*(?:{role_label()})\b"
    r"|\bwho\s+[\w-]+\s+(?:what|which)\b",
    re.IGNORECASE,
)
"""Asks for the holders of a post in each body that has it: "list all chairs", "who chairs what?"."""
_FORMER_ONES = re.compile(
    rf"\b(?:former|past|previous|earlier|retired|emeritus)\s+(?:[\w-]+\s+){{0,3}}?(?:{role_label()})(?<=s)\b",
    re.IGNORECASE,
)
"""Asks for all who had a post before, whom a page may list: "the former chairs"."""


def _with_listed(told: Draft | None, listed: Draft | None) -> Draft | None:
    """Those whom a page lists as former holders, with those whom reports tell of and the page leaves out."""
    if not told or not listed:
        return told or listed
    names = " ".join(line.text for line in listed.lines)
    more = tuple(line for line in told.lines if line.text.rsplit(": ", 1)[-1].split(" (")[0] not in names)
    return replace(listed, lines=(*listed.lines, *more))


def _with_succession(told: Draft | None, question: Question, context: Context, matched: Sequence[Body]) -> Draft | None:
    """What charts tell of who came before or after somebody, with the lines of reports that say so."""
    known = {evidence for line in told.lines for evidence in line.evidence} if told else set()
    lines = [line for line in succession_lines(question, context, matched) if not known.issuperset(line.evidence)]
    if not lines:
        return told
    every = (*(told.lines if told else ()), *lines)
    coverage = context.coverage(question, matched=len(every), shown=len(every))
    return Draft(Status.ANSWERED, told.intro if told else "", every, coverage=coverage)


def _asks_of_all_posts(question: Question) -> bool:
    """Tells whether a question asks which posts, of whatever body, have changed: "which chairs changed hands"."""
    return question.history is History.CHANGES and not question.entities and bool(_WHICH_POSTS.search(question.text))


_WHICH_POSTS = re.compile(
    rf"\b(?:which|what|all|any|every)\s+(?:of\s+the\s+)?(?:new\s+)?(?:{role_label()})(?:s|ships?|es)?"
    r"(?:\s+(?:positions?|posts?|roles?|seats?))?\s+(?:was|were|has|have|did|do|changed|rotated|passed|moved|went)\b",
    re.IGNORECASE,
)


def _held_anywhere(question: Question, context: Context, bodies: Sequence[Body]) -> list[Body]:
    return [body for body in bodies if question.roles and holding(question, context, body)]


def _which(question: Question, context: Context, bodies: Sequence[Body]) -> Draft:
    """Asks back which of many bodies is meant: "Who is the chair?"."""
    names = sorted({body_title(body.name) for body in bodies}, key=fold)
    text = context.words("Which of these do you mean: {names}?", names="; ".join(names))
    suggestions = tuple(f"Who is the {question.roles[0]} of {name}?" for name in names[:_CHOICES])
    return Draft(Status.CLARIFY, text, coverage=context.coverage(question), suggestions=suggestions)


def _by_body(question: Question, context: Context, matched: Sequence[Body], bodies: Sequence[Body]) -> Draft | None:
    lines: list[Line] = []
    names: list[str] = []
    notes: list[str] = []
    disputed = False
    named = employers(question, (row for body in bodies for row in body.rows))
    for body in matched:
        held = _employed(holding(question, context, body), named)
        if len(matched) > 1 and question.roles and set(question.roles) <= set(HEADS):
            # Of one body the whole chart is told; of many, those who are asked for.
            held = {role: told for role, told in held.items() if role not in SECONDS} or held
        if not held:
            continue
        names.append(body.name)
        prefix = f"{body_title(body.name)}: " if len(matched) > 1 else ""
        for role, told in held.items():
            for now in told:
                when = source(now, context) if len(told) > 1 else ""
                disputed = disputed or now.disputed
                if not question.interval and (newest := unlisted_in(body, role, now, bodies, context)):
                    post = f"{context.words.role(role)}, {body_title(body.name)}"
                    notes.append(
                        context.words("{post}: not listed any more in the issue of {time}.", post=post, time=newest)
                    )
                lists = list(now.by_document.values()) if now.disputed else [list(now.rows)]
                if not question.interval and (left := departures(now.rows, role, body, context)):
                    lists = [staying for rows in lists if (staying := [r for r in rows if r.record.holder not in left])]
                    lines += left.values()
                lines += [role_line(context.words, role, rows, prefix, _at(rows, now, context, when)) for rows in lists]
        lines += _posts_instead(question, body, lines, prefix, context)
    if not lines:
        return None
    if disputed:
        notes.insert(0, context.words("Documents of the same time differ: each is shown with its source."))
    shown = len(lines)
    return Draft(
        Status.ANSWERED,
        _intro(names, lines, context),
        tuple(lines),
        " ".join(notes),
        context.coverage(question, matched=shown, shown=shown),
    )


def _employed(held: Mapping[str, Sequence[Stated]], named: Sequence[Entity]) -> dict[str, list[Stated]]:
    """What holds for each role, with those alone who work for those named."""
    found: dict[str, list[Stated]] = {}
    for role, told in held.items():
        staying = [replace(now, rows=rows) for now in told if (rows := tuple(employed_by(now.rows, named)))]
        if staying:
            found[role] = staying
    return found


def _posts_instead(question: Question, body: Body, lines: Sequence[Line], prefix: str, context: Context) -> list[Line]:
    """What else those had or have in a body who are asked about and not named so far: "Is Ana Roe still the chair?"."""
    said = " ".join(line.text for line in lines)
    missing = [person for person in named_persons(question, body.rows) if person.key not in said]
    newest = {
        (row.record.role, person): row for person in missing for row in body.rows if is_holder(row, person, context)
    }
    return [
        role_line(context.words, role, [row], prefix)
        for (role, _), row in newest.items()
        if is_former(role) or (role not in question.roles and not question.interval)
    ]


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


def _other_posts(question: Question, context: Context) -> str:
    """The posts that the one who is named holds, in words, where the asked one is not among them."""
    bodies = bodies_of(context.view.roles(document_ids=context.document_ids), context)
    rows = [
        row for body in bodies for role in all_roles(held_roles(body)) for row in rows_of(role, question, context, body)
    ]
    held = dict.fromkeys(row.record.role for row in rows if is_holder(row, question.entities[0], context))
    return context.words.all_of([context.words.role_word(role) for role in held])


def _not_found(question: Question, context: Context, bodies: Sequence[Body], matched: Sequence[Body] = ()) -> Draft:
    """Says that nothing was found: of the body that is meant, which posts are stated, else which bodies are nearest."""
    if len(matched) == 1 and question.roles:
        posts = context.words.all_of([context.words.role_word(role) for role in all_roles(held_roles(matched[0]))])
        frame = "Of {body}, these posts are stated: {posts}."
        text = f"{context.does_not_say()} {context.words(frame, body=body_title(matched[0].name), posts=posts)}"
        suggested = f"Who is the {all_roles(held_roles(matched[0]))[0]} of {body_title(matched[0].name)}?"
        return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question), suggestions=(suggested,))
    if (
        len(question.entities) == 1
        and (question.roles or question.history or question.by_holder)
        and (posts := _other_posts(question, context))
    ):
        name = question.entities[0].key
        stated_posts = context.words("Of {body}, these posts are stated: {posts}.", body=name, posts=posts)
        suggestions: tuple[str, ...] = (f"Which roles does {name} hold?",)
        text = f"{context.does_not_say()} {stated_posts}"
        return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question), suggestions=suggestions)
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
