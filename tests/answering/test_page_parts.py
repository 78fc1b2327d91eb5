"""What a page has under a heading that the question names, and what its subject is for."""

import pytest
from tests.answering.library import Library
from tests.answering.rules import assert_holds

PARTS = {
    "What are the subprojects of Boats and Oars?": ["varnish-book", "slipway"],
    "Name the partner clubs behind the Coaches Standing Committee.": ["Ferry Lane", "Saltings", "Weir Street Crew"],
    "Boats and Oars meeting time and time zone": ["Mondays at 17:30 GMT"],
    "When does the Coaches committee meet?": ["Thursdays at 17:30"],
    "how do I report a conduct problem, and how soon will I get an answer": [
        "conduct@rowing.example",
        "four working days",
    ],
    "What is the Boats and Oars committee there for?": ["afloat"],
    "What does the Coaches Standing Committee do?": ["Trains those who train"],
    "mission of Boats and Oars": ["afloat"],
}


@pytest.mark.parametrize("question", PARTS)
def test_a_part_of_a_page_is_answered_whole(clubs: Library, question: str) -> None:
    answer = clubs.ask(question)
    assert all(words in answer.answer for words in PARTS[question]), answer.answer
    assert_holds(clubs, answer)


def test_nothing_of_other_pages_or_parts_is_shown(clubs: Library) -> None:
    answer = clubs.ask("What are the subprojects of Boats and Oars?").answer
    assert "whistle" not in answer
    assert "owned by" not in answer
    assert "Open evening" not in clubs.ask("Boats and Oars meeting time and time zone").answer


@pytest.mark.parametrize(
    "question",
    [
        "What is the budget of the subprojects of Boats and Oars?",
        "What are the partner clubs of the Finance Standing Committee?",
        "What is the Finance committee there for?",
    ],
)
def test_a_page_or_part_that_is_not_there_is_not_answered(clubs: Library, question: str) -> None:
    answer = clubs.ask(question)
    assert answer.status == "not_found", answer.answer


def test_figures_of_sentences_and_lists_are_one_series(clubs: Library) -> None:
    answer = clubs.ask("How did the mailing list readership of Boats and Oars develop from 2042 to 2043?").answer
    assert "140" in answer
    assert "155" in answer


@pytest.mark.parametrize(
    "question",
    [
        "Which drew more guests, the regatta 2042 or the regatta 2043?",
        "Which had fewer guests: the regatta 2042 or that of 2043?",
    ],
)
def test_rivals_are_answered_with_the_number_of_each(clubs: Library, question: str) -> None:
    answer = clubs.ask(question)
    assert "310" in answer.answer
    assert "280" in answer.answer
    assert_holds(clubs, answer)


def test_what_a_group_owns_is_a_part_of_its_page(clubs: Library) -> None:
    for question in ("Which subprojects are owned by Boats and Oars?", "Which subprojects does Boats and Oars own?"):
        answer = clubs.ask(question)
        assert "varnish-book" in answer.answer, answer.answer
        assert "slipway" in answer.answer
