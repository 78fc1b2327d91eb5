"""Who bears a title: the newest line that says so, of whichever organisation is meant."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

ISSUES = {
    "tides_may_2041": """# Tide Review May 2041

## Names

The United Harbours (UH), the United Harbours Fog Office (UHFO) and the United Harbours Buoy Fund (UHBF) met in Riga.

## Words of heads

- SG Marlowe said that “fog asks every harbour the same question” (3 May)
- UHFO Commissioner Ana Reis noted that “fog is a common enemy of pilots” (4 May)
- UHBF Comptroller Jo Poe stressed that “a buoy lent is a wreck spared” (5 May)
- Under-Secretary-General Al Roe told the council that “rope frays in fog” (6 May)

## Activities

- Report of the Secretary-General on ropes (7 May)
""",
    "tides_june_2041": """# Tide Review June 2041

## Activities

- Mr. Bo Lindqvist took office as Commissioner of UHFO (2 June)
- Outgoing Commissioner Ana Reis visited Turku (3 June)

## Words of heads

- UHBF Comptroller Jo Poe stressed that “a chain is lent link by link” (5 June)
""",
}
HELD = {
    "Who is the Secretary-General?": "Marlowe",
    "Who is the UH Secretary-General?": "Marlowe",
    "Who is the Commissioner?": "Bo Lindqvist",
    "Who is UHFO's Commissioner now?": "Bo Lindqvist",
    "Who was the Commissioner in May 2041?": "Ana Reis",
    "Who is the Comptroller?": "Jo Poe",
}


@pytest.fixture(scope="module")
def tides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("tides"), **ISSUES)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", HELD)
def test_a_title_is_told_with_its_newest_bearer_alone(tides: Library, question: str) -> None:
    answer = tides.ask(question)
    assert HELD[question] in answer.answer, answer.answer
    assert len(answer.citations) == 1
    assert_holds(tides, answer)


@pytest.mark.parametrize("question", ["Who is the Ombudsman?", "Who is the Secretary-General of UHBF?"])
def test_a_title_that_nobody_bears_is_refused(tides: Library, question: str) -> None:
    assert tides.ask(question).status is Status.NOT_FOUND


ATLAS = {
    "letter_03_Apr2041": """# The Fern Atlas - Spores and plates

Dear friends,

- **Ada Roe** is the Field Records Officer for the [Moss Library](https://moss.example), based in Riga.
- Thanks to Jo Anne Poe, National Spore Training Coordinator at the Northern Fern Herbarium, the islands have a slot.
- Bo Lind is now the Keeper of Plates; Ada Roe visited him on 4 April 2041.
""",
    "letter_04_May2041": """# The Fern Atlas - Welcome Eli

Say hello to Eli Marsh, who joined the Fern Atlas team as a Volunteer Manager and drafts this letter.

Several members, the project lead Kaya Stone among them, told how they came to ferns.

Ada Roe, Volunteer Manager of Moss Library, showed a poster in Porto on 7 May 2041.
""",
}
POSTS = {
    "Which post does Jo Anne Poe hold?": "National Spore Training Coordinator at the Northern Fern Herbarium",
    "Jo Anne Poe - what is her job?": "National Spore Training Coordinator",
    "Who is the Volunteer Manager of the Fern Atlas?": "Eli Marsh",
    "Since when has Eli Marsh been volunteer manager?": "May 2041",
    "Who leads the Fern Atlas project?": "Kaya Stone",
    "What position does Ada Roe have?": "Volunteer Manager of Moss Library",
}


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("atlas"), **ATLAS)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", POSTS)
def test_posts_that_running_text_gives_to_people_are_told(atlas: Library, question: str) -> None:
    answer = atlas.ask(question)
    assert POSTS[question] in answer.answer, answer.answer
    assert len(answer.citations) == 1
    assert_holds(atlas, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Since when has Ada Roe been Field Records Officer?",
        "Since when has Kaya Stone been project lead?",
        "Who is the Volunteer Manager of the Northern Herbarium?",
        "What post does Ada Stone hold?",
        "Who leads the Moss Library project?",
    ],
)
def test_a_day_of_something_else_or_a_post_elsewhere_is_no_answer(atlas: Library, question: str) -> None:
    assert atlas.ask(question).citations == ()


def test_the_end_of_an_organisations_name_is_nobody(atlas: Library) -> None:
    assert "Coordinator: Fern Herbarium" not in atlas.ask("Who is the Coordinator?").answer
