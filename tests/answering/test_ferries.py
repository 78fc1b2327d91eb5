"""One review of ferry safety: amounts weighed, either of two bodies, regions and unions, links and whom to ask."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

REVIEW = """# Ferry Safety Accord in Review March-April 2031

## Accord in Numbers

61

Flag States

9

Shipping and port organizations

2,400

Trained mates

37

FSO harbour inspections

## Activities

- FSO trained 20 mates in Dakar, Senegal (3 Mar)
- Ferry Council meeting on the 4th report on lifeboats (5 Mar)
- FC Towage Committee (FTC) open hearing on tugs in Turku, Finland (9 Mar)
- FSO and the African Union (AU) agreed on common lifejackets (12 Mar)
- Special Envoy on Rescue briefed EU Member States on night crossings (20 Mar)
- FSO workshop in Lomé, Togo (2 Apr)
- FSO handed over radios in Dakar, Senegal (8 Apr)
- Event on drills at FSO's Lights and Bells Programmes (10 Apr)

## Words

- FSO Director Ana Roe stressed that "the tidal nature of this trade asks for patience" (3 Mar)
- FC President Bo Lind noted that "the tidal moods of fog and ice ask for signals" (9 Mar)
- LLO Director Cem Aydin said that "ropes are cheaper than funerals" (9 Mar)

To see all the members of the Accord: bit.ly/accord-members

Please contact the Accord Office, FSO PKB
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("ferries"), review=REVIEW)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    "question",
    [
        "Senegal or Togo: for which of the two is more reported?",
        "Was more done in Senegal than in Togo?",
        "Between Senegal and Togo, where was there more activity?",
        "Which country is mentioned more often, Senegal or Togo?",
    ],
)
def test_of_two_places_that_with_more_is_shown_by_counting_both(ferries: Library, question: str) -> None:
    answer = ferries.ask(question)
    assert answer.answer.startswith("**Activities:** Senegal 2, Togo 1.")
    assert_holds(ferries, answer)


@pytest.mark.parametrize("question", ["Was FSO or FTC more active in March?", "Did FSO or FTC do more in March?"])
def test_of_two_organisations_that_did_more_is_shown_by_counting_both(ferries: Library, question: str) -> None:
    assert ferries.ask(question).answer.startswith("**Activities in March 2031:** FSO 2, FTC 1.")


@pytest.mark.parametrize(
    "question",
    [
        "How does the number of flag states compare with that of shipping and port organisations?",
        "Are there more flag states than shipping and port organisations?",
        "Compare the number of flag states with the number of shipping and port organizations.",
        "Which is higher: the number of flag states or that of shipping and port organizations?",
    ],
)
def test_two_figures_are_compared_by_showing_both(ferries: Library, question: str) -> None:
    answer = ferries.ask(question)
    assert {record.kind for record in answer.records} == {"indicator"}
    assert "**61**" in answer.answer
    assert "**9**" in answer.answer
    assert_holds(ferries, answer)


def test_how_far_two_figures_lie_apart_is_reckoned(ferries: Library) -> None:
    asked = "How many more flag states than shipping and port organizations are there?"
    assert "61 - 9 = 52" in ferries.ask(asked).answer


def test_a_figure_is_not_compared_with_one_that_is_not_stated(ferries: Library) -> None:
    answer = ferries.ask("Are there more flag states than lighthouses?")
    assert not any("61" in claim.text for claim in answer.claims)


def test_of_two_organisations_joined_by_or_either_will_do(ferries: Library) -> None:
    answer = ferries.ask("Which activities in March were held by FSO or its Towage Committee (FTC)?")
    assert [claim.text[2:9] for claim in answer.claims] == ["3 March", "9 March", "12 Marc"]
    assert "involving FSO or FTC" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Please give me the full list of activities in which FSO took part or which were about its programmes.",
        "What have FSO and its partners done?",
    ],
)
def test_what_is_of_somebody_narrows_no_list_of_what_has_to_do_with_them(ferries: Library, question: str) -> None:
    assert len(ferries.ask(question).claims) == 5


def test_a_region_is_spoken_of_by_the_members_of_its_union(ferries: Library) -> None:
    answer = ferries.ask("Did anything concern Europe?")
    assert [claim.text[:12] for claim in answer.claims] == ["**9 March 20", "**20 March 2"]


def test_the_union_of_a_region_is_no_place_but_concerns_it(ferries: Library) -> None:
    there = ferries.ask("What happened in Africa?")
    assert not any("African Union" in claim.text for claim in there.claims)
    assert len(there.claims) == 3
    about = ferries.ask("What was done in or on Africa?")
    assert any("African Union" in claim.text for claim in about.claims)
    assert len(about.claims) == 4


@pytest.mark.parametrize(
    "question",
    [
        "Where on the web can I see the complete list of members of the Accord?",
        "Which link leads to the members of the Accord?",
    ],
)
def test_where_on_the_web_asks_for_a_link(ferries: Library, question: str) -> None:
    assert "bit.ly/accord-members" in ferries.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Whom should readers get in touch with if they want to know more?",
        "Who can one contact for further questions?",
        "To whom should journalists write?",
    ],
)
def test_whoever_wants_to_know_more_is_told_whom_to_contact(ferries: Library, question: str) -> None:
    assert "Accord Office" in ferries.ask(question).answer


def test_where_figures_stand_is_no_part_of_what_they_count(ferries: Library) -> None:
    assert "**2,400**" in ferries.ask("How many mates were trained, going by the numbers box?").answer
    assert "**61**" in ferries.ask("According to the figures panel, how many flag states are there?").answer


def test_several_speakers_are_found_by_what_they_brought_up(ferries: Library) -> None:
    asked = "Which heads of entities brought up the tidal nature of this trade or of the fog?"
    answer = ferries.ask(asked)
    assert {claim.text.split(" (")[0] for claim in answer.claims} == {"FSO Director Ana Roe", "FC President Bo Lind"}


def test_what_an_acronym_is_short_for_is_not_what_happened(ferries: Library) -> None:
    assert ferries.ask("What is FSO short for?").status == "not_found"
    assert "African Union" in ferries.ask("What is AU short for?").answer
