"""Time in documents and questions: closed intervals of days with a precision."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly an interval was stated."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval cannot end ({self.end}) before it starts ({self.start})")

    def meets(self, other: "Interval") -> bool:
        """Tells whether the two share at least one day."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, day: date) -> bool:
        """Tells whether ``day`` lies in this interval."""
        return self.start <= day <= self.end

    @property
    def days(self) -> int:
        """How many days it has; at least 1."""
        return (self.end - self.start).days + 1

    @property
    def months(self) -> int:
        """How many calendar months it touches; at least 1."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


@dataclass(frozen=True, slots=True)
class Period:
    """The days that an issue covers, and where that was read (``title``, ``metadata``, ``text`` or ``name``)."""

    start: date
    end: date
    source: str = "title"

    @property
    def interval(self) -> Interval:
        """The period as an interval of issue precision."""
        return Interval(self.start, self.end, Precision.ISSUE)
