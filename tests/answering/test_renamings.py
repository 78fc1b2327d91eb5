"""What an organisation is called now, and was called before."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_MAY = """# Fen Letter, May 2030

## News

- The Fen Drainage Office (FDO) met growers in Riga (3 May)
- WTO signed a pact with FDO (9 May)
"""
_JULY = """# Fen Letter, July 2030

## News

- The Fen Drainage Office (FDO) became the North Fen Agency (NFA) (1 July)
- NFA opened a pump house in Oslo (6 July)
"""


@pytest.fixture
def fens(shelf: Shelve) -> Library:
    """An archive of two issues, between which an organisation gets another name."""
    return shelf(may=_MAY, july=_JULY)


@pytest.mark.parametrize(
    "question",
    [
        "What is the Fen Drainage Office called now, and since when?",
        "What was the North Fen Agency called before?",
        "What was the former name of NFA?",
        "What is FDO's new name?",
        "When was the Fen Drainage Office renamed?",
        "When did FDO become NFA?",
        "Since when has the Fen Drainage Office been called North Fen Agency?",
        "Has the FDO changed its name?",
        "When did NFA get its name?",
        "What was NFA called before, and when did it get its present name?",
    ],
)
def test_another_name_is_told_by_the_line_that_gives_both(fens: Library, question: str) -> None:
    answer = fens.ask(question)
    assert [claim.text for claim in answer.claims] == [
        "**1 July 2030:** The Fen Drainage Office (FDO) became the North Fen Agency (NFA) (1 July)"
    ]
    assert_holds(fens, answer)


def test_whoever_was_not_renamed_has_no_other_name(fens: Library) -> None:
    for question in ("What is WTO called now?", "When was WTO renamed?"):
        assert fens.ask(question).status == "not_found"


def test_what_is_done_under_a_former_name_is_no_question_on_names(fens: Library) -> None:
    answer = fens.ask("What has NFA done, also under its former name?").answer
    assert "met growers" in answer
    assert "pump house" in answer


def test_an_acronym_stands_for_its_own_name(fens: Library) -> None:
    assert "North Fen Agency" in fens.ask("What does NFA stand for?").answer
    assert "Fen Drainage Office" in fens.ask("What does FDO stand for?").answer


@pytest.mark.parametrize(
    "question", ["Which agency was renamed?", "Which body got a new name, and when?", "Who was renamed in July 2030?"]
)
def test_whoever_was_renamed_is_told(fens: Library, question: str) -> None:
    answer = fens.ask(question)
    assert [claim.text for claim in answer.claims] == [
        "**1 July 2030:** The Fen Drainage Office (FDO) became the North Fen Agency (NFA) (1 July)"
    ]


@pytest.mark.parametrize("question", ["Who was renamed in May 2030?", "Which agency got a new name in 2029?"])
def test_where_nobody_was_renamed_nobody_is_told(fens: Library, question: str) -> None:
    assert fens.ask(question).status == "not_found"
