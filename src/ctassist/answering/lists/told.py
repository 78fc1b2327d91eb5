"""What short issues tell without a date: lines of minutes and weekly letters are of the issue's own days."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ctassist.answering.context import Context
from ctassist.answering.evidence.frames import (
    Shape,
    addresses_reader,
    is_credit,
    is_lead,
    lists_those_present,
    says_nothing,
    under_furniture,
)
from ctassist.answering.lists.listed_time import FORTNIGHT
from ctassist.answering.terms import stems
from ctassist.extraction.places import event_places
from ctassist.extraction.role_grammar import PERSON
from ctassist.model.archive import Entry
from ctassist.model.records import Activity, Item
from ctassist.model.text import Span
from ctassist.model.time import Interval

SHORT_DAYS = 10
"""A line without a date in an issue of at most this many days is of those days."""

_ITEMS = 1_000_000_000
"""Taken from an item's id, so that it is no activity's; the order stays."""


@dataclass(frozen=True, slots=True)
class Told(Activity):
    """A line that is no row of the ledger of activities: it states neither a date nor who did what."""


def is_short(interval: Interval) -> bool:
    """Tells whether an issue covers few days: its lines are of its last day's month, week or year."""
    return interval.days <= SHORT_DAYS


def told_lines(
    asked: Interval | None,
    context: Context,
    fits: Callable[[Entry[Activity]], bool],
    *,
    places: bool,
    narrowed: bool = False,
) -> list[Entry[Activity]]:
    """The undated lines of the short issues of a time, or of all, that fit.

    What stands above the first heading of an issue introduces it, but for news of somebody; and what the ledger has is
    not told again.
    ``places`` tells whether it matters where a line is set, and ``narrowed`` whether only lines on somebody or
    something fit.
    """
    periods = {d.id: d.period.interval for d in context.documents() if d.period and _lies_in(d.period.interval, asked)}
    items = context.view.items(list(periods)) if periods else []
    headed = {entry.document_id for entry in items if entry.record.section}
    found = [
        (told, entry)
        for entry, following in zip_longest(items, items[1:])
        if not (entry.document_id in headed and not entry.record.section and not (narrowed or _has_news(entry.text)))
        and not _frames(entry, following)
        and fits(told := _told(entry, periods[entry.document_id], places=places))
    ]
    ids = sorted({entry.document_id for _, entry in found})
    rows = _Rows.of(ids, context)
    shapes = {id_: Shape.of(id_, context) for id_ in ids}
    return [
        told
        for told, entry in found
        if not rows.has(entry) and not (shapes[entry.document_id].frames(entry) and addresses_reader(entry.text))
    ]


_NEWS = re.compile(
    rf"(?<![\w’'-])(?!(?:In|On|At|This|These|The|Our|We|It|For|With|Last|Next)\b){PERSON}\s+(?:\([^()]*\),?\s+)?"
    r"(?:(?:has|have|had|is|was|will)\s+(?:\w+ly\s+)?(?:be\s+|been\s+)?[a-z]{3,}|joined|joins|becomes|became|left|leaves)\b"
)


def _has_news(text: str) -> bool:
    """Tells whether a line tells what a person did or has become: "Ana Roe (aroe) has become a reviewer"."""
    return _NEWS.search(" ".join(text.split())) is not None


def _lies_in(issue: Interval, asked: Interval | None) -> bool:
    if asked is None:
        return issue.days <= FORTNIGHT
    whole = issue.days <= FORTNIGHT and asked.start <= issue.start and issue.end <= asked.end
    return whole or (is_short(issue) and asked.contains(issue.end))


def _frames(entry: Entry[Item], following: Entry[Item] | None) -> bool:
    return (
        lists_those_present(entry.text)
        or says_nothing(entry.text)
        or is_credit(entry.text)
        or is_lead(entry, following)
        or (under_furniture(entry.record.section) and not _tells_of_meeting(entry))
    )


_PAST = re.compile(
    r"\b(?:(?:was|were|(?:has|have|had)\s+been)\s+(?:\w+ly\s+)?[a-z]+ed|we\s+(?:\w+ly\s+)?(?:[a-z]+ed|had|held|met|spoke))\b",
    re.IGNORECASE,
)


_MEETINGS = stems("meeting meetings call calls")


def _tells_of_meeting(entry: Entry[Item]) -> bool:
    """Tells whether a line below "Meetings" says what became of one, and not when they are."""
    headings = stems(" ".join(entry.record.section[-1:]))
    return not headings.isdisjoint(_MEETINGS) and _PAST.search(entry.text) is not None


def _told(entry: Entry[Item], issue: Interval, *, places: bool) -> Entry[Activity]:
    named = event_places(" ".join(entry.text.split())) if places else []
    within = tuple(dict.fromkeys(place.name for place in named))
    record = Told(entry.record.span, entry.record.section, (issue,), places=within, page=entry.record.page)
    return Entry(entry.id - _ITEMS, entry.document_id, entry.text, record)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The spans of the ledger's rows of some documents."""

    spans: Mapping[str, Sequence[Span]]

    @staticmethod
    def of(document_ids: list[str], context: Context) -> "_Rows":
        spans: dict[str, list[Span]] = defaultdict(list)
        for document, span in _rows(document_ids, context) if document_ids else ():
            spans[document].append(span)
        return _Rows(spans)

    def has(self, entry: Entry[Item]) -> bool:
        span = entry.record.span
        return any(o.start <= span.start and span.end <= o.end for o in self.spans.get(entry.document_id, ()))


_CHARTED = re.compile(r"[:|(]")


def _rows(document_ids: list[str], context: Context) -> Iterator[tuple[str, Span]]:
    view = context.view
    yield from ((entry.document_id, entry.record.span) for entry in view.activities(document_ids=document_ids))
    for said in view.statements(document_ids=document_ids):
        if not said.record.is_report(said.text):
            yield said.document_id, said.record.span
    for role in view.roles(document_ids=document_ids):
        # A chart names who holds what; "first meeting to be called by Ann as liaison" tells what is to be done.
        if role.text.startswith(role.record.holder) or _CHARTED.search(role.text):
            yield role.document_id, role.record.span
    yield from ((entry.document_id, entry.record.span) for entry in view.indicators(document_ids=document_ids))
