"""Mills that change their names: bodies of holders, the archive's own name behind a body's, members, that year."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

SPRING = """# Mill Notes

Bulletin of the Windmill Keepers' Compact (WKC)

**March 2031**

## Activities

| Date | What | Who |
|---|---|---|
| 3 Mar | Delivery of six sieves to Ghent, Belgium | DMB |
| 9 Mar | Drill on sails for 40 keepers in Riga, Latvia | SKG |
| 14 Mar | The Tallinn Tower Mill (TTM) joined the Compact as its ninth member | TTM |

## They said

- Ms. Ana Roe, SKG: "Wind is free, sails are not." (9 March)

## Figures

- Member mills: 9
- Keeper exchange visits: 37
- Sieves in use: 410

## Tool of the month

**The long sieve.** A frame, drawn by the carpenters of SKG, which was sold to bakers.

## Who is who

| Body | Lead | Others |
|---|---|---|
| Council of Millers | President: Prof. Dr. Ana Roe (SKG) | First Vice-President: Bo Li (DMB) |
| Secretariat | Director: Ms. Cy Poe | – |
| Liaison to the Bakers' Guild | Di Fox (TRA) | – |
| Board on Sails | Chair: Flo Hart (TRA) | Secretary: Gus Ivy (SKG) |
| Committee on Grain | Chair: Hal Ames (SKG) | Deputy chair: Ida Berg (DMB) |

## Upcoming events

- 12 April 2031: Fair of sieves, Riga

## Members

| Acronym | Mill |
|---|---|
| DMB | Dyke Mill Bruges |
| SKG | Stone Keepers' Group |
| TRA | Tower Road Association |
| TTM | Tallinn Tower Mill |
"""
SUMMER = """# Mill Notes

Bulletin of the Windmill Keepers' Compact (WKC)

**June 2031**

## Activities

| Date | What | Who |
|---|---|---|
| 5 Jun | Count of wheels in Ghent, Belgium | SKG |
"""
AUTUMN = """# Mill Notes

Bulletin of the Windmill Keepers' Compact (WKC)

**September 2031**

## Activities

| Date | What | Who |
|---|---|---|
| 1 Sep | The Dyke Mill Bruges changed its name to Harbour Mill Centre Bruges (HMC) | HMC |
| 8 Sep | Course on grain in Oslo, Norway | HMC |
| 9 Sep | The Oslo Grain Works (OGW) was admitted as the tenth member | OGW |
| 12 Sep | Keepers of SKG joined colleagues in Bergen, Norway | SKG |
| 20 Sep | Repair of a wheel in Bergen, Norway | SKG |

## They said

- Ms. Ana Roe, SKG: "A wheel remembers each stone." (20 September)
- Director Kay warned that "stones wear out faster than wings" (20 September)

## Figures

- Member mills: 10
- Keeper exchange visits: 96
- Sieves in use: 502

## Upcoming events

- 3 October 2031: Open day, Bergen

## Who is who

