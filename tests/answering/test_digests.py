"""An archive of digests: issues called so, figures of the end of a year, interviews as a regular column."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

_FIRST = """# The Mast Digest, No. 1, March 2041

## Five Questions

*to Ana Roe, director of the Mast Office*

**Why masts?** "Because a ship without one is a raft" (3 March 2041).

## From the Loft

The thing of this issue is a brass cleat, lent by the Aftvik Oar Museum.

## Figures at 31 March 2041

| Indicator | Value | Previous issue |
|---|---|---|
| Member boats | 9 | – |
| Pilots trained | 48 | – |
"""
_SECOND = """# The Mast Digest, No. 2, December 2041

## Five Questions

*to Bo Lind, director of the Oar Museum*

**What is an oar?** "A lever that has learnt to swim" (3 December 2041).

## From the Loft

The thing of this issue is a walrus tooth, shown by the Mast Office.

## The year in numbers

The number of member boats came to 14, and 202 pilots had been trained.
"""


@pytest.fixture(scope="module")
def digests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("digests"), **{"mast-1": _FIRST, "mast-2": _SECOND})
    yield library
    library.archive.close()


def told(library: Library, question: str) -> str:
    answer = library.ask(question)
    assert_holds(library, answer)
    return " | ".join(claim.text for claim in answer.claims)


@pytest.mark.parametrize(
    ("question", "expected", "other"),
    [
        ("number of member boats in the first digest", "9", "14"),
        ("How many member boats does the last digest count?", "14", "9"),
        ("How many pilots had been trained at the close of 2041?", "202", "48"),
        ("what was the loft thing of the march 2041 digest", "brass cleat", "walrus"),
        ("Who answered the Five Questions in issue 2?", "Bo Lind", "Ana Roe"),
        ("How did Bo Lind explain what an oar is?", "learnt to swim", "raft"),
    ],
)
def test_issues_go_by_what_they_are_called(digests: Library, question: str, expected: str, other: str) -> None:
    answer = told(digests, question)
    assert expected in answer
    assert other not in answer
