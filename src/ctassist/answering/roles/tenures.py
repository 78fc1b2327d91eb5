"""Who held a role one after the other: what the sources state, in order of time."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ctassist.answering.context import Context
from ctassist.answering.terms import fold, stems, table
from ctassist.extraction.role_labels import is_of_beginning
from ctassist.model.archive import Entry
from ctassist.model.records import Role
from ctassist.model.time import Interval

Row = Entry[Role]
Rank = tuple[int, date]
BEGINNING: Rank = (0, date.min)
"""The rank of what an undated page says of how a body began."""


_LATER = timedelta(days=62)
"""An issue that ends later than this after the asked time may state what has changed since."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the sources of one day state of one role in one body. ``rank`` orders them in time."""

    rank: Rank
    rows: tuple[Row, ...]

    @property
    def holders(self) -> frozenset[str]:
        """The folded names of all holders."""
        return frozenset(fold(row.record.holder) for row in self.rows)

    @property
    def disputed(self) -> bool:
        """Tells whether two documents of the day name different holders: neither list is part of the other."""
        return len(self.by_document) > 1 and not any(_names(rows) == self.holders for rows in self.by_document.values())

    @property
    def by_document(self) -> dict[str, list[Row]]:
        """The rows of each document."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            found[row.document_id].append(row)
        return found


@dataclass(frozen=True, slots=True)
class Tenure:
    """The time through which the same holders are stated: by the first source, the last one and those between."""

    stated: tuple[Stated, ...]

    @property
    def first(self) -> Stated:
        """What the first source states."""
        return self.stated[0]

    @property
    def last(self) -> Stated:
        """What the last source states."""
        return self.stated[-1]


def stated_on(row: Row, context: Context) -> date:
    """The day from which a row is known to hold; a page without a period describes the present."""
    if row.record.interval:
        return row.record.interval.end
    return context.last_day(row.document_id)


def rank(row: Row, context: Context) -> Rank:
    """Orders sources by how recent they are: pages without a period are kept current, so they come last.

    What a page calls the beginning ("Initial membership") comes before all that is dated.
    """
    period = context.document(row.document_id).period
    if row.record.interval is None and period is None:
        return BEGINNING if is_of_beginning(row.record.section) else (1, date.max)
    return 0, stated_on(row, context)


def stated(rows: Iterable[Row], context: Context) -> list[Stated]:
    """What is stated of one role in one body, the oldest first."""
    by_rank: dict[Rank, list[Row]] = defaultdict(list)
    for row in rows:
        by_rank[rank(row, context)].append(row)
    told: list[Stated] = []
    for at in sorted(by_rank):
        now = Stated(at, tuple(distinct(by_rank[at])))
        dated = all(row.record.interval for row in now.rows)
        beside = dated and all(_is_beside(row) for row in now.rows)
        if told and dated and (beside or holders_of(now, context) < holders_of(told[-1], context)):
            # A sentence that names one of two holders does not unseat the other.
            now = Stated(at, tuple(distinct((*told[-1].rows, *now.rows))))
        told.append(now)
    return told


_BESIDE = re.compile(
    r"\b(?:beside|alongside|second|additional|another|further|in\s+addition\s+to|together\s+with)\b", re.I
)


def _is_beside(row: Row) -> bool:
    """Tells whether a sentence says that somebody came to a post beside those who have it: "as second chair"."""
    return _BESIDE.search(row.text) is not None


def holders_of(now: Stated, context: Context) -> frozenset[str]:
    """All holders, each by the name that the archive knows it by: who is called otherwise since is no other one."""
    return frozenset(holder_key(row, context) for row in now.rows)


def holder_key(row: Row, context: Context) -> str:
    """What tells a holder from others, however it is written."""
    return context.catalog.key_of(row.record.holder) or fold(row.record.holder)


def tenures(rows: Iterable[Row], context: Context) -> list[Tenure]:
    """The tenures that the rows of one role in one body tell of, the oldest first."""
    found: list[list[Stated]] = []
    for now in stated(rows, context):
        if found and holders_of(found[-1][-1], context) == holders_of(now, context):
            found[-1].append(now)
        else:
            found.append([now])
    return [Tenure(tuple(same)) for same in found]


def during(rows: Sequence[Row], asked: Interval, context: Context, body: Sequence[Row] = ()) -> list[Stated]:
    """What holds in a time: all that is stated within it, else what was stated last before it.

    ``body`` has all rows of the body, which may tell of a change in other roles.

    A page without a period describes the present: for a time that a dated source covers, and for one before all
    issues, it does not count.
    """
    told = stated(rows, context)
    dated = [now for now in told if now.rank[0] == 0]
    past = [now for now in dated if now.rank[1] <= asked.end]
    within = [now for now in past if now.rank[1] >= asked.start]
    # Whoever came to a post on a later day had it not before, though the chart of the year ends with them.
    changes = (stated_on(row, context) for row in (body or rows) if _tells_of_change(row))
    turned = min((day for day in changes if day > asked.end), default=date.max)
    around = [now for now in dated if _begins(now, context) <= asked.end < now.rank[1] < turned]
    covering = [now for now in around if now.rank[1] <= asked.end + _LATER]
    if within or around or past or _is_before(asked, context):
        # The issue of a half-year or a year is the only one to say it where none is before it.
        return within or covering[:1] or past[-1:] or around[:1]
    return [now for now in told if now.rank[0] == 1]


def _tells_of_change(row: Row) -> bool:
    """Tells whether a dated sentence, and no chart, says that somebody came to a post: "took over", "was elected"."""
    verbs = stems(" ".join(table("words")["change_verbs"]))
    return row.record.interval is not None and bool(stems(row.text) & verbs)


def _is_before(asked: Interval, context: Context) -> bool:
    """Tells whether a time is over before all that the dated issues of the archive are about."""
    periods = [document.period for document in context.documents() if document.period]
    return bool(periods) and asked.end < min(period.start for period in periods)


def _begins(now: Stated, context: Context) -> date:
    """The first day of the time that a source speaks of."""
    row = now.rows[0]
    period = context.document(row.document_id).period
    interval = row.record.interval or (period.interval if period else None)
    return interval.start if interval else date.max


def distinct(rows: Iterable[Row]) -> list[Row]:
    """The rows, each holder once a document, as it is told first: news of a post stands before what its holder said."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        found.setdefault((fold(row.record.holder), row.document_id), row)
    return list(found.values())


def source(now: Stated, context: Context) -> str:
    """Where something is stated, in words: the date of the line, or the issue."""
    row = now.rows[0]
    if now.rank == BEGINNING:
        heading = next(heading for heading in row.record.section if is_of_beginning([heading]))
        return f"{heading}, {context.issue(row.document_id)}"
    return context.words.time(row.record.interval) if row.record.interval else context.issue(row.document_id)


def _names(rows: Iterable[Row]) -> frozenset[str]:
    return frozenset(fold(row.record.holder) for row in rows)
