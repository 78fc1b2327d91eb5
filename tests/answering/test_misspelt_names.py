"""Words of names that are misspelt are known by the words beside them; another name is left as it is."""

import pytest
from tests.answering.library import Library, Shelve

_LETTER = """# Reed Letter, May 2031

## News

- The Baltic Reedgrowers Assembly meets in Riga, Latvia on 12 May 2031.
- Willemijn de la Roo opened the Fen Museum of Oslo, Norway on 4 May 2031.
- Tomas Andersen won the Oar Prize on 9 May 2031.
"""


@pytest.fixture
def reeds(shelf: Shelve) -> Library:
    return shelf(may=_LETTER)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When is the Baltic Reedgrwers Asembly?", "12 May 2031"),
        ("What did Willemijn de la Rooo open?", "Fen Museum"),
        ("What did Wilemijn de la Roo open?", "Fen Museum"),
    ],
)
def test_a_word_of_a_name_is_known_by_those_beside_it(reeds: Library, question: str, told: str) -> None:
    assert told in reeds.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Which prize did Tomas Anderson win?",  # Another letter makes another name.
        "What did Bo de la Rooo open?",  # Nobody called so stands beside it.
        "What did Willemijn de la Rob open?",
    ],
)
def test_another_name_is_nobody_of_the_archive(reeds: Library, question: str) -> None:
    assert reeds.ask(question).status == "not_found"
