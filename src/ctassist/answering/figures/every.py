"""All figures of an issue: "What are the key figures of the March issue?"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.figures.composing import figure_lines, figures_at
from ctassist.answering.terms import content, figure_stems, figure_way_stems, generic_event_stems, light_stems, stems
from ctassist.answering.understanding.framing import framing_words
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_ASKED = re.compile(
    r"^\W*(?:and\s+)?(?:(?:what|which)\b|(?:list|show|give|name|tell|state|summari[sz]e)\b|(?:all|the|key|main|headline)\b)"
    r"[^?]*\b(?:figures|numbers|indicators|statistics|stats|data|totals)\b",
    re.IGNORECASE,
)
_WAYS = (
    "key main headline figure number indicator statistic stat data total all every issue edition review give have state"
)


def compose_every_figure(question: Question, context: Context) -> Draft | None:
    """Answers with each figure that the issues of a time state; None where one is asked for, or another list."""
    if not _ASKED.search(question.text) or question.entities or question.places or question.series:
        return None
    beside = frozenset(t.stem for t in content(question.timeless) if t.text.casefold() not in framing_words())
    ways = stems(_WAYS) | figure_stems() | figure_way_stems() | light_stems() | generic_event_stems()
    if beside - ways - context.catalog.own_stems - context.catalog.title_stems:
        return None
    rows = figures_at(question, context)
    if not rows:
        return None
    lines: tuple[Line, ...] = tuple(figure_lines(rows, context))
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))
