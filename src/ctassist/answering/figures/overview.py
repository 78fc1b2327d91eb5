"""All figures of an issue, where they are asked for without a label: "which figures does the May review give?"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.figures.composing import all_figures
from ctassist.answering.terms import generic_event_stems, light_stems, stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Intent, Question
from ctassist.model.answer import Status

_FIGURES = r"(?:figures|numbers|statistics|stats|indicators|metrics|key data|counts)"
_ASKED = re.compile(
    r"\b(?:all|every|each|which|what|list|show|give|name|summari[sz]e|overview of|the)\s+"
    r"(?:(?:of|the|me|us|are|is|were|its|their|your|our|key|main)\s+)*"
    rf"(?:\w+\s+)?{_FIGURES}\b",
    re.IGNORECASE,
)
_SAID_OF_THEM = stems(
    "figure figures number numbers statistic statistics stats indicator indicators metric metrics data count counts key"
    " main latest newest current recent reported stated published printed shown contained given issue edition review"
)


def compose_all_figures(question: Question, context: Context) -> Draft | None:
    """Answers with all figures of the issues of a time, or of the newest one; None where any is meant by its label."""
    if not _ASKED.search(question.text) or question.intent is Intent.COMPARISON or question.series:
        return None
    if question.entities or question.places or question.roles or question.unknown or len(question.times) > 1:
        return None
    ways = light_stems() | generic_event_stems() | list_words("framing") | _SAID_OF_THEM | context.catalog.title_stems
    if not set(content_stems(question.topic)) <= ways:
        return None
    lines, unsaid = all_figures(question, context)
    if not lines:
        return None
    outro = context.words("A document shows the label “{label}” without its number.", label=unsaid[0]) if unsaid else ""
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, outro, coverage=coverage)
