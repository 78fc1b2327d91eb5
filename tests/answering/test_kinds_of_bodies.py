"""Pages of groups that an archive calls by a short name of its own: "NAG Harbours", "NAG Lights"."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_says

PAGE = """# NAG {name}

The {name} NAG looks after them.

## Meetings
* NAG {name} Meeting: {day}s at 11:00 UTC (1st and 3rd {day}s).

## Leadership

### Chairs
The Chairs of the NAG run its work.

* {first} (**[@{handle}](https://code.example.org/{handle})**), Rope Works
* {second}

## Contact
- Board Liaison: Gil Otter
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(
        tmp_path_factory.mktemp("nags"),
        harbours=PAGE.format(name="Harbours", day="Monday", first="Ana Roe", second="Bo Lindt", handle="anaroe"),
        lights=PAGE.format(name="Lights", day="Tuesday", first="Cem Aydin", second="Bo Lindt", handle="cemaydin"),
        ropes=PAGE.format(name="Ropes", day="Friday", first="Dot Ives", second="Eli Marsh", handle="dotives"),
    )
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Which NAGs have Bo Lindt as one of their chairs?", ["Harbours", "Lights"], ["Ropes"]),
        ("For which NAG is Dot Ives a chair?", ["Ropes"], ["Lights", "Harbours"]),
        ("Who chairs NAG Lights?", ["Cem Aydin", "Bo Lindt"], ["Ana Roe"]),
        ("When does NAG Ropes meet?", ["Fridays"], ["Mondays"]),
    ],
)
def test_its_short_name_for_a_kind_of_bodies_is_nobodys_name(
    pages: Library, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(pages, question, said, unsaid)


def test_the_next_body_of_the_kind_is_asked_about(pages: Library) -> None:
    answer = pages.ask("What about NAG Ropes?", "When does NAG Lights meet?")
    assert "Fridays" in answer.answer
    assert "Tuesdays" not in answer.answer
