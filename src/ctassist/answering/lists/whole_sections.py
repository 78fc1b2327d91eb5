"""All that a section holds, where a question asks for that alone: "what stands in the section on ports in May?"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of, once
from ctassist.answering.lists.rows import rows_of
from ctassist.answering.lists.sections import headed_in_full, named_section
from ctassist.answering.terms import generic_event_stems, light_stems, stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Question, Wants
from ctassist.model.answer import Status

_ASKS = re.compile(r"\b(?:section|heading|chapter|rubric|column)\b", re.IGNORECASE)
_MOST = 300
_REGULAR = 2
"""What so many issues have below a heading is a feature of theirs, which is told as such."""


def compose_whole_section(question: Question, context: Context) -> Draft | None:
    """Answers with every line below a heading; None where a question names none, or more than a heading and a time.

    A heading of several words need not be called one, where all of it is asked for: "all words from the bridge".

    The words of a heading are no roles, names or places that are asked for: "Key issues raised by heads of bodies".
    """
    if question.wants is not Wants.ANYTHING or question.series:
        return None
    asked = question.timeless or question.text
    called = _ASKS.search(asked)
    section = named_section(asked, context.catalog) if called else headed_in_full(asked, context.catalog)
    if section is None or not (called or section.headings.isdisjoint(context.catalog.regular_headings(_REGULAR))):
        return None
    headed = section.words | stems(" ".join(section.headings))
    ways = (
        light_stems() | generic_event_stems() | list_words("framing") | list_words("sections") | list_words("listing")
    )
    own = context.catalog.title_stems | context.catalog.whole_stems
    if not frozenset(content_stems(question.words)) <= headed | ways | own | stems("column rubric"):
        return None
    time = ListedTime.of(question, context)
    rows = [row for row in rows_of(context, time) if section.holds(row.entry.record.section) and time.meets(row.entry)]
    lines = tuple(line_of(same, rows, context) for same in once(rows, context))
    if not lines:
        return None
    shown = lines[:_MOST]
    status = Status.PARTIAL if len(lines) > _MOST else Status.ANSWERED
    return Draft(status, "", shown, coverage=context.coverage(question, matched=len(lines), shown=len(shown)))
