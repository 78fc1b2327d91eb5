"""Who joined, what was done with others, who holds a title now, what successors said, and wishes in few words."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Answer, Status


@pytest.fixture
def reefs(shelf: Shelve) -> Library:
    """Three issues of a network of reefs: members that join, a president who follows another, visits to a portal."""
    return shelf(
        reef_1="# Reef Network Review\n**January – February 2031**\n\n"
        "> 30 Member States · 1,200 visits to the Tide portal\n\n"
        "### Steering\n\n* The Steering Board held its third session in Suva, Fiji (5–6 January).\n"
        "* Palau became the 30th Member State of the Network (9 January).\n"
        "* Reef Watch Institute (RWI) workshop in Apia, Samoa, joined by divers from Tonga (14 January)\n"
        "* RWI and the Coral Data Office (CDO) mapped a lagoon in Nassau, Bahamas (3 February)\n"
        "* RWI published a guide to buoys (7 February)\n\n"
        "### What heads said\n\n* Marek Dol (President, Coral Data Office, CDO): opened the year\n"
        '* Dol (CDO): "A map nobody opens protects no reef at all" (8 January)\n\n'
        "### Working groups\n\n#### Lagoon mapping and shared data\nChair: CDO\n\n"
        "#### Night diving and safety\nChair: RWI\n",
        reef_2="<html><body><h1>Reef Network Review</h1><p>March–April 2031</p><h2>Steering</h2><ul>"
        "<li>Kiribati and Nauru were admitted to the Network (4 March)</li>"
        "<li>The Steering Board held its fourth session in Koror, Palau (20–21 March).</li>"
        "<li>CDO congress in Hobart, Australia, made Inga Solberg its President "
        "in succession to Marek Dol (2 April).</li>"
        "</ul><h2>What heads said</h2>"
        "<blockquote><p>“A reef is a slow city with fast neighbours.” — Marek Dol, President, Coral Data Office (CDO), "
        "12 March</p></blockquote></body></html>",
        reef_3="# Reef Network Review\n**May – June 2031**\n\n> 34 Member States · 1,900 visits to the Tide portal\n\n"
        "### Steering\n\n* The Steering Board held its fifth session, online (3 May).\n"
        "* Two States came in: Vanuatu and Tuvalu (9 May).\n"
        "* RWI with CDO tested lamps in Nassau, Bahamas (11 June)\n\n"
        '### What heads said\n\n* Solberg (CDO): "I inherit good charts and bad weather" (20 May)\n',
    )


def ask(library: Library, *questions: str) -> Answer:
    """The answer to the last question, asked in one conversation after the others."""
    conversation = None
    for question in questions:
        answer = library.ask(question, conversation=conversation)
        conversation = answer.conversation_id
    assert_holds(library, answer)
    return answer


def told(library: Library, *questions: str) -> str:
    return " ".join(claim.text for claim in ask(library, *questions).claims)


@pytest.mark.parametrize(
    "question", ["Which countries joined the Network in 2031?", "Which countries were admitted to the Network in 2031?"]
)
def test_who_joined_is_told_by_whatever_verb_and_nobody_else(reefs: Library, question: str) -> None:
    answer = ask(reefs, question)
    names = {claim.text.split(":")[0].strip("*") for claim in answer.claims}
    assert names == {"Palau", "Kiribati", "Nauru", "Vanuatu", "Tuvalu"}


def test_what_somebody_did_with_others_leaves_out_the_rest(reefs: Library) -> None:
    claims = told(reefs, "What has RWI undertaken together with other organisations?")
    assert "mapped a lagoon" in claims
    assert "tested lamps" in claims
    assert "guide to buoys" not in claims


@pytest.mark.parametrize("question", ["Who is the President of CDO?", "Who presides over CDO now?"])
def test_the_newer_line_tells_who_holds_a_title(reefs: Library, question: str) -> None:
    claims = told(reefs, question)
    assert "Solberg" in claims
    assert "Dol" not in claims


def test_the_words_of_a_successor_are_those_of_whoever_came_next(reefs: Library) -> None:
    claims = told(reefs, "What did Dol say in January 2031?", "And what has his successor said?")
    assert "good charts and bad weather" in claims
    assert "no reef at all" not in claims


def test_all_remarks_of_an_office_are_those_of_each_who_held_it(reefs: Library) -> None:
    claims = told(reefs, "All remarks by the President of CDO, whoever held the post")
    assert "no reef at all" in claims
    assert "slow city" in claims


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Sessions of the Steering Board so far: where and when?", ("Suva", "Koror", "online")),
        ("How many times did the Steering Board meet in 2031?", ("Suva", "Koror", "online")),
        ("Bahamas: what did the Network's partners do there?", ("mapped a lagoon", "tested lamps")),
        ("Bahamas in 2031, all of it", ("mapped a lagoon", "tested lamps")),
    ],
)
def test_lists_are_asked_for_in_few_words(reefs: Library, question: str, places: tuple[str, ...]) -> None:
    answer = ask(reefs, question)
    assert len(answer.claims) == len(places)
    assert all(place in told(reefs, question) for place in places)


def test_how_busy_a_portal_was_is_told_by_its_visits(reefs: Library) -> None:
    assert "1,900" in told(reefs, "How busy was the Tide portal in May-June 2031?")


def test_a_number_is_asked_for_at_another_time_in_two_words(reefs: Library) -> None:
    assert "34" in told(reefs, "How many Member States were there in January 2031?", "How many in the latest issue?")


def test_why_somebody_did_what_nobody_tells_is_not_answered_by_a_list(reefs: Library) -> None:
    assert ask(reefs, "Why did Samoa walk out of the Network?").status is Status.NOT_FOUND


def test_a_chart_says_nothing_in_anybodys_words(reefs: Library) -> None:
    claims = told(reefs, "What was said about night diving?")
    assert "Chair" not in claims
    assert "Night diving and safety" not in claims


def test_only_what_concerned_a_place_narrows_the_list_before(reefs: Library) -> None:
    claims = told(reefs, "What did RWI do in 2031?", "Only what concerned the Bahamas.")
    assert "mapped a lagoon" in claims
    assert "Apia" not in claims
