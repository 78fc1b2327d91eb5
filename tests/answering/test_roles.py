from datetime import date

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

CHAIR = "Who chairs the Working Group on Fog Signals?"


@pytest.mark.parametrize(
    ("question", "holder", "not_holder"),
    [
        (CHAIR, "Chair: BPU", "Chair: CSO"),
        ("Who is the chair of the Working Group on Harbour Lights?", "Chair: BPU", "Chair: CSO"),
        ("Who chaired the Working Group on Fog Signals in June 2022?", "Chair: CSO", "Chair: BPU"),
        (
            "Who chaired the Working Group on Fog Signals before BPU?",
            "Former chair (last stated in May to June 2022): CSO",
            "Chair: BPU",
        ),
    ],
)
def test_a_role_holds_until_a_later_issue_states_otherwise(
    harbours: Library, question: str, holder: str, not_holder: str
) -> None:
    answer = harbours.ask(question)
    lines = [claim.text.replace("*", "") for claim in answer.claims]
    assert any(line.endswith(holder) for line in lines), answer.answer
    assert not any(line.endswith(not_holder) and "ice-" not in line for line in lines), answer.answer
    assert_holds(harbours, answer)


def test_the_day_of_asking_decides_which_issues_have_appeared(harbours: Library) -> None:
    assert "Chair: CSO" in harbours.ask(CHAIR, as_of=date(2022, 7, 15)).answer
    assert "Chair: BPU" in harbours.ask(CHAIR, as_of=date(2022, 12, 1)).answer
    assert harbours.ask(CHAIR, as_of=date(2021, 1, 1)).status == "not_found"


def test_who_holds_a_role_now_is_not_told_as_who_will(harbours: Library) -> None:
    assert harbours.ask("Who will chair the Working Group on Fog Signals in 2040?").status == "not_found"
    assert "Chair: BPU" in harbours.ask("Who chairs the Working Group on Fog Signals in November 2022?").answer


def test_all_who_share_a_role_are_named(harbours: Library) -> None:
    answer = harbours.ask("Who were the vice-chairs of the Working Group on Fog Signals in June 2022?")
    line = next(claim.text for claim in answer.claims if "ice-chair" in claim.text)
    assert "BPU" in line
    assert "FIP" in line
    assert "CSO" not in line


def test_the_issue_that_says_so_is_named(harbours: Library) -> None:
    assert "September to October 2022" in harbours.ask(CHAIR).answer
    assert harbours.ask(CHAIR).citations[0].period == ("2022-09", "2022-10")


def test_the_quote_shows_the_body_or_is_under_its_heading(harbours: Library) -> None:
    for citation in harbours.ask(CHAIR).citations:
        assert "fog signals" in " ".join([citation.quote, *citation.section]).casefold()


def test_the_groups_of_a_holder_are_listed(harbours: Library) -> None:
    answer = harbours.ask("Which groups does BPU chair?")
    assert len(answer.claims) == 2
    assert "Fog Signals" in answer.answer
    assert "Harbour Lights" in answer.answer
    assert {record.kind for record in answer.records} == {"role"}


def test_a_misspelt_body_is_understood(harbours: Library) -> None:
    assert "Chair: BPU" in harbours.ask("Who chairs the working group on fog singals?").answer


def test_another_body_is_not_taken_for_one_that_shares_a_word_with_it(harbours: Library) -> None:
    for question in (
        "Who chairs the Working Group on Harbour Dredging?",
        "Who chairs the Working Group on Traffic Signals?",
        "Who chairs the Working Group?",
        "Who is the treasurer of the Working Group on Fog Signals?",
    ):
        answer = harbours.ask(question)
        assert not answer.claims or answer.status == "clarify" or question.endswith("Group?"), (
            f"{question} {answer.answer}"
        )
        assert_holds(harbours, answer)


def test_an_unknown_body_is_answered_with_the_nearest_ones(harbours: Library) -> None:
    answer = harbours.ask("Who chairs the Working Group on Harbour Dredging?")
    assert answer.status == "not_found"
    assert "Harbour Lights" in " ".join([answer.answer, *answer.suggestions])


def test_which_of_several_groups_is_asked_back(shelf: Shelve) -> None:
    library = shelf(
        review="# Weir Review\n\nJanuary to February 2031\n\n## Working groups\n\n"
        "1. Locks and sluices\n\nChair: NTB\n\n2. Towpaths\n\nChair: RRK\n\n"
        "## Governance\n\nThe Steering Committee is chaired by OLA.\n"
    )
    for question in ("Who chairs the working group?", "Who is the working group chair?", "谁担任工作组主席？"):
        answer = library.ask(question)
        assert answer.status is Status.CLARIFY
        assert "Locks and sluices; Towpaths" in answer.answer
    assert "OLA" in library.ask("Who chairs the committee?").answer
    assert library.ask("Who is the vice-chair of the committee?").status is Status.NOT_FOUND
