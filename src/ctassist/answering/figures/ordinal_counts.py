"""How many there are by now, where a line tells which one the latest was: "Samoa became the 122nd state party"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import generic_actor_stems, generic_event_stems, light_stems, stems
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Question, Wants
from ctassist.answering.understanding.spoken_times import FIRST_DAY
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Activity

_TOTAL = re.compile(
    r"\b(?:has|have|had|having)\s+(?:\w+ly\s+|already\s+|so\s+far\s+|now\s+)?(?:joined|become|ratified|acceded|signed|adhered|entered|been)\b"
    r"|\b(?:is|are|was|were)\s+(?:there|now|already|currently|(?:a\s+)?(?:state\s+)?part(?:y|ies)|members?|signator(?:y|ies))\b"
    r"|\b(?:do|does|did)\b.{2,80}\b(?:have|count|number|comprise|include)\b|\bbelong(?:s|ed)?\s+to\b",
    re.IGNORECASE,
)
"""Asks how many there are altogether, and not how many came in a time."""
_WHICH = re.compile(r"\b(?P<number>\d{1,4})(?:st|nd|rd|th)\s+(?P<what>(?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*)")
_CAME = re.compile(
    r"\b(?:bec[ao]me|becomes|becoming|joined|joins|admitted|welcomed|acceded|ratified|is\s+now|was\s+(?:received|accepted))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow\s+many\s+(?P<what>(?:[\w-]+\s+){0,2}?[\w-]+s|[\w-]+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Latest:
    number: int
    entry: Entry[Activity]


def compose_ordinal_count(question: Question, context: Context) -> Draft | None:
    """Answers how many members, parties and the like something has; None where no line tells the number of one."""
    asked = _COUNTED.search(question.text)
    until = (
        question.interval is None or question.interval.start == FIRST_DAY or "as of" in question.time_words.casefold()
    )
    if question.wants is not Wants.HOW_MANY or not asked or not until or not _TOTAL.search(question.text):
        return None
    found = max(_told(question, asked["what"], context), key=lambda latest: latest.number, default=None)
    if found is None:
        return None
    line = Line(
        f"**{found.number}** – {one_line(found.entry.text)}", (evidence_of(found.entry),), "activity", bullet=False
    )
    return Draft(Status.ANSWERED, "", (line,), coverage=context.coverage(question, matched=1, shown=1))


def _told(question: Question, what: str, context: Context) -> Iterator[_Latest]:
    """The lines by which somebody came to what is counted, with their numbers."""
    counted = stems(what)
    ways = light_stems() | generic_event_stems() | generic_actor_stems() | counted | _coming()
    topic = frozenset(content_stems(question.topic)) - ways - context.catalog.title_stems
    for entry in context.view.activities(dated=True, document_ids=context.document_ids):
        match = _WHICH.search(entry.text)
        if not match or not _CAME.search(entry.text):
            continue
        if question.interval and entry.record.intervals[0].start > question.interval.end:
            continue
        kinds = stems(match["what"]) | (_members() if stems(match["what"]) & _members() else frozenset())
        said = stems(entry.text) | said_otherwise(meanings(question.text), entry.text)
        said |= context.catalog.spelled_out(entry.text)
        named = all(mentions(entry.text, entity) for entity in question.entities)
        if counted & kinds and named and topic <= said and (question.entities or topic):
            yield _Latest(int(match["number"]), entry)


@cache
def _members() -> frozenset[str]:
    """Who may come to something: whoever becomes a state party is a country, a member, a state."""
    return stems(
        "member members state states country countries nation nations party parties signatory signatories government"
    )


@cache
def _coming() -> frozenset[str]:
    return _members() | stems(
        "join joined become became ratify ratified accede acceded sign signed belong count number comprise"
        " adhere adhered enter entered"
    )
