"""Figures whose column names another time than the issue's: each is of its own time, and of no other."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

ISSUES = {
    "wick_letter_2031_05": """# Wick Letter: May–June 2031

*Newsletter of the Lamp Union (LU)*

## In figures

| Figure | 2029 | 2030 | 30 June 2031 | Target for 2033 |
|---|---|---|---|---|
| Lamps restored | 14 | 19 | 26 | 40 |
| Keepers with a licence | 204 | 377 | 391 | 500 |
| Cost of the boathouse (thousand euros) | 81 | 94 | 97 | 120 |

## News

- 5 May 2031, Riga: The keepers met.
""",
    "wick_letter_2031_09": """# Wick Letter: September–October 2031

*Newsletter of the Lamp Union (LU)*

## In figures

| Figure | 31 October 2031 |
|---|---|
| Lamps restored | 31 |

## News

- 5 September 2031, Oslo: The keepers met.
""",
}


@pytest.fixture
def letters(shelf: Shelve) -> Library:
    return shelf(**ISSUES)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How many lamps were restored in 2029?", ["14"]),
        ("lamps restored 2030", ["19"]),
        ("How many lamps were restored at the end of June 2031?", ["26"]),
        ("How many lamps have been restored?", ["31"]),
        ("How did the number of lamps restored change from 2029 to 2030?", ["14", "19"]),
        ("Compare the number of keepers with a licence in 2029 and in 2030.", ["204", "377"]),
        ("What is the 2033 target for lamps restored?", ["40"]),
        ("What was the boathouse's cost in 2030?", ["94"]),
    ],
)
def test_a_figure_of_the_time_that_its_column_names(letters: Library, question: str, figures: list[str]) -> None:
    answer = letters.ask(question)
    assert all(f"**{figure}" in answer.answer or f"{figure}**" in answer.answer for figure in figures), answer.answer
    assert_holds(letters, answer)


@pytest.mark.parametrize(
    "question",
    [
        "How many lamps were restored in 2028?",
        "How many lamps were restored in 2032?",
        "How many lamps were restored in 2033?",
        "How many lamps were restored in November 2030?",
        "What was the target for lamps restored in 2030?",
        "How many lamps without a licence were restored in 2030?",
    ],
)
def test_no_figure_of_a_time_that_no_column_names(letters: Library, question: str) -> None:
    answer = letters.ask(question)
    told = " ".join(claim.text for claim in answer.claims)
    assert answer.status is not Status.ANSWERED or "**" not in told, answer.answer


def test_the_head_of_the_table_is_cited_for_the_time(letters: Library) -> None:
    answer = letters.ask("How many lamps were restored in 2029?")
    assert [citation.quote.split(" | ")[0] for citation in answer.citations] == ["Lamps restored", "Figure"]
