"""A body that the archive does not have is never answered with another one's posts."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

PAGES = {
    "tide": """# Tide Network Special Interest Group

The group works with the QRV on buoys. Mail: https://lists.kestrel.org/tide, ana@kestrel.org, bo@kestrel.org

## Chairs

* Ana Roe (@ana), Kestrel
* Bo Lind Jr. (@bo), Fog House, Inc

## Subprojects

### Kestrel Boxes for harbours

- **Owners:**
  - Dag Ulv (@dag), Fog House
""",
    "network": "# Network Special Interest Group\n\nThe group lays lines.\n\n## Chairs\n\n* Eve Orm (@eve), Kestrel\n",
    "buoys": "# Buoy Handling Working Group\n\nThe group handles buoys.\n\n## Chairs\n\n* Cy Dorn (@cy), Fog House\n",
    "guide": """# Guide Committee

## Members

* Fay Lund (@fay), Fog House
* Gil Bach (@gil), Kestrel
""",
    "conduct": "# Lamp Conduct Committee\n\n## Members\n\n* Ida Fjeld (@ida), Spar\n",
}


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("unknown"), **PAGES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    "question",
    [
        "Who chairs the QRV working group?",
        "Who chairs WG QRV?",
        "Who chairs the working group on QRV?",
        "Who chairs the Fog House committee?",
        "Who chairs the Kestrel working group?",
        "Who is the chair of the board of Kestrel?",
        "Who chairs the Handling Committee?",
        "Who chairs SIG Buoy Handling?",
        "Who chairs the zeppelin task force?",
    ],
)
def test_another_body_is_no_answer(groups: Library, question: str) -> None:
    answer = groups.ask(question)
    assert answer.status == "not_found", answer.answer


def test_a_noun_that_several_bodies_bear_is_asked_back(groups: Library) -> None:
    answer = groups.ask("Who chairs the special interest group?")
    assert answer.status == "clarify"
    assert "Network Special Interest Group; Tide Network Special Interest Group" in answer.answer


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Who chairs the buoy handling group?", ["Cy Dorn"], ["Roe"]),
        ("Who chairs WG Buoy Handling?", ["Cy Dorn"], ["Roe"]),
        ("Who chairs the Tide Network SIG?", ["Ana Roe", "Bo Lind Jr (Fog House, Inc)"], ["Cy Dorn"]),
        ("List the members of the Guide Comittee.", ["Fay Lund", "Gil Bach"], ["Ida"]),
        ("Which chairs of special interest groups work for Kestrel?", ["Ana Roe", "Eve Orm"], ["Lind", "Dorn"]),
        ("Which groups does Fog House chair?", ["Cy Dorn"], ["Roe"]),
    ],
)
def test_bodies_are_found_by_their_names(groups: Library, question: str, said: list[str], unsaid: list[str]) -> None:
    answer = groups.ask(question)
    assert all(name in answer.answer for name in said), answer.answer
    assert not any(name in answer.answer for name in unsaid), answer.answer
    assert_holds(groups, answer)
