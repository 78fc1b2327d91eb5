"""What tells apart the questions that a plan of their own answers better."""

import re
from functools import cache

from ctassist.answering.roles.lines import HEADS
from ctassist.answering.terms import body_noun_pattern, choosing_stems, stem, stems, table
from ctassist.answering.understanding.employers import asks_employer
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.answering.understanding.role_scope import MEMBER
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.role_words import role_verbs
from ctassist.model.time import Precision

_EACH_ISSUE = re.compile(
    r"\b(?:each|every)\s+(?:single\s+)?(?:issue|edition|number|newsletter|bulletin)\b|\bissue by issue\b"
    r"|\ball\s+(?:of\s+)?(?:the\s+|our\s+)?(?:issues|editions|newsletters|bulletins)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:is|was|were|are|been|got|being)\s+(?:(?:\w+ly|also|later|then|since|now|next|first|afterwards|meanwhile|already|eventually|again|just)\s+)?(?:nominated|proposed|put\s+forward|suggested|shortlisted)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\bowned\s+by\b|\b(?:do|does|did)\b.*\b(?:own|run|lead|head|steer)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:work|partner|team|cooperat|collaborat|act)(?:s|e|es|ed|ing)?\s+(?:up\s+)?(?:together\s+|jointly\s+)?with\b"
    r"|\bjoin(?:ed)?\s+forces\s+with\b",
    re.IGNORECASE,
)
_AND_WHERE = re.compile(r"\b(?:and|,)\s+(?:where|when|in\s+which|on\s+which|at\s+which|by\s+whom)\b", re.IGNORECASE)
_WHY = re.compile(r"^\W*(?:(?:and|but|so)\s+)?(?:why|how\s+come|for\s+(?:what|which)\s+reasons?)\b", re.IGNORECASE)
_CHOSEN_BY = re.compile(
    r"\bmembers?\b.*\b(?:appointed|named|chosen|elected|nominated|selected|designated|delegated|sent)\s+by\b",
    re.IGNORECASE,
)


def of_each_issue(question: Question) -> bool:
    """What all issues have is a feature of theirs: "which book did each issue recommend?"."""
    return bool(_EACH_ISSUE.search(question.text))


def of_choice(question: Question) -> bool:
    """What was picked has no figures, be it called like something that is counted: "which hut was featured?"."""
    return question.wants is not Wants.HOW_MANY and not stems(question.text).isdisjoint(choosing_stems())


def of_members_by_chooser(question: Question) -> bool:
    """Only lines say by whom each member came: "which members were appointed by the council?"."""
    return question.roles == (MEMBER,) and bool(_CHOSEN_BY.search(question.text))


def of_candidates(question: Question) -> bool:
    """Who was proposed for a post need not hold it."""
    return question.intent is Intent.ROLES and question.wants is Wants.WHO and bool(_PROPOSED.search(question.text))


def of_first_holder(question: Question) -> bool:
    """Charts tell who has a post, and not who had it first; the "First Secretary" is a post of its own."""
    return question.intent is Intent.ROLES and bool(_first_one().search(question.text))


def of_reasons(question: Question) -> bool:
    """Charts and lists tell who has a post and what happened, and never why."""
    return question.intent in (Intent.ROLES, Intent.ACTIVITIES) and bool(_WHY.search(question.text))


def of_change_at_once(question: Question) -> bool:
    """A line of that day, or place, says who came to a post: "Who was elected chair on 3 May, and where?"."""
    if not _of_change(question) or question.history:
        return False
    day = question.interval is not None and question.interval.precision is Precision.DAY
    return day or bool(question.places or _AND_WHERE.search(question.text))


def of_change_without_body(question: Question) -> bool:
    """Without a body, passages may answer: "led" may tell of a role or of anything else that somebody led."""
    return _of_change(question) and not _names_body(question)


def of_loose_role(question: Question) -> bool:
    """Passages may know what charts do not: no role is named, or a past one, or by a verb that tells more."""
    loose = bool(_loose_verb().search(question.text)) and not _names_body(question)
    return question.intent is Intent.ROLES and (not question.roles or question.history is not None or loose)


def of_members(question: Question) -> bool:
    """Asks for the members of a body."""
    return question.intent is Intent.ROLES and question.roles == (MEMBER,)


def of_things_owned(question: Question) -> bool:
    """Things that a group owns are no posts: "what subprojects does the docs group own?"."""
    anything = question.intent is Intent.ROLES and question.wants is Wants.ANYTHING
    return anything and bool(_OWNED.search(question.text))


def of_employer(question: Question) -> bool:
    """Charts and lists say for whom their holders work: "where did Ana Roe work in 2031?"."""
    persons = all(is_person(entity.key) for entity in question.entities)
    return question.wants is Wants.WHERE and bool(question.entities) and persons and asks_employer(question.text)


def of_partners(question: Question) -> bool:
    """Asks with whom somebody worked."""
    return question.facet is not None and bool(_TOGETHER.search(question.text))


def _of_change(question: Question) -> bool:
    """Tells whether a question on roles asks who came to one: "elected", "joined as a gold member"."""
    changes = {stem(word) for word in table("words")["change_verbs"]}
    return question.intent is Intent.ROLES and any(stem(word) in changes for word in question.topic)


def _names_body(question: Question) -> bool:
    return bool(_body_noun().search(question.text))


@cache
def _first_one() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:the|its|their)\s+(?:very\s+)?first|founding|inaugural)\s+(?:{'|'.join(HEADS)}|co-chair|director)s?\b",
    )


@cache
def _loose_verb() -> re.Pattern[str]:
    loose = (verb for verb, role in role_verbs().items() if "chair" not in role)
    return re.compile(rf"\b(?:{'|'.join(loose)})\b", re.IGNORECASE)


@cache
def _body_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{body_noun_pattern()})s?\b", re.IGNORECASE)
