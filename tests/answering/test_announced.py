"""Lists that a line announces, what changed in a thing, and sections narrowed by what the whole archive is about."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

ISSUE = """# Towpath Weekly

Week ending {end} 2041

## News

{news}

Next closing: {closing}

## Version updates

- {updates}
- Windlass: 7.2
"""
FAIR = """\
2 May was the Lockkeepers' Fair. Here are some stall notes (ask for more):

* Sluices wear out where the silt is coarse
* Most visitors do not know what a windlass is

The Towpath likes them all."""
COURT = "Ada Rook has retired from the Water Court as well as from the choir."


@pytest.fixture(scope="module")
def towpath(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(
        tmp_path_factory.mktemp("towpath"),
        first=ISSUE.format(
            closing="Upper lock, 8 May", end="6 May", news=FAIR, updates="tillers to 1.17 for the Towpath boats"
        ),
        second=ISSUE.format(
            closing="Lower lock, 15 May",
            end="13 May",
            news="* The ferrybell rings twice\n* Towpath mown",
            updates="tillers to 1.18",
        ),
        third=ISSUE.format(
            closing="Weir lock, 22 May",
            end="20 May",
            news=f"* Moss is off the ferrybell\n\n{COURT}",
            updates="tillers to 1.19",
        ),
        fourth=ISSUE.format(
            closing="Old lock, 29 May",
            end="27 May",
            news="The Water Court election is over, and Ole Ness was elected to it. The next closing is far.",
            updates="Towpath to 3",
        ),
    )
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("What were the stall notes from the Lockkeepers' Fair?", ["Sluices", "windlass is"], ["likes them", "7.2"]),
        ("What changed in ferrybell?", ["rings twice", "Moss"], ["mown", "tillers"]),
        (
            "What is the next closing in each issue?",
            ["Upper lock", "Lower lock", "Weir lock", "Old lock"],
            ["closing is far", "7.2"],
        ),
        ("List the tillers updates of Towpath given under Version updates.", ["1.17", "1.18", "1.19"], ["7.2"]),
    ],
)
def test_all_that_is_announced_or_told_is_listed(
    towpath: Library, question: str, said: list[str], unsaid: list[str]
) -> None:
    answer = towpath.ask(question)
    assert_holds(towpath, answer)
    assert [words for words in said if words not in answer.answer] == [], answer.answer
    assert [words for words in unsaid if words in answer.answer] == [], answer.answer


def test_what_somebody_was_elected_to_is_it(towpath: Library) -> None:
    answer = towpath.ask("And who retired from it in May?", "Who was elected to the Water Court?")
    assert "Ada Rook" in answer.answer, answer.answer


@pytest.mark.parametrize(
    "question", ["What were the stall notes from the Ropewalk Gala?", "What changed in the weathercock?"]
)
def test_what_is_not_announced_or_told_is_not_listed(towpath: Library, question: str) -> None:
    assert towpath.ask(question).status == "not_found"
