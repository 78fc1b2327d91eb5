"""One date as each of two issues gives it."""

from tests.answering.library import Shelve


def test_which_dates_two_issues_give_is_told_of_each(shelf: Shelve) -> None:
    def letter(day: str, when: str) -> str:
        return (
            f"---\ntitle: Week Ending {day} 2043\n---\n\n## Schedule\n\n{when}\n\n## Work\n\n* The slip was tarred.\n"
        )

    library = shelf(
        one=letter("March 6,", "It is still time to paint, until the Spring Regatta on April 15th, so keep painting."),
        two=letter("March 20,", "It is time to sail, since the Spring Regatta is on April 14th, and no later."),
        three=letter("April 3,", "The Spring Regatta moves to April 18th."),
    )
    answer = library.ask("Which dates for the Spring Regatta did the issues of March 6 and March 20 give?").answer
    assert "April 15th" in answer
    assert "April 14th" in answer
    assert "April 18th" not in answer
