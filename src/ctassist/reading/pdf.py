"""PDF through LiteParse: words with their place on the page, put in order by `layout`."""

import re
from collections.abc import Iterator, Mapping

from liteparse import LiteParse, ParseError, ParseResult, ParseTimeoutError
from lxml import etree

from ctassist.errors import UnreadableFile
from ctassist.model.text import BlockKind, Box, Reading
from ctassist.reading.draft import Draft, in_one_line
from ctassist.reading.layout.blocks import Piece
from ctassist.reading.layout.reading import pieces_in
from ctassist.reading.layout.sheets import sheets_of
from ctassist.reading.ocr.scans import FEW_LETTERS, NO_SCANS, Scan, Scans, letters_in
from ctassist.reading.ocr.tesseract import ABSENT, Tesseract

MEDIA_TYPE = "application/pdf"
_LONGEST_SECONDS = 120
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(data: bytes, name: str, tesseract: Tesseract = ABSENT) -> Reading:
    """Reads a PDF; its pages that are pictures of text are read with Tesseract, or named in a warning.

    Raises:
        UnreadableFile: If it is encrypted or damaged.
    """
    result = _parse(data, name)
    scans = _scans(data, result, tesseract)
    draft = Draft()
    for piece in pieces_in(sheets_of(scans.pages.get(page.page_num, page) for page in result.pages)):
        _add(piece, draft, scans.read.get(piece.page))
    for error in result.page_errors:
        draft.warnings.append(f"Page {error.page_num} of {name} is damaged and was left out.")
    draft.warnings += _unread(scans, name, tesseract)
    pages = result.total_pages or len(result.pages)
    return draft.reading(MEDIA_TYPE, pages, _metadata(result), recognition=scans.recognition(tesseract))


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


def _parse(data: bytes, name: str) -> ParseResult:
    # In a process of its own (some 50 ms), so that a file which crashes or stalls the parser costs only itself.
    parser = LiteParse(
        ocr_enabled=False,
        quiet=True,
        emit_word_boxes=True,
        extract_text_metadata=True,
        extract_vector_graphics=True,
        extract_document_metadata=True,
        extract_links=False,
        image_mode="off",
        continue_on_page_error=True,
        # The first running head may be all that names the issue; `layout.margins` drops the others.
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


def _add(piece: Piece, draft: Draft, scan: Scan | None = None) -> None:
    areas = piece.areas if scan is None else [place for area in piece.areas for place in scan.placement.back(area)]
    boxes = tuple(Box(piece.page, area.x0, area.y0, area.x1, area.y1) for area in areas)
    sure = None if scan is None else scan.confidence(piece.areas)
    if piece.kind is BlockKind.TABLE_ROW:
        if piece.header:
            draft.gap()
        draft.row(piece.cells, piece.header, piece.page, boxes, confidence=sure)
    else:
        draft.add(piece.kind, piece.text, piece.level, piece.page, boxes, joined=piece.joined, confidence=sure)


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
