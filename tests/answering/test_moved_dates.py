"""How the day of something moved: each day that issues gave for it, and none of another thing, version or round."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_HEAD = "---\ntitle: Week Ending {day}\n---\n\n## News\n\nA quiet week.\n\n## Pattern Book\n\n"


@pytest.fixture
def quilts(shelf: Shelve) -> Library:
    """Weekly letters of quilters: two books, of which the second had its cutting day and its fair moved."""
    issues = {
        "january": "**Next Deadline: Cutting Day, Feb 4**\n\nBook 3.1 has begun, so send in your squares.\n",
        "february": "**Next Deadline: Fair, Feb 20**\n\nCutting Day was a success for 3.1.\n",
        "may": "**Next Deadline: Cutting Day, June 9**\n\nWe are well into 3.2 now.\n",
        "june": "**Next Deadline: Cutting Days, June 23rd**\n\nThe 3.2 plan has been changed, with Dye Day on July 2 "
        "and the Fair on July 30.\n",
        "july": "**Next Deadline: Dye Day July 2, Fair July 30**\n\nBring your own thimbles to 3.2. "
        "The hem day has been moved from July 8 to July 15.\n",
    }
    days = {"january": "January 12", "february": "February 9", "may": "May 17", "june": "June 7", "july": "June 28"}
    return shelf(**{name: _HEAD.format(day=f"{days[name]}, 2048") + text for name, text in issues.items()})


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("How did the cutting day of 3.2 move?", ["9 June 2048", "23 June 2048"]),
        ("How did the date of the cutting day for 3.2 change from May to June?", ["9 June 2048", "23 June 2048"]),
        ("How was the hem day moved?", ["8 July 2048", "15 July 2048"]),
    ],
)
def test_each_day_that_issues_gave_is_told_in_order(quilts: Library, question: str, days: list[str]) -> None:
    answer = quilts.ask(question)
    assert [claim.text.split("**")[1] for claim in answer.claims] == days
    assert_holds(quilts, answer)


@pytest.mark.parametrize(
    "question",
    [
        "How did the cutting day of 3.1 move?",
        "How did the cutting day of 3.3 move?",
        "How did the dye day of 3.2 move?",
        "How did the quilting day of 3.2 move?",
        "How did the fair of 3.2 move?",
    ],
)
def test_a_day_of_another_round_or_thing_moved_nothing(quilts: Library, question: str) -> None:
    answer = quilts.ask(question)
    assert not any(claim.text.startswith("**") for claim in answer.claims), answer.answer
