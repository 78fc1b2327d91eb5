"""Composes answers on who said what: words verbatim, in quotation marks, with speaker and date."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.lists.alternatives import either
from ctassist.answering.reported_speech import reported_by
from ctassist.answering.synonyms import told
from ctassist.answering.terms import (
    fold,
    function_words,
    generic_event_stems,
    light_stems,
    speaker_words,
    stems,
    tokens,
    words_way_stems,
)
from ctassist.answering.understanding.catalog import mentions
from ctassist.answering.understanding.question import Entity, Question, Wants
from ctassist.extraction.demonyms import place_said
from ctassist.extraction.names import title_words
from ctassist.extraction.places import find_places, lies_in
from ctassist.extraction.speakers import initials_of, office_pattern
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item, Statement
from ctassist.model.time import Precision

_TOPIC_SHARE, _ANYBODYS = 0.5, 0.8
"""The share of a topic's words, by weight, that a statement must hold to be about it; with and without its speaker."""


def compose_statements(question: Question, context: Context) -> Draft | None:
    """Answers what somebody said, or each of several; None when no speaker or topic of the question is known."""
    draft = _said(question, context)
    if (draft is None or draft.status is Status.NOT_FOUND) and (occasion := _WHEN_THEY.search(question.text)):
        # The occasion on which it was said need not be spoken of: "when she took office".
        topic = tuple(word for word in question.topic if word not in occasion.group())
        draft = _said(replace(question, text=question.text[: occasion.start()], topic=topic), context) or draft
    if draft is None or draft.status is Status.NOT_FOUND:
        draft = _on_occasion(question, context) or draft
    if question.wants is Wants.WHO and question.entities and (draft is None or draft.status is Status.NOT_FOUND):
        topic = (*question.topic, *(entity.key for entity in question.entities))
        draft = _said(replace(question, entities=(), topic=topic), context, named=question.entities) or draft
    if len(question.entities) > 1 and (draft is None or draft.status is Status.NOT_FOUND):
        return _said_by_each(question, context) or draft
    return draft


def _on_occasion(question: Question, context: Context) -> Draft | None:
    """What somebody said on the day of an occasion that a line of the archive dates: "at the opening of the pier"."""
    occasion = _OCCASION.search(question.text)
    ordinary = light_stems() | stems(" ".join((*function_words(), question.time_words)))
    own = stems(occasion["what"]) - ordinary if occasion else None
    if not occasion or not own or len(question.entities) != 1:
        return None
    rows = context.view.activities(document_ids=context.document_ids)
    days = {
        interval
        for row in rows
        if own <= stems(row.text)
        for interval in row.record.intervals
        if interval.precision is Precision.DAY and (question.interval is None or question.interval.meets(interval))
    }
    topic = tuple(word for word in question.topic if word not in occasion["what"])
    asked = replace(question, text=question.text[: occasion.start()], topic=topic)
    drafts = [_said(replace(asked, interval=day), context) for day in sorted(days)]
    told = [draft for draft in drafts if draft and draft.status is Status.ANSWERED]
    return told[0] if len(told) == 1 else None


_OCCASION = re.compile(
    r"\s(?:on|at|for|during|upon)\s+(?:the|her|his|their|its|our)\s+(?P<what>[^?.!]+)", re.IGNORECASE
)
_WHO_SPOKE_OF = re.compile(
    r"^\W*who\s+(?:\w+\s+)?(?:spoke|speaks|talk(?:ed|s)|said|says|mention(?:ed|s)|told|compared|called)\b(?!\s+as\b)",
    re.I,
)
_WHEN_THEY = re.compile(
    r",?\s+(?:when|as|after|before|while|upon)\s+(?:(?:he|she|they)\s+|\w+ing\s+)[^?]*\W*$", re.IGNORECASE
)
_REPORTED = re.compile(r"\b(?:report|announce|share)(?:e?d|s|ing)?\b", re.IGNORECASE)


def compose_reported(question: Question, context: Context) -> Draft | None:
    """Answers what somebody reported, where lines introduce their words; None for who is no such speaker."""
    if not question.entities or not _REPORTED.search(question.text):
        return None
    speakers = {row.record.speaker for row in context.view.statements(document_ids=context.document_ids)}
    if not all(any(mentions(speaker, entity) for speaker in speakers) for entity in question.entities):
        return None
    topic = tuple(word for word in question.topic if not _REPORTED.fullmatch(word))
    draft = compose_statements(replace(question, topic=topic), context)
    return draft if draft and draft.status is Status.ANSWERED else None


