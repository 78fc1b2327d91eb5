"""Composers made of others: who bears a post by whichever source is newer, what somebody's successor said."""

from dataclasses import replace
from datetime import date
from functools import partial

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.roles.signed import compose_signed
from ctassist.answering.statements.composing import compose_statements
from ctassist.answering.terms import stems
from ctassist.answering.titles.offices import compose_office
from ctassist.answering.titles.successors import successors
from ctassist.answering.understanding.question import Question
from ctassist.answering.understanding.succession import asks_of_succession


def compose_said_by_next(question: Question, context: Context) -> Draft | None:
    """Answers what somebody's successor or predecessor said; None for other questions."""
    beside = asks_of_succession(question.text)
    if beside is None or len(question.entities) != 1:
        return None
    names = dict.fromkeys(one.name for one in successors(question, context))
    if len(names) != 1:
        return None
    known = context.catalog.entity(next(iter(names)))
    # Who speaks is often called by the last name alone.
    entity = replace(known, forms=(*known.forms, known.key.split()[-1]))
    topic = tuple(word for word in question.topic if not stems(word) <= stems(beside.group()))
    said = replace(question, text=entity.key, entities=(entity,), topic=topic, interval=None)
    return compose_statements(said, context)


def compose_bearer(question: Question, context: Context) -> Draft | None:
    """Answers who holds a post, from who signs with it or from lines that tell of it: by the newer of both."""
    told = [draft for draft in (compose_office(question, context), compose_signed(question, context)) if draft]
    answers = [draft for draft in told if draft.lines]
    return max(answers, key=partial(_newest_end, context=context), default=told[0] if told else None)


def _newest_end(draft: Draft, context: Context) -> date:
    """The end of the newest issue that a draft's lines stand in."""
    documents = [context.document(evidence.document_id) for line in draft.lines for evidence in line.evidence]
    return max((document.period.end for document in documents if document.period), default=date.min)
