"""Bulletins numbered in capitals, posts before their holders in one line, books of each bulletin, a congress."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds


@pytest.fixture
def clinics(shelf: Shelve) -> Library:
    """Two bulletins; the president of the whole changes at a congress, that of a commission between them."""
    return shelf(
        bulletin_4="# Mobile Clinics Concordat: Bulletin No. 4, May–June 2029\n\n## Events\n\n"
        "- 20 May, Lusaka, Zambia: repair course for drivers, by RDG\n"
        "- 31 May-3 June, Lima, Peru: annual congress. The congress elected Amara Diallo (MedRoute) president of the"
        " Concordat; she follows Peter Oduor.\n\n## Commissions\n\n"
        "Commission on Vehicles: president RDG; secretary ANS\n"
        "Commission on Vaccines: president CCA; vice-presidents RDG and IHT; secretary vacant\n\n"
        "## Numbers\n\n- Vans on the road: 123\n- Patients seen: 70,950\n\n"
        "## Bookshelf\n\n“Boats That Heal” by Mere Vula.\n",
        bulletin_5="# Mobile Clinics Concordat: Bulletin No. 5, July–August 2029\n\n## Events\n\n"
        "- 3 July, Bujumbura, Burundi: RDG vaccinated 9,000 children\n"
        "- 4 August, Potosí, Bolivia: ANS examined miners\n\n"
        "## Commissions\n\nCommission on Vehicles: president ANS; secretary Tesfaye Bekele (RDG)\n"
        "Commission on Vaccines: president CCA; vice-president RDG\n\n"
        "## Numbers\n\n- Vans on the road: 131\n- Patients seen: 88,400\n\n"
        "## Bookshelf\n\n“Miners’ Lungs” by Rosa Apaza.\n",
    )


def told(library: Library, question: str) -> list[str]:
    """The claims of an answer."""
    answer = library.ask(question)
    assert_holds(library, answer)
    return [claim.text for claim in answer.claims]


def test_posts_stand_before_those_who_hold_them(clinics: Library) -> None:
    assert told(clinics, "Who is the president of the Commission on Vehicles?") == ["President: ANS"]
    assert told(clinics, "Who presided over the Commission on Vehicles in May 2029?") == ["President: RDG"]
    claims = told(clinics, "Who were the vice-presidents of the Commission on Vaccines in May 2029?")
    assert claims == ["Vice-presidents: RDG, IHT"]


def test_who_follows_somebody_is_told_by_the_line_that_says_so(clinics: Library) -> None:
    (claim,) = told(clinics, "Who succeeded Peter Oduor?")
    assert "Amara Diallo" in claim


def test_a_bulletin_is_named_with_its_number(clinics: Library) -> None:
    claims = told(clinics, "What events does Bulletin No. 5 report?")
    assert len(claims) == 2
    assert "9,000 children" in claims[0]


def test_numbers_of_two_bulletins_are_compared(clinics: Library) -> None:
    claims = told(clinics, "What changed in the numbers between Bulletin No. 4 and No. 5?")
    assert any("123 → **131**" in claim for claim in claims)


def test_books_stand_on_the_bookshelf_of_each_bulletin(clinics: Library) -> None:
    claims = told(clinics, "Which book was on the bookshelf in each bulletin?")
    assert ["Boats" in claims[0], "Lungs" in claims[1]] == [True, True]


def test_events_of_a_kind_are_not_all_that_stands_under_events(clinics: Library) -> None:
    (claim,) = told(clinics, "List all courses and training events.")
    assert "repair course" in claim
