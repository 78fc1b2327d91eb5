"""What the page does while the service is away."""

from playwright.sync_api import expect
from tests.service.client import served
from tests.web.acting import ask
from tests.web.conftest import Opened

from ctassist.settings import Settings

QUESTION = "How many focal points are there?"
DRAFT = "Who chairs the working group on night crossings?"


def test_a_service_that_was_killed_is_waited_for_and_nothing_typed_is_lost(
    archive: Settings, opened: Opened, port: int
) -> None:
    with served(archive.index_dir, "--port", str(port)) as server:
        page = opened(server.ready().url)
        ask(page, QUESTION)
        server.process.kill()
        server.process.wait()
        page.get_by_label("Your question").fill(QUESTION)
        page.keyboard.press("Enter")
        expect(page.get_by_text("The service does not answer. What you typed is kept")).to_be_visible()
        page.get_by_label("Your question").fill(DRAFT)
    with served(archive.index_dir, "--port", str(port)) as server:
        server.ready()
        expect(page.locator(".answer[id]")).to_have_count(2, timeout=120_000)
        expect(page.get_by_text("What you typed is kept")).to_have_count(0)
        expect(page.get_by_label("Your question")).to_have_value(DRAFT)
        page.reload()
        expect(page.locator(".answer[id]")).to_have_count(2)
        expect(page.get_by_label("Your question")).to_have_value(DRAFT)


def test_a_question_that_a_reload_cut_short_is_asked_again(archive: Settings, opened: Opened, port: int) -> None:
    with served(archive.index_dir, "--port", str(port)) as server:
        page = opened(server.ready().url)
        ask(page, DRAFT)
        page.route("**/v1/answers", lambda route: None)
        page.get_by_label("Your question").fill("And its vice-chair?")
        page.keyboard.press("Enter")
        expect(page.locator(".stage")).to_be_visible()
        page.unroute("**/v1/answers")
        page.reload()
        expect(page.locator(".answer[id]").nth(1)).to_contain_text("HPG", timeout=120_000)
