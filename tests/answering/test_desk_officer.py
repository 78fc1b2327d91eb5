"""What somebody asks who writes briefings: sections, wordings of desks, two things side by side."""

import pytest
from tests.answering.library import Library
from tests.answering.rules import assert_holds, assert_says


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Show me everything in the section on points raised by heads of offices.", ["cross it", "sleep"], ["winch"]),
        ("What does the issue have in its section Work with town councils?", ["knots in Togo", "winch"], ["sleep"]),
        ("What stands in the section on work with town councils in May?", ["knots in Togo"], ["winch"]),
        ("Which office serves as the secretariat of the Pact?", ["Weights and Ropes Branch"], ["winch"]),
        ("What number of keepers trained is given in the Pact's headline figures?", ["412"], []),
        ("How many keepers trained, charts shared and harbour visits were there?", ["412", "2,310", "18,400"], []),
        ("number of SP recomendations by BKO", ["77"], []),
        (
            "Which groups does RIVA chair itself? Leave out those where it is only vice-chair.",
            ["Working Group on Ropes"],
            ["Arches"],
        ),
        ("Does RIVA have any leadership function in the groups, and if so in which one?", ["Ropes", "Arches"], []),
        (
            "Compare the leadership of the group on ropes with that of the group on arches and piers.",
            ["**Who holds the leadership of the group on ropes?**", "Vice-chairs: RIVA"],
            [],
        ),
        (
            "I need the line-up for the group on arches and piers please: who is in the chair and who are the "
            "vice-chairs?",
            ["Chair: BKO", "RIVA"],
            ["Working Group on Ropes"],
        ),
        ("Compare what Roe and Lindt said.", ["cross it", "sleep"], []),
        ("What message did the Secretary-General give on bridges?", ["cross it"], ["sleep"]),
        ("Which events of the Security Council, including its BKO, are reported?", ["ferries", "weirs", "winch"], []),
        ("What took place at the UN Security Council or the BKO?", ["ferries", "weirs", "winch"], []),
        ("Which activities were aimed at countries of South-East Asia?", ["Viet Nam"], ["Togo"]),
        ("Which activities mention RIVA by that acronym?", ["Togo", "Viet Nam"], ["winch"]),
        ("Which activities were on knots, be it their making or their use?", ["Togo", "Viet Nam"], ["winch"]),
        ("I was on leave from 20 to 22 June. What did I miss?", ["song"], ["winch", "Viet Nam"]),
        (
            "I am preparing a note on Africa. Could you list every activity on the continent and its "
            "countries that the review reports?",
            ["Togo", "Kenya"],
            ["Viet Nam"],
        ),
        ("Which bodies took part in the colloquium on song in bridge keeping?", ["BKO, RIVA and choirs"], []),
        (
            "Which came first, the course on knots for keepers from Viet Nam or the sitting on the survey of weirs?",
            ["**4 June 2031**", "**24 June 2031**"],
            [],
        ),
        ("Surayn knots - what do we have?", ["Togo"], ["Viet Nam"]),
        ("In May 2031, what do we have?", ["Togo", "ferries"], ["winch"]),
        ("List the working groups", ["**3 bodies**", "Ropes", "Arches and Piers", "Landing Stages"], []),
        ("What does the number 18,400 refer to?", ["Harbour visits"], ["412"]),
        ("which figure is 77?", ["BKO SP recommendations"], []),
        ("Group on arches and piers: full leadership please (chair, vice-chair)", ["Chair: BKO", "RIVA"], ["Ropes"]),
        ("Charts shared versus harbour visits: how many of each?", ["2,310", "18,400"], ["412"]),
        ("Can I have all the Pact's numbers at a glance: keepers, charts and visits?", ["412", "2,310", "18,400"], []),
        ("How do the remarks of Roe and of Lindt differ? I need both quotations.", ["cross it", "sleep"], []),
        (
            "Our minister would like the June programme: every activity that carries a June date, please.",
            ["song"],
            ["Togo"],
        ),
        ("Please show me whatever is dated 14 June 2031, both events and quoted remarks.", ["winch"], ["song"]),
        ("Which events or other activities were under way on 10 May 2031?", ["Togo"], ["winch"]),
        ("Which entries speak of a workshop or a survey?", ["Togo", "weirs"], ["winch"]),
        ("When was the Lantern begun?", ["Begun in 2019"], ["3 May"]),
        ("Which countries were briefed on lamps?", ["the states of the Fund"], ["1 country"]),
    ],
)
def test_what_a_desk_asks_is_answered(bridges: Library, question: str, said: list[str], unsaid: list[str]) -> None:
    assert_says(bridges, question, said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "What is in the section on fish?",
        "Which office serves as the depositary of the Pact?",
        "Does WOLD have any leadership function in the groups, and if so in which one?",
        "Which came first, the fair of Lagos or the race of Dakar?",
        "Which bodies took part in the colloquium on paint?",
        "What number of lamps is given in the Pact's headline figures?",
        "I was on leave from 20 to 22 August 2030. What did I miss?",
        "What does the number 99,500 refer to?",
        "In which country did lamp painters learn to swim, and who gave the winch?",
    ],
)
def test_what_nothing_tells_is_refused(bridges: Library, question: str) -> None:
    answer = bridges.ask(question)
    assert answer.status == "not_found", answer.answer
    assert_holds(bridges, answer)


def test_when_that_was_said_is_asked_of_what_was_said(bridges: Library) -> None:
    answer = bridges.ask("When was that said?", "What did Lindt say about ropes?")
    assert "3 June 2031" in answer.answer
    assert "12 May" not in answer.answer


def test_the_day_of_what_was_found_is_asked_of_its_line(bridges: Library) -> None:
    found = "Which body handed a winch over to the Kenya Rope Guild?"
    assert "14 June 2031" in bridges.ask("On what date was that?", found).answer
