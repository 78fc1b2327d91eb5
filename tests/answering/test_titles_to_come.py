"""Titles that pass on: who is to bear one from a day on, and who bore it after somebody who is named with it."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

ISSUES = {
    "bell_letter_2031_03": """# Bell Letter: March–April 2031

*Newsletter of the Chime Union (CU)*

## Changes

- Dr. Bo Lindqvist retires as Director of the Foundry Institute (FI) on 31 March 2031.

## They said

"A bell is patient." (Bo Lindqvist, Director of FI, Riga, 4 March)

"A rope is not." (Ulla Prag, Secretary-General of the Tower Office (TO), Oslo, 6 April)
""",
    "bell_letter_2031_11": """# Bell Letter: November–December 2031

*Newsletter of the Chime Union (CU)*

## Changes

Ulla Prag will leave TO on 31 December. Mr. Ivo Sand, until now her deputy, becomes Secretary-General on 1 January 2032.

## They said

"We pour on Fridays." (Mara Osei, Director of FI, Bergen, 3 November)
""",
}


@pytest.fixture
def letters(shelf: Shelve) -> Library:
    return shelf(**ISSUES)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who will be the Secretary-General of TO from January 2032?", "Ivo Sand"),
        ("Who is the Secretary-General of TO?", "Ulla Prag"),
        ("Who became Director of the Foundry Institute after Bo Lindqvist?", "Mara Osei"),
    ],
)
def test_who_bears_a_title_next(letters: Library, question: str, name: str) -> None:
    answer = letters.ask(question)
    assert name in answer.answer, answer.answer
    assert_holds(letters, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Who will be the Director of FI from January 2032?",
        "Who will be the Secretary-General of FI from January 2032?",
        "Who will be the Director of FI from 2033?",
        "Who will be the Secretary-General of TO from December 2031?",
        "Who became Director of the Tower Office after Bo Lindqvist?",
    ],
)
def test_whoever_is_not_told_to_come_is_not_told(letters: Library, question: str) -> None:
    answer = letters.ask(question)
    told = " ".join(claim.text for claim in answer.claims)
    assert not {name for name in ("Ivo Sand", "Mara Osei", "Ulla Prag:") if name in told}, answer.answer
