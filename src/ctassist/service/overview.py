"""What an archive holds at a glance: its documents, the months they cover and miss, its records, and what to ask."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ctassist.model.archive import Document
from ctassist.model.time import Period
from ctassist.service.rows import Row

if TYPE_CHECKING:
    from ctassist.indexing.series import Series
    from ctassist.indexing.view import View

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Overview:
    """``gaps`` are the days between the first and the last period without a document; ``series`` the periodicals."""

    documents: tuple[Document, ...]
    period: Period | None
    gaps: tuple[Period, ...]
    counts: dict[str, int]
    series: tuple["Series", ...]

    @property
    def warned(self) -> int:
        """How many documents have warnings."""
        return sum(1 for document in self.documents if document.warnings)


def survey(view: "View") -> Overview:
    """Looks over everything that the view's caller may read."""
    from ctassist.indexing.series import series_of

    documents = tuple(view.documents())
    periods = sorted((d.period for d in documents if d.period), key=lambda period: (period.start, period.end))
    whole = Period(periods[0].start, max(period.end for period in periods)) if periods else None
    return Overview(documents, whole, tuple(gaps_between(periods)), view.counts(), tuple(series_of(documents)))


def gaps_between(periods: Iterable[Period]) -> list[Period]:
    """Returns the stretches of days that lie between ``periods``, which come in order of their start."""
    gaps: list[Period] = []
    covered: date | None = None
    for period in periods:
        if covered and period.start > covered + timedelta(days=1):
            gaps.append(Period(covered + timedelta(days=1), period.start - timedelta(days=1)))
        covered = max(covered or period.end, period.end)
    return gaps


def examples(view: "View") -> list[str]:
    """Returns a few questions that this archive answers, made from its own latest rows."""
    documents = {document.id: document for document in view.documents()}

    def latest(rows: Sequence[Row]) -> list[Row]:
        dated = [row for row in rows if documents[row.document_id].period]
        last = max((_end(documents[row.document_id]) for row in dated), default=date.min)
        return [row for row in dated if _end(documents[row.document_id]) == last]

    asked = []
    bodies = [_with_article(row.record.body) for row in latest(view.roles()) if row.record.role == "chair"]
    if bodies:
        asked.append(f"Who chairs {min(bodies, key=lambda body: (not body.startswith('the '), len(body)))}?")
    activities = [row.record for row in latest(view.activities()) if row.record.intervals]
    if activities:
        month = max(interval.start for record in activities for interval in record.intervals)
        when = f"{_MONTHS[month.month - 1]} {month.year}"
        asked.append(f"What happened in {when}?")
        busiest = Counter(name for record in activities for name in record.organisations).most_common(1)
        if busiest:
            asked.append(f"What did {busiest[0][0]} do in {month.year}?")
    figures = [row.record for row in latest(view.indicators()) if row.record.value is not None]
    if figures and len(figures[0].label) < 60:
        asked.append(f"How many {_lower(figures[0].label)} are there?")
    speakers = [row.record.speaker for row in latest(view.statements())]
    if speakers:
        asked.append(f"What did {speakers[0]} say?")
    return asked


def _end(document: Document) -> date:
    return document.period.end if document.period else date.min


def _with_article(body: str) -> str:
    """Writes "the" before a name that ends or begins with a common noun ("Expert Group on Data")."""
    if body.isupper() and " " in body:
        body = body.title()
    common = any(noun in body.casefold().split() for noun in ("group", "committee", "team", "network", "task", "board"))
    return f"the {body}" if common and not body.casefold().startswith("the ") else body


def _lower(name: str) -> str:
    """Writes the first letter small, unless other letters are capitals: then it is a name or an acronym."""
    return name if name[1:] != name[1:].lower() else name[:1].lower() + name[1:]
