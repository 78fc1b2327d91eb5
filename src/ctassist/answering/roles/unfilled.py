"""Posts of which a chart says that nobody has them: "Rapporteur: vacant", "Treasurer | to be elected"."""

import re
from collections.abc import Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence, Line
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.lines import is_meant
from ctassist.answering.roles.tenures import Row, stated_on
from ctassist.answering.understanding.question import Question
from ctassist.extraction.role_words import canonical_role, role_label
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.archive import Document
from ctassist.model.text import BlockKind, Span

_REACH = 300
"""So many characters behind the last holder that a chart names for a body, a post without one may still be its."""


def unfilled(question: Question, context: Context, body: Body, bodies: Sequence[Body]) -> list[Line]:
    """The lines of the chart of the asked time that leave the asked posts of a body to nobody."""
    chart = _chart(question, context, body)
    if chart is None:
        return []
    lines = []
    for role in question.roles:
        rows = [row for row in body.rows if is_meant(row.record.role, [role])]
        if any(row.document_id == chart.id or _came_since(row, chart, question, context) for row in rows):
            continue
        if found := _in_rows(role, chart, body, context) or _in_labels(role, chart, body, bodies, context):
            words, span, row = found
            evidence = Evidence(chart.id, span, row.record.section, row.record.page)
            lines.append(Line(words, (evidence,), "role", frame=(words,)))
    return lines


def _chart(question: Question, context: Context, body: Body) -> Document | None:
    """The newest document that charts a body; of those of the asked time the last that ends in it, or soonest after."""
    ids = {row.document_id for row in body.rows if row.record.interval is None}
    charts = [document for document in context.documents() if document.id in ids and document.period]
    if asked := question.interval:
        within = [d for d in charts if asked.contains(context.last_day(d.id))]
        around = [d for d in charts if d.period and d.period.interval.meets(asked)]
        charts = within or sorted(around, key=lambda d: context.last_day(d.id))[:1]
    return max(charts, key=lambda document: context.last_day(document.id), default=None)


def _came_since(row: Row, chart: Document, question: Question, context: Context) -> bool:
    """Tells whether somebody came to the post after the chart, or while it was made, and before the asked time ends."""
    day = stated_on(row, context)
    began = chart.period.start if chart.period else day
    until = question.interval.end if question.interval else context.as_of
    return began <= day <= until


def _own(chart: Document, body: Body) -> list[Row]:
    rows = [row for row in body.rows if row.document_id == chart.id and row.record.interval is None]
    return sorted(rows, key=lambda row: row.record.span.start)


def _in_labels(
    role: str, chart: Document, body: Body, bodies: Sequence[Body], context: Context
) -> tuple[str, Span, Row] | None:
    """A label with such words where the chart tells of the body, up to where it names somebody of the next one."""
    own = _own(chart, body)
    last = own[-1].record.span
    others = (row.record.span.start for other in bodies if other is not body for row in _own(chart, other))
    end = min((start for start in others if start > last.start), default=last.end + _REACH)
    text = context.text(chart.id)
    for match in _labelled().finditer(text, own[0].record.span.start, min(end, last.end + _REACH)):
        if canonical_role(match["label"]) == role:
            return one_line(match.group()).replace(" | ", ": "), Span(match.start(), match.end()), own[-1]
    return None


def _in_rows(role: str, chart: Document, body: Body, context: Context) -> tuple[str, Span, Row] | None:
    """A cell with such words in the row of the body, below a post: "Group | Chair | Secretary" and "… | … | vacant"."""
    text, header = context.text(chart.id), None
    starts = {row.record.span.start: row for row in _own(chart, body)}
    for block in context.blocks(chart.id):
        if block.kind is not BlockKind.TABLE_ROW:
            header = None
        elif block.header:
            header = block
        elif header and (row := starts.get(block.span.start)):
            for label, cell in zip(header.cells, block.cells, strict=False):
                words = one_line(cell.of(text))
                if canonical_role(label.of(text)) == role and _nobody().fullmatch(words):
                    return f"{one_line(label.of(text))}: {words}", block.span, row
    return None


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:currently\s+)?(?:{alternatives(table('people')['unfilled'])})\W*", re.IGNORECASE)


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<label>{role_label()})\s*(?::|\||–|—)\s*(?:currently\s+)?"
        rf"(?:{alternatives(table('people')['unfilled'])})(?!\w)",
        re.IGNORECASE,
    )
