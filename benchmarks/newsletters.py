"""Measures how invented newsletters are read, over seeds of one's own choice: items, sections, figures, roles, boxes.

Run from the checkout as `python -m benchmarks.newsletters --first 5000`; the tests use a few fixed seeds of the same. A
missed share is told with what was wrong, not failed.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial

from tests.newsletters import layouts, webpages
from tests.newsletters.browser import Browser
from tests.newsletters.invention import Issue, invent
from tests.newsletters.measure import WANTED, Tally, measure, measure_boxes, shares
from tests.newsletters.typesetting import ORDERS, Manner, drawn
from tests.newsletters.webstyle import WebManner

Written = Iterator[tuple[bytes, Issue]]


def by_library(layout: layouts.Layout, seeds: Sequence[int]) -> Written:
    """Yields issues whose pages are drawn with absolute positions, each in another order."""
    for seed in seeds:
        issue = layouts.shown_in(layout, invent(seed))
        yield drawn(layout(issue, Manner.of(seed)), ORDERS[seed % len(ORDERS)], seed), issue


def by_browser(layout: webpages.WebLayout, seeds: Sequence[int], browser: Browser) -> Written:
    """Yields issues that Chromium prints."""
    for seed in seeds:
        issue = layout.invented(seed)
        yield browser.printed(layout.write(issue, WebManner.of(seed))), issue


def tally_of(written: Written) -> Tally:
    """Reads all issues and counts what was found as it should be."""
    tally = Tally()
    for data, issue in written:
        measure_boxes(data, measure(data, issue, tally), tally)
    return tally


def report(kind: str, writers: Sequence[tuple[str, Callable[[], Written]]], misses: int) -> None:
    """Prints what was measured, a layout a line and then of all."""
    whole = Tally()
    for name, write in writers:
        tally = tally_of(write())
        short = shares(tally, WANTED)
        print(f"{kind:10} {name:28} {'; '.join(short) or 'all met'}", flush=True)
        for miss in tally.misses[:misses]:
            print(f"    {miss[:300]}")
        whole.right.update(tally.right)
        whole.all.update(tally.all)
    print(f"{kind:10} {'ALL':28} {whole}")
    print(f"{kind:10} {'ALL':28} {'; '.join(shares(whole, WANTED)) or 'all met'}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=1_000, help="the first seed  [1000]")
    parser.add_argument("--count", type=int, default=10, help="issues a layout  [10]")
    parser.add_argument("--misses", type=int, default=2, help="how many of a layout's mistakes are shown  [2]")
    arguments = parser.parse_args()
    seeds = range(arguments.first, arguments.first + arguments.count)
    library = [(layout.__name__, partial(by_library, layout, seeds)) for layout in layouts.LAYOUTS]
    report("drawn", library, arguments.misses)
    with closing(Browser()) as browser:
        printed = [(layout.name, partial(by_browser, layout, seeds, browser)) for layout in webpages.LAYOUTS]
        report("printed", printed, arguments.misses)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
