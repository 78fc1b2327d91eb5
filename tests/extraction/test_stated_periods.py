from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.shown import said

from ctassist.extraction.stated_periods import nearest, stated_periods


def read(text: str, *, is_name: bool = False) -> list[tuple[str, str | None]]:
    """Each stretch that states time, with its days."""
    return [
        (found.span.of(text), said(found.interval) if found.interval else None)
        for found in stated_periods(text, is_name=is_name)
    ]


@pytest.mark.parametrize(
    ("title", "stretch", "days"),
    [
        ("Tide Review, Dec-Jan 2023", ", Dec-Jan 2023", "2022-12-01/2023-01-31"),
        ("Tide Review 2022 December – January", "2022 December – January", "2022-12-01/2023-01-31"),
        ("Winter 2023/24", "Winter 2023/24", "2023-12-01/2024-02-29"),
        ("Autumn-Winter 2023", "Autumn-Winter 2023", "2023-09-01/2024-02-29"),
        ("Q4 2022 – Q1 2023", "Q4 2022 – Q1 2023", "2022-10-01/2023-03-31"),
        ("Tide Weekly, weeks 12-13, 2024", ", weeks 12-13, 2024", "2024-03-18/2024-03-31"),
        ("1er trimestre 2023", "1er trimestre 2023", "2023-01-01/2023-03-31"),
        ("segundo semestre de 2022", "segundo semestre de 2022", "2022-07-01/2022-12-31"),
        ("Обзор за май–июнь 2022 года", "за май–июнь 2022 года", "2022-05-01/2022-06-30"),
        ("I квартал 2023 г.", "I квартал 2023 г.", "2023-01-01/2023-03-31"),
        ("الربع الأول ٢٠٢٣", "الربع الأول ٢٠٢٣", "2023-01-01/2023-03-31"),
        ("通讯2024年1月至2月", "2024年1月至2月", "2024-01-01/2024-02-29"),
        ("del 1 de enero al 30 de junio de 2019", "del 1 de enero al 30 de junio de 2019", "2019-01-01/2019-06-30"),
        ("Lettre, du 4 au 10 mars 2024", ", du 4 au 10 mars 2024", "2024-03-04/2024-03-10"),
        ("28 декабря – 3 января 2024 г.", "28 декабря – 3 января 2024 г.", "2023-12-28/2024-01-03"),
        ("Tide Weekly 88, March 2024", ", March 2024", "2024-03-01/2024-03-31"),
        ("第12周 2024年", "第12周 2024年", "2024-03-18/2024-03-24"),
    ],
)
def test_titles_state_periods_in_six_languages(title: str, stretch: str, days: str) -> None:
    assert read(title) == [(stretch, days)]


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("tides_2025_01", "2025-01-01/2025-01-31"),
        ("tides_202309", "2023-09-01/2023-09-30"),
        ("tides_2024_01-02", "2024-01-01/2024-02-29"),
        ("tides_jan_feb_2024", "2024-01-01/2024-02-29"),
        ("tides_oct-dec21", "2021-10-01/2021-12-31"),
        ("tides-2023Q2", "2023-04-01/2023-06-30"),
        ("marees_janvier-fevrier_2024", "2024-01-01/2024-02-29"),
    ],
)
def test_names_of_files_state_periods_in_numbers_too(name: str, days: str) -> None:
    assert [found for _, found in read(name, is_name=True)] == [days]


@pytest.mark.parametrize("title", ["12 March 2024", "Tide Review 2021", "March – April"])
def test_days_lone_years_and_months_without_a_year_are_no_period(title: str) -> None:
    assert [days for _, days in read(title)] == [None]


def test_the_number_of_a_body_is_no_day() -> None:
    assert read("Working Group 5, 18 April 2024")[0][0] == ", 18 April 2024"


def test_months_without_a_year_take_the_year_of_the_day_of_publication() -> None:
    assert said(nearest((9, 10), date(2022, 11, 2))) == "2022-09-01/2022-10-31"
    assert said(nearest((12, 13), date(2023, 2, 14))) == "2022-12-01/2023-01-31"


_WORDS = [
    "Q1",
    "H2",
    "third",
    "half",
    "quarter",
    "2023",
    "-24",
    "12",
    "Dec",
    "–",
    "winter",
    "W53",
    "APRİL",
    "月",
    "第",
    "'",
    "_",
    "x",
    "2024-13",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=8), st.sampled_from(["", " "]), st.booleans())
def test_whatever_stands_there_each_stretch_is_a_part_of_the_title(words: list[str], joint: str, is_name: bool) -> None:
    title = joint.join(words)
    at = 0
    for found in stated_periods(title, is_name=is_name):
        assert at <= found.span.start < found.span.end <= len(title)
        assert found.interval is None or found.months is None
        at = found.span.end
