"""Plain text, often torn from a laid-out page: lines made into headings, items, rows and paragraphs."""

from ctassist.model.text import Reading
from ctassist.reading import markdown
from ctassist.reading.bullets import with_arrows
from ctassist.reading.characters import clean, decode
from ctassist.reading.draft import Draft
from ctassist.reading.gutters import without_gutters
from ctassist.reading.interleaved import column_by_column
from ctassist.reading.leaders import without_leaders
from ctassist.reading.lines import Unit, units_of
from ctassist.reading.markup import looks_like_markdown, without_markup
from ctassist.reading.name_by_name import name_by_name
from ctassist.reading.outline import outline
from ctassist.reading.page_numbers import without_page_numbers
from ctassist.reading.running_heads import pages_between_heads, without_numbered_feet, without_running_heads
from ctassist.reading.side_by_side import one_below_the_other
from ctassist.reading.split_words import mended, vocabulary

MEDIA_TYPE = "text/plain"


def read(data: bytes, name: str) -> Reading:
    """Reads a text file; one that is plainly Markdown is read as Markdown."""
    decoded = decode(data, name)
    if looks_like_markdown(decoded.text):
        return markdown.read_text(decoded.text, decoded.warnings)
    return read_text(decoded.text, decoded.warnings)


def read_text(source: str, warnings: tuple[str, ...] = ()) -> Reading:
    """Reads plain text; form feeds, if there are any, count its pages."""
    pages = [page.split("\n") for page in clean(without_markup(source)).rstrip("\f\n ").split("\f")]
    pages = pages if len(pages) > 1 else pages_between_heads(pages[0])
    paged = len(pages) > 1
    units: list[Unit] = []
    pages = pages if paged else [without_numbered_feet(pages[0])]
    pages = with_arrows(without_gutters(without_running_heads(without_page_numbers(pages))))
    pages = one_below_the_other(pages)
    pages = name_by_name(column_by_column([without_leaders(lines) for lines in pages]))
    words = vocabulary(line for lines in pages for line in lines)
    for number, lines in enumerate(pages, start=1):
        units += units_of(mended(lines, words), number if paged else None)
    draft = Draft()
    for unit in outline(units):
        _write(unit, draft)
    return draft.reading(MEDIA_TYPE, pages=len(pages) if paged else None, warnings=warnings)


def _write(unit: Unit, draft: Draft) -> None:
    if unit.table is None:
        draft.add(unit.kind, unit.text, unit.level, unit.page, joined=unit.joined)
        return
    draft.gap()
    for number, cells in enumerate(unit.table.rows):
        draft.row(cells, header=unit.table.headed and number == 0, page=unit.page)
    draft.gap()
