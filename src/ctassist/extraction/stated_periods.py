"""Periods as titles and file names state them, in six languages: months, quarters, halves, weeks and seasons."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import dropwhile

from ctassist.extraction.period_tokens import UNITS, Token, tokens
from ctassist.extraction.vocabulary import table
from ctassist.model.text import Span
from ctassist.model.time import Interval, Precision

_REMEMBERED = 256
"""A title page's lines are asked for their period, their name and whether they are a masthead."""
_DAYS = re.compile("d(?:my?)?dmy")
"""The first letters of the kinds of tokens: two days, each with its month or both with one."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A stretch of a title that states time; ``interval`` is None for a day, lone years and months without a year.

    ``months`` are the first and last month where no year stands with them; the last is above 12 in the next year.
    """

    span: Span
    interval: Interval | None = None
    months: tuple[int, int] | None = None


@lru_cache(_REMEMBERED)
def stated_periods(text: str, *, is_name: bool = False) -> tuple[Stated, ...]:
    """Finds what a title states of its time, in order.

    Args:
        text: a title, a line of a title page, or a file's name without its suffix.
        is_name: it is a file's name, in which underscores are blanks and months may be bare numbers.
    """
    words = numbers_of_bodies_hidden(_plain_digits(text.replace("_", " ") if is_name else text))
    return tuple(found for run in _runs(words, list(tokens(words, is_name))) if (found := _read(run)))


def nearest(stated: tuple[int, int], day: date) -> Interval:
    """Returns months in the year that brings them nearest to a day, such as that of publication."""
    candidates = [_months(year, *stated) for year in (day.year - 1, day.year, day.year + 1)]
    return min(candidates, key=lambda i: max(day - i.end, i.start - day, timedelta(0)))


def numbers_of_bodies_hidden(text: str) -> str:
    """Returns a title of the same length in which the number of a body or issue is no day.

    "Working Group x, 18 April 2024", "Issue xx September – November 2024".
    """
    return _numbered_bodies().sub(lambda match: match[1] + "x" * len(match[2]), text)


@cache
def _numbered_bodies() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in (*table("bodies")["nouns"], *table("periods")["numbered"]))
    return re.compile(rf"(\b(?:{nouns})\s)(\d{{1,2}})(?!\d)", re.IGNORECASE)


def _plain_digits(text: str) -> str:
    """Digits of any script as ASCII ones, each in its place."""
    return "".join(str(unicodedata.digit(ch)) if ch.isdecimal() else ch for ch in text)


def _runs(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Stretches of tokens that state time, without the joins at their ends."""
    run: list[Token] = []
    for token in (*tokens, Token("other", Span(len(text), len(text)))):
        if token.kind != "other":
            run.append(token)
            continue
        while run and run[-1].kind == "join":
            run.pop()
        while run and run[0].kind == "join":
            run.pop(0)
        if run:
            yield run
        run = []


def _read(run: Sequence[Token]) -> Stated | None:
    units = [token for token in run if token.kind in UNITS]
    years = [token for token in run if token.kind == "year"]
    days = any(token.kind == "day" for token in run)
    if not units and not years and not (days and any(token.kind == "months" for token in run)):
        return None
    span = Span(run[0].span.start, run[-1].span.end)
    if run[0].kind == "day" and not _joined(run):
        # "Tide Weekly 88, March 2024", "tide-08-2024-q1".
        return _read(list(dropwhile(lambda token: token.kind == "join", run[1:])))
    if not units or days:
        return Stated(span, _from_day_to_day(run))
    units = [token for token in units if token.kind == units[0].kind]
    first, last = _in_months(units[0])[0], _in_months(units[-1])[1]
    own = [token.year for token in units if token.year is not None]
    stated = own or [year for token in years for year in dict.fromkeys((token.first, token.last))]
    if units[0].kind == "week":
        return Stated(span, _weeks(units[0].first, units[-1].last, stated))
    if not stated:
        return Stated(span, months=(first, last + 12 if last < first else last))
    leads = not own and years[0].span.start < units[0].span.start
    begins, ends = _years(stated, first, last, leads, units[0].kind == "season")
    if (ends, (last - 1) % 12) < (begins, first - 1):
        return Stated(span)
    precision = Precision.SEASON if units[0].kind == "season" else Precision.MONTH
    return Stated(span, Interval(date(begins, first, 1), _last_day(ends, (last - 1) % 12 + 1), precision))


def _joined(run: Sequence[Token]) -> bool:
    """Tells whether a day stands right before its month, with no comma or year between them."""
    behind = next((token.kind for token in run[1:] if token.kind not in ("filler", "join")), "months")
    if behind in ("year", *UNITS) and behind != "months":
        return False
    return len(run) < 2 or run[1].kind != "filler" or run[1].span.end - run[1].span.start > 1


def _from_day_to_day(run: Sequence[Token]) -> Interval | None:
    """Days with their months in any language: "del 1 de enero al 30 de junio de 2019", "4–10 mars 2024"."""
    said = [token for token in run if token.kind not in ("filler", "join")]
    match = _DAYS.fullmatch("".join(token.kind[0] for token in said))
    days = [token.first for token in said if token.kind == "day"]
    if match is None or len(days) != 2 or any(token.year for token in said) or 0 in days:
        return None
    months = [token.first for token in said if token.kind == "months"]
    years = [token.first for token in said if token.kind == "year"]
    begins = years[0] - (1 if len(years) == 1 and months[0] > months[-1] else 0)
    try:
        start, end = date(begins, months[0], days[0]), date(years[-1], months[-1], days[1])
    except ValueError:
        return None
    return Interval(start, end, Precision.RANGE) if start <= end else None


def _years(stated: Sequence[int], first: int, last: int, leads: bool, season: bool) -> tuple[int, int]:
    """The years of the first and the last month: one year is that of the last month, unless it stands before both."""
    if first < 12 < last:
        return stated[0], stated[-1] if len(stated) > 1 else stated[0] + 1
    wraps = last > 12 or last < first
    if len(stated) > 1:
        return stated[0], stated[-1]
    if not wraps:
        return stated[0], stated[0]
    return (stated[0], stated[0] + 1) if leads and not season else (stated[0] - 1, stated[0])


def _in_months(unit: Token) -> tuple[int, int]:
    size = {"quarter": 3, "half": 6}.get(unit.kind)
    if size is None:
        return unit.first, unit.last
    return (unit.first - 1) * size + 1, unit.last * size


def _months(year: int, first: int, last: int) -> Interval:
    return Interval(date(year, first, 1), _last_day(year + (last - 1) // 12, (last - 1) % 12 + 1), Precision.MONTH)


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _weeks(first: int, last: int, years: Sequence[int]) -> Interval | None:
    """Weeks by ISO 8601, from Monday to Sunday; None without a year or where the year has no such week."""
    if not years or last < first:
        return None
    try:
        return Interval(
            date.fromisocalendar(years[0], first, 1), date.fromisocalendar(years[0], last, 7), Precision.ISSUE
        )
    except ValueError:
        return None
