"""Composes what an acronym stands for, from the line that writes it out."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.terms import fold
from ctassist.answering.understanding.question import Question
from ctassist.answering.understanding.written import asks_long_form
from ctassist.extraction.names import WORD, defined, leading
from ctassist.model.answer import Status

_MEANING = re.compile(r"\bwhat does .{2,40} mean\b|\bacronym\b", re.IGNORECASE)
_NAME = rf"(?P<long>{WORD}(?:\s+(?:(?:of|for|on|and|the|in|against|&)\s+){{0,2}}{WORD}){{2,9}})"


def compose_definition(question: Question, context: Context) -> Draft | None:
    """Answers what an acronym stands for; None for other questions, or when no line writes it out."""
    if not (asks_long_form(question.text) or _MEANING.search(question.text)):
        return None
    for entity in question.entities:
        # One that has been renamed has the long names of all its short ones.
        short = next((form for form in entity.forms if " " not in form and form in question.text), entity.key)
        longs = [form for form in entity.forms if len(form.split()) > 1]
        longs = [form for form in longs if defined(short, form)] or longs
        for entry in context.view.items(document_ids=context.document_ids):
            words = fold(" ".join(entry.text.split()))
            long = next((form for form in longs if fold(form) in words), None)
            if long and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", entry.text):
                line = Line(f"**{short}**: {long}", (evidence_of(entry),), frame=(short,), bullet=False)
                return Draft(Status.ANSWERED, "", (line,), coverage=context.coverage(question, matched=1, shown=1))
        if behind := _in_brackets(short, context):
            return Draft(Status.ANSWERED, "", (behind,), coverage=context.coverage(question, matched=1, shown=1))
        if asks_long_form(question.text) and short.isupper():
            return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
    return None


def _in_brackets(short: str, context: Context) -> Line | None:
    """The name that an acronym stands behind in brackets, whatever its letters: it may be one of another language."""
    behind = re.compile(rf"{_NAME}\s*\(\s*{re.escape(short)}\s*\)")
    for entry in context.view.items(document_ids=context.document_ids):
        words = " ".join(entry.text.split())
        if f"({short})" in words and (match := behind.search(words)):
            long = match["long"][leading(match["long"]) :]
            return Line(f"**{short}**: {long}", (evidence_of(entry),), frame=(short,), bullet=False)
    return None
