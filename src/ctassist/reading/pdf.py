"""PDF through LiteParse: words with their place on the page, put in order by `layout`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from liteparse import LiteParse, ParseError, ParseResult
from lxml import etree

from ctassist.errors import UnreadableFile
from ctassist.model.text import BlockKind, Box, Reading, Span, Word
from ctassist.reading.draft import Draft, in_one_line
from ctassist.reading.layout.areas import Area
from ctassist.reading.layout.blocks import Piece
from ctassist.reading.layout.drawn import placed
from ctassist.reading.layout.reading import pieces_in
from ctassist.reading.layout.sheets import sheets_of
from ctassist.reading.ocr.scans import FEW_LETTERS, NO_SCANS, Scan, Scans, letters_in
from ctassist.reading.ocr.tesseract import ABSENT, Tesseract
from ctassist.reading.pdf_links import links_on

MEDIA_TYPE = "application/pdf"
_MOST_PAGES = 5_000
SIGNATURE, _LATEST_START = b"%PDF-", 1024
"""How a PDF starts; programs for PDFs pass over so many bytes before it, which mail or a server may have left there."""
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(data: bytes, name: str, tesseract: Tesseract = ABSENT) -> Reading:
    """Reads a PDF; its pages that are pictures of text are read with Tesseract, or named in a warning.

    Raises:
        UnreadableFile: If it is encrypted, damaged, or has more than 5,000 pages.
    """
    result = _parse(data, name)
    if result.total_pages > _MOST_PAGES:
        raise UnreadableFile(
            f"{name} has {result.total_pages:,} pages, more than the {_MOST_PAGES:,} read of one; split it."
        )
    scans = _scans(data, result, tesseract)
    draft = Draft()
    for piece in pieces_in(sheets_of(scans.pages.get(page.page_num, page) for page in result.pages)):
        _add(piece, draft, scans.read.get(piece.page))
    for error in result.page_errors:
        draft.warnings.append(f"Page {error.page_num} of {name} is damaged and was left out.")
    draft.warnings += _unread(scans, name, tesseract)
    pages = result.total_pages or len(result.pages)
    reading = draft.reading(MEDIA_TYPE, pages, _metadata(result), recognition=scans.recognition(tesseract))
    return replace(reading, links=tuple(links_on(result.pages, reading)))


def _scans(data: bytes, result: ParseResult, tesseract: Tesseract) -> Scans:
    few = [page for page in result.pages if letters_in(page.text_items) < FEW_LETTERS]
    if not few:
        return NO_SCANS
    # What reads pictures takes time and memory to load, and most documents need none of it.
    from ctassist.reading.ocr.pages import scans_in

    return scans_in(data, few, tesseract)


def _unread(scans: Scans, name: str, tesseract: Tesseract) -> Iterator[str]:
    """Says which pages are pictures that were not read, and what to do about it."""
    reasons: dict[str, list[int]] = {}
    for page, reason in scans.left.items():
        reasons.setdefault(reason, []).append(page)
    for reason, pages in reasons.items():
        numbers = ", ".join(map(str, pages))
        which = (
            f"Page {numbers} of {name} is a picture" if len(pages) == 1 else f"Pages {numbers} of {name} are pictures"
        )
        if reason:
            yield f"{which} that OCR did not read: {reason}."
        else:
            yield f"{which} of text that nobody read: {tesseract.advice}, and ingest again."


@cache
def _parser() -> LiteParse:
    # In this process: an ingest reads each file in a worker, which a file may crash or stall without harm to others.
    return LiteParse(
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


def _parse(data: bytes, name: str) -> ParseResult:
    start = data.find(SIGNATURE, 0, _LATEST_START + len(SIGNATURE))
    if start < 0:
        # LiteParse would look for a program that makes a PDF of it.
        raise UnreadableFile(f"{name} is damaged or not a PDF (it does not start as one); download or export it again.")
    try:
        return _parser().parse(data[start:])
    except ParseError as problem:
        if "password" in str(problem).lower():
            raise UnreadableFile(f"{name} is encrypted; save a copy without a password.") from None
        raise UnreadableFile(f"{name} is damaged or not a PDF ({problem}); download or export it again.") from None


def _add(piece: Piece, draft: Draft, scan: Scan | None = None) -> None:
    known = len(draft)
    sure = None if scan is None else scan.confidence(piece.areas)
    boxes = tuple(box for area in piece.areas for box in _boxes(area, piece.page, scan))
    if piece.kind is BlockKind.TABLE_ROW:
        if piece.header:
            draft.gap()
        draft.row(piece.cells, piece.header, piece.page, boxes, confidence=sure)
    else:
        draft.add(piece.kind, piece.text, piece.level, piece.page, boxes, joined=piece.joined, confidence=sure)
    if len(draft) > known:
        span, text = draft.last
        for letters, area in placed(piece.words, text):
            place = Span(span.start + letters.start, span.start + letters.end)
            draft.words += [Word(place, box) for box in _boxes(area, piece.page, scan)]


def _boxes(area: Area, page: int, scan: Scan | None) -> Iterator[Box]:
    """An area as it lies on its page: that of a scan may have been straightened."""
    for place in [area] if scan is None else scan.placement.back(area):
        yield Box(page, place.x0, place.y0, place.x1, place.y1)


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
