"""The plans: for each kind of question, the composers that may answer it, the likeliest first.

The first rule that applies counts. A rule for a special kind stands above that for the kind it is a part of.
"""

from collections.abc import Callable, Sequence

from ctassist.answering.announcements.announced import compose_announced
from ctassist.answering.announcements.upcoming import compose_upcoming
from ctassist.answering.comparison import compose_comparison
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.figures.composing import compose_indicators, compose_labelled, compose_named_figures
from ctassist.answering.figures.labels import asks_of_members
from ctassist.answering.lists.activities import compose_activities, compose_counted_activities
from ctassist.answering.lists.facets import compose_facets
from ctassist.answering.lists.listing import compose_listing, compose_rubric, compose_section
from ctassist.answering.lists.mentions import compose_spoken_of
from ctassist.answering.lists.selection import asks_for_gatherings
from ctassist.answering.lists.stated_counts import compose_stated_count
from ctassist.answering.parts.entries import compose_entry
from ctassist.answering.parts.features import compose_features, compose_presented
from ctassist.answering.parts.page_parts import compose_page_part
from ctassist.answering.passages.composing import compose_passages
from ctassist.answering.planning import signs
from ctassist.answering.planning.combined import compose_said_by_next
from ctassist.answering.roles.comings import asks_for_comings
from ctassist.answering.roles.composing import compose_roles, compose_roles_held
from ctassist.answering.roles.terms_of_office import speaks_of_terms
from ctassist.answering.statements.composing import compose_statements
from ctassist.answering.understanding.question import Intent, Question, Wants

Composer = Callable[[Question, Context], Draft | None]
Rule = tuple[Callable[[Question], bool], Sequence[Composer]]
"""Tells whether a question is of a kind; and the plan for that kind."""


def rule_for(question: Question) -> Sequence[Composer]:
    """The plan of the first rule that applies."""
    return next(composers for applies, composers in _RULES if applies(question))


def _is(intent: Intent, *further: Callable[[Question], bool]) -> Callable[[Question], bool]:
    return lambda question: question.intent is intent and all(applies(question) for applies in further)


def _wants(*wants: Wants) -> Callable[[Question], bool]:
    return lambda question: question.wants in wants


def _leaves_out(question: Question) -> bool:
    return bool(question.without)


def _comes_or_goes(question: Question) -> bool:
    return not question.roles and asks_for_comings(question)


def _names_kind_of_thing(question: Question) -> bool:
    return question.facet is not None


def _is_nowhere(question: Question) -> bool:
    """Posts are had in bodies: "From when until when were their advisers in Peru?" asks for no term of office."""
    return bool(question.roles) or not question.places


def _counts_things(question: Question) -> bool:
    return question.facet is not None and not asks_of_members(question.text)


_ROLES = (compose_roles,)
_ROLES_OR_TOLD = (compose_roles, compose_passages)
_TOLD = (compose_passages,)
_ACTIVITIES = (compose_features, compose_activities, compose_listing, compose_roles_held, compose_passages)
_INDICATORS = (
    compose_indicators,
    compose_stated_count,
    compose_counted_activities,
    compose_listing,
    compose_spoken_of,
    compose_passages,
)
_STATEMENTS = (compose_said_by_next, compose_features, compose_statements, compose_passages)
_COMPARISON = (compose_named_figures, compose_comparison, compose_indicators, compose_activities, compose_passages)
_FACT = (
    compose_page_part,
    compose_entry,
    compose_listing,
    compose_features,
    compose_spoken_of,
    compose_passages,
)
_HEADED = (compose_section, compose_rubric)
_NAMED = (compose_upcoming, compose_named_figures, compose_announced)
_ANYTHING = (
    compose_presented,
    compose_named_figures,
    compose_labelled,
    compose_page_part,
    compose_entry,
    compose_listing,
    compose_features,
    compose_indicators,
    compose_spoken_of,
    compose_passages,
)
_BY_INTENT: dict[Intent, Sequence[Composer]] = {
    Intent.ROLES: _ROLES,
    Intent.ACTIVITIES: _ACTIVITIES,
    Intent.INDICATORS: _INDICATORS,
    Intent.STATEMENTS: _STATEMENTS,
    Intent.COMPARISON: _COMPARISON,
    Intent.FACT: _FACT,
}

_RULES: Sequence[Rule] = (
    # Only the ledger's lists know how to leave something out.
    (_is(Intent.INDICATORS, _leaves_out), (compose_counted_activities,)),
    (_leaves_out, (compose_facets, compose_activities)),
    # "Who joined the leadership in May?" names no post.
    *((_is(intent, _comes_or_goes), (compose_roles, *composers)) for intent, composers in _BY_INTENT.items()),
    (signs.of_members_by_chooser, (compose_listing, compose_passages)),
    (signs.of_candidates, _TOLD),
    (signs.of_first_holder, _TOLD),
    (signs.of_reasons, _TOLD),
    (signs.of_change_at_once, (compose_passages, compose_roles)),
    (signs.of_change_without_body, _ROLES_OR_TOLD),
    (signs.of_loose_role, _ROLES_OR_TOLD),
    (signs.of_members, (compose_roles, compose_listing)),
    (signs.of_things_owned, (compose_roles, compose_page_part, compose_listing)),
    # Who stands in one chart has not worked together by that.
    (signs.of_partners, (compose_facets, compose_passages)),
    (_is(Intent.FACT, signs.of_employer), (compose_roles, *_FACT)),
    (_is(Intent.FACT, _names_kind_of_thing), (compose_features, compose_facets, *_FACT[1:])),
    (_is(Intent.ACTIVITIES, _names_kind_of_thing), (compose_features, compose_facets, *_ACTIVITIES[1:])),
    (_is(Intent.INDICATORS, _counts_things), (compose_indicators, compose_facets, *_INDICATORS[1:])),
    (_is(Intent.FACT, signs.of_each_issue), (compose_features, *_FACT)),
    (
        _is(Intent.FACT, _wants(Wants.WHEN, Wants.WHO, Wants.ANYTHING), speaks_of_terms, _is_nowhere),
        (compose_roles, *_FACT),
    ),
    (_is(Intent.INDICATORS, signs.of_each_issue, signs.of_choice), (compose_features, *_INDICATORS)),
    (_is(Intent.INDICATORS, signs.of_each_issue), (compose_indicators, compose_features, *_INDICATORS[1:])),
    (_is(Intent.FACT, _wants(Wants.ANYTHING, Wants.HOW_MANY)), _ANYTHING),
    (_is(Intent.ACTIVITIES, asks_for_gatherings), (*_NAMED, *_HEADED, compose_activities, *_ACTIVITIES)),
    (_is(Intent.ACTIVITIES), (*_NAMED, *_HEADED, *_ACTIVITIES)),
    *((_is(intent), composers) for intent, composers in _BY_INTENT.items()),
)
