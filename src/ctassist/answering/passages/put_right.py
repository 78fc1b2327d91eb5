"""What a later issue takes back: answers with a figure or date that was put right tell the correction."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.terms import content, stem, stems
from ctassist.answering.understanding.question import Intent, Question
from ctassist.extraction.corrections import find_corrections
from ctassist.extraction.dates import find_dates
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import months
from ctassist.model.answer import Status

_FEW = 4
"""An answer of more lines lists what is told, or follows a figure over time; one fact stands in fewer."""
_LIKE = 2
"""So many telling words must a correction share with what it takes back, beside its figure or date."""
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[,. \u00a0]\d{3})+(?!\d)|(?<![\w.,-])\d{2,}(?![\w-])")


def with_corrections(draft: Draft, question: Question, context: Context) -> Draft:
    """An answer with what later issues put right of it, if they do; below a list that stands at the end."""
    listed = question.intent is Intent.ACTIVITIES
    few = len(draft.lines) <= _FEW
    told = draft.status is Status.ANSWERED and bool(draft.lines)
    if not told or not (listed or question.intent is Intent.INDICATORS or (question.intent is Intent.FACT and few)):
        return draft
    every = replace(context, document_ids=None)
    corrections = [found for found in _corrections(every) if any(_concerns(found, line, every) for line in draft.lines)]
    if not corrections:
        return draft
    if listed:
        untold = [found for found in corrections if not any(found in line.evidence for line in draft.lines)]
        return replace(draft, lines=(*draft.lines, *(_line(found, every, bullet=True) for found in untold)))
    kept = [line for line in draft.lines if not any(_is_part(line, found) for found in corrections)]
    right = [_line(found, every, bullet=draft.lines[0].bullet) for found in corrections]
    # Whoever reads no further than the first line is not to take away what was wrong.
    return replace(draft, lines=tuple([*right, *kept] if few else [*kept, *right]))


def _corrections(context: Context) -> Sequence[Evidence]:
    """The paragraphs of the archive that put something right."""
    return context.catalog.learnt(
        "corrections", lambda: sorted(_found(context), key=lambda part: (part.document_id, part.span.start))
    )


def _found(context: Context) -> Iterator[Evidence]:
    for document in context.catalog.documents.values():
        if document.period is not None:
            for span in find_corrections(context.text(document.id), context.blocks(document.id)):
                yield Evidence(document.id, span)


def _concerns(correction: Evidence, line: Line, context: Context) -> bool:
    """Tells whether a paragraph takes back what a line tells: later, of the same thing, with the same figure or day."""
    words = context.quote(correction.document_id, correction.span)
    for part in line.evidence:
        if context.last_day(part.document_id) > context.last_day(correction.document_id):
            continue
        said = context.quote(part.document_id, part.span)
        shared = _telling(f"{said} {line.text}") & _telling(words)
        if len(shared) < _LIKE:
            continue
        if _numbers(line.text) & _numbers(words) or _dates(part, said, context) & _dates(correction, words, context):
            return True
    return False


def _telling(words: str) -> frozenset[str]:
    calendar = {stem(name) for name in months()}
    return frozenset(token.stem for token in content(words) if token.text.isalpha()) - calendar - _ORDINARY


_ORDINARY = stems("issue number figure period month year")


def _numbers(words: str) -> frozenset[str]:
    """The figures of some words, without years."""
    found = (re.sub(r"\D", "", match.group()) for match in _NUMBER.finditer(words))
    return frozenset(number for number in found if not re.fullmatch(r"(?:19|20)\d\d", number))


def _dates(part: Evidence, words: str, context: Context) -> frozenset[tuple[date, date]]:
    """The days that some words of an issue name."""
    period = context.document(part.document_id).period
    dates = find_dates(words, period.interval if period else None)
    spans = ((found.interval.start, found.interval.end) for found in dates)
    return frozenset((start, end) for start, end in spans if (end - start).days < _MONTH)


_MONTH = 27


def _is_part(line: Line, correction: Evidence) -> bool:
    """Tells whether a line is only a sentence of a correction."""
    return all(
        part.document_id == correction.document_id
        and correction.span.start <= part.span.start
        and part.span.end <= correction.span.end
        for part in line.evidence
    )


def _line(correction: Evidence, context: Context, *, bullet: bool) -> Line:
    issue, words = context.source(correction.document_id), context.quote(correction.document_id, correction.span)
    return Line(f"{one_line(words)} ({issue})", (correction,), frame=(issue,), bullet=bullet)
