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


@pytest.fixture
def looms(shelf: Shelve) -> Library:
    """Letters of weavers on the dates of their next pattern books, which their sentences call by a version."""
    return shelf(
        march="# Loom Letter, March 2047\n\n## Dates\n\nWe near the end of the 4.2 season. "
        "The dye freeze was last week and we are now printing 31 patterns after the dye freeze.\n\n"
        "Two deadlines: the thread freeze (4 April) and the needle freeze (9 April). "
        "Book 4.2 goes to print on 12 April.\n\nNext deadline: 4.3 season begins, 20 May\n\n"
        "Deadline: cloth for the Riga Assembly, 2 May\n\nNext deadline: Button freeze, 17 April\n",
        may="# Loom Letter, May 2047\n\n## Dates\n\n"
        "The ribbon show has been postponed from June 10th to June 24th because of the harvest.\n",
    )


def test_a_freeze_and_what_begins_are_told_by_the_line_of_their_last_day(looms: Library) -> None:
    assert "17 April" in looms.ask("When is the button freeze?").answer
    assert "20 May" in looms.ask("When does the 4.3 season begin?").answer
    assert looms.ask("When is the Riga Assembly?").status == "not_found"
    assert looms.ask("When does the Riga Assembly begin?").status == "not_found"


def test_a_paragraph_says_of_which_version_its_sentences_are(looms: Library) -> None:
    answer = looms.ask("How many patterns are printed for 4.2 after the dye freeze?")
    assert "31 patterns" in answer.answer
    assert "4.2 season" in answer.answer
    assert_holds(looms, answer)
    assert looms.ask("How many patterns are printed for 4.3 after the dye freeze?").status == "not_found"
    freeze = looms.ask("When is the needle freeze for 4.2?")
    assert "9 April" in freeze.answer
    assert not freeze.claims[0].text.startswith("**12 April")


def test_what_was_postponed_to_a_day_was_moved_to_it(looms: Library) -> None:
    answer = looms.ask("When was the ribbon show moved to?")
    assert answer.claims[0].text.startswith("**24 June 2047**")
    assert_holds(looms, answer)
    assert looms.ask("When was the dye freeze moved to?").status == "not_found"
