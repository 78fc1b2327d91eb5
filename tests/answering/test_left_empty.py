"""Issues that say that they have none of something."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds


@pytest.fixture
def bells(shelf: Shelve) -> Library:
    """Three issues, two of which say that no motion was carried."""
    motions = {
        91: "* Motion 4: Longer ropes",
        92: "No motions were carried this week!",
        93: "*No motions were carried.*",
    }
    days = {91: "2041-05-03", 92: "2041-05-10", 93: "2041-05-17"}
    head = "Title: Bell Weekly {number}\nDate: {date}\n\n## Ropes\n\n* Hemp.\n\n## Carried motions\n\n"
    return shelf(**{f"b{n}": head.format(number=n, date=days[n]) + text + "\n" for n, text in motions.items()})


@pytest.mark.parametrize(
    "question", ["In which issues was no motion carried?", "What weeks had no carried motions at all?"]
)
def test_the_issues_that_have_none_are_told(bells: Library, question: str) -> None:
    answer = bells.ask(question)
    assert all(issue in answer.answer for issue in ("Weekly 92", "Weekly 93"))
    assert "Longer" not in answer.answer
    assert_holds(bells, answer)


@pytest.mark.parametrize("question", ["In which issues was no ringer elected?", "Which issues had no ropes?"])
def test_where_no_issue_says_so_nothing_is_told(bells: Library, question: str) -> None:
    assert not bells.ask(question).claims
