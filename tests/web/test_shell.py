"""What stands around the chat: conversations, preferences, keys, phones."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect
from tests.service.client import Server, served
from tests.web.acting import ask, violations
from tests.web.conftest import Opened

from ctassist.settings import Settings

PHONE = {"width": 360, "height": 640}


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_wrong(server: Server, opened: Opened, colours: str) -> None:
    page = opened(server.url, color_scheme=colours)
    expect(page.get_by_role("list", name="Example questions")).to_be_visible()
    assert not violations(page)
    answer = ask(page, "What happened in March 2023?")
    answer.locator("summary").click()
    answer.get_by_role("button", name="Copy a link").focus()
    answer.locator(".chip").first.click()
    expect(page.locator(".highlight").first).to_be_visible()
    assert not violations(page)
    ask(page, "What is the annual budget of the council?")
    assert not violations(page)


def test_everything_is_done_by_keyboard_alone(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type("Who chairs the working group on night crossings?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer[id]")).to_be_visible(timeout=60_000)
    chip = page.locator(".chip").first
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if chip.evaluate("chip => chip === document.activeElement"):
            break
    expect(chip).to_be_focused()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".source mark")).to_be_visible()
    page.keyboard.press("Escape")
    expect(chip).to_be_focused()


def test_on_a_phone_nothing_is_wider_than_the_page_and_all_is_there(server: Server, opened: Opened) -> None:
    page = opened(server.url, viewport=PHONE, has_touch=True, is_mobile=True)
    answer = ask(page, "What happened in March 2023?")
    answer.locator(".chip").first.click()
    expect(page.locator(".highlight").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("complementary", name="Source").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Conversations and settings").click()
    expect(page.get_by_role("navigation", name="Conversations")).to_be_visible()
    page.get_by_role("button", name="New conversation").first.click()
    expect(page.get_by_role("heading", name="Ask the archive")).to_be_visible()


def test_at_twice_the_size_nothing_is_cut_off_and_what_moves_stands_still_if_asked(
    server: Server, opened: Opened
) -> None:
    # Chromium's zoom of 200 % halves the page's width in its own pixels.
    page = opened(server.url, viewport={"width": 640, "height": 400}, reduced_motion="reduce")
    page.route("**/v1/answers", lambda route: None)
    page.get_by_label("Your question").fill("What happened in March 2023?")
    page.keyboard.press("Enter")
    stage = page.locator(".stage")
    expect(stage).to_be_visible()
    moving = "element => element.getAnimations({ subtree: true }).length"
    assert stage.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert stage.evaluate(moving) > 0
    page.get_by_role("button", name="Stop").click()
    page.unroute("**/v1/answers")
    page.get_by_role("button", name="Ask again").click()
    page.locator(".answer[id] .chip").first.click()
    expect(page.get_by_role("complementary", name="Source").get_by_role("blockquote")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_conversations_are_listed_opened_by_their_address_and_deleted(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "How many focal points were there in April 2023?")
    # Found by its address: another test of this server may have asked the same question.
    row = page.get_by_role("navigation", name="Conversations").get_by_role("listitem")
    row = row.filter(has=page.locator(f"a[href$='{page.url.partition('#')[2]}']"))
    listed = row.get_by_role("link", name="How many focal points were")
    expect(listed).to_have_attribute("aria-current", "page")
    address = f"{page.url}/{str(answer.get_attribute('id')).removeprefix('answer-')}"
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".exchange")).to_have_count(0)

    other = opened(address)
    expect(other.locator(".answer[id]")).to_contain_text("52")
    expect(other.locator(".answer[id]")).to_be_focused()

    listed.hover()
    row.get_by_role("button", name=re.compile("^Delete “How many focal points were")).click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(listed).to_have_count(0)
    gone = opened(address)
    expect(gone.get_by_role("alert")).to_contain_text("not there any more")


def test_a_conversation_is_renamed_found_by_its_words_and_saved(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    ask(page, "What happened in May 2023?")
    conversations = page.get_by_role("navigation", name="Conversations")
    conversations.get_by_role("link", name="What happened in May 2023?").hover()
    conversations.get_by_role("button", name="Rename “What happened in May 2023?”").click()
    page.get_by_label("Title", exact=True).fill("Swell, for the briefing")
    page.keyboard.press("Enter")
    expect(conversations.get_by_role("link", name="Swell, for the briefing")).to_be_visible()
    page.get_by_label("Search conversations").fill("swell briefing")
    expect(conversations.get_by_role("link")).to_have_count(1)
    page.get_by_label("Search conversations").fill("marmalade")
    expect(conversations).to_contain_text("No conversation has these words")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save this conversation as Markdown").click()
    assert "Gdynia" in Path(saved.value.path()).read_text("utf-8")


def test_a_shared_conversation_is_read_by_another_who_asks_on_in_one_of_their_own(
    server: Server, opened: Opened
) -> None:
    page = opened(server.url, permissions=["clipboard-read", "clipboard-write"])
    ask(page, "Who chairs the working group on night crossings?")
    page.get_by_role("button", name="Share: copy a link to this conversation").click()
    expect(page.get_by_text("Link copied: whoever may read")).to_be_visible()
    other = opened(page.evaluate("navigator.clipboard.readText()"))
    expect(other.locator(".answer[id]")).to_contain_text("TI")
    expect(ask(other, "And its vice-chair?")).to_contain_text("HPG")
    expect(other.get_by_role("navigation", name="Conversations").locator("[aria-current]")).to_be_visible()
    assert "/shared/" not in other.url
    assert other.url != page.url
    other.reload()
    expect(other.locator(".answer[id]")).to_have_count(2)
    page.reload()
    expect(page.locator(".answer[id]")).to_have_count(1)


def test_a_question_in_a_conversation_that_was_deleted_elsewhere_is_answered(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    ask(page, "Who chairs the working group on night crossings?")
    gone = page.url.rsplit("/", 1)[1]
    assert server.http.delete(f"/v1/conversations/{gone}").status_code == 204
    expect(ask(page, "And its vice-chair?")).to_contain_text("HPG")
    expect(page.locator(".stage")).to_have_count(0)
    page.wait_for_url(f"{server.url}/#/")
    expect(page.locator(".answer[id]")).to_have_count(2)


def test_a_conversation_that_comes_late_takes_no_question_away(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    ask(page, "Who chairs the working group on night crossings?")
    late: list[Route] = []
    page.route("**/v1/conversations/*", lambda route: late.append(route))
    page.get_by_role("button", name="New conversation").first.click()
    page.get_by_role("navigation", name="Conversations").get_by_role("link").first.click()
    page.get_by_role("button", name="New conversation").first.click()
    answer = ask(page, "How many focal points are there?")
    with page.expect_response("**/v1/conversations/*"):
        late[0].continue_()
    page.evaluate("new Promise(requestAnimationFrame)")
    expect(page.locator(".exchange")).to_have_count(1)
    expect(answer).to_contain_text("57")


def test_the_page_speaks_french_and_keeps_colours_and_language(server: Server, opened: Opened) -> None:
    page = opened(server.url, locale="fr-FR")
    expect(page.get_by_role("heading", name="Interrogez les archives")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.get_by_label("Langue").select_option("en")
    page.get_by_label("Colours").select_option("dark")
    page.reload()
    expect(page.get_by_role("heading", name="Ask the archive")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_arabic_is_set_from_right_to_left(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    ask(page, "من يرأس الفريق العامل؟")
    assert page.locator(".question").evaluate("question => getComputedStyle(question).direction") == "rtl"


def test_with_keys_the_page_asks_for_one_and_goes_on_with_the_question(archive: Settings, opened: Opened) -> None:
    with served(archive.index_dir, CTASSIST_API_KEYS="open-sesame") as server:
        page = opened(f"{server.ready().url}/?q=How+many+focal+points+are+there%3F")
        page.get_by_label("This service asks for an access key.").fill("wrong")
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_text("This key is not valid here.")).to_be_visible()
        page.get_by_label("This service asks for an access key.").fill("open-sesame")
        page.get_by_role("button", name="Continue").click()
        expect(page.locator(".answer[id]")).to_contain_text("57", timeout=120_000)
        assert "open-sesame" not in page.evaluate("JSON.stringify([document.cookie, {...localStorage}])")
