"""PDF through LiteParse: blocks with their page and their place on it."""

import re
from collections.abc import Mapping

from liteparse import LayoutBlock, LayoutCell, LiteParse, ParsedPage, ParseError, ParseResult, ParseTimeoutError
from lxml import etree

from ctassist.errors import UnreadableFile
from ctassist.model.text import BlockKind, Box, Reading
from ctassist.reading.bullets import without_glyph
from ctassist.reading.characters import clean
from ctassist.reading.columns import is_headed
from ctassist.reading.draft import Draft, tidy
from ctassist.reading.page_numbers import counts_pages

MEDIA_TYPE = "application/pdf"
_KINDS = {
    "heading": BlockKind.HEADING,
    "list_item": BlockKind.LIST_ITEM,
    "paragraph": BlockKind.PARAGRAPH,
    "code": BlockKind.PARAGRAPH,
    "grid_fallback": BlockKind.PARAGRAPH,
}
_LONGEST_SECONDS = 120
# The share of a page's height, at its top and its bottom, where running heads and page numbers stand.
_EDGE = 0.08
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(data: bytes, name: str) -> Reading:
    """Reads a PDF that has a text layer.

    Raises:
        UnreadableFile: If it is encrypted, damaged, or made of pictures of pages.
    """
    result = _parse(data, name)
    draft = Draft()
    running: set[str] = set()
    for page in result.pages:
        for block in page.blocks or ():
            if not _is_repeated(block, page, running):
                _add(block, page, draft)
    if not len(draft):
        raise UnreadableFile(
            f"{name} is a scan: its pages are pictures without text, and reading pictures (OCR) is not available;"
            " run it through an OCR program first."
        )
    for error in result.page_errors:
        draft.warnings.append(f"Page {error.page_num} of {name} is damaged and was left out.")
    return draft.reading(MEDIA_TYPE, pages=result.total_pages or len(result.pages), metadata=_metadata(result))


def _parse(data: bytes, name: str) -> ParseResult:
    # In a process of its own (some 50 ms), so that a file which crashes or stalls the parser costs only itself.
    parser = LiteParse(
        ocr_enabled=False,
        quiet=True,
        extract_blocks=True,
        extract_document_metadata=True,
        extract_links=False,
        image_mode="off",
        continue_on_page_error=True,
        # The first running head may be all that names the issue; _is_repeated drops the others.
        keep_headers_footers=True,
        pool_size=1,
        parse_timeout=_LONGEST_SECONDS,
    )
    try:
        with parser:
            return parser.parse(data)
    except ParseTimeoutError:
        raise UnreadableFile(f"{name} took more than {_LONGEST_SECONDS} seconds to read; split it.") from None
    except ParseError as problem:
        if "password" in str(problem).lower():
            raise UnreadableFile(f"{name} is encrypted; save a copy without a password.") from None
        raise UnreadableFile(f"{name} is damaged or not a PDF ({problem}); download or export it again.") from None


def _is_repeated(block: LayoutBlock, page: ParsedPage, running: set[str]) -> bool:
    """Says whether a block is a page number, or a running head that an earlier page has already said."""
    area, text = block.bbox, block.text
    if not text or area is None or _EDGE * page.height < area.y < (1 - _EDGE) * page.height - area.height:
        return False
    if text in running or counts_pages(text, page.page_num):
        return True
    running.add(text)
    return False


def _add(block: LayoutBlock, page: ParsedPage, draft: Draft) -> None:
    if block.kind == "table":
        draft.gap()
        rows = [*([block.header] if block.header else ()), *(block.rows or ())]
        headed = bool(block.header) or is_headed([[cell.text for cell in row] for row in rows])
        for number, row in enumerate(rows):
            _add_row(row, headed and number == 0, page, draft)
        return
    kind = _KINDS.get(block.kind)
    if kind is None:
        return
    text = clean("\n".join(block.lines) if block.lines else " ".join((block.text or "").split("\n")))
    text = without_glyph(tidy(text))
    if kind is BlockKind.LIST_ITEM and block.ordered and block.marker:
        text = f"{block.marker} {text}"
    draft.add(kind, text, block.level or 1, page.page_num, _boxes(page, block))


def _add_row(cells: list[LayoutCell], header: bool, page: ParsedPage, draft: Draft) -> None:
    boxes = tuple(box for cell in cells for box in _boxes(page, cell))
    draft.row([clean(cell.text) for cell in cells], header, page.page_num, boxes)


def _boxes(page: ParsedPage, placed: LayoutBlock | LayoutCell) -> tuple[Box, ...]:
    area = placed.bbox
    if area is None:
        return ()
    return (Box(page.page_num, area.x, area.y, area.x + area.width, area.y + area.height),)


def _metadata(result: ParseResult) -> Mapping[str, str]:
    facts: dict[str, str] = {}
    properties = result.doc_meta
    if properties is None:
        return facts
    if created := _CREATED.match(properties.creation_date or ""):
        facts["created"] = "-".join(created.groups())
    if properties.xmp and (title := _xmp_title(properties.xmp)):
        facts["title"] = title
    return facts


def _xmp_title(packet: str) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(packet.encode(), parser)
    title = None if root is None else next(root.iter(_TITLE), None)
    return "" if title is None else tidy(clean(" ".join(title.itertext()))).replace("\n", " ")
