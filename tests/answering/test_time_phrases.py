"""Times told round a date."""

from datetime import date

import pytest

from ctassist.answering.phrasing.time_phrases import plain_times
from ctassist.answering.understanding.time_scope import mended_months

AS_OF = date(2031, 5, 20)


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("in the first six months of 2029", "in January to June 2029"),
        ("the last 3 months of 2029", "October to December 2029"),
        ("in the last two weeks of January", "in 18 to 31 January 2031"),
        ("everything from 26 May 2030 to the end of that month", "everything from 26 to 31 May 2030"),
        ("before 19 May 2030, in that same month", "from 1 to 18 May 2030"),
        ("after 19 May 2030 in that month", "from 20 to 31 May 2030"),
        ("between the start of the year and 5 May 2030", "1 January to 5 May 2030"),
        ("before 1 May 2030, in that month", "before 1 May 2030, in that month"),
        ("before 19 May 2030 in the month of June", "before 19 May 2030 in the month of June"),
        ("the final quarter of 2029", "October to December 2029"),
        ("what happened in the last month covered by the newest issue", "what happened in May 2031"),
        ("the last month of the latest newsletter", "in May 2031"),
        ("the last quarter of 2029 (October to December)", "October to December 2029"),
        ("the last ten days of May 2030", "22 to 31 May 2030"),
        ("in the first two weeks of May 2030", "in 1 to 14 May 2030"),
        ("the first 2 months of this year", "January to February 2031"),
        ("the week ending 7 May 2030", "1 to 7 May 2030"),
        ("the week starting on Monday, 6 May 2030", "6 to 12 May 2030"),
        ("the year to March 2030", "April 2029 to March 2030"),
        ("the three months to March 2030", "January to March 2030"),
        ("over the last 30 days", "over 21 April to 20 May 2031"),
        ("what was done last summer", "what was done June to August 2030"),
        ("no later than 3 May 2030", "until 3 May 2030"),
        ("up to and including June 2030", "until June 2030"),
        ("not before 3 May 2030", "since 3 May 2030"),
        ("ahead of 1 June 2030", "before 1 June 2030"),
        ("between spring and autumn 2030", "between spring 2030 and autumn 2030"),
        ("Q1 and Q2 2030", "Q1 2030 and Q2 2030"),
        ("from the 16th through the 31st of May 2030", "from 16 to 31 May 2030"),
        ("the 3rd to the 9th of June", "from 3 to 9 June"),
        ("meetings in 09/2029", "meetings in September 2029"),
        ("all that was done in the two months", "all that was done in the last two months"),
    ],
)
def test_a_time_is_put_plainly(told: str, plain: str) -> None:
    assert plain_times(told, AS_OF) == plain


@pytest.mark.parametrize(
    "text",
    [
        "What happened in May 2030?",
        "the first three members of the board",
        "the last week of the campaign",
        "on 09/10/2029",
        "the ship ahead of us",
        "in the two months before May",
    ],
)
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert plain_times(text, AS_OF) == text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("What happened in Juli 2031?", "What happened in July 2031?"),
        ("What happened in Novemeber 2031?", "What happened in November 2031?"),
        ("What did the tune 2031 sound like?", "What did the tune 2031 sound like?"),
    ],
)
def test_a_month_with_a_slip_is_meant_where_a_year_follows(said: str, meant: str) -> None:
    assert mended_months(said) == meant
