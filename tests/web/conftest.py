"""A real Chromium before a real service."""

import shutil
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, expect, sync_playwright
from tests.service.client import Server, served
from tests.service.gliders import make_gliders
from tests.web.archive import make_archive

from ctassist.service.chat import BUILT
from ctassist.settings import Settings

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
# The machine may be busy with other things.
PATIENCE = 60_000

Opened = Callable[..., Page]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_archive(tmp_path_factory.mktemp("ferries"))


@pytest.fixture(scope="session")
def server(archive: Settings) -> Iterator[Server]:
    with served(archive.index_dir) as running:
        yield running.ready()


@pytest.fixture(scope="session")
def gliders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Six issues in which chairs change and figures grow."""
    with served(make_gliders(tmp_path_factory.mktemp("gliders")).index_dir) as running:
        yield running.ready()


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """A browser for the tests beside this file alone: while Playwright runs, no other test can run an event loop."""
    assert BUILT.is_dir(), "The web chat is not built: run make install."
    program = shutil.which("chromium")
    assert program, "Chromium is not installed: run make install-test, which says how."
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opened]:
    """Opens pages, each as a new visitor; none may fail in a script or go against the policy of its content."""
    faults: list[str] = []
    pages: list[Page] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            faults.append(message.text)

    def refuse(dialog: Dialog) -> None:
        faults.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def open_page(url: str, **options: Any) -> Page:
        page = chromium.new_context(**{"locale": "en-GB", **options}).new_page()
        pages.append(page)
        page.set_default_timeout(PATIENCE)
        page.on("console", note)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", refuse)
        page.goto(url)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert not faults


@pytest.fixture
def port() -> int:
    """A port that is free now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
