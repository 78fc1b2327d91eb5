from collections.abc import Iterator
from datetime import date

import pytest
from tests.answering.library import BOARD, Library, Shelve

from ctassist.answering.understanding.body_forms import in_short
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.name_forms import mentions
from ctassist.model.caller import ANYONE


@pytest.fixture(scope="module")
def catalog(harbours: Library) -> Iterator[Catalog]:
    with harbours.archive.view(ANYONE) as view:
        yield Catalog(view)


def found(catalog: Catalog, text: str) -> list[str]:
    return [entity.entity.key for entity in catalog.find_entities(text)]


def test_an_organisation_has_one_key_for_all_its_forms(catalog: Catalog) -> None:
    for written in ("CSO", "Coastal Safety Office", "the Coastal Safety Office", "coastal safety office", "CSO's"):
        assert found(catalog, f"What did {written} do?") == ["CSO"], written


def test_persons_are_found_by_family_name(catalog: Catalog) -> None:
    assert len(found(catalog, "What did Reisner say?")) == 1
    assert len(found(catalog, "What did Okelo say?")) == 1


def test_a_name_that_nobody_has_is_found_nowhere(catalog: Catalog) -> None:
    assert found(catalog, "What did UNESCO do in Rome?") == []


def test_a_form_in_capitals_must_stand_in_capitals(shelf: Shelve) -> None:
    lines = "- World Harbour Office (WHO) met divers in Riga (3 Mar)\n- Those who dive met in Riga (4 Mar)\n"
    library = shelf(review=f"# Review March 2022\n\n{lines}")
    with library.archive.view(ANYONE) as view:
        catalog = Catalog(view)
    assert found(catalog, "who met in Riga?") == []
    assert found(catalog, "What did WHO do?") == ["WHO"]
    who = catalog.entity("WHO")
    assert mentions("WHO met divers", who)
    assert mentions("the World Harbour Office met divers", who)
    assert not mentions("those who dive", who)


def test_a_name_within_another_word_is_no_mention(catalog: Catalog) -> None:
    cso = catalog.entity("CSO")
    assert mentions("The CSO's guide", cso)
    assert not mentions("CSOX met", cso)
    assert not mentions("ACSO met", cso)


def test_the_newest_day_is_the_last_that_an_issue_covers(catalog: Catalog) -> None:
    assert catalog.newest_day() == date(2023, 1, 31)


def test_each_caller_has_a_catalog_of_what_it_may_read(harbours: Library, catalog: Catalog) -> None:
    assert found(catalog, "What did ZVA and Quillon do?") == []
    assert not catalog.weight.known("obsidian")
    with harbours.archive.view(BOARD) as view:
        board = Catalog(view)
    assert "ZVA" in found(board, "What did ZVA do?")
    assert len(board.documents) == len(catalog.documents) + 1


@pytest.mark.parametrize("asked", ["the League", "our League"])
def test_what_the_publisher_calls_itself_for_short_narrows_nothing(shelf: Shelve, asked: str) -> None:
    told = {"may": "met pilots in Accra", "june": "Lamps were lit in Tema", "july": "Buoys were sold in Riga"}
    head = "Bulletin of the Northern League of Ports\n\n## Work"
    library = shelf(
        **{
            month: f"# Tide Notes {month.title()} 2031\n\n{head}\n\n- {line} (3 {month.title()})\n"
            for month, line in told.items()
        }
    )
    answer = library.ask(f"What did {asked} do in Ghana?").answer
    assert "Accra" in answer
    assert "Tema" in answer
    assert "Riga" not in answer


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ("What did the harbour seal academy do?", ["IHSA"]),
        ("What did the Harbour Seal Academy do?", ["IHSA"]),
        ("What has Lower Delta done?", ["Lower Delta Foundation"]),
        # Small letters without "the" may mean anything, and what two share means neither.
        ("What is told of lower delta farms?", []),
        ("What did a harbour seal academy do?", []),
        ("What did the Weather Service do?", []),
        ("What did the group on deep fog do?", []),
    ],
)
def test_a_name_may_lack_its_first_or_last_word(shelf: Shelve, asked: str, keys: list[str]) -> None:
    lines = (
        "- International Harbour Seal Academy (IHSA) met divers in Riga (3 Mar)\n"
        "- The Lower Delta Foundation gave boats to farmers (4 Mar)\n"
        "- The Northern Weather Service met the Southern Weather Service (5 Mar)\n"
        "- The Joint Group on Deep Fog met (6 Mar)\n"
    )
    library = shelf(review=f"# Review March 2022\n\n{lines}")
    with library.archive.view(ANYONE) as view:
        assert found(Catalog(view), asked) == keys


@pytest.mark.parametrize(
    ("name", "short"),
    [("Rope Working Group", ("WG Rope", "Rope WG")), ("Tide Tables Special Interest Group", ("SIG Tide Tables",))],
)
def test_a_body_is_named_by_the_abbreviation_of_its_noun_too(name: str, short: tuple[str, ...]) -> None:
    assert {*short} <= {*in_short(name)}
    assert not [*in_short("Rope Guild")]


def test_a_list_of_members_says_what_short_names_stand_for_and_answers_no_question_on_one(shelf: Shelve) -> None:
    library = shelf(
        review="# Fire Review March 2022\n\n## News\n\n- ANDFIRE cut a fuel break in Cusco, Peru (3 March)\n"
        "- AFAN paid for masts in Togo (4 March)\n\n## Members\n\nAfrican Fire Adaptation Network (AFAN); "
        "Andean Fire Cooperation Mechanism (ANDFIRE); Boreal Fire Information Network (BFIN); Skylark Sensing. "
        "Associated: World Peatland Alliance (WPA).\n"
    )
    with library.archive.view(ANYONE) as view:
        catalog = Catalog(view)
        assert found(catalog, "What did the Andean Fire Cooperation Mechanism do?") == ["ANDFIRE"]
        assert found(catalog, "What did the World Peatland Alliance do?") == ["WPA"]
    answer = library.ask("Everything the African Fire Adaptation Network has financed or done")
    assert [claim.text for claim in answer.claims] == ["**4 March 2022:** AFAN paid for masts in Togo (4 March)"]


def test_an_ordinary_word_in_small_letters_names_no_capitals(shelf: Shelve) -> None:
    library = shelf(
        review="# Fire Review March 2022\n\n## News\n\n- UPCOMING Seed Day of AFAN in Lome, Togo (22 March)\n"
        "- UPC met in Accra (3 March)\n"
    )
    with library.archive.view(ANYONE) as view:
        catalog = Catalog(view)
        assert found(catalog, "Which upcoming events are announced?") == []
        assert found(catalog, "What did upc and afan do?") == ["UPC", "AFAN"]


def test_words_set_in_capitals_name_nobody_who_is_typed_otherwise(shelf: Shelve) -> None:
    said = "- Next: PAINT FREEZE on 3 May, before which all paint is mixed; do not freeze it\n"
    lines = f"{said}- LEAP met divers in Riga (3 May)\n- TESSERA met divers in Lima (4 May)\n"
    with shelf(letter=f"# Letter May 2031\n\n{lines}").archive.view(ANYONE) as view:
        catalog = Catalog(view)
    assert found(catalog, "When does the Paint Freeze begin?") == []
    assert found(catalog, "What did LEAP and Tessera do?") == ["LEAP", "TESSERA"]
