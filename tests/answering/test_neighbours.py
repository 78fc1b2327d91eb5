"""Times next to the one asked about before."""

from datetime import UTC, date, datetime

import pytest

from ctassist.answering.understanding.neighbours import beside
from ctassist.model.archive import Document
from ctassist.model.time import Interval, Period, Precision


def issue(start: date, end: date) -> Document:
    made = datetime(2031, 3, 1, tzinfo=UTC)
    return Document(f"{start}", "a.md", "Review", "text/markdown", "0", 1, "a.md", made, Period(start, end))


ISSUES = [issue(date(2030, 7, 1), date(2030, 8, 31)), issue(date(2030, 11, 1), date(2030, 12, 31))]
YEAR = Interval(date(2030, 1, 1), date(2030, 12, 31), Precision.YEAR)
MONTH = Interval(date(2030, 3, 1), date(2030, 3, 31), Precision.MONTH)
DAY = Interval(date(2030, 3, 1), date(2030, 3, 1), Precision.DAY)
SUMMER = Interval(date(2030, 7, 1), date(2030, 8, 31), Precision.ISSUE)


@pytest.mark.parametrize(
    ("asked", "before", "plain"),
    [
        ("And the year before?", YEAR, "And in 2029?"),
        ("and in the following year", YEAR, "and in 2031"),
        ("what about the previous month?", MONTH, "what about in February 2030?"),
        ("And the month after that?", MONTH, "And in April 2030?"),
        ("the quarter before?", MONTH, "in October to December 2029?"),
        ("And the day before?", DAY, "And in 28 February 2030?"),
        ("And the week after?", DAY, "And in 8 March 2030?"),
        ("And in the next issue?", SUMMER, "And in November to December 2030?"),
        ("And the year earlier?", SUMMER, "And in July to August 2029?"),
    ],
)
def test_a_time_is_told_from_the_one_before(asked: str, before: Interval, plain: str) -> None:
    assert beside(asked, before, ISSUES) == plain


@pytest.mark.parametrize(
    "asked", ["Who chaired it before?", "And the previous chair?", "What about the next issue of it?"]
)
def test_anything_else_stays(asked: str) -> None:
    assert beside(asked, MONTH, ISSUES) == asked


def test_there_is_no_issue_before_the_first() -> None:
    assert beside("And the issue before?", SUMMER, ISSUES) == "And the issue before?"
    assert beside("And the year before?", None, ISSUES) == "And the year before?"
