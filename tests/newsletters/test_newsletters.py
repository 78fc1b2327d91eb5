"""Invented newsletters are read as they were written, whatever their layout and the order in which they were drawn."""

import pytest
from tests.newsletters.invention import invent
from tests.newsletters.layouts import LAYOUTS, Layout, shown_in
from tests.newsletters.measure import WANTED, Tally, measure, shares
from tests.newsletters.typesetting import ORDERS, Manner, drawn

SEEDS = (*range(12), 725)
"""Beside some that nobody chose, one whose table reaches further to the right than all that stands above."""


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_newsletter_is_read_as_it_was_written(layout: Layout) -> None:
    tally = Tally()
    for seed in SEEDS:
        issue = shown_in(layout, invent(seed))
        pages = layout(issue, Manner.of(seed))
        measure(drawn(pages, ORDERS[seed % len(ORDERS)], seed), issue, tally)
    assert not shares(tally, WANTED), "\n".join(tally.misses)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_order_in_which_a_page_was_drawn_changes_nothing(layout: Layout) -> None:
    issue, manner = shown_in(layout, invent(1)), Manner.of(1)
    pages = layout(issue, manner)
    texts = {measure(drawn(pages, order, 5), issue, Tally()).text for order in ORDERS}
    assert len(texts) == 1
