"""Roles from a group's charter beside dated minutes: whose post, between whom, and which of two statements counts."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, Shelve, shelve
from tests.answering.rules import assert_holds

SAFETY = """# Kite Safety Working Group

The group looks after lines, knots and weather.

## Initial membership

- Chair: Anna Lund
- Co-Chair: Bo Ferri
- Guild Liaison (must sit on the board): Cem Aydin
- Crew Liaison: Dot Ives
- Other members:
  - Eli Marsh
  - Fay Noor
"""
REPAIR = """# Sail Repair Working Group

The group mends what the wind tears.

## Organizers

- Gil Otter
- Hana Pike

## Emeritus Organizers

- Ivo Quist
"""
MINUTES = """# Kite Guild Board monthly meeting, {day}

Board members in attendance:

- Anna Lund
- Jon Reed

Also in attendance:

- Kim Stone (Assistant to Treasurer)

## Business

- {line}
"""
OFFICERS = """The accounts were approved.

### 2026 Kite Guild Board officer elections

- President: Jon Reed
- Treasurer: Lea Tarn"""


@pytest.fixture(scope="module")
def guild(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    march = MINUTES.format(
        day="March 12, 2026", line="Kite Safety Working Group: Mo Underhill to serve as the new guild liaison."
    )
    library = shelve(
        tmp_path_factory.mktemp("guild"),
        safety=SAFETY,
        repair=REPAIR,
        december=MINUTES.format(day="December 11, 2025", line=OFFICERS),
        march=march,
    )
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "names", "others"),
    [
        ("Who are chair and co-chair of the Kite Safety Working Group?", ["Anna Lund", "Bo Ferri"], ["Cem", "Dot"]),
        ("Who leads the kite safety group, and who is their deputy?", ["Anna Lund", "Bo Ferri"], ["Dot"]),
        ("treasurer of the board?", ["Lea Tarn"], ["Kim", "Jon"]),
        ("Guild liaison for the Kite Safety Working Group now?", ["Mo Underhill"], ["Cem", "Dot"]),
        ("Which board member acts as liaison to the Kite Safety WG?", ["Mo Underhill", "Dot Ives"], ["Cem"]),
        ("Who is the crew liaison of the kite safety group?", ["Dot Ives"], ["Mo", "Cem"]),
        ("Who was the guild liaison of the Kite Safety Working Group before?", ["Cem Aydin"], ["Mo", "Dot"]),
        ("What is Kim Stone's position?", ["Assistant to the treasurer", "Kite Guild Board"], ["Lea"]),
        ("Who runs the Sail Repair Working Group?", ["Gil Otter", "Hana Pike"], ["Ivo"]),
        ("Sail Repair WG emeritus organizers", ["Ivo Quist"], ["Gil", "Hana"]),
        ("Which group does Hana Pike organise?", ["Sail Repair"], ["Kite"]),
        (
            "Who are the members of the Kite Safety Working Group?",
            ["Anna Lund", "Bo Ferri", "Eli Marsh", "Fay Noor", "Dot Ives", "Mo Underhill"],
            ["Cem"],
        ),
    ],
)
def test_posts_of_groups_and_of_the_board(guild: Library, question: str, names: list[str], others: list[str]) -> None:
    answer = guild.ask(question)
    assert answer.status == "answered", answer.answer
    assert [name for name in names if name not in answer.answer] == []
    assert [name for name in others if name in answer.answer] == []
    assert_holds(guild, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the treasurer of the Kite Safety Working Group?",
        "Who is the deputy treasurer of the board?",
        "Who chairs the Rope Working Group?",
        "Who is the harbour liaison of the Sail Repair Working Group?",
    ],
)
def test_a_post_that_nobody_holds_is_not_given_to_another(guild: Library, question: str) -> None:
    assert guild.ask(question).status == "not_found"


COUNCIL = """# Kite Oversight Council (KOC)

The council looks after the sky.

## Members

