"""What a group did in a year, as its report of that year tells it below its question on the work, or "Highlights"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.parts.form_answers import entries_below, line_below
from ctassist.answering.parts.headed import named_pages
from ctassist.answering.terms import body_noun_pattern, content, is_body_noun, light_stems, table, written_out
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import lead_words, one_line
from ctassist.extraction.vocabulary import alternatives
from ctassist.model.answer import Status
from ctassist.model.archive import Document, Entry
from ctassist.model.records import Indicator, Item
from ctassist.model.text import BlockKind
from ctassist.model.time import Interval, Precision


def compose_work_told(question: Question, context: Context) -> Draft | None:
    """Answers what a group did in a year with what its report of the year tells of it in general.

    Where lines with dates tell what the group did then, those are the answer; where the report has the question and
    leaves it open, the archive does not say.
    """
    if question.interval is None or question.places:
        return None
    asked = question.timeless or question.text
    match = next((match for way in _asks() if (match := way.fullmatch(asked))), None)
    if match is None:
        return None
    said = frozenset(t.stem for t in content(written_out(match["who"])) if not is_body_noun(t)) - light_stems()
    reports = [
        document
        for document, title in named_pages(question, context).items()
        if said <= title and _is_within(document, question.interval) and not _has_days(document, context)
    ]
    told = [(document, lead) for document in reports for lead in _leads_on_work(document, context)]
    if not told:
        return None
    below = (line for document, lead in told for line in _below(lead, document, context, alone=len(told) == 1))
    lines = list({line.evidence: line for line in below}.values())
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    if not lines:
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=coverage, final=True)
    intro = f"**{told[0][1].rstrip(':')}** ({context.source(told[0][0].id)}):" if len(told) == 1 < len(lines) else ""
    return Draft(Status.ANSWERED, intro, tuple(lines), coverage=coverage)


@cache
def _asks() -> tuple[re.Pattern[str], ...]:
    """The ways to ask what somebody did, and for nothing more of it: "what did the Loft get done in 2031?"."""
    work = table("lists")["work"]
    done, achieved = alternatives(work["done"]), alternatives(work["nouns"])
    who = r"(?P<who>(?:the\s+)?[^?,;:]{2,80}?)"
    ways = (
        rf"what\s+(?:else\s+)?(?:did|has|have|had)\s+{who}\s+(?:{done})",
        rf"(?:what\s+(?:were|are|was|is)|list|name|show\s+me)\s+(?:all\s+)?(?:the\s+)?(?:\w+\s+)?(?:{achieved})\s+(?:of|by|from)\s+{who}",
        rf"what\s+(?:\w+\s+)?(?:{achieved})\s+(?:did|does|has|have)\s+{who}\s+(?:have|report|list|name)(?:ed|d)?",
        rf"what\s+(?:was|were)\s+{who}\s+(?:up\s+to|doing|working\s+on)",
    )
    end = r"(?:\s+(?:in|during|for|over|throughout|within))?(?:\s+(?:the|all\s+of))?\s*[?.!]*\s*"
    return tuple(re.compile(rf"\W*(?:and\s+)?{way}{end}", re.IGNORECASE) for way in ways)


@cache
def _on_work() -> re.Pattern[str]:
    """The question of a form that asks for the year's work: "What work did the group do this year that …?"."""
    who = rf"(?:(?:the|your|our|this)\s+)?(?:\w+\s+)?(?:{body_noun_pattern()}|you|it)"
    done = alternatives(table("lists")["work"]["done"])
    return re.compile(
        rf"\bwhat\b[^?.]{{0,40}}?\b(?:did|has|have)\s+{who}\s+(?:{done})\b(?![^?]*\bnot\b)[^?]*\?", re.IGNORECASE
    )


@cache
def _of_work() -> re.Pattern[str]:
    """A heading of a report on what was done: "Key achievements in 2031", "Highlights of the year"."""
    work = table("lists")["work"]
    kinds = alternatives([*table("lists")["chosen"], *work["kinds"]])
    noun = rf"(?:(?:{kinds})\s+)*(?:{alternatives(work['headings'])})"
    time = r"(?:\s+(?:of|in|from|during|for)?\s*(?:(?:the|this|past|last)\s+)*(?:year|period|\d{4}))?"
    return re.compile(rf"\W*(?:\d{{4}}\s+)?{noun}(?:\s*(?:and|&|,|/)\s*{noun})*{time}\W*", re.IGNORECASE)


def _is_within(document: Document, asked: Interval) -> bool:
    period = document.period
    return period is not None and asked.start <= period.start and period.end <= asked.end


def _has_days(document: Document, context: Context) -> bool:
    """Tells whether a report dates what was done more closely than by its year."""
    dated = context.view.activities(dated=True, document_ids=[document.id])
    return any(when.precision not in (Precision.YEAR, Precision.ISSUE) for e in dated for when in e.record.intervals)


def _leads_on_work(document: Document, context: Context) -> list[str]:
    """The lines that lead what a report tells of the year's work: the question of a form, else headings."""
    text = context.text(document.id)
    headings = [one_line(b.span.of(text)) for b in context.blocks(document.id) if b.kind is BlockKind.HEADING]
    items = context.view.items([document.id])
    leads = [lead for entry in items for lead in (*entry.record.section, lead_words(one_line(entry.text)))]
    asking = [lead for lead in dict.fromkeys((*leads, *headings)) if _on_work().search(lead)]
    return asking[:1] or [heading for heading in headings if _of_work().fullmatch(heading)]


def _below(lead: str, document: Document, context: Context, *, alone: bool) -> Iterator[Line]:
    entries: Sequence[Entry[Item] | Entry[Indicator]] = entries_below(lead, document, context)
    source = "" if alone and len(entries) > 1 else context.source(document.id)
    yield from (line_below(entry, lead, source) for entry in entries)
