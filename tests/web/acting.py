"""What a reader does with the page."""

import contextlib

from playwright.sync_api import Locator, Page, TimeoutError, expect

from ctassist.service.chat import BUILT

AXE = BUILT.parent / "node_modules" / "axe-core" / "axe.min.js"
LETTERS_UNDER_HIGHLIGHTS = """() => {
  const marks = [...document.querySelectorAll('.highlight')].map((mark) => mark.getBoundingClientRect());
  const inside = (x, y) => marks.some((m) => x > m.left && x < m.right && y > m.top && y < m.bottom);
  const walker = document.createTreeWalker(document.querySelector('.letters'), NodeFilter.SHOW_TEXT);
  let found = '';
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (inside((box.left + box.right) / 2, (box.top + box.bottom) / 2)) found += node.data[at];
    }
  }
  return found.replace(/\\s+/g, '');
}"""


def ask(page: Page, question: str) -> Locator:
    """Asks a question, waits for the whole answer and returns it."""
    before = page.locator(".answer[id]").count()
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")
    answer = page.locator(".answer[id]").nth(before)
    expect(answer).to_be_visible(timeout=60_000)
    return answer


def expect_under_highlights(page: Page, words: str) -> None:
    """Waits until just these words of the PDF page, white space apart, lie under its highlights.

    The highlights are drawn as soon as they are known, the page's letters some time after them.
    """
    wanted = "".join(words.split())
    with contextlib.suppress(TimeoutError):
        page.wait_for_function(f"(wanted) => ({LETTERS_UNDER_HIGHLIGHTS})() === wanted", arg=wanted)
    assert page.evaluate(LETTERS_UNDER_HIGHLIGHTS) == wanted


def violations(page: Page) -> list[str]:
    """Returns what axe finds wrong with the page as it is."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{fault['id']}: {node['html'][:120]} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
