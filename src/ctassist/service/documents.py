"""The documents of the archive: their records, their canonical text and their files."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi import Path as PathParameter
from fastapi.responses import FileResponse, JSONResponse, Response

from ctassist.answering.rendering import placed
from ctassist.errors import NotFound, UsageError
from ctassist.extraction.period import say
from ctassist.model.archive import Document
from ctassist.model.caller import Caller
from ctassist.model.contract import Json, boxes_json, links_json
from ctassist.model.text import Link, Span
from ctassist.service.auth import CallerHere
from ctassist.service.engine import Engine, EngineHere
from ctassist.service.paging import Key, page
from ctassist.service.render import document_json, period_json
from ctassist.service.replies import DocumentReply, DocumentsReply, LinksReply, SpanReply

# Types that a browser shows without running anything in them; all others are offered for download.
SHOWN = frozenset({"application/pdf", "text/plain"})

Limit = Annotated[int, Query(ge=1, le=1000, description="how many at most")]
Offset = Annotated[int, Query(ge=0, le=2**31 - 1, description="in code points of the canonical text")]
Cursor = Annotated[str | None, Query(max_length=2000, description="`next` of the page before")]
Words = Annotated[str, Query(max_length=300, description="words that all stand in what the record says of itself")]
Warned = Annotated[bool, Query(description="only documents that have warnings")]

PageNumber = Annotated[int, PathParameter(ge=1, le=100_000, description="from 1")]
Width = Annotated[int, Query(ge=50, le=2400, description="in pixels; a very high page comes narrower")]

router = APIRouter(prefix="/v1/documents", tags=["documents"])


@router.get("", operation_id="list_documents", summary="List documents", response_model=DocumentsReply)
async def documents(
    caller: CallerHere,
    engine: EngineHere,
    limit: Limit = 100,
    cursor: Cursor = None,
    q: Words = "",
    warned: Warned = False,
) -> Response:
    """Lists the documents, the latest period first.

    `q` is looked for in title, file name, series, number, version, language, period and warnings.
    """
    return await engine.run(lambda: JSONResponse(listed(engine, caller, limit, cursor, q, warned=warned)))


@router.get("/{document_id}", operation_id="get_document", summary="One document", response_model=DocumentReply)
async def document(document_id: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Returns the record of one document."""
    record, _ = await engine.run(lambda: read(engine, caller, document_id))
    return JSONResponse(document_json(record))


@router.get(
    "/{document_id}/text",
    operation_id="get_document_text",
    summary="Canonical text",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def text(document_id: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Returns the text that offsets count in, in Unicode code points, exactly as it was read."""
    _, words = await engine.run(lambda: read(engine, caller, document_id))
    return Response(words.encode("utf-8"), media_type="text/plain; charset=utf-8")


@router.get("/{document_id}/links", operation_id="list_document_links", summary="Links", response_model=LinksReply)
async def links(
    document_id: str, caller: CallerHere, engine: EngineHere, limit: Limit = 100, cursor: Cursor = None
) -> Response:
    """Lists where words of the document lead, in the order of its text."""

    def work() -> Response:
        with engine.archive.view(caller) as view:
            everything = view.links(document_id)
        shown, following = page(everything, link_key, limit, cursor)
        return JSONResponse({"links": links_json(shown), "total": len(everything), "next": following})

    return await engine.run(work)


@router.get("/{document_id}/span", operation_id="get_document_span", summary="A span", response_model=SpanReply)
async def span(document_id: str, start: Offset, end: Offset, caller: CallerHere, engine: EngineHere) -> Response:
    """Returns where the words from ``start`` to ``end`` stand on the pages, as a citation of an answer says it."""
    if end <= start:
        raise UsageError("end does not lie after start.")

    def work() -> Response:
        with engine.archive.view(caller) as view:
            where = placed(view, view.document(document_id), Span(start, end))
        told = {"boxes": boxes_json(where.boxes), "links": links_json(where.links)}
        return JSONResponse(told | {"ocr_confidence": where.ocr_confidence})

    return await engine.run(work)


@router.get(
    "/{document_id}/file",
    operation_id="get_document_file",
    summary="Original file",
    response_class=FileResponse,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
)
async def file(document_id: str, caller: CallerHere, engine: EngineHere) -> Response:
    """Returns the file as it was ingested."""

    def work() -> Response:
        with engine.archive.view(caller) as view:
            path, record = view.file(document_id)
        if not path.is_file():
            raise _gone(record)
        name = record.name.encode("utf-8", "replace").decode()
        media_type, disposition = record.media_type.partition(";")[0].strip(), "attachment"
        if media_type in SHOWN:
            disposition = "inline"
        response = FileResponse(path, media_type=media_type, filename=name, content_disposition_type=disposition)
        if media_type != "application/pdf":
            response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response

    return await engine.run(work)


@router.get(
    "/{document_id}/pages/{number}.png",
    operation_id="get_document_page",
    summary="A page as a picture",
    response_class=Response,
    responses={200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}},
)
async def page_picture(
    document_id: str, number: PageNumber, caller: CallerHere, engine: EngineHere, width: Width = 1000
) -> Response:
    """Draws one page of a PDF, counted from 1."""

    def work() -> Response:
        with engine.archive.view(caller) as view:
            path, record = view.file(document_id)
        if record.media_type != "application/pdf":
            raise NotFound(f"{record.name!r} has no pages to draw: only a PDF has.")
        if not path.is_file():
            raise _gone(record)
        # A document is named by its content: its pages never change.
        headers = {"Cache-Control": "private, max-age=86400, immutable"}
        return Response(engine.pictures.draw(path, number, width), media_type="image/png", headers=headers)

    return await engine.run(work)


def _gone(record: Document) -> NotFound:
    return NotFound(f"The original file of {record.name!r} is not there any more; its text is.")


def listed(
    engine: Engine, caller: Caller, limit: int, cursor: str | None, q: str = "", *, warned: bool = False
) -> Json:
    """Returns one page of documents that hold all words of ``q``, how many there are, and the next page's cursor."""
    with engine.archive.view(caller) as view:
        held = view.documents()
    everything = [document for document in held if (document.warnings or not warned) and has_words(document, q)]
    shown, following = page(everything, document_key, limit, cursor, latest_first=True)
    return {"documents": [document_json(document) for document in shown], "total": len(everything), "next": following}


def read(engine: Engine, caller: Caller, document_id: str) -> tuple[Document, str]:
    """Returns a document and its canonical text. Raises NotFound when there is none for this caller."""
    with engine.archive.view(caller) as view:
        return view.document(document_id), view.text(document_id)


def has_words(document: Document, sought: str) -> bool:
    """Tells whether all words that are sought stand in a document's record, with its period in words and in figures."""
    own = (document.title, document.name, document.series, document.number, document.version, document.language)
    period = document.period
    when = (say(period), *(period_json(period) or {}).values()) if period else ()
    told = "\n".join(part for part in (*own, *when, *document.warnings) if part).casefold()
    return all(word in told for word in sought.casefold().split())


def link_key(link: Link) -> Key:
    """Orders links by where their words stand."""
    return (link.span.start, link.span.end, link.address)


def document_key(document: Document) -> Key:
    """Orders documents by their period, or by their day of publication where they have none."""
    day = document.period.end if document.period else document.published
    return (day.isoformat() if day else "", document.title, document.id)
