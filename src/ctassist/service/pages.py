"""The pages that need no script (a document with its cited words, the reference of the interface), and signing in."""

import html
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from pydantic import BaseModel, Field

from ctassist.model.archive import Document
from ctassist.service.auth import COOKIE, CallerHere, caller_of
from ctassist.service.documents import read
from ctassist.service.engine import EngineHere
from ctassist.service.reference import reference_page
from ctassist.service.render import period_json, recognition_words, version_words
from ctassist.settings import Settings

WEB = Path(str(files("ctassist") / "web"))

Offset = Annotated[int | None, Query(ge=0)]

router = APIRouter(include_in_schema=False)


@router.get("/favicon.ico")
async def icon() -> Response:
    """Shows the icon where a browser looks for it unasked."""
    return FileResponse(WEB / "static" / "icon.svg", media_type="image/svg+xml")


class SignIn(BaseModel):
    """The key that a person types into the page."""

    key: Annotated[str, Field(pattern=r"^[!-~]+$", max_length=500)]


@router.post("/session")
async def sign_in(request: Request, body: SignIn) -> Response:
    """Keeps a valid key in a cookie that scripts and other sites cannot use, and returns to the page."""
    settings: Settings = request.app.state.settings
    if settings.keys:
        caller_of(body.key, settings.keys)
    response = Response(status_code=204)
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, body.key, httponly=True, samesite="strict", secure=secure)
    return response


@router.get("/docs")
async def reference(request: Request) -> Response:
    """Shows the reference of the HTTP interface."""
    return HTMLResponse(reference_page(request.app.openapi()))


@router.get("/documents/{document_id}")
async def document(
    document_id: str, caller: CallerHere, engine: EngineHere, start: Offset = None, end: Offset = None
) -> Response:
    """Shows a document's text with the cited words marked."""
    record, text = await engine.run(lambda: read(engine, caller, document_id))
    return HTMLResponse(document_page(record, text, start, end))


def document_page(document: Document, text: str, start: int | None, end: int | None) -> str:
    """Returns the page of a document; ``start`` and ``end`` are the code points to mark."""
    if start is None or end is None or not start < end <= len(text):
        body = html.escape(text)
    else:
        before, marked, after = (html.escape(part) for part in (text[:start], text[start:end], text[end:]))
        body = f'{before}<mark id="mark" tabindex="-1">{marked}</mark>{after}'
    period = period_json(document.period)
    return _template("document.html").substitute(
        id=html.escape(document.id),
        title=html.escape(document.title),
        name=html.escape(document.name),
        period=html.escape(" to ".join(dict.fromkeys(period.values()))) if period else "no period",
        ocr=f" · {told}" if (told := recognition_words(document.recognition, document.pages)) else "",
        versions="".join(f'<p class="quiet">{html.escape(told)}</p>\n' for told in version_words(document)),
        language=html.escape(document.language or ""),
        text=body,
    )


@cache
def _template(name: str) -> Template:
    return Template((WEB / name).read_text("utf-8"))
