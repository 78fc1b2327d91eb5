"""Composes how long the work on a version takes: "the 1.22 cycle will be 15 weeks"."""

import re

from ctassist.answering.announcements.schedules import named_in, one_version
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.terms import stems
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sentences import sentences
from ctassist.model.answer import Status

_UNIT = r"(?:day|week|fortnight|month|quarter|year|hour)"
_ASKED = re.compile(
    rf"\bhow\s+(?:many\s+(?P<unit>{_UNIT})s|long)\b[^?]*\b(?:last|take|run|be|is|was|spans?|comprise|have|has|lasted|took)\b",
    re.IGNORECASE,
)
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)"
)
_CYCLE = stems("release cycle season round phase period stage development work version last long take run span be week")


def compose_duration(question: Question, context: Context) -> Draft | None:
    """Answers with the sentences that say how long a version's cycle lasts; None where none does."""
    asked, version = _ASKED.search(question.text), one_version(question.text)
    if asked is None or version is None:
        return None
    told = re.compile(rf"\b{_COUNT}[\s-]+{asked['unit'] or _UNIT}s?\b", re.IGNORECASE)
    meant = named_in(question, context) - _CYCLE - stems(f"{asked['unit'] or ''}s")
    lines: list[Line] = []
    for entry in context.view.items(context.document_ids):
        text = context.text(entry.document_id)
        for span in sentences(text, entry.record.span):
            words = " ".join(span.of(text).split())
            if one_version(words) != version or not told.search(words):
                continue
            if meant <= stems(" ".join((words, *entry.record.section))):
                source = context.source(entry.document_id)
                evidence = Evidence(entry.document_id, span, entry.record.section, entry.record.page)
                lines.append(Line(f"{words} ({source})", (evidence,), None, frame=(source,)))
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage, final=True)
