"""What the shipped thresholds reach on the set that they were chosen on (``benchmarks/abstention``)."""

from pathlib import Path

import pytest
from benchmarks.calibrate import COST, Asked, Shelves, archives, judged, outcome, read_questions

from ctassist.answering.passages.abstaining import Thresholds, measuring, thresholds

Judged = list[tuple[Asked, str]]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """Every question of the set with what became of it."""
    folder: Path = tmp_path_factory.mktemp("abstention")
    with Shelves(folder, archives()) as shelves:
        return [(question, judged(question, shelves.ask(question))) for question in read_questions()]


def failures(asked: Judged) -> str:
    return "\n".join(f"{judgement}: {question.question}" for question, judgement in asked if judgement != "right")


def test_the_set_is_large_and_half_of_it_has_no_answer() -> None:
    questions = read_questions()
    absent = sum(question.cites is None for question in questions)
    assert len(questions) >= 240
    assert 0.45 <= absent / len(questions) <= 0.55
    assert len({question.question for question in questions}) == len(questions)


def test_what_the_archive_does_not_say_is_refused(asked: Judged) -> None:
    assert outcome(asked).abstention >= 0.96, failures(asked)


def test_what_the_archive_says_is_answered(asked: Judged) -> None:
    assert outcome(asked).refusals <= 0.10, failures(asked)


def test_what_is_answered_is_cited_from_the_line_that_says_it(asked: Judged) -> None:
    assert outcome(asked).elsewhere <= 2, failures(asked)


def test_thresholds_are_measured_one_at_a_time() -> None:
    strict = Thresholds(2.0, 0.0, thresholds().counts)
    shipped = thresholds()
    with measuring(strict):
        assert thresholds() == strict
    assert thresholds() == shipped
    assert COST == 10
