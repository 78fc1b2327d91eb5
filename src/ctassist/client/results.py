"""What several kinds of calls give: where something stands in the archive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ctassist.model.text import Box, Link, Span

Months = tuple[str, str]
"""The first and the last month (``2024-01``) of a time; days (``2024-01-15``) where it is not one of whole months."""


@dataclass(frozen=True, slots=True)
class Source:
    """A span of a document: ``quote`` is exactly its canonical text from ``start`` to ``end``, in code points.

    ``url`` is relative to the service's address; ``Client.link`` makes it whole.
    """

    document_id: str
    title: str
    quote: str
    start: int
    end: int
    url: str
    period: Months | None = None
    section: tuple[str, ...] = ()
    page: int | None = None

    def words(self, span: Span) -> str:
        """Returns the words of a span that lies in this one, such as the ``quote`` of a statement."""
        return self.quote[span.start - self.start : span.end - self.start]


def source_of(written: Mapping[str, Any]) -> Source:
    """Reads a source."""
    names = ("document_id", "title", "quote", "start", "end", "url", "page")
    return Source(
        **{name: written[name] for name in names},
        period=months_of(written["period"]),
        section=tuple(written["section"]),
    )


def months_of(written: Mapping[str, str] | None) -> Months | None:
    """Reads a period; None where there is none."""
    return (written["start"], written["end"]) if written else None


def boxes_of(written: Any) -> tuple[Box, ...]:
    """Reads rectangles on pages."""
    return tuple(Box(box["page"], box["x0"], box["y0"], box["x1"], box["y1"]) for box in written)


def link_of(written: Mapping[str, Any]) -> Link:
    """Reads a link of a document."""
    return Link(Span(written["start"], written["end"]), written["url"])


def moment_of(written: str) -> datetime:
    """Reads a moment with its zone."""
    return datetime.fromisoformat(written)
