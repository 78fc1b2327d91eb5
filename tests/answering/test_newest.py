"""How things are now, which of two they are, and who came in somebody's place: told in sentences of several issues."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

ISSUE = """# Slipway Weekly

Week ending {end} 2041

## News

{news}

## Version updates

- tar boiler to {boiler}
- winch to 7.2
"""
PEOPLE = """\
After his election to the Harbour Court, Oke Brandt has left the Committee for Ropes, and Ines Calder will be taking
his place.

The Rope Lending Scheme: rules were finished (reached 1.0 in March 2041), and a shed was found for it.

- SelfTarringHawser is in beta, and a fine name it is
"""


@pytest.fixture(scope="module")
def slipway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(
        tmp_path_factory.mktemp("slipway"),
        first=ISSUE.format(end="6 May", news=PEOPLE, boiler="0.45"),
        second=ISSUE.format(
            end="13 May", news="- SelfTarringHawser has been put back to alpha because of stains", boiler="0.46"
        ),
        third=ISSUE.format(
            end="20 May",
            news="If you use tarred rope at sea, please contact Dot Ives before 2 June with your feedback.",
            boiler="0.47",
        ),
    )
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("What is the latest tar boiler version in use?", "0.47", "0.46"),
        ("Is SelfTarringHawser alpha or beta now?", "put back to alpha", "in beta"),
        ("Who took Oke Brandt's place on the Committee for Ropes?", "Ines Calder", "tar boiler"),
        ("Who replaces Oke Brandt on the Committee for Ropes?", "Ines Calder", "tar boiler"),
        ("Кто занял место Oke Brandt в Committee for Ropes?", "Ines Calder", "tar boiler"),
        ("Who should we write to with feedback on tarred rope?", "Dot Ives", "Oke"),
        ("When did the Rope Lending Scheme reach version 1.0?", "March 2041", "tar boiler"),
    ],
)
def test_it_is_answered_as_it_is_now(slipway: Library, question: str, said: str, unsaid: str) -> None:
    answer = slipway.ask(question)
    assert said in answer.answer, answer.answer
    assert unsaid not in answer.answer


@pytest.mark.parametrize("question", ["Is the rope walk alpha or beta now?", "Who took Ines Calder's place?"])
def test_what_no_issue_says_is_not_answered(slipway: Library, question: str) -> None:
    assert slipway.ask(question).status == "not_found"
