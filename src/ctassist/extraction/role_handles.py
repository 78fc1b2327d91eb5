"""Posts held by those whom a page names by their handles alone: "Owners: @aroe, bferri", "engine (owner: aroe)"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ctassist.extraction.holders import names_nobody
from ctassist.extraction.role_labels import heading_body, read_label
from ctassist.extraction.role_words import canonical_role, role_label
from ctassist.extraction.sections import Placed, one_line
from ctassist.model.records import Role
from ctassist.model.text import BlockKind, Span

_ONE = r"(?:@[A-Za-z\d][\w-]*|[a-z\d][\w-]+)"
_HANDLES = rf"{_ONE}(?:(?:,\s*|\s+and\s+|,\s+and\s+|;\s*|\s*/\s*|\s+(?=@)){_ONE})*"
_SAID = re.compile(r"@(?P<handle>[A-Za-z\d][\w-]+)")
_NAMED = re.compile(
    r"(?:.*(?:[,:;]\s+|\b(?:and|are|is|include|of|by)\s+)|^)(?P<body>[^\W\d_][\w./-]*(?:\s+[\w./-]+){0,2})\s*",
    re.DOTALL,
)
"""What stands right before the brackets with its owners: "ours are engine (owner: …)"."""
_FIRST = re.compile(r"[^\W\d_][\w./-]+")
"""How a list item that goes on to say what it is begins: "engine drives the wheels (owner: …)"."""


def by_handles(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """The roles of those under one heading who stand there by handles that the document gives beside names.

    A word in small letters is believed to be a handle only where "@" marks one of its line, or does so elsewhere.
    """
    known = {match["handle"].casefold() for match in _SAID.finditer(text)}
    if not known:
        return
    header: Sequence[str] = ()
    for place in group:
        block = place.block
        if block.kind is not BlockKind.TABLE_ROW:
            header = ()
            yield from _in_line(text, place, title, known)
        elif block.header:
            header = [one_line(cell.of(text)) for cell in block.cells]
        else:
            yield from _in_row(text, place, header, title, known)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<open>^|[(\[])\W*(?P<label>(?i:{role_label()}))\s*:\s*(?P<handles>{_HANDLES})\s*(?=$|[)\].])"
    )


def _in_line(text: str, place: Placed, title: str, known: set[str]) -> Iterator[Role]:
    span = place.block.span
    words = span.of(text)
    for match in _label().finditer(words):
        role = canonical_role(match["label"])
        body = _body_before(words[: match.start()], place) if match["open"] else heading_body(place.section, title)
        if role and body:
            yield from _roles(span, body, role, match["label"], match["handles"], place, known)


def _body_before(words: str, place: Placed) -> str | None:
    named = _NAMED.fullmatch(words)
    if named:
        return named["body"]
    first = _FIRST.match(words.lstrip("*_ -")) if place.block.kind is BlockKind.LIST_ITEM else None
    return first.group() if first else None


def _in_row(text: str, place: Placed, header: Sequence[str], title: str, known: set[str]) -> Iterator[Role]:
    cells = place.block.cells
    labels = {at: label for at, name in enumerate(header[: len(cells)]) if (label := read_label(name))}
    for at, label in labels.items():
        words = one_line(cells[at].of(text))
        body = next((one_line(cells[i].of(text)) for i in range(len(cells)) if i not in labels), "")
        if body and re.fullmatch(_HANDLES, words):
            yield from _roles(place.block.span, body, label.role, header[at], words, place, known)
    if not labels and len(cells) == _LABEL_AND_VALUE:
        written, words = (one_line(cell.of(text)) for cell in cells)
        own = read_label(written)
        if own and re.fullmatch(_HANDLES, words):
            body = own.body or heading_body(place.section, title)
            yield from _roles(place.block.span, body, own.role, written, words, place, known)


_LABEL_AND_VALUE = 2
"""The cells of a row that says one thing of what its heading names: "Owner(s) | @aroe, @bferri"."""


def _roles(
    span: Span, body: str, role: str, label: str, handles: str, place: Placed, known: set[str]
) -> Iterator[Role]:
    named = re.split(r"[,;]\s*(?:and\s+)?|\s+and\s+|\s*/\s*|\s+", handles)
    holders = [name for name in named if name and not names_nobody(name)]
    if any(name.startswith("@") or name.casefold() in known for name in holders):
        for name in holders:
            yield Role(span, body, role, label, name, None, None, place.section, page=place.block.page)
