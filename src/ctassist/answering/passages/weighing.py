"""How likely a passage is to answer a question: a few measures of it, and what each counts for."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from ctassist.answering.context import Context
from ctassist.answering.evidence.kinds import is_checked, modifiers
from ctassist.answering.passages.accounts import Account, coverage
from ctassist.answering.passages.asked import Term
from ctassist.answering.terms import content, fold, stems
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question

_MOST_WORDS = 60
"""How many words of a passage are compared with those of a question that it does not have."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What tells an answer from a passage that is only near; each from 0 to 1."""

    coverage: float
    """The share of the question that the passage accounts for."""
    own: float
    """The share of its telling words that stand in the passage itself."""
    undone: float
    """How unlike all its words the deed is that it does not tell of ("built", "rejected")."""
    full: float
    """Whether it accounts for every telling word."""
    kind: float
    """How well it has the kind of thing asked for ("which colour"); 1 where none is asked for."""
    similarity: float
    """The likeness of the whole question to the whole passage with its headings (cosine)."""


def measured(
    accounts: Sequence[Account], terms: Mapping[str, Term], question: Question, context: Context
) -> list[Measures]:
    """Measures passages; the likeness of words is looked up for all of them at once."""
    wanted = [(_word(terms[word]), _words(account)) for account in accounts for word in _compared(account, terms)]
    alike = iter(context.retriever.likenesses(wanted))
    found = []
    for account in accounts:
        lacking = {word: next(alike) for word in _compared(account, terms)}
        found.append(_measures(account, lacking, terms, question))
    return found


def _measures(
    account: Account, lacking: Mapping[str, float], terms: Mapping[str, Term], question: Question
) -> Measures:
    counted = [term for term in terms.values() if not term.kind] or list(terms.values())
    telling = [term for term in counted if not term.light]
    missing = set(account.missing)
    said = stems(account.candidate.found.text) | _named(account, question)
    return Measures(
        coverage=coverage(account.held, terms),
        own=_share(sum(term.weight for term in telling if term.stem in said), sum(term.weight for term in telling)),
        undone=max((1 - alike for word, alike in lacking.items() if terms[word].deed), default=0.0),
        full=float(not any(term.stem in missing for term in telling)),
        kind=_kind(lacking, terms, question),
        similarity=max(account.candidate.similarity, 0.0),
    )


def _named(account: Account, question: Question) -> frozenset[str]:
    """The words of names that the passage has in another form: "Ice Patrol Service" where it says "IPS"."""
    named = (entity for entity in question.entities if mentions(account.candidate.found.text, entity))
    return frozenset().union(*(stems(form) for entity in named for form in entity.forms))


def _kind(lacking: Mapping[str, float], terms: Mapping[str, Term], question: Question) -> float:
    """How alike the passage's words are to those for the kind of answer; a kind that can be seen is there."""
    seen, narrowing = is_checked(question), modifiers(question.text)
    wanted = [term.stem for term in terms.values() if term.kind and not term.light]
    likeness = [lacking.get(word, 1.0) for word in wanted if word in narrowing or not seen]
    return sum(likeness) / len(likeness) if likeness else 1.0


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def chance(measures: Sequence[float], counts: Sequence[float], constant: float) -> float:
    """The chance (0 to 1) that a passage answers: a logistic model."""
    sum_ = constant + sum(count * measure for count, measure in zip(counts, measures, strict=True))
    return 1 / (1 + math.exp(-sum_))


def _compared(account: Account, terms: Mapping[str, Term]) -> list[str]:
    """The words that are not accounted for, and that something alike may stand for: a deed, a kind of thing."""
    return [word for word in account.missing if not terms[word].light and (terms[word].deed or terms[word].kind)]


def _word(term: Term) -> str:
    return fold(term.text)


def _words(account: Account) -> tuple[str, ...]:
    found = account.candidate.found
    text = " ".join([found.text, *found.section[-1:]])
    return tuple(dict.fromkeys(fold(t.text) for t in content(text) if t.text.isalpha()))[:_MOST_WORDS]


def names_of_measures() -> tuple[str, ...]:
    """What the measures are called, in their order."""
    return tuple(field.name for field in fields(Measures))