def _said_by_each(question: Question, context: Context) -> Draft | None:
    """What each of several said; None where one of them said nothing of the kind."""
    found = []
    for entity in question.entities:
        others = [form for other in question.entities if other is not entity for form in other.forms]
        text = _named(others).sub(" ", question.text)
        draft = _said(replace(question, text=text, entities=(entity,)), context)
        if draft is None or draft.status is Status.NOT_FOUND:
            return None
        found.append(draft)
    lines = tuple({line.text: line for draft in found for line in draft.lines}.values())
    count = context.words("**{count} statements**:", count=len(lines)) if len(lines) > 1 else ""
    return Draft(
        Status.ANSWERED, count, lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines))
    )


def _named(forms: Sequence[str]) -> re.Pattern[str]:
    """Names as they stand in a question, each with the title before it."""
    return re.compile(rf"\b(?:(?:{office_pattern().pattern})\s+)?(?:{alternatives(forms)})(?!\w)", re.IGNORECASE)


def _said(question: Question, context: Context, named: Sequence[Entity] = ()) -> Draft | None:
    """What is said by whom the question names, or on what it asks about; ``named`` must stand in the words."""
    rows = context.view.statements(interval=question.interval, document_ids=context.document_ids)
    rows = _of_time(rows, question)
    rows = [row for row in rows if all(mentions(_quote(row), entity) for entity in named)]
    title = _asked_title(question, rows)
    people = {entity.key: staff(rows, entity, context) for entity in _staffed(question)}
    speakers = [row for row in rows if _speaks(row, question, people)]
    bearing = _bearing(speakers, title) if title else speakers
    if title and not bearing and _WHO_SPOKE_OF.match(question.text):
        title, bearing = "", speakers  # "Who spoke of teachers?" names what was spoken of.
    speakers = bearing
    if (question.entities or question.unknown or title) and not speakers:
        return None
    handles = _by_handle(speakers, question)
    speakers = handles or speakers
    enough = _TOPIC_SHARE if question.entities or title or handles else _ANYBODYS
    topic = _topic(question, speakers if question.entities or _speaker_words(question, rows) else (), context)
    topic = topic or _general_subject(question, speakers)
    scored = [(_about(row, topic, question, context), row) for row in speakers]
    best = max((score for score, _ in scored), default=0.0)
    narrowed = bool(topic or question.places)
    chosen = [row for score, row in scored if not narrowed or score >= max(enough, best * 0.75)]
    if narrowed and best < enough and speakers:
        # Where nobody is named, some word of the subject must be said; an unknown name is somebody else.
        asked = question.entities or title or (best and not question.unknown)
        chosen = _alike_in_meaning(question, speakers, context) if asked else []
        if not chosen and (question.entities or title):
            return _reported(question, topic, context) or _other_words(question, context, speakers)
    if not chosen:
        return None
    chosen.sort(key=lambda row: (row.record.interval.start.toordinal() if row.record.interval else 0, row.id))
    lines = tuple(_line(same, context) for same in _alike(chosen))
    count = context.words("**{count} statements**:", count=len(lines)) if len(lines) > 1 else ""
    return Draft(
        Status.ANSWERED, count, lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines))
    )


def _of_time(rows: Sequence[Entry[Statement]], question: Question) -> list[Entry[Statement]]:
    """The statements of a time; where others are, without those of a whole year of which the time is but a part."""
    asked = question.interval
    if asked is None:
        return list(rows)
    sure = [row for row in rows if not (when := row.record.interval) or when.days <= _COARSE * asked.days]
    return sure or list(rows)


_COARSE = 3
"""So many times as long as the asked time is too long to be of it."""


def _reported(question: Question, topic: frozenset[str], context: Context) -> Draft | None:
    """What those whom a question names said on its topic in other words than their own; None where no line tells."""
    rows = [row for row in reported_by(question, context) if _about(row, topic, question, context) >= _TOPIC_SHARE]
    if not rows:
        return None
    lines = tuple(Line(" ".join(row.text.split()), (evidence_of(row),), "statement") for row in rows)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _bearing(rows: Sequence[Entry[Statement]], title: str) -> list[Entry[Statement]]:
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


