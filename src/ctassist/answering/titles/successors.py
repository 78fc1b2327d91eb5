"""Composes who came after, or before, somebody with a title that no chart tells: "Who succeeded Director Roe?"."""

from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.terms import fold
from ctassist.answering.titles.offices import Bearer, bearer_line, bearers_of, key_of, titles_of, when
from ctassist.answering.understanding.catalog import mentions
from ctassist.answering.understanding.question import History, Question
from ctassist.answering.understanding.succession import succession
from ctassist.model.answer import Status


def compose_successor(question: Question, context: Context) -> Draft | None:
    """Answers with the next, or last, other bearer of a title; None where no line gives the one who is named one."""
    told = [bearer_line(one, context) for one in successors(question, context)]
    lines = list({fold(line.text): line for line in told}.values())
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage)


def successors(question: Question, context: Context) -> list[Bearer]:
    """Those who came after, or before, the one person whom a question names, in each title that this one bears."""
    history = succession(question.timeless or question.text)
    if history is None or len(question.entities) != 1:
        return []
    named = question.entities[0]
    found: list[Bearer] = []
    for title in titles_of(named, context):
        bearers = sorted(bearers_of(title, context), key=lambda one: when(one, context))
        of = {key_of(one.organisation, context) for one in bearers if mentions(one.name, named)}
        bearers = [one for one in bearers if key_of(one.organisation, context) in of | {None}]
        other = _beside(bearers, [at for at, one in enumerate(bearers) if mentions(one.name, named)], history)
        found += [other] if other else []
    return found


def _beside(bearers: Sequence[Bearer], own: Sequence[int], history: History) -> Bearer | None:
    """The first bearer behind the last line that names one, or the last one before the first such line."""
    if not own:
        return None
    return (
        next(iter(bearers[own[-1] + 1 :]), None)
        if history is History.NEXT
        else next(iter(bearers[: own[0]][::-1]), None)
    )
