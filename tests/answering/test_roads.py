"""Letters of working parties with minutes of a council between them: decisions, those present, who came after whom."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_MINUTES = "# Minutes of the Council of the Basalt Road Alliance\n\n{where}\n\n**Present:** {present}\n\n"


@pytest.fixture
def roads(shelf: Shelve) -> Library:
    """Two letters and two minutes; the director changes, and a working party is closed."""
    return shelf(
        letter_1="# The Road Letter, July to September 2031\n\n**Basalt Road Alliance**\n\n"
        "“A road needs eyes,” Director Helga Moreau said in July.\n\n## What we did\n\n"
        "- 9 July: HTU opened a rest house of the Alliance in Mendoza, Argentina\n"
        "- The Stelvio in Italy is closed from May to October\n\n## Who does what\n\n"
        "* Working party on Avalanches — convenor: ARL; deputy convenor: HTU\n"
        "* Working party on Tunnels — convenor: Idris Kamara (Freetown Polytechnic)\n"
        "* Working party on Signs — convenor: Pass Fund\n\n"
        "## In numbers\n\n- 19 members of the Alliance\n- 340 bridges\n",
        minutes_1=_MINUTES.format(where="Lima, 20 November 2031", present="Helga Moreau (Director), Rosa Quispe (ARC)")
        + "## 1. Director\n\nHelga Moreau announced that she will retire on 31 March 2032. "
        "The Council appointed Tomas Okello as Director from 1 April 2032.\n\n"
        "## 2. Fees\n\nThe Council discussed the accounts. The Council raised the fee to 650 euros.\n",
        letter_2="# The Road Letter, October to December 2031\n\n## What we did\n\n"
        "- 5 October: Pass Fund measured bridges of the Alliance in Paro, Bhutan\n\n## Who does what\n\n"
        "| Working party | Convenor | Deputy |\n|---|---|---|\n| Avalanches | HTU | ARL |\n"
        "| Tunnels | Idris Kamara (Freetown Polytechnic) | HTU |\n| Signs | NSO | Pass Fund |\n\n"
        "## In numbers\n\n- 20 members of the Alliance\n- 402 bridges\n",
        letter_3="# The Road Letter, January to March 2032\n\n## What we did\n\n"
        "- 3 March: ARL trained dogs of the Alliance in Gudauri, Georgia\n\n## Who does what\n\n"
        "| Working party | Convenor | Deputy |\n|---|---|---|\n| Avalanches | HTU | ARL |\n"
        "| Signs | NSO | Pass Fund |\n"
        "\n## In numbers\n\n- 21 members of the Alliance\n- 455 bridges\n",
        minutes_2=_MINUTES.format(where="Thimphu, 18 May 2032", present="Tomas Okello (Director), Pema Wangdi (RPS)")
        + "## 1. Prize\n\nThe Council decided to give the Golden Milestone to the crews of Andorra.\n",
    )


def told(library: Library, *questions: str) -> list[str]:
    """The claims of the answer to the last question, after the others."""
    *history, question = questions
    answer = library.ask(question, *history)
    assert_holds(library, answer)
    return [claim.text for claim in answer.claims]


@pytest.mark.parametrize(
    "question", ["What did the Council decide in November 2031?", "What was decided at the meeting in Lima?"]
)
def test_all_that_a_body_decided_is_told_and_not_what_it_discussed(roads: Library, question: str) -> None:
    assert [claim.split(" (20")[0] for claim in told(roads, question)] == [
        "The Council appointed Tomas Okello as Director from 1 April 2032.",
        "The Council raised the fee to 650 euros.",
    ]


def test_a_decision_is_of_the_day_of_its_minutes(roads: Library) -> None:
    (claim,) = told(roads, "Which decisions did the Council take in 2032?")
    assert "Golden Milestone" in claim


def test_a_decision_on_a_topic_must_speak_of_it(roads: Library) -> None:
    assert len(told(roads, "What did the Council decide about fees?")) == 1
    assert roads.ask("What did the Council decide about uniforms?").status is Status.NOT_FOUND


def test_those_present_are_told_by_the_place_of_the_minutes(roads: Library) -> None:
    (claim,) = told(roads, "Who attended the Council meeting in Lima?")
    assert "Rosa Quispe" in claim
    assert "Wangdi" not in claim
    assert roads.ask("Who attended the Council meeting in Oslo?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who succeeded Helga Moreau?", "Tomas Okello"),
        ("Who is the director of the Alliance?", "Tomas Okello"),
        ("Who preceded Tomas Okello?", "Helga Moreau"),
    ],
)
def test_directors_come_one_after_the_other(roads: Library, question: str, name: str) -> None:
    (claim,) = told(roads, question)
    assert name in claim


@pytest.mark.parametrize(
    "question",
    [
        "Who is the convenor of the working party on signs?",
        "Who convenes the signs working party?",
        "Who is the convenor for signs?",
    ],
)
def test_a_working_party_is_one_body_in_lists_and_tables(roads: Library, question: str) -> None:
    assert told(roads, question) == ["Convener: NSO"]


def test_all_working_parties_are_listed_by_their_plural(roads: Library) -> None:
    claims = told(roads, "List all working parties with their convenors.")
    assert [claim.split(":")[0] for claim in claims] == ["Avalanches", "Tunnels", "Signs"]


def test_who_convened_before_is_of_the_past(roads: Library) -> None:
    assert told(roads, "Who convened the avalanches working party before HTU?")[0].endswith("ARL")


def test_two_issues_of_years_are_compared(roads: Library) -> None:
    claims = told(roads, "What changed in the working parties between the last issue of 2031 and the first of 2032?")
    assert any("Tunnels" in claim and "no longer stated" in claim for claim in claims)


def test_what_was_said_on_an_occasion_need_not_speak_of_it(roads: Library) -> None:
    assert "eyes" in told(roads, "What did the director say when she opened the season?")[0]


def test_the_time_before_that_is_as_long(roads: Library) -> None:
    assert told(roads, "How many bridges were there in January to March 2032?", "And before that?") == [
        "bridges: **402** (October to December 2031)"
    ]


def test_months_of_every_year_date_nothing(roads: Library) -> None:
    assert not any("Stelvio" in claim for claim in told(roads, "What happened in August 2031?"))
    assert roads.ask("What happened in May 2031?").status is Status.NOT_FOUND
