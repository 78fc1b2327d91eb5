"""Which issues of a periodical are missing is learned from those that are there."""

from calendar import monthrange
from datetime import UTC, date, datetime

import pytest

from ctassist.extraction.period import say
from ctassist.indexing.series import Series, series_of, series_words
from ctassist.model.archive import Document
from ctassist.model.time import Period


def whole(first: str, last: str) -> Period:
    """Whole months, from "2023-01" to "2023-02"."""
    year, month = map(int, last.split("-"))
    return Period(date.fromisoformat(f"{first}-01"), date(year, month, monthrange(year, month)[1]))


def issues(*periods: Period, name: str = "Tide Review", language: str = "en") -> list[Document]:
    now = datetime(2024, 1, 1, tzinfo=UTC)
    return [
        Document(f"{n}", "x.md", "x", "text/plain", f"{n}", 1, "/x.md", now, period, series=name, language=language)
        for n, period in enumerate(periods)
    ]


def only(documents: list[Document]) -> Series:
    found = series_of(documents)
    assert len(found) == 1
    return found[0]


def bimonthly(*firsts: str) -> list[Period]:
    return [whole(first, f"{first[:5]}{int(first[5:]) + 1:02}") for first in firsts]


def test_a_gap_in_a_series_of_two_months_is_told_issue_by_issue() -> None:
    found = only(issues(*bimonthly("2023-01", "2023-03", "2023-09", "2023-11", "2024-01")))

    assert series_words(found) == (
        "Tide Review: 5 issues, January 2023 to February 2024; missing: May–June 2023, July–August 2023"
    )


@pytest.mark.parametrize(
    ("periods", "missing"),
    [
        (bimonthly("2023-01", "2023-03", "2023-05"), []),
        (bimonthly("2023-01", "2023-05"), ["March–April 2023"]),
        ([whole(f"2023-{n:02}", f"2023-{n:02}") for n in (1, 2, 3, 6)], ["April 2023", "May 2023"]),
        ([whole("2020-01", "2020-12"), whole("2021-01", "2021-12"), whole("2023-01", "2023-12")], ["2022"]),
        # One month every half year: of a rhythm of its own.
        ([whole(day, day) for day in ("2021-03", "2021-09", "2022-03", "2023-03")], ["September 2022"]),
        # Two minutes, half a year apart, have no rhythm.
        ([whole("2021-03", "2021-03"), whole("2021-09", "2021-09")], []),
        # Issues of two months and one of half a year that covers their gap.
        ([*bimonthly("2023-01", "2023-03"), whole("2023-05", "2023-10"), *bimonthly("2023-11")], []),
        ([Period(date(2024, 3, day), date(2024, 3, day)) for day in (6, 13, 27)], ["20 March 2024"]),
        ([Period(date(2024, 3, day), date(2024, 3, day + 6)) for day in (4, 11, 25)], ["18 March–24 March 2024"]),
        ([Period(date(2024, 3, 6), date(2024, 3, 6))] * 2, []),
    ],
)
def test_the_rhythm_tells_what_is_missing(periods: list[Period], missing: list[str]) -> None:
    assert [say(period) for period in only(issues(*periods)).missing] == missing


def test_a_series_is_one_however_its_name_is_written_and_apart_in_each_language() -> None:
    periods = bimonthly("2023-01", "2023-03")
    same = [*issues(periods[0], name="THE TIDE REVIEW"), *issues(periods[1], name="Tide Review")]
    french = issues(periods[0], language="fr")

    assert [(s.name, s.language, s.issues) for s in series_of(same + french)] == [
        ("Tide Review", "en", 2),
        ("Tide Review", "fr", 1),
    ]


def test_many_missing_issues_are_counted() -> None:
    found = only(issues(*bimonthly("2020-01", "2020-03", "2022-03")))

    assert series_words(found).endswith("January–February 2021, March–April 2021 and 5 more")
