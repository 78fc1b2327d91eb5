"""Which composers may answer a question, in which order."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial

from ctassist.answering.comparison import compose_comparison
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.figures.composing import compose_indicators, compose_labelled, compose_named_figures
from ctassist.answering.figures.labels import asks_of_members
from ctassist.answering.figures.rivals import compose_rivals
from ctassist.answering.lists.activities import compose_activities, compose_counted_activities
from ctassist.answering.lists.announced import compose_announced
from ctassist.answering.lists.deadlines import compose_deadlines
from ctassist.answering.lists.decisions import compose_decisions
from ctassist.answering.lists.facets import compose_facets
from ctassist.answering.lists.listing import compose_listing, compose_rubric, compose_section
from ctassist.answering.lists.releases import compose_release
from ctassist.answering.lists.selection import asks_for_gatherings
from ctassist.answering.lists.thanked import compose_thanked
from ctassist.answering.lists.upcoming import compose_upcoming
from ctassist.answering.parts.attendance import compose_attendance
from ctassist.answering.parts.entries import compose_entry
from ctassist.answering.parts.features import compose_features, compose_presented
from ctassist.answering.parts.page_parts import compose_counted_part, compose_page_part, compose_purpose
from ctassist.answering.passages.composing import compose_passages
from ctassist.answering.passages.composing import nothing as no_answer
from ctassist.answering.passages.definitions import compose_definition
from ctassist.answering.passages.gone_ahead import compose_gone_ahead
from ctassist.answering.passages.pointed import compose_pointed
from ctassist.answering.passages.renamings import compose_renaming
from ctassist.answering.passages.yes_no import compose_whereabouts, with_deed
from ctassist.answering.roles.comings import asks_for_comings
from ctassist.answering.roles.composing import compose_roles, compose_roles_held
from ctassist.answering.roles.lines import HEADS
from ctassist.answering.roles.signed import compose_signed
from ctassist.answering.roles.tallies import compose_tally
from ctassist.answering.roles.terms_of_office import speaks_of_terms
from ctassist.answering.statements import compose_reported, compose_statements
from ctassist.answering.terms import body_noun_pattern, stem, stems, table
from ctassist.answering.titles.heads import asks_for_head, compose_head
from ctassist.answering.titles.offices import compose_office
from ctassist.answering.titles.positions import compose_position, compose_since
from ctassist.answering.titles.successors import compose_successor, successors
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.answering.understanding.role_scope import MEMBER
from ctassist.answering.understanding.succession import asks_of_succession
from ctassist.extraction.role_words import role_verbs
from ctassist.model.answer import Status
from ctassist.model.time import Precision

Composer = Callable[[Question, Context], Draft | None]


def _compose_said_by_next(question: Question, context: Context) -> Draft | None:
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


_PLANS: dict[Intent, Sequence[Composer]] = {
    Intent.ROLES: (compose_roles,),
    Intent.ACTIVITIES: (compose_features, compose_activities, compose_listing, compose_roles_held, compose_passages),
    Intent.INDICATORS: (compose_indicators, compose_counted_activities, compose_listing, compose_passages),
    Intent.STATEMENTS: (_compose_said_by_next, compose_features, compose_statements, compose_passages),
    Intent.COMPARISON: (
        compose_named_figures,
        compose_comparison,
        compose_indicators,
        compose_activities,
        compose_passages,
    ),
    Intent.FACT: (compose_page_part, compose_entry, compose_listing, compose_features, compose_passages),
}


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
    return (
        compose_pointed,
        compose_release,
        compose_thanked,
        compose_definition,
        compose_renaming,
        compose_purpose,
        compose_attendance,
        compose_rivals,
        compose_gone_ahead,
        compose_whereabouts,
        compose_reported,
        compose_deadlines,
        compose_decisions,
        *_posted(question, _headed(question, _signed(question, _counting(question, _composers(question))))),
        compose_successor,
    )


def _posted(question: Question, composers: Sequence[Composer]) -> Sequence[Composer]:
    """The composers with those for the post of one person: since when, and which, behind what charts say of it."""
    if question.intent not in (Intent.ROLES, Intent.FACT):
        return composers
    return (compose_since, *_behind_charts(composers, compose_position))


def _headed(question: Question, composers: Sequence[Composer]) -> Sequence[Composer]:
    """The composers with the one for the heads of organisations: behind what charts say of them."""
    return (composers[0], compose_head, *composers[1:]) if asks_for_head(question) else composers


def _signed(question: Question, composers: Sequence[Composer]) -> Sequence[Composer]:
    """The composers with the one for posts that people sign with: behind what charts say of them, before passages."""
    if question.wants is not Wants.WHO or question.intent not in (Intent.ROLES, Intent.FACT):
        return composers
    return _behind_charts(composers, _compose_bearer)


def _compose_bearer(question: Question, context: Context) -> Draft | None:
    """Answers who holds a post, from who signs with it or from lines that tell of it: by the newer of both."""
    told = [draft for draft in (compose_office(question, context), compose_signed(question, context)) if draft]
    answers = [draft for draft in told if draft.lines]
    return max(answers, key=partial(_newest_end, context=context), default=told[0] if told else None)


def _newest_end(draft: Draft, context: Context) -> date:
    """The end of the newest issue that a draft's lines stand in."""
    documents = [context.document(evidence.document_id) for line in draft.lines for evidence in line.evidence]
    return max((document.period.end for document in documents if document.period), default=date.min)


