"""Numerals in front of lines that are days, and those that are none."""

from datetime import date

import pytest

from ctassist.extraction.extract import extract
from ctassist.extraction.numeral_days import numeral_days
from ctassist.model.time import Interval
from ctassist.reading.markdown import read_text

_WEEK = Interval(date(2041, 5, 6), date(2041, 5, 12))


def days(*lines: str, heading: str = "Coming meetups", reference: Interval | None = _WEEK) -> list[str]:
    """The days of list items in the order of the lines."""
    text = f"# Net Weekly\n\n## {heading}\n\n" + "\n".join(f"* {line}" for line in lines) + "\n"
    return [f"{day.start:%d %b %Y}" for day in numeral_days(read_text(text), reference).values()]


def test_a_number_above_twelve_tells_that_the_month_comes_first() -> None:
    assert days("5/9. Riga menders", "5/13. Oslo menders", "6/2: Ghent") == [
        "09 May 2041",
        "13 May 2041",
        "02 Jun 2041",
    ]


def test_or_that_the_day_does() -> None:
    assert days("9/5 – Riga menders", "13/5 – Oslo menders") == ["09 May 2041", "13 May 2041"]


def test_without_such_a_number_the_days_that_follow_the_issue_are_meant() -> None:
    december = Interval(date(2041, 11, 25), date(2041, 12, 1))
    assert days("12/2. Riga", "12/5. Oslo", "12/9. Ghent", reference=december)[0] == "02 Dec 2041"


def test_a_day_over_the_year_s_end_is_of_the_next_year() -> None:
    december = Interval(date(2041, 12, 16), date(2041, 12, 22))
    assert days("12/28. Riga menders", "1/14. Oslo menders", reference=december) == ["28 Dec 2041", "14 Jan 2042"]


def test_numerals_may_span_days() -> None:
    text = "# Net Weekly\n\n## Events\n\n* [5/18–5/20. Fair of nets](https://x.example)\n* 5/25 (Sat) Mending\n"
    first, second = numeral_days(read_text(text), _WEEK).values()
    assert (first.start.day, first.end.day, second.start.day) == (18, 20, 25)


@pytest.mark.parametrize(
    "lines",
    [
        ("5/9. Riga", "6/8. Oslo"),  # Either reading lies near.
        ("13/5. Riga", "5/14. Oslo"),  # Month first and day first.
        ("1/15: Ropes", "2/15: Hooks", "3/15: Floats"),  # Parts of a whole.
        ("5/13 of all nets were mended", "5/14 of all floats were lost"),
        ("11/20. Riga", "11/21. Oslo"),  # Half a year away.
        ("24/7. Open all the time", "25/8. Riga", "2/30. Oslo"),
    ],
)
def test_what_may_be_read_otherwise_is_no_day(lines: tuple[str, ...]) -> None:
    assert days(*lines) == []


def test_below_other_headings_a_single_line_is_none() -> None:
    assert days("5/13. Riga", heading="Scores") == []
    assert days("5/13. Riga", heading="Events") == ["13 May 2041"]


def test_a_document_without_a_time_has_none() -> None:
    assert days("5/9. Riga", "5/13. Oslo", reference=None) == []


def test_lines_with_such_days_are_activities_be_they_short() -> None:
    text = (
        "Title: Net Weekly 7\nDate: 2041-05-12\n\n## Coming meetups\n\n"
        "* [5/15. Riga](https://x.example/1)\n* 5/20. Oslo menders, after the fair of 2 May.\n"
    )
    found = extract(read_text(text), "net-7.md").activities
    assert [activity.intervals[0].start for activity in found] == [date(2041, 5, 15), date(2041, 5, 20)]
