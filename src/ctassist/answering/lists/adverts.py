"""Composes the jobs that issues advertise under a heading that does not say so: "Hands wanted", "Come and row with us".

What stands there is told by a line that most of them have: "No jobs this week. Write to us to have yours listed here."
"""

import re
from collections import defaultdict
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.evidence.frames import addresses_reader, says_nothing
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of, once
from ctassist.answering.lists.rows import rows_of
from ctassist.answering.terms import content, light_stems, stems
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.framing import asking_stems
from ctassist.answering.understanding.kinds import heads_jobs, list_words
from ctassist.answering.understanding.question import Question, Wants
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item

_ASKED = re.compile(
    r"\b(?:which|what|list|all|any|every|each|show|give|name|are\s+there|the)\b[^?]*?\b(?:jobs?|vacanc(?:y|ies)|openings|positions)\b"
    r"|^\W*(?:jobs|vacancies|openings)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(r"\b(?:jobs?|vacanc(?:y|ies)|openings)\b", re.IGNORECASE)
_LISTED = re.compile(r"\b(?:listed|here|posted|advertised|this\s+(?:week|month|issue|time))\b", re.IGNORECASE)
_WAYS = stems(
    "job vacancy opening position post offer ad advert advertisement advertise offered advertised company employer"
    " available open hire hiring looking filled"
)
_SEVERAL = 2


def compose_adverts(question: Question, context: Context) -> Draft | None:
    """Answers with the jobs of the issues and companies that are asked for; None where a heading says "Jobs".

    Of an issue that has none, the line that says so.
    """
    if not _ASKED.search(question.text) or question.roles or question.wants is Wants.HOW_MANY:
        return None
    if any(map(heads_jobs, context.catalog.regular_headings(1))):
        return None
    headings = context.catalog.learnt("adverts", lambda: _headings(context))
    if not headings:
        return None
    wanted = _wanted(question, context)
    time = replace(ListedTime.of(question, context), by_issue=True)
    rows = [row for row in rows_of(context, time) if _stands_under(row.entry, headings) and time.meets(row.entry)]
    jobs = [row for row in rows if not _frames(row.entry) and wanted <= stems(row.entry.text)]
    if not jobs and not wanted and question.time_words:
        jobs = [row for row in rows if says_nothing(row.entry.text)]
    lines = tuple(line_of(entries, jobs, context) for entries in once(jobs, context))
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


def _wanted(question: Question, context: Context) -> frozenset[str]:
    """The words that lines must have: of the company, the place, the kind of work."""
    ways = light_stems() | asking_stems() | list_words("framing") | list_words("listing") | _WAYS
    named = frozenset(token.stem for token in content(question.text))
    return named - ways - stems(question.time_words) - context.catalog.title_stems


def _headings(context: Context) -> frozenset[str]:
    """The headings, in lower case, below which several documents say that jobs are listed there."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in context.view.items():
        if entry.record.section and _frames(entry) and _OFFERED.search(entry.text) and _LISTED.search(entry.text):
            found[plain_heading(entry.record.section[-1])].add(entry.document_id)
    return frozenset(heading for heading, documents in found.items() if len(documents) >= _SEVERAL)


def _stands_under(entry: Entry[Item], headings: frozenset[str]) -> bool:
    return bool(entry.record.section) and plain_heading(entry.record.section[-1]) in headings


def _frames(entry: Entry[Item]) -> bool:
    """Tells whether a line says to the reader what stands there, or that there is nothing: it is no advert."""
    told = addresses_reader(entry.text) and _OFFERED.search(entry.text) is not None
    return told or says_nothing(entry.text)
