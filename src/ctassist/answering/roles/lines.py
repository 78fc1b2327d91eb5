"""One line of an answer for a role with its holders, and which rows are meant by a word for a role."""

from collections.abc import Iterable, Sequence

from ctassist.answering.draft import Evidence, Line
from ctassist.answering.roles.tenures import Row
from ctassist.answering.wording import Wording
from ctassist.extraction.vocabulary import table
from ctassist.model.records import Role
from ctassist.model.text import Span

HEADS = ("chair", "lead", "president", "coordinator", "convener")
"""Whoever leads a body may be called its chair."""
_FAMILY = ("chair", "co-chair", "vice-chair")
_ONE_SPAN = 600
"""Holders of one role that stand at most so many characters apart are quoted together."""


def all_roles(held: Iterable[str]) -> tuple[str, ...]:
    """The roles that are held: the usual ones first, then those that only this archive has."""
    known = set(held)
    return (*(role for role in table("roles") if role in known), *sorted(known - set(table("roles"))))


def asked_roles(roles: Sequence[str], held: Iterable[str]) -> tuple[str, ...]:
    """The roles asked for, else all that are held; who asks for the chair gets the whole chair's bench."""
    if not roles:
        return all_roles(held)
    if "chair" in roles:
        return (*_FAMILY, *(role for role in roles if role not in _FAMILY))
    return tuple(roles)


def held_as(role: str, rows: Iterable[Row]) -> list[Row]:
    """The rows of one role."""
    return [row for row in rows if row.record.role == role]


def role_line(words: Wording, role: str, rows: Sequence[Row], prefix: str = "", when: str = "") -> Line:
    """One line for a role with all its holders, cited by one span a document; ``when`` says for which time."""
    holders = list(dict.fromkeys(holder_words(row.record) for row in rows))
    label = words.role(role, len(holders))
    label += f" ({when})" if when else ""
    return Line(f"{prefix}{label}: {', '.join(holders)}", role_evidence(rows), "role", frame=(prefix, label))


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
    """A body's name as shown: not shouted."""
    return name.title() if name.isupper() else name
