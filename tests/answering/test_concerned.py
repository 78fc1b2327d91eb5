"""What stands under a heading that issues repeat, narrowed by what it concerns."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

from ctassist.model.answer import Status


def _letter(day: str, repairs: str, *, aside: str = "") -> str:
    return (
        f"---\ntitle: Week Ending {day} 2043\n---\n\n## News\n\nAll is calm.\n\n## Other Repairs\n\n{repairs}\n{aside}"
    )


_LETTERS = {
    "letter-1": _letter(
        "March 6,",
        "* The crane has a new hook\n* The slip was tarred\n* Nets are dried on the wall",
        aside="\nCleaning: sheds, buoys\n",
    ),
    "letter-2": _letter("March 13,", "* Lamps were moved\n* Oil for the crane is cheaper now"),
    "letter-3": _letter("April 20,", "* The ladder was fixed\n* A winch without a drum"),
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), **_LETTERS)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    "question",
    [
        "Which repairs concerned the crane, over all the issues?",
        "Which other repairs affected the crane?",
        "Which other repairs have to do with the crane in March 2043?",
    ],
)
def test_only_what_concerns_a_thing_is_listed(letters: Library, question: str) -> None:
    answer = letters.ask(question)
    assert len(answer.claims) == 2, answer.answer
    assert all("crane" in claim.text for claim in answer.claims)


def test_where_nothing_concerns_it_nothing_is_listed(letters: Library) -> None:
    assert letters.ask("Which repairs concerned the lighthouse, over all the issues?").status is Status.NOT_FOUND
