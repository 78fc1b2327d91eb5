"""Who gave up a role, or came in as a new holder, in a time: the lines of its reports that say so."""

import re
from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.events import names_role
from ctassist.answering.terms import stems
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status

_LEFT = re.compile(
    r"\b(?:step(?:ped|ping|s)?\s+(?:down|back|aside)|g[ai]ve(?:s|n)?\s+up|"
    r"resign(?:ed|s)?|retired?|relinquish(?:ed|es)?)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:c[ao]me\s+in|brought\s+(?:on|in)|came\s+on\s+board|stepped\s+up|(?:appointed|elected|joined|added)\s+as\s+(?:an?\s+)?new)\b",
    re.IGNORECASE,
)


def asks_for_comings(question: Question) -> bool:
    """Tells whether a question asks who left a role, or came in, in a time."""
    told = _LEFT.search(question.text) or _CAME.search(question.text)
    return bool(told and question.roles and question.interval)


def compose_comings(question: Question, context: Context, bodies: Sequence[Body]) -> Draft | None:
    """Answers with the lines that tell who left or came; None where none does: present holders are no answer to it."""
    asked, verbs = question.interval, _LEFT if _LEFT.search(question.text) else _CAME
    lines: list[Line] = []
    for entry in context.view.items(context.document_ids):
        document = context.document(entry.document_id)
        period = document.period.interval if document.period else None
        words = one_line(entry.text)
        if (
            asked is None
            or period is None
            or period.end < asked.start
            or period.start > asked.end
            or not verbs.search(words)
            or not any(names_role(words, role) for role in question.roles)
        ):
            continue
        about = stems(" ".join((words, document.title, *entry.record.section)))
        if any(body.stems <= about for body in bodies):
            evidence = Evidence(entry.document_id, entry.record.span, entry.record.section, entry.record.page)
            lines.append(Line(words, (evidence,), "role"))
    if not lines:
        return None
    count = len(lines)
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=context.coverage(question, matched=count, shown=count))
