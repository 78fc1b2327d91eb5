"""Composes answers on one line of the archive that the question quotes."""

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.evidence.facts import fact_line, says
from ctassist.answering.terms import content, stems
from ctassist.answering.understanding.pointing import quoted_line
from ctassist.answering.understanding.question import Question, Wants
from ctassist.model.answer import Status

_ALIKE = 0.6
"""The share of a line's words that another passage must have to tell more of the same thing."""
_MORE = 3


def compose_pointed(question: Question, context: Context) -> Draft | None:
    """Answers what is asked of a quoted line, or tells all that the archive has on it; None when none is quoted."""
    line = quoted_line(question.quotation or "")
    if line is None:
        return None
    found = context.retriever.search(line, [token.text for token in content(line)], document_ids=context.document_ids)
    passages = [candidate.found for candidate in found]
    here = [passage for passage in passages if _plain(line) in _plain(passage.text)]
    if not here:
        return None
    words = stems(line)
    alike = [p for p in passages if p not in here and len(words & stems(p.text)) >= _ALIKE * len(words)][:_MORE]
    chosen = [*here[:1], *alike]
    if question.wants in (Wants.WHEN, Wants.WHERE):
        chosen = [passage for passage in chosen if says(passage, question, context)][:1]
    lines = tuple(fact_line(passage, question, context) for passage in chosen)
    if not lines:
        text = context.does_not_say()
        return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question), final=True)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _plain(text: str) -> str:
    return " ".join(text.replace("“", "'").replace("”", "'").split()).casefold()
