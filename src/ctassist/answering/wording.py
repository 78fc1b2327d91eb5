"""The frames of answers in the language of the question; what is quoted stays as it is written.

A frame is named by its English words, with places for values in braces; its translations are in
``data/wording/<language>.toml``: ``[frames]``, and ``[days]`` for those that are said otherwise before the day of a
month ("depuis février 2024", but "depuis le 3 février 2024").
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from babel.dates import format_date, format_skeleton

from ctassist.answering.understanding.spoken_times import FIRST_DAY, LAST_DAY, say, whole_months
from ctassist.model.time import Interval, Precision

ENGLISH = "en"
_DAY = re.compile(r"\d{1,2}(?!\d)")
"""How a time begins that begins with a day."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Says frames, times and roles in one language (``en``, ``fr``, ``es``, ``ar``, ``ru`` or ``zh``)."""

    language: str = ENGLISH

    def __call__(self, frame: str, /, **values: object) -> str:
        """A frame with its values, in the language; in English where it has no translation."""
        time = str(values.get("time", values.get("first", "")))
        days = self._table("days") if _DAY.match(time) else {}
        return str(days.get(frame) or self._table("frames").get(frame, frame)).format(**values)

    def count(self, number: int, one: str, many: str, /, **values: object) -> str:
        """The frame for one thing or for several; both may have ``{count}``."""
        return self(one if number == 1 else many, count=number, **values)

    def all_of(self, names: Sequence[str]) -> str:
        """Names one after the other: "UNODC and CTED"."""
        return str(self._table("frames").get(" and ", " and ")).join(names)

    def any_of(self, names: Sequence[str]) -> str:
        """Names of which any will do: "UNODC or CTED"."""
        return str(self._table("frames").get(" or ", " or ")).join(names)

    def role(self, role: str, holders: int = 1) -> str:
        """A role as the label of a line: "Vice-chairs"."""
        word = self.role_word(role, holders)
        return word[:1].upper() + word[1:]

    def role_word(self, role: str, holders: int = 1) -> str:
        """A role within a sentence: "vice-chairs"."""
        return str(self._table("roles").get(role) or role + ("s" if holders > 1 else ""))

    def time(self, interval: Interval) -> str:
        """An interval in words: "February 2024", "24 to 26 January 2024", "since 1 March 2023"."""
        if self.language == ENGLISH:
            return say(interval)
        start, end = interval.start, interval.end
        if end == LAST_DAY:
            return self("since {time}", time=self._day(start))
        if start == FIRST_DAY:
            return self("until {time}", time=self._day(end))
        if start == end:
            return self._day(start)
        if not whole_months(interval):
            return self("{first} to {last}", first=self._day(start), last=self._day(end))
        if (start.year, start.month) == (end.year, end.month):
            return self._formatted(start, "yMMMM")
        if (start.year, start.month, end.month) == (end.year, 1, 12):
            return self("{year}", year=start.year)
        return self("{first} to {last}", first=self._formatted(start, "yMMMM"), last=self._formatted(end, "yMMMM"))

    def dates(self, intervals: Sequence[Interval]) -> str:
        """The dates of a record; of one that only its issue dates, the issue."""
        return ", ".join(
            self("issue of {time}", time=self.time(interval))
            if interval.precision is Precision.ISSUE
            else self.time(interval)
            for interval in intervals
        )

    def _day(self, day: date) -> str:
        return str(format_date(day, "long", locale=self.language))

    def _formatted(self, day: date, skeleton: str) -> str:
        return format_skeleton(skeleton, day, locale=self.language)

    def _table(self, section: str) -> dict[str, Any]:
        table: dict[str, Any] = _tables(self.language).get(section, {})
        return table


@cache
def _tables(language: str) -> dict[str, Any]:
    if language == ENGLISH:
        return {}
    path = files("ctassist.answering").joinpath("data", "wording", f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
