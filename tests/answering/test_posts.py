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
