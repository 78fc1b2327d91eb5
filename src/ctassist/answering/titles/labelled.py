"""Composes who does the work of a body, where lines say it by a label: "Secretariat: Guild Support Branch"."""

import re
from collections.abc import Iterator

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.terms import content, stems
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.page_bodies import names_body
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item

_NAME = r"[^\W\d_a-z][\w’'.&-]*(?:\s+(?:(?:of|for|the|and|on|&)\s+){0,2}[^\W\d_a-z][\w’'.&-]*)*"
_LABELLED = re.compile(
    rf"(?:^|[.;]\s+)\W*(?P<label>[^\W\d_a-z][\w-]{{3,30}})(?:\s+of\s+(?:the\s+)?(?P<whole>[^:.;]{{2,60}}))?:\s+"
    rf"(?P<names>{_NAME}(?:(?:,\s+|\s+and\s+){_NAME})*)\W*(?=[.;]|$)"
)
_ASKING = stems(
    "provide provides provided serve serves act acts host hosts form forms body organisation organization"
    " entity unit office agency institution branch currently now today present"
)
"""Words by which one asks who does the work of a body: "which office provides the secretariat"."""


def compose_labelled_body(question: Question, context: Context) -> Draft | None:
    """Answers with the newest line, in the asked time, that has the body as its label; None where none has."""
    if question.wants is not Wants.WHO or question.roles:
        return None
    asked = {token.stem for token in content(question.timeless or question.text)}
    asked -= _ASKING | context.catalog.whole_stems | context.catalog.own_stems
    found = (
        sorted(_lines(asked, question, context), key=lambda entry: context.last_day(entry.document_id)) if asked else []
    )
    if not found:
        return None
    newest = [
        entry for entry in found if context.last_day(entry.document_id) == context.last_day(found[-1].document_id)
    ]
    issue = context.issue(newest[0].document_id)
    text = f"{one_line(newest[0].text)} ({issue})"
    lines = (Line(text, (evidence_of(newest[0]),), None, frame=(issue,)),)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=1, shown=1))


def _lines(asked: set[str], question: Question, context: Context) -> Iterator[Entry[Item]]:
    """The lines of issues of the asked time in which the body that is asked for has a label of its own."""
    for entry in context.view.items(context.document_ids):
        period = context.document(entry.document_id).period
        if (
            period is None
            or period.end > context.as_of
            or (question.interval and not period.interval.meets(question.interval))
        ):
            continue
        for match in _LABELLED.finditer(one_line(entry.text)):
            if names_body(match["label"]) and asked == stems(match["label"]):
                yield entry
                break