def _behind_charts(composers: Sequence[Composer], *further: Composer) -> Sequence[Composer]:
    """The composers with further ones behind what charts say, where they may be asked, and else before all."""
    after = 1 if composers[0] is compose_roles else 0
    return (*composers[:after], *further, *composers[after:])


def _counting(question: Question, composers: Sequence[Composer]) -> Sequence[Composer]:
    """The composers with the one that counts posts: after stated figures, before what merely happened."""
    if question.intent is Intent.COMPARISON:
        return (compose_tally, *composers)
    if question.intent is Intent.INDICATORS:
        return (composers[0], compose_tally, compose_counted_part, *composers[1:])
    return composers


def _composers(question: Question) -> Sequence[Composer]:
    if question.without:
        # Only the ledger's lists know how to leave something out.
        return (compose_counted_activities if question.intent is Intent.INDICATORS else compose_activities,)
    if not question.roles and asks_for_comings(question):
        return (compose_roles, *_PLANS[question.intent])  # "Who joined the leadership in May?" names no post.
    if question.roles == (MEMBER,) and _CHOSEN_BY.search(question.text):
        return (compose_listing, compose_passages)  # Only the lines say by whom each member came.
    if question.intent is Intent.ROLES and question.wants is Wants.WHO and _PROPOSED.search(question.text):
        return (compose_passages,)  # Who was proposed for a post need not hold it.
    if question.intent is Intent.ROLES and _first_one().search(question.text):
        return (compose_passages,)  # Charts tell who has a post, and not who had it first.
    if question.intent in (Intent.ROLES, Intent.ACTIVITIES) and _WHY.search(question.text):
        return (compose_passages,)  # Charts and lists tell who has a post and what happened, and never why.
    # "Led" may tell of a role or of anything else that somebody led: without a body, passages may answer.
    if question.intent is Intent.ROLES and _tells_a_change(question):
        day = question.interval is not None and question.interval.precision is Precision.DAY
        if (day or question.places or _AND_WHERE.search(question.text)) and not question.history:
            return (compose_passages, compose_roles)  # A line of that day, or place, says it.
        if not _body_noun().search(question.text):
            return (compose_roles, compose_passages)
    if question.intent is Intent.ROLES and (not question.roles or question.history or _role_by_loose_verb(question)):
        return (compose_roles, compose_passages)
    if question.intent is Intent.ROLES and question.roles == (MEMBER,):
        return (compose_roles, compose_listing)
    if question.intent is Intent.ROLES and question.wants is Wants.ANYTHING and _OWNED.search(question.text):
        return (compose_roles, compose_page_part, compose_listing)  # Things that a group owns are no posts.
    if question.facet and _TOGETHER.search(question.text):
        return (compose_facets, compose_passages)  # Who stands in one chart has not worked together by that.
    if question.facet and question.intent in (Intent.FACT, Intent.ACTIVITIES):
        return (compose_features, compose_facets, *_PLANS[question.intent][1:])
    if question.facet and question.intent is Intent.INDICATORS and not asks_of_members(question.text):
        return (compose_indicators, compose_facets, *_PLANS[question.intent][1:])
    if question.intent is Intent.FACT and _EACH_ISSUE.search(question.text):
        return (compose_features, *_PLANS[Intent.FACT])
    if question.intent is Intent.FACT and question.wants in _SPANS and speaks_of_terms(question):
        return (compose_roles, *_PLANS[question.intent])
    if question.intent is Intent.INDICATORS and _EACH_ISSUE.search(question.text):
        return (compose_indicators, compose_features, *_PLANS[question.intent][1:])
    if question.intent is Intent.FACT and question.wants in (Wants.ANYTHING, Wants.HOW_MANY):
        return (
            compose_presented,
            compose_named_figures,
            compose_labelled,
            compose_page_part,
            compose_entry,
            compose_listing,
            compose_features,
            compose_indicators,
            compose_passages,
        )
    if question.intent is Intent.ACTIVITIES and asks_for_gatherings(question):
        return (
            compose_upcoming,
            compose_named_figures,
            compose_announced,
            compose_section,
            compose_rubric,
            compose_activities,
            *_PLANS[question.intent],
        )
    if question.intent is Intent.ACTIVITIES:
        first = (compose_upcoming, compose_named_figures, compose_announced, compose_section, compose_rubric)
        return (*first, *_PLANS[question.intent])
    return _PLANS[question.intent]


