"""Asking the composers of a question's plan until one has an answer."""

from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.figures.crossed import compose_crossed
from ctassist.answering.figures.ordinal_counts import compose_ordinal_count
from ctassist.answering.lists.labelled_lines import compose_named_label
from ctassist.answering.parts.page_parts import compose_counted_part
from ctassist.answering.passages.composing import nothing as no_answer
from ctassist.answering.passages.put_right import with_corrections
from ctassist.answering.passages.yes_no import with_deed
from ctassist.answering.planning.combined import compose_bearer
from ctassist.answering.planning.forms import FORMS
from ctassist.answering.planning.rules import Composer, rule_for
from ctassist.answering.roles.composing import compose_roles
from ctassist.answering.roles.tallies import compose_tally
from ctassist.answering.titles.heads import asks_for_head, compose_head
from ctassist.answering.titles.labelled import compose_labelled_body
from ctassist.answering.titles.positions import compose_position, compose_since
from ctassist.answering.titles.successors import compose_successor
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.answering.understanding.succession import succession
from ctassist.model.answer import Status


def answer_from(question: Question, context: Context) -> Draft:
    """Asks the composers of the question's plan until one has an answer."""
    nothing: Draft | None = None
    for composer in plan(question):
        draft = composer(question, context)
        draft = with_deed(draft, question, context) if draft else None
        if draft is None:
            continue
        # Where no group has a president, "the President" is rather somebody else than the head of one of them.
        guessed = draft.status is Status.CLARIFY and context.catalog.held_roles.isdisjoint(question.roles)
        if not (draft.status is Status.NOT_FOUND or guessed) or draft.final:
            return with_corrections(draft, question, context)
        nothing = nothing or draft
    return nothing or no_answer(question, context)


def clarification(context: Context) -> Draft:
    """Asks back when a question says nothing by itself, with questions that this archive can answer."""
    frame = (
        "What would you like to know? Name a group, an organisation, a place or a time, for instance "
        "who holds a role or what happened in a month ({searched})."
    )
    text = context.words(frame, searched=context.searched())
    bodies = [row.record.body for row in context.view.roles(document_ids=context.document_ids)[:1]]
    suggestions = [f"Who chairs {body}?" for body in bodies]
    newest = context.catalog.newest_day()
    if newest:
        suggestions.append(f"What happened in {newest:%B %Y}?")
    return Draft(Status.CLARIFY, text, suggestions=tuple(suggestions))


def plan(question: Question) -> Sequence[Composer]:
    """The composers for a question, the first one first."""
    composers = _counting(question, rule_for(question))
    if question.intent in (Intent.ROLES, Intent.FACT) and question.wants is Wants.WHO:
        composers = _behind_charts(composers, compose_bearer, compose_labelled_body)
    if asks_for_head(question):
        composers = (composers[0], compose_head, *composers[1:])
    if question.intent in (Intent.ROLES, Intent.FACT):
        if question.wants is Wants.WHO and len(question.entities) > 1 and succession(question.text):
            composers = _behind_charts(composers, compose_successor)
        composers = (compose_since, *_behind_charts(composers, compose_position))
    return (*FORMS, *composers, compose_successor, compose_named_label)


def _behind_charts(composers: Sequence[Composer], *further: Composer) -> Sequence[Composer]:
    """The composers with further ones behind what charts say, where they may be asked, and else before all."""
    after = 1 if composers[0] is compose_roles else 0
    return (*composers[:after], *further, *composers[after:])


def _counting(question: Question, composers: Sequence[Composer]) -> Sequence[Composer]:
    """The composers with the one that counts posts: after stated figures, before what merely happened."""
    if question.intent is Intent.COMPARISON:
        return (compose_tally, *composers)
    if question.intent is Intent.INDICATORS:
        return (
            compose_crossed,
            composers[0],
            compose_ordinal_count,
            compose_tally,
            compose_counted_part,
            *composers[1:],
        )
    return composers
