"""The panel that shows where an answer comes from."""

import re

import pytest
from playwright.sync_api import expect
from tests.service.client import Server
from tests.web.acting import ask, expect_under_highlights
from tests.web.archive import LONG_LINE
from tests.web.conftest import Opened


def test_the_highlight_lies_over_the_cited_words_of_the_pdf_and_no_others(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "What happened in March 2023?")
    line = answer.locator("li").filter(has_text="reading currents")
    line.locator(".chip").click()
    expect(page.locator(".highlight").first).to_be_in_viewport()
    expect_under_highlights(page, LONG_LINE)
    drawn = page.evaluate(
        """() => { const canvas = document.querySelector('.sheet canvas');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return data.some((value, at) => at % 4 === 0 && value < 100); }"""
    )
    assert drawn


def test_a_citation_of_a_later_page_opens_that_page_and_others_can_be_turned_to(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "Who chaired the working group on night crossings in April 2023?")
    answer.locator(".chip").first.click()
    panel = page.get_by_role("complementary", name="Source")
    expect(panel).to_contain_text("Page 2 of 2")
    expect(page.locator(".letters")).to_contain_text("Night Crossings")
    quote = panel.get_by_role("blockquote").inner_text()
    assert "Chair: HPG" in quote
    expect_under_highlights(page, quote)
    panel.get_by_role("button", name="Previous page").click()
    expect(page.locator(".letters")).to_contain_text("tide tables")
    expect(page.locator(".highlight")).to_have_count(0)


def test_in_text_the_span_is_marked_also_behind_letters_of_two_units(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "How many focal points are there?")
    answer.get_by_role("link", name=re.compile("^Source 1")).click()
    expect(page.locator(".source mark")).to_have_text("57 focal points")
    expect(page.locator(".source mark")).to_be_in_viewport()


def test_the_panel_goes_from_source_to_source_and_gives_the_focus_back(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "What happened in March 2023?")
    chip = answer.locator(".chip").first
    chip.click()
    panel = page.get_by_role("complementary", name="Source")
    expect(panel).to_contain_text("Source 1 of 2")
    expect(panel.get_by_role("button", name="Previous source")).to_be_disabled()
    panel.get_by_role("button", name="Next source").click()
    expect(panel).to_contain_text("Source 2 of 2")
    file = panel.get_by_role("link", name="Open the original").get_attribute("href")
    assert server.http.get(str(file)).headers["content-type"] == "application/pdf"
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(chip).to_be_focused()


@pytest.mark.parametrize("missing", ["**/assets/PdfSource*", "**/v1/documents/*/file"])
def test_where_a_pdf_cannot_be_drawn_its_text_is_shown_with_the_span_marked(
    server: Server, opened: Opened, missing: str
) -> None:
    page = opened(server.url)
    page.route(missing, lambda route: route.abort())
    answer = ask(page, "What happened in March 2023?")
    answer.locator("li").filter(has_text="reading currents").locator(".chip").click()
    expect(page.locator(".source .fault")).to_contain_text("The page cannot be shown")
    expect(page.locator(".source mark")).to_be_in_viewport()
    assert "".join(page.locator(".source mark").inner_text().split()) == "".join(LONG_LINE.split())
