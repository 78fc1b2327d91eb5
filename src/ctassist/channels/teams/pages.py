"""A long answer in pieces that Teams takes: so many lines and citations as fit into one message or card."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ctassist.channels.links import absolute
from ctassist.channels.teams.lines import Line, lines_of, message_text, shorten
from ctassist.model.answer import Answer, Citation

MOST_CITATIONS = 20
"""Teams refuses a message with more."""
LARGEST_MESSAGE = 28_000
"""Bytes of a message with its card."""
NAME_LENGTH = 80
ABSTRACT_LENGTH = 160
QUOTE_LENGTH = 240
KEYWORD_LENGTH = 28
LONGEST_URL = 1_000
_LONGEST_LINE = 2_000
_ROOM = 17_000
"""Bytes of a page; what stands around it (buttons, what was understood, suggestions) takes the rest."""
_AROUND_A_CITATION = 750


@dataclass(frozen=True, slots=True)
class Source:
    """A citation as Teams shows it, each text within its limit; ``url`` None shows no link."""

    n: int
    name: str
    origin: str
    quote: str
    url: str | None
    keywords: tuple[str, ...]

    @property
    def abstract(self) -> str:
        """The beginning of the quotation, for the small window over a number."""
        return shorten(self.quote, ABSTRACT_LENGTH)


@dataclass(frozen=True, slots=True)
class Page:
    """Consecutive lines, and the sources that they name first or again."""

    lines: tuple[Line, ...]
    sources: tuple[Source, ...]


def pages_of(answer: Answer, public_url: str | None) -> list[Page]:
    """Returns all of an answer, in pages; always the same for the same answer. There is at least one page."""
    sources = {citation.n: source_of(citation, public_url) for citation in answer.citations}
    lines = lines_of(answer.answer, sources)
    return list(_packed(lines, sources)) or [Page((), ())]


def _packed(lines: list[Line], sources: Mapping[int, Source]) -> Iterator[Page]:
    taken: list[Line] = []
    named: dict[int, Source] = {}
    room = _ROOM
    for whole in lines:
        line = whole.shortened(_LONGEST_LINE)
        new = {n: sources[n] for n in line.numbers if n not in named}
        size = _size(message_text([line])) + 90 * len(line.runs) + sum(map(_cost, new.values()))
        if taken and (size > room or len(named) + len(new) > MOST_CITATIONS):
            yield Page(tuple(taken), tuple(named.values()))
            taken, named, room = [], {}, _ROOM
            new = {n: sources[n] for n in line.numbers}
            size = _size(message_text([line])) + 90 * len(line.runs) + sum(map(_cost, new.values()))
        taken.append(line)
        named.update(_affordable(new, room))
        room -= size
    if taken:
        yield Page(tuple(taken), tuple(named.values()))


def _affordable(new: dict[int, Source], room: int) -> dict[int, Source]:
    """The sources of one line, as many as a page takes: a line may name more than any page can show."""
    kept: dict[int, Source] = {}
    for n, source in new.items():
        room -= _cost(source)
        if kept and (room < 0 or len(kept) == MOST_CITATIONS):
            break
        kept[n] = source
    return kept


def _cost(source: Source) -> int:
    words = (source.name, source.abstract, source.origin, source.quote, *source.keywords)
    return _AROUND_A_CITATION + sum(map(_size, words)) + 2 * _size(source.url or "")


def _size(text: str) -> int:
    """Bytes of a text in JSON."""
    return len(json.dumps(text, ensure_ascii=False).encode("utf-8"))


def source_of(citation: Citation, public_url: str | None) -> Source:
    """Returns a citation as Teams shows it."""
    url = absolute(public_url, citation.url)
    period = " to ".join(dict.fromkeys(citation.period)) if citation.period else ""
    keywords = [period, f"page {citation.page}" if citation.page else ""]
    return Source(
        n=citation.n,
        name=shorten(citation.title, NAME_LENGTH) or "Document",
        origin=shorten(citation.origin.removeprefix(citation.title).lstrip(" ·"), 120),
        quote=shorten(citation.quote, QUOTE_LENGTH),
        url=url if url and len(url) <= LONGEST_URL else None,
        keywords=tuple(word[:KEYWORD_LENGTH] for word in keywords if word),
    )
