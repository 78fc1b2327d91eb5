"""Facts of a weekly: what stands under the line above, in the issue's own time, or in other words."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

FACTS = {
    "In what town does 'Night of the lanterns' take place?": "Aarhus",
    "Night of the lanterns: organised by which group?": "Aarhus Line Holders",
    "The Spring meet in Galway was rescheduled. What's its new date?": "20 April 2041",
    "When was the KEP on longer lines at night approved?": "21 to 27 March 2041",
    "KEP 77: what is its title?": "Longer lines at night",
    "How many people answered the Kite Census 2040?": "5,902",
    "which firm joined the Kite Foundation as a bronze member": "Halden Textiles",
    "Someone advertised for a sail cutter, who was it?": "Halden Textiles",
    "Who won the Open of Skagen?": "Loomworks",
}
FEATURES = {
    "Which kite did the issue dated 13 March 2041 put in the spotlight?": "skyhook",
    "who proposed the kite of the week in no. 42": "Otto Brandvold",
    "What's the most recent kite of the week?": "plover",
    "skyhook was featured thanks to whom?": "Otto Brandvold",
    "When exactly did cirrus get to be kite of the week, i.e. in which issue?": "27 March 2041",
    "who is the author of the quote printed in issue 44": "Ines Calder",
}
ABSENT = (
    "Who won the Kite Census 2040?",
    "When was the KEP on longer lines at night rejected?",
    "What did Halden Textiles say about the sail cutter?",
    "What did Loomworks say in the quote of the week?",
    "When did the Kite Foundation change its name?",
    "lanternfish was featured thanks to whom?",
    "How much money did the Kite Foundation give to Halden Textiles?",
)


@pytest.mark.parametrize("question", FACTS | FEATURES)
def test_a_fact_may_be_said_otherwise_or_stand_beside(weekly: Library, question: str) -> None:
    answer = weekly.ask(question)
    assert (FACTS | FEATURES)[question] in answer.answer, answer.answer
    assert_holds(weekly, answer)


@pytest.mark.parametrize("question", ABSENT)
def test_what_only_looks_alike_is_no_answer(weekly: Library, question: str) -> None:
    answer = weekly.ask(question)
    assert answer.status == "not_found", answer.answer


def test_of_two_towns_in_a_line_none_is_put_first(shelf: Shelve) -> None:
    library = shelf(
        may="# Fen Letter, May 2030\n\n## News\n\n"
        "- The Board, in Riga, Latvia, chose Oslo for the Reed Fair of 2032 (4 May)\n"
        "- LFT and BPU signed a memorandum of understanding on peat (9 May)\n"
    )
    answer = library.ask("Where will the Reed Fair of 2032 take place?").answer
    assert "**" not in answer.split("(")[0]
    assert "Oslo" in answer


@pytest.mark.parametrize("question", ["Who signed an MoU on peat?", "When did LFT and BPU sign an MoU?"])
def test_a_short_word_that_the_archive_writes_out_is_known(shelf: Shelve, question: str) -> None:
    library = shelf(
        may="# Fen Letter, May 2030\n\n## News\n\n- LFT and BPU signed a memorandum of understanding on peat (9 May)\n"
        "- CSO-OLS MoU on lamps (11 May)\n"
    )
    assert "CSO" in library.ask("Who signed an agreement with OLS?").answer
    assert "memorandum of understanding on peat" in library.ask(question).answer
