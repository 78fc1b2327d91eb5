"""Figures where a row and a column of a table meet."""

import pytest
from tests.answering.library import Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

ISSUE = """# Reef Letter: May–June 2031

## By sea

| Sea | Surveys 2030 | Surveys 2031 | Buoys laid 2031 |
|---|---:|---:|---:|
| Baltic | 96 | 118 | 64 |
| Coral Sea | 121 | 134 | 143 |
| **Total** | **217** | **252** | **207** |

## News

- 5 May 2031, Riga: The keepers met.
"""


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How many surveys were there in the Baltic in 2031?", "118"),
        ("How many surveys were there in the Coral Sea in 2030?", "121"),
        ("What was the total number of surveys in 2030?", "217"),
        ("How many buoys were laid in the Baltic in 2031?", "64"),
    ],
)
def test_the_cell_of_the_row_and_the_column_that_a_question_names(shelf: Shelve, question: str, figure: str) -> None:
    library = shelf(reef_letter=ISSUE)
    answer = library.ask(question)
    assert f"**{figure}**" in answer.answer, answer.answer
    assert_holds(library, answer)


@pytest.mark.parametrize(
    "question",
    [
        "How many night surveys were there in the Baltic in 2031?",
        "How many surveys were there in the Baltic in 2029?",
        "How many surveys were there in the North Sea in 2031?",
        "How many surveys failed in the Baltic in 2031?",
    ],
)
def test_what_no_row_or_column_says_is_not_its_figure(shelf: Shelve, question: str) -> None:
    answer = shelf(reef_letter=ISSUE).ask(question)
    assert answer.status is not Status.ANSWERED or "118" not in " ".join(claim.text for claim in answer.claims)
