"""What questions of all kinds are made of: cases, days in words, facts as patterns."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from tests.archives import Archive, Group, Line, Said, truth

from ctassist.evaluation.cases import Case
from ctassist.model.time import Interval, Precision


@dataclass(frozen=True, slots=True)
class Asker:
    """Makes questions on one archive; the same seed, the same questions."""

    archive: Archive
    random: Random

    @property
    def months(self) -> list[Interval]:
        """The whole months that the archive covers, the oldest first."""
        first, last = self.archive.reviews[0].period.start, self.archive.reviews[-1].period.end
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        return [month(first.year, first.month, at) for at in range(count)]

    @property
    def acronyms(self) -> list[str]:
        """Organisations that did something."""
        return sorted({who.acronym for line in self.archive.lines for who in line.who})

    @property
    def long_forms(self) -> list[str]:
        """Organisations whose names stand written out somewhere."""
        return sorted({line.who[0].name for line in self.archive.lines if line.in_full})

    @property
    def places(self) -> list[str]:
        """Cities, countries, regions and continents in which something happened."""
        return sorted({name for line in self.archive.lines for place in line.where for name in place.lies_in})

    @property
    def groups(self) -> list[Group]:
        """The groups of which the archive states who leads them, each once."""
        stated = {group.name: group for review in self.archive.reviews for group in review.groups}
        return list(stated.values())

    def deal(self, things: Sequence[str], count: int) -> list[str]:
        """So many things in some order, all of them before any comes again."""
        order = self.random.sample(things, len(things))
        return [order[at % len(order)] for at in range(count)]


def month(year: int, number: int, later: int = 0) -> Interval:
    """A whole month, some months after another."""
    at = year * 12 + number - 1 + later
    year, number = at // 12, at % 12 + 1
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]), Precision.MONTH)


def said_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def said_month(interval: Interval) -> str:
    return f"{interval.start:%B %Y}"


def case(kind: str, question: str, *history: str, facts: Iterable[str] = (), **fields: Iterable[str]) -> Case:
    """A question that has an answer: ``facts``, ``evidence``, ``needles``, ``optional`` and ``forbid`` of a case."""
    return Case(
        id=question,
        kind=kind,
        question=question,
        history=history,
        status="answered",
        facts=tuple((fact,) for fact in facts),
        forbid=tuple(fields.get("forbid", ())),
        evidence=tuple((phrase,) for phrase in fields.get("evidence", ())),
        needles=tuple((phrase,) for phrase in fields.get("needles", ())),
        optional=tuple(fields.get("optional", ())),
    )


def absent(kind: str, question: str, *history: str) -> Case:
    """A question to which the archive has no answer."""
    return Case(question, kind, question, history, "not_found", (), (), (), (), ())


def listing(
    kind: str,
    question: str,
    archive: Archive,
    *history: str,
    start: date = date.min,
    end: date = date.max,
    by: str = "",
    place: str = "",
    also_by: str = "",
) -> Case | None:
    """A question for all that happened, or None when nothing did.

    What somebody said at the time may be listed too, and so may an activity of a whole month when days of it are asked
    for, or an undated one of an issue that lies in the time asked for. Where no time is asked for, what bears no date
    belongs to the list.
    """
    timeless = (start, end) == (date.min, date.max)
    lines = truth.activities(archive, start=start, end=end, by=by, place=place)
    if timeless:
        lines += truth.undated(archive, by=by, place=place)
    lines = [line for line in lines if not also_by or any(also_by == who.acronym for who in line.who)]
    asked = Interval(start, end)
    sure = [line for line in lines if not line.when or any(_surely(when, asked) for when in line.when)]
    loose = [line.topic for line in lines if line not in sure]
    loose += [
        line.topic
        for review in archive.reviews
        if _within(review.period, asked)
        for line in review.lines
        if not line.when
    ]
    said = [said.words for said in truth.statements(archive, start=start, end=end) if _may_say(said, by, place)]
    if not sure:
        return None
    return case(kind, question, *history, needles=[line.topic for line in sure], optional=[*loose, *said])


def _surely(when: Interval, asked: Interval) -> bool:
    return _within(when, asked) if when.precision is Precision.MONTH else when.meets(asked)


def _within(when: Interval, asked: Interval) -> bool:
    return asked.start <= when.start and when.end <= asked.end


def _may_say(said: Said, by: str, place: str) -> bool:
    organisation = said.speaker.organisation
    return not place and by in ("", organisation.acronym, organisation.name)


def day_patterns(when: Interval) -> list[str]:
    """What an answer must match that says when something was."""
    if when.precision is Precision.MONTH:
        return [_name(when.start)]
    if when.start == when.end:
        return [_day(when.start)]
    if (when.start.year, when.start.month) == (when.end.year, when.end.month):
        span = rf"{when.start.day}\s*(?:-|–|to|and)\s*{when.end.day}(?!\d)"
        return [rf"(?<!\d){span} {_name(when.start)}|{_name(when.start)} {span}"]
    return [_day(when.start), _day(when.end)]


def _day(day: date) -> str:
    return rf"(?<!\d){day.day}(?: and \d+)? {_name(day)}|{_name(day)} {day.day}(?!\d)"


def _name(day: date) -> str:
    return rf"\b{day:%b}[a-z]*\.?"


def number(value: int) -> str:
    """A number with or without its thousands apart."""
    return r"(?<!\d)" + f"{value:,}".replace(",", r"[,. ]?") + r"(?!\d)"


def escaped(words: str) -> str:
    return r"(?i)(?<!\w)" + re.escape(words) + r"(?!\w)"


def told_once(line: Line) -> bool:
    return len(line.when) == 1
