"""A request for a briefing, and the briefing itself: what the archive says of a period, each line with its sources."""

from dataclasses import dataclass, field
from datetime import date

from ctassist.model.answer import Citation, Coverage


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """The days from ``start`` to ``end``, both included, and optionally one organisation or person and one place."""

    start: date
    end: date
    entity: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line of a briefing, as plain text.

    ``lead`` is how it begins and stands out (a date, a figure, a speaker); ``group`` the subheading that it stands
    under, where its section has any.
    """

    text: str
    citations: tuple[int, ...]
    lead: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class BriefSection:
    """One heading with its lines."""

    heading: str
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the archive says of a period. A briefing without sections has found nothing; ``searched`` says in what.

    ``coverage`` counts the activities alone: of them a briefing is complete, or says what it leaves out.
    """

    title: str
    searched: str
    sections: tuple[BriefSection, ...] = ()
    citations: tuple[Citation, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
