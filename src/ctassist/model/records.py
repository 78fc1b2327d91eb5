"""What extraction finds in a document: items and the four kinds of records, each a span of the canonical text."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ctassist.model.text import Span
from ctassist.model.time import Interval, Period


class NameKind(StrEnum):
    """What a name stands for."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Name:
    """One name with the other ways it is written: ``Name("UNODC", …, aliases=("Office on Drugs and Crime",))``.

    ``key`` is the form shown and stored in records: an organisation's acronym where it has one.
    """

    key: str
    kind: NameKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a review: a bullet, a sentence of a paragraph, a table row.

    ``section`` are the headings above it, outermost first, without the document's title.
    """

    span: Span
    section: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """A dated (or undated) thing that somebody did. ``intervals`` is empty when the document states no date."""

    span: Span
    section: tuple[str, ...] = ()
    intervals: tuple[Interval, ...] = ()
    organisations: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Who holds which role in which body, as one span of one document states it.

    ``role`` is the canonical role word (``chair``, ``co-chair``, ``vice-chair``, ``lead`` …), ``label`` the document's
    own. ``holder`` is an organisation or a person; ``affiliation`` is the person's organisation where stated.
    ``number`` is the body's number in its list ("2."), where one stands right before its name. ``interval`` says since
    when or until when, where the document states it. ``span`` covers body and holder.
    """

    span: Span
    body: str
    role: str
    label: str
    holder: str
    affiliation: str | None = None
    number: str | None = None
    section: tuple[str, ...] = ()
    interval: Interval | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure with its label. ``value`` is None when the document shows the label without its number.

    ``interval`` is the time that its column or sentence names for it, None where it is of the document's own time.
    """

    span: Span
    label: str
    value: float | None
    figure: str
    unit: str | None = None
    section: tuple[str, ...] = ()
    page: int | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of somebody. ``quote`` is the span of the words without quotation marks, ``span`` the whole line."""

    span: Span
    quote: Span
    speaker: str
    verb: str
    title: str | None = None
    organisation: str | None = None
    interval: Interval | None = None
    section: tuple[str, ...] = ()
    page: int | None = None

    def is_report(self, line: str) -> bool:
        """Tells whether the words stand below a line that introduces them ("Jane Roe reports:"): they tell the news.

        ``line`` is what stands in ``span``.
        """
        return "\n\n" in line[: self.quote.start - self.span.start]


@dataclass(frozen=True, slots=True)
class Identity:
    """Which issue of which periodical a document is, beside its title and period.

    ``series`` is the periodical's name without period and number, None for what is no issue; ``number`` the issue's
    ("14", "14-15"); ``language`` a code (ISO 639-1); ``version`` what the document says of its state ("draft").
    """

    series: str | None = None
    number: str | None = None
    language: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that extraction finds in one document."""

    title: str
    period: Period | None
    items: tuple[Item, ...] = ()
    activities: tuple[Activity, ...] = ()
    roles: tuple[Role, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    statements: tuple[Statement, ...] = ()
    names: tuple[Name, ...] = ()
    published: date | None = None
    warnings: tuple[str, ...] = field(default=())
    identity: Identity = field(default=Identity())
