"""What is still to come, as of the newest issue: no answer with what is over by then."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

from ctassist.model.answer import Status

LETTERS = {
    "march": """# Lamp Letter March 2041

## News

- The next conference of the Lamp League will be held in Riga (5-7 May 2041)
- The next harvest festival is on 3 October 2041 in Turku
""",
    "may": """# Lamp Letter May 2041

## News

- The conference of the Lamp League met in Riga (5-7 May)
- The next council meeting takes place on 12 June 2041 in Turku
- Wick workshop: 20 June 2041, Tampere
""",
}
AHEAD = {
    "When is the next council meeting?": "12 June",
    "Where does the council meet next?": "Turku",
    "When is the next festival?": "3 October",
    "When is the upcoming wick workshop?": "20 June",
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), **LETTERS)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", AHEAD)
def test_the_next_one_is_told(letters: Library, question: str) -> None:
    assert AHEAD[question] in letters.ask(question).answer


@pytest.mark.parametrize(
    "question",
    ["When is the next conference?", "Where is the upcoming conference?", "What is the date of the next conference?"],
)
def test_one_that_is_over_is_not_the_next(letters: Library, question: str) -> None:
    assert letters.ask(question).status is Status.NOT_FOUND
