import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds


def test_what_changed_between_two_issues_are_their_roles_and_figures(orchards: Library) -> None:
    answer = orchards.ask("What changed between the January and the March issue?")
    assert [claim.text for claim in answer.claims] == [
        "Working Group on Pests, chair: AGF → **BT**",
        "orchards: 120 → **150** (+30)",
        "page visits: 14,000 → **15,500** (+1,500)",
    ]
    assert all(len(claim.citations) == 2 for claim in answer.claims)
    assert_holds(orchards, answer)


def test_only_what_is_asked_for_is_compared(orchards: Library) -> None:
    answer = orchards.ask("Which figures changed between March and May 2021?")
    assert {record.kind for record in answer.records} == {"indicator"}
    assert "members: 9 → **11** (+2)" in answer.answer
    assert {
        record.kind for record in orchards.ask("What changed in the working groups since January 2021?").records
    } == {"role"}


def test_one_issue_is_compared_with_the_one_before(orchards: Library) -> None:
    assert (
        "From January to February 2021 to March to April 2021"
        in orchards.ask("What changed in the April issue?").answer
    )


@pytest.mark.parametrize(
    "question", ["Compare AGF and BT in 2021", "What is the difference between AGF and BT in 2021?"]
)
def test_organisations_are_shown_side_by_side(orchards: Library, question: str) -> None:
    answer = orchards.ask(question)
    assert "**AGF (4)**" in answer.answer
    assert "**BT (3)**" in answer.answer
    assert len(answer.claims) == 7
    assert_holds(orchards, answer)


def test_what_two_organisations_did_apart_is_shown_apart(orchards: Library) -> None:
    answer = orchards.ask("What did PI and BT do in March 2021?")
    assert "**PI (1)**" in answer.answer
    assert "**BT (1)**" in answer.answer
    assert orchards.ask("What did PI and BT do together in March 2021?").status == "not_found"


def test_countries_of_both_are_those_where_each_did_something(orchards: Library) -> None:
    answer = orchards.ask("Which countries were supported by both AGF and BT?")
    assert answer.answer.startswith("**2 countries** involving AGF and BT: Senegal, Togo.")
    assert len(answer.claims) == 4
    assert_holds(orchards, answer)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Which countries did PI work in?", "Ecuador, Ghana, Senegal"),
        ("Which cities did BT visit?", "Dakar, Lomé"),
        ("Which organisations were active in Togo?", "AGF, BT"),
        ("In how many countries was AGF active in 2021?", "Ecuador, Ghana, Senegal, Togo"),
        ("Where has AGF been active?", "Ecuador, Ghana, Senegal, Togo"),
    ],
)
def test_lists_of_places_and_organisations_are_complete(orchards: Library, question: str, values: str) -> None:
    answer = orchards.ask(question)
    assert f": {values}." in answer.answer
    assert_holds(orchards, answer)


def test_either_of_two_places_will_do(orchards: Library) -> None:
    assert len(orchards.ask("What happened in Togo and Ecuador?").claims) == 4


def test_a_former_name_means_the_same_organisation(orchards: Library) -> None:
    assert len(orchards.ask("What did the Hive Society do?").claims) == 3


def test_a_body_is_compared_by_its_name_without_the_noun_and_by_the_post_alone(shelf: Shelve) -> None:
    chart = (
        "# Fen Review {year}\n\n## Task forces\n\n| Task force | Chair | Vice-chair |\n|---|---|---|\n"
        "| Tide Data and Maps | {chair} | BPU |\n"
    )
    library = shelf(
        review_2031=chart.format(year=2031, chair="WTO")
        + "| Ropes | CSO | LFT |\n\nThe Task Force on Tide Data and Maps met.\n",
        review_2033=chart.format(year=2033, chair="NTB") + "| Ropes | LFT | CSO |\n",
    )
    answer = library.ask("How did the chair of the Task Force on Tide Data and Maps change between 2031 and 2033?")
    assert [claim.text for claim in answer.claims] == ["Tide Data and Maps, chair: WTO → **NTB**"]
    assert "more roles" not in answer.answer
    assert_holds(library, answer)


def test_two_years_of_one_organisation_are_what_it_did_in_each(shelf: Shelve) -> None:
    chart = "# Fen Review {year}\n\n## Forces\n\n- Tide Data: chaired by WTO\n\n## News\n\n- WTO {did} (3 May {year})\n"
    library = shelf(
        review_2031=chart.format(year=2031, did="mapped the fens of Riga"),
        review_2033=chart.format(year=2033, did="opened a school for pilots in Lima"),
    )
    answer = library.ask("Compare 2031 and 2033 for WTO.")
    assert answer.status == "answered"
    assert [said for said in ("fens of Riga", "pilots in Lima") if said not in answer.answer] == []
    assert_holds(library, answer)