| Body | Lead | Others |
|---|---|---|
| Council of Millers | President: Prof. Dr. Ana Roe (SKG) | First Vice-President: Bo Li (HMC) |
| Secretariat | Director: Mr. Jon Kay | – |
| Liaison to the Bakers' Guild | Ed Gale (HMC) | – |
| Board on Sails | Chair: Flo Hart (TRA) | Secretary: vacant |
| Committee on Grain | Chair: Hal Ames (SKG) | Deputy chair: Ida Berg (HMC) |
| Committee on Wheels | Chair: Lou Moss (HMC) | – |
| Committee on Bread | Chair: Kim Lee (HMC) | – |
"""


@pytest.fixture(scope="module")
def mills(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("mills"), notes_2031_03=SPRING, notes_2031_06=SUMMER, notes_2031_09=AUTUMN)
    yield library
    library.archive.close()


def told(library: Library, question: str, *history: str) -> list[str]:
    """The claims of an answer."""
    answer = library.ask(question, *history)
    assert_holds(library, answer)
    return [claim.text for claim in answer.claims]


def test_a_body_may_be_called_by_those_who_sit_on_it(mills: Library) -> None:
    assert told(mills, "Who is the President of the Council of Millers?") == ["President: Ana Roe (SKG)"]
    assert told(mills, "Who is First Vice-President of the Council of Millers?") == [
        "First Vice-President: Bo Li (HMC)"
    ]
    assert mills.ask("Who is the Second Vice-President of the Council of Millers?").status is Status.NOT_FOUND


def test_whose_a_body_is_does_not_matter_where_it_is_the_archives_own(mills: Library) -> None:
    for question in (
        "Who heads the Secretariat of the WKC?",
        "Who directs the Secretariat of the Windmill Keepers' Compact?",
    ):
        assert told(mills, question) == ["Director: Jon Kay"]
    assert mills.ask("Who heads the Secretariat of the Bakers' Guild?").status is Status.NOT_FOUND


def test_a_liaison_in_a_column_of_leads_leads_nothing(mills: Library) -> None:
    assert told(mills, "Who is the liaison to the Bakers' Guild?") == ["Liaison: Ed Gale (HMC)"]
    asked = "Who is the liaison to the Bakers' Guild?"
    assert told(mills, "And who was it in March 2031?", asked) == ["Liaison: Di Fox (TRA)"]


def test_one_organisation_by_two_names_and_two_short_ones(mills: Library) -> None:
    claims = " | ".join(told(mills, "What has the Harbour Mill Centre Bruges done?"))
    assert all(words in claims for words in ("six sieves", "changed its name", "Course on grain"))
    for question in ("What is the Dyke Mill Bruges called nowadays?", "What was HMC called before?"):
        (claim,) = told(mills, question)
        assert "Harbour Mill Centre Bruges" in claim


def test_who_became_a_member_joined(mills: Library) -> None:
    for question in (
        "When did the Tallinn Tower Mill become a member?",
        "When did TTM become a full member of the Compact?",
        "On which day did TTM become part of the Compact?",
    ):
        assert any("14 March 2031" in claim for claim in told(mills, question)), question


def test_what_members_did_is_no_list_of_them(mills: Library) -> None:
    claims = told(mills, "What did the Compact and its members do in September 2031?")
    assert len(claims) == 5
    assert "Course on grain" in " ".join(claims)
    rolled = told(mills, "Who are the members of the Compact?")
    assert len(rolled) == 4
    assert not any("Acronym" in claim for claim in rolled)


def test_months_of_that_year(mills: Library) -> None:
    (claim,) = told(mills, "And in September of that year?", "What did Ana Roe say in March 2031?")
    assert "remembers" in claim
    assert len(told(mills, "And in March of the same year?", "What happened in September 2031?")) == 3
    assert mills.ask("And in the following year?", "What did Ana Roe say in March 2031?").status is Status.NOT_FOUND


def test_how_a_figure_developed_is_no_list_of_visits(mills: Library) -> None:
    claims = " | ".join(told(mills, "Show me how keeper exchange visits have developed."))
    assert "37" in claims
    assert "96" in claims


def test_his_and_her_words_are_quoted(mills: Library) -> None:
    (claim,) = told(mills, "Roe on wind and sails - her words?")
    assert "Wind is free" in claim


def test_a_tool_that_is_presented_did_not_happen(mills: Library) -> None:
    assert "frame" not in " ".join(told(mills, "What happened in March 2031?"))


def test_a_post_that_a_chart_calls_vacant_is_nobodys(mills: Library) -> None:
    assert told(mills, "Who is the secretary of the Board on Sails?") == ["Secretary: vacant"]
    assert told(mills, "Who was secretary of the Board on Sails in September 2031?") == ["Secretary: vacant"]
    assert told(mills, "Who was secretary of the Board on Sails in March 2031?") == ["Secretary: Gus Ivy (SKG)"]
    assert told(mills, "Who chairs the Board on Sails?") == ["Chair: Flo Hart (TRA)"]
    assert mills.ask("Who is the secretary of the Committee on Grain?").status is Status.NOT_FOUND


def test_whose_second_somebody_is_is_said_as_the_document_says_it(mills: Library) -> None:
    assert told(mills, "Who is the deputy chair of the Committee on Grain?") == ["Deputy chair: Ida Berg (HMC)"]


def test_all_chairs_are_those_of_each_body(mills: Library) -> None:
    for question in ("List all chairs.", "Who chairs what?", "Name all the chairs as of September 2031."):
        claims = told(mills, question)
        assert [name in " ".join(claims) for name in ("Flo Hart", "Hal Ames", "Kim Lee", "Lou Moss")] == [True] * 4
    assert mills.ask("Who is the chair?").status is Status.CLARIFY


def test_who_had_the_post_of_one_who_is_named_alone(mills: Library) -> None:
    (claim,) = told(mills, "Who was the Director before Mr. Kay?")
    assert "Cy Poe" in claim
    assert mills.ask("Who was the treasurer before Mr. Kay?").status is Status.NOT_FOUND
    assert len(told(mills, "What did Jon Kay say?")) == 1


def test_whatever_members_are_called_all_who_joined_are_listed(mills: Library) -> None:
    claims = told(mills, "Which mills have joined in 2031?")
    assert ["Tallinn" in claims[0], "Oslo Grain" in claims[1]] == [True, True]
    assert len(claims) == 2


def test_events_of_a_chronicle_are_not_those_to_come_alone(mills: Library) -> None:
    claims = " | ".join(told(mills, "Which events took place in Norway?"))
    assert all(words in claims for words in ("Course on grain", "joined colleagues", "Repair of a wheel"))
    ahead = " | ".join(told(mills, "Which upcoming events does the latest issue announce?"))
    assert "Open day" in ahead
    assert "Repair" not in ahead
