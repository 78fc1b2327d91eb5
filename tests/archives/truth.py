"""What is true in an archive: the answer to any question, computed from the facts."""

from datetime import date

from tests.archives.facts import Archive, Line, Person, Review, Said

from ctassist.model.time import Interval


def activities(
    archive: Archive, *, start: date = date.min, end: date = date.max, by: str = "", place: str = ""
) -> list[Line]:
    """The dated lines of which a day lies in the interval, in order of their first such day.

    Args:
        archive: the archive.
        start: the first day, included.
        end: the last day, included.
        by: an organisation's acronym or long form.
        place: a city, a country, a region or a continent.
    """
    asked = Interval(start, end)
    found = [
        (min(when.start for when in line.when if when.meets(asked)), line)
        for line in archive.lines
        if any(when.meets(asked) for when in line.when) and _is_by(line, by) and _is_in(line, place)
    ]
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def undated(archive: Archive, *, by: str = "", place: str = "") -> list[Line]:
    """The lines without a date."""
    return [line for line in archive.lines if not line.when and _is_by(line, by) and _is_in(line, place)]


def holders(archive: Archive, group: str, role: str, *, on: date = date.max) -> tuple[str, ...]:
    """Who holds a role as of a day: as the latest issue that had appeared by then and speaks of the group has it."""
    for review in _latest_first(archive, on):
        for body in review.groups:
            if body.name == group:
                held = [holder for post in body.posts if post.role == role for holder in post.holders]
                return tuple(holder.name if isinstance(holder, Person) else holder.acronym for holder in held)
    return ()


def figure(archive: Archive, label: str, *, on: date = date.max) -> int | None:
    """A figure as of a day, from the latest issue that had appeared by then and states it."""
    values = [f.value for review in _latest_first(archive, on) for f in review.figures if f.label == label]
    return values[0] if values else None


def series(archive: Archive, label: str) -> list[tuple[Review, int]]:
    """A figure over all issues that state it, the oldest first."""
    return [(review, f.value) for review in archive.reviews for f in review.figures if f.label == label]


def statements(
    archive: Archive, *, speaker: str = "", words: str = "", start: date = date.min, end: date = date.max
) -> list[Said]:
    """What was said by a speaker, with some words in it, in an interval."""
    asked = Interval(start, end)
    return [
        said
        for review in archive.reviews
        for said in review.statements
        if speaker in said.speaker.name and words in said.words and said.when.meets(asked)
    ]


def _is_by(line: Line, organisation: str) -> bool:
    return not organisation or any(organisation in (who.acronym, who.name) for who in line.who)


def _is_in(line: Line, place: str) -> bool:
    return not place or any(place in where.lies_in for where in line.where)


def _latest_first(archive: Archive, on: date) -> list[Review]:
    appeared = [review for review in archive.reviews if review.period.start <= on]
    return sorted(appeared, key=lambda review: review.period, reverse=True)
