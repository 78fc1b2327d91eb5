"""Under which heading something stands: "in which section is the Palau item?"."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.lists.activities import activity_line
from ctassist.answering.lists.selection import is_narrowed, select
from ctassist.answering.terms import stems
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_ASKS = re.compile(
    r"\b(?:under|in|below)\s+(?:which|what)\s+(?:of\s+the\s+)?(?:headings?|sections?|rubrics?|chapters?|categor(?:y|ies))\b"
    r"|\b(?:which|what)\s+(?:heading|section|rubric|chapter|category)\s+(?:is|was|does|did|has|contains?|lists?|mentions?|reports?|covers?)\b",
    re.IGNORECASE,
)
_WAYS = stems(
    "heading headings section sections rubric rubrics chapter chapters category categories item items line lines entry"
    " entries stand stands stood appear appears appeared list lists listed mention mentions mentioned report reports"
    " reported find found file filed place placed news contain contains cover covers covered"
)
_MOST = 5
"""Of more lines than this the question has named none."""


def compose_placement(question: Question, context: Context) -> Draft | None:
    """Answers with the heading above each line that is meant; None for other questions, or where no line is."""
    if not _ASKS.search(question.text):
        return None
    topic = tuple(word for word in question.topic if not set(content_stems([word])) <= _WAYS)
    meant = replace(question, topic=topic, text=_ASKS.sub(" ", question.text))
    if not (meant.entities or meant.places or meant.interval or is_narrowed(meant, context)):
        return None
    groups = [group for group in select(meant, context).all if group.entries[0].record.section]
    if not 0 < len(groups) <= _MOST:
        return None
    lines: list[Line] = []
    for group in groups:
        line, heading = activity_line(group, context.words), group.entries[0].record.section[-1]
        lines.append(replace(line, text=f"**{heading}** – {line.text}", frame=(*line.frame, heading)))
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage)
