"""How tests look at a reading: every block as one short line."""

from ctassist.model.text import BlockKind, Reading

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
