"""A feature that heads a part of some issues and leads a paragraph of others; heads of members by their short names."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, Shelve, shelve
from tests.answering.rules import assert_says

FIRST = """# Tide Forum Bulletin, January 2031

## 1. News

The Rope and Anchor Agency (RAA) opened a loft in Riga on 4 January 2031.

## 2. KEEPERS AT WORK

Hana Dahl splices hawsers in Bergen and sings while she does it.

## 3. WORD OF THE ISSUE

Bight: the slack part of a rope.
"""
SECOND = """# Tide Forum Bulletin, March 2031

## 1. News

The Tide Forum tested nine buoys in Oslo on 9 March 2031.

## 2. KEEPERS AT WORK

Mato Card reads gauges in Split by ear.

## 3. WORD OF THE ISSUE

Gaff: a spar that rises from the mast.
"""
LETTER = """# THE TIDE LETTER, April-May 2031

On 1 May 2031 Ada Nwo became President of the Rope and Anchor Agency. She follows Tom Brez, who had held the office
since 2024.

"An anchor has no opinion," said Ada Nwo, President of RAA, on 3 May 2031.

7. Keepers at work. Sister Agnes Tui keeps the rain tanks of a school in Apia, and each pupil signs for the first cup.
"""


@pytest.fixture(scope="module")
def tides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("tides"), january=FIRST, march=SECOND, letter=LETTER)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who has been portrayed under Keepers at Work so far?", ["Hana Dahl", "Mato Card", "Agnes Tui"]),
        ("Which terms were explained in the section Word of the Issue?", ["Bight", "Gaff"]),
        ("who is president of RAA and since when", ["Ada Nwo", "1 May 2031"]),
        ("I need the name of the present President of RAA for a letter, please.", ["Ada Nwo"]),
        ("Who is RAA's President?", ["Ada Nwo"]),
    ],
)
def test_a_feature_is_found_wherever_its_name_stands(tides: Library, question: str, said: list[str]) -> None:
    assert_says(tides, question, said)


def test_the_number_of_a_row_counts_nothing(shelf: Shelve) -> None:
    table = "| # | Group | Chair |\n|---|---|---|\n| 6 | Drones | RAA |\n| 7 | Ropes | WTO |\n"
    library = shelf(may=f"# Tide Review, May 2031\n\n## Groups\n\n{table}")
    assert library.ask("How many drones does RAA own?").status == "not_found"


def test_since_when_is_asked_of_the_head_of_a_member_by_its_short_name(tides: Library) -> None:
    assert "1 May 2031" in tides.ask("Since when?", "Who is the President of RAA?").answer
