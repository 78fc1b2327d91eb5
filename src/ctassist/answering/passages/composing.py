"""Composes the answer to a question for one fact from passages, or says that the archive does not have it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace

from ctassist.answering.announcements.schedules import one_version, steps_of_version
from ctassist.answering.announcements.steps_begun import step_of_version
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.evidence.charts import asks_for_words, tells_posts_alone
from ctassist.answering.evidence.deeds import (
    asked_deeds,
    is_of_another,
    is_opposite,
    is_turned_round,
    tells_nothing_of_before,
)
from ctassist.answering.evidence.editions import is_of_another_year, is_version_of_another, tells_other_release
from ctassist.answering.evidence.facts import dates_of, fact_line, says
from ctassist.answering.evidence.frames import is_on_roll
from ctassist.answering.evidence.issues import named_issues
from ctassist.answering.evidence.leads import before, is_short_item, list_below, told
from ctassist.answering.evidence.links import asks_for_contact, invites_contact
from ctassist.answering.evidence.named import saying_names
from ctassist.answering.evidence.newest import newest
from ctassist.answering.evidence.quantities import counts_people
from ctassist.answering.evidence.times import asks_hour, deadline_words, has_time, tells_hour, tells_last_day_alone
from ctassist.answering.lists.marks import denial_of
from ctassist.answering.lists.named_groups import is_of_named_group
from ctassist.answering.passages.abstaining import thresholds
from ctassist.answering.passages.accounts import Account, account, coverage, with_siblings
from ctassist.answering.passages.asked import Term, known_number, terms_of
from ctassist.answering.passages.posts import may_name_holder, speaks_of_posts
from ctassist.answering.passages.weighing import chance, measured
from ctassist.answering.retrieval import Candidate
from ctassist.answering.synonyms import meanings, other_words
from ctassist.answering.terms import content, event_stems, stems, written_out
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.extraction.dates import has_date
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.role_grammar import PERSON
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import sentences
from ctassist.indexing.view import Found
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator, Role
from ctassist.model.text import BlockKind, Span
from ctassist.model.time import Interval, Precision

_NEAR = 0.9
"""Passages so nearly as likely as the best one are shown with it."""
_MOST = 2
_SEEN, _READ = 12, 6
"""How many of the best passages are looked at with the lines beside them, and how many are measured."""


_BESIDE = 2
"""Beside its label a figure has its number, and perhaps a unit or a mark."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage with the chance that it answers."""

    account: Account
    chance: float


def compose_passages(question: Question, context: Context) -> Draft:
    """Answers from the passage that says what is asked; abstains when none does."""
    if question.unknown:
        return nothing(question, context)
    terms = terms_of(question, context)
    accounts = possible(question, terms, context)
    if not accounts:
        return nothing(question, context)
    numbers = thresholds()
    judged = sorted(
        (
            Judged(known, chance(astuple(measures), numbers.counts, numbers.constant))
            for known, measures in zip(accounts, measured(accounts, terms, question, context), strict=True)
        ),
        key=lambda j: (-j.chance, j.account.candidate.found.passage_id),
    )
    best = judged[0]
    if best.chance < numbers.enough:
        return nothing(question, context)
    judged = _preferred([j for j in judged if j.chance >= numbers.enough], question, context)
    best = judged[0]
    good = [j for j in judged if _is_as_good(j, best, terms)]
    # "When was it opened?" is asked of the line that says so, and not of one nearly alike that does not.
    good = [j for j in good if set(j.account.missing) < set(best.account.missing)] or good
    alike = newest(good, lambda j: j.account.candidate.found, question, context)[:_MOST]
    if not any(term.deed or not (term.name or term.light) for term in terms.values()):
        alike = [_going_on(j, judged) for j in alike]
    if (known := known_number(question)) and len(alike) < known:
        # Of "the two regattas" the newest one is half an answer.
        near = [j for j in judged if j.chance >= max(best.chance * _NEAR, numbers.enough)]
        alike = near[:known] if len(near) >= known else alike
    lines = tuple(
        line
        for j in alike
        for line in (
            fact_line(j.account.candidate.found, question, context, j.account.beside),
            *_listed(j.account.candidate.found, question, context),
            *_told_next(j.account.candidate.found, question, context),
        )
    )
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _preferred(judged: list[Judged], question: Question, context: Context) -> list[Judged]:
    """Of passages that seem to answer those with the names asked about; where a day is asked for, those with one.

    What is dated by its issue alone was so when the issue said it, while another passage may tell the very day.
    """

    def words(j: Judged) -> str:
        found = j.account.candidate.found
        beside = (context.quote(part.document_id, part.span) for part in j.account.beside)
        return " | ".join([*found.section, found.text, *beside])

    kept = saying_names(judged, words, question.text)
    if question.wants is not Wants.WHEN:
        return kept
    if asks_hour(question.text) and (timed := [j for j in kept if tells_hour(j.account.candidate.found.text)]):
        return timed
    # "Launched in 2020" says when, and a day of the same thing on which something else was done does not.
    telling = set(kept[0].account.missing)
    near = [
        j for j in kept if not telling < set(j.account.missing) or not has_time(kept[0].account.candidate.found.text)
    ]
    dated = [j for j in near if dates_of(j.account.candidate.found, context)] or near
    return _with_their_days(dated, context)


