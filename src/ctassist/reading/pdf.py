"""PDF through LiteParse: words with their place on the page, put in order by `layout`."""

import re
from collections.abc import Mapping
from dataclasses import replace

from liteparse import LiteParse, ParseError, ParseResult
from lxml import etree

from ctassist.errors import UnreadableFile
from ctassist.model.text import BlockKind, Box, Reading, Span, Word
from ctassist.reading.draft import Draft, in_one_line
from ctassist.reading.layout.blocks import Piece
from ctassist.reading.layout.drawn import placed
from ctassist.reading.layout.reading import pieces_in
from ctassist.reading.layout.sheets import sheets_of
from ctassist.reading.pdf_links import links_on

MEDIA_TYPE = "application/pdf"
_MOST_PAGES = 5_000
_SIGNATURE, _LATEST_START = b"%PDF-", 1024
"""How a PDF starts; programs for PDFs pass over so many bytes before it, which mail or a server may have left there."""
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(data: bytes, name: str) -> Reading:
    """Reads a PDF that has a text layer.

    Raises:
        UnreadableFile: If it is encrypted, damaged, made of pictures of pages, or has more than 5,000 pages.
    """
    result = _parse(data, name)
    if result.total_pages > _MOST_PAGES:
        raise UnreadableFile(
            f"{name} has {result.total_pages:,} pages, more than the {_MOST_PAGES:,} read of one; split it."
        )
    draft = Draft()
    for piece in pieces_in(sheets_of(result.pages)):
        _add(piece, draft)
    if not len(draft):
        raise UnreadableFile(
            f"{name} is a scan: its pages are pictures without text, and reading pictures (OCR) is not available;"
            " run it through an OCR program first."
        )
    for error in result.page_errors:
        draft.warnings.append(f"Page {error.page_num} of {name} is damaged and was left out.")
    draft.warnings += _without_text(result, name)
    reading = draft.reading(MEDIA_TYPE, pages=result.total_pages or len(result.pages), metadata=_metadata(result))
    return replace(reading, links=tuple(links_on(result.pages, reading)))


def _without_text(result: ParseResult, name: str) -> list[str]:
    """Says which pages have no words at all, as scanned pages among others have."""
    empty = [str(page.page_num) for page in result.pages if not any(item.text.strip() for item in page.text_items)]
    if not empty:
        return []
    pages = f"Page {empty[0]} of {name} has" if len(empty) == 1 else f"Pages {', '.join(empty)} of {name} have"
    return [f"{pages} no text: if it is a scan, run it through an OCR program first."]


def _parse(data: bytes, name: str) -> ParseResult:
    # In this process: an ingest reads each file in a worker, which a file may crash or stall without harm to others.
    parser = LiteParse(
        ocr_enabled=False,
        quiet=True,
        emit_word_boxes=True,
        extract_text_metadata=True,
        extract_vector_graphics=True,
        extract_document_metadata=True,
        extract_annotations=True,
        extract_links=False,
        image_mode="off",
        continue_on_page_error=True,
        # The first running head may be all that names the issue; `layout.margins` drops the others.
        keep_headers_footers=True,
        max_pages=_MOST_PAGES,
    )
    start = data.find(_SIGNATURE, 0, _LATEST_START + len(_SIGNATURE))
    if start < 0:
        # LiteParse would look for a program that makes a PDF of it.
        raise UnreadableFile(f"{name} is damaged or not a PDF (it does not start as one); download or export it again.")
    try:
        return parser.parse(data[start:])
    except ParseError as problem:
        if "password" in str(problem).lower():
            raise UnreadableFile(f"{name} is encrypted; save a copy without a password.") from None
        raise UnreadableFile(f"{name} is damaged or not a PDF ({problem}); download or export it again.") from None


def _add(piece: Piece, draft: Draft) -> None:
    known = len(draft)
    boxes = tuple(Box(piece.page, area.x0, area.y0, area.x1, area.y1) for area in piece.areas)
    if piece.kind is BlockKind.TABLE_ROW:
        if piece.header:
            draft.gap()
        draft.row(piece.cells, piece.header, piece.page, boxes)
    else:
        draft.add(piece.kind, piece.text, piece.level, piece.page, boxes, joined=piece.joined)
    if len(draft) > known:
        span, text = draft.last
        for letters, area in placed(piece.words, text):
            place = Span(span.start + letters.start, span.start + letters.end)
            draft.words.append(Word(place, Box(piece.page, area.x0, area.y0, area.x1, area.y1)))


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
    return "" if title is None else in_one_line(" ".join(title.itertext()))
