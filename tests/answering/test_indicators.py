"""Figures that recur from issue to issue, and what is reckoned with them."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

REVIEWS = {
    f"review_{year}": f"# Pond Review {year}\n\n## In figures\n\n| Figure | Number |\n|---|---|\n"
    f"| Wardens trained | {trained} |\n| Member ponds | {ponds} |\n"
    for year, trained, ponds in ((2031, 40, 80), (2032, 95, 88), (2033, 60, 100))
}


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Repairs finished, issue by issue, March 2041", ["212", "187", "405"]),
        ("How many repairs were finished according to issue 42?", ["187"]),
        ("Number of repairs finished in the week reported on 3 April 2041?", ["240"]),
        ("the lowest weekly figure of finished repairs on record?", ["187"]),
        ("Which issue reported the highest number of finished repairs, and how many were they?", ["240", "44"]),
        ("How large is the kite register now?", ["3,196"]),
        ("according to the 13 Mar 2041 issue how many kites were new in the register?", ["21"]),
    ],
)
def test_a_figure_in_a_recurring_sentence_is_a_series(weekly: Library, question: str, figures: list[str]) -> None:
    answer = weekly.ask(question)
    assert all(figure in answer.answer for figure in figures), answer.answer
    assert_holds(weekly, answer)


def test_figures_of_unlike_times_are_not_ranked_together(weekly: Library) -> None:
    assert "405" not in weekly.ask("When was the number of finished repairs at its highest?").answer


def test_a_part_is_not_the_whole(weekly: Library) -> None:
    assert "3,131" not in weekly.ask("How many new kites were in the register in issue 42?").answer


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("In which review was the figure for wardens trained the highest?", "95** (2032"),
        ("When was the number of member ponds at its lowest, and what was it?", "80** (2031"),
        ("average number of wardens trained", "65"),
        ("By what percentage did member ponds grow from 2031 to 2033?", "+25.0 %"),
        ("Trend of member ponds, first issue to last", "80 → 100** (+20"),
        ("member ponds: show the trend 2031-2033", "80 → 100"),
        ("Please trace the growth of member ponds", "80 → 100"),
        ("How many member ponds are there at the moment?", "100"),
    ],
)
def test_figures_are_reckoned_with(shelf: Shelve, question: str, expected: str) -> None:
    library = shelf(**REVIEWS)
    answer = library.ask(question)
    assert expected in answer.answer, answer.answer
    assert_holds(library, answer)


def test_a_label_goes_before_a_heading_of_like_words(shelf: Shelve) -> None:
    texts = {
        f"review_{month}": f"# Pond Review {month} 2031\n\n## Support to island ponds\n\n- A sluice was mended.\n\n"
        f"## In figures\n\n- Island ponds supported: **{count}**\n"
        for month, count in (("March", 12), ("April", 17))
    }
    answer = shelf(**texts).ask("Island ponds supported in the March 2031 issue?")
    assert "12" in answer.answer
    assert "sluice" not in answer.answer


def test_the_first_and_the_last_issue_are_compared(weekly: Library) -> None:
    answer = weekly.ask("Compare the size of the register in the first issue (41) and the last (44)").answer
    assert "3,110" in answer
    assert "3,196" in answer
