"""Facts of a gazette in other words: what is done again, counted before it is named, or only in a calendar."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answering.bells import BELLS
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

FACTS = {
    "When was the ringing room of Ardmore opened again?": "9 January",
    "When was the great bell of Llanfair hung again?": "20 February",
    "How many cracked bells did the count of FOC turn up?": "63",
    "How many ropes did ROF count between Cork and Kerry?": "212",
    "How long was the parcel with the clapper on its way?": "nineteen days",
    "Where will the 13th Congress of Towers meet?": "Utrecht",
    "When does the 13th Congress of Towers convene?": "6 to 8 September 2032",
    "Where did the Panel on Frames meet in June 2031?": "Ghent",
    "For a talk tonight, could you remind me when the 12th Congress of Towers was held, and where?": "Bruges",
    "According to the gazette, where was a clapper sent?": "Tromsø",
    "What does the Bruges Rule demand of each tower?": "one bell a year",
    "Letters received by the gazette: from how many to how many, first issue to last?": "4,100",
    "From how many to how many did the member towers grow?": "120",
}
ABSENT = (
    "When was the ringing room of Llanfair opened again?",
    "How many cracked wheels did the count of FOC turn up?",
    "Where will the 14th Congress of Towers meet?",
    "Where did FOC and ROF meet?",
    "Where will ROF meet?",
    "What did the towers do in October 2029?",
    "How many people work for ROF?",
    "How long was the ferry to Norway on its way?",
)

WORDS = {
    "What was the Head Tuner’s remark on bells?": ["forgives nobody"],
    "What did the President of ROF say about frames?": ["rot from the inside"],
    "Who likened frames to committees?": ["Evan Pryce"],
    "Who thought that a bell forgives nobody?": ["Oona Brae"],
    "What words did Ms. Brae leave with in the annual review?": ["wheels greased"],
    "What did the Head Tuner say in the annual review of 2031?": ["wheels greased"],
    "What does the annual review say about the Frost Fund?": ["7,300"],
}
UNSAID = ("What did the Head Baker say?", "Who said that FOC was asleep?", "What did the President say about wheels?")


@pytest.fixture(scope="module")
def bells(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("bells"), **BELLS)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", FACTS)
def test_a_fact_is_found_in_other_words(bells: Library, question: str) -> None:
    answer = bells.ask(question)
    assert FACTS[question] in answer.answer, answer.answer
    assert_holds(bells, answer)


@pytest.mark.parametrize("question", ABSENT)
def test_what_is_merely_near_is_not_told(bells: Library, question: str) -> None:
    answer = bells.ask(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize("question", WORDS)
def test_words_are_found_by_title_and_by_what_they_say(bells: Library, question: str) -> None:
    answer = bells.ask(question)
    assert all(part in answer.answer for part in WORDS[question]), answer.answer
    assert len(answer.claims) == 1, answer.answer
    assert_holds(bells, answer)


@pytest.mark.parametrize("question", UNSAID)
def test_words_of_others_are_not_told(bells: Library, question: str) -> None:
    answer = bells.ask(question)
    assert answer.status == "not_found", answer.answer


def test_a_number_that_a_torn_page_has_put_beside_another_label_is_not_told(tmp_path: Path) -> None:
    issues = {
        f"issue_{number}": f"""# Tower Review {month} 2033

## In figures

{figures}
"""
        for number, (month, figures) in enumerate(
            [
                ("January", "14\n\nTowers\n\n1,900\n\nRopes in use"),
                ("February", "Towers\n\n15\n\nRopes in use\n\n1,950\n\nPilots"),
                ("March", "16\n\nTowers\n\n2,020\n\nRopes in use"),
            ]
        )
    }
    library = shelve(tmp_path, **issues)
    answer = library.ask("How many ropes were in use in February 2033?")
    assert answer.status == "not_found", answer.answer
    course = library.ask("How has the number of ropes in use changed over time?").answer
    assert "1,900" in course
    assert "**15**" not in course
