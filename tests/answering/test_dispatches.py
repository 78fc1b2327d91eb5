"""What a weekly tells in prose: who presented what, on which day something is, what a list beside a sentence holds."""

from collections.abc import Iterator

import pytest
from tests.answering.dispatches import DISPATCHES
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds


@pytest.fixture(scope="module")
def dispatches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("dispatches"), **DISPATCHES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Who gave the Shuttlecock demo?", "Imre Vadas"),
        ("Which demo began the evening in the issue of April 7, 2041?", "Shuttlecock"),
        ("Who explained the knot of three?", "Wanda Hollis"),
        ("When is the freeze of plates for the 2041 book?", "on the 19th"),
    ],
)
def test_a_sentence_tells_who_and_when(dispatches: Library, question: str, fact: str) -> None:
    answer = dispatches.ask(question)
    assert fact in answer.answer, answer.answer
    assert_holds(dispatches, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Who gave the Heddlemate demo?",
        "Who presented the bobbins of the Circle for Bobbins in the issue of April 14, 2041?",
        "On what date does the freeze of drafts start for the 2041 book?",
        "Who was chair of the Circle for Bobbins before imrevadas?",
    ],
)
def test_a_sentence_that_names_nobody_and_no_day_is_no_answer(dispatches: Library, question: str) -> None:
    answer = dispatches.ask(question)
    assert answer.status == "not_found", answer.answer


def test_a_line_that_says_how_much_something_is_now_stays_a_line(dispatches: Library) -> None:
    assert "hanks" in dispatches.ask("List all changes for the tall looms").answer
    assert "40" in dispatches.ask("What is the limit of hanks for the tall looms?").answer


def test_a_last_day_may_stand_far_behind_its_label(dispatches: Library) -> None:
    lines = dispatches.ask("List all due dates since 1 April 2041.").answer
    assert "12 April" in lines


def test_a_list_that_a_sentence_announces_is_of_what_the_one_before_tells(dispatches: Library) -> None:
    answer = dispatches.ask("What were the general lessons of the 2.1 release review?")
    assert all(said in answer.answer for said in ("Early drafts", "Plates came late", "Two proofreaders")), (
        answer.answer
    )
    assert "planed" not in answer.answer


def test_a_heading_that_drops_a_word_is_the_same_rubric(dispatches: Library) -> None:
    answer = dispatches.ask("Which changes were there for the tall looms?").answer
    assert "oiled weekly" in answer
    assert "planed" in answer


def test_the_bodies_of_somebody_s_reports_are_told(dispatches: Library) -> None:
    answer = dispatches.ask("For which SIGs did Ottilie Brand give updates?").answer
    assert "SIG-Dyes" in answer
