"""Which figures a question means: its words against their labels, the headings above them and their documents."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.figures.placed import is_of_places
from ctassist.answering.figures.reckoning import label_words
from ctassist.answering.lists.acting import publisher_stems
from ctassist.answering.lists.wanted import named_subjects
from ctassist.answering.synonyms import meanings, said_by_acronyms, said_otherwise
from ctassist.answering.terms import (
    akin,
    bodies,
    figure_stems,
    figure_way_stems,
    fold,
    generic_actor_stems,
    is_core_body_noun,
    light_stems,
    stem,
    stems,
    table,
    tokens,
    written_out,
)
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Intent, Question
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator

_ENOUGH = 0.8
"""The share of a question's words, by weight, that a figure's label (or its heading) must hold."""
_NEAR = 0.92
_NAMED = 0.6
_SAME = 1e-9


def meant_figures(
    question: Question, rows: Sequence[Entry[Indicator]], context: Context, *, of_anybody: bool = False
) -> list[Entry[Indicator]]:
    """The figures that a question means; none when no label has enough of its words.

    A figure belongs to whom its label, the headings above it or its document name; with ``of_anybody`` to anybody.
    """
    labels = frozenset(word for row in rows if not _is_masthead(row, context) for word in stems(row.record.label))
    wanted = {word: context.catalog.weight(word) for word in _wanted(question, labels, context)}
    if of_anybody:
        wanted = {word: weight for word, weight in wanted.items() if word not in _names(question)}
    elif names := _names(question) | named_subjects(question.text):
        rows = [row for row in rows if _is_of_those_named(row, names, question, context)]
    rows = [row for row in rows if of_anybody or is_of_places(row, question, context)]
    if not wanted:
        return []
    scored = [(_score(wanted, row, question, context), row) for row in rows]
    best = max((score for score, _ in scored), default=0.0)
    return _narrowest([(score, row) for score, row in scored if score >= best * _NEAR]) if best >= _ENOUGH else []


def _is_masthead(row: Entry[Indicator], context: Context) -> bool:
    """Tells whether a label without a number is only the archive's name in a box of its own."""
    return row.record.value is None and label_words(row.record.label) <= context.catalog.own_stems


def _is_of_those_named(row: Entry[Indicator], names: frozenset[str], question: Question, context: Context) -> bool:
    words = " | ".join([row.record.label, *row.record.section, context.document(row.document_id).title, row.text])
    told = stems(words) | said_otherwise(meanings(written_out(question.text)), words) | figure_stems() | light_stems()
    told |= context.catalog.own_stems | figure_way_stems() | generic_actor_stems()
    missing = names - told
    if named_subjects(question.text) - stems(words) - said_otherwise(meanings(question.text), words):
        return False  # Whatever else its name may mean: "SIG Release" is no release.
    return not any(all(not _is_count_of(word, own) for own in told) for word in missing)


def _names(question: Question) -> frozenset[str]:
    """The words of names in a question: of an organisation, a group, a product."""
    names = {t.stem for entity in question.entities for form in entity.forms for t in tokens(form)}
    topic = {word for word in question.words if word.istitle()}
    # The abbreviation of "SIG Network" is of any such group.
    kinds = frozenset(map(stem, bodies()["abbreviations"]))
    named = (t.stem for t in tokens(question.text) if t.stem in names or (t.start > 0 and t.text in topic))
    return frozenset(named) - kinds


def says_label(question: Question, row: Entry[Indicator], context: Context) -> bool:
    """Tells whether a question without a verb of its own is a figure's label, as it is written, and nothing else.

    "Pilots trained, May 2023" is the label "Pilots trained"; "trainings of pilots" asks for something else. What tells
    the archive from others may be missing from it, and so may be half of what else a label has.
    """
    asked = {_form(token.text) for token in tokens(question.timeless)}
    wanted = _wanted(question, stems(row.record.label), context)
    label = [token for token in tokens(row.record.label) if token.stem in label_words(row.record.label)]
    said = {token.stem for token in label if _form(token.text) in asked}
    own = {token.stem for token in label} - context.catalog.own_stems
    beside = stems(" ".join([*row.record.section, context.document(row.document_id).title]))
    return len(said) > 1 and len(said) >= _NAMED * len(own) and wanted <= said | beside


def _form(word: str) -> str:
    return fold(word).removesuffix("s")


def _wanted(question: Question, labels: frozenset[str], context: Context) -> frozenset[str]:
    """The words of a label: what is asked for, and whatever names the question has, but the archive's own."""
    asked = (*question.words, *(entity.key for entity in question.entities), *_telling_adjectives(question, labels))
    words = content_stems(written_out(word) for word in _without_predicate(asked, question.text))
    ways = figure_stems() | light_stems() | (generic_actor_stems() - labels) | (figure_way_stems() - labels)
    ways |= (context.catalog.own_stems - context.catalog.title_stems - labels) | (_whole(question) - labels)
    return frozenset(
        word for word in words if word not in ways and word not in context.catalog.title_stems
    ) or frozenset(word for word in words if word not in ways or (word in labels and word not in figure_stems()))


def _whole(question: Question) -> frozenset[str]:
    """The noun for the whole that the archive is of: "how many ports does the association have" is of any of them."""
    bodies = {token.stem for token in tokens(question.text) if is_core_body_noun(token)}
    return publisher_stems(question.text) - bodies


_BELONGING = re.compile(
    r"\s(?:is|are|was|were|has|have)\s+(?:[a-z]+ly\s+|now\s+|full\s+|also\s+)?(?:been\s+)?"
    r"(?:members?|part(?:ies)?|included|involved|represented|participating|taking\s+part|joined|on\s+board|belong)\b[^?]*",
    re.IGNORECASE,
)