_LIKE = 0.35
"""From this likeness (cosine) on, a statement of the speaker is on the subject of a question in other words.

Measured on 89 questions of the shelves and of reviews: what a speaker said on something else reaches 0.23, the nearest
statement to a question that has no answer 0.25, three quarters of the statements asked for more than 0.32.
"""


def _alike_in_meaning(question: Question, rows: Sequence[Entry[Statement]], context: Context) -> list[Entry[Statement]]:
    """The statement that is most like the question in meaning, if it is like enough."""
    asked, *said = context.retriever.embedded([question.text, *map(_quote, rows)])
    likeness, row = max(
        ((float(asked @ words), row) for words, row in zip(said, rows, strict=True)), key=lambda p: p[0]
    )
    return [row] if likeness >= _LIKE else []


_ANY_HEAD = frozenset(["head", "chief", "lead", "officer", "representative"])


def _asked_title(question: Question, rows: Sequence[Entry[Statement]]) -> str:
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


def _staffed(question: Question) -> list[Entity]:
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


def _speaks(row: Entry[Statement], question: Question, people: Mapping[str, frozenset[str]]) -> bool:
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


def _by_handle(rows: Sequence[Entry[Statement]], question: Question) -> list[Entry[Statement]]:
    """The statements of whom a question names as they call themselves, without a capital."""
    named = {token.text.casefold() for token in tokens(question.text)}
    return [row for row in rows if row.record.speaker[0].islower() and row.record.speaker.casefold() in named]


def _speaker_words(question: Question, rows: Sequence[Entry[Statement]]) -> bool:
    known = {
        word
        for row in rows
        for word in stems(f"{row.record.title or ''} {row.record.speaker} {row.record.organisation or ''}")
    }
    return any(word in known for word in stems(" ".join(question.topic)))


def _topic(question: Question, speakers: Sequence[Entry[Statement]], context: Context) -> frozenset[str]:
    """The words that the statement must be about: without those that name the speaker, or the way of asking."""
    verbs = {word for verb in table("speech")["verbs"] for word in verb.split()}
    naming = _said_by(question.text)
    for row in speakers:
        naming |= stems(f"{row.record.title or ''} {row.record.speaker} {row.record.organisation or ''}")
        naming |= _kind_of_body(row.record.organisation, context)
    words = {token.stem for word in question.topic if fold(word) not in verbs | title_words() for token in tokens(word)}
    plain = frozenset(words - naming - light_stems() - generic_event_stems() - words_way_stems())
    return plain - _aspects(question.text) or plain


_ASPECT = re.compile(
    r"\b(?P<noun>natures?|characters?|aspects?|dimensions?|qualit(?:y|ies)|sides?|notions?|ideas?|concepts?)\s+of\b",
    re.IGNORECASE,
)


def _aspects(text: str) -> frozenset[str]:
    """The stems of nouns that only lead to what is spoken of: "the nature of the flood" is spoken of as the flood."""
    return frozenset(word for match in _ASPECT.finditer(text) for word in stems(match["noun"]))


_DID = re.compile(r"\b(?:did|does|do)\b(?P<whole>[^?]*)", re.IGNORECASE)


def _said_by(text: str) -> frozenset[str]:
    """The stem of the verb that asks for words: "How did she explain the delay?" is on the delay."""
    asked = _DID.search(text)
    verbs = frozenset().union(*(stems(verb) for verb in table("speech")["verbs"] if " " not in verb))
    said = (token.stem for token in tokens(asked["whole"]) if token.text.islower()) if asked else iter(())
    return frozenset([next((word for word in said if word in verbs), "")])


def _kind_of_body(organisation: str | None, context: Context) -> frozenset[str]:
    """What a speaker's organisation may be called once it is named: "the agency"."""
    known = context.catalog.find_entities(organisation) if organisation else ()
    named = frozenset().union(*(stems(form) for found in known for form in found.entity.forms))
    return named & stems(" ".join(table("organisations")["nouns"]))


