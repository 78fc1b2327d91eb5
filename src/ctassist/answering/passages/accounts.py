"""How a passage accounts for each word of a question: in its own words, by its headings, by the lines beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz import fuzz

from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence
from ctassist.answering.evidence.calendar import held_words
from ctassist.answering.evidence.coming import asks_for_coming, coming_words
from ctassist.answering.evidence.deeds import implied_deeds
from ctassist.answering.evidence.editions import languages_said, moved_to_version, understood_names
from ctassist.answering.evidence.elections import election_words
from ctassist.answering.evidence.facts import dates_of, goes_on_about, is_about
from ctassist.answering.evidence.leads import announcement_of, columns_of, label_above, sentence_before, version_of
from ctassist.answering.evidence.links import shown_words
from ctassist.answering.evidence.money import has_money
from ctassist.answering.evidence.newest import alternatives
from ctassist.answering.evidence.occasions import occasion_words
from ctassist.answering.evidence.quantities import bound_words
from ctassist.answering.evidence.ranks import without_lower_ranks
from ctassist.answering.evidence.siblings import goes_on, siblings
from ctassist.answering.evidence.times import deadline_words, moved_words, tells_of_move
from ctassist.answering.passages.asked import Term
from ctassist.answering.retrieval import Candidate
from ctassist.answering.synonyms import meanings, said_by_acronyms, said_otherwise
from ctassist.answering.terms import akin, deciding_stems, stem, stems, table, tokens, written_out
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.dates import has_date
from ctassist.extraction.demonyms import place_said

_OWN, _AKIN, _OTHERWISE, _HEADED, _HEADED_OTHERWISE, _BESIDE = 1.0, 0.9, 0.9, 0.95, 0.85, 0.8
"""How much of a word is accounted for: said, said by a word of its family, said otherwise, and where it stands."""
_FUZZY = 86


@dataclass(frozen=True, slots=True)
class Account:
    """A passage, and how much of each word of a question it accounts for (0 to 1)."""

    candidate: Candidate
    held: Mapping[str, float]
    own: frozenset[str]
    """The words of the question that stand in the passage itself or its headings."""
    beside: tuple[Evidence, ...] = field(default=())
    """The lines beside it that say what it does not."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passage and the lines beside it that say what it does not."""
        found = self.candidate.found
        return (Evidence(found.document_id, found.span, found.section, found.page), *self.beside)

    @property
    def missing(self) -> tuple[str, ...]:
        """The words that are not accounted for."""
        return tuple(word for word, share in self.held.items() if not share)


def account(candidate: Candidate, terms: Mapping[str, Term], question: Question, context: Context) -> Account:
    """Looks for each word of a question in a passage and around it."""
    found = candidate.found
    text = without_lower_ranks(found.text, question.text)
    own = stems(text)
    title = context.document(found.document_id).title
    around = " | ".join([*found.section, columns_of(found, context)])
    near = stems(around)
    forms = {
        stem(token.text)
        for entity in question.entities
        if is_about(found, entity, question, context)
        for form in entity.forms
        for token in tokens(form)
    }
    # Whoever says a place by its adjective asks for the place, which the passage has.
    forms |= {token.stem for token in tokens(question.text) if place_said(token.text) in question.places}
    forms |= understood_names(question, found.text, context) | moved_to_version(found, question, context)
    forms |= languages_said(question.text, found.text)
    asked = meanings(written_out(question.text))
    otherwise = said_otherwise(asked, text) | said_by_acronyms(question.text, text) | context.catalog.spelled_out(text)
    period = context.document(found.document_id).period
    newest = context.catalog.newest_day()
    otherwise |= election_words(found.text, question.text)
    otherwise |= shown_words(found.text) | occasion_words(found, question, context)
    otherwise |= held_words(found.text, question.text, period.interval if period else None, newest)
    otherwise |= deadline_words(found.text, question.text) | implied_deeds(found.text)
    otherwise |= moved_words(found.text, question.text) | bound_words(found.text, question.text)
    if asks_for_coming(question.text):
        otherwise |= coming_words(dates_of(found, context), question.text, context.as_of)
    # What the archive is called says nothing in other words: the "Cableway Accord" is no memorandum.
    titled = " ".join(token.text for token in tokens(title) if token.stem not in context.catalog.title_stems)
    headed = said_otherwise(asked, f"{around} | {titled}")
    priced = _prices() if has_money(found.text) else frozenset[str]()
    held = {
        word: max(
            _held(word, own | forms, near | stems(title), context),
            _OTHERWISE if word in otherwise or word in priced else _HEADED_OTHERWISE if word in headed else 0.0,
        )
        for word in terms
    }
    for either in alternatives(question.text):
        said = max((held[word] for word in either if word in held), default=0.0)
        held |= {word: said for word in either if word in held}
    here = frozenset(word for word in terms if word in own or word in near or word in forms)
    above = (
        sentence_before(found, context) if any(goes_on_about(found, e, context) for e in question.entities) else None
    )
    label = label_above(found, context) if question.wants is Wants.WHEN and tells_of_move(found.text) else None
    beside = tuple(part for part in (label, above) if part)
    return _with_announcement(Account(candidate, held, here, beside), question, context)


