"""Who stands under a heading that an issue has, asked as whatever they are credited as, and since which issue."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds


@pytest.fixture
def rowers(shelf: Shelve) -> Library:
    """Two issues with new rowers, and a calendar to which one may be added."""
    names = {61: ("2041-02-07", ["Ida Fell", "Tom Quist", "mquill"]), 62: ("2041-02-14", ["Sören Abel", "Eva Lund"])}
    issues = {}
    for number, (date, rows) in names.items():
        lines = "".join(f"* {name}\n" for name in rows)
        issues[f"r{number}"] = (
            f"Title: Oar Weekly {number}\nDate: {date}\n\n## New Rowers\n\n{lines}\n## Paddles\n\n* Oak.\n"
        )
    return shelf(**issues)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Name everyone listed as a new rower in the issue of 7 February 2041.", ["Ida", "Tom", "mquill"], ["Eva"]),
        ("Everybody who was welcomed as a new rower in issue 62", ["Sören", "Eva"], ["Ida"]),
        ("When did Eva Lund first appear among the new rowers?", ["Oar Weekly 62"], ["Oar Weekly 61"]),
        ("When was Soren Abel listed among the new rowers?", ["Oar Weekly 62"], ["Oar Weekly 61"]),
    ],
)
def test_those_under_a_heading_are_told(rowers: Library, question: str, told: list[str], untold: list[str]) -> None:
    answer = rowers.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(rowers, answer)


@pytest.mark.parametrize(
    "question",
    ["When did Eva Lund first appear among the paddles?", "When did Eva Marsh first appear among the new rowers?"],
)
def test_those_who_do_not_stand_there_are_not(rowers: Library, question: str) -> None:
    assert not rowers.ask(question).claims


def test_a_question_that_ends_in_calendar_asks_for_no_list(rowers: Library) -> None:
    assert not rowers.ask("Whom must I ask to be in the calendar?").claims