def _with_their_days(judged: list[Judged], context: Context) -> list[Judged]:
    """The passages without those that give the month alone of what another one with no fewer words has the days of."""
    times = [dates_of(j.account.candidate.found, context) for j in judged]
    missing = [set(j.account.missing) for j in judged]

    def is_told_nearer(at: int) -> bool:
        months = times[at]
        if len(months) != 1 or months[0].precision is not Precision.MONTH:
            return False
        return any(
            bool(days) and all(_is_day_of(day, months[0]) for day in days) and missing[other] <= missing[at]
            for other, days in enumerate(times)
        )

    return [j for at, j in enumerate(judged) if not is_told_nearer(at)]


def _is_day_of(time: Interval, month: Interval) -> bool:
    exact = time.precision in (Precision.DAY, Precision.RANGE)
    return exact and month.start <= time.start and time.end <= month.end


def _going_on(passage: Judged, judged: Sequence[Judged]) -> Judged:
    """Where nothing but a name is asked about, the sentence that goes on about it, with the one before: else the one.

    "What does the letter write of Ada Roe? – Ada Roe has left us. Ada was our best rower."
    """
    span, document = passage.account.candidate.found.span, passage.account.candidate.found.document_id
    further = (
        j
        for j in judged
        if not j.account.missing
        and j.account.candidate.found.document_id == document
        and any(part.span.start <= span.start and span.end <= part.span.end for part in j.account.beside)
    )
    return next(further, passage)


def _listed(found: Found, question: Question, context: Context) -> Iterator[Line]:
    """The list below a passage that says nothing without it: "They brought:", or how many people did what is asked."""
    announces = found.text.rstrip().endswith(":") or is_short_item(found, context)
    counts = question.wants is Wants.WHO and _counts_people(found.text, context)
    for item in list_below(found, context) if announces or counts else ():
        issue = context.source(item.document_id)
        yield Line(f"{one_line(context.quote(item.document_id, item.span))} ({issue})", (item,), frame=(issue,))


def _told_next(found: Found, question: Question, context: Context) -> Iterator[Line]:
    """The next sentence of a paragraph, where that alone tells what was done: "We met. Ada presented a kite."."""
    asked = _WHAT_WAS_DONE.search(question.text)
    deed = stems(asked["deed"]) if asked else stems("instead") if _INSTEAD.search(question.text) else frozenset[str]()
    if not deed or not deed.isdisjoint(stems(found.text)):
        return
    blocks, at = before(found, context)
    if at < 0 or blocks[at].kind is not BlockKind.PARAGRAPH:
        return
    text, block = context.text(found.document_id), blocks[at]
    following = next((s for s in sentences(text, block.span) if s.start >= found.span.end), None)
    if following and deed <= stems(following.of(text)):
        issue = context.source(found.document_id)
        evidence = Evidence(found.document_id, following, found.section, block.page)
        yield Line(f"{one_line(following.of(text))} ({issue})", (evidence,), frame=(issue,))


_INSTEAD = re.compile(r"\binstead\s+of\b|\bin\s+(?:place|lieu)\s+of\b", re.IGNORECASE)
_WHAT_WAS_DONE = re.compile(
    r"\bwhat\s+(?:else\s+)?(?:was|were|has\s+been|had\s+been|got)\s+"
    r"(?P<deed>[a-z]{3,}(?:ed|en|de|ld|wn))\s+(?:at|in|during|on|by)\b",
    re.IGNORECASE,
)
"""Asks what was done somewhere: "what was discussed at the meeting", which that it was held does not tell."""


def _counts_people(text: str, context: Context) -> bool:
    """Tells whether a passage has a number of people and names none: "Three of our colleagues have left"."""
    named = (match.group() for match in _PERSON.finditer(text))
    names = [name for name in named if is_person(name) and not stems(name) <= context.catalog.own_stems]
    return not names and counts_people(text)


