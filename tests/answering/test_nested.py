"""Short lines of nested lists are told, and cited, with the line that they stand below."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, Shelve, shelve
from tests.answering.rules import assert_holds

KITES = """# Kite Weekly 12 May 2041

## Gates

- WindGauge
  - Promoted to stable.
- The gate StringCounter, which counts strings for every kite that flies
  - Promoted to stable.

## Reviews

1. Frame review
   1. Approved.
2. Sail review
   1. Postponed to June.
"""


@pytest.fixture(scope="module")
def kites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("kites"), kites=KITES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "leads"),
    [
        ("Which gates were promoted to stable?", ["WindGauge", "The gate StringCounter"]),
        ("Was StringCounter promoted to stable?", ["The gate StringCounter"]),
        ("Was the frame review approved?", ["Frame review"]),
        ("What happened to the sail review?", ["Sail review"]),
    ],
)
def test_a_short_line_is_told_with_the_one_above_it(kites: Library, question: str, leads: list[str]) -> None:
    answer = kites.ask(question)
    quotes = [citation.quote for citation in answer.citations]
    assert all(lead in answer.answer for lead in leads), answer.answer
    assert all(any(lead in quote for quote in quotes) for lead in leads), quotes
    assert_holds(kites, answer)


INTRODUCED = """# Annual Report 2031: Rope Group

## Work

### Proposals

The group looked after a number of improvements of the pier. In 2031 it brought forward these proposals.

- Tarred knots
  - Rejected by the board.
- Winch for the ferry
  - Adopted by the board.
- From the first lamps to the harbour of tomorrow: a rail of polished brass along the whole of the old north quay
  - Adopted by the board.

### Costs

- Paint
  - Adopted by the board.
"""


def test_what_introduces_a_list_introduces_what_is_nested_in_it(shelf: Shelve) -> None:
    answer = shelf(report=INTRODUCED).ask("Which improvements of the Rope Group were adopted in 2031?").answer
    assert "Winch" in answer
    assert "polished brass" in answer
    assert "Tarred" not in answer
    assert "Paint" not in answer
