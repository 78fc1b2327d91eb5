"""What a written date means: the interpreter of each form, with the nearest year where none is said."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from ctassist.extraction.date_forms import DAY, ORDINALS, RANGE, SEASONS, SPELT_DAYS, WrittenDate
from ctassist.extraction.vocabulary import months
from ctassist.model.time import Interval, Precision

_HALF_A_YEAR = timedelta(days=190)
# First and last day of parts of a month; negative ones count from its end.
_MONTH_PARTS = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "first week of": (1, 7),
    "second week of": (8, 14),
    "third week of": (15, 21),
    "last week of": (-6, 31),
    "first half of": (1, 15),
    "second half of": (16, 31),
}
_NO_DIGIT = re.compile(r"\D")


def meanings(written: WrittenDate, reference: Interval | None) -> Iterator[Interval]:
    """Yields the days that a written date means, none where it is impossible.

    Without its year it takes the one that brings it nearest to ``reference``; without that, it means nothing.
    """
    yield from _MEANINGS[written.name](written.match, reference)


def apart(one: Interval, other: Interval) -> timedelta:
    """The time between two intervals; none where they meet."""
    return max(other.start - one.end, one.start - other.end, timedelta(0))


def _number(text: str) -> int:
    return int(_NO_DIGIT.sub("", text))


def _month(name: str) -> int:
    return months()[name.casefold().rstrip(".")]


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _nearest(build: Callable[[int], Interval | None], year: int | None, reference: Interval | None) -> Interval | None:
    """Builds the interval in its stated year, or in the year that brings it nearest to the reference."""
    if year is not None:
        return build(year)
    if reference is None:
        return None
    candidates = [build(y) for y in range(reference.start.year - 1, reference.end.year + 2)]

    nearest = min((c for c in candidates if c), key=lambda interval: apart(interval, reference), default=None)
    # Every day comes round within half a year; farther off it is the 29th of February of another year.
    return nearest if nearest and apart(nearest, reference) <= _HALF_A_YEAR else None


def nearest_days(first: tuple[int, int], last: tuple[int, int], reference: Interval | None) -> Interval | None:
    """The days from one month and day to another in the year that brings them nearest; None where impossible."""

    def build(year: int) -> Interval | None:
        begins = year - 1 if first[0] > last[0] else year
        start, end = day_of(begins, *first), day_of(year, *last)
        return _interval(start, end) if start and end else None

    return _nearest(build, None, reference)


def _interval(start: date, end: date, precision: Precision | None = None) -> Interval | None:
    if end < start:
        return None
    return Interval(start, end, precision or (Precision.DAY if start == end else Precision.RANGE))


def day_of(year: int, month: int, day: int) -> date | None:
    """Returns a day, or None where the calendar has no such one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_iso(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    ends = [re.sub(r"[/.]", "-", match[group]) for group in ("a", "b") if group in match.re.groupindex]
    days = [day_of(*map(int, end.split("-"))) for end in ends]
    first, last = days[0], days[-1]
    if first and last and (interval := _interval(first, last)):
        yield interval


def _from_iso_month(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    year, month = map(int, match["a"].split("-"))
    yield Interval(*_whole_month(year, month), Precision.MONTH)


def _from_numerals(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    """Day first; month first only where the numbers leave no other reading."""
    said, year = match.groupdict(), int(match["y"])
    last = int(match["d2"]), int(match["m2"])
    first = (int(said["d1"]), int(said["m1"] or last[1])) if said.get("d1") else last
    if max(first[1], last[1]) > _MONTHS >= max(first[0], last[0]):
        first, last = first[::-1], last[::-1]
    begins = int(said.get("y1") or (year - 1 if first[1] > last[1] else year))
    start, end = day_of(begins, first[1], first[0]), day_of(year, last[1], last[0])
    if start and end and (interval := _interval(start, end)):
        yield interval


def _from_bare_numerals(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    """Day first, as in the same form with a year, unless only the month can stand there."""
    groups = match.re.groupindex
    last = int(match["d2"]), int(match["m2"])
    first = (int(match["d1"]), int(match["m1"])) if "d1" in groups else last
    if max(first[1], last[1]) > _MONTHS >= max(first[0], last[0]):
        first, last = first[::-1], last[::-1]

    if interval := nearest_days(first[::-1], last[::-1], reference):
        yield interval


_MONTHS = 12


def _from_cross_range(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    d1, m1, d2, m2 = _number(match["d1"]), _month(match["m1"]), _number(match["d2"]), _month(match["m2"])
    first = int(match["y1"]) if match["y1"] else None
    last = int(match["y2"]) if match["y2"] else None

    def build(year: int) -> Interval | None:
        begins = first or (year - 1 if m1 > m2 else year)
        start, end = day_of(begins, m1, d1), day_of(last or year, m2, d2)
        return _interval(start, end) if start and end else None

    known = last or (None if first is None else first + (1 if m1 > m2 else 0))
    if interval := _nearest(build, known, reference):
        yield interval


_DAYS = re.compile(rf"({DAY})(?:{RANGE}(?:[^\W\d_]+\.?,?\s+)?({DAY}))?")


@cache
def _spelt_day() -> re.Pattern[str]:
    longest_first = sorted(SPELT_DAYS, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b".replace("-", r"[\s-]"), re.IGNORECASE)


def _in_digits(days: str) -> str:
    """Days as figures: "third to the fifth" is "3 to 5"."""
    if days[0].isdigit():
        return days
    plain = re.sub(r"\bthe\s+", "", days, flags=re.IGNORECASE)
    return _spelt_day().sub(lambda match: str(SPELT_DAYS[re.sub(r"\s", "-", match.group().casefold())]), plain)


def _from_days(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    month, year = _month(match["m1"]), int(match["y1"]) if match["y1"] else None
    parts = _DAYS.findall(_in_digits(match["days"]))
    ranges = [(_number(a), _number(b) if b else _number(a)) for a, b in parts]
    resolved: list[Interval] = []
    for first, last in ranges:

        def build(y: int, first: int = first, last: int = last) -> Interval | None:
            start, end = day_of(y, month, first), day_of(y, month, last)
            return _interval(start, end) if start and end else None

        interval = _nearest(build, year, reference)
        if interval is None:
            return  # One impossible day spoils the expression: nothing in it is certain.
        resolved.append(interval)
    yield from resolved


def _from_between(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    month, first, last = _month(match["m1"]), _number(match["d1"]), _number(match["d2"])

    def build(year: int) -> Interval | None:
        start, end = day_of(year, month, first), day_of(year, month, last)
        return _interval(start, end) if start and end else None

    if interval := _nearest(build, int(match["y1"]) if match["y1"] else None, reference):
        yield interval


def _from_month_range(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    m1, m2 = _month(match["m1"]), _month(match["m2"])
    first = int(match["y1"]) if match["y1"] else None
    last = int(match["y2"]) if match["y2"] else None

    def build(year: int) -> Interval | None:
        begins = first or (year - 1 if m1 > m2 else year)
        return _interval(_whole_month(begins, m1)[0], _whole_month(last or year, m2)[1], Precision.MONTH)

    known = last or (None if first is None else first + (1 if m1 > m2 else 0))
    if interval := _nearest(build, known, reference):
        yield interval


def _from_month(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    """Early, mid and late are the first, second and last ten days or so of a month."""
    month = _month(match["m1"])
    part = " ".join((match["part"] or "").casefold().split())

    def build(year: int) -> Interval | None:
        start, end = _whole_month(year, month)
        first, last = _MONTH_PARTS.get(part, (1, 31))
        first = end.day + first if first < 0 else first
        return Interval(start.replace(day=first), end.replace(day=min(last, end.day)), Precision.MONTH)

    if interval := _nearest(build, int(match["y1"]) if match["y1"] else None, reference):
        yield interval


def _parts(match: re.Match[str], months_each: int) -> Iterator[Interval]:
    number = int(match["n"]) if match["n"] else ORDINALS[match["n2"].casefold()]
    year = int(match["y"] or match["y2"])
    first = (number - 1) * months_each + 1
    yield Interval(date(year, first, 1), _whole_month(year, first + months_each - 1)[1], Precision.SEASON)


def _from_quarter(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    yield from _parts(match, 3)


def _from_half(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    yield from _parts(match, 6)


def _from_season(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    first, last = SEASONS[match["s"].casefold()]
    year = int(match["y"]) + (1 if match["y2"] else 0)
    start = date(year - 1, 12, 1) if first < 0 else date(year, first, 1)
    yield Interval(start, _whole_month(year, last)[1], Precision.SEASON)


def _from_part_of_year(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    """Early, mid and late are thirds of a year; its beginning is January and its end December."""
    year, part = int(match["y"]), match["part"].casefold().split()[0]
    first, last = {
        "early": (1, 4),
        "mid": (5, 8),
        "late": (9, 12),
        "beginning": (1, 1),
        "start": (1, 1),
        "middle": (6, 7),
        "end": (12, 12),
    }[part]
    yield Interval(date(year, first, 1), _whole_month(year, last)[1], Precision.SEASON)


def _from_year(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    year = int(match["y"] or match["z"] or match["x"])
    yield Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


_MEANINGS: dict[str, Callable[[re.Match[str], Interval | None], Iterator[Interval]]] = {
    "iso_range": _from_iso,
    "iso_day": _from_iso,
    "iso_month": _from_iso_month,
    "numeral_range": _from_numerals,
    "numeral_day": _from_numerals,
    "bare_numerals": _from_bare_numerals,
    "cross_range": _from_cross_range,
    "between": _from_between,
    "days": _from_days,
    "month_range": _from_month_range,
    "month": _from_month,
    "quarter": _from_quarter,
    "half": _from_half,
    "season": _from_season,
    "part_of_year": _from_part_of_year,
    "year": _from_year,
}
