"""What colleagues type who write as they speak: half sentences, slashes, a question put the other way round."""

import pytest
from tests.answering.library import Library
from tests.answering.rules import assert_holds, assert_says


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("so who's running the arches / piers group?", ["Chair: BKO"], ["Ropes"]),
        ("what groups does riva chair?", ["Ropes"], ["Arches"]),
        (
            "In which Pact working groups does RIVA hold a function, whether as chair or vice-chair?",
            ["Ropes", "Arches"],
            [],
        ),
        ("What is MOLE's part in the Pact's working groups?", ["Arches", "Landing Stages"], ["Ropes"]),
        ("MOLE: all its positions in the working groups, please (chair, vice-chair)", ["Arches", "Landing"], ["Ropes"]),
        ("Which panel does the Under-Secretary for Piers chair?", ["Steering Panel"], ["Ropes"]),
        (
            "Do the working group on ropes and the one on landing stages have the same chair?",
            ["Chair: RIVA", "Chair: MOLE"],
            [],
        ),
        ("Which part of RIVA acts as the secretariat of the Pact?", ["Weights and Ropes Branch"], []),
        ("What are the Pact's headline numbers?", ["412", "2,310", "18,400", "77"], []),
        ("give me the numbers for charts shared and harbour visits", ["2,310", "18,400"], ["412"]),
        ("which is bigger, charts shared or harbour visits? both numbers pls", ["2,310", "18,400"], ["412"]),
        ("How often has the harbour been visited?", ["18,400"], []),
        ("Convention on Rope Care - number of state parties reached?", ["31st"], []),
        ("what's in the 'work with town councils' bit", ["knots in Togo", "winch"], ["sleep"]),
        ("Please reproduce the items of the 'Work with town councils' section.", ["winch"], ["sleep"]),
        ("points raised by heads of offices - all of them", ["cross it", "sleep"], ["winch"]),
        ("What was on rope day, i.e. 24 June 2031?", ["Viet Nam"], ["winch"]),
        ("Which meetings were under way on June day, 2 June 2031?", ["lamp oil"], ["ferries"]),
        ("20 to 25 june, whats there?", ["song", "Viet Nam"], ["winch"]),
        ("Which activities took place in Kenya, or supported it?", ["winch"], ["Togo"]),
        ("anything on Africa? in it or about it, I want all of it", ["Togo", "Kenya"], ["Viet Nam"]),
        (
            "I am preparing talking points on Africa: which activities concerned the continent or its countries?",
            ["Togo", "Kenya"],
            ["Viet Nam"],
        ),
        ("Which activities did RIVA carry out, alone or with others?", ["Togo", "song", "Viet Nam"], ["winch"]),
        ("RIVA briefed whom, and on what?", ["the states of the Fund on lamps"], ["Togo"]),
        ("On what subject did RIVA brief the states of the Fund?", ["lamps after the storm"], ["Togo"]),
        ("Who spoke at the Canadian Assembly on silent bells?", ["Ida Marsh"], ["Roe"]),
        ("Where did ministers meet over lamp oil?", ["Quito"], []),
        ("Please set out in which working groups RIVA holds a function, be it as chair or deputy.", ["Ropes"], []),
        (
            "I was still on leave in the first two weeks of May. Which activities were there from 1 to 14 May 2031?",
            ["knots in Togo"],
            ["winch"],
        ),
        ("What did RIVA do in June 2031, and where?", ["song", "Viet Nam"], ["Togo"]),
        ("Which events of the Security Council, its BKO included, are reported?", ["ferries", "weirs", "winch"], []),
        (
            "As the Director is travelling to Africa next week, which activities in African countries, or concerning "
            "Africa, does the review mention?",
            ["Togo", "Kenya"],
            ["Viet Nam"],
        ),
        ("Could you list all workshops which are reported in the review?", ["knots in Togo"], ["ferries"]),
        (
            "When did BKO and RIVA meet with choirs for the second colloquium on the place of song?",
            ["21 June 2031"],
            [],
        ),
        ("How many keepers trained does the page with the Pact in figures give?", ["412"], ["2,310"]),
        ("In which items is the Lantern mentioned?", ["medal", "Begun in 2019"], ["winch"]),
    ],
)
def test_a_question_is_understood_as_it_is_spoken(
    bridges: Library, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(bridges, question, said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "which groups does zorbas chair?",
        "which groups does acme chair?",
        "Which panel does the Under-Secretary for Weirs chair?",
        "what's in the 'work with fish' bit",
        "Who spoke at the Canadian Assembly on loud bells?",
        "BKO briefed whom, and on what?",
    ],
)
def test_who_or_what_is_not_there_is_refused(bridges: Library, question: str) -> None:
    answer = bridges.ask(question)
    assert answer.status == "not_found", answer.answer
    assert_holds(bridges, answer)


def test_a_figure_whose_label_begins_with_a_name_is_asked_for_next(bridges: Library) -> None:
    answer = bridges.ask("And the SP recommendations?", "How many harbour visits were there?")
    assert "77" in answer.answer
    assert "18,400" not in answer.answer


def test_when_it_was_is_asked_of_what_somebody_got(bridges: Library) -> None:
    answer = bridges.ask("When was it held in Togo?", "Which countries attended the workshop on Sur'ayn knots?")
    assert "9" in answer.answer
    assert "May" in answer.answer


def test_whose_turn_it_was_is_asked_of_the_next(bridges: Library) -> None:
    answer = bridges.ask("And when was it Viet Nam's turn?", "When was the RIVA course for keepers from Togo?")
    assert answer.resolved_question == "When was the RIVA course for keepers from Viet Nam?"
    assert "24 June 2031" in answer.answer
