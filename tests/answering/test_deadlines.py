"""Until when something may be done, in whatever words a line says it, and which of these days are still to come."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds


@pytest.fixture
def fens(shelf: Shelve) -> Library:
    """Two issues: of their last days, two are over when the newer one comes out."""
    return shelf(
        may="# Fen Letter, May 2030\n\n## News\n\n- WTO met growers in Riga, Latvia (3 May)\n\n## Dates\n\n"
        "- 12 June 2030: deadline for nominations to the Peat Medal\n",
        july="# Fen Letter, July 2030\n\n## News\n\n- WTO opened the reed fair in Oslo, Norway (4 July)\n"
        "- The exhibition on peat in Lima, Peru, runs until 9 October 2030\n\n## Dates\n\n"
        "- Plan 2031–2035 open for comments until 30 August 2030\n- Call for papers closes on 2 September 2030\n",
    )


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("What are the upcoming deadlines?", ["30 August 2030", "2 September 2030"]),
        ("upcoming deadlines", ["30 August 2030", "2 September 2030"]),
        ("What is the next deadline?", ["30 August 2030"]),
        ("Which deadlines fall in June 2030?", ["12 June 2030"]),
        ("Which deadlines are mentioned in the archive?", ["12 June 2030", "30 August 2030", "2 September 2030"]),
        ("When is the deadline for nominations to the Peat Medal?", ["12 June 2030"]),
        ("When do comments on the plan close?", ["30 August 2030"]),
        ("Until when can one comment on the plan?", ["30 August 2030"]),
    ],
)
def test_last_days_are_told_in_order(fens: Library, question: str, days: list[str]) -> None:
    answer = fens.ask(question)
    assert [next(day for day in days if day in claim.text) for claim in answer.claims] == days
    assert_holds(fens, answer)


def test_what_merely_lasts_until_a_day_has_no_deadline(fens: Library) -> None:
    assert "exhibition" not in fens.ask("What are the upcoming deadlines?").answer
    assert not fens.ask("When is the deadline for grants?").claims
