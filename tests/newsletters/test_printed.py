"""Newsletters that a browser has printed are read as they were written."""

import pytest
from tests.newsletters.browser import Browser
from tests.newsletters.measure import WANTED, Tally, measure, measure_boxes, shares
from tests.newsletters.webpages import LAYOUTS, WebLayout
from tests.newsletters.webstyle import WebManner

SEEDS = (*range(6), 805)
"""Beside some that nobody chose, one in which holders go on in a line where nothing else does."""


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_printed_newsletter_is_read_as_it_was_written(layout: WebLayout, browser: Browser) -> None:
    tally = Tally()
    for seed in SEEDS:
        issue = layout.invented(seed)
        data = browser.printed(layout.write(issue, WebManner.of(seed)))
        reading = measure(data, issue, tally)
        measure_boxes(data, reading, tally)
    assert not shares(tally, WANTED), "\n".join(tally.misses)
