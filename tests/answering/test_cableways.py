"""Torn issues (``cableways.py``): lists are whole whatever bullets a page lost; questions come in any words."""

from collections.abc import Iterator

import pytest
from tests.answering.cableways import SPRING, YEAR
from tests.answering.library import Library, open_library
from tests.answering.rules import assert_holds

from ctassist.model.answer import Answer


@pytest.fixture(scope="module")
def cableways(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("cableways")
    (folder / "files").mkdir()
    (folder / "files" / "annual.txt").write_text(YEAR, encoding="utf-8")
    (folder / "files" / "january_february.txt").write_text(SPRING, encoding="utf-8")
    library = open_library(folder)
    yield library
    library.archive.close()


def ask(library: Library, question: str, *history: str) -> Answer:
    answer = library.ask(question, *history)
    assert_holds(library, answer)
    return answer


LISTS = {
    "Collaboration with clubs, colleges and workshops in January-February 2042: what is reported?": [
        "7th Annual Symposium",
        "round table with gondola builders",
        "Global Circle on Ropeways",
        "OSCM talks with NLA-",
    ],
    "Give me everything from 25 February 2042 to the end of that month.": ["winch course", "Global Circle"],
    "What happened before 20 January 2042, in that same month?": ["GTWF-WW Brigades survey", "OSCM talks"],
    "Which activities of January-February 2042 are undated?": ["Benin and Togo"],
    "Every activity in Togo in January-February 2042, dated or not": ["Benin and Togo"],
    "What happened in Bangladesh?": ["OSCM talks with NLA-"],
    "Which countries joined the convention on ropeway safety?": ["Oman", "Samoa", "Fiji"],
    "Which sections does the January-February 2042 review have?": [
        "ACCORD IN NUMBERS",
        "KEY EVENTS",
        "COLLABORATION WITH CLUBS",
        "ACCORD STRUCTURE",
        "FOUR WORKING GROUPS",
        "FOR MORE",
    ],
    "Which activities of January-February 2042 lasted more than one day?": ["cable ferries", "winch course"],
    "Give me all the figures of the January-February 2042 review.": [
        "members: **33**",
        "inspected: **2,480**",
        "consulted: **58**",
    ],
}


@pytest.mark.parametrize("question", LISTS)
def test_a_list_has_all_that_is_asked_for_and_nothing_else(cableways: Library, question: str) -> None:
    answer = ask(cableways, question)
    lines = [claim.text for claim in answer.claims]
    for needle in LISTS[question]:
        assert any(needle in line for line in lines), answer.answer
    assert len(lines) == len(LISTS[question]), answer.answer


FACTS = {
    "With whom did IRTB agree a memorandum of understanding in February 2042, and with whom in November 2041?": [
        "Global Circle on Ropeways",
        "Delft Bureau of Ropes",
    ],
    "As of 2041, how many members and how many ropes inspected does the Accord count?": ["**31**", "**2,117**"],
    "what did NLA do in Mauretania?": ["winch course in Mauritania"],
    "Who took OSCM's seat among the vice-chairs of the group on hauling ropes in 2042?": ["WWB"],
    "How many states have joined MCARS?": ["**42**"],
    "How many working groups are there, and under how many pillars?": ["4 working groups under 2 pillars"],
    "Who took part in the seventh symposium on sheaves?": ["7th Annual Symposium GTWF"],
    "On which days did OSCM talk with NLA?": ["3 January 2042", "7 February 2042"],
    "Whom do I contact for more information?": ["Please contact Cableway Accord Secretariat"],
    "Who provides the secretariat of the Accord?": ["IRTB's Rope Policy Branch"],
    "What does MCARS stand for?": ["Montreux Convention on Aerial Ropeway Safety"],
    "When did Samoa sign the convention on aerial ropeway safety?": ["2 October 2041"],
    "Who chairs the IRHR group?": ["IRTB"],
    "What post does Okonedo have?": ["USG"],
    "Under which heading is the Fiji item?": ["**KEY EVENTS** – "],
    "Which section reports the gondola builders?": ["**COLLABORATION WITH CLUBS, COLLEGES & WORKSHOPS** – "],
}


@pytest.mark.parametrize("question", FACTS)
def test_questions_in_other_words_are_answered(cableways: Library, question: str) -> None:
    answer = ask(cableways, question)
    assert answer.status == "answered", answer.answer
    for fact in FACTS[question]:
        assert fact in answer.answer, answer.answer


def test_whoever_stays_in_a_post_is_nobodys_successor(cableways: Library) -> None:
    answer = ask(cableways, "Who succeeded OSCM as vice-chair of the group on hauling ropes?")
    assert "GTWF" not in answer.answer
    assert "NLA" not in answer.answer


def test_those_who_are_in_several_groups_are_told_with_these(cableways: Library) -> None:
    answer = ask(cableways, "Which entities are vice-chair of more than one working group?")
    assert "GTWF" in answer.answer
    assert "NLA" not in answer.answer


def test_a_body_that_is_called_nothing_may_be_without_a_post(cableways: Library) -> None:
    answer = ask(cableways, "Which groups have no vice-chair?")
    assert len(answer.claims) == 1
    assert "Rescue from cabins" in answer.answer


def test_whoever_chairs_several_is_told_alone(cableways: Library) -> None:
    assert (
        ask(
            cableways,
            "Which entities chair two groups?",
        ).answer.count("Chair: ")
        == 2
    )


def test_those_who_came_in_a_time_are_counted_apart_from_all(cableways: Library) -> None:
    assert "**2 countries**" in ask(cableways, "How many countries joined MCARS in 2041?").answer


def test_the_country_that_a_gulf_is_named_after_is_another_place(cableways: Library) -> None:
    assert ask(cableways, "What happened in Guinea?").status == "not_found"
    assert "cable ferries" in ask(cableways, "What happened in the Gulf of Guinea?").answer


def test_whoever_stands_in_a_chart_has_organised_nothing_by_that(cableways: Library) -> None:
    assert "Vice-Chairs:" not in ask(cableways, "Did WWB organise anything?").answer


def test_what_is_spelled_out_nowhere_stands_for_nothing(cableways: Library) -> None:
    assert ask(cableways, "What does OSCM stand for?").status == "not_found"


def test_a_college_named_after_a_place_is_not_that_place(cableways: Library) -> None:
    assert "winch course" not in ask(cableways, "What did the Mauretania College do?").answer
