"""Lists from minutes (``minutes.py``): every line under a heading is something the issue tells."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, Shelve, shelve
from tests.answering.minutes import MINUTES
from tests.answering.rules import assert_holds


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("minutes"), **MINUTES)
    yield library
    library.archive.close()


APRIL = [
    "Mirle Fossum",
    "Sailing Week Turku",
    "Harbour Fair Ghana",
    "Mason expected in June",
    "help the dock along",
    "twelve people wanted",
    "First meeting",
    "with the otter",
    "Sew the flag",
    "Measure the slipway",
]
LISTS = {
    "What happened in April 2043?": APRIL,
    "Everything the minutes report for April 2043, please": APRIL,
    "List everything under New matters in the March 2043 minutes": [
        "Two barrels",
        "order to be placed",
        "Lease of the caretaker",
        "Sketches by Fenwick",
    ],
    "List the tasks of April 2043": ["Sew the flag", "Measure the slipway"],
    "Tasks assigned to Ruta Blom in 2043?": ["crane on loan", "Sew the flag"],
    "Where does Fenwick & Daughters come up in the minutes?": ["Sketches by", "crane on loan", "Measure the slipway"],
    "Give me the history of the varnish team for hulls across all minutes": [
        "First sketch",
        "twelve people wanted",
        "First meeting",
    ],
    "What subsidies has the council given in 2043?": [
        "Regatta Kenya",
        "Sailing Week Oslo",
        "Sailing Week Turku",
        "Harbour Fair Ghana",
    ],
    "Which events in Africa got money (subsidies)?": ["Regatta Kenya", "Harbour Fair Ghana"],
    "Which new members were approved in March 2043?": ["Pia Corvin", "Osei Danton"],
}


@pytest.mark.parametrize("question", LISTS)
def test_a_list_from_minutes_is_complete_and_has_nothing_beside_the_point(minutes: Library, question: str) -> None:
    answer = minutes.ask(question)
    assert answer.status == "answered", answer.answer
    assert all(words in answer.answer for words in LISTS[question]), answer.answer
    assert len(answer.claims) == len(LISTS[question]), answer.answer
    assert_holds(minutes, answer)


@pytest.mark.parametrize(
    "question",
    [
        "What happened in May 2043?",
        "Tasks assigned to Pia Corvin in 2043?",
        "What subsidies were given in May 2043?",
        "Where does Halvard Stone come up in the minutes?",
        "Which events in Asia got money (subsidies)?",
        "Which new members were approved in May 2043?",
    ],
)
def test_what_minutes_do_not_tell_is_not_listed(minutes: Library, question: str) -> None:
    answer = minutes.ask(question)
    assert answer.status == "not_found", answer.answer


REVIEW = """# Otter Review March-April 2044

## Done
- OTTER UNION (OUN) held a race in Oslo (3 Mar)
- OUN opened a slipway in Turku (9 April)
- OUN drew up rules for slipways
"""


def test_an_undated_line_is_of_every_time_that_holds_its_whole_issue(shelf: Shelve) -> None:
    library = shelf(review=REVIEW)
    whole, month = library.ask("What happened in 2044?"), library.ask("What happened in March 2044?")
    assert "rules for slipways" in whole.answer
    assert len(whole.claims) == 3
    assert "rules for slipways" not in month.answer
    assert month.coverage.undated == 1
