"""Composes the issues that say that they have none of something: "in which issues was no motion carried?"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.evidence.frames import says_nothing
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.terms import content, light_stems, stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status

_ASKED = re.compile(
    r"^\W*(?:in\s+|for\s+|during\s+)?(?:which|what)\s+(?:issues?|editions?|numbers?|newsletters?|bulletins?|weeks?|months?)\s+"
    r"(?:(?:was|were|is|are|had|has|have|did|do|does|say|says|said|saw|that|there|report|reports|reported|list|lists|listed)\s+)+"
    r"(?:no|not\s+any|not\s+a\s+single|nothing)\s+(?P<what>[^?]+)",
    re.IGNORECASE,
)
_ISSUES = stems("issue edition number newsletter bulletin week month at all new listed published")


def compose_left_empty(question: Question, context: Context) -> Draft | None:
    """Answers with the line of each issue that says it has none; None for other questions.

    Where no issue says so, nothing else is an answer: what others have is the contrary.
    """
    match = _ASKED.match(question.timeless or question.text)
    if match is None:
        return None
    wanted = frozenset(token.stem for token in content(match["what"])) - light_stems() - _ISSUES
    time, lines = ListedTime.of(question, context), []
    for entry in context.view.items(context.document_ids) if wanted else ():
        if not says_nothing(entry.text) or not (time.may_meet(entry.document_id) and time.meets(entry)):
            continue
        told = stems(" ".join((entry.text, *entry.record.section)))
        if wanted - (list_words("listing") - stems(entry.text)) <= told and wanted & stems(entry.text):
            source = context.source(entry.document_id)
            lines.append(Line(f"{one_line(entry.text)} ({source})", (evidence_of(entry),), None, frame=(source,)))
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    if not lines:
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=coverage, final=True)
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage, final=True)
