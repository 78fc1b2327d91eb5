"""Pictures of every view of the web chat: ``python -m tests.web.screenshots [FOLDER]``, as ``make screenshots`` does.

The same sources give the same pictures: the archive is invented, windows have a fixed size, and nothing shows a clock.
"""

import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright
from tests.service.client import Server, served
from tests.web.acting import ask
from tests.web.conftest import FLAGS, PATIENCE
from tests.web.showcase import make_showcase

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
WIDE = ViewportSize(width=1280, height=840)
NARROW = ViewportSize(width=360, height=740)
LOOKS: dict[str, tuple[ViewportSize, str]] = {
    "light": (WIDE, "light"),
    "dark": (WIDE, "dark"),
    "phone": (NARROW, "light"),
}
QUALITY = 82
# What each view is asked to show; one that is not named here is shown as it opens.
QUERIES = {
    "timeline": "from=2023-09&to=2023-10",
    "figures": "label=Focal+points",
    "briefing": "from=2024-01&to=2024-02",
}


def chat(page: Page) -> None:
    """An answer with a source beside it; on a phone the source would hide the answer."""
    answer = ask(page, "What happened in February 2024?")
    if page.viewport_size == WIDE:
        answer.locator(".chip").nth(2).click()
        expect(page.locator(".highlight").first).to_be_in_viewport()
        expect(page.locator(".letters")).to_contain_text("Harbour")
        page.mouse.move(0, 0)


def view(name: str) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        page.evaluate("hash => { location.hash = hash; }", f"/{name}?{QUERIES.get(name, '')}")
        expect(page.locator(".view[aria-busy=false]")).to_be_visible()
        page.wait_for_load_state("networkidle")
        # First pages are fetched when they are nearly seen.
        page.evaluate(
            """() => Promise.all([...document.querySelectorAll('img.first-page')]
              .filter((picture) => picture.getBoundingClientRect().top < innerHeight)
              .map((picture) => picture.decode()))"""
        )

    return show


def scenes(page: Page) -> dict[str, Callable[[Page], None]]:
    """The chat and all views that the page has, by name."""
    links = page.locator("nav.views a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    names = [str(link).removeprefix("#/") for link in links]
    return {"chat": chat} | {name: view(name) for name in names if name}


@contextmanager
def opened(browser: Browser, url: str, look: str) -> Iterator[Page]:
    size, colours = LOOKS[look]
    context = browser.new_context(
        viewport=size,
        color_scheme="dark" if colours == "dark" else "light",
        device_scale_factor=2 if size == NARROW else 1,
        locale="en-GB",
        timezone_id="UTC",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    expect(page.get_by_role("list", name="Example questions")).to_be_visible()
    yield page
    context.close()


def forget_conversations(server: Server) -> None:
    for known in server.http.get("/v1/conversations").json()["conversations"]:
        server.http.delete(f"/v1/conversations/{known['conversation_id']}")


def photograph(server: Server, folder: Path) -> None:
    """Writes a picture of each view in each look to ``folder``."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for look in LOOKS:
            forget_conversations(server)
            with opened(browser, server.url, look) as page:
                for name, show in scenes(page).items():
                    show(page)
                    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
                    picture.convert("RGB").save(folder / f"{name}-{look}.webp", quality=QUALITY, method=6)
        browser.close()


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, served(make_showcase(Path(scratch)).index_dir) as server:
        photograph(server.ready(), folder)


if __name__ == "__main__":
    main()
