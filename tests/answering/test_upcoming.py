"""What is still to come after the newest issue, and events of several kinds at once."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_ISSUE = """# Fen Letter, {month} 2030

## News

{news}

## In the calendar

{planned}
"""


@pytest.fixture
def fens(shelf: Shelve) -> Library:
    """An archive of two issues, each of which announces something."""
    may = _ISSUE.format(
        month="May",
        news="- WTO met growers in Riga, Latvia (3 May)",
        planned="- Reed fair, Oslo, Norway (4 July 2030)",
    )
    july = _ISSUE.format(
        month="July",
        news="- WTO opened the reed fair in Oslo, Norway (4 July)",
        planned="- Peat congress, Lima, Peru (2 March 2031)",
    )
    return shelf(may=may, july=july)


@pytest.mark.parametrize(
    "question", ["Which events are coming up?", "What upcoming events are there?", "Which upcoming events are in Peru?"]
)
def test_what_comes_after_the_newest_issue_is_upcoming(fens: Library, question: str) -> None:
    answer = fens.ask(question)
    assert [claim.text for claim in answer.claims] == ["**2 March 2031:** Peat congress, Lima, Peru (2 March 2031)"]
    assert_holds(fens, answer)


def test_what_is_over_is_not_upcoming(fens: Library) -> None:
    assert fens.ask("Which upcoming events are in Norway?").status == "not_found"


def test_what_is_planned_for_a_time_is_of_that_time(fens: Library) -> None:
    assert "Reed fair" in fens.ask("Which events are planned for July 2030?").answer


def test_a_webinar_beside_other_kinds_of_events_does_not_narrow_them(shelf: Shelve) -> None:
    library = shelf(
        may=_ISSUE.format(
            month="May", news="- WTO webinar on reeds (3 May)\n- BPU course in Riga, Latvia (4 May)", planned="- None"
        )
    )
    told = library.ask("Which courses and webinars were held in May 2030?").answer
    assert "BPU course" in told
    assert "WTO webinar" in told
    assert "BPU course" not in library.ask("Which webinars were held in May 2030?").answer


@pytest.mark.parametrize(
    "question", ["What's on between May and July 2030?", "Which events are planned for July 2030?"]
)
def test_what_is_on_in_a_time_is_what_was_announced_for_it(fens: Library, question: str) -> None:
    assert [claim.text.split(",")[0] for claim in fens.ask(question).claims] == ["**4 July 2030:** Reed fair"]