_PERSON = re.compile(PERSON)


def _is_as_good(judged: Judged, best: Judged, terms: Mapping[str, Term]) -> bool:
    return judged is best or (
        judged.chance >= best.chance * _NEAR
        and coverage(judged.account.held, terms) >= coverage(best.account.held, terms) - 1e-9
    )


def nothing(question: Question, context: Context) -> Draft:
    """The answer that there is none, with what was searched."""
    text = context.does_not_say()
    if question.unknown:
        names = ", ".join(dict.fromkeys(question.unknown))
        text += " " + context.words("It does not mention {names}.", names=names)
    return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question))


def possible(question: Question, terms: Mapping[str, Term], context: Context) -> list[Account]:
    """The best passages of those that may answer at all: with each number asked for, and the kind of words."""
    if not terms:
        return []
    asked = written_out(question.text)
    words = list(dict.fromkeys([*(token.text for token in content(asked)), *other_words(meanings(asked))]))
    within = named_issues(question, context) or context.document_ids
    candidates = context.retriever.search(question.text, words, document_ids=within)
    candidates = _once(candidates, context)
    holds = question.intent is Intent.ROLES and question.wants is Wants.WHO and question.roles
    if holds and not asked_deeds(question.text):
        # Lines full of the name of what somebody leads, and of no post, must not keep the others from being read.
        telling = [c for c in candidates if speaks_of_posts(f"{told(c.found, context)} {' '.join(c.found.section)}")]
        candidates = telling or candidates
    seen = _best([account(candidate, terms, question, context) for candidate in candidates], terms)[:_SEEN]
    seen = _best([with_siblings(known, terms, question, context) for known in seen], terms)
    seen = _at_steps(seen, question, context)
    known_better = _told_by_records(question, context, within)
    seen = [one for one in seen if (one.candidate.found.document_id, one.candidate.found.span) not in known_better]
    if (question.facet or asks_for_words(question)) and not question.roles:
        found = ((one, one.candidate.found) for one in seen)
        seen = [one for one, known in found if not tells_posts_alone(known.document_id, known.span, context)]
    if question.intent is Intent.ROLES and question.wants is Wants.WHO:
        seen = [one for one in seen if may_name_holder(_with_list(one.candidate.found, context), question)]
        if question.roles and not asked_deeds(question.text):
            seen = [one for one in seen if speaks_of_posts(_around(one, context))]
    return [known for known in seen if _may_answer(known, terms, question, context)][:_READ]


def _at_steps(accounts: Sequence[Account], question: Question, context: Context) -> list[Account]:
    """The same, counting the version that alone had the step that a passage says it is at in those days."""
    version = one_version(question.text)
    numbers = stems(version) if version else frozenset[str]()
    if version is None or not any(_lacks_only(known, numbers) for known in accounts):
        return list(accounts)
    # What is told of one step holds at no other: "at the launch of 5.1" is not answered by what was so at its freeze.
    asked = stems(question.text)
    steps = [step for step in steps_of_version(question, context) if step[1] <= asked]
    if not steps:
        return list(accounts)
    told = []
    for known in accounts:
        dated = _lacks_only(known, numbers) and step_of_version(known.candidate.found, version, steps, context)
        if dated:
            held = {**known.held, **{word: _AT_STEP for word in numbers if word in known.missing}}
            known = replace(known, held=held, beside=(*known.beside, *dated))
        told.append(known)
    return told


def _lacks_only(known: Account, numbers: frozenset[str]) -> bool:
    """Tells whether some numbers are all the numbers that a passage lacks."""
    lacking = {word for word in known.missing if word[0].isdigit()}
    return bool(known.own) and bool(lacking) and lacking <= numbers


_AT_STEP = 0.8
"""What a schedule says of a passage counts as much as what stands beside it."""


