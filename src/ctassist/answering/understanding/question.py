"""A question as understood."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ctassist.extraction.places import Place
from ctassist.model.time import Interval


class Intent(StrEnum):
    """The kinds of questions; each has its composer."""

    ROLES = "roles"
    ACTIVITIES = "activities"
    INDICATORS = "indicators"
    STATEMENTS = "statements"
    COMPARISON = "comparison"
    FACT = "fact"


class Wants(StrEnum):
    """What kind of words would answer."""

    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    HOW_MANY = "how many"
    ANYTHING = "anything"


class History(StrEnum):
    """How a question looks at a role over time."""

    FORMER = "former"
    NEXT = "next"
    SINCE = "since"
    CHANGES = "changes"


class Facet(StrEnum):
    """What a list is made of, where not of activities: "which countries did X support"."""

    COUNTRIES = "countries"
    CITIES = "cities"
    PLACES = "places"
    ORGANISATIONS = "organisations"


@dataclass(frozen=True, slots=True)
class Entity:
    """An organisation, person or acronym of the archive, with all the ways it is written there."""

    key: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What a list is not to have: "outside Africa", "without UNODC"."""

    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entities or self.places)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and within which scope.

    ``topic`` are the words left when time, entities, places, roles and the way of asking are taken out; ``subject`` the
    words as they stand, for matching names of bodies and labels. ``unknown`` are names that the archive does not have.
    """

    text: str
    intent: Intent = Intent.FACT
    wants: Wants = Wants.ANYTHING
    interval: Interval | None = None
    times: tuple[Interval, ...] = ()
    """Each time that is named, where ``interval`` spans them: "the March and the May issue" are two."""
    time_words: str = ""
    timeless: str = ""
    """The text with blanks for its time: "March" may be asked for, while a body's name may have "Kenya" in it."""
    as_of: date | None = None
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    without: Without = Without()
    roles: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """All words but those of time and place, roles among them: "focal points" may be counted as well as held."""
    unknown: tuple[str, ...] = ()
    document_ids: frozenset[str] | None = None
    series: bool = False
    by_holder: bool = False
    number: str | None = None
    quotation: str | None = None
    """The text of a question that quotes a line of the archive; everything else is understood without that line."""
    facet: Facet | None = None
    either: bool = False
    """Asks for what has to do with any of the organisations that are named: "of the council or its committee"."""
    both: bool = False
    """Asks for what is common to all that is named: "supported by both"."""
    history: History | None = None
    """Asks who held a role before or after, since when, or when it changed."""
