"""The lines of reports that tell who came after whom: "Ana Roe stepped down as chair; Bo Li took her seat"."""

import re
from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence, Line
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.comings import CAME, LEFT, in_turn, leaning_on, names_a_role
from ctassist.answering.terms import stems
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import History, Question
from ctassist.extraction.sections import one_line


def succession_lines(question: Question, context: Context, matched: Sequence[Body]) -> list[Line]:
    """The lines that name somebody as the one who left a post, or came to it, together with who came, or left.

    Args:
        question: who came before or after somebody who is named.
        context: what the archive knows.
        matched: the bodies that the question names; who names a holder may leave the body out.
    """
    named = [entity for entity in question.entities if " " in entity.key]
    if not named or question.history not in (History.FORMER, History.NEXT):
        return []
    lines: list[Line] = []
    for entry, before in in_turn(context.view.items(context.document_ids)):
        words = one_line(entry.text)
        if not CAME.search(words) and not LEFT.search(words):
            continue
        leaning = leaning_on(words, before)
        told = f"{one_line(leaning.text)} {words}" if leaning else words
        gone_and_come = (LEFT.search(told) and CAME.search(told)) or _FROM.search(told)
        tells = gone_and_come and names_a_role(told, question)
        if not tells or not all(mentions(told, entity) for entity in named) or not _goes_right(told, question):
            continue
        title = context.document(entry.document_id).title
        about = stems(" ".join((told, title, *entry.record.section)))
        if matched and not any(body.stems <= about for body in matched):
            continue
        parts = [part for part in (leaning, entry) if part]
        evidence = tuple(Evidence(p.document_id, p.record.span, p.record.section, p.record.page) for p in parts)
        lines.append(Line(told, evidence, "role"))
    return lines


_FROM = re.compile(
    r"\b(?:t(?:ook|akes|aken)\s+over\b[^.;]{0,60}?\bfrom|succeed(?:ed|s)|replac(?:ed|es)|follow(?:ed|s)|reliev(?:ed|es))\s+(?=[A-Z])"
)


def _goes_right(told: str, question: Question) -> bool:
    """Tells whether the one who is named left, where the next one is asked for, and came, where the one before is.

    Who is named before the word for leaving left; who is named behind it came.
    """
    takes = _FROM.search(told)
    left = LEFT.search(told)
    names = [told.find(form) for entity in question.entities for form in entity.forms if form in told]
    if not names:
        return True
    if takes:
        return (min(names) < takes.start()) == (question.history is History.FORMER)
    if left is None:
        return True
    if "seat left by" in told or "place left by" in told or "post left by" in told:
        return (min(names) < left.start()) == (question.history is History.FORMER)
    return (min(names) < left.start()) == (question.history is History.NEXT)
