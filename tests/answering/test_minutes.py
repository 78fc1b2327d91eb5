"""Facts of minutes: under headings, over two lines, of a kind that the question names and the line does not."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

MINUTES = {
    "march": """# Minutes of the Lantern Makers' Guild, 4 March 2037

## Reports

### Repair of the slipway
- The work takes longer than thought.
- The committee approved a motion to go on with Marrow & Teal Ltd as surveyor.
- The survey is put at $1,100–$1,600, which is within the budget.

### Visitors' pledge
- Few visitors read it.
- The committee voted to make the pledge voluntary. Motion carried.

### Paint for the boats
- The hulls will be red with a white stripe.

### Ownership of the workshop keys
- A motion to allow the Night Watch Group to keep the workshop keys was approved.

### Summer fair 2037
- Summer fair 2037 in Gdansk - final proposal
- Voted unanimously in favour
""",
    "may": """# Minutes of the Lantern Makers' Guild, 6 May 2037

## Reports

### Handbook
- The handbook is reprinted every third year.
- Its pictures are published under CC BY 4.0.
- The new chapter on wicks is expected to be adopted on 12 June, after comments.
""",
}
FACTS = {
    "what survey firm are we using for the slipway?": "Marrow & Teal",
    "What did the committee finally decide about the visitors' pledge?": "voluntary",
    "In what colour will the hulls be?": "red",
    "Which group may keep the workshop keys after the March vote?": "Night Watch Group",
    "Under which licence are the pictures of the handbook published?": "CC BY 4.0",
    "How often is the handbook reprinted?": "every third year",
    "By what date was the chapter on wicks expected to be adopted?": "12 June",
    "How much is the survey of the slipway estimated to cost?": "$1,100–$1,600",
}
ABSENT = (
    "what survey firm are we using for the lighthouse?",
    "What did the committee finally decide about the entrance fee?",
    "In what colour will the sails be?",
    "Which group may keep the archive keys?",
    "How often is the slipway inspected?",
    "By what date was the chapter on oil expected to be adopted?",
    "Who rejected the visitors' pledge?",
    "How old is the slipway?",
)


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("minutes"), **MINUTES)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", FACTS)
def test_a_fact_of_minutes_is_found(minutes: Library, question: str) -> None:
    answer = minutes.ask(question)
    assert FACTS[question] in answer.answer, answer.answer
    assert_holds(minutes, answer)


@pytest.mark.parametrize("question", ABSENT)
def test_what_minutes_do_not_say_is_refused(minutes: Library, question: str) -> None:
    answer = minutes.ask(question)
    assert answer.status == "not_found", answer.answer
