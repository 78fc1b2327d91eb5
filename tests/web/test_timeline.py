"""The timeline beside the chat."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.parsed import parse_here
from tests.service.client import Server, served
from tests.web.acting import ask, expect_under_highlights, violations
from tests.web.archive import LONG_LINE
from tests.web.conftest import Opened

from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

DAYS = [
    f"- Reef Watch (RW) counted the corals of bay {day} ({day} {month})"
    for month in ("Jan", "Feb")
    for day in range(1, 29)
]
LOGBOOK = "\n".join(
    [
        *("# Reef Logbook", "January-February 2021", "", "## Dives", *DAYS, *DAYS, ""),
        *("## Publications", "- RW published a guide to sponges"),
    ]
)
YEARBOOK = "# Reef Yearbook\n2021\n\n## The year\n- RW counted the corals of bay 3 (3 Jan)\n"


@pytest.fixture(scope="module")
def reefs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """More activities than one page of the service holds, one without a date, and one that two documents tell."""
    folder = tmp_path_factory.mktemp("reefs")
    files: Path = folder / "files"
    files.mkdir()
    (files / "logbook_jan_feb_2021.md").write_text(LOGBOOK, encoding="utf-8")
    (files / "yearbook_2021.md").write_text(YEARBOOK, encoding="utf-8")
    ingest([files], Settings(index_dir=folder / "index"), parse=parse_here())
    with served(folder / "index") as running:
        yield running.ready()


def lines(page: Page) -> Locator:
    """The activities that are listed."""
    return page.locator(".month li .words")


def bar(page: Page, month: str) -> Locator:
    return page.get_by_role("link", name=month)


def test_a_month_is_chosen_in_the_chart_and_taken_back(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", name="Timeline")).to_be_focused()
    expect(page.get_by_role("heading", level=2)).to_have_text(
        [f"{month} 2023" for month in ("March", "April", "May", "June", "July")]
    )
    bar(page, "March 2023: 2 activities").click()
    expect(lines(page)).to_have_count(2)
    expect(page.get_by_role("status").filter(has_text="2 activities")).to_be_visible()
    expect(bar(page, "March 2023: 2 activities")).to_have_attribute("aria-current", "true")
    expect(page.get_by_label("From")).to_have_value("2023-03")
    assert page.url.endswith("#/timeline?from=2023-03&to=2023-03")
    bar(page, "March 2023: 2 activities").click()
    expect(lines(page)).to_have_count(7)
    page.go_back()
    expect(lines(page)).to_have_count(2)


def test_the_bars_are_one_stop_of_the_tab_key_and_arrows_go_between_them(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/#/timeline?from=2023-03&to=2023-03")
    expect(lines(page)).to_have_count(2)
    page.get_by_role("button", name="Clear").focus()
    page.keyboard.press("Tab")
    expect(bar(page, "March 2023: 2 activities")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    expect(bar(page, "June 2023: 1 activity")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(lines(page)).to_have_text(["HPG opened a school for 🚢 stokers & 'mates' in Bergen, Norway (20 Jun)"])


def test_over_a_long_time_there_is_a_bar_for_each_year(server: Server, opened: Opened) -> None:
    told = server.http.get("/v1/activities/timeline", params={"merged": "true"}).json()
    far = [{"month": f"{year}-{month:02}", "activities": 0} for year in range(1990, 2023) for month in range(1, 13)]
    years = [{"year": year, "activities": 0} for year in range(1990, 2023)] + told["years"]
    long = {**told, "months": [{**far[0], "activities": 1}, *far[1:], *told["months"]], "years": years}
    page = opened(server.url)
    page.route("**/v1/activities/timeline?*", lambda route: route.fulfill(json=long))
    page.get_by_role("link", name="Timeline").click()
    expect(page.locator(".bars li")).to_have_count(34)
    bar(page, "2023: 7 activities").click()
    expect(page.get_by_label("From")).to_have_value("2023")
    expect(lines(page)).to_have_count(7)
    expect(bar(page, "2023: 7 activities")).to_have_attribute("aria-current", "true")


def test_filters_are_sent_off_by_keyboard_kept_in_the_address_and_cleared(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/#/timeline")
    expect(lines(page)).to_have_count(7)
    assert "Germany" in str(page.locator("datalist").nth(1).inner_html())
    page.get_by_label("Organisation or person").fill("HPG")
    page.get_by_label("Words").fill("inspected")
    page.keyboard.press("Enter")
    expect(lines(page)).to_have_text(["HPG inspected the landing stages of Kiel, Germany (5 Apr)"])
    other = opened(page.url)
    expect(lines(other)).to_have_text(["HPG inspected the landing stages of Kiel, Germany (5 Apr)"])
    expect(other.get_by_label("Organisation or person")).to_have_value("HPG")
    other.get_by_role("button", name="Clear").click()
    expect(lines(other)).to_have_count(7)
    expect(other.get_by_label("Words")).to_have_value("")


def test_a_source_opens_beside_the_list_with_its_words_highlighted(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/#/timeline?place=Belgium")
    expect(lines(page)).to_have_text([LONG_LINE])
    link = page.locator(".month").get_by_role("link")
    link.click()
    expect(page.locator(".highlight").first).to_be_in_viewport()
    expect_under_highlights(page, LONG_LINE)
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_where_the_words_cannot_be_placed_that_is_said_and_the_text_is_shown(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/#/timeline?place=Belgium")
    page.route("**/v1/documents/*/span?*", lambda route: route.fulfill(status=500, json={"detail": "It broke."}))
    page.locator(".month").get_by_role("link").click()
    expect(page.locator(".source .fault")).to_have_text("The page cannot be shown: It broke.")
    assert "".join(page.locator(".source mark").inner_text().split()) == "".join(LONG_LINE.split())


def test_the_panel_goes_on_to_the_next_activity(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/#/timeline?to=2023-05")
    page.locator(".month").get_by_role("link").nth(2).click()
    panel = page.get_by_role("complementary", name="Source")
    expect(panel).to_contain_text("Source 3 of 4")
    panel.get_by_role("button", name="Next source").click()
    expect(page.locator(".source mark")).to_have_text("TI measured the swell off Gdynia, Poland (9 May)")


def test_letters_of_a_document_stay_letters(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/#/timeline?from=2023-07")
    expect(lines(page).first).to_contain_text("<img src=x onerror=")
    assert page.title() == "ctassist"


def test_nothing_found_says_what_to_change_and_a_wrong_date_what_is_wrong(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/#/timeline?q=marmalade")
    expect(page.get_by_text("No activity fits all of these filters.")).to_be_visible()
    expect(lines(page)).to_have_count(0)
    page.goto(f"{server.url}/#/timeline?from=soon")
    expect(page.get_by_role("alert")).to_contain_text("write it as 2023-06-14, 2023-06 or 2023")
    page.get_by_role("button", name="Clear").click()
    expect(lines(page)).to_have_count(7)


def test_undated_activities_are_counted_and_reached_and_more_are_shown(reefs: Server, opened: Opened) -> None:
    page = opened(f"{reefs.url}/#/timeline")
    expect(lines(page)).to_have_count(100)
    page.get_by_role("button", name="Show more (100 of 113)").click()
    expect(lines(page)).to_have_count(113)
    expect(page.get_by_role("heading", level=2).last).to_have_text("Without a date")
    page.get_by_role("link", name="1 without a date").click()
    expect(lines(page)).to_have_text(["RW published a guide to sponges"])
    page.get_by_role("link", name="Show all").click()
    expect(lines(page)).to_have_count(100)


def test_what_two_documents_tell_is_one_line_with_both_sources(reefs: Server, opened: Opened) -> None:
    page = opened(f"{reefs.url}/#/timeline?from=2021-01-03&to=2021-01-03")
    expect(lines(page)).to_have_count(2)
    line = page.locator(".month li").first
    expect(line.get_by_role("link")).to_have_text(["Reef Logbook", "Reef Yearbook"])
    line.get_by_role("link", name="Reef Yearbook").click()
    panel = page.get_by_role("complementary", name="Source")
    expect(panel.get_by_role("heading")).to_have_text("Reef Yearbook")
    expect(panel.locator("mark")).to_have_text("RW counted the corals of bay 3 (3 Jan)")


def test_all_that_the_filters_leave_is_downloaded(reefs: Server, opened: Opened) -> None:
    page = opened(f"{reefs.url}/#/timeline?from=2021-02&section=Dives")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download as CSV").click()
    written = Path(saved.value.path()).read_text("utf-8")
    assert len(list(csv.DictReader(io.StringIO(written)))) == 56


def test_a_call_that_failed_is_made_again(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    page.route("**/v1/activities?*", lambda route: route.fulfill(status=500, json={"detail": "It broke."}))
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("alert")).to_contain_text("It broke. Change what is asked for, or try again.")
    page.unroute("**/v1/activities?*")
    page.get_by_role("button", name="Try again").click()
    expect(lines(page)).to_have_count(7)


def test_the_list_comes_by_itself_when_the_service_is_back(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    for path in ("**/v1/activities*", "**/readyz"):
        page.route(path, lambda route: route.abort())
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("alert")).to_contain_text("It will come as soon as the service is back.")
    for path in ("**/v1/activities*", "**/readyz"):
        page.unroute(path)
    expect(lines(page)).to_have_count(7)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_chat_is_as_it_was_left(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    ask(page, "How many focal points were there in April 2023?")
    conversation = page.url
    views = page.get_by_role("navigation", name="Views")
    views.get_by_role("link", name="Timeline").click()
    expect(lines(page)).to_have_count(7)
    views.get_by_role("link", name="Chat").click()
    expect(page.locator(".answer[id]")).to_contain_text("52")
    assert page.url == conversation
    views.get_by_role("link", name="Timeline").click()
    page.get_by_role("button", name="New conversation").click()
    expect(page.get_by_role("heading", name="Ask the archive")).to_be_visible()


def test_a_phone_reaches_it_by_its_menu_and_nothing_is_wider_than_the_page(server: Server, opened: Opened) -> None:
    page = opened(server.url, viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True, locale="fr-FR")
    page.get_by_role("button", name="Conversations et réglages").click()
    page.get_by_role("link", name="Chronologie").click()
    expect(lines(page)).to_have_count(7)
    expect(bar(page, "mars 2023 : 2 activités")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_wrong(server: Server, opened: Opened, colours: str) -> None:
    page = opened(f"{server.url}/#/timeline?from=2023-03&to=2023-04", color_scheme=colours)
    expect(lines(page)).to_have_count(3)
    page.get_by_text("As a table").click()
    assert not violations(page)
    page.locator(".month").get_by_role("link").first.click()
    expect(page.locator(".highlight").first).to_be_visible()
    assert not violations(page)
    page.goto(f"{server.url}/#/timeline?q=marmalade")
    expect(page.get_by_text("No activity fits all of these filters.")).to_be_visible()
    assert not violations(page)
