"""Questions for yes or no: what a line must tell to answer one, and the line on where something was instead."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.evidence.deeds import asked_deeds, exact_deeds, implied_deeds, is_signed_in_name
from ctassist.answering.evidence.whereabouts import place_words
from ctassist.answering.passages.asked import terms_of
from ctassist.answering.passages.composing import compose_passages
from ctassist.answering.synonyms import told
from ctassist.answering.terms import belonging_stems, event_stems, prize_stems, stems, tokens
from ctassist.answering.understanding.kinds import kinds_in
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.extraction.demonyms import find_asked_places
from ctassist.model.answer import Status

_PLACED = re.compile(
    r"\W*(?:and\s+|but\s+|so\s+)?(?:was|were|is|are|did|does|will|has|have)\s+(?:(?:not|it\s+true\s+that)\s+)?the\s+"
    r".+?\b(?:held|hosted|organi[sz]ed|convened|conducted|take\s+place|took\s+place|taken\s+place|happen(?:ed)?|meet|met|signed|located|based"
    r"|launched|opened|presented|unveiled|inaugurated|celebrated)\b",
    re.IGNORECASE,
)
"""Asks whether the one thing named was somewhere: "Was the 3rd Harbour Forum held in Bergen?"."""
_AT = re.compile(r"\s*\b(?:in|at|near)\s+(?:the\s+)?$", re.IGNORECASE)
_MEMBER = "member"
_TELLING = 2
"""So many telling words say which one thing is meant."""


def compose_whereabouts(question: Question, context: Context) -> Draft | None:
    """Answers whether something was somewhere with the line that says where; None for other questions."""
    if not question.places or not _PLACED.match(question.text):
        return None
    draft = compose_passages(question, context)
    if draft.status is not Status.NOT_FOUND:
        return draft
    elsewhere = replace(question, text=_without_places(question.text), wants=Wants.WHERE, places=())
    draft = compose_passages(elsewhere, context)
    return draft if draft.lines and _is_the_one(draft.lines[0], elsewhere, context) else None


def _without_places(text: str) -> str:
    for found in reversed(list(find_asked_places(text))):
        text = _AT.sub("", text[: found.span.start]) + text[found.span.end :]
    return text


def _is_the_one(line: Line, question: Question, context: Context) -> bool:
    """Tells whether a line has all that tells which one thing is meant, and a place that it was in."""
    text = _quoted(line, context)
    terms = terms_of(question, context).values()
    telling = {term.stem for term in terms if not term.light and not term.kind}
    named = telling - event_stems()
    return len(named) >= _TELLING and bool(place_words(text)) and told(telling, question.text, text) == telling


def with_deed(draft: Draft, question: Question, context: Context) -> Draft | None:
    """An answer without the lines that do not tell the deed which is asked for; None if nothing is left.

    "Did the union join the pact?" is not answered by whatever else the union did. Roles, figures and words are no
    deeds.
    """
    if question.intent not in (Intent.FACT, Intent.ACTIVITIES) or draft.status is Status.NOT_FOUND or draft.final:
        return draft
    wanted = asked_deeds(question.text) or _only_deeds(question, context)
    if not wanted:
        return draft
    # Of agreements "signed" the kind says by which verbs they come about.
    kinds = [kind for kind in kinds_in(question.topic) if kind.must_be_done and wanted <= kind.done]
    lines = tuple(
        line
        for line in draft.lines
        if _tells(wanted, line, question, context) or any(kind.told_in(_quoted(line, context), ()) for kind in kinds)
    )
    if len(lines) == len(draft.lines):
        return draft
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage) if lines else None


def _only_deeds(question: Question, context: Context) -> frozenset[str]:
    """The deeds of a question that has nothing else but names to tell by: "When did the union join?"."""
    wanted = exact_deeds(question.text)
    if not wanted:
        return wanted
    names = {word for entity in question.entities for form in entity.forms for word in stems(form)}
    names |= {word for place in question.places for word in stems(place.name)} | context.catalog.own_stems
    names |= _becoming(question.text)
    terms = terms_of(question, context).values()
    beside = [term for term in terms if not (term.light or term.kind) and term.stem not in names | wanted]
    return frozenset() if beside else wanted


def _tells(deeds: frozenset[str], line: Line, question: Question, context: Context) -> bool:
    """Tells whether a line tells a deed; who joins or leaves whom the archive is named after is told with that name."""
    text = _quoted(line, context)
    held = stems(text)
    if deeds & belonging_stems() and _own_name(question, context) - held and not {_MEMBER, *deeds} <= held:
        return False
    if (becoming := _becoming(question.text)) and becoming <= told(becoming, question.text, _words(line, context)):
        return True  # Who "was elected chair" became it.
    if deeds <= implied_deeds(text):
        return True
    if deeds <= stems("sign") and any(is_signed_in_name(part) for part in text.split(" | ")):
        return True
    return (deeds <= stems("win") and bool(held & prize_stems())) or told(deeds, question.text, text) == deeds


_BECOME = re.compile(
    r"\b(?:become|becomes|became|becoming)\s+(?:(?:an?|the|its|their|our)\s+)?(?P<what>[^?,;]+?)(?=\s+(?:of|in|for|on|at|by|to|with)\b|\W*$)",
    re.IGNORECASE,
)


def _becoming(text: str) -> frozenset[str]:
    """The stems of what somebody became: a line on something else may be below a heading that says so."""
    match = _BECOME.search(text)
    return stems(match["what"]) if match else frozenset()


def _own_name(question: Question, context: Context) -> frozenset[str]:
    own = (token for token in tokens(question.text)[1:] if token.text[0].isupper())
    return frozenset(token.stem for token in own) & context.catalog.own_stems


def _words(line: Line, context: Context) -> str:
    return " | ".join(context.quote(part.document_id, part.span) for part in line.evidence)


def _quoted(line: Line, context: Context) -> str:
    return " | ".join(" | ".join((context.quote(part.document_id, part.span), *part.section)) for part in line.evidence)
