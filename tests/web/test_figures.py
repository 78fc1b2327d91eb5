"""The figures beside the chat."""

import pytest
from playwright.sync_api import Page, Route, expect
from tests.service.client import Server
from tests.web.acting import violations
from tests.web.conftest import Opened


def rows(page: Page) -> list[list[str]]:
    """The words of each row of the table, without the row of its headings."""
    return [row.locator("th, td").all_inner_texts() for row in page.locator("tbody tr").all()]


def test_a_figure_is_chosen_in_the_list_and_shows_its_course(gliders: Server, opened: Opened) -> None:
    page = opened(gliders.url)
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Figures").click()
    expect(page.get_by_role("heading", name="Figures")).to_be_focused()
    expect(page.get_by_role("row", name="focal points")).to_contain_text("50September – October 2024")
    expect(page.get_by_role("row", name="focal points").locator(".spark circle")).to_have_count(4)
    page.get_by_role("link", name="focal points").click()
    expect(page.get_by_role("heading", name="focal points")).to_be_visible()
    assert page.url.endswith("#/figures?label=focal+points")
    assert rows(page) == [
        ["January – February 2024", "41", ""],
        ["March – April 2024", "44", "+3"],
        ["July – August 2024", "52", "+8"],
        ["September – October 2024", "50", "-2"],
    ]
    told = "From 41 (January – February 2024) to 50 (September – October 2024); the lowest is 41, the highest 52."
    expect(page.get_by_role("img", name=told)).to_be_visible()
    expect(page.locator(".plot circle")).to_have_count(4)
    expect(page.locator(".plot .course")).to_have_count(3)
    other = opened(page.url)
    expect(other.locator(".plot circle")).to_have_count(4)
    page.go_back()
    expect(page.get_by_role("row", name="hours flown")).to_be_visible()


def test_a_row_leads_to_the_words_that_state_the_figure(gliders: Server, opened: Opened) -> None:
    page = opened(f"{gliders.url}/#/figures?label=focal+points")
    page.get_by_role("link", name="July – August 2024").click()
    expect(page.locator(".source mark")).to_have_text("52 focal points")
    panel = page.get_by_role("complementary", name="Source")
    expect(panel).to_contain_text("Source 3 of 4")
    panel.get_by_role("button", name="Next source").click()
    expect(page.locator(".source mark")).to_have_text("50 focal points")


def test_shares_and_numbers_under_one_label_are_not_joined(gliders: Server, opened: Opened) -> None:
    page = opened(f"{gliders.url}/#/figures")
    expect(page.get_by_role("row", name="pilots under thirty")).to_have_count(2)
    page.get_by_label("Words of a figure").fill("thirty pilots")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("link", name="of pilots under thirty").click()
    expect(page.locator(".plot .course")).to_have_count(2)
    assert [row[1] for row in rows(page)] == ["12 %", "13 %", "15 %"]
    page.goto(f"{gliders.url}/#/figures?label=marmalade")
    expect(page.get_by_text("No figure is called “marmalade”.")).to_be_visible()
    page.goto(f"{gliders.url}/#/figures?label=thirty+pilots")
    page.get_by_role("link", name="Show the figures that have these words").click()
    expect(page.locator("tbody tr")).to_have_count(2)


def test_a_list_that_is_empty_or_longer_than_a_page_says_so(gliders: Server, opened: Opened) -> None:
    page = opened(gliders.url)
    every = gliders.http.get("/v1/indicators/series").json()

    def in_pages_of_two(route: Route) -> None:
        follows = "cursor=" in route.request.url
        shown = every["series"][2:] if follows else every["series"][:2]
        route.fulfill(json={"series": shown, "total": every["total"], "next": None if follows else "x"})

    page.route("**/v1/indicators/series*", in_pages_of_two)
    page.get_by_role("link", name="Figures").click()
    page.get_by_role("button", name=f"Show more (2 of {every['total']})").click()
    expect(page.locator("tbody tr")).to_have_count(every["total"])
    page.unroute("**/v1/indicators/series*")
    page.route("**/v1/indicators/series*", lambda route: route.fulfill(json={"series": [], "total": 0, "next": None}))
    page.reload()
    expect(page.get_by_text("No document of the archive states a figure.")).to_be_visible()


@pytest.mark.parametrize(("colours", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing_wrong_and_nothing_is_wider_than_the_page(
    gliders: Server, opened: Opened, colours: str, width: int
) -> None:
    page = opened(
        f"{gliders.url}/#/figures", color_scheme=colours, viewport={"width": width, "height": 700}, locale="fr-FR"
    )
    expect(page.locator(".indicators tbody tr")).not_to_have_count(0)
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="focal points").click()
    expect(page.locator(".plot")).to_be_visible()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
