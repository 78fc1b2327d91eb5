"""Composes how many lines issues have below a heading that says all that is counted: "how many hull repairs"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.lists.counted_headings import counts_below
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.parts.headed import parts_of
from ctassist.answering.terms import generic_event_stems, light_stems, stems
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.text import BlockKind

_SEVERAL_THINGS = re.compile(r"[;&]|,\s|\b(?:and|both|several)\b", re.IGNORECASE)


def compose_counted_lines(question: Question, context: Context) -> Draft | None:
    """Answers how many lines stand below a heading in the issues asked about, with the lines.

    None where more is asked than a heading and a time, or a line may tell of several: what is counted would be lines.
    """
    headings = counts_below(question, context)
    if not headings or question.entities or question.places or question.unknown:
        return None
    ways = (
        light_stems() | generic_event_stems() | list_words("framing") | list_words("sections") | list_words("listing")
    )
    if not stems(" ".join(question.topic)) <= stems(" ".join(headings)) | ways:
        return None
    time, lines = ListedTime.of(question, context), list[Line]()
    for document in context.documents():
        if not time.has_issue(document.id):
            continue
        text, issue = context.text(document.id), context.issue(document.id)
        for part in (part for part in parts_of(document.id, context) if plain_heading(part.heading) in headings):
            for block in part.blocks:
                words = one_line(block.span.of(text))
                if block.kind is not BlockKind.LIST_ITEM or _SEVERAL_THINGS.search(words):
                    return None
                evidence = Evidence(document.id, block.span, (part.heading,), block.page)
                lines.append(Line(f"{words} ({issue})", (evidence,), None, frame=(issue,)))
    if not lines:
        return None
    heading = next(evidence.section[-1] for line in lines for evidence in line.evidence)
    time_said = f" ({context.words.time(question.interval)})" if question.interval else ""
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, f"**{heading}: {len(lines)}**{time_said}:", tuple(lines), coverage=coverage)