- Anna Lund (@anna), Reel Works (term: 2 years, 3/4/2031 - 3/4/2033) [crew-elected]
- Bo Ferri (@bo), Reel Works (term: 2 years, 3/4/2031 - 3/4/2033) [guild-elected]
- Cem Aydin (@cem), Sky Mill (term: 2 years, 2032-05-06 - 2034-05-06) [guild-elected][KOC Chair]

## Emeritus Members

- Dot Ives
"""


REPORT = """# 2031 Annual Report: Sail Repair Working Group

## Leadership

- Jon Reed stepped down as organizer to sail more.
- Lea Tarn was brought on as a new organizer.
"""


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("council"), koc=COUNCIL, repair=REPAIR, report=REPORT)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which members of the Kite Oversight Council are employed by Reel Works?", ["Anna Lund", "Bo Ferri"]),
        ("Which members of the Kite Oversight Council are guild-elected?", ["Bo Ferri", "Cem Aydin"]),
        ("Who is the chair of the KOC?", ["Cem Aydin"]),
        ("From when until when was Bo Ferri on the Kite Oversight Council?", ["Bo Ferri"]),
        ("How long has Anna Lund been on the KOC?", ["Anna Lund"]),
        ("Whose term on the Kite Oversight Council ends in 2033?", ["Anna Lund", "Bo Ferri"]),
        ("Whose term on the Kite Oversight Council ends in May 2034?", ["Cem Aydin"]),
        ("When does the term of Cem Aydin end?", ["Cem Aydin"]),
        ("What are the dates of Anna Lund's term on the Kite Oversight Council?", ["Anna Lund"]),
        ("List the organizers of the group that looks after torn cloth (Sail Repair WG).", ["Gil Otter", "Hana Pike"]),
        ("Which organizers of the Sail Repair Working Group stepped down in 2031?", ["Jon Reed"]),
        ("Who came in as organizer of the Sail Repair Working Group during 2031?", ["Lea Tarn"]),
        ("former members (emeritus) of the Kite Oversight Council", ["Dot Ives"]),
        (
            "I want to invite the people who organize the Sail Repair WG to our fair; what are their names?",
            ["Gil Otter", "Hana Pike"],
        ),
    ],
)
def test_only_the_holders_whom_a_question_means_are_named(council: Library, question: str, names: list[str]) -> None:
    answer = council.ask(question)
    assert_holds(council, answer)
    assert [name for name in PEOPLE if name in answer.answer] == names


def test_nobody_works_for_an_employer_that_no_line_names(council: Library) -> None:
    answer = council.ask("Which members of the Kite Oversight Council are employed by Storm Yard?")
    assert not any(name in answer.answer for name in PEOPLE)


PEOPLE = [
    "Anna Lund",
    "Bo Ferri",
    "Cem Aydin",
    "Dot Ives",
    "Gil Otter",
    "Hana Pike",
    "Ivo Quist",
    "Jon Reed",
    "Lea Tarn",
]


def test_present_holders_are_no_answer_to_who_left(council: Library) -> None:
    answer = council.ask("Which organizers of the Sail Repair Working Group stepped down in 2030?")
    assert not any(name in answer.answer for name in PEOPLE)


FIRMS = """# {name} Working Group

The group mends what the wind tears.

## {post}

{holders}
"""


def test_whom_holders_work_for_is_told_with_them_or_not_at_all(shelf: Shelve) -> None:
    library = shelf(
        sails=FIRMS.format(
            name="Sail Repair", post="Organizers", holders="* Gil Otter (@gil), Loomworks\n* Hana Pike (@hana)"
        ),
        lines=FIRMS.format(name="Line Twisting", post="Chairs", holders="* Bo Ferri (@bo), Loomworks"),
    )
    assert library.ask("Which company does Hana Pike work for?").status == "not_found"
    assert "Loomworks" in library.ask("Which company does Gil Otter work for?").answer
    answer = library.ask("And from Loomworks?", "Which leads are from Kestrel Yard?").answer
    assert "Gil Otter" in answer
    assert "Bo Ferri" in answer
    answer = library.ask("Who chairs the Line Twisting Working Group and which company are they from?").answer
    assert "Loomworks" in answer
    assert "Gil Otter" not in answer
