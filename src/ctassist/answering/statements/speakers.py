"""Whose statements a question asks for: by name, title, organisation, or as one of its people."""

import re
from collections.abc import Mapping, Sequence

from ctassist.answering.context import Context
from ctassist.answering.terms import (
    fold,
    speaker_words,
    stems,
    tokens,
)
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, Question
from ctassist.extraction.speakers import initials_of, office_pattern
from ctassist.extraction.vocabulary import alternatives
from ctassist.model.archive import Entry
from ctassist.model.records import Statement


def named_with_titles(forms: Sequence[str]) -> re.Pattern[str]:
    """Names as they stand in a question, each with the title before it."""
    return re.compile(rf"\b(?:(?:{office_pattern().pattern})\s+)?(?:{alternatives(forms)})(?!\w)", re.IGNORECASE)


def of_bearers(rows: Sequence[Entry[Statement]], title: str) -> list[Entry[Statement]]:
    """The statements of those who bear a title, there or in another line: "Roe (WTO)" may be the Director-General."""
    exactly = [row for row in rows if stems(row.record.title or "") == stems(title)]
    named = {_last_name(row.record) for row in exactly}
    if exactly and len(title.split()) == 1 and len({_last_name(row.record) for row in rows}) > 1:
        # An Executive Director is no other than "the Director", unless somebody is called that and no more.
        return [row for row in rows if row in exactly or (not row.record.title and _last_name(row.record) in named)]
    bearers = {_last_name(row.record) for row in rows if bears_title(row, title)}
    return [
        row for row in rows if bears_title(row, title) or (not row.record.title and _last_name(row.record) in bearers)
    ]


def _last_name(record: Statement) -> str:
    return fold(record.speaker.split()[-1])


_ANY_HEAD = frozenset(["head", "chief", "lead", "officer", "representative"])


def asked_title(question: Question, rows: Sequence[Entry[Statement]]) -> str:
    """The title by which a question names the speaker ("the Secretary-General"); "the head of" names any.

    What else speakers are called is known from the archive: "the Chief Keeper".
    """
    own = {_TITLE_OF.split(row.record.title)[0].strip() for row in rows if row.record.title}
    called = [
        title for title in own if len(title.split()) > 1 and re.search(rf"\b{re.escape(title)}\b", question.text, re.I)
    ]
    found = [match.group() for match in office_pattern().finditer(question.text)]
    title = max([*called, *found], key=len, default="")
    if fold(title) not in _ANY_HEAD:
        return title
    return next((match.group("title") for match in _called(title).finditer(question.text)), "")


_TITLE_OF = re.compile(r",|\s+(?:of|for|at|in)\s+")


def _called(head: str) -> re.Pattern[str]:
    """A longer title that begins with such a word: "the Chief Baker’s", where no name follows."""
    return re.compile(rf"\bthe (?P<title>(?i:{re.escape(head)}) [A-Z][a-z]+)(?=[’'\s?.,]|$)(?! [A-Z])")


def bears_title(row: Entry[Statement], title: str) -> bool:
    """Tells whether a speaker has a title, in full or by its initials ("SG" for Secretary-General)."""
    own = row.record.title or ""
    initials = initials_of(title)
    return own == initials or (stems(title) <= stems(own) and (stems(own) - stems(title)).isdisjoint(_RANKS))


_RANKS = stems("under assistant deputy vice")


def staffed(question: Question) -> list[Entity]:
    """The organisations of whose people a question asks, whoever they are: "what did UN officials say"."""
    return [entity for entity in question.entities if _people_of(entity).search(question.text)]


def _people_of(entity: Entity) -> re.Pattern[str]:
    named = rf"(?:{alternatives(entity.forms)})"
    people = rf"(?:(?:{alternatives(speaker_words())})\s+)*(?:{alternatives([f'{word}s' for word in speaker_words()])})"
    return re.compile(
        rf"\b{named}(?:[’']s?)?\s+{people}\b|\b{people}\s+(?:of|from|at|in)\s+(?:the\s+)?{named}(?!\w)",
        re.IGNORECASE,
    )


def staff(rows: Sequence[Entry[Statement]], entity: Entity, context: Context) -> frozenset[str]:
    """The organisations of speakers that are an organisation or a part of it, by their long names.

    Where most are, who speaks for no organisation (the empty name) is of it too: its head.
    """
    known = {row.record.organisation for row in rows if row.record.organisation}
    parts = {name for name in known if _is_part(name, entity, context)}
    return frozenset(parts | {""}) if len(parts) * 2 > len(known) else frozenset(parts)


def _is_part(organisation: str, entity: Entity, context: Context) -> bool:
    forms = [form for found in context.catalog.find_entities(organisation) for form in found.entity.forms]
    return any(mentions(form, entity) for form in (organisation, *forms))


def speaks(row: Entry[Statement], question: Question, people: Mapping[str, frozenset[str]]) -> bool:
    """Tells whether the entities of a question are this speaker: by name, title and organisation together.

    ``people`` has the organisations of the speakers that are meant where an entity stands for all its people.
    """
    record = row.record
    who = " ".join(filter(None, (record.organisation, record.title, record.speaker)))
    line = (
        row.text[: max(record.quote.start - record.span.start, 0)]
        + " "
        + row.text[record.quote.end - record.span.start :]
    )
    return all(
        (record.organisation or "") in people[entity.key]
        if entity.key in people
        else mentions(who, entity) or (len(question.entities) > 1 and mentions(line, entity))
        for entity in question.entities
    )


def by_handle(rows: Sequence[Entry[Statement]], question: Question) -> list[Entry[Statement]]:
    """The statements of whom a question names as they call themselves, without a capital."""
    named = {token.text.casefold() for token in tokens(question.text)}
    return [row for row in rows if row.record.speaker[0].islower() and row.record.speaker.casefold() in named]


def names_a_speaker(question: Question, rows: Sequence[Entry[Statement]]) -> bool:
    """Tells whether a question's topic has a word of some speaker's name, title or organisation."""
    known = {
        word
        for row in rows
        for word in stems(f"{row.record.title or ''} {row.record.speaker} {row.record.organisation or ''}")
    }
    return any(word in known for word in stems(" ".join(question.topic)))


def shown(record: Statement) -> str:
    """Speaker, title and organisation as the document orders them: "UNODC ED Waly", "Jane Roe, Director of X"."""
    if record.title and ("," in record.title or (record.organisation and record.organisation in record.title)):
        return f"{record.speaker}, {record.title}"
    return " ".join(
        part for part in (record.organisation if record.title else None, record.title, record.speaker) if part
    )
