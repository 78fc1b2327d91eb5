"""Newsletters in running text: lists that a paragraph announces, and what an issue tells of other days."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

LETTERS = {
    "letter_01_Mar2041": """# Lichen Diary - Field day held

Dear friends,

The Bark Index is out at last. Many thanks to Ada Roe and Eli Marsh, who spent the mapping weekend with us.
Besides their usual rounds, they prepared:

- a plate on crusts
- two keys to beard lichens

## Who goes where

Three of our volunteers have begun new studies this spring.

- Jo Poe reads botany in Riga.
- Kaya Stone has joined the Moss School in Turku.

Write to them!

## Links and finds

A lens that fits a telephone is for sale in Oslo.

## Talks

- Bo Lind spoke of slate roofs at the Stone Fair in Oslo on 27 February 2041.
- Jo Poe gave a talk on soot in Riga on 9 March 2041.
""",
    "letter_02_Apr2041": """# Lichen Diary - Roofs

Dear friends,

Eli Marsh counted the roofs of Lund.

## Courses

### Keys for beginners

**Where and when**

- Manchester – 3rd May
- Riga – 12th May

### Roofs by ladder

**Where and when**

- Riga – 30th May

## Links and finds

### A new atlas | until 8 June

The Moss School asks for plates until 8 June 2041.

## Talks

- Kaya Stone gave a talk on walls in Turku on 12 March 2041.
""",
}
LISTED = {
    "What did people prepare on the mapping weekend?": ["mapping weekend", "a plate on crusts", "two keys"],
    "Who has begun new studies?": ["Three of our volunteers", "Jo Poe", "Kaya Stone"],
    "Which talks does the March 2041 issue tell of?": ["slate roofs", "soot"],
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("diary"), **LETTERS)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", LISTED)
def test_a_list_is_told_by_what_stands_above_it(diary: Library, question: str) -> None:
    claims = diary.ask(question).claims
    assert len(claims) == len(LISTED[question]), claims
    assert all(words in claim.text for words, claim in zip(LISTED[question], claims, strict=True)), claims
    assert_holds(diary, diary.ask(question))


def test_whoever_is_named_needs_no_list(diary: Library) -> None:
    assert len(diary.ask("Who counted the roofs of Lund?").claims) == 1


def test_a_place_and_a_day_below_a_heading_are_when_and_where_it_is_held(diary: Library) -> None:
    answer = diary.ask("What happens in Riga in May 2041?")
    assert [claim.text for claim in answer.claims] == [
        "**12 May 2041:** Keys for beginners, Where and when: Riga – 12th May",
        "**30 May 2041:** Roofs by ladder, Where and when: Riga – 30th May",
    ]
    assert_holds(diary, answer)


def test_a_section_is_asked_for_of_another_issue(diary: Library) -> None:
    answer = diary.ask(
        "What about April 2041?", 'What is in the "Links and finds" section of the March 2041 newsletter?'
    )
    assert [claim.text.partition(" (")[0] for claim in answer.claims] == [
        "The Moss School asks for plates until 8 June 2041."
    ]
