"""Who is at the head of an organisation, by how its people are introduced where they speak."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_ISSUE = """# Fen Letter, {month} 2030

## News

{news}

## Voices

{said}
"""
_MAY = _ISSUE.format(
    month="May",
    news="- BPU led an exercise in Riga (3 May)",
    said="> BPU Director Reis said that “reeds are patient” (3 May)\n\n"
    "> WTO President Lind said that “fens need rain” (4 May)\n\n"
    "> WTO Deputy Director Ott said that “peat is slow” (5 May)",
)
_JULY = _ISSUE.format(
    month="July",
    news="- Ms Ada Berg was appointed Director of BPU (1 July)",
    said="> CSO Adviser Roe said that “pumps need oil” (6 July)",
)


@pytest.fixture
def fens(shelf: Shelve) -> Library:
    """An archive of two issues whose people speak with their titles."""
    return shelf(may=_MAY, july=_JULY)


@pytest.mark.parametrize(
    "question", ["Who is the head of WTO?", "Who heads WTO?", "Who leads WTO?", "Who is in charge of WTO?"]
)
def test_whoever_speaks_as_president_heads_an_organisation(fens: Library, question: str) -> None:
    answer = fens.ask(question)
    assert "Lind" in answer.answer
    assert "Ott" not in answer.answer
    assert_holds(fens, answer)


def test_a_successor_who_has_said_nothing_is_the_head(fens: Library) -> None:
    answer = fens.ask("Who heads BPU?").answer
    assert "Ada Berg" in answer
    assert "Reis" not in answer
    assert "Reis" in fens.ask("Who headed BPU in May 2030?").answer


def test_an_adviser_heads_nothing(fens: Library) -> None:
    assert "Roe" not in fens.ask("Who heads CSO?").answer
