"""Days that lack their month, in tables and lists, and numbers that are none."""

import pytest
from tests.extraction.shown import said, taken

from ctassist.model.records import Activity

_TITLE = "# Knot Review 3\n\n**May–June 2041**\n\n"


def told(body: str, title: str = _TITLE) -> list[tuple[str, ...]]:
    """The days of each activity, in order."""
    return [days(activity) for activity in taken(title + body, "knots.md")[1].activities]


def days(activity: Activity) -> tuple[str, ...]:
    return tuple(said(interval) for interval in activity.intervals)


def table(*rows: str, head: str = "Day | What | Who") -> str:
    rule = "|".join(["---"] * (head.count("|") + 1))
    return "\n".join(f"| {row} |" for row in (head, rule, *rows)) + "\n\n"


_ROWS = ("3 | Fair of the ropes | WTO", "12–13 | Talks on tar | BPU", "25 and 28 | Drills | CSO")
_MAY = [("2041-05-03",), ("2041-05-12/2041-05-13",), ("2041-05-25", "2041-05-28")]


def test_the_heading_above_a_table_gives_its_days_their_month() -> None:
    assert told("## Calendar\n\n### May 2041\n\n" + table(*_ROWS)) == _MAY


def test_so_do_the_head_of_the_column_a_row_of_its_own_and_a_cell_beside() -> None:
    assert told("## Calendar\n\n" + table(*_ROWS, head="May | What | Who")) == _MAY
    assert told("## Calendar\n\n" + table("**May** | | ", *_ROWS)) == _MAY
    beside = table(f"May | {_ROWS[0]}", *(f" | {row}" for row in _ROWS[1:]), head="Month | Day | What | Who")
    assert told("## Calendar\n\n" + beside) == _MAY


def test_an_issue_of_one_month_gives_its_own() -> None:
    assert told("## Calendar\n\n" + table(*_ROWS), "# Knot Letter, May 2041\n\n") == _MAY


def test_without_a_month_they_are_no_days() -> None:
    assert all(days == () for days in told("## Calendar\n\n" + table(*_ROWS)))


def test_days_may_bear_weekdays_and_endings_and_run_over_the_month_s_end() -> None:
    rows = ("Mon 3 | Fair | WTO", "12th (Wed) | Talks | BPU", "30–2 | Regatta | CSO", "30 Jun–2 Jul | Drill | WTO")
    assert told("## June 2041\n\n" + table(*rows)) == [
        ("2041-06-03",),
        ("2041-06-12",),
        ("2041-06-30/2041-07-02",),
        ("2041-06-30/2041-07-02",),
    ]


def test_the_day_of_its_row_goes_before_others_in_it() -> None:
    row = "21 | Report of WTO on the fair of 3 May 2040 | WTO"
    assert told("## June 2041\n\n" + table(row)) == [("2041-06-21",)]


def test_lists_have_such_days_too() -> None:
    lines = "- 3: Fair of the ropes, WTO\n- 12–13: Talks on tar, BPU\n- 30 May–1 June: Regatta, CSO\n- 31: Drill, WTO\n"
    assert told("## May 2041\n\n" + lines) == [
        ("2041-05-03",),
        ("2041-05-12/2041-05-13",),
        ("2041-05-30/2041-06-01",),
        ("2041-05-31",),
    ]


@pytest.mark.parametrize(
    "body",
    [
        table("1 | WTO met | WTO", "2 | BPU met | BPU", "3 | CSO met | CSO", head="No. | What | Who"),
        table("12 | WTO tied knots | WTO", "14 | BPU tied knots | BPU", head="Knots | What | Who"),
        "1. WTO met in Riga\n2. BPU met in Oslo\n3. CSO met in Ghent\n",
        "- 12: pilots WTO has sent\n- 5: pilots BPU has sent\n- 7: pilots CSO has sent\n",
        table("31 | WTO met | WTO", head="Day | What | Who").replace("31", "32"),
    ],
)
def test_what_counts_something_else_is_no_day(body: str) -> None:
    assert set(told("## May 2041\n\n" + body)) <= {("2041-05-01/2041-05-31",)}


def test_such_a_row_gives_nobody_a_post() -> None:
    rows = table("19 | Rope Board admits the Tar Union (TAU) as eleventh member | Rope Board", head="Day | What | Who")
    found = taken(_TITLE + "## May 2041\n\n" + rows, "knots.md")[1]
    assert not found.roles
    assert [days(activity) for activity in found.activities] == [("2041-05-19",)]
