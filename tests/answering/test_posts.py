"""Posts counted, compared and missed over all bodies, and whom a question means by an organisation's name."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, Shelve, shelve
from tests.answering.rules import assert_holds

ISSUE = """# Lagoon Compact in Review May-June 2031

## Key events

- WMO and EPT held a workshop on tide tables in Faro, Portugal (12 May)
- EPT repaired a weather mast in Porto, Portugal (2 Jun)

## Working groups

### Seagrass meadows and countering the smuggling of eels
- Chair: WMO
- Vice-Chairs: EPT, ULS

### Early warning
- Chair: EPT
- Co-Chair: ULS

### Boat traffic and mooring
- Chair: EPT
- Vice-Chair: WMO

### Tourism and footpaths
- Chair: ULS
- Co-Chairs: WMO, KLB
"""


@pytest.fixture(scope="module")
def lagoon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("lagoon"), issue=ISSUE)
    yield library
    library.archive.close()


def test_a_co_chair_is_no_vice_chair_where_there_are_vice_chairs(lagoon: Library) -> None:
    answer = lagoon.ask("Who is the vice-chair of the early warning group?")
    assert answer.status == "not_found"
    assert answer.answer.endswith("Of Early warning, these posts are stated: chair and co-chair.")
    assert "Co-chair: ULS" in lagoon.ask("Who is the co-chair of the early warning group?").answer


def test_a_co_chair_is_named_where_a_body_has_no_other_chair(shelf: Shelve) -> None:
    library = shelf(page="# Tide Board\n\n## People\n\n- Co-chairs: Ada Roe, Bo Li\n")
    assert "Ada Roe, Bo Li" in library.ask("Who chairs the Tide Board?").answer


@pytest.mark.parametrize(
    "question",
    [
        "Which group is led by the World Meteorological Organization?",
        "What does the World Meteorological Organisation chair?",
        "Which working groups does WMO chair?",
    ],
)
def test_widely_known_organisations_are_known_by_their_long_names(lagoon: Library, question: str) -> None:
    answer = lagoon.ask(question)
    assert_holds(lagoon, answer)
    assert len(answer.claims) == 1, answer.answer
    assert "Seagrass" in answer.answer


def test_the_archive_says_first_what_an_acronym_stands_for(shelf: Shelve) -> None:
    library = shelf(page="# Walkers Board\n\nThe Western Moor Outing (WMO) walks.\n\n## People\n\n- Chair: WMO\n")
    assert "Walkers" in library.ask("Which board is chaired by the Western Moor Outing?").answer
    assert library.ask("Which board is chaired by the World Meteorological Organization?").status == "not_found"


@pytest.mark.parametrize(
    "question",
    ["Which groups does the Penguin Corporation chair?", "Which working group is led by the World Bank?"],
)
def test_a_holder_whom_the_archive_does_not_know_chairs_nothing(lagoon: Library, question: str) -> None:
    assert lagoon.ask(question).status == "not_found"


def test_a_holders_long_name_is_no_name_of_a_group(shelf: Shelve) -> None:
    pages = {
        "tides": "# Tides Working Group\n\n## People\n\n- Chair: OEW\n\nThe Office for Early Warning (OEW) rings.\n",
        "warning": "# Early Warning Working Group\n\n## People\n\n- Chair: Ada Roe\n",
    }
    answer = shelf(**pages).ask("What does the Office for Early Warning chair?")
    assert "Tides" in answer.answer
    assert "Ada Roe" not in answer.answer


def bodies_named(answer: str) -> list[str]:
    return [name for name in ("Seagrass", "Early warning", "Boat traffic", "Tourism") if name in answer]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Which working groups have no co-chair?", ["Seagrass", "Boat traffic"]),
        ("How many groups do not have a co-chair?", ["Seagrass", "Boat traffic"]),
        ("groups without a vice-chair", ["Early warning", "Tourism"]),
        ("Which groups have a co-chair but no vice-chair?", ["Early warning", "Tourism"]),
        ("Which working groups have a vice-chair?", ["Seagrass", "Boat traffic"]),
        ("Which groups does EPT not chair?", ["Seagrass", "Tourism"]),
        ("Which working groups are not chaired by ULS?", ["Seagrass", "Early warning", "Boat traffic"]),
        ("How many working groups have a co-chair?", ["Early warning", "Tourism"]),
        ("Which groups have more than one vice-chair?", ["Seagrass"]),
        ("Which group has the most co-chairs?", ["Tourism"]),
        ("Give me the chairs of the four groups, please.", ["Seagrass", "Early warning", "Boat traffic", "Tourism"]),
    ],
)
def test_the_bodies_that_have_a_post_or_lack_it(lagoon: Library, question: str, named: list[str]) -> None:
    answer = lagoon.ask(question)
    assert_holds(lagoon, answer)
    assert bodies_named(answer.answer) == named, answer.answer


def test_a_missing_post_is_told_honestly(lagoon: Library) -> None:
    answer = lagoon.ask("Which working groups have no co-chair?")
    assert answer.answer.startswith("No co-chair is stated for **2 bodies**:")
    assert "Boat traffic and mooring: Chair: EPT; Vice-chair: WMO" in answer.claims[1].text
    every = lagoon.ask("Which working groups have no chair?")
    assert every.status == "not_found"
    assert every.answer.endswith("Each of the bodies has one of these posts: chair.")


def test_those_who_hold_other_posts_only(lagoon: Library) -> None:
    answer = lagoon.ask("Which entities hold no chair?")
    assert [claim.text for claim in answer.claims] == ["KLB – Co-chair: Tourism and footpaths"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does EPT chair more working groups than ULS does?", ["**EPT** – 2 roles", "**ULS** – 1 role"]),
        ("Who chairs more groups, ULS or EPT?", ["**EPT** – 2 roles", "**ULS** – 1 role"]),
        ("Does KLB chair more groups than ULS?", ["**ULS** – 1 role", "No such role is stated for KLB."]),
        ("Which entity chairs most groups?", ["**EPT** – 2 roles"]),
        ("Who holds the most posts?", ["**EPT** – 3 roles", "**WMO** – 3 roles", "**ULS** – 3 roles"]),
        ("How many posts does WMO hold?", ["**WMO** – 3 roles"]),
        ("How many vice-chairs are there in the seagrass group?", ["**Vice-chairs: 2**", "EPT, ULS"]),
        ("How many organisations chair a group?", ["**3 holders**"]),
    ],
)
def test_posts_are_counted(lagoon: Library, question: str, said: list[str]) -> None:
    answer = lagoon.ask(question)
    assert_holds(lagoon, answer)
    assert [words for words in said if words not in answer.answer] == [], answer.answer


@pytest.mark.parametrize(
    "question", ["Who is the head of EPT?", "Who heads EPT?", "Who is the chair of EPT?", "Who is EPT's chair?"]
)
def test_who_heads_an_organisation_is_not_what_it_chairs(lagoon: Library, question: str) -> None:
    assert "Boat traffic" not in lagoon.ask(question).answer


def test_the_head_of_an_organisation_is_one_who_works_for_it(shelf: Shelve) -> None:
    library = shelf(page="# Quay Board\n\n## People\n\n- Chair: Ada Roe (EPT)\n- Secretary: EPT\n")
    answer = library.ask("Who is the chair of EPT?")
    assert "Ada Roe" in answer.answer
    assert len(answer.claims) == 1


def test_a_part_of_a_name_holds_nothing(shelf: Shelve) -> None:
    library = shelf(page="# Quay Board\n\nUN officers met.\n\n## People\n\n- Chair: UN Women\n")
    assert library.ask("What does the UN chair?").status == "not_found"
    assert "Quay" in library.ask("What does UN Women chair?").answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("I need the full line-up for the boat traffic group: chair and vice-chair.", ["Chair: EPT", "WMO"]),
        ("Who is on the bench of the tourism group?", ["Chair: ULS", "WMO, KLB"]),
        ("Where does WMO act as vice-chair?", ["Boat traffic"]),
        ("Positions held by KLB in the working groups?", ["Co-chair: Tourism"]),
        ("Does KLB hold any post in the working groups?", ["Co-chair: Tourism"]),
    ],
)
def test_ways_of_asking_for_posts(lagoon: Library, question: str, said: list[str]) -> None:
    answer = lagoon.ask(question)
    assert_holds(lagoon, answer)
    assert [words for words in said if words not in answer.answer] == [], answer.answer


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Who else chairs with EPT?", ["Early warning: Co-chair: ULS"], ["Boat traffic"]),
        ("With whom does EPT share the chair of the early warning group?", ["Co-chair: ULS"], []),
        ("Who is vice-chair together with ULS?", ["EPT, ULS"], ["Boat traffic"]),
    ],
)
def test_who_holds_a_post_together_with_somebody(
    lagoon: Library, question: str, said: list[str], unsaid: list[str]
) -> None:
    answer = lagoon.ask(question)
    assert_holds(lagoon, answer)
    assert [words for words in said if words not in answer.answer] == [], answer.answer
    assert [words for words in unsaid if words in answer.answer] == [], answer.answer


def test_other_posts_of_who_does_not_hold_the_asked_one_are_named(lagoon: Library) -> None:
    answer = lagoon.ask("Does KLB chair any group?")
    assert answer.status == "not_found"
    assert answer.answer.endswith("Of KLB, these posts are stated: co-chair.")


def test_several_bodies_by_their_numbers(shelf: Shelve) -> None:
    groups = "1. Ropes\n   Chair: EPT\n\n2. Sails\n   Chair: ULS\n\n3. Tar\n   Chair: KLB\n"
    page = f"# Quay Review May 2031\n\n## Groups\n\n{groups}"
    answer = shelf(page=page).ask("Who chairs working groups 1 and 3?")
    assert [name for name in ("EPT", "ULS", "KLB") if name in answer.answer] == ["EPT", "KLB"], answer.answer


def test_a_country_may_hold_a_post(shelf: Shelve) -> None:
    library = shelf(page="# Quay Board\n\n## People\n\n- Co-chairs: Jordan, Norway\n")
    assert "Quay" in library.ask("What does Jordan co-chair?").answer


@pytest.mark.parametrize("question", ["How many working groups are there?", "How many groups does the Compact have?"])
def test_bodies_are_counted_by_the_newest_chart(lagoon: Library, question: str) -> None:
    answer = lagoon.ask(question)
    assert "**4 bodies**" in answer.answer
    assert len(answer.claims) == 4
    assert_holds(lagoon, answer)


def test_bodies_that_do_something_are_not_counted_by_a_chart(lagoon: Library) -> None:
    assert "bodies" not in lagoon.ask("How many working groups met in May 2031?").answer


def test_groups_are_not_counted_as_what_they_stand_under(shelf: Shelve) -> None:
    groups = "1. Ropes\n   Chair: EPT\n\n2. Sails\n   Chair: ULS\n\n3. Tar\n   Chair: KLB\n"
    library = shelf(page=f"# Quay Review May 2031\n\n## Working groups\n\n{groups}")
    assert "**3 bodies**" in library.ask("How many working groups are there?").answer
    assert "bodies" not in library.ask("How many pillars does the Quay have?").answer
    assert "bodies" not in library.ask("How many committees are there?").answer


def test_a_group_known_by_its_initials_has_its_posts_counted(shelf: Shelve) -> None:
    groups = "1. Trimming Rough Ropes\n   Chair: EPT\n   Vice-Chairs: ULS, KLB\n\n2. Sails\n   Chair: ULS\n"
    news = "- KLB held a TRR workshop in Riga (3 May)\n"
    library = shelf(page=f"# Quay Review May 2031\n\n## Working groups\n\n{groups}\n## News\n\n{news}")
    assert "**Vice-chairs: 2**" in library.ask("How many vice-chairs does the TRR working group have?").answer
    assert "bodies" not in library.ask("How many groups does TRR chair?").answer
