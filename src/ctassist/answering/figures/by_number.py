"""What a number counts, where it is asked for by itself: "what does the figure 18,400 stand for?"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.figures.composing import figure_lines
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_NUMBER = r"\d[\d,.\s]*\d|\d"
_MEANS = r"(?:refers?\s+to|means?|stands?\s+for|represents?|counts?|measures?|denotes?|describes?|tells?(?:\s+us)?)"
_ASKS = re.compile(
    r"\W*(?:and\s+)?what\s+(?:do(?:es)?|is|are|was)\s+(?:the\s+)?(?:number|figure|value|total|amount)?\s*[“\"']?"
    rf"(?P<number>{_NUMBER})[”\"']?(?:\s+(?:{_MEANS}|about|for|the\s+(?:number|total)\s+of))?[\s?.!]*"
    r"|\W*(?:what|which)\s+(?:figure|number|indicator|value)\s+(?:is|was|stands\s+at|amounts?\s+to)\s+"
    rf"(?P<other>{_NUMBER})[\s?.!]*",
    re.IGNORECASE,
)


def compose_by_number(question: Question, context: Context) -> Draft | None:
    """Answers with the figures of just that number; None where a question asks anything else, or none is of it."""
    asked = _ASKS.fullmatch(question.text)
    if asked is None:
        return None
    digits = _digits(asked["number"] or asked["other"])
    rows = [
        row
        for row in context.view.all_indicators(context.document_ids)
        if row.record.value is not None
        and _digits(row.record.figure) == digits
        and context.last_day(row.document_id) <= context.as_of
    ]
    if not rows:
        return None
    lines = tuple(figure_lines(rows, context))
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _digits(figure: str) -> str:
    """The digits of a figure without the signs that group them by three; "1.5" keeps its point."""
    match = re.search(_NUMBER, figure)
    return re.sub(r"[,.\s](?=\d{3}(?!\d))", "", match.group()) if match else ""
