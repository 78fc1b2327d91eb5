"""The page under a path of a proxy that the service knows nothing of."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Request, expect
from tests.service.client import Server
from tests.web.acting import ask, expect_under_highlights
from tests.web.archive import LONG_LINE
from tests.web.conftest import Opened
from tests.web.proxy import behind

PREFIX = "/tools/ferries"


@pytest.fixture
def address(server: Server) -> Iterator[str]:
    with behind(server.url, PREFIX) as address:
        yield address


def test_all_that_the_page_asks_for_lies_under_its_path(address: str, opened: Opened) -> None:
    page = opened(f"{address}/")
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("blob:", "data:")):
            asked.append(urlsplit(request.url).path)

    page.on("request", note)
    page.reload()
    answer = ask(page, "What happened in March 2023?")
    answer.locator("li").filter(has_text="reading currents").locator(".chip").click()
    expect(page.locator(".highlight").first).to_be_in_viewport()
    expect_under_highlights(page, LONG_LINE)
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_text("7 activities", exact=True)).to_be_visible()
    with page.expect_download():
        page.get_by_role("link", name="Download as CSV").click()
    assert len(asked) > 10
    assert {path for path in asked if not path.startswith(f"{PREFIX}/")} == set()


def test_a_link_to_an_answer_and_one_to_its_words_lead_there(address: str, opened: Opened) -> None:
    page = opened(f"{address}/")
    answer = ask(page, "How many focal points are there?")
    answer.get_by_role("link", name=re.compile("^Source 1")).click()
    with page.context.expect_page() as text:
        page.get_by_role("link", name="Whole text").click()
    expect(text.value.locator("mark")).to_have_text("57 focal points")
    with text.value.expect_navigation():
        text.value.get_by_role("link", name="ctassist").click()
    expect(text.value.get_by_label("Your question")).to_be_visible()
    again = opened(page.url)
    expect(again.get_by_label("Your question")).to_be_visible()
    assert again.url.startswith(f"{address}/#/c/")
