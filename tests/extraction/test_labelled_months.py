"""Reviews of a year told month by month: one year for all, also where its first months lie nearer to the next."""

from tests.extraction.shown import said, taken

_LETTER = """# Reed Weekly

## {heading}

**January:** WTO opened a fen in Riga, Latvia.

**March:** BPU sowed reeds in Oslo, Norway.

**{last}:** WTO closed the mill of Lima, Peru.
"""


def _days(last: str, name: str) -> list[str]:
    source = _LETTER.format(heading="A look back", last=last)
    return [said(activity.intervals[0]) for activity in taken(source, name)[1].activities]


def test_months_that_run_on_to_december_are_all_of_the_year_before_a_january_issue() -> None:
    assert _days("December", "reed-2032-jan-8.md") == [
        "2031-01-01/2031-01-31",
        "2031-03-01/2031-03-31",
        "2031-12-01/2031-12-31",
    ]


def test_months_that_are_all_near_their_issue_stay_where_they_are() -> None:
    assert _days("April", "reed-2032-jan-8.md")[-1] == "2032-04-01/2032-04-30"


def test_a_calendar_that_goes_on_past_december_is_of_two_years() -> None:
    source = (
        _LETTER.format(heading="Coming", last="April").replace("January:", "November:").replace("March:", "January:")
    )
    days = [said(a.intervals[0]) for a in taken(source, "reed-2031-oct-30.md")[1].activities]
    assert days == ["2031-11-01/2031-11-30", "2032-01-01/2032-01-31", "2032-04-01/2032-04-30"]
