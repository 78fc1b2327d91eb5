"""How tests look at what extraction finds: read a source, find everything, compare short words."""

from ctassist.extraction import extract
from ctassist.model.records import Extraction
from ctassist.model.text import Reading, Span
from ctassist.model.time import Interval
from ctassist.reading import read_bytes

Role = tuple[str, str, str]


def taken(source: str, name: str = "review.txt") -> tuple[str, Extraction]:
    """Reads and extracts; returns the canonical text and what was found in it."""
    reading = read_bytes(source.encode(), name)
    return reading.text, extract(reading, name)


def words(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(text).split())


def items(source: str, name: str = "review.txt") -> list[str]:
    text, found = taken(source, name)
    return [words(text, item.span) for item in found.items]


def roles(source: str, name: str = "review.txt") -> list[Role]:
    """(body, role, holder) of each role."""
    return [(role.body, role.role, role.holder) for role in taken(source, name)[1].roles]


def figures(source: str, name: str = "review.txt") -> list[tuple[str, float | None]]:
    """The figures of the issue's own time."""
    return [(figure.label, figure.value) for figure in taken(source, name)[1].indicators if figure.interval is None]


def said(interval: Interval) -> str:
    """ "2024-01-23", or "2024-01-24/2024-01-25"."""
    return f"{interval.start}" if interval.start == interval.end else f"{interval.start}/{interval.end}"


def assert_sound(reading: Reading, found: Extraction) -> None:
    """Fails unless all spans lie in the text and the words of every record stand in its span."""
    text = reading.text
    spans = [record.span for record in found.items] + [record.span for record in found.activities]
    spans += [record.span for record in found.roles] + [record.span for record in found.indicators]
    spans += [record.span for record in found.statements]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
    for activity in found.activities:
        line = words(text, activity.span)
        assert all(name in line for name in (*activity.organisations, *activity.persons))
    for role in found.roles:
        assert role.holder in words(text, role.span)
        assert role.affiliation is None or role.affiliation in words(text, role.span)
    for indicator in found.indicators:
        assert indicator.label in words(text, indicator.span)
        assert indicator.figure in words(text, indicator.span)
        assert (indicator.value is None) == (not indicator.figure)
    for statement in found.statements:
        assert statement.span.start <= statement.quote.start < statement.quote.end <= statement.span.end
        assert statement.speaker in words(text, statement.span)
