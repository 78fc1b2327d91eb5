"""What the heading of a table's column says of the time of its figures: "2022", "30 June 2031", "Target for 2033"."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from ctassist.extraction.dates import find_dates
from ctassist.extraction.figure_words import YEAR
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.time import Interval, Precision


@dataclass(frozen=True, slots=True)
class ColumnTime:
    """The time that a column names; ``aim`` is the word by which its figures are no facts but are aimed at."""

    interval: Interval
    aim: str | None = None


def column_time(heading: str, period: Interval | None) -> ColumnTime | None:
    """Reads the heading of a column; None where it names no time, several, or what else its figures are.

    "2023 (30 June)" is of the day; "Change since 2022" and "2022/23" are of no one time. ``period`` gives the year of a
    heading that has none.
    """
    words = heading.strip(" *†‡")
    aims = [match.group().casefold() for match in _aim().finditer(words)]
    timed = " ".join(_aim().sub(" ", words).split()) if aims else words
    read = _stated(timed, period)
    if read is None or len(aims) > 1:
        return None
    interval, rest = read
    return ColumnTime(interval, aims[0] if aims else None) if _SILENT.fullmatch(rest) else None


def is_aside(heading: str) -> bool:
    """Tells whether a column says something of the figures beside it: a change, their unit, a goal, a remark."""
    return _aside().fullmatch(heading.strip()) is not None


def says_nothing(heading: str) -> bool:
    """Tells whether a column only says that figures stand there: "Value", "Number"."""
    return heading.strip(" .:*†‡").casefold() in table("figures")["values"]


@cache
def _aim() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('figures')['aims'])})\b", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    asides = alternatives([*table("figures")["asides"], *table("figures")["aims"]])
    return re.compile(rf"\W*|\W*(?:{asides})\b[^|]*|[+/–±Δ-]+.*|(?:in\s+)?%.*", re.IGNORECASE)


_SILENT = re.compile(
    r"(?:\W|\b(?:in|at|as|of|on|by|for|from|the|year|end|close|status|state|actual|actuals|result|results|figures?|number|total)\b)*",
    re.IGNORECASE,
)
"""What may stand beside the time of a column without making its figures other ones: "As of", "Result", "End of"."""


def _stated(words: str, period: Interval | None) -> tuple[Interval, str] | None:
    """The one time that words name, and the words beside it."""
    years = list(YEAR.finditer(words))
    found = find_dates(words, period)
    if len(years) > 1 or len(found) > 1 or (years and re.search(r"\d[/–-]\d", words) and not found):
        return None
    if found and (found[0].explicit_year or not years):
        span = found[0].span
        return found[0].interval, words[: span.start] + " " + words[span.end :]
    if not years:
        return None
    year = years[0]
    rest = words[: year.start()] + " " + words[year.end() :]
    if found:  # "2023 (30 June)": the day has its year before it.
        named = found[0].span.of(words)
        dated = find_dates(f"{named} {year.group()}", period)
        if len(dated) != 1 or not dated[0].explicit_year:
            return None
        return dated[0].interval, rest.replace(named, " ", 1)
    return Interval(date(int(year.group()), 1, 1), date(int(year.group()), 12, 31), Precision.YEAR), rest
