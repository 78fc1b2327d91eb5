"""What the name of a file says: the day of publication in front, and the words after it."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import PurePosixPath

from ctassist.extraction.period_tokens import month_names

_PUBLISHED = re.compile(r"(?P<year>(?:20)?\d\d)(?P<month>\d\d)(?P<day>\d\d)[_\s-]+(?=\D*[^\W\d_])")


@dataclass(frozen=True, slots=True)
class FileName:
    """A file's name without its suffix and the day it begins with ("221102_review.pdf" is of 2 November 2022)."""

    stem: str
    published: date | None = None


def read_name(name: str) -> FileName:
    """Reads a file's name."""
    stem = re.sub(r"\.\w{1,8}$", "", PurePosixPath(name).name)
    match = _PUBLISHED.match(stem)
    if match is None:
        return FileName(stem)
    try:
        day = date(2000 + int(match["year"]) % 100, int(match["month"]), int(match["day"]))
    except ValueError:
        return FileName(stem)
    return FileName(stem[match.end() :], day)


def days_in_figures(stem: str) -> str:
    """Returns a name with its days in figures: "tides-2031-nov-13" as "tides-2031-11-13".

    A number before its month stays as it is: it may count issues ("letter-12-nov-2031").
    """
    return _named_day().sub(_figures, stem)


@cache
def _named_day() -> re.Pattern[str]:
    month = "|".join(re.escape(name) for name in sorted(month_names(), key=lambda name: (-len(name), name)))
    year, day, gap = r"(?<!\d)(?:19|20)\d\d", r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![^\W_])", r"[_\s-]?"
    return re.compile(
        rf"(?P<y1>{year}){gap}(?P<m1>{month}){gap}(?P<d1>{day})"
        rf"|(?<![^\W_])(?P<m2>{month}){gap}(?P<d2>{day})[_\s-](?P<y2>{year}(?!\d))",
        re.IGNORECASE,
    )


def _figures(match: re.Match[str]) -> str:
    year, name, day = (match[f"{part}1"] or match[f"{part}2"] for part in "ymd")
    month = month_names().get(name.casefold())
    number = int(day.rstrip("stndrhSTNDRH"))
    return f"{year}-{month:02}-{number:02}" if month else match.group()
