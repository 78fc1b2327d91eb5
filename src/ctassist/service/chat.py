"""The web chat as it was built: its page, and the files that the page loads."""

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse, PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Scope

from ctassist.service.pages import WEB

BUILT = WEB / "dist"
NOT_BUILT = "The web chat has not been built in this checkout: run make install, then load this page again.\n"
# Each build names its files anew, so that what a browser has it may keep. The worker that draws PDFs compiles decoders
# of pictures, which a script of the page may not.
ASSET_HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
}

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home() -> Response:
    """Shows the web chat, or says how it is built."""
    page = BUILT / "index.html"
    if not page.is_file():
        return PlainTextResponse(NOT_BUILT)
    return FileResponse(page, media_type="text/html; charset=utf-8")


class Assets(StaticFiles):
    """Files whose names tell their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Returns a file that a browser may keep."""
        response = await super().get_response(path, scope)
        response.headers.update(ASSET_HEADERS)
        return response


def install(app: FastAPI) -> None:
    """Makes ``app`` serve what the page loads, compressed; nothing where the page is not built."""
    if BUILT.is_dir():
        app.mount("/assets", GZipMiddleware(Assets(directory=BUILT / "assets")), name="assets")
        app.mount("/pdf", StaticFiles(directory=BUILT / "pdf"), name="pdf")
