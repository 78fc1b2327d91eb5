"""Half-yearly reviews in tables, with numbered headings in one and bold headings above lists in another."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds


@pytest.fixture
def lagoons(shelf: Shelve) -> Library:
    """Two reviews: the first with numbered headings and tables, the second with headings in bold."""
    return shelf(
        review_1="# Lagoon Pact — Half-yearly Review, January–June 2034\n\n## 1. Activities\n\n### Safety\n\n"
        "| Date | Activity | Lead | Place |\n|---|---|---|---|\n"
        "| 2034-01-17 | Drill for divers | Harbour Agency (HSA) | Brest, France |\n"
        "| 2034-02-05 to 2034-02-07 | Course on cable faults | HSA | Busan, Republic of Korea |\n\n"
        "## 2. Task teams\n\n- Task Team on Divers. Lead: HSA. Rapporteur: Yannick Goff (HSA)\n"
        "- Task Team on Seabirds. Lead: BSF. Rapporteur: Oduya Cole (CNF)\n\n## 3. They said\n\n"
        "> “The tide keeps its appointments.”\n>\n> — Margit Sund, Head of the Pact Office, Halifax, 22 April 2034\n\n"
        "## 4. Publication of the half-year\n\n“Ten Years of Lagoons”, HSA, 212 pages.\n",
        review_2="# Lagoon Pact — Half-yearly Review, July–December 2034\n\n## Activities\n\n**Safety**\n\n"
        "- 21-25 Oct. – HSA: exercise “Dark Water”, Brest, France\n"
        "- 2 Dec. – OCB: loan of 40 million dollars for pumps in Banjul, Gambia\n\n**Wildlife**\n\n"
        "- Aug.-Sept. – BSF: count of seabirds from cable ships, North Sea\n"
        "- 11 Nov. – CNF: conference on mangroves, Banjul, Gambia\n\n## Task teams\n\n"
        "| Task team | Lead | Rapporteur |\n|---|---|---|\n| Divers | IME | Yannick Goff (HSA) |\n"
        "| Seabirds | BSF | Oduya Cole (CNF) |\n\n## They said\n\n"
        "“A loan is a promise,” said Ruth Berg of OCB.\n\n"
        "“The Pact has outgrown its office,” said Teresa Quiroga, Head of the Pact Office, on 6 October 2034.\n\n"
        "## Publication of the half-year\n\n“Reading Cables”, IME, 64 pages.\n",
    )


def told(library: Library, question: str) -> list[str]:
    """The claims of an answer."""
    answer = library.ask(question)
    assert_holds(library, answer)
    return [claim.text for claim in answer.claims]


def test_words_in_bold_above_a_list_are_its_heading(lagoons: Library) -> None:
    claims = told(lagoons, "Which wildlife activities took place outside France?")
    assert ["North Sea" in claims[0], "mangroves" in claims[1]] == [True, True]
    assert len(claims) == 2
    safety = " ".join(told(lagoons, "What does the latest issue have under Safety?"))
    assert "Dark Water" in safety
    assert "mangroves" not in safety


def test_a_heading_is_one_with_and_without_its_number(lagoons: Library) -> None:
    claims = told(lagoons, "What was the publication of the half-year in each review?")
    assert ["Ten Years" in claims[0], "Reading Cables" in claims[1]] == [True, True]


def test_who_leads_an_activity_has_no_post_by_that(lagoons: Library) -> None:
    claims = told(lagoons, "Which activities did HSA lead in 2034?")
    assert len(claims) == 3
    assert not any("Task Team" in claim or "Divers" in claim for claim in claims)
    assert told(lagoons, "Which task teams did HSA lead in March 2034?") == ["Lead: Divers"]


def test_two_months_are_told_of_either(lagoons: Library) -> None:
    assert len(told(lagoons, "What happened in September 2034?")) == 1


def test_a_head_of_a_pact_speaks_and_is_no_text(lagoons: Library) -> None:
    (claim,) = told(lagoons, "What did the head of the Pact Office say in October 2034?")
    assert "outgrown" in claim


def test_a_signature_ends_before_the_place_and_the_day(lagoons: Library) -> None:
    (claim,) = told(lagoons, "What did Margit Sund say?")
    assert "Halifax" not in claim


def test_words_on_a_thing_are_no_such_thing(lagoons: Library) -> None:
    claims = told(lagoons, "List the loans of OCB.")
    assert len(claims) == 1
    assert "40 million" in claims[0]
