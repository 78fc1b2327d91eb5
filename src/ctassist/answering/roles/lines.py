"""One line of an answer for a role with its holders, and which rows are meant by a word for a role."""

import re
from collections.abc import Collection, Iterable, Sequence

from ctassist.answering.draft import Evidence, Line
from ctassist.answering.roles.tenures import Row
from ctassist.answering.terms import fold, function_words
from ctassist.answering.wording import ENGLISH, Wording
from ctassist.extraction.role_words import is_between, is_plural, rank_of
from ctassist.extraction.vocabulary import table
from ctassist.model.records import Role
from ctassist.model.text import Span

HEADS = ("chair", "lead", "president", "coordinator", "convener", "head")
"""Whoever leads a body may be called its chair."""
SECONDS = ("deputy", "vice-chair", "vice-president")
"""Whoever stands behind the head of a body; an archive that knows them does not mean them by a "co-chair"."""
_IN_PLACE = (
    (HEADS, (HEADS,)),
    (("chair", "lead"), (("co-chair", "co-lead"), ("organizer", "facilitator", "moderator"))),
    (("lead",), (("technical lead",), ("maintainer",))),
    (
        ("lead", "head"),
        (("director", "executive director", "executive secretary", "secretary-general", "director-general"),),
    ),
    (("convener",), (("co-convener",),)),
    (("facilitator",), (("co-facilitator",),)),
    (("secretary",), (("executive secretary",),)),
    (SECONDS, (SECONDS, ("co-chair", "co-lead"))),
)
"""Words asked for, and those that are meant where none of them is held, the nearest first."""
_FAMILY = ("chair", "co-chair", "vice-chair")
_ONE_SPAN = 600
"""Holders of one role that stand at most so many characters apart are quoted together."""


def all_roles(held: Iterable[str]) -> tuple[str, ...]:
    """The roles that are held: the usual ones first, then those that only this archive has."""
    known = set(held)
    return (*(role for role in table("roles") if role in known), *sorted(known - set(table("roles"))))


def asked_roles(roles: Sequence[str], held: Iterable[str]) -> tuple[str, ...]:
    """The roles asked for, else all that are held; who asks for the chair gets the whole chair's bench.

    Who asks for the liaison means each, whatever it links the body to.
    """
    if not roles:
        return all_roles(held)
    linked = [role for role in all_roles(held) if role not in roles and is_meant(role, roles)]
    roles = (*roles, *linked)
    if "chair" in roles:
        return (*_FAMILY, *(role for role in roles if role not in _FAMILY))
    return tuple(roles)


def is_meant(role: str, asked: Sequence[str]) -> bool:
    """Tells whether a held role is one of those asked for: a "board liaison" is a liaison."""
    return role in asked or (is_between(role) and role.split()[-1] in asked)


def lists_others(row: Row) -> bool:
    """Tells whether a member is one of "other members": beside those who hold a post, who belong to the body too."""
    heads = (row.record.label, *row.record.section[-1:])
    return any(re.match(r"\W*(?:other|additional|remaining|further)\b", head, re.IGNORECASE) for head in heads)


def other_words(roles: Sequence[str], held: Iterable[str], stated: Collection[str]) -> tuple[str, ...]:
    """The held roles that are meant where none is held by the words asked for: those of a head, or of a second.

    Args:
        roles: the roles asked for.
        held: the roles of the body.
        stated: the roles of all bodies; where there are seconds among them, a co-chair is none.
    """
    known = set(held)
    for asked, tiers in _IN_PLACE:
        if roles and set(roles) <= set(asked):
            for tier in tiers[:1] if asked is SECONDS and set(asked) & set(stated) else tiers:
                if found := tuple(role for role in tier if role in known):
                    return found
    # A body that has one liaison may leave unsaid to whom.
    ends = {role.split()[-1] for role in roles if is_between(role)}
    return tuple(end for end in sorted(ends) if end in known) if len(ends) == len(roles) else ()


def held_as(role: str, rows: Iterable[Row]) -> list[Row]:
    """The rows of one role."""
    return [row for row in rows if row.record.role == role]


def role_line(words: Wording, role: str, rows: Sequence[Row], prefix: str = "", when: str = "") -> Line:
    """One line for a role with all its holders, cited by one span a document; ``when`` says for which time."""
    holders = list(dict.fromkeys(holder_words(row.record) for row in rows))
    label = role_words(words, role, rows, len(holders))
    label += f" ({when})" if when else ""
    return Line(f"{prefix}{label}: {', '.join(holders)}", role_evidence(rows), "role", frame=(prefix, label))


def role_words(words: Wording, role: str, rows: Sequence[Row], holders: int = 1) -> str:
    """The role as the label of a line; one that only this archive has keeps the spelling of its document.

    So does one that says whose second somebody is, or which of several: "Deputy convener", "First Vice-President".
    """
    written = rows[-1].record.label
    own = role not in table("roles") and fold(written) == fold(role)
    own = own or (words.language == ENGLISH and role in SECONDS and _says_more(written, rows))
    return written[:1].upper() + written[1:] if own and holders == 1 else words.role(role, holders)


def _says_more(written: str, rows: Iterable[Row]) -> bool:
    """Tells whether the label of all rows says more than the usual word for it."""
    if is_plural(written) or any(fold(row.record.label) != fold(written) for row in rows):
        return False
    return rank_of(written) is not None or re.fullmatch(r"deputy\s+\w[\w-]+", written, re.IGNORECASE) is not None


def role_evidence(rows: Iterable[Row]) -> tuple[Evidence, ...]:
    """The spans that state a role, those of one document that stand together as one."""
    spans: dict[str, Evidence] = {}
    for row in rows:
        known = spans.get(row.document_id)
        span = row.record.span
        if known and abs(known.span.start - span.start) <= _ONE_SPAN:
            span = Span(min(known.span.start, span.start), max(known.span.end, span.end))
        spans[row.document_id] = Evidence(row.document_id, span, row.record.section, row.record.page)
    return tuple(spans.values())


def holder_words(role: Role) -> str:
    """A holder with the affiliation in brackets, where one is stated."""
    return f"{role.holder} ({role.affiliation})" if role.affiliation else role.holder


def body_title(name: str) -> str:
    """A body's name as shown: not shouted, but for one short word, which may be initials."""
    if not name.isupper() or (" " not in name and len(name) <= _INITIALS):
        return name
    first, *others = name.split(" ")
    small = function_words()
    return " ".join([first.title(), *(fold(word) if fold(word) in small else word.title() for word in others)])


_INITIALS = 5
"""A name of one word in capitals that has more letters is shouted rather than spelt."""
