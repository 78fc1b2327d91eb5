"""What an invented review states."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ctassist.model.time import Interval, Precision


def days(first: date, last: date | None = None) -> Interval:
    """One day, or a range of days."""
    last = last or first
    return Interval(first, last, Precision.DAY if first == last else Precision.RANGE)


def whole_month(year: int, month: int) -> Interval:
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH)


def period(year: int, month: int, *, months: int) -> Interval:
    """The period of an issue that covers ``months`` whole months."""
    last = year * 12 + month - 1 + months - 1
    return Interval(date(year, month, 1), whole_month(last // 12, last % 12 + 1).end, Precision.ISSUE)


def week(first: date) -> Interval:
    return Interval(first, first + timedelta(days=6), Precision.ISSUE)


@dataclass(frozen=True, slots=True)
class Organisation:
    """``WTO``, the ``World Tide Office``."""

    acronym: str
    name: str

    @property
    def words(self) -> str:
        """How a chart names it."""
        return self.acronym


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    title: str
    organisation: Organisation

    @property
    def words(self) -> str:
        """How a chart names her or him: with the organisation in brackets."""
        return f"{self.name} ({self.organisation.acronym})"

    @property
    def family(self) -> str:
        return self.name.split()[-1]


Holder = Organisation | Person


@dataclass(frozen=True, slots=True)
class Place:
    """``words`` as written ("Lisbon, Portugal"); ``lies_in`` names it and all that it lies in, the narrowest first."""

    words: str
    lies_in: tuple[str, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """The places whose names are written."""
        return tuple(name for name in self.lies_in if name in self.words.split(", "))


@dataclass(frozen=True, slots=True)
class Line:
    """Something that organisations did.

    ``deed`` is "held a workshop on", or, for a line without a verb, "Third workshop on". ``topic`` stands once in an
    archive. A line without ``when`` is undated. ``in_full`` writes the first organisation out, its acronym in brackets.
    """

    topic: str
    deed: str
    who: tuple[Organisation, ...]
    when: tuple[Interval, ...] = ()
    where: tuple[Place, ...] = ()
    section: str = "Key events"
    in_full: bool = False

    @property
    def verbless(self) -> bool:
        return not self.deed[0].islower()

    @property
    def words(self) -> str:
        """The sentence, without its date and its final point."""
        actors = self.actors
        where = f" in {self.places}" if self.where else ""
        if self.verbless:
            return f"{self.deed} {self.topic} organised by {actors}{where}"
        return f"{actors} {self.deed} {self.topic}{where}"

    @property
    def what(self) -> str:
        """The deed alone, as the cell of a table."""
        return f"{self.deed[0].upper()}{self.deed[1:]} {self.topic}"

    @property
    def actors(self) -> str:
        names = [organisation.acronym for organisation in self.who]
        if self.in_full:
            names[0] = f"{self.who[0].name} ({self.who[0].acronym})"
        return " and ".join(names)

    @property
    def places(self) -> str:
        return " and ".join(place.words for place in self.where)


@dataclass(frozen=True, slots=True)
class Post:
    """``role`` as its canonical word: chair, vice-chair, lead, co-lead …"""

    role: str
    holders: tuple[Holder, ...]

    @property
    def label(self) -> str:
        """ "Chair" or, of several, "Vice-Chairs"."""
        return self.role.title() + ("s" if len(self.holders) > 1 else "")

    @property
    def words(self) -> str:
        return ", ".join(holder.words for holder in self.holders)


@dataclass(frozen=True, slots=True)
class Group:
    """A body: ``noun`` is "Working Group on", ``name`` its subject ("fog signals")."""

    name: str
    number: int
    posts: tuple[Post, ...]
    noun: str = "Working Group on"

    @property
    def words(self) -> str:
        return f"{self.noun} {self.name}"


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    value: int


@dataclass(frozen=True, slots=True)
class Said:
    """``words`` without quotation marks."""

    speaker: Person
    words: str
    when: Interval
    verb: str = "stressed"


@dataclass(frozen=True, slots=True)
class Review:
    """One issue. ``sections`` are the headings of the lines, in order."""

    title: str
    period: Interval
    lines: tuple[Line, ...] = ()
    groups: tuple[Group, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Said, ...] = ()

    @property
    def sections(self) -> dict[str, list[Line]]:
        """The headings with their lines."""
        headed: dict[str, list[Line]] = {}
        for line in self.lines:
            headed.setdefault(line.section, []).append(line)
        return headed


@dataclass(frozen=True, slots=True)
class Archive:
    """All issues of one organisation, the oldest first."""

    name: str
    reviews: tuple[Review, ...]

    @property
    def lines(self) -> list[Line]:
        return [line for review in self.reviews for line in review.lines]
