"""Measures how soon the web chat is painted and can be typed into, in Chromium, each time with an empty cache.

Run from the checkout as `python -m benchmarks.page`. It serves an invented archive from a real service on this machine.
A missed bar is told, not failed: other programs on this machine take their share.
"""

import argparse
import shutil
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright
from tests.service.client import served
from tests.web.archive import make_archive
from tests.web.conftest import FLAGS

PAINT_BAR, TYPE_BAR, SIZE_BAR = 1.0, 2.0, 250.0
"""Seconds to the first paint with content, and to a field that takes letters; kilobytes of compressed scripts."""

WATCH = """(() => {
  window.ready = new Promise((tell) => {
    const look = () => {
      const field = document.getElementById("question");
      if (field && !field.disabled) tell(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  window.paint = new Promise((tell) => {
    const seen = (list) => list.getEntriesByName("first-contentful-paint").forEach((entry) => tell(entry.startTime));
    new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
  });
})()"""
SCRIPTS = """performance.getEntriesByType("resource")
  .filter((entry) => entry.name.endsWith("js")).reduce((sum, entry) => sum + entry.encodedBodySize, 0)"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="how often the page is opened  [20]")
    rounds = max(1, parser.parse_args().rounds)
    program = shutil.which("chromium")
    if not program:
        raise SystemExit("Chromium is not installed: run make install-test, which says how.")
    with (
        tempfile.TemporaryDirectory(prefix="ctassist-bench-") as folder,
        served(make_archive(Path(folder)).index_dir) as server,
        sync_playwright() as playwright,
    ):
        url = server.ready().url
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        seen = [_opened(browser, url) for _ in range(rounds)]
        browser.close()
    print(f"{rounds} visitors, each with an empty cache; median and most")
    _tell("first paint", [one["paint"] for one in seen], PAINT_BAR, "s")
    _tell("ready to type", [one["ready"] for one in seen], TYPE_BAR, "s")
    _tell("scripts of the first load", [one["size"] for one in seen], SIZE_BAR, "kB")


def _opened(browser: Browser, url: str) -> dict[str, float]:
    """Opens the page as a new visitor, types into it as soon as it can be, and returns seconds and kilobytes."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(url, wait_until="commit")
    ready = page.evaluate("ready")
    field = page.locator("#question")
    field.press("W")
    assert field.input_value() == "W", "The field has not taken what was typed."
    seen = {"paint": page.evaluate("paint") / 1000, "ready": ready / 1000, "size": page.evaluate(SCRIPTS) / 1000}
    context.close()
    return seen


def _tell(name: str, found: list[float], bar: float, unit: str) -> None:
    held = "held" if max(found) <= bar else "missed"
    print(f"{name:28} {median(found):8.2f} {max(found):8.2f} {unit:3} bar {bar:g}: {held}")


if __name__ == "__main__":
    main()
