"""Dates: every usual way to write one is understood; what only looks like one is left alone."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archives import days, period, whole_month
from tests.archives.writing import Hand
from tests.extraction.shown import said

from ctassist.extraction.dates import find_dates
from ctassist.model.time import Interval, Precision

ISSUE = period(2024, 1, months=2)


def dates(text: str, reference: Interval | None = ISSUE, *, casual: bool = False) -> list[str]:
    return [said(found.interval) for found in find_dates(text, reference, casual=casual)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A briefing (23 Jan)", ["2024-01-23"]),
        ("The committee met (24-25 Jan)", ["2024-01-24/2024-01-25"]),
        ("14.01.2024-16.01.2024 · Riga", ["2024-01-14/2024-01-16"]),
        ("from 30/12/2023 to 02/01/2024", ["2023-12-30/2024-01-02"]),
        ("30.12.–02.01.2024", ["2023-12-30/2024-01-02"]),
        ("01/13/2024 - 01/15/2024", ["2024-01-13/2024-01-15"]),
        ("The committee met (24 – 25 Jan.)", ["2024-01-24/2024-01-25"]),
        ("A facility was handed over (6 and 13 Feb)", ["2024-02-06", "2024-02-13"]),
        ("Meetings were held (25 Jan and 8 Feb", ["2024-01-25", "2024-02-08"]),
        ("Support to Togo (9-12 Jan) and Kenya (29 Jan)", ["2024-01-09/2024-01-12", "2024-01-29"]),
        ("A round table (25-27 Feb) and a meeting (28-29 Feb)", ["2024-02-25/2024-02-27", "2024-02-28/2024-02-29"]),
        ("The platform won a medal (Feb)", ["2024-02-01/2024-02-29"]),
        ("Pilots came (29/1 – 6/2)", ["2024-01-29/2024-02-06"]),
        ("Pilots came (1/29 – 2/6)", ["2024-01-29/2024-02-06"]),
        ("Pilots came (9.2.)", ["2024-02-09"]),
        ("One in four of them (1/4), be it day or night (24/7), by rule (2.5)", []),
        ("A course (30 Jan-2 Feb)", ["2024-01-30/2024-02-02"]),
        ("A course from 30 January to 2 February", ["2024-01-30/2024-02-02"]),
        ("A course (Jan. 30–Feb. 2)", ["2024-01-30/2024-02-02"]),
        ("Experts met on Monday, 12 February, in Riga", ["2024-02-12"]),
        ("Experts met on the 12th of February", ["2024-02-12"]),
        ("Experts met on the twelfth of February", ["2024-02-12"]),
        ("From the third to the twenty-first of January experts met", ["2024-01-03/2024-01-21"]),
        ("February the second: experts met", ["2024-02-02"]),
        ("Experts met on the thirty-first of February", []),
        ("The third week of February", ["2024-02-15/2024-02-21"]),
        ("The third of them met in February", ["2024-02-01/2024-02-29"]),
        ("February 12th: experts met", ["2024-02-12"]),
        ("Experts met (Riga, 12 Jan)", ["2024-01-12"]),
        ("Experts met (12-13 Jan, 20 Jan and 3 Feb)", ["2024-01-12/2024-01-13", "2024-01-20", "2024-02-03"]),
        ("A course (30-31 Jan and 1 Feb)", ["2024-01-30/2024-01-31", "2024-02-01"]),
        ("A course (Jan-Feb)", ["2024-01-01/2024-02-29"]),
        ("A course (12 Jan – 3 Feb)", ["2024-01-12/2024-02-03"]),
        ("A course (12 Jan & 3 Feb)", ["2024-01-12", "2024-02-03"]),
        ("A course (12/13 Jan)", ["2024-01-12", "2024-01-13"]),
        ("A course (from 12 Jan)", ["2024-01-12"]),
        ("On January 1, 12 experts met in Riga", ["2024-01-01"]),
        ("In February, experts met", ["2024-02-01/2024-02-29"]),
        ("Early in February experts met", ["2024-02-01/2024-02-29"]),
        ("Experts met in February, WTO said", ["2024-02-01/2024-02-29"]),
        ("Experts met in January and on 3 February", ["2024-01-01/2024-01-31", "2024-02-03"]),
        ("January WTO opened a harbour", ["2024-01-01/2024-01-31"]),
        ("February The Tide Board met", ["2024-02-01/2024-02-29"]),
    ],
)
def test_dates_without_a_year_belong_to_the_issue(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 12 March 2021", ["2021-03-12"]),
        ("on 12th March, 2021", ["2021-03-12"]),
        ("on March 12, 2021,", ["2021-03-12"]),
        ("on March 12th 2021", ["2021-03-12"]),
        ("on 5 Sept 2021", ["2021-09-05"]),
        ("on Sept. 5, 2021", ["2021-09-05"]),
        ("on 12\u00a0March\u00a02021", ["2021-03-12"]),
        ("on 12\nMarch 2021", ["2021-03-12"]),
        ("on 12, 14 and 16 March 2021", ["2021-03-12", "2021-03-14", "2021-03-16"]),
        ("on 1-3 and 7-9 March 2021", ["2021-03-01/2021-03-03", "2021-03-07/2021-03-09"]),
        ("from 3 to 5 March 2021", ["2021-03-03/2021-03-05"]),
        ("between 3 and 5 March 2021", ["2021-03-03/2021-03-05"]),
        ("from 28 February until 2 March 2021", ["2021-02-28/2021-03-02"]),
        ("from 30 December 2020 to 2 January 2021", ["2020-12-30/2021-01-02"]),
        ("from 30 December to 2 January 2021", ["2020-12-30/2021-01-02"]),
        ("on 25 January and 8 February 2021", ["2021-01-25", "2021-02-08"]),
        ("on 2021-03-05", ["2021-03-05"]),
        ("2021-03-05/2021-03-08", ["2021-03-05/2021-03-08"]),
        ("on 05.03.2021", ["2021-03-05"]),
        ("on 5/3/2021", ["2021-03-05"]),
        ("on 13/02/2021", ["2021-02-13"]),
        ("on 02/13/2021", ["2021-02-13"]),
        ("in March 2021", ["2021-03-01/2021-03-31"]),
        ("March-April 2021", ["2021-03-01/2021-04-30"]),
        ("November 2020-January 2021", ["2020-11-01/2021-01-31"]),
        ("November-January 2021", ["2020-11-01/2021-01-31"]),
        ("in Q1 2021", ["2021-01-01/2021-03-31"]),
        ("in the last quarter of 2021", ["2021-10-01/2021-12-31"]),
        ("in the second half of 2021", ["2021-07-01/2021-12-31"]),
        ("in spring 2021", ["2021-03-01/2021-05-31"]),
        ("in early March 2021", ["2021-03-01/2021-03-10"]),
        ("in mid-March 2021", ["2021-03-11/2021-03-20"]),
        ("in late March 2021", ["2021-03-21/2021-03-31"]),
        ("Launched in 2021,", ["2021-01-01/2021-12-31"]),
        ("on 29 February 2024", ["2024-02-29"]),
        ("on 30-31 January and 1 February 2021", ["2021-01-30/2021-01-31", "2021-02-01"]),
        ("on March 5 and 6, 2021", ["2021-03-05", "2021-03-06"]),
        ("on March 5-7 and 9, 2021", ["2021-03-05/2021-03-07", "2021-03-09"]),
        ("from Tue 2 to Thu 4 March 2021", ["2021-03-02/2021-03-04"]),
        ("on 2nd-4th March 2021", ["2021-03-02/2021-03-04"]),
        ("from Dec. 28, 2020 to Jan. 3, 2021", ["2020-12-28/2021-01-03"]),
        ("on 5 March 2021 at 10:30", ["2021-03-05"]),
        ("at 10 am on 5 March 2021", ["2021-03-05"]),
        ("on the fifth day, 5 March, 2021", ["2021-03-05"]),
        ("in the month of March 2021", ["2021-03-01/2021-03-31"]),
        ("40 pilots met on 5 March 2021", ["2021-03-05"]),
        ("in 2021 and on 5 March 2022", ["2021-01-01/2021-12-31", "2022-03-05"]),
    ],
)
def test_a_date_with_its_year_needs_no_issue(text: str, expected: list[str]) -> None:
    assert dates(text, None) == expected
    assert dates(text, ISSUE) == expected


def test_a_date_without_its_year_and_without_an_issue_is_not_known() -> None:
    assert dates("on 12 March", None) == []


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("(30 Dec)", period(2022, 11, months=2), "2022-12-30"),
        ("(3 Jan)", period(2022, 11, months=2), "2023-01-03"),
        ("(28 Dec)", period(2023, 1, months=2), "2022-12-28"),
        ("(3 Jan)", period(2023, 1, months=2), "2023-01-03"),
        ("(30 Dec-2 Jan)", period(2022, 11, months=2), "2022-12-30/2023-01-02"),
        ("(30 Dec-2 Jan)", period(2023, 1, months=2), "2022-12-30/2023-01-02"),
        ("(Dec)", period(2022, 12, months=3), "2022-12-01/2022-12-31"),
        ("(Jan)", period(2022, 12, months=3), "2023-01-01/2023-01-31"),
        ("(Dec-Jan)", period(2022, 12, months=2), "2022-12-01/2023-01-31"),
        ("(31 Dec)", period(2022, 1, months=12), "2022-12-31"),
        ("(1 Jan)", period(2022, 1, months=12), "2022-01-01"),
    ],
)
def test_months_that_cross_the_end_of_a_year_belong_to_the_right_one(
    text: str, reference: Interval, expected: str
) -> None:
    assert dates(text, reference) == [expected]


@given(st.dates(date(2001, 1, 1), date(2089, 12, 31)), st.integers(1, 6), st.integers(0, 5))
def test_a_day_of_an_issue_is_given_its_year(day: date, months: int, before: int) -> None:
    first = day.year * 12 + day.month - 1 - min(before, months - 1)
    issue = period(first // 12, first % 12 + 1, months=months)
    assert dates(f"({day.day} {day:%b})", issue) == [f"{day}"]


@pytest.mark.parametrize(
    "text",
    [
        "30 Feb",
        "(30 Feb 2024)",
        "31 April 2024",
        "on 32 January",
        "(32-31 Jan)",
        "(25-24 Jan)",
        "0 March 2024",
        "(28-31 Feb)",
        "February 30, 2024",
        "2024-02-30",
        "2024-13-01",
        "31.02.2024",
        "on 29 February 2023",
        "5 and 31 February 2024",
    ],
)
def test_impossible_dates_are_no_dates_and_neither_are_their_parts(text: str) -> None:
    assert dates(text) == []


def test_a_leap_day_in_an_issue_of_a_common_year_is_impossible() -> None:
    assert dates("(29 Feb)", period(2023, 1, months=2)) == []
    assert dates("(29 Feb)", period(2024, 1, months=2)) == ["2024-02-29"]


@pytest.mark.parametrize(
    "text",
    [
        "We may march on, and august voices agreed",
        "May we ask for help?",
        "Mrs. May visited the office",
        "April Jones spoke",
        "Jan Egeland visited Oslo",
        "5 marching bands",
        "resolution 2396 (2017)",
        "document S/2024/12",
        "the 2024 Platform Awards",
        "section 12.3 of the report",
        "1,050 focal points",
        "at 10:30",
        "call +49 30 12 34",
        "pages 12-14",
        "the 23rd meeting",
        "12 Secretaries",
        "The March of the Pilots went on",
        "bit.ly/2024-review",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


def test_months_in_lower_case_count_in_questions_only() -> None:
    assert dates("what happened in march 2021?", None, casual=True) == ["2021-03-01/2021-03-31"]
    assert dates("what happened on 5 march 2021?", None, casual=True) == ["2021-03-05"]
    assert dates("they march 20 miles") == []


def test_a_date_that_fills_its_brackets_is_known_from_one_in_the_words() -> None:
    found = find_dates("The guide of 3 January was launched (12 Jan) in Riga (with 5 others on 14 Jan)", ISSUE)
    assert [(said(date_.interval), date_.bracketed) for date_ in found] == [
        ("2024-01-03", False),
        ("2024-01-12", True),
        ("2024-01-14", False),
    ]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("(12 Jan)", Precision.DAY),
        ("(12-14 Jan)", Precision.RANGE),
        ("(Jan)", Precision.MONTH),
        ("in spring 2023", Precision.SEASON),
        ("in Q2 2023", Precision.SEASON),
        ("in 2023", Precision.YEAR),
    ],
)
def test_a_date_knows_how_exact_it_is(text: str, precision: Precision) -> None:
    assert [found.interval.precision for found in find_dates(text, ISSUE)] == [precision]


HANDS = st.builds(
    Hand,
    short=st.booleans(),
    dash=st.sampled_from(["-", "–", "—", " – ", " to "]),
    month_first=st.booleans(),
    year=st.booleans(),
)
DAYS = st.dates(date(2001, 1, 1), date(2089, 11, 30))
RANGES = st.tuples(DAYS, st.integers(0, 20)).map(lambda drawn: days(drawn[0], drawn[0] + timedelta(days=drawn[1])))
FRAMES = st.sampled_from(["{}", "({})", "Experts met ({}) in Riga.", "{}: experts met", "| {} | Experts met |"])
SENTENCES = st.sampled_from(
    ["Experts met on {}.", "On {}, experts met in Riga with 12 others.", "The 23rd meeting ({}) heard 5 of them."]
)


def around(interval: Interval) -> Interval:
    """The issue of the month in which an interval begins, and the next month."""
    return period(interval.start.year, interval.start.month, months=2)


@given(RANGES, HANDS, FRAMES | SENTENCES)
def test_a_date_in_any_hand_is_found_again(interval: Interval, hand: Hand, frame: str) -> None:
    written = hand.write(interval)
    text = frame.format(written)
    found = find_dates(text, around(interval))
    assert [said(date_.interval) for date_ in found] == [said(interval)]
    assert [date_.span.of(text).strip(" ,.") for date_ in found] == [written]
    if hand.year:
        assert [said(date_.interval) for date_ in find_dates(text)] == [said(interval)]


@given(DAYS, st.sampled_from(["{:%Y-%m-%d}", "{:%d.%m.%Y}", "{:%A, %-d %B %Y}", "{:%a %-d %b %Y}", "{:%A %B %-d, %Y}"]))
def test_a_day_in_numerals_or_with_its_weekday_is_found_again(day: date, form: str) -> None:
    assert dates(f"Experts met ({form.format(day)})", None) == [f"{day}"]


@given(st.integers(2001, 2089), st.integers(1, 12), HANDS, FRAMES)
def test_a_month_in_any_hand_is_found_again(year: int, month: int, hand: Hand, frame: str) -> None:
    interval = whole_month(year, month)
    assert dates(frame.format(hand.write(interval)), around(interval)) == [said(interval)]


@given(st.lists(DAYS, min_size=2, max_size=2, unique=True).map(sorted), HANDS)
def test_two_days_joined_by_and_are_two_days(pair: list[date], hand: Hand) -> None:
    first, last = pair[0], pair[0] + (pair[1] - pair[0]) % timedelta(days=50) + timedelta(days=2)
    text = f"Experts met ({hand.write_all([days(first), days(last)])})"
    assert dates(text, around(days(first))) == [f"{first}", f"{last}"]


@given(st.integers(2001, 2089), st.integers(1, 12), st.integers(1, 60), HANDS, FRAMES)
def test_a_day_that_its_month_does_not_have_is_never_a_date(
    year: int, month: int, beyond: int, hand: Hand, frame: str
) -> None:
    name = hand.month(days(date(year, month, 1)))
    day = monthrange(year, month)[1] + beyond
    written = f"{name} {day}" if hand.month_first else f"{day} {name}"
    assert dates(frame.format(f"{written} {year}"), None) == []
    assert dates(frame.format(written), period(year, month, months=1)) == []


PIECES = [
    "12",
    "31",
    "30 Feb",
    "Jan",
    "March",
    "May",
    "2024",
    "-",
    "–",
    "/",
    ".",
    ",",
    "and",
    "to",
    "(",
    ")",
    "Q1",
    "first half of",
]
SOUP = st.lists(st.sampled_from([*PIECES, " ", " ", "\n", "1", "st", "2023-02-29"]) | st.text(max_size=4), max_size=30)


@given(SOUP.map("".join), st.none() | st.just(ISSUE), st.booleans())
def test_dates_of_any_text_lie_in_it_in_order(text: str, reference: Interval | None, casual: bool) -> None:
    found = find_dates(text, reference, casual=casual)
    for before, after in pairwise(found):
        assert before.span == after.span or before.span.end <= after.span.start
    assert all(0 <= date_.span.start < date_.span.end <= len(text) for date_ in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Grand Flight 2024 runs from September 14 to 17.", "2024-09-14"),
        ("Census 2023: results are due on 3 March.", "2024-03-03"),
        ("The loft of 1911 was opened again on 14 September.", "2023-09-14"),
    ],
)
def test_a_day_far_from_its_issue_is_of_the_year_that_its_line_names(text: str, expected: str) -> None:
    found = find_dates(text, Interval(date(2024, 2, 5), date(2024, 2, 11)))
    assert expected in [str(date_.interval.start) for date_ in found]
