"""What a later issue takes back is told with what an earlier one said."""

import pytest
from tests.answering.library import Library, Shelve

_ISSUES = {
    "gazette-1": """# Lamp Gazette 1

January and February 2031

## Tally

* Letters sent: 16,300
* Towers: 44

## On deck

* 9 to 11 February – Riga, Latvia. Workshop on rope splicing. Present: LSU.
* 20 February – Tartu, Estonia. Trial of a fog horn. Present: BPU.
""",
    "gazette-2": """# Lamp Gazette 2

March and April 2031

## Tally

* Letters sent: 19,750
* Towers: 46

## Errata

Our last issue dated the Riga workshop on rope splicing 9 to 11 February 2031. It should have been 16 to 18 February.

Issue 1 gave 16,300 letters sent for January and February. A bag had been left out: the correct figure is 16,820.

## On deck

* 3 March – Riga, Latvia. In fact 44 keepers came to the lamp fair. Present: LSU.
""",
}


@pytest.fixture
def gazettes(shelf: Shelve) -> Library:
    return shelf(**_ISSUES)


@pytest.mark.parametrize(
    "question",
    [
        "How many letters were sent in January and February 2031?",
        "What is the correct number of letters sent in January and February 2031?",
        "How has the number of letters sent developed?",
    ],
)
def test_a_figure_is_told_with_its_correction(gazettes: Library, question: str) -> None:
    answer = gazettes.ask(question)
    assert "16,820" in answer.answer
    assert any("the correct figure is 16,820" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "When was the workshop on rope splicing in Riga?",
        "On which days was the Riga splicing workshop really held?",
    ],
)
def test_days_that_were_put_right_come_first(gazettes: Library, question: str) -> None:
    answer = gazettes.ask(question).answer
    assert "16 to 18 February" in answer.splitlines()[0]


@pytest.mark.parametrize(
    "question",
    [
        "How many towers were there in February 2031?",
        "How many letters were sent in March and April 2031?",
        "When was the trial of a fog horn?",
    ],
)
def test_what_nobody_took_back_stands_alone(gazettes: Library, question: str) -> None:
    answer = gazettes.ask(question).answer
    assert not any(words in answer for words in ("should have been", "correct figure", "In fact"))


def test_a_list_tells_at_its_end_what_was_put_right_of_its_lines(gazettes: Library) -> None:
    answer = gazettes.ask("Which workshops were there in February 2031?")
    assert "**1 activity**" in answer.answer or "**2 activities**" in answer.answer
    assert "It should have been 16 to 18 February" in answer.answer.splitlines()[-1]
    assert "It should have been" not in gazettes.ask("What happened on 20 February 2031?").answer
