"""The documents beside the chat."""

import re
from calendar import month_name
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.newsletters.browser import Browser
from tests.parsed import parse_here
from tests.service.client import Server, served
from tests.web.acting import violations
from tests.web.conftest import Opened

from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

# November and December 2021 are missing.
MONTHS = [f"{month} 2021" for month in month_name[1:11]]
LATEST = "January 2022"
DOUBT = "Its title page says August 2021 and its file's name April 2018: the title page is trusted."


def issue(period: str) -> str:
    return f"# Mooring Notes\n{period}\n\n## Works\n- The dock crew (DC) painted bollard {period} in Porto, Portugal\n"


def page_of(period: str) -> str:
    return f"""<!doctype html><html lang="en"><head><title>Mooring Notes</title></head><body style="background: #eee">
    <h1>Mooring Notes</h1><p>{period}</p><h2>Works</h2><ul><li>DC dredged the basin of Faro, Portugal (9 Jan)</li>
    <li>DC mended the crane of Vigo, Spain, with a rope that the sailing club had given it (12 Jan)</li></ul>
    </body></html>"""


@pytest.fixture(scope="module")
def moorings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Issues of which two are missing, one is misnamed and one is a PDF with a draft, and a page that is no issue."""
    folder = tmp_path_factory.mktemp("moorings")
    files: Path = folder / "files"
    files.mkdir()
    for number, period in enumerate(MONTHS):
        name = "notes_april_2018" if period == "August 2021" else f"notes-no-{number}"
        (files / f"{name}.md").write_text(issue(period), encoding="utf-8")
    printer = Browser()
    (files / "notes_final.pdf").write_bytes(printer.printed(page_of(LATEST)))
    (files / "notes_draft.pdf").write_bytes(printer.printed(page_of(LATEST).replace("9 Jan", "8 Jan")))
    printer.close()
    (files / "rules.txt").write_text("Rules of the quay\n\nSmoking is forbidden on the quay.\n", encoding="utf-8")
    ingest([files], Settings(index_dir=folder / "index"), parse=parse_here())
    with served(folder / "index") as running:
        yield running.ready()


def documents(page: Page) -> Locator:
    return page.locator(".document")


def status(page: Page, words: str) -> Locator:
    return page.get_by_role("status").filter(has_text=re.compile(f"^{words}$"))


def test_documents_stand_under_their_periodical_with_what_is_missing_and_what_looks_wrong(
    moorings: Server, opened: Opened
) -> None:
    page = opened(moorings.url)
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Documents").click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(status(page, "12 documents")).to_be_visible()
    expect(page.locator(".series")).to_have_count(2)
    expect(page.locator(".series").first).to_contain_text(
        "11 issues · January 2021 – January 2022 · 2 seem to be missing"
    )
    latest = documents(page).first
    expect(latest).to_contain_text("January 2022 · 1 page · English · PDF · final")
    expect(latest).to_contain_text("Stands in for an earlier version: notes_draft.pdf (draft)")
    expect(page.locator(".series > ol > li").nth(1)).to_contain_text("Nothing between October 2021 and January 2022")
    expect(page.locator(".series > ol > li").nth(1)).to_contain_text("Missing: November 2021 and December 2021")
    expect(documents(page).filter(has_text=DOUBT)).to_contain_text("August 2021")

    expect(page.get_by_role("heading", level=2)).to_have_text(["Mooring Notes", "Other documents"])


def test_more_documents_are_shown_on_demand(moorings: Server, opened: Opened) -> None:
    page = opened(moorings.url)
    page.route("**/v1/documents?limit=50&*", lambda route: route.continue_(url=route.request.url.replace("=50", "=9")))
    page.get_by_role("link", name="Documents").click()
    expect(documents(page)).to_have_count(9)
    page.get_by_role("button", name="Show more (9 of 12)").click()
    expect(documents(page)).to_have_count(12)
    expect(documents(page).nth(8)).to_be_focused()
    expect(page.locator(".gap")).to_have_count(1)
    expect(page.get_by_role("button", name="Show more")).to_have_count(0)


def test_words_and_warnings_narrow_the_list_and_stand_in_the_address(moorings: Server, opened: Opened) -> None:
    page = opened(f"{moorings.url}/#/documents")
    page.get_by_label("Title, period or file").fill("mooring january")
    page.keyboard.press("Enter")
    expect(status(page, "2 documents")).to_be_visible()
    other = opened(page.url)
    expect(documents(other)).to_have_count(2)
    expect(other.get_by_label("Title, period or file")).to_have_value("mooring january")
    # Between those that were found lie others.
    expect(other.locator(".gap, .gaps")).to_have_count(0)
    other.get_by_role("button", name="Clear").click()
    other.get_by_role("link", name="1 with a warning").click()
    expect(status(other, "1 document")).to_be_visible()
    expect(documents(other)).to_contain_text(DOUBT)
    other.get_by_role("link", name="Show all").click()
    expect(status(other, "12 documents")).to_be_visible()
    other.goto(f"{moorings.url}/#/documents?q=marmalade")
    expect(other.get_by_text("No document fits.")).to_be_visible()


def test_the_first_page_of_a_pdf_is_drawn(moorings: Server, opened: Opened) -> None:
    page = opened(f"{moorings.url}/#/documents?q=final")
    tones = page.get_by_role("img", name="First page").evaluate(
        """async (picture) => {
          await picture.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
          const context = canvas.getContext('2d');
          context.drawImage(picture, 0, 0);
          const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
          return [...new Set(data.filter((_, at) => at % 4 === 0))];
        }"""
    )
    assert 0xEE in tones
    assert min(tones) < 100


def test_a_document_leads_to_its_file_its_text_its_month_and_a_question(moorings: Server, opened: Opened) -> None:
    page = opened(f"{moorings.url}/#/documents?q=final")
    file, text, older = (
        str(page.get_by_role("link", name=name).get_attribute("href"))
        for name in ("Open the original", "Whole text", "notes_draft.pdf")
    )
    assert moorings.http.get(file).headers["content-type"] == "application/pdf"
    assert "9 Jan" in moorings.http.get(text).text
    assert "8 Jan" in moorings.http.get(older).text
    page.get_by_role("link", name="What happened in it").click()
    expect(page.locator(".month .words")).to_have_count(2)
    assert page.url.endswith("#/timeline?from=2022-01&to=2022-01")
    page.go_back()
    page.get_by_role("button", name="Ask about this issue").click()
    expect(page.get_by_label("Your question")).to_have_value("What happened in January 2022?")
    page.get_by_label("Your question").press("Enter")
    expect(page.locator(".answer[id]")).to_contain_text("dredged the basin of Faro", timeout=60_000)


def test_an_empty_archive_says_how_documents_are_added(moorings: Server, opened: Opened) -> None:
    page = opened(moorings.url)
    nothing = {"documents": [], "total": 0, "next": None}
    page.route("**/v1/documents?*", lambda route: route.fulfill(json=nothing))
    page.route(
        "**/v1/status",
        lambda route: route.fulfill(
            json={
                "documents": 0,
                "documents_with_warnings": 0,
                "period": None,
                "gaps": [],
                "series": [],
                "examples": [],
            }
        ),
    )
    page.get_by_role("link", name="Documents").click()
    expect(page.get_by_text("Add documents with: ctassist ingest FOLDER")).to_be_visible()


def test_a_phone_shows_it_in_french_and_nothing_is_wider_than_the_page(moorings: Server, opened: Opened) -> None:
    phone = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True, "locale": "fr-FR"}
    page = opened(f"{moorings.url}/#/documents", **phone)
    expect(page.locator(".gap")).to_contain_text("Rien entre octobre 2021 et janvier 2022")
    expect(documents(page).first).to_contain_text("1 page · anglais · PDF")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_wrong(moorings: Server, opened: Opened, colours: str) -> None:
    page = opened(f"{moorings.url}/#/documents", color_scheme=colours)
    expect(page.get_by_role("img", name="First page")).to_be_visible()
    page.locator(".gaps summary").click()
    assert not violations(page)
