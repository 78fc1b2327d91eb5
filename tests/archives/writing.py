"""How dates are written."""

from collections.abc import Sequence
from dataclasses import dataclass

from ctassist.model.time import Interval, Precision


@dataclass(frozen=True, slots=True)
class Hand:
    """A way of writing dates: "12-14 Jan", "12–14 January 2023", "Jan. 12 to 14", "January 12-14, 2023"."""

    short: bool = True
    dash: str = "-"
    month_first: bool = False
    year: bool = False

    def month(self, interval: Interval) -> str:
        return f"{interval.start:%b}" if self.short else f"{interval.start:%B}"

    def write(self, interval: Interval) -> str:
        """Writes a day, a range of days or a month."""
        last = Interval(interval.end, interval.end)
        begins = f" {interval.start.year}" if self.year and interval.start.year != interval.end.year else ""
        ends = ("," if self.month_first else "") + f" {interval.end.year}" if self.year else ""
        if interval.precision is Precision.MONTH:
            return self.month(interval) + ends.replace(",", "")
        if interval.start == interval.end:
            return self._day(interval) + ends
        if (interval.start.year, interval.start.month) != (interval.end.year, interval.end.month):
            begins = "," + begins if self.month_first and begins else begins
            return f"{self._day(interval)}{begins}{self.dash}{self._day(last)}{ends}"
        numbers = f"{interval.start.day}{self.dash}{interval.end.day}"
        return (f"{self.month(interval)} {numbers}" if self.month_first else f"{numbers} {self.month(interval)}") + ends

    def write_all(self, intervals: Sequence[Interval]) -> str:
        """Joins several: "6 and 13 Feb", "25 Jan and 8 Feb"."""
        single = all(interval.precision is Precision.DAY for interval in intervals)
        same = len({(interval.start.year, interval.start.month) for interval in intervals}) == 1
        if len(intervals) > 1 and single and same and not self.month_first:
            listed = " and ".join(str(interval.start.day) for interval in intervals[:-1])
            return f"{listed} and {self.write(intervals[-1])}"
        return " and ".join(self.write(interval) for interval in intervals)

    def _day(self, interval: Interval) -> str:
        parts = (self.month(interval), str(interval.start.day))
        return " ".join(parts if self.month_first else reversed(parts))


def issue_words(interval: Interval) -> str:
    """The period as a title names it: "March 2024", "January-February 2024", "29 January-4 February 2024"."""
    first, last = interval.start, interval.end
    if (last - first).days == 6:
        if first.month == last.month:
            return f"{first.day}-{last.day} {last:%B %Y}"
        return f"{first.day} {first:%B}{f' {first.year}' if first.year != last.year else ''}-{last.day} {last:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return f"{first:%B}{f' {first.year}' if first.year != last.year else ''}-{last:%B %Y}"