def asks_of_members(text: str) -> bool:
    """Tells whether a question counts those who belong to something: "how many firms are members?"."""
    return _BELONGING.search(text) is not None


def _without_predicate(words: Iterable[str], text: str) -> list[str]:
    """The words of a question without those that say of what is counted that it belongs here."""
    rest = {token.text for token in tokens(_BELONGING.sub(" ", text))}
    kept = [word for word in words if any(token.text in rest for token in tokens(word))]
    return kept or list(words)


def _telling_adjectives(question: Question, labels: frozenset[str]) -> list[str]:
    """Words that mostly carry nothing, but tell one label from another: "new members"."""
    return [t.text for t in tokens(question.text) if t.stem in labels and fold(t.text) in table("words")["adjectives"]]


def _score(wanted: dict[str, float], row: Entry[Indicator], question: Question, context: Context) -> float:
    """Recall of the question's words in label and heading, with a tenth for how much of the label they cover."""
    label = stems(row.record.label)
    beside = " | ".join([*row.record.section, context.document(row.document_id).title, row.text])
    asked = meanings(written_out(question.text))
    otherwise = said_otherwise(asked, row.record.label) | said_by_acronyms(question.text, row.record.label)
    around = stems(beside) | said_otherwise(asked, beside)
    named = {word for word in wanted if word in label | otherwise or any(_is_count_of(word, own) for own in label)}
    named -= {word for word in named if _only_says_which(word, question, row)}
    if any(_is_plural(token.text) and token.stem in _states() for token in tokens(row.record.label)):
        named |= wanted.keys() & _states()
    # The archive's own name may stand in one label and not in the next.
    unsaid = context.catalog.own_stems - context.catalog.title_stems - named
    # Of a course of figures for a version one issue may tell without saying again for which.
    if len(question.times) > 1 and not _VERSION.search(row.text):
        unsaid |= {word for word in wanted if _VERSION.fullmatch(word)}
    wanted = {word: weight for word, weight in wanted.items() if word not in unsaid} or wanted
    own = label_words(_WITHOUT_UNIT.sub("", row.record.label))
    covered = min(len(named) / max(len(own), 1), 1.0)
    # A question that does not count must name the label itself; a name that it has is the label's or its document's.
    headed = named | stems(" | ".join(row.record.section))
    if (
        not named
        or (_counted(question) & wanted.keys()) - headed
        or _names(question) & (wanted.keys() - named - around)
        or _has_half_a_name(question, label, label | around)
        or (question.intent is not Intent.INDICATORS and covered < _NAMED)
    ):
        return 0.0
    got = sum(weight * (1.0 if word in named else 0.85 if word in around else 0.0) for word, weight in wanted.items())
    return 0.9 * got / sum(wanted.values()) + 0.1 * covered


_WITHOUT_UNIT = re.compile(r"(?<=\w)\s*\([^()]*\)\s*$")
"""A label's last bracket says in what it counts, or more of it: "Cost of the pier (thousand euros)"."""
_VERSION = re.compile(r"v?\d+(?:\.\d+)+")


@cache
def _states() -> frozenset[str]:
    return stems(" ".join(table("words")["state_nouns"]))


_HOW_MANY = re.compile(r"\b(?:how many|number of)\s+(?P<what>[^?]{3,})", re.IGNORECASE)


def _counted(question: Question) -> frozenset[str]:
    """The noun that a question counts, the first in the plural: "how many new countries took part" counts countries."""
    asked = _HOW_MANY.search(written_out(question.text))
    return frozenset([t.stem for t in tokens(asked["what"]) if _is_plural(t.text)][:1]) if asked else frozenset()


def _only_says_which(word: str, question: Question, row: Entry[Indicator]) -> bool:
    """Tells whether what is asked for in the plural says in a label which other things are counted.

    "Country assessments" and "assessments of the country" are no countries, but "member states" are members.
    """
    asked = tokens(question.text)
    if not any(token.stem == word and _is_plural(token.text) for token in asked):
        return False
    label = tokens(row.record.label)
    named = [token for token in label if token.stem == word]
    counted = generic_actor_stems() | stems(" ".join(table("words")["facet_nouns"])) | {token.stem for token in asked}
    others = any(_is_plural(token.text) and token.stem not in counted for token in label)
    return bool(named) and others and not any(_is_plural(token.text) for token in named)


def _is_plural(word: str) -> bool:
    return bool(re.fullmatch(r"\w+(?<![sui])s", fold(word)))


_NAME = re.compile(r"(?<=[a-z] )[A-Z][\w-]+(?: [A-Z][\w-]+){1,2}\b")


def _has_half_a_name(question: Question, label: frozenset[str], told: frozenset[str]) -> bool:
    """Tells whether a label has some words of a name and lacks others: "Bridge alerts" count none at "Bridge Days"."""
    names = (stems(match.group()) for match in _NAME.finditer(question.text))
    return any(name & label and not name - figure_stems() - light_stems() <= told for name in names)


_OF_ALL = re.compile(r"(?:ship|ag)$")
"""What makes of a noun the stem of a noun for all of them: "membership", "tonnage"."""


def _is_count_of(word: str, own: str) -> bool:
    """Tells whether two stems are of one family: "attend" and "attendee", "membership" and "members"."""
    return akin(word, own) or _OF_ALL.sub("", word) == own


def _narrowest(scored: Sequence[tuple[float, Entry[Indicator]]]) -> list[Entry[Indicator]]:
    """Of each document the rows of the best label: "members" is not "members of the board"."""
    best: dict[str, float] = defaultdict(float)
    for score, row in scored:
        best[row.document_id] = max(best[row.document_id], score)
    return [row for score, row in scored if score >= best[row.document_id] - _SAME]