_EACH_ISSUE = re.compile(
    r"\b(?:each|every)\s+(?:single\s+)?(?:issue|edition|number|newsletter|bulletin)\b|\bissue by issue\b"
    r"|\ball\s+(?:of\s+)?(?:the\s+|our\s+)?(?:issues|editions|newsletters|bulletins)\b",
    re.IGNORECASE,
)
"""What all issues have is a feature of theirs: "which book did each issue recommend?"."""
_PROPOSED = re.compile(
    r"\b(?:is|was|were|are|been|got|being)\s+(?:\w+ly\s+|also\s+)?(?:nominated|proposed|put\s+forward|suggested|shortlisted)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\bowned\s+by\b|\b(?:do|does|did)\b.*\b(?:own|run|lead|head|steer)\b", re.IGNORECASE)


@cache
def _first_one() -> re.Pattern[str]:
    """Asks who began a post; the "First Secretary" and the "first vice-chair" are posts of their own."""
    return re.compile(
        rf"\b(?:(?:the|its|their)\s+(?:very\s+)?first|founding|inaugural)\s+(?:{'|'.join(HEADS)}|co-chair|director)s?\b",
    )


_TOGETHER = re.compile(
    r"\b(?:work|partner|team|cooperat|collaborat|act)(?:s|e|es|ed|ing)?\s+(?:up\s+)?(?:together\s+|jointly\s+)?with\b"
    r"|\bjoin(?:ed)?\s+forces\s+with\b",
    re.IGNORECASE,
)
_AND_WHERE = re.compile(r"\b(?:and|,)\s+(?:where|when|in\s+which|on\s+which|at\s+which|by\s+whom)\b", re.IGNORECASE)
_WHY = re.compile(r"^\W*(?:(?:and|but|so)\s+)?(?:why|how\s+come|for\s+(?:what|which)\s+reasons?)\b", re.IGNORECASE)
_SPANS = (Wants.WHEN, Wants.WHO, Wants.ANYTHING)
_CHOSEN_BY = re.compile(
    r"\bmembers?\b.*\b(?:appointed|named|chosen|elected|nominated|selected|designated|delegated|sent)\s+by\b",
    re.IGNORECASE,
)


def _tells_a_change(question: Question) -> bool:
    """Tells whether a question asks who came to a role or a place: "elected", "joined as a gold member"."""
    changes = {stem(word) for word in table("words")["change_verbs"]}
    return any(stem(word) in changes for word in question.topic)


@cache
def _loose_verb() -> re.Pattern[str]:
    loose = (verb for verb, role in role_verbs().items() if "chair" not in role)
    return re.compile(rf"\b(?:{'|'.join(loose)})\b", re.IGNORECASE)


@cache
def _body_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{body_noun_pattern()})s?\b", re.IGNORECASE)


def _role_by_loose_verb(question: Question) -> bool:
    return bool(_loose_verb().search(question.text)) and not _body_noun().search(question.text)
