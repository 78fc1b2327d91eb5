"""Composes the days on which something was or is held, as calendars have them: "When did the Riga circle meet?"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.evidence.coming import asks_for_coming
from ctassist.answering.lists.activities import activity_line
from ctassist.answering.lists.calendars import calendars_for
from ctassist.answering.lists.criteria import in_place
from ctassist.answering.lists.listed_time import names_deadline
from ctassist.answering.lists.merging import once
from ctassist.answering.terms import content, is_body_noun, light_stems, stems
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.framing import asking_stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Activity
from ctassist.model.time import Precision

_ASKED = re.compile(
    r"^\W*(?:and\s+|so\s+)?(?:when|on\s+(?:which|what)\s+(?:days?|dates?))\s+(?:did|does|do|was|were|is|are|has|have)\s+"
    r"(?:there\s+(?:been\s+)?)?(?P<what>[^?;:]{3,}?)\W*$",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(
    r"\b(?:first|second|third|\w+th|last|latest|newest|earliest|next|previous|final|initial(?:ly)?|opening|closing|before|after|since)\b",
    re.IGNORECASE,
)
_HELD = stems("take took taken place held hold occur happen run ran plan planned schedule scheduled been due")


def compose_held(question: Question, context: Context) -> Draft | None:
    """Answers with every line of a calendar that has all that is asked about; None where there is none.

    One of several ("the first meetup") is for others to find.
    """
    match = _ASKED.match(question.timeless or question.text)
    if match is None or _ONE_OF_THEM.search(match["what"]) or asks_for_coming(question.text):
        return None
    calendars = calendars_for(list_words("gatherings"), context)
    wanted = _wanted(match["what"], question, context)
    if not calendars or not (wanted or question.places):
        return None
    rows = context.view.activities(interval=question.interval, dated=True, document_ids=context.document_ids)
    groups = once([row for row in rows if _in_calendar(row, calendars) and _is_meant(row, wanted, question)])
    if not groups:
        return None
    lines = tuple(activity_line(group, context.words) for group in groups)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage)


def _wanted(what: str, question: Question, context: Context) -> frozenset[str]:
    """The words that lines must have: without places, words for gatherings and groups, and the archive's own name."""
    places = stems(" ".join(place.name for place in question.places))
    ways = light_stems() | asking_stems() | list_words("gatherings") | list_words("gathering") | _HELD
    named = {token.stem for token in content(what) if token.text[0].isupper() or not is_body_noun(token)}
    return frozenset(named) - ways - places - context.catalog.title_stems


def _in_calendar(row: Entry[Activity], calendars: frozenset[str]) -> bool:
    headed = not calendars.isdisjoint(map(plain_heading, row.record.section))
    return headed and all(time.precision in (Precision.DAY, Precision.RANGE) for time in row.record.intervals)


def _is_meant(row: Entry[Activity], wanted: frozenset[str], question: Question) -> bool:
    """Tells whether a line is of what is held, and does not only name the last day for something else of it."""
    return (
        wanted <= stems(row.text)
        and (not names_deadline(row.text) or names_deadline(question.text))
        and all(in_place(row, place) for place in question.places)
        and all(mentions(row.text, entity) for entity in question.entities)
    )
