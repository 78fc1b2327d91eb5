from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctassist.errors import UsageError
from ctassist.service.days import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-14", date(2024, 2, 14), date(2024, 2, 14)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (" 2023 ", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_day_a_month_or_a_year_names_its_days(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "2023-13", "2023-00", "0000", "2023-02-30", "14/02/2024", "2023-6", "٢٠٢٣"])
def test_what_is_no_date_is_refused_with_a_sentence(text: str) -> None:
    for read in (first_day, last_day):
        with pytest.raises(UsageError, match="is not a date; write it as"):
            read(text)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_usage_error(text: str) -> None:
    with suppress(UsageError):
        assert first_day(text) <= last_day(text)


@given(st.dates())
def test_every_day_reads_as_itself(day: date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day
