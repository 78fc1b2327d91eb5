"""Dates in running text: days, ranges, lists of days, months, quarters, halves, seasons, years, numerals, ISO form.

A date without its year takes the year that brings it nearest to a reference period (the issue's). Impossible dates
("30 Feb", "32-31 Jan") are recognised and left alone, so that no part of them is taken for a date.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from ctassist.extraction.vocabulary import alternatives, months, weekdays
from ctassist.model.text import Span
from ctassist.model.time import Interval, Precision


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands, what it means, whether it fills brackets, whether its year is said."""

    span: Span
    interval: Interval
    bracketed: bool = False
    explicit_year: bool = True


@dataclass(frozen=True, slots=True)
class _Day:
    """A calendar day or month as written; ``year`` and ``day`` may be missing."""

    month: int
    day: int | None = None
    year: int | None = None


_YEAR = r"(?:19|20)\d\d"
_SOME_YEAR = re.compile(_YEAR)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|[:.,]\d|\s?%)"
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TO_TWENTY = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
_SPELT_DAYS = {
    **{word: number for number, word in enumerate((*_UNITS, *_TO_TWENTY), start=1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS, start=1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""The days of a month as words, the words of each joined by one hyphen."""
_RANGE = r"\s*(?:-|‐|‑|–|—|−|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
_LIST = r"\s*(?:,\s*and\b|,\s*&|\band\b|&|,|/|\bor\b)\s*"
_COMMA = r"\s*,?\s*"
_LONGEST_KEPT = 2_000
_HALF_A_YEAR = timedelta(days=190)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}
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
# Meteorological seasons of the northern hemisphere; winter belongs to the year in which it ends.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (-1, 2)}


@cache
def _patterns() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """The grammar, most specific form first: the interpreter of each below, what a text must have for it, the form."""
    month = rf"{alternatives(months())}\b\.?"
    week = rf"(?:{alternatives(weekdays())}\.?,?\s+)?"
    one = rf"{_DAY}(?:{_RANGE}{week}{_DAY})?"
    days = rf"{one}(?:{_LIST}{week}{one})*"
    # After a month a comma alone adds no day: "On January 1, 12 experts met".
    days_after = rf"{one}(?:(?:,\s*{one})*,?\s*(?:\band\b|&)\s*{one}|/{one})?"
    year = rf"(?:{_COMMA}(?:of\s+)?(?P<{{}}>{_YEAR})(?!\d))?"
    y1, y2 = year.format("y1"), year.format("y2")
    head = r"(?<![\w\d.–-])"
    ordinal = "|".join(_ORDINALS)
    spelt = rf"(?:{'|'.join(sorted(_SPELT_DAYS, key=len, reverse=True))})\b".replace("-", r"[\s-]")
    spelt_days = rf"{spelt}(?:(?:{_RANGE}|{_LIST})(?:the\s+)?{spelt})*"
    rows = (
        ("iso_range", rf"{head}(?P<a>{_YEAR}-\d\d-\d\d)\s*(?:/|to|–|—|-)\s*(?P<b>{_YEAR}-\d\d-\d\d)(?!\d)"),
        ("iso_day", rf"{head}(?P<a>{_YEAR}[-/.]\d\d[-/.]\d\d)(?!\d)"),
        ("iso_month", rf"{head}(?P<a>{_YEAR}-(?:0[1-9]|1[0-2]))(?![\d-]|\s+{month})"),
        (
            "numeral_range",
            rf"{head}(?P<d1>\d{{1,2}})[./]?(?P<m1>\d{{1,2}})?[./]?{_RANGE}(?P<d2>\d{{1,2}})[./](?P<m2>\d{{1,2}})[./](?P<y>{_YEAR})",
        ),
        ("numeral_day", rf"{head}(?P<d2>\d{{1,2}})[./](?P<m2>\d{{1,2}})[./](?P<y>{_YEAR})(?!\d)"),
        # Without a year only where it fills brackets, and can be no fraction: "(25/11 – 6/12)", "(9.5.)".
        (
            "bare_numerals",
            rf"(?<=[(\[])(?P<d1>\d{{1,2}})[./](?P<m1>\d{{1,2}})\.?{_RANGE}(?P<d2>\d{{1,2}})[./](?P<m2>\d{{1,2}})\.?(?=[)\]])",
        ),
        ("bare_numerals", r"(?<=[(\[])(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?=[)\]])"),
        (
            "cross_range",
            rf"{head}{week}(?P<d1>{_DAY})\s+(?:of\s+)?(?P<m1>{month}){y1}{_RANGE}{week}(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m2>{month}){y2}",
        ),
        (
            "cross_range",
            rf"\b(?P<m1>{month})\s+(?P<d1>{_DAY}){y1}{_RANGE}(?P<m2>{month})\s+(?P<d2>{_DAY}){y2}",
        ),
        ("between", rf"\bbetween\s+{week}(?P<d1>{_DAY})\s+and\s+{week}(?P<d2>{_DAY})\s*(?:of\s+)?(?P<m1>{month}){y1}"),
        ("between", rf"\bbetween\s+(?P<m1>{month})\s+(?P<d1>{_DAY})\s+and\s+(?P<d2>{_DAY}){y1}"),
        ("days", rf"{head}{week}(?P<days>{days})\s*(?:of\s+)?(?P<m1>{month}){y1}"),
        ("days", rf"\b{week}(?P<m1>{month})\s+(?:the\s+)?(?P<days>{days_after}){y1}"),
        # Without its article an ordinal counts other things: "the board's second May meeting", "May first".
        ("days", rf"\bthe\s+(?P<days>{spelt_days})\s+(?:day\s+)?of\s+(?P<m1>{month}){y1}"),
        ("days", rf"\b(?P<m1>{month})\s+the\s+(?P<days>{spelt_days}){y1}"),
        ("month_range", rf"\b(?P<m1>{month}){y1}(?:{_RANGE}|/|\s+and\s+)(?P<m2>{month}){y2}"),
        (
            "month",
            rf"\b(?:(?P<part>early|mid|late|(?:first|second|third|last)\s+week\s+of|(?:first|second)\s+half\s+of)[\s-]+)?(?P<m1>{month}){y1}",
        ),
        (
            "quarter",
            rf"\bQ(?P<n>[1-4])[\s,/-]*(?P<y>{_YEAR})\b|\b(?P<n2>{ordinal})\s+quarter(?:\s+of)?\s+(?P<y2>{_YEAR})\b",
        ),
        (
            "half",
            rf"\bH(?P<n>[12])[\s,/-]*(?P<y>{_YEAR})\b|\b(?P<n2>first|second|1st|2nd)\s+half(?:\s+of)?\s+(?P<y2>{_YEAR})\b",
        ),
        ("season", rf"\b(?P<s>{'|'.join(_SEASONS)})(?:\s+of)?[\s,]+(?P<y>{_YEAR})(?:[/–-](?P<y2>\d\d(?:\d\d)?))?\b"),
        ("part_of_year", rf"\b(?P<part>early|mid|late|(?:beginning|start|end|middle)\s+of)[\s-]+(?P<y>{_YEAR})\b"),
        ("year", rf"(?<=\bin )(?P<y>{_YEAR})\b|(?<=\bduring )(?P<z>{_YEAR})\b|(?<=\bthroughout )(?P<x>{_YEAR})\b"),
    )
    return tuple((name, _needs(pattern, month), re.compile(pattern, re.IGNORECASE)) for name, pattern in rows)


def _needs(pattern: str, month: str) -> frozenset[str]:
    """What no text lacks in which a form is found: months' names, or a year, or numbers in brackets."""
    named = [f"(?P<{group}>{month})" in pattern for group in ("m1", "m2")]
    without_month = "year" if _YEAR in pattern else "brackets"
    needs = {"months" if all(named) else "month" if any(named) else without_month}
    return frozenset(needs | ({"between"} if "between" in pattern else set()))


@cache
def _month_names() -> re.Pattern[str]:
    """Finds what may be the name of a month, in text without capitals."""
    return re.compile(rf"{alternatives(months())}\b")


def _has(text: str) -> set[str]:
    """What ``_needs`` may ask for: looking for a whole form takes much longer than for what it must have."""
    plain = text.casefold()
    named = len(_month_names().findall(plain))
    there = {
        "month": named > 0,
        "months": named > 1,
        "between": "between" in plain,
        "year": _SOME_YEAR.search(text) is not None,
        "brackets": _NUMERALS.search(text) is not None,
    }
    return {what for what, is_there in there.items() if is_there}


_NUMERALS = re.compile(r"[(\[]\d{1,2}[./]\d")


def find_dates(text: str, reference: Interval | None = None, *, casual: bool = False) -> list[FoundDate]:
    """Finds the dates in ``text``, in order of appearance.

    Args:
        text: any words.
        reference: the period that dates without a year belong to or lie next to; without it they are not dates.
        casual: accept month names in lower case and without a preposition, as people type them in questions.
    """
    found = _find(text, reference, casual)
    if reference is None and (explicit := [date_ for date_ in found if date_.explicit_year]):
        # The year said last may be shared by dates before it, which have no other.
        again = _share_years(_find(text, explicit[-1].interval, casual), text)
        return [date_ for date_ in again if date_.explicit_year]
    found = _share_years(found, text)
    return (
        found if reference is None or casual else [_in_the_year_said(date_, found, text, reference) for date_ in found]
    )


_BARE_YEAR = re.compile(r"(?<![\w/.-])(?:19|20)\d\d(?![\w/-])")
_FAR = timedelta(days=120)
_NEXT = timedelta(days=400)


def _in_the_year_said(date_: FoundDate, found: list[FoundDate], text: str, reference: Interval) -> FoundDate:
    """A day far from its issue in the one year that its line names: "the Assembly 2033 runs from 14 September".

    What lies near its issue needs no year: "Census 2032: results are due on 3 May" in April 2033.
    """
    if date_.explicit_year or _apart(date_.interval, reference) <= _FAR:
        return date_
    taken = [other.span for other in found]
    years = {
        int(match.group())
        for match in _BARE_YEAR.finditer(text)
        if not any(span.start <= match.start() < span.end for span in taken)
    }
    start, end = date_.interval.start, date_.interval.end
    if len(years) != 1:
        return date_
    shift = years.pop() - start.year
    days = _safe(start.year + shift, start.month, start.day), _safe(end.year + shift, end.month, end.day)
    if days[0] is None or days[1] is None:
        return date_
    moved = replace(date_.interval, start=days[0], end=days[1])
    return replace(date_, interval=moved) if _apart(moved, reference) <= _NEXT else date_


def _apart(one: Interval, other: Interval) -> timedelta:
    """The time between two intervals; none where they meet."""
    return max(other.start - one.end, one.start - other.end, timedelta(0))


def _find(text: str, reference: Interval | None, casual: bool) -> list[FoundDate]:
    # Several kinds of record look for dates in one and the same line.
    found = _found_before(text, reference, casual) if len(text) <= _LONGEST_KEPT else _found(text, reference, casual)
    return list(found)


@lru_cache(maxsize=1024)
def _found_before(text: str, reference: Interval | None, casual: bool) -> tuple[FoundDate, ...]:
    return _found(text, reference, casual)


def _found(text: str, reference: Interval | None, casual: bool) -> tuple[FoundDate, ...]:
    # A text is asked for its dates with and without a reference, which changes nothing of how they are written.
    written = _written_before(text, casual) if len(text) <= _LONGEST_KEPT else _written(text, casual)
    found = [
        FoundDate(form.span, interval, form.bracketed, form.explicit_year)
        for form in written
        for interval in _INTERPRETERS[form.name](form.match, reference)
    ]
    return tuple(sorted(found, key=lambda date_: (date_.span.start, date_.interval)))


@dataclass(frozen=True, slots=True)
class _Written:
    """A form of date as it stands in a text, whatever it means."""

    name: str
    match: re.Match[str]
    span: Span
    bracketed: bool
    explicit_year: bool


@lru_cache(maxsize=1024)
def _written_before(text: str, casual: bool) -> tuple[_Written, ...]:
    return _written(text, casual)


def _written(text: str, casual: bool) -> tuple[_Written, ...]:
    written: list[_Written] = []
    has = _has(text)
    for name, needs, pattern in _patterns():
        if not needs <= has:
            continue
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if any(span.start < other.span.end and other.span.start < span.end for other in written):
                continue
            if _is_meant(name, match, text, casual):
                explicit = _SOME_YEAR.search(match.group()) is not None
                written.append(_Written(name, match, span, _fills_brackets(text, span), explicit))
    return tuple(written)


_ANY_YEAR = Interval(date(2000, 1, 1), date(2000, 12, 31))


def has_date(text: str) -> bool:
    """Tells whether a text has a date, with or without its year."""
    return bool(find_dates(text, _ANY_YEAR))


def begins_with_date(text: str) -> bool:
    """Tells whether a text begins with a date, as the lines of a calendar do."""
    return any(not text[: found.span.start].strip("*_ ") for found in find_dates(text[:60], _ANY_YEAR)[:1])


def has_bracketed_date(text: str) -> bool:
    """Tells whether a text has a date that fills its brackets, which may not be closed yet."""
    return any(found.bracketed for found in find_dates(text, _ANY_YEAR))


_ACTS = re.compile(r"(?:(?:The|Our|An?)\s+[A-Z]|[A-Z]{2,}[a-z]?\b)")
"""Who acts, right after a month that stands first: an acronym, or a name with its article."""
_NUMBERED = re.compile(r"(?:\b(?:no|nr|vol)\.|№)\s*$", re.IGNORECASE)
_GOES_ON = re.compile(rf"{_RANGE}([^\W\d_]+)\.?(?:,?\s*{_YEAR}\b|\s*$)")
_OPENS = re.compile(r"(?:^|[.;:!?]\s+)(?:in|during|throughout)$", re.IGNORECASE)


def _is_meant(name: str, match: re.Match[str], text: str, casual: bool) -> bool:
    """Tells whether a month's name is one: "may" and "March" are other words too."""
    if name == "days" and _numbers_an_issue(match, text):
        return False
    if name not in ("month", "days", "month_range", "cross_range", "between") or casual:
        return True
    word = match["m1"]
    if not word[0].isupper():
        return False
    if name != "month" or match["y1"] or match["part"]:
        return True
    before = text[: match.start()].rstrip()
    after = text[match.end() :].lstrip()
    if before.endswith(("(", "[", "|")) or (not before and (not after or after[0] in ":–—|")):
        return True
    if _OPENS.search(before):
        return True  # "In June Bay Harbours held a regatta": who acts follows at once.
    if not before and _ACTS.match(after):
        return True  # "May WTO opened a harbour", as tables of dates read without their rules.
    # A lone month in a list of dates inside brackets: "(Jan, 3 Feb)".
    return re.search(
        r"\b(?:in|during|since|by|of|from|until|till|to|and|for|throughout|early|late|mid|end of|month of)$",
        before,
        re.IGNORECASE,
    ) is not None and (not after or not after[0].isupper() or word[-1] == ".")


def _numbers_an_issue(match: re.Match[str], text: str) -> bool:
    """Tells whether the day is the number of an issue: "No. 2 February 2023", "No. 2 February–March 2023"."""
    if match.start("days") > match.start("m1"):
        return False
    if _NUMBERED.search(text[: match.start("days")]):
        return True
    after = _GOES_ON.match(text, match.end())
    return after is not None and after[1].casefold() in months()


def _fills_brackets(text: str, span: Span) -> bool:
    """Tells whether the date stands in brackets with at most other dates: "(25 Jan and 8 Feb)"."""
    opening = max(text.rfind("(", 0, span.start), text.rfind("[", 0, span.start))
    if opening < 0 or ")" in text[opening : span.start] or "]" in text[opening : span.start]:
        return False
    closing = [at for at in (text.find(")", span.end), text.find("]", span.end)) if at >= 0]
    inside = text[opening + 1 : min(closing) if closing else min(len(text), span.end + 12)]
    place = re.match(r"\s*[A-Z][^,;:()\d]{1,30},(?=\s)", inside)
    words = re.findall(r"[^\W\d_]{2,}", inside[place.end() :] if place else inside)
    return all(word.casefold() in _beside_dates() for word in words)


@cache
def _beside_dates() -> frozenset[str]:
    """The words that may stand beside a date in its brackets."""
    joints = {"and", "to", "of", "from", "st", "nd", "rd", "th", "until", "early", "mid", "late"}
    return frozenset({*months(), *weekdays(), *joints})


_BETWEEN_DATES = re.compile(_LIST)


def _share_years(found: list[FoundDate], text: str) -> list[FoundDate]:
    """Gives a date without a year the year said right after it: "25 Jan and 8 Feb 2023"."""
    for index in range(len(found) - 2, -1, -1):
        here, after = found[index], found[index + 1]
        if here.explicit_year or not after.explicit_year or after.span.start < here.span.end:
            continue
        if _BETWEEN_DATES.fullmatch(text[here.span.end : after.span.start]):
            shift = after.interval.start.year - here.interval.start.year
            moved = Interval(
                _move(here.interval.start, shift), _move(here.interval.end, shift), here.interval.precision
            )
            found[index] = replace(here, interval=moved, explicit_year=True)
    return found


def _move(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


_NO_DIGIT = re.compile(r"\D")


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

    nearest = min((c for c in candidates if c), key=lambda interval: _apart(interval, reference), default=None)
    # Every day comes round within half a year; farther off it is the 29th of February of another year.
    return nearest if nearest and _apart(nearest, reference) <= _HALF_A_YEAR else None


def _interval(start: date, end: date, precision: Precision | None = None) -> Interval | None:
    if end < start:
        return None
    return Interval(start, end, precision or (Precision.DAY if start == end else Precision.RANGE))


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_iso(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    ends = [re.sub(r"[/.]", "-", match[group]) for group in ("a", "b") if group in match.re.groupindex]
    days = [_safe(*map(int, end.split("-"))) for end in ends]
    first, last = days[0], days[-1]
    if first and last and (interval := _interval(first, last)):
        yield interval


def _from_iso_month(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    year, month = map(int, match["a"].split("-"))
    yield Interval(*_whole_month(year, month), Precision.MONTH)


def _from_numerals(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    """Day first; month first only where the numbers leave no other reading."""
    groups = match.re.groupindex
    year, day, month = int(match["y"]), int(match["d2"]), int(match["m2"])
    if month > 12 >= day:
        day, month = month, day
    end = _safe(year, month, day)
    start = end
    if "d1" in groups:
        start = _safe(year, int(match["m1"] or month), int(match["d1"]))
    if start and end and (interval := _interval(start, end)):
        yield interval


def _from_bare_numerals(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    """Day first, as in the same form with a year, unless only the month can stand there."""
    groups = match.re.groupindex
    last = int(match["d2"]), int(match["m2"])
    first = (int(match["d1"]), int(match["m1"])) if "d1" in groups else last
    if max(first[1], last[1]) > _MONTHS >= max(first[0], last[0]):
        first, last = first[::-1], last[::-1]

    def build(year: int) -> Interval | None:
        begins = year - 1 if first[1] > last[1] else year
        start, end = _safe(begins, first[1], first[0]), _safe(year, last[1], last[0])
        return _interval(start, end) if start and end else None

    if interval := _nearest(build, None, reference):
        yield interval


_MONTHS = 12


def _from_cross_range(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    d1, m1, d2, m2 = _number(match["d1"]), _month(match["m1"]), _number(match["d2"]), _month(match["m2"])
    first = int(match["y1"]) if match["y1"] else None
    last = int(match["y2"]) if match["y2"] else None

    def build(year: int) -> Interval | None:
        begins = first or (year - 1 if m1 > m2 else year)
        start, end = _safe(begins, m1, d1), _safe(last or year, m2, d2)
        return _interval(start, end) if start and end else None

    known = last or (None if first is None else first + (1 if m1 > m2 else 0))
    if interval := _nearest(build, known, reference):
        yield interval


_DAYS = re.compile(rf"({_DAY})(?:{_RANGE}(?:[^\W\d_]+\.?,?\s+)?({_DAY}))?")


@cache
def _spelt_day() -> re.Pattern[str]:
    longest_first = sorted(_SPELT_DAYS, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b".replace("-", r"[\s-]"), re.IGNORECASE)


def _in_digits(days: str) -> str:
    """Days as figures: "third to the fifth" is "3 to 5"."""
    if days[0].isdigit():
        return days
    plain = re.sub(r"\bthe\s+", "", days, flags=re.IGNORECASE)
    return _spelt_day().sub(lambda match: str(_SPELT_DAYS[re.sub(r"\s", "-", match.group().casefold())]), plain)


def _from_days(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    month, year = _month(match["m1"]), int(match["y1"]) if match["y1"] else None
    parts = _DAYS.findall(_in_digits(match["days"]))
    ranges = [(_number(a), _number(b) if b else _number(a)) for a, b in parts]
    resolved: list[Interval] = []
    for first, last in ranges:

        def build(y: int, first: int = first, last: int = last) -> Interval | None:
            start, end = _safe(y, month, first), _safe(y, month, last)
            return _interval(start, end) if start and end else None

        interval = _nearest(build, year, reference)
        if interval is None:
            return  # One impossible day spoils the expression: nothing in it is certain.
        resolved.append(interval)
    yield from resolved


def _from_between(match: re.Match[str], reference: Interval | None) -> Iterator[Interval]:
    month, first, last = _month(match["m1"]), _number(match["d1"]), _number(match["d2"])

    def build(year: int) -> Interval | None:
        start, end = _safe(year, month, first), _safe(year, month, last)
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
    number = int(match["n"]) if match["n"] else _ORDINALS[match["n2"].casefold()]
    year = int(match["y"] or match["y2"])
    first = (number - 1) * months_each + 1
    yield Interval(date(year, first, 1), _whole_month(year, first + months_each - 1)[1], Precision.SEASON)


def _from_quarter(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    yield from _parts(match, 3)


def _from_half(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    yield from _parts(match, 6)


def _from_season(match: re.Match[str], _: Interval | None) -> Iterator[Interval]:
    first, last = _SEASONS[match["s"].casefold()]
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


_INTERPRETERS: dict[str, Callable[[re.Match[str], Interval | None], Iterator[Interval]]] = {
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
