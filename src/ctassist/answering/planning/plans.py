"""Asking the composers of a question's plan until one has an answer."""

from collections.abc import Sequence

from ctassist.answering.announcements.deadlines import compose_deadlines
from ctassist.answering.announcements.decisions import compose_decisions
from ctassist.answering.announcements.durations import compose_duration
from ctassist.answering.announcements.moved_dates import compose_moved_date
from ctassist.answering.announcements.releases import compose_release
from ctassist.answering.announcements.schedules import compose_schedule
from ctassist.answering.announcements.thanked import compose_thanked
from ctassist.answering.announcements.versions_out import compose_versions_out
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.figures.counted_together import compose_counted_together
from ctassist.answering.figures.crossed import compose_crossed
from ctassist.answering.figures.ordinal_counts import compose_ordinal_count
from ctassist.answering.figures.overview import compose_all_figures
from ctassist.answering.figures.rivals import compose_rivals
from ctassist.answering.figures.two_figures import compose_two_figures
from ctassist.answering.lists.joining import compose_joined
from ctassist.answering.lists.labelled_lines import compose_labelled_lines
from ctassist.answering.lists.mentions import compose_mentions
from ctassist.answering.lists.placement import compose_placement
from ctassist.answering.parts.attendance import compose_attendance
from ctassist.answering.parts.fates import compose_fate
from ctassist.answering.parts.form_answers import compose_form
from ctassist.answering.parts.in_common import compose_in_common
from ctassist.answering.parts.outlines import compose_outline
from ctassist.answering.parts.owners import compose_owners
from ctassist.answering.parts.page_parts import compose_counted_part, compose_labelled_everywhere, compose_purpose
from ctassist.answering.parts.roll import compose_roll
from ctassist.answering.parts.scope import compose_scope
from ctassist.answering.parts.things import compose_thing
from ctassist.answering.parts.weekdays import compose_weekday
from ctassist.answering.parts.work_told import compose_work_told
from ctassist.answering.passages.composing import nothing as no_answer
from ctassist.answering.passages.definitions import compose_definition
from ctassist.answering.passages.gone_ahead import compose_gone_ahead
from ctassist.answering.passages.pointed import compose_pointed
from ctassist.answering.passages.renamings import compose_renaming
from ctassist.answering.passages.yes_no import compose_whereabouts, with_deed
from ctassist.answering.planning.combined import compose_bearer
from ctassist.answering.planning.rules import Composer, rule_for
from ctassist.answering.roles.careers import compose_career
from ctassist.answering.roles.composing import compose_roles
from ctassist.answering.roles.in_both import compose_in_both
from ctassist.answering.roles.tallies import compose_tally
from ctassist.answering.statements.composing import compose_reported
from ctassist.answering.titles.heads import asks_for_head, compose_head
from ctassist.answering.titles.labelled import compose_labelled_body
from ctassist.answering.titles.positions import compose_position, compose_since
from ctassist.answering.titles.successors import compose_successor
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.model.answer import Status

_ALWAYS_FIRST: Sequence[Composer] = (
    compose_pointed,
    compose_release,
    compose_versions_out,
    compose_thanked,
    compose_definition,
    compose_renaming,
    compose_scope,
    compose_in_both,
    compose_career,
    compose_in_common,
    compose_roll,
    compose_purpose,
    compose_attendance,
    compose_rivals,
    compose_two_figures,
    compose_all_figures,
    compose_counted_together,
    compose_placement,
    compose_outline,
    compose_weekday,
    compose_thing,
    compose_labelled_everywhere,
    compose_fate,
    compose_gone_ahead,
    compose_whereabouts,
    compose_reported,
    compose_moved_date,
    compose_schedule,
    compose_duration,
    compose_deadlines,
    compose_decisions,
    compose_joined,
    compose_mentions,
    compose_labelled_lines,
    compose_owners,
    compose_form,
    compose_work_told,
)
"""Each answers one way of asking alone, and has nothing to say of any other question."""


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
            return draft
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
        composers = (compose_since, *_behind_charts(composers, compose_position))
    return (*_ALWAYS_FIRST, *composers, compose_successor)


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
