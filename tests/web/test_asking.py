"""Questions and answers, as a reader sees them."""

import json
import re
from typing import Any

from playwright.sync_api import expect
from tests.service.client import Server
from tests.web.acting import ask
from tests.web.conftest import Opened


def test_a_question_is_answered_with_numbers_that_show_the_words_they_stand_for(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "Who chairs the working group on night crossings?")
    expect(answer).to_contain_text("TI")
    chip = answer.get_by_role("link", name=re.compile("^Source 1")).first
    chip.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Chair: TI")
    expect(page.get_by_role("tooltip")).to_contain_text("May – June 2023")
    page.mouse.move(0, 0)
    expect(page.get_by_role("tooltip")).to_have_count(0)


def test_the_claims_of_an_answer_are_shown_while_the_rest_is_made(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    events = (
        'event: stage\ndata: {"stage": "composing", "coverage": null}\n\n'
        'event: claim\ndata: {"text": "The first of many", "citations": [1]}\n\n'
    )
    page.route("**/v1/answers", lambda route: route.fulfill(body=events, content_type="text/event-stream"))
    page.route("**/readyz", lambda route: route.abort())
    page.get_by_label("Your question").fill("What happened?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".growing")).to_contain_text("The first of many")
    expect(page.get_by_role("alert").first).to_contain_text("The connection ended before the answer was complete")


def test_what_was_found_is_told_while_the_answer_is_made(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    coverage = {"from": "2023-04-01", "to": "2023-04-30", "documents": 2, "matched": 12, "shown": 12}
    told = json.dumps({"stage": "composing", "coverage": coverage})
    # An answer that has begun and goes on: what a test puts in the place of a response is there all at once.
    page.evaluate(
        """(event) => {
          const open = new ReadableStream({ start: (it) => it.enqueue(new TextEncoder().encode(event)) });
          const fetched = window.fetch;
          window.fetch = (url, options) => String(url).endsWith("v1/answers")
            ? Promise.resolve(new Response(open, { headers: { "Content-Type": "text/event-stream" } }))
            : fetched(url, options);
        }""",
        f"event: stage\ndata: {told}\n\n",
    )
    page.get_by_label("Your question").fill("What happened in April 2023?")
    page.keyboard.press("Enter")
    expect(page.locator(".stage")).to_contain_text(re.compile("Found 12 in .*April.* 2023"))


def test_an_answer_that_is_being_made_can_be_stopped_and_asked_again(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    page.route("**/v1/answers", lambda route: None)
    page.get_by_label("Your question").fill("How many focal points are there?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Reading the question")).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopped.")).to_be_visible()
    page.unroute("**/v1/answers")
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(".answer[id]")).to_contain_text("57")


def test_a_follow_up_says_what_it_was_understood_as_and_that_can_be_edited(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    ask(page, "Who chairs the working group on night crossings?")
    answer = ask(page, "And its vice-chair?")
    expect(answer).to_contain_text("HPG")
    expect(answer).to_contain_text("Understood as")
    answer.get_by_role("button", name="Edit this question").click()
    edited = page.get_by_label("Edit this question")
    expect(edited).to_have_value("Who is the vice-chair of the working group on night crossings?")
    edited.fill("Who was the vice-chair of the working group on night crossings in April 2023?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer[id]").nth(2)).to_contain_text("TI")


def test_what_the_archive_does_not_say_is_said(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "What is the annual budget of the council?")
    expect(answer).to_contain_text("The archive does not say")
    expect(answer.locator(".chip")).to_have_count(0)


def test_a_question_that_says_too_little_is_asked_back_with_choices_to_click(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    ask(page, "Tell me more.")
    choices = page.get_by_role("list", name="Please say which").get_by_role("button")
    expect(choices.first).to_have_text("Who chairs Working Group on Night Crossings?")
    choices.first.click()
    expect(page.locator(".answer[id]").nth(1)).to_contain_text("TI")


def test_an_answer_to_a_part_of_a_question_says_that_it_is_not_all(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "Who chairs the working group on night crossings, and what is the budget of the council?")
    expect(answer).to_contain_text("TI")
    expect(answer).to_contain_text("Not everything is shown")


def test_an_example_and_a_suggestion_are_asked_by_a_click(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    page.get_by_role("list", name="Example questions").get_by_role("button").first.click()
    expect(page.locator(".answer[id]")).to_have_count(1, timeout=60_000)


def test_an_answer_is_copied_with_its_sources(server: Server, opened: Opened) -> None:
    page = opened(server.url, permissions=["clipboard-read", "clipboard-write"])
    answer = ask(page, "How many focal points are there?")
    answer.get_by_role("button", name="Copy with sources").click()
    expect(answer).to_contain_text("Copied with its sources")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "57" in copied
    assert re.search(r"^\[1\] Ferry Council Bulletin · .+: “57 focal points” http://127\.0\.0\.1", copied, re.MULTILINE)


def test_a_rating_is_kept_with_the_comment_that_follows_and_can_be_taken_back(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "How many focal points are there?")
    thumb = answer.get_by_role("button", name="Bad answer")
    with page.expect_response("**/v1/feedback") as first:
        thumb.click()
    page.get_by_label("What was wrong, or missing?").fill("The count of March is missing.")
    with page.expect_response("**/v1/feedback") as second:
        page.get_by_role("button", name="Send").click()
    expect(answer).to_contain_text("Thank you.")
    expect(thumb).to_have_attribute("aria-pressed", "true")
    with page.expect_response("**/v1/feedback") as third:
        thumb.click()
    expect(thumb).to_have_attribute("aria-pressed", "false")
    assert [response.value.status for response in (first, second, third)] == [204] * 3
    said: list[Any] = [response.value.request.post_data_json for response in (first, second, third)]
    assert [body["rating"] for body in said] == ["down", "down", None]
    assert said[1]["comment"] == "The count of March is missing."
    assert {f"answer-{body['answer_id']}" for body in said} == {answer.get_attribute("id")}


def test_a_question_in_the_address_is_asked_once(server: Server, opened: Opened) -> None:
    page = opened(f"{server.url}/?q=How+many+focal+points+are+there%3F")
    expect(page.locator(".answer[id]")).to_contain_text("57", timeout=60_000)
    assert "?q=" not in page.url
    page.reload()
    expect(page.locator(".exchange")).to_have_count(1)


def test_neither_documents_nor_questions_nor_addresses_become_part_of_the_page(server: Server, opened: Opened) -> None:
    page = opened(server.url)
    answer = ask(page, "What happened in July 2023?")
    expect(answer).to_contain_text("""<img src=x onerror="document.title='owned'"> buoys *quietly* in Oslo""")
    expect(answer).to_contain_text("[free tickets](javascript:document.title='owned') & <script>")
    answer.locator("summary").click()
    answer.locator(".chip").first.click()
    expect(page.locator(".source mark")).to_contain_text("<img src=x")
    ask(page, "<img src=x onerror=\"document.title='owned'\"> **What** is [this](javascript:alert(1))?")
    assert page.locator("img, .text a[href^='javascript'], .text script, .question *").count() == 0
    assert page.title() == "ctassist"
    page.goto(f"{server.url}/?q=%3Cscript%3Edocument.title%3D%27owned%27%3C%2Fscript%3E#/c/%3Cscript%3E")
    expect(page.locator(".exchange .question")).to_have_text("<script>document.title='owned'</script>")
    assert page.title() == "ctassist"
