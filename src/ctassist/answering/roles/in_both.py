"""Composes answers on who has posts in two bodies: "Which chair of the Docs Group also sits on the Safety Board?"."""

import re
from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.roles.bodies import Body, bodies_of
from ctassist.answering.roles.holding import held_roles, holding, holding_as
from ctassist.answering.roles.lines import all_roles, body_title, holder_words, role_evidence
from ctassist.answering.roles.matching import match_bodies
from ctassist.answering.roles.tenures import Row, holder_key, stated_on
from ctassist.answering.understanding.parsing import understand
from ctassist.answering.understanding.question import Question
from ctassist.extraction.role_words import is_former
from ctassist.model.answer import Status

_BE = r"(?:is|are|was|were|sits?|serves?|works?|belongs?|acts?)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^\W*(?:which|what|who\s+(?:among|of))\s+(?:of\s+)?(?:the\s+)?(?P<one>.+?),?\s+(?:(?:who|that)\s+)?(?:{_BE}\s+)?"
        r"(?:also|likewise|at\s+the\s+same\s+time)\s+(?P<other>.+?)\W*$",
        rf"^\W*(?:is|are)\s+(?:there\s+)?(?:any(?:one|body)?|some(?:one|body)|an?|one)\s+(?:of\s+)?(?:the\s+)?(?P<one>.+?)\s+"
        rf"(?:(?:who|that)\s+)?(?:{_BE}\s+)?also\s+(?P<other>.+?)\W*$",
        rf"^\W*(?:(?:which|what)\s+(?:people|persons?)|who(?:\s+else)?)\s+{_BE}\s+(?:both\s+)?(?:(?:a|an|the)\s+)?(?P<one>.+?)\s+"
        rf"(?:and|as\s+well\s+as|but|while)\s+(?:{_BE}\s+)?(?:also|at\s+the\s+same\s+time)\s+(?P<other>.+?)\W*$",
        rf"^\W*(?:(?:which|what)\s+(?:people|persons?)|who)\s+{_BE}\s+both\s+(?:(?:a|an|the|on)\s+)*(?P<one>.+?)\s+and\s+(?:(?:a|an|the|on)\s+)*"
        r"(?P<other>.+?)\W*$",
    )
)


def compose_in_both(question: Question, context: Context) -> Draft | None:
    """Answers with those who have the posts that a question names in one body and in another; None for others.

    Where nobody has both, that is told of no body: the archive does not say.
    """
    match = next((found for form in _FORMS if (found := form.search(question.text))), None)
    if match is None or question.history:
        return None
    rows = [
        row for row in context.view.roles(document_ids=context.document_ids) if stated_on(row, context) <= context.as_of
    ]
    bodies = bodies_of(rows, context)
    one, other = (_held(match[side], question, context, bodies) for side in ("one", "other"))
    if one is None or other is None or {body.name for body in one[0]} & {body.name for body in other[0]}:
        return None
    both = [name for name in one[1] if name in other[1]]
    lines = tuple(_line(name, one[1][name], other[1][name], context) for name in both)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    if not lines:
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=coverage, final=True)
    return Draft(Status.ANSWERED, "", lines, coverage=coverage)


def _held(
    words: str, whole: Question, context: Context, bodies: Sequence[Body]
) -> tuple[Sequence[Body], dict[str, list[tuple[Body, Row]]]] | None:
    """The bodies that one side of a question names, and who has a post there that it names, or any; None without."""
    asked = understand(f"Who is {words}?", context.catalog, context.as_of)
    matched = match_bodies(asked, context, bodies, lambda body: bool(holding(asked, context, body))).bodies
    found: dict[str, list[tuple[Body, Row]]] = {}
    for body in matched:
        roles = (role for role in all_roles(held_roles(body)) if not is_former(role))
        held = holding(asked, context, body) if _names_post(asked) else holding_as(roles, asked, context, body)
        for row in (row for told in held.values() for now in told for row in now.rows):
            found.setdefault(holder_key(row, context), []).append((body, row))
    return (matched, found) if found else None


def _names_post(asked: Question) -> bool:
    """Tells whether a post is asked for, and not only that somebody belongs to a body: "sits on the board"."""
    return bool(asked.roles) and not re.search(r"\b(?:sits?|serves?|belongs?|works?)\b", asked.text, re.IGNORECASE)


def _line(name: str, one: Sequence[tuple[Body, Row]], other: Sequence[tuple[Body, Row]], context: Context) -> Line:
    """Somebody with the posts in either body."""
    words = context.words
    posts = [f"{words.role(row.record.role)}, {body_title(body.name)}" for body, row in (*one[:1], *other[:1])]
    who = holder_words(one[0][1].record)
    evidence = tuple(piece for _, row in (*one[:1], *other[:1]) for piece in role_evidence([row]))
    return Line(f"{who}: {'; '.join(posts)}", evidence, "role", frame=tuple(posts))
