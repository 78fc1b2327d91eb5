"""Ways of asking that people use: slips, acronyms, ordinals, what an acronym stands for, all of a kind."""

import pytest
from tests.answering.library import Library
from tests.answering.rules import assert_holds


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What does CSO stand for?", "Coastal Safety Office"),
        ("What is the full name of FIP?", "Fund for Island Ports"),
        ("What was done in Septembre 2022", "tide gauges"),
        ("everything in Oct 2022 pls", "survey of piers"),
        ("Where was the 2nd workshop on fog signals held?", "Nairobi"),
        ("What happened in the first week of June 2022?", "workshop on fog signals in Riga"),
        ("who heads the group on harbour lights", "BPU"),
        ("List all chairs", "Harbour Lights"),
        ("what did BPU do in the first six months of 2022", "fog signals in Riga"),
        ("What does the review report about Ghana?", "tide gauges"),
        ("what has FIP been doing since October 2022?", "survey of piers"),
        ("How has the total of focal points developed over the issues?", "44"),
        ("What positions does CSO hold in the network's working groups?", "Fog Signals"),
        ("I am writing to the Coastal Safety Office and would like all in which it (CSO) took part.", "Lisbon"),
        ("who is the chiar of the wroking group on harbuor lihgts", "BPU"),
        ("where was the trainig cenntre opend", "Lisbon"),
        ("Which organisations are named in the chart?", "Fog Signals"),
        ("list the entities shown on the organigram", "Fog Signals"),
        ("How many events fell on 12 May 2022, and what were they?", "training centre in Lisbon"),
        ("What did I miss in May 2022?", "training centre in Lisbon"),
        ("What happened in the first week of June 2022, i.e. from the 1st to the 7th?", "fog signals in Riga"),
        ("Besides the survey of piers of the FIP, what else did BPU do in June 2022?", "fog signals in Riga"),
        ("Trace the development of the focal points through the issues.", "44"),
        ("Trace the story of fog signals across the issues.", "workshop on fog signals"),
        ("Total of focal points credited to the network in June 2022?", "41"),
    ],
)
def test_a_question_is_understood_however_it_is_put(harbours: Library, question: str, said: str) -> None:
    answer = harbours.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer
    assert_holds(harbours, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Where was the fourth workshop on fog signals held?",
        "When was the training centre in Lisbon closed?",
        "Why did FIP leave the network?",
        "Who is the co-chair of the Working Group on Harbour Lights?",
        "What does ZZQ stand for?",
        "How many officers met in Riga?",
        "Who spoke at the workshop on charts?",
    ],
)
def test_a_near_miss_is_not_answered(harbours: Library, question: str) -> None:
    answer = harbours.ask(question)
    assert answer.status == "not_found", answer.answer
    assert_holds(harbours, answer)


def test_a_question_that_ends_in_in_total_is_not_taken_for_the_name_of_a_figure(harbours: Library) -> None:
    answer = harbours.ask("How many focal points are there in total?")
    assert answer.resolved_question == "How many focal points are there in total?"
    assert "52" in answer.answer


def test_another_body_is_named_after_one_that_was_asked_about(harbours: Library) -> None:
    answer = harbours.ask("Now the one on fog signals: its chair?", "Who chairs the Working Group on Harbour Lights?")
    assert answer.resolved_question == "Who is the chair of the group on fog signals?"
    assert "Fog Signals" in answer.answer