def _once(candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """The passages, of those that issues repeat in the same words for the same days the last one."""
    alike: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        alike[(one_line(candidate.found.text), *candidate.found.section)].append(candidate)
    kept: list[Candidate] = []
    for same in alike.values():
        by_days: dict[tuple[Interval, ...], Candidate] = {}
        for candidate in sorted(same, key=lambda c: context.last_day(c.found.document_id)):
            days = tuple(dates_of(candidate.found, context)) if len(same) > 1 else ()
            by_days[days] = candidate
        kept += by_days.values()
    return kept


def _with_list(found: Found, context: Context) -> str:
    """A passage with the list that it announces: below "Owners:" stand names, or nothing but addresses."""
    below = list_below(found, context) if found.text.rstrip().endswith(":") else []
    return " ".join((found.text, *(context.quote(item.document_id, item.span) for item in below)))


def _around(known: Account, context: Context) -> str:
    found = known.candidate.found
    return " ".join(
        (told(found, context), *found.section, *(context.quote(b.document_id, b.span) for b in known.beside))
    )


def _told_by_records(
    question: Question, context: Context, within: Collection[str] | None
) -> frozenset[tuple[str, Span]]:
    """The spans that say nothing beyond their records, which were looked at by those who know them.

    A figure with its label alone is no list, and where no label is meant no count; a row of a chart tells posts alone.
    """
    rows: list[Entry[Indicator] | Entry[Role]] = []
    if question.intent is Intent.INDICATORS or question.facet:
        rows += [
            row
            for row in context.view.indicators(within)
            if len(row.text.split()) <= len(row.record.label.split()) + _BESIDE
        ]
    if question.intent is Intent.ROLES:
        rows += [row for row in context.view.roles(document_ids=within) if " | " in row.text]
    return frozenset((row.document_id, row.record.span) for row in rows)


def _best(accounts: Sequence[Account], terms: Mapping[str, Term]) -> list[Account]:
    def rank(known: Account) -> tuple[float, int]:
        score = 0.7 * coverage(known.held, terms) + 0.3 * max(known.candidate.similarity, 0.0)
        return -score, known.candidate.found.passage_id

    return sorted(accounts, key=rank)


def _may_answer(known: Account, terms: Mapping[str, Term], question: Question, context: Context) -> bool:
    if any(word[0].isdigit() for word in known.missing):
        return False  # The eighth meeting is not the seventh.
    if is_on_roll(known.candidate.found.text):
        return False  # A name on a roll says nothing of a group that has some of its words.
    if not known.own:
        return False  # Only the document's title speaks of it.
    found = known.candidate.found
    if invites_contact(found.text) and not asks_for_contact(question.text):
        return False
    if not is_of_named_group(found.document_id, found.text, found.section, question, context):
        return False
    if not _says_more_than_names(known, terms, question):
        return False
    # What is open until a day closes on it.
    opposite = is_opposite(question.text, stems(found.text)) and not deadline_words(found.text, question.text)
    if opposite or is_of_another(question.timeless or question.text, found.text):
        return False
    if is_turned_round(question.text, found.text) or is_version_of_another(found, question.text):
        return False
    if (denies := denial_of(question.text)) and denies(found.text):
        return False
    if tells_nothing_of_before(question.text, found.text):
        return False
    if is_of_another_year(question.text, found.text) or tells_other_release(question, found.text):
        return False
    if question.wants is Wants.WHO and tells_last_day_alone(found.text):
        return False  # Until when somebody may be named says nothing of who was.
    return says(found, question, context, whole=all(terms[word].light for word in known.missing))


def _says_more_than_names(known: Account, terms: Mapping[str, Term], question: Question) -> bool:
    """Tells whether it has something of what is asked, beside who is asked about."""
    telling = [word for word, term in terms.items() if not (term.light or term.kind)]
    if telling and not any(known.held[word] for word in telling):
        return False
    names = {word for entity in question.entities for form in entity.forms for word in stems(form)}
    beside = [word for word in terms if word not in names]
    judged = any(not (terms[word].light or terms[word].kind) for word in beside)
    event = _asks_of_event(question, known.candidate.found.text)
    return judged or not beside or event or any(known.held[word] for word in beside)


_TAKES_PLACE = re.compile(r"\b(?:held|tak(?:e|es|ing)\s+place|took\s+place)\b", re.IGNORECASE)


def _asks_of_event(question: Question, text: str) -> bool:
    """Tells whether it asks when or where something is whose name says that it takes place: "the Second Forum".

    So does what follows the name of a body in the passage: "the Tide Committee meeting". What is said to have been held
    was held on the day that the passage tells.
    """
    if question.wants not in (Wants.WHEN, Wants.WHERE):
        return False
    names = not any(entity.key.isupper() for entity in question.entities)
    if names and _TAKES_PLACE.search(question.text) and has_date(text):
        return True
    named = {word for entity in question.entities for word in stems(entity.key)}
    return not named.isdisjoint(event_stems()) or any(
        not stems(match["next"]).isdisjoint(event_stems())
        for entity in question.entities
        for form in entity.forms
        for match in re.finditer(rf"(?<!\w){re.escape(form)}\W+(?P<next>\w+)", text)
    )
