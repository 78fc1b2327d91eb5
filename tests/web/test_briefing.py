"""Briefings, written beside the chat."""

import io
import re
from pathlib import Path

import docx
import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect
from tests.service.client import Server
from tests.web.acting import expect_under_highlights, violations
from tests.web.archive import LONG_LINE
from tests.web.conftest import Opened

SPRING = "#/briefing?from=2023-03&to=2023-04"


def briefing(page: Page) -> Locator:
    return page.get_by_role("article")


def saved(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_briefing_is_written_from_a_form_and_its_citations_open_their_source(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Briefing").click()
    expect(page.get_by_role("heading", name="Briefing")).to_be_focused()
    expect(page.get_by_text("Choose a time above.")).to_be_visible()
    page.get_by_label("From", exact=True).fill("2023-03")
    page.get_by_label("To", exact=True).fill("2023-04")
    expect(page.locator("datalist option[value=Belgium]")).to_have_count(1)
    page.get_by_label("Place").fill("Belgium")
    page.keyboard.press("Enter")
    expect(briefing(page)).to_contain_text("Briefing: Belgium, March to April 2023")
    expect(
        page.get_by_role("status").filter(has_text=re.compile(r"lines? · \d+ sources? · about \d+ words"))
    ).to_be_visible()
    assert page.url.endswith(f"{SPRING}&place=Belgium")
    line = briefing(page).get_by_role("listitem").filter(has_text="14 March 2023: Harbour Pilots Guild")
    expect(line).to_have_count(1)
    chip = line.get_by_role("link", name=re.compile("^Source"))
    chip.click()
    expect(page.locator(".highlight").first).to_be_in_viewport()
    expect_under_highlights(page, LONG_LINE)
    page.keyboard.press("Escape")
    expect(chip).to_be_focused()


def test_times_to_choose_from_are_those_that_are_indexed(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/#/briefing?from=2023-03&to=2023-08&entity=TI")
    expect(briefing(page).get_by_role("listitem").filter(has_text="TI measured the swell")).not_to_have_count(0)
    times = page.get_by_role("navigation", name="Times to choose from").get_by_role("link")
    expect(times).to_have_text(
        [
            re.compile("Latest issue: July – August 2023"),
            re.compile("Latest quarter: April – June 2023"),
            "The year 2023",
        ]
    )
    times.nth(1).click()
    expect(briefing(page)).to_contain_text("April to June 2023")
    expect(times.nth(1)).to_have_attribute("aria-current", "true")
    assert page.url.endswith("#/briefing?from=2023-04&to=2023-06&entity=TI")
    other = opened(page.url)
    expect(other.get_by_label("Organisation or person")).to_have_value("TI")
    expect(briefing(other)).to_have_text(briefing(page).inner_text().replace("\n", " "), use_inner_text=True)


def test_a_briefing_is_kept_as_both_kinds_of_file_and_copied(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/{SPRING}", permissions=["clipboard-read", "clipboard-write"])
    name, written = saved(page, "Markdown")
    assert name == "briefing_2023-03-01_2023-04-30.md"
    assert written.decode("utf-8").startswith("# Briefing: March to April 2023\n")
    assert "HPG inspected the landing stages of Kiel, Germany (5 Apr)" in written.decode("utf-8")
    name, content = saved(page, "Word")
    assert name == "briefing_2023-03-01_2023-04-30.docx"
    told = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    assert "HPG inspected the landing stages of Kiel, Germany (5 Apr)" in told
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.get_by_text("Copied with its sources")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == written.decode("utf-8")


def test_on_paper_there_is_the_briefing_alone_black_on_white(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/{SPRING}", color_scheme="dark")
    expect(briefing(page)).to_be_visible()
    briefing(page).get_by_role("link", name=re.compile("^Source")).first.click()
    expect(page.get_by_role("complementary", name="Source")).to_be_visible()
    page.emulate_media(media="print")
    for hidden in ("complementary", "navigation", "button", "search"):
        expect(page.get_by_role(hidden)).to_have_count(0)
    colours = briefing(page).evaluate(
        "article => [getComputedStyle(article).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    words = "".join(sheet.get_textpage().get_text_range() for sheet in paper)
    paper.close()
    assert words.split()[:3] == ["1", "Briefing:", "March"]
    assert "".join(LONG_LINE.split()) in "".join(words.split())
    assert words.count("HPG inspected the landing stages") == 2
    assert not any(other in words for other in ("New conversation", "sources ·", "Latest issue"))


def test_nothing_found_says_what_was_searched_and_wrong_days_what_is_wrong(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/#/briefing?from=1999&to=2001")
    expect(briefing(page)).to_contain_text("3 documents, March to August 2023")
    expect(page.get_by_text("Nothing was found for this.")).to_be_visible()
    expect(page.get_by_role("button", name="Word")).to_have_count(0)
    page.goto(f"{server.url}/#/briefing?from=2023-05&to=2023-04")
    expect(page.get_by_role("alert")).to_contain_text("from lies after to; swap them.")
    expect(briefing(page)).to_have_count(0)


def test_a_briefing_comes_by_itself_when_the_service_is_back(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    for path in ("**/v1/briefs", "**/readyz"):
        page.route(path, lambda route: route.abort())
    page.goto(f"{server.url}/{SPRING}")
    expect(page.get_by_role("alert")).to_contain_text("It will come as soon as the service is back.")
    for path in ("**/v1/briefs", "**/readyz"):
        page.unroute(path)
    expect(briefing(page)).to_contain_text("HPG inspected the landing stages")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_phone_shows_it_in_french_and_nothing_is_wider_than_the_page(server: Server, opened: Opened) -> None:
    phone = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True, "locale": "fr-FR"}
    page = opened(f"{server.url}/{SPRING}", **phone)
    expect(briefing(page)).to_contain_text("mars – avril 2023")
    expect(page.get_by_role("button", name="Imprimer")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_wrong(server: Server, opened: Opened, colours: str) -> None:
    page = opened(f"{server.url}/{SPRING}", color_scheme=colours)
    expect(briefing(page)).to_be_visible()
    expect(page.get_by_role("link", name="The year 2023")).to_be_visible()
    assert not violations(page)
