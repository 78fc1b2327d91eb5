import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctassist.errors import UsageError
from ctassist.service.paging import page


@given(st.sets(st.integers(0, 99)), st.integers(1, 20), st.booleans())
def test_the_pages_together_are_the_whole_list_in_order(numbers: set[int], limit: int, latest_first: bool) -> None:
    rows, shown, cursor = list(numbers), [], None
    while True:
        some, cursor = page(rows, lambda n: (n,), limit, cursor, latest_first=latest_first)
        shown += some
        if cursor is None:
            break
    assert shown == sorted(numbers, reverse=latest_first)


def test_a_row_that_comes_in_between_repeats_nothing() -> None:
    first, cursor = page([1, 3, 5], lambda n: (n,), 2, None)
    second, _ = page([0, 1, 2, 3, 4, 5], lambda n: (n,), 2, cursor)
    assert (first, second) == ([1, 3], [4, 5])


@pytest.mark.parametrize("cursor", ["", "x", "WzEsMl0", "e30", "é", "W1tbXV0", "W251bGxd", "////"])
def test_a_cursor_from_elsewhere_is_refused(cursor: str) -> None:
    rows = [("a", 1), ("b", 2)]
    with pytest.raises(UsageError, match="begin again without it"):
        page(rows, lambda row: row, 10, cursor)
