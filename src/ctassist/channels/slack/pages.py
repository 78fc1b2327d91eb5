"""An Answer in pages that a message can hold: Slack's Markdown, each page with the citations that it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ctassist.channels.links import absolute
from ctassist.channels.slack.text import escaped, pieces
from ctassist.model.answer import Answer, Citation

LINES = 12
SOURCES = 12
LENGTH = 7500
"""Characters of a page: a message may have 12,000, and the question may stand above."""
# What is never parted grows fivefold when it is written for Slack, and must still fit.
_PIECE = 700
_MARKER = re.compile(r"(?<!\\)\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Page:
    """Markdown with a link at each marker, and the citations that the markers name."""

    text: str
    citations: tuple[Citation, ...]


def pages_of(answer: Answer, base: str) -> list[Page]:
    """Cuts an answer into pages at the ends of its lines; the headings above a line stand on its page."""
    known = {citation.n: citation for citation in answer.citations}
    found: list[Page] = []
    text, lines, cited = "", 0, dict[int, Citation]()
    for part, counts in _parts(answer.answer):
        named = {n: known[n] for marker in _MARKER.finditer(part) if (n := int(marker[1])) in known}
        written = _written(part, named, base)
        full = lines + counts > LINES or len(cited | named) > SOURCES or len(text) + len(written) > LENGTH
        if text.strip() and full:
            found.append(Page(text.strip("\n"), tuple(cited.values())))
            text, lines, cited = "", 0, {}
        text, lines, cited = text + written, lines + counts, cited | named
    return [*found, Page(text.strip("\n"), tuple(cited.values()))]


def _parts(markdown: str) -> Iterator[tuple[str, int]]:
    """Yields what is not to be parted, and how many cited lines end with it: a line with the headings before it."""
    before = ""
    for line in markdown.split("\n"):
        marked = int(bool(_MARKER.search(line)))
        *parts, last = pieces(line, _PIECE)
        if not marked and not parts and len(before) + len(last) < _PIECE:
            before += f"{last}\n"
            continue
        for part in parts:
            yield before + part, 0
            before = ""
        yield f"{before}{last}\n", marked
        before = ""
    if before.strip():
        yield before, 0


def _written(markdown: str, cited: dict[int, Citation], base: str) -> str:
    """Markdown as Slack takes it."""
    addresses = {n: absolute(base, citation.url) for n, citation in cited.items()}

    def link(marker: re.Match[str]) -> str:
        address = addresses.get(int(marker[1]))
        return f"[{marker[0]}]({escaped(address)})" if address else marker[0]

    text = escaped(markdown)
    linked = _MARKER.sub(link, text)
    # The sources below have the links too, should there be so many that they do not fit.
    text = linked if len(linked) <= LENGTH else text
    # A number in brackets that is none of our markers is text to Slack without being told.
    return re.sub(r"\\\[(\d+)\\\](?!\()", r"[\1]", text)
