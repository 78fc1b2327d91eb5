"""What a question asks for somebody's words on, and how much of it a statement speaks of."""

import re
from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.lists.alternatives import either
from ctassist.answering.synonyms import told
from ctassist.answering.terms import (
    fold,
    function_words,
    generic_event_stems,
    light_stems,
    stems,
    tokens,
    words_way_stems,
)
from ctassist.answering.understanding.question import Question
from ctassist.extraction.demonyms import place_said
from ctassist.extraction.names import title_words
from ctassist.extraction.places import find_places, lies_in
from ctassist.extraction.vocabulary import table
from ctassist.model.archive import Entry
from ctassist.model.records import Item, Statement


def topic_of(question: Question, speakers: Sequence[Entry[Statement]], context: Context) -> frozenset[str]:
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


def general_subject(question: Question, speakers: Sequence[Entry[Statement]]) -> frozenset[str]:
    """The words behind "about", where they are so general that they are no topic elsewhere: "about the new name".

    So are those behind the verb: "How did she explain the new name?". Only those that somebody has said are of it.
    """
    match = _SUBJECT.search(question.text)
    verb = _said_by(question.text)
    said = [token for token in tokens(question.text) if token.stem in verb]
    subject = match["subject"] if match else question.text[said[0].end :] if said else ""
    words = {token.stem for token in tokens(subject)} - stems(" ".join(function_words()))
    return frozenset(words & {token.stem for row in speakers for token in tokens(words_said(row))})


_SUBJECT = re.compile(r"\b(?:about|on|regarding|concerning)\s+(?P<subject>[^?]+)", re.IGNORECASE)


def about(row: Entry[Statement] | Entry[Item], topic: frozenset[str], question: Question, context: Context) -> float:
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


def words_said(row: Entry[Statement]) -> str:
    """The words that were said."""
    start = row.record.quote.start - row.record.span.start
    return row.text[start : start + row.record.quote.end - row.record.quote.start]