def _with_announcement(known: Account, question: Question, context: Context) -> Account:
    """The same, counting the numbers that the paragraph above a list says of all that is in it.

    So does a paragraph that speaks of one version say it of each of its sentences.
    """
    found, numbers = known.candidate.found, [word for word in known.missing if word[0].isdigit()]
    if not numbers or not known.own:
        return known
    if above := announcement_of(found, context):
        said = stems(context.quote(above.document_id, above.span))
    elif version := version_of(found, context):
        said, above = stems(version[0]), version[1]
    if above is None or not said.issuperset(numbers):
        return known
    names = understood_names(question, context.quote(above.document_id, above.span), context) & frozenset(known.missing)
    held = {**known.held, **dict.fromkeys((*numbers, *names), _BESIDE)}
    return Account(known.candidate, held, known.own, (*known.beside, above))


def with_siblings(known: Account, terms: Mapping[str, Term], question: Question, context: Context) -> Account:
    """The same, counting the lines beside a passage that say what it does not."""
    found = known.candidate.found
    going_on = goes_on(found, context)
    missing = [word for word in known.missing if _may_stand_beside(terms[word], going_on)]
    telling = [word for word, term in terms.items() if not (term.light or term.kind) and known.held[word]]
    if not missing or not telling:
        return known
    held, cited = dict(known.held), list(known.beside)
    asked = meanings(written_out(question.text))
    for line in siblings(found, telling, context):
        text = context.quote(line.document_id, line.span)
        if question.wants is Wants.WHEN and not going_on and has_date(text):
            continue  # What it speaks of has that date.
        said = stems(text) | said_otherwise(asked, text)
        new = [word for word in missing if not held[word] and (word in said or any(akin(word, w) for w in said))]
        if new:
            held |= dict.fromkeys(new, _BESIDE)
            cited.append(line)
    return Account(known.candidate, held, known.own, tuple(cited))


def _may_stand_beside(term: Term, going_on: bool) -> bool:
    """A name or a number must stand in the passage itself, and what was done too, but what was decided.

    A sentence with a pronoun may go on about who was named before it.
    """
    if term.light or term.stem[0].isdigit() or (term.name and not going_on):
        return False
    return not term.deed or term.stem in deciding_stems()


@cache
def _prices() -> frozenset[str]:
    return frozenset(map(stem, table("words")["price_words"]))


def coverage(held: Mapping[str, float], terms: Mapping[str, Term]) -> float:
    """The share of a question that is accounted for, by weight; words for the kind of answer left out."""
    counted = [term for term in terms.values() if not term.kind] or list(terms.values())
    total = sum(term.weight for term in counted)
    return sum(term.weight * held[term.stem] for term in counted) / total if total else 0.0


def _held(word: str, own: frozenset[str], near: frozenset[str], context: Context) -> float:
    if word in own:
        return _OWN
    if any(akin(word, other) for other in own):
        return _AKIN
    if word in near:
        return _HEADED
    if not context.catalog.weight.known(word) and len(word) > 4:
        return _AKIN if _fuzzy(word, sorted(own)) else 0.0
    return 0.0


def _fuzzy(word: str, others: Sequence[str]) -> bool:
    return max((fuzz.ratio(word, other) for other in others), default=0.0) >= _FUZZY
