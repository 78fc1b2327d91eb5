"""An accord whose reviews tell each in a layout of its own who chairs what, how much there is and what was said."""

from collections.abc import Iterator

import pytest
from tests.answering.ambers import AMBERS
from tests.answering.library import Library, shelve_files
from tests.answering.rules import assert_holds

TOLD = {
    # Who is called like a day of the week, or a month, is a holder all the same.
    "Who chaired the group on tolls and wagons in the first half of 2031?": ["Chair: SAT"],
    "Who were the vice-chairs of the group on tolls and wagons in June 2031?": ["MUR, OLR"],
    # Names with commas and "and", in sentences.
    "Who chaired the Working Group on Ferries, Fords and Bridges in October 2031?": [
        "Ferries, Fords and Bridges",
        "MUR",
    ],
    "Who was vice-chair of the group on maps and milestones in September 2031?": ["Vice-chair: SAT"],
    # A chart of the year ends with who came to the post in it.
    "Who chaired the group on maps and milestones on 8 November 2031?": ["Chair: OLR"],
    "Who chaired the group on maps and milestones on 10 November 2031?": ["Chair: MUR"],
    "Who chaired the group on maps and milestones in December 2031?": ["Chair: MUR"],
    # A name that is torn after a small word.
    "Which groups does MUR chair?": ["Ferries and Fords in Northern Lands"],
    # Who signs a message.
    "Who is the Director of the Accord Bureau?": ["Ilse van der Lind"],
    "Who was the Director of the Accord Bureau in June 2031?": ["Pim Okafor"],
    "What did the Director say in 2031?": ["mended from both ends"],
    "Who heads MUR?": ["Brandt"],
    "How did Sato explain the new name of the office?": ["and not to dazzle"],
    "When did Gabon become a participating State?": ["22 October 2031"],
    "From when until when were the surveyors of IHYM in Latvia and Poland?": ["20 May to 14 June 2031"],
    "To which town did the International Hydrology Museum relocate its archive of wells?": ["Tartu"],
    "What does IHYM stand for?": ["International Hydrology Museum"],
    "How many visitors did the stall of MUR attract?": ["900"],
    "How much money did donors pledge to replenish the Stables and Tolls Agency?": ["24 million"],
    "How has the number of wardens grown since the first issue?": ["40 → 61", "+21"],
    "What was done in the Baltics or its countries?": ["surveyors to Latvia", "12th participating", "Tartu", "Riga"],
}
LACKING = {
    "What did the Director say in 2031?": ["water", "dazzle", "oats"],
    "How did Sato explain the new name of the office?": ["oats", "water"],
    "Who chaired the group on maps and milestones on 8 November 2031?": ["Chair: MUR"],
    "How has the number of wardens grown since the first issue?": ["1,700"],
    "Which working groups are there, and who chairs each of them?": ["Vice"],
}
ABSENT = (
    "How many ministers attended the High-Level Dialogue on Ferries?",
    "When did Ghana become a participating State?",
    "How did Lund explain the new name of the office?",
    "To which town did the Mule Upkeep Register relocate its archive?",
)


@pytest.fixture(scope="module")
def ambers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve_files(tmp_path_factory.mktemp("ambers"), AMBERS)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", TOLD)
def test_what_the_reviews_say_is_told(ambers: Library, question: str) -> None:
    answer = ambers.ask(question)
    assert all(words in answer.answer for words in TOLD[question]), answer.answer
    assert_holds(ambers, answer)


@pytest.mark.parametrize("question", LACKING)
def test_what_is_beside_the_point_is_left_out(ambers: Library, question: str) -> None:
    answer = ambers.ask(question)
    assert answer.citations
    assert not any(words in answer.answer for words in LACKING[question]), answer.answer


@pytest.mark.parametrize("question", ABSENT)
def test_what_they_do_not_say_is_no_answer(ambers: Library, question: str) -> None:
    assert ambers.ask(question).citations == ()


def test_an_issue_without_a_chart_changes_what_it_tells_alone(ambers: Library) -> None:
    answer = ambers.ask("What changed between the September-October 2031 issue and the November 2031 issue?").answer
    assert "Maps and Milestones, chair: OLR → **MUR**" in answer
    assert "46 → **50** (+4)" in answer
    assert "no longer stated" not in answer


def test_what_a_meeting_approved_was_decided(ambers: Library) -> None:
    assert "a lamp for each milestone" in ambers.ask("What did the Road Board decide in November 2031?").answer


ROLL = [
    "Stables and Tolls Agency",
    "Mule Upkeep Register",
    "Office for Lamps and Roads",
    "International Hydrology Museum",
]


@pytest.mark.parametrize(
    "question",
    [
        "Which entities are members of the Accord?",
        "List the member entities.",
        "Which organisations belong to the Accord?",
    ],
)
def test_who_belongs_to_the_accord_is_told_from_its_roll(ambers: Library, question: str) -> None:
    answer = ambers.ask(question)
    assert len(answer.citations) == len(ROLL)
    assert all(name in answer.answer for name in ROLL)


def test_a_name_on_the_roll_is_no_member_of_a_group(ambers: Library) -> None:
    assert "Office for Lamps" not in ambers.ask("Who are the members of the group on lamps and roads?").answer


def test_all_figures_of_an_issue_are_told(ambers: Library) -> None:
    answer = ambers.ask("What were the key figures of the September-October 2031 issue?")
    assert len(answer.citations) == len(["46", "1,350"])
    assert "**46**" in answer.answer
    assert "**1,350**" in answer.answer


def test_what_somebody_published_are_publications(ambers: Library) -> None:
    answer = ambers.ask("What did OLR publish?").answer
    assert "31 milestones" in answer
    assert "mended lamps" not in answer


def test_a_memorandum_that_was_concluded_was_signed(ambers: Library) -> None:
    answer = ambers.ask("Which MoUs were signed in November 2031?").answer
    assert "buckets" in answer
    assert "Wick Union" in answer
    assert "shoeing" not in answer


def test_what_changed_over_time_is_told_of_the_first_and_the_last_issue(ambers: Library) -> None:
    answer = ambers.ask("What changed in the group on maps and milestones over time?").answer
    assert "vice-chair: SAT → **MUR**" in answer
    assert "Tolls" not in answer


def test_a_number_said_twice_over_is_asked_of_one_time(ambers: Library) -> None:
    answer = ambers.ask(
        "How many were there in early autumn 2031, in the September-October issue?", "How many wardens are there?"
    )
    assert "**46**" in answer.answer
