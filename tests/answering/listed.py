"""Questions for all that happened, by time, organisation, place, and their mixtures."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.answering import wordings
from tests.answering.asking import Asker, listing, said_day, said_month

from ctassist.evaluation.cases import Case
from ctassist.model.time import Interval


def cases(asker: Asker) -> Iterator[Case]:
    """All that have something to list."""
    for made in (by_month(asker), by_span(asker), by_entity(asker), by_place(asker), by_mixture(asker)):
        yield from (one for one in made if one is not None)


def by_month(asker: Asker) -> Iterator[Case | None]:
    months = asker.months
    for at, wording in enumerate(wordings.MONTH):
        asked = months[-1 - at % min(len(months), 12)]
        question = wording.format(month=said_month(asked), name=f"{asked.start:%B}")
        yield listing("month", question, asker.archive, start=asked.start, end=asked.end)


def by_span(asker: Asker) -> Iterator[Case | None]:
    archive, months = asker.archive, asker.months
    for wording in wordings.BETWEEN:
        first, last = sorted(asker.random.sample(range(len(months)), 2))
        question = wording.format(first=said_month(months[first]), last=said_month(months[last]))
        yield listing("span", question, archive, start=months[first].start, end=months[last].end)
    for at, wording in enumerate(wordings.SINCE):
        asked = months[-1 - at % (len(months) - 1)]
        yield listing("span", wording.format(last=said_month(asked)), archive, start=asked.start)
    for at, wording in enumerate(wordings.BEFORE):
        asked = months[1 + at % (len(months) - 1)]
        yield listing("span", wording.format(last=said_month(asked)), archive, end=asked.start - timedelta(days=1))
    for wording in wordings.YEAR:
        year = asker.random.choice([months[0].start.year, months[-1].start.year])
        yield listing("span", wording.format(year=year), archive, start=date(year, 1, 1), end=date(year, 12, 31))
    days = [when.start for line in archive.lines for when in line.when if when.start == when.end]
    for wording in wordings.DAY:
        day = asker.random.choice(days)
        yield listing("span", wording.format(day=said_day(day)), archive, start=day, end=day)
    latest = archive.reviews[-1].period
    for wording in wordings.ISSUE:
        yield listing("span", wording, archive, start=latest.start, end=latest.end)


def by_entity(asker: Asker) -> Iterator[Case | None]:
    for names, kind in ((asker.acronyms, "acronym"), (asker.long_forms, "long form")):
        for wording, who in zip(wordings.ENTITY, asker.deal(names, len(wordings.ENTITY)), strict=True):
            yield listing(kind, wording.format(who=who), asker.archive, by=who)


def by_place(asker: Asker) -> Iterator[Case | None]:
    for wording, place in zip(wordings.PLACE, asker.deal(asker.places, len(wordings.PLACE)), strict=True):
        yield listing("place", wording.format(place=_in_text(place)), asker.archive, place=place)


def by_mixture(asker: Asker) -> Iterator[Case | None]:
    archive = asker.archive
    lines = [line for line in archive.lines if line.when and line.where]
    for wording in (*wordings.ENTITY_TIME, *wordings.ENTITY_PLACE, *wordings.PLACE_TIME, *wordings.ALL_THREE):
        line = asker.random.choice(lines)
        who, place = asker.random.choice(line.who).acronym, asker.random.choice(line.where[0].lies_in)
        asked = _month_of(asker, line.when[0])
        question = wording.format(who=who, place=_in_text(place), month=said_month(asked))
        timed = "{month}" in wording
        yield listing(
            "mixture",
            question,
            archive,
            start=asked.start if timed else date.min,
            end=asked.end if timed and "since" not in wording else date.max,
            by=who if "{who}" in wording else "",
            place=place if "{place}" in wording else "",
        )
    pairs = [line.who for line in archive.lines if len(line.who) > 1]
    for wording in wordings.TOGETHER:
        one, other = (who.acronym for who in asker.random.choice(pairs))
        yield listing("mixture", wording.format(who=one, other=other), archive, by=one, also_by=other)


def _month_of(asker: Asker, when: Interval) -> Interval:
    return next(month for month in asker.months if month.contains(when.start))


def _in_text(place: str) -> str:
    return f"the {place}" if place in ("Americas", "Caribbean", "Philippines") else place
