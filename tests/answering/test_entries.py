"""Bullets with a label under a heading that the question names."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

PAGE = """# Kiln Committee

Keeps the kilns of the guild warm, and all who fire them safe.

## Contact

- Chat room: #kilns
- [Mailing list](https://lists.example/kilns)

## Subprojects

These subprojects are owned by the committee:

### salt-glaze

- **Owners:**
  - Ida Blom
- **Contact:**
  - Chat room: #salt
### wood-firing

- **Contact:**
  - Chat room: #wood
  - Telephone: 4711
### raku

- **Owners:**
  - Tom Rees
"""


@pytest.fixture
def guild(shelf: Shelve) -> Library:
    return shelf(kilns=PAGE, wheels="# Wheel Committee\n\nTurns.\n\n## Contact\n\n- Chat room: #wheels\n")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("In which chat room can I reach the people behind salt-glaze?", "#salt"),
        ("chat room of wood-firing", "#wood"),
        ("What is the telephone of the wood-firing subproject?", "4711"),
        ("chat room of the kiln committee", "#kilns"),
        ("Where do I subscribe to the kiln committee's mailing list?", "lists.example/kilns"),
        ("Why was the Kiln Committee set up?", "Keeps the kilns"),
        ("What was the Kiln Committee founded for?", "Keeps the kilns"),
    ],
)
def test_the_value_of_a_label_is_told(guild: Library, question: str, said: str) -> None:
    answer = guild.ask(question)
    assert said in answer.answer
    assert_holds(guild, answer)


@pytest.mark.parametrize(
    "question",
    [
        "What is the chat room of raku?",
        "What is the telephone of salt-glaze?",
        "Chat room of the slip-casting subproject?",
    ],
)
def test_the_value_of_another_heading_is_no_answer(guild: Library, question: str) -> None:
    assert guild.ask(question).status == "not_found"


def test_subprojects_are_not_mistaken_for_the_committee_itself(guild: Library) -> None:
    answer = guild.ask("Enumerate the subprojects of the Kiln Committee.").answer
    assert all(name in answer for name in ("salt-glaze", "wood-firing", "raku"))
