"""Weekly letters in which people report, lines are marked by labels and outcomes, and headings are ordinary words."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

_ISSUE = """---
title: Loft Letter {number}, week ending {day} 2047
date: {date}
---

## Guild News

{news}

## This week in the lofts

{reports}

## Motions of the guild

{motions}

## Lent and sought

{lent}

## Bird of the week

{bird}

## Counting

{rings} rings were issued last week.

## Rules adopted

These rules were adopted by the guild:

{rules}

## Calendar

{calendar}
"""

_LETTERS = {
    "letter-1": _ISSUE.format(
        number=1,
        day="7 June",
        date="2047-06-07",
        news="The Dovecote Guild elected Petra Lund as its new warden on 3 June.\n\n"
        "The Grand Flight 2047 will be held in Cardiff; it runs from November 14 to 16.",
        reports="### Mirek tower\n\n[Jonas Mirek](https://lofts.example/mirek) reports:\n\n"
        "> Two hens hatched on the roof. The ladder broke.\n\n"
        "### Skerry\n\nOdile Brandt says:\n\n> The fog kept all birds at home.",
        motions="* Motion 7: A tax on corn. Deferred.\n* Motion 8: A bell for the yard. Carried.",
        lent="* Lent: a basket for six – Odile Brandt\n* Sought: a scale",
        bird="The **fantail** walks like a duke.\n\nPut forward by Ilse Krog.",
        rings="140",
        rules="*No rules were adopted this week.*",
        calendar="* 12 June, Swansea: Loft visit\n* Deadline for entries to the Grand Flight: 20 June",
    ),
    "letter-2": _ISSUE.format(
        number=2,
        day="14 June",
        date="2047-06-14",
        news="A storm took the roof of the Skerry loft on 10 June. "
        "On 11 June the city of Swansea gave the guild a ladder.\n\nThe yearbook is at the printer.",
        reports="### Mirek tower\n\n[Jonas Mirek](https://lofts.example/mirek) says:\n\n"
        "> The ladder is mended, and the hens have names.",
        motions="* Motion 7: A tax on corn. Carried.\n* Motion 9: Night flights. Rejected.",
        lent="* Lent: three rings – Petra Lund\n* Sought: straw",
        bird="The **pouter** swallows air for a living.\n\nPut forward by Jonas Mirek.",
        rings="95",
        rules="* Rule 31: Ladders are oiled.",
        calendar="* 19 June, Bristol: Ringing day",
    ),
    "letter-3": _ISSUE.format(
        number=3,
        day="21 June",
        date="2047-06-21",
        news="Petra Lund took over as editor of this letter from Ilse Krog.",
        reports="### Skerry\n\nOdile Brandt reports:\n\n> The new roof is green.",
        motions="* Motion 10: A second bell. Deferred.",
        lent="* Sought: a lamp",
        bird="The **tumbler** forgets how to fly and remembers.\n\nPut forward by Ilse Krog.",
        rings="180",
        rules="*No rules were adopted this week.*",
        calendar="* 26 June, Cardiff: Scale check",
    ),
}

_ASKED = {
    "What did Jonas Mirek report?": ["Two hens hatched", "the hens have names"],
    "What happened in the week ending 7 June 2047?": ["Two hens hatched", "Petra Lund as its new warden"],
    "What did Odile Brandt say about the fog?": ["kept all birds at home"],
    "guild news of the week ending 14 June 2047": ["roof of the Skerry loft", "yearbook is at the printer"],
    "Which motions were carried?": ["Motion 8", "Motion 7: A tax on corn. Carried"],
    "What became of motion 7?": ["Deferred", "Carried"],
    "Which birds did Ilse Krog put forward?": ["fantail", "tumbler"],
    "bird of the week in Loft Letter 2": ["pouter"],
    "Who put forward the tumbler?": ["Ilse Krog"],
    "events in Swansea": ["Loft visit"],
    "Which week saw the most rings issued?": ["180"],
    "When were the fewest rings issued?": ["95"],
    "Who is the warden of the Dovecote Guild?": ["Petra Lund"],
    "When is the Grand Flight?": ["14 to 16 November 2047"],
    "Where is the Grand Flight 2047?": ["Cardiff"],
    "events cardiff": ["Scale check"],
    "Which rules were adopted in the week ending 7 June 2047?": ["No rules were adopted this week"],
    "Which rules were adopted in the week ending 14 June 2047?": ["Ladders are oiled"],
}
_UNASKED = {
    "What did Jonas Mirek report?": ["roof is green", "fog"],
    "guild news of the week ending 14 June 2047": ["ladder is mended", "pouter"],
    "bird of the week in Loft Letter 2": ["hens", "fantail"],
    "events in Swansea": ["gave the guild a ladder"],
    "Which motions were carried?": ["Deferred", "Rejected"],
    "Which birds did Ilse Krog put forward?": ["pouter"],
    "Which week saw the most rings issued?": ["140", "95"],
    "Which rules were adopted in the week ending 7 June 2047?": ["These rules", "Rule 31"],
    "Which rules were adopted in the week ending 14 June 2047?": ["These rules", "No rules"],
    "When is the Grand Flight?": ["20 June"],
    "Where is the Grand Flight 2047?": ["Deadline"],
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), **_LETTERS)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", _ASKED)
def test_a_question_to_a_letter_is_answered_with_all_that_is_asked(letters: Library, question: str) -> None:
    answer = letters.ask(question)
    assert_holds(letters, answer)
    assert [said for said in _ASKED[question] if said not in answer.answer] == [], answer.answer


@pytest.mark.parametrize("question", _UNASKED)
def test_a_question_to_a_letter_is_answered_with_nothing_else(letters: Library, question: str) -> None:
    answer = letters.ask(question).answer
    assert [said for said in _UNASKED[question] if said in answer] == [], answer
