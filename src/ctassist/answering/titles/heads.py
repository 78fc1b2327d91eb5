"""Composes who is at the head of an organisation, by the titles with which its people speak: "Who heads WTO?"."""

import re
from dataclasses import replace
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.terms import fold, stems
from ctassist.answering.titles.offices import compose_office
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Statement


def asks_for_head(question: Question) -> bool:
    """Tells whether a question asks who leads an organisation, or what has no other name than the archive."""
    if question.intent is Intent.STATEMENTS or question.history or question.roles != ("lead",):
        return False
    return (len(question.entities) == 1 and not question.topic) or bool(question.topic and not question.entities)


def compose_head(question: Question, context: Context) -> Draft | None:
    """Answers with whoever speaks last as the head of an organisation; None where nobody does.

    Several are told where one issue gives several heads: a president and a director.
    """
    if not asks_for_head(question) or (question.interval is None and _WAS.search(question.text)):
        return None
    if not question.entities:
        return _own(question, context)
    rows = [row for row in context.view.statements(document_ids=context.document_ids) if _heads(row, question)]
    rows = [row for row in rows if _is_in_time(row, question, context)]
    newest = max((_said_in(row, context) for row in rows), default="")
    told = {fold(row.record.speaker): row for row in rows if _said_in(row, context) == newest}
    if not told:
        return None
    if len(told) == 1 and (office := _by_title(next(iter(told.values())), question, context)):
        return office
    lines = tuple(_line(row, context) for row in told.values())
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _own(question: Question, context: Context) -> Draft | None:
    """Whoever is called the lead of what the archive itself is of: "Who leads the Fern Atlas project?"."""
    own = [word for word in question.topic if stems(word) <= context.catalog.own_stems]
    nouns = [word for word in question.topic if word not in own]
    if not own or len(nouns) != 1:
        return None
    asked = (f"Who is the {nouns[0]} {lead} of {' '.join(own)}?" for lead in ("lead", "leader", "head", "director"))
    told = (compose_office(replace(question, text=text, timeless="", wants=Wants.WHO), context) for text in asked)
    return next((draft for draft in told if draft), None)


def _by_title(row: Entry[Statement], question: Question, context: Context) -> Draft | None:
    """Whoever bears the title of that head by the newest line: news may tell of a successor who has said nothing."""
    asked = f"Who is the {_plain(row.record.title or '')} of {question.entities[0].key}?"
    return compose_office(replace(question, text=asked, timeless="", roles=(), wants=Wants.WHO), context)


_WAS = re.compile(r"\b(?:was|were|led|headed|ran)\b", re.IGNORECASE)
"""Without a time it asks for somebody before the present one."""


@cache
def _head_titles() -> re.Pattern[str]:
    return re.compile(rf"(?:the\s+)?(?:{alternatives(table('people')['heads'])})(?![\w-])", re.IGNORECASE)


def _heads(row: Entry[Statement], question: Question) -> bool:
    """Tells whether somebody speaks as the head of the organisation, and of no part of it."""
    title, organisation = row.record.title or "", row.record.organisation or ""
    whole = fold(organisation) in {fold(form) for form in question.entities[0].forms}
    plain = _plain(title)
    part = title[len(plain) :]
    return whole and _head_titles().fullmatch(plain) is not None and (not part or mentions(part, question.entities[0]))


def _plain(title: str) -> str:
    """A title without what it is of."""
    return re.sub(r"\s+(?:of|for|at)\s+.+$", "", title)


def _is_in_time(row: Entry[Statement], question: Question, context: Context) -> bool:
    period = context.document(row.document_id).period
    return question.interval is None or (period is not None and period.interval.meets(question.interval))


def _said_in(row: Entry[Statement], context: Context) -> str:
    period = context.document(row.document_id).period
    return period.end.isoformat() if period else ""


def _line(row: Entry[Statement], context: Context) -> Line:
    issue = context.issue(row.document_id)
    post = f"{row.record.organisation} {row.record.title}"
    return Line(f"{post}: {row.record.speaker} ({issue})", (evidence_of(row),), None, frame=(post, issue))
