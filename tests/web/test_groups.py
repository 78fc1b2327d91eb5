"""The chart of working groups beside the chat."""

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.service.client import Server
from tests.web.acting import violations
from tests.web.conftest import Opened

THERMAL = "Working Group on Thermal Maps"
WINCH = "Working Group on Winch Safety"


def card(page: Page, body: str) -> Locator:
    return page.get_by_role("article", name=body)


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="As of")


def test_the_slider_moves_by_keyboard_and_marks_who_is_new(gliders: Server, opened: Opened) -> None:
    page = opened(gliders.url)
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Working groups").click()
    expect(page.get_by_role("heading", name="Working groups", exact=True)).to_be_focused()
    expect(slider(page)).to_have_attribute("aria-valuetext", "November – December 2024: 1 role changes here")
    slider(page).focus()
    page.keyboard.press("Home")
    expect(slider(page)).to_have_attribute("aria-valuetext", "January – February 2024: no role changes here")
    expect(card(page, THERMAL)).to_contain_text("Alpine Soaring Club")
    expect(card(page, THERMAL)).not_to_contain_text("new")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(slider(page)).to_have_attribute("aria-valuetext", "May – June 2024: 4 roles change here")
    expect(card(page, THERMAL)).to_contain_text("MET new")
    expect(card(page, THERMAL)).to_contain_text("until then: ASC")
    expect(card(page, "Working Group on Young Pilots")).to_contain_text("TOW first stated")
    assert page.url.endswith("#/groups?as_of=2024-06-30")
    expect(page.locator(".ticks .changed")).to_have_count(4)
    page.get_by_role("button", name="Next change").click()
    expect(slider(page)).to_have_value("4")
    page.go_back()
    expect(slider(page)).to_have_value("2")


def test_a_group_that_is_not_mentioned_keeps_its_holders_with_their_issue(gliders: Server, opened: Opened) -> None:
    page = opened(f"{gliders.url}/#/groups?as_of=2024-03")
    expect(slider(page)).to_have_attribute("aria-valuetext", "January – February 2024: no role changes here")
    page.goto(f"{gliders.url}/#/groups?as_of=2024-04")
    expect(card(page, WINCH)).to_contain_text("RSB")
    expect(card(page, WINCH)).to_contain_text("Last stated in January – February 2024")
    page.goto(f"{gliders.url}/#/groups?as_of=2024-10")
    expect(card(page, WINCH)).to_contain_text("until then: RSB")
    expect(card(page, WINCH).locator("dt")).to_have_text(["Chair", "Co-chair", "Vice-chair"])
    page.goto(f"{gliders.url}/#/groups")
    expect(card(page, WINCH).locator("dt")).to_have_text(["Co-chair", "Vice-chair"])
    page.goto(f"{gliders.url}/#/groups?as_of=2020")
    expect(page.get_by_text("Nothing is stated of that day. The first statement is of January")).to_be_visible()


def test_a_holder_leads_to_the_words_that_say_so(gliders: Server, opened: Opened) -> None:
    page = opened(f"{gliders.url}/#/groups?as_of=2024-06")
    link = card(page, WINCH).get_by_role("link", name="RSB")
    link.click()
    expect(page.locator(".source mark")).to_have_text("Working Group on Winch Safety\n\nChair: RSB")
    expect(page.get_by_role("complementary", name="Source")).to_contain_text("May – June 2024")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_a_group_shows_its_history_and_the_way_back(gliders: Server, opened: Opened) -> None:
    page = opened(f"{gliders.url}/#/groups?as_of=2024-04")
    card(page, THERMAL).get_by_role("link", name=THERMAL).click()
    expect(page.get_by_role("heading", name=THERMAL)).to_be_focused()
    expect(page.get_by_text("Also called Thermal Maps Working Group")).to_be_visible()
    expect(page.locator(".history section").first.get_by_role("listitem")).to_have_text(
        [
            "METsince May – June 2024 · last stated in July – August 2024",
            "ASCfirst stated in January – February 2024 · last stated in March – April 2024"
            " · no longer named in May – June 2024",
        ]
    )
    page.get_by_role("link", name="January – February 2024").first.click()
    expect(page.locator(".source mark")).to_contain_text("Chair: Alpine Soaring Club (ASC)")
    other = opened(page.url)
    expect(other.get_by_role("heading", name=THERMAL)).to_be_visible()
    page.go_back()
    expect(slider(page)).to_have_value("1")
    expect(card(page, THERMAL).get_by_role("link", name=THERMAL)).to_be_focused()


