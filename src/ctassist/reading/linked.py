"""Words with the links on them, while they are on their way into the canonical text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ctassist.model.text import Link, Span


@dataclass(frozen=True, slots=True)
class Linked:
    """Words and their links, in order and none within another; their spans count in ``text``."""

    text: str
    links: tuple[Link, ...] = ()

    def becoming(self, text: str) -> Linked:
        """Returns what these words became: ``text`` differs from them by white space, and by how it begins, alone."""
        if not self.links:
            return Linked(text)
        letters = [at for at, letter in enumerate(text) if not letter.isspace()]
        # Counted from the end, where nothing is put before or taken off.
        left = list(accumulate((not letter.isspace() for letter in reversed(self.text)), initial=0))[::-1]
        links = []
        for link in self.links:
            start, end = len(letters) - left[link.span.start], len(letters) - left[link.span.end]
            if max(0, start) < end:
                span = Span(letters[max(0, start)], letters[end - 1] + 1)
                links.append(Link(span, link.address))
        return Linked(text, tuple(links))

    def part(self, start: int, end: int) -> Linked:
        """Returns the words from ``start`` to ``end`` with what is left of their links."""
        first = bisect_right(self.links, start, key=lambda link: link.span.end)
        last = bisect_left(self.links, end, lo=first, key=lambda link: link.span.start)
        links = (
            Link(Span(max(start, link.span.start) - start, min(end, link.span.end) - start), link.address)
            for link in self.links[first:last]
        )
        return Linked(self.text[start:end], tuple(links))

    def lines(self) -> list[Linked]:
        """Returns the lines, empty ones among them."""
        lines, at = [], 0
        for line in self.text.split("\n"):
            lines.append(self.part(at, at + len(line)))
            at += len(line) + 1
        return lines


def linked(words: str | Linked) -> Linked:
    """Returns words as Linked ones."""
    return words if isinstance(words, Linked) else Linked(words)


def joined(separator: str, parts: Sequence[str | Linked]) -> Linked:
    """Joins words as ``str.join`` does."""
    buffer = Buffer()
    for number, part in enumerate(parts):
        buffer.write(separator if number else "")
        buffer.write(part)
    return buffer.take()


class Buffer:
    """Words that are written one after another, and the link that they may stand in."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._links: list[Link] = []
        self._open: tuple[int, str] | None = None

    @property
    def tail(self) -> str:
        """The last two things that were written."""
        return "".join(self._parts[-2:])

    def write(self, words: str | Linked) -> None:
        """Adds words to the end."""
        added = linked(words)
        if added.text:
            if self._open is None:
                self._links += _moved(added.links, self._length)
            self._parts.append(added.text)
            self._length += len(added.text)

    def open(self, address: str) -> None:
        """Begins a link; it ends the one before, since no link stands in another."""
        self.close()
        self._open = self._length, address

    def close(self) -> None:
        """Ends the link, if one is open."""
        if self._open is not None:
            start, address = self._open
            self._open = None
            if start < self._length:
                self._links.append(Link(Span(start, self._length), address))

    def take(self) -> Linked:
        """Returns what was written and begins anew; a link that is still open goes on in what is written next."""
        address = self._open[1] if self._open else None
        self.close()
        taken = Linked("".join(self._parts), tuple(self._links))
        self._parts.clear()
        self._links.clear()
        self._length = 0
        self._open = None if address is None else (0, address)
        return taken


def _moved(links: Iterable[Link], by: int) -> list[Link]:
    return [Link(Span(link.span.start + by, link.span.end + by), link.address) for link in links]
