"""Microsoft's own playground shows what the bot sends: the answer, its label, and the card with its sources."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from tests.channels.teams_playground import Playground, playground
from tests.service.archive import make_index
from tests.web.conftest import FLAGS, PATIENCE


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    with playground(make_index(tmp_path_factory.mktemp("playground")).index_dir) as shown:
        yield shown


@pytest.fixture
def page(running: Playground) -> Iterator[Page]:
    program = shutil.which("chromium")
    assert program, "Chromium is not installed: run make install-test, which says how."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        opened = browser.new_context(color_scheme="light", viewport={"width": 1300, "height": 900}).new_page()
        opened.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        opened.goto(running.url)
        yield opened
        browser.close()


def ask(page: Page, question: str) -> None:
    box = page.locator("[contenteditable=true]").first
    box.click()
    page.keyboard.type(question)
    page.keyboard.press("Enter")


def test_the_playground_shows_a_cited_card(page: Page, running: Playground, tmp_path: Path) -> None:
    expect(page.get_by_text("Ask me about the reviews in the archive").first).to_be_visible()
    ask(page, "Who chairs the working group on fog signals?")
    expect(page.get_by_text("Vice-chair: CSO [2]")).to_be_visible()
    card = page.locator(".ac-adaptiveCard").last
    expect(card).to_contain_text("[1] Lighthouse Network Review · 2022-07 to 2022-08 · Working groups")
    expect(card).to_contain_text("Chair: BPU")
    expect(page.get_by_text("AI generated").first).to_be_visible()
    page.screenshot(path=tmp_path / "cited-card.png")
    ask(page, "What happened in 2022?")
    expect(page.get_by_text("BPU published a guide to buoys [5]", exact=True)).to_be_visible()
    card = page.locator(".ac-adaptiveCard").last
    quoted = card.get_by_text("“BPU published a guide to buoys”")
    expect(quoted).to_be_hidden()
    card.get_by_role("button", name="Sources (5)").click()
    expect(quoted).to_be_visible()
    page.screenshot(path=tmp_path / "sources.png")
    kinds = {activity["type"] for activity in running.seen}
    assert {"message", "installationUpdate"} <= kinds