def test_words_narrow_the_groups_and_the_marks(gliders: Server, opened: Opened) -> None:
    page = opened(f"{gliders.url}/#/groups?as_of=2024-10")
    expect(page.get_by_role("article")).to_have_count(3)
    page.get_by_label("Words of a group").press_sequentially("tow maps")
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page.locator(".ticks .changed")).to_have_count(2)
    other = opened(page.url)
    expect(other.get_by_role("article")).to_have_count(1)
    other.get_by_label("Words of a group").fill("marmalade")
    expect(other.get_by_text("No group has these words on this date.")).to_be_visible()


def test_letters_of_a_document_stay_letters(gliders: Server, opened: Opened) -> None:
    page = opened(f"{gliders.url}/#/groups")
    expect(page.get_by_role("link", name="Parachutes")).to_contain_text("<img src=x onerror=")
    page.get_by_role("link", name="Parachutes").click()
    expect(page.locator(".history h2")).to_contain_text("<img src=x onerror=")
    assert page.title() == "ctassist"


def test_an_archive_without_roles_says_so(gliders: Server, opened: Opened) -> None:
    page = opened(gliders.url)
    page.route("**/v1/roles/timeline", lambda route: route.fulfill(json={"stops": [], "bodies": []}))
    page.get_by_role("link", name="Working groups").click()
    expect(page.get_by_text("No document of the archive says who holds which role.")).to_be_visible()


def test_pages_without_a_date_tell_of_the_present_and_need_no_slider(gliders: Server, opened: Opened) -> None:
    page = opened(gliders.url)
    citation = gliders.http.get("/v1/roles").json()["roles"][0]["citation"]
    holders = [{"name": name, "affiliation": None, "citation": citation} for name in ("RSB", "MET")]
    spells = [{"since": 0, "last": 0, "until": None, "first": held, "latest": held} for held in holders]
    chair = {"role": "chair", "label": "Chair", "stated": [0], "changed": [], "disputed": [0], "spells": spells}
    body = {"name": "Circle of Ropes", "spellings": ["Circle of Ropes"], "posts": [chair]}
    told = {"stops": [{"day": None, "period": None, "beginning": False}], "bodies": [body]}
    page.route("**/v1/roles/timeline", lambda route: route.fulfill(json=told))
    page.get_by_role("link", name="Working groups").click()
    expect(page.get_by_text("As of now (pages without a date)")).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(0)
    expect(card(page, "Circle of Ropes")).to_contain_text("Documents of this date name different holders.")
    expect(card(page, "Circle of Ropes")).to_contain_text(f"RSB {citation['title']}")


@pytest.mark.parametrize(("colours", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing_wrong_and_nothing_is_wider_than_the_page(
    gliders: Server, opened: Opened, colours: str, width: int
) -> None:
    page = opened(
        f"{gliders.url}/#/groups?as_of=2024-06", color_scheme=colours, viewport={"width": width, "height": 700}
    )
    expect(page.get_by_role("article")).to_have_count(3)
    page.get_by_text("2 more").click()
    expect(page.get_by_role("link", name="Jane Roe (HPG)")).to_be_visible()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name=THERMAL).click()
    expect(page.locator(".history")).to_be_visible()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
