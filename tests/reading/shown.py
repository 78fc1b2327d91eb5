"""How tests look at a reading: every block as one short line."""

from collections.abc import Sequence
from itertools import pairwise

from ctassist.model.text import BlockKind, Reading, Span

_SIGNS = {
    BlockKind.HEADING: "#",
    BlockKind.LIST_ITEM: "-",
    BlockKind.TABLE_ROW: "|",
    BlockKind.QUOTE: ">",
    BlockKind.PARAGRAPH: "",
}


def shown(reading: Reading) -> list[str]:
    """Returns headings as ``## words``, nested items as ``-- words``, header rows as ``|! words``."""
    lines = []
    for block in reading.blocks:
        sign = _SIGNS[block.kind] * block.level + ("!" if block.header else "")
        lines.append(f"{sign} {block.span.of(reading.text)}".strip())
    return lines


def cells(reading: Reading) -> list[list[str]]:
    """Returns the cells of all table rows."""
    return [[cell.of(reading.text) for cell in block.cells] for block in reading.blocks if block.cells]


def assert_sound(reading: Reading) -> None:
    """Fails unless blocks are trimmed spans of the text, in order, apart, and cells lie within their rows."""
    at = 0
    for block in reading.blocks:
        words = block.span.of(reading.text)
        assert words
        assert words == words.strip()
        assert at <= block.span.start
        assert not reading.text[at : block.span.start].strip()
        at = block.span.end
        inside = block.span.start
        for cell in block.cells:
            assert inside <= cell.start <= cell.end <= block.span.end
            inside = cell.end
            assert cell.of(reading.text) == cell.of(reading.text).strip()
    assert not reading.text[at:].strip()
    _assert_in_order([word.span for word in reading.words], reading.text)
    _assert_in_order([link.span for link in reading.links], reading.text)
    assert all(link.address.startswith(("http://", "https://", "mailto:")) for link in reading.links)


def _assert_in_order(spans: Sequence[Span], text: str) -> None:
    """Fails unless spans follow one another, and each begins and ends with something to see."""
    for span, after in pairwise([*spans, Span(len(text), len(text))]):
        assert span.end <= after.start
        words = span.of(text)
        assert words
        assert words == words.strip()
