"""Archives made from a profile and a seed: the same seed, the same archive."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from random import Random

from tests.archives.facts import (
    Archive,
    Figure,
    Group,
    Holder,
    Line,
    Organisation,
    Person,
    Post,
    Review,
    Said,
    days,
    period,
    week,
    whole_month,
)
from tests.archives.profiles import DEEDS, PLACES, Profile
from tests.archives.writing import issue_words

from ctassist.model.time import Interval

_KINDS = ("World", "Global", "Joint", "United", "Free", "Common", "Open", "Grand")
_THEMES = ("Tide", "Orchard", "Granite", "Lantern", "Meadow", "Cedar", "Harvest", "Kestrel", "Quarry", "Willow")
_MATTERS = ("Safety", "Research", "Heritage", "Standards", "Learning", "Justice")
_NOUNS = ("Office", "Agency", "Institute", "Fund", "Union", "Centre", "Network", "Bureau")
_GIVEN = ("Ana", "Tomas", "Ingrid", "Kofi", "Leila", "Ravi", "Mireille", "Jonas", "Aiko", "Zanele", "Pedro", "Olga")
_FAMILY = (
    "Reisner",
    "Okelo",
    "Brandvold",
    "Ferrantes",
    "Najjari",
    "Tanakova",
    "Dlaminis",
    "Lindqvist",
    "Moraesu",
    "Vasquin",
)
_TITLES = ("Director", "Executive Director", "Secretary-General", "Head")
_QUALITIES = ("new", "simple", "better", "shared", "local", "low-cost", "modern", "portable", "durable", "safe")
_ENDINGS = ("today more than ever", "in every season", "as this year has shown", "and that is our strength")
_VERBS = ("stressed", "underscored", "noted", "highlighted", "emphasized")


def invent(profile: Profile, *, seed: int, issues: int = 3) -> Archive:
    """Makes an archive of consecutive issues."""
    return _Inventor(profile, Random(f"{profile.name} {seed}")).archive(issues)


def _periods(profile: Profile) -> Iterator[Interval]:
    first = profile.first_day
    while True:
        covered = period(first.year, first.month, months=profile.months) if profile.months else week(first)
        yield covered
        first = covered.end + timedelta(days=1)


class _Inventor:
    def __init__(self, profile: Profile, random: Random) -> None:
        self.profile, self.random = profile, random
        self.organisations = self._organisations(8)
        self.people = [self._person(at) for at in range(len(_FAMILY))]
        topics = [f"{a} {b} for {c}" for a, b, c in product(_QUALITIES, profile.subjects, profile.purposes)]
        self.topics = random.sample(topics, len(topics))
        sayings = [f"{a} and {b}, {c}" for a, b, c in product(profile.said, profile.said, _ENDINGS) if a != b]
        self.sayings = random.sample(sayings, len(sayings))
        self.groups = [self._group(number) for number in range(1, len(profile.groups) + 1)]
        self.figures = [Figure(label, value) for label, value in profile.figures]

    def archive(self, issues: int) -> Archive:
        periods = _periods(self.profile)
        return Archive(self.profile.name, tuple(self._review(next(periods), number) for number in range(issues)))

    def _review(self, covered: Interval, number: int) -> Review:
        if number:
            self._move_on()
        title = self.profile.title.format(period=issue_words(covered))
        lines = [self._line(covered, at) for at in range(self.profile.lines)]
        lines.sort(key=lambda line: (self.profile.sections.index(line.section), not line.when, line.when))
        statements = tuple(self._said(covered) for _ in range(3))
        # Every third issue leaves the chart out: what the issue before it said goes on to hold.
        groups = tuple(self.groups) if number % 3 != 1 else ()
        return Review(title, covered, tuple(lines), groups, tuple(self.figures), statements)

    def _line(self, covered: Interval, at: int) -> Line:
        random = self.random
        return Line(
            topic=self.topics.pop(),
            deed=random.choice(DEEDS),
            who=tuple(random.sample(self.organisations, random.choice((1, 1, 2)))),
            when=() if at == 1 else self._when(covered),
            where=(random.choice(PLACES),) if random.random() < 0.7 else (),
            section=self.profile.sections[at % len(self.profile.sections)],
            in_full=random.random() < 0.2,
        )

    def _when(self, covered: Interval) -> tuple[Interval, ...]:
        """Mostly a day; also a range, two days, and, in issues of whole months, a month."""
        kind = self.random.choice(("day", "day", "day", "range", "range", "two", "month"))
        first = self._day(covered)
        if kind == "range":
            return (days(first, min(first + timedelta(days=self.random.randint(1, 4)), covered.end)),)
        if kind == "two":
            return tuple(days(day) for day in sorted({first, self._day(covered)}))
        if kind == "month" and self.profile.months:
            return (whole_month(first.year, first.month),)
        return (days(first),)

    def _day(self, covered: Interval) -> date:
        return covered.start + timedelta(days=self.random.randint(0, (covered.end - covered.start).days))

    def _said(self, covered: Interval) -> Said:
        words = f"the future of our work rests on {self.sayings.pop()}"
        return Said(self.random.choice(self.people), words, days(self._day(covered)), self.random.choice(_VERBS))

    def _group(self, number: int) -> Group:
        pool: list[Organisation | Person] = list(self.people if self.profile.led_by_people else self.organisations)
        one, several = self.profile.roles
        chosen: list[Holder] = self.random.sample(pool, self.random.choice((2, 3, 4)))
        posts = (Post(one, tuple(chosen[:1])), Post(several, tuple(chosen[1:])))
        return Group(self.profile.groups[number - 1], number, posts, self.profile.noun)

    def _move_on(self) -> None:
        """From one issue to the next one group gets other leaders and figures grow."""
        at = self.random.randrange(len(self.groups))
        self.groups[at] = self._group(at + 1)
        self.figures = [Figure(f.label, f.value + self.random.randint(1, 9)) for f in self.figures]

    def _person(self, at: int) -> Person:
        name = f"{self.random.choice(_GIVEN)} {_FAMILY[at]}"
        return Person(name, self.random.choice(_TITLES), self.random.choice(self.organisations))

    def _organisations(self, count: int) -> list[Organisation]:
        """Names of three and four words whose acronyms differ and do not look like Roman numerals."""
        found: dict[str, Organisation] = {}
        while len(found) < count:
            kind, theme = self.random.choice(_KINDS), self.random.choice(_THEMES)
            matter, noun = self.random.choice(_MATTERS), self.random.choice(_NOUNS)
            name = self.random.choice(
                (f"{kind} {theme} {noun}", f"{noun} for {theme} {matter}", f"{kind} {theme} {matter} {noun}")
            )
            acronym = "".join(word[0] for word in name.split() if word[0].isupper())
            if not set(acronym) <= set("IVXLCDM"):
                found.setdefault(acronym, Organisation(acronym, name))
        return list(found.values())