def _general_subject(question: Question, speakers: Sequence[Entry[Statement]]) -> frozenset[str]:
    """The words behind "about", where they are so general that they are no topic elsewhere: "about the new name".

    So are those behind the verb: "How did she explain the new name?". Only those that somebody has said are of it.
    """
    match = _SUBJECT.search(question.text)
    verb = _said_by(question.text)
    said = [token for token in tokens(question.text) if token.stem in verb]
    subject = match["subject"] if match else question.text[said[0].end :] if said else ""
    words = {token.stem for token in tokens(subject)} - stems(" ".join(function_words()))
    return frozenset(words & {token.stem for row in speakers for token in tokens(_quote(row))})


_SUBJECT = re.compile(r"\b(?:about|on|regarding|concerning)\s+(?P<subject>[^?]+)", re.IGNORECASE)


def _about(row: Entry[Statement] | Entry[Item], topic: frozenset[str], question: Question, context: Context) -> float:
    """The share of a topic that a statement speaks of, by weight, 0 to 1; the places of a question are of it."""
    if not topic and not question.places:
        return 1.0
    return max(_share(row, words, question, context) for words in either(topic, question))


def _share(row: Entry[Statement] | Entry[Item], topic: frozenset[str], question: Question, context: Context) -> float:
    own = told(topic, question.text, " ".join((row.text, *row.record.section)))
    named = [found.place for found in find_places(row.text)]
    if question.places:
        named += [found.place for found in find_places(_sentence_above(row, context))]
    named += [place for token in tokens(row.text) if (place := place_said(token.text))]
    placed = sum(any(lies_in(place, asked) for place in named) for asked in question.places)
    total = sum(context.catalog.weight(word) for word in topic) + len(question.places)
    return (sum(context.catalog.weight(word) for word in own) + placed) / total


def _sentence_above(row: Entry[Statement] | Entry[Item], context: Context) -> str:
    """The sentence right before one in its paragraph, which may say where it was that somebody spoke."""
    above = context.text(row.document_id)[: row.record.span.start]
    paragraph = above[above.rfind("\n\n") + 1 :].strip() if not above.endswith("\n\n") else ""
    return re.split(r"(?<=[.!?])\s+(?=[^\W\d_a-z])", paragraph)[-1]


def _alike(rows: Sequence[Entry[Statement]]) -> list[list[Entry[Statement]]]:
    """The statements, each with its repetitions: an annual review quotes what the issues of the year have."""
    found: dict[tuple[str, ...], list[Entry[Statement]]] = {}
    for row in rows:
        key = (fold(row.record.speaker), *(token.stem for token in tokens(_quote(row))))
        found.setdefault(key, []).append(row)
    return list(found.values())


def _quote(row: Entry[Statement]) -> str:
    """The words that were said."""
    start = row.record.quote.start - row.record.span.start
    return row.text[start : start + row.record.quote.end - row.record.quote.start]


def _line(same: Sequence[Entry[Statement]], context: Context) -> Line:
    row, record = same[0], same[0].record
    quote = " ".join(_quote(row).split())
    who = _who(record)
    when = f" ({context.words.time(record.interval)})" if record.interval else f" ({context.issue(row.document_id)})"
    return Line(f"{who}{when}: “{quote}”", tuple(map(evidence_of, same)), "statement", frame=(when, who))


def _who(record: Statement) -> str:
    """Speaker, title and organisation as the document orders them: "UNODC ED Waly", "Jane Roe, Director of X"."""
    if record.title and ("," in record.title or (record.organisation and record.organisation in record.title)):
        return f"{record.speaker}, {record.title}"
    return " ".join(
        part for part in (record.organisation if record.title else None, record.title, record.speaker) if part
    )


def _other_words(question: Question, context: Context, speakers: Sequence[Entry[Statement]]) -> Draft:
    names = sorted({row.record.speaker for row in speakers}, key=fold)[:3]
    frame = "The archive does not say. It has statements by {names}, but none on this subject ({searched} searched)."
    text = context.words(frame, names=", ".join(names), searched=context.searched())
    return Draft(
        Status.NOT_FOUND,
        text,
        coverage=context.coverage(question),
        suggestions=tuple(f"What did {name} say?" for name in names),
        final=True,
    )
