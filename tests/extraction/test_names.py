"""Names: acronyms, the long forms that documents give them, organisations and persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archives import PROFILES, Profile, invent
from tests.extraction.shown import taken

from ctassist.extraction.found_names import find_names
from ctassist.extraction.names import acronyms, definitions, organisations, persons
from ctassist.extraction.renames import former_names
from ctassist.model.records import NameKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WTO and BPU met", ["WTO", "BPU"]),
        ("WTO-BPU meeting", ["WTO", "BPU"]),
        ("the WTO's guide", ["WTO"]),
        ("UNICRI-Stockholm Institute", ["UNICRI"]),
        ("a ruling of the AfCHPR", ["AfCHPR"]),
        ("(WTO)", ["WTO"]),
        ("Part II of Volume XIV", []),
        ("the DIM and the VMM met", ["DIM", "VMM"]),
        ("Plan A for me", []),
        ("Words in lower case", []),
    ],
)
def test_words_in_capitals_are_acronyms_but_numerals_are_not(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in acronyms(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("World Tide Office (WTO) met", [("WTO", "World Tide Office")]),
        ("The staff of the World Tide Office (WTO) met", [("WTO", "World Tide Office")]),
        ("The Office for Lantern Safety (OLS) met", [("OLS", "Office for Lantern Safety")]),
        ("the Bureau of Tides and Harbours (BTH)", [("BTH", "Bureau of Tides and Harbours")]),
        ("WTO (World Tide Office) met", [("WTO", "World Tide Office")]),
        ("the Anti-Fog Programme (AFP)", [("AFP", "Anti-Fog Programme")]),
        ('World Tide Office ("WTO")', [("WTO", "World Tide Office")]),
        ("the Peatland Trust (PET) met", [("PET", "Peatland Trust")]),
        ("the Coastal Region Commission (COREC)", [("COREC", "Coastal Region Commission")]),
        ("Members of the Peatland Survey Trust (PET) met", []),
        ("Ana Peat (PE) met", []),
        ("The Tide Office opened a school (Riga)", []),
        ("the yearly report (PDF)", []),
        ("Experts met in Riga (WTO)", []),
    ],
)
def test_the_long_form_of_an_acronym_is_known_by_its_initials(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(definitions(text)) == expected


@given(st.sampled_from(PROFILES), st.integers(0, 10_000))
def test_any_organisation_that_is_introduced_is_known_by_both_names(profile: Profile, seed: int) -> None:
    for who in invent(profile, seed=seed, issues=1).lines[0].who:
        for text in (f"On Monday {who.name} ({who.acronym}) met pilots", f"The {who.name} ({who.acronym}) met pilots"):
            assert list(definitions(text)) == [(who.acronym, who.name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the World Tide Office opened a school", ["World Tide Office"]),
        ("The Ministry of the Interior of Latvia met pilots", ["Ministry of the Interior of Latvia"]),
        (
            "Experts of the University of Riga and of the Bright Pilots Union met",
            ["University of Riga", "Bright Pilots Union"],
        ),
        ("an office in a big city", []),
        ("The meeting of pilots", []),
    ],
)
def test_capitalised_names_with_a_noun_of_organisations_are_organisations(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in organisations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Jane Roe spoke", ["Jane Roe"]),
        ("Executive Director Ana Reis spoke", ["Ana Reis"]),
        ("Dr José Ñandú-Pérez spoke", ["José Ñandú-Pérez"]),
        ("Ambassador Jan van der Roe spoke", ["Jan van der Roe"]),
        ("The director spoke", []),
        ("the Chair March 2024", []),
        ("Director WTO spoke", []),
    ],
)
def test_names_after_a_title_or_an_honorific_are_persons(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span, _ in persons(text)] == expected


def test_an_acronym_with_its_long_form_is_one_name_of_a_document() -> None:
    names = find_names(["World Tide Office (WTO) met BPU", "Later WTO met Ms. Jane Roe"])
    assert {(name.key, name.kind, name.aliases) for name in names} == {
        ("WTO", NameKind.ORGANISATION, ("World Tide Office",)),
        ("BPU", NameKind.ACRONYM, ()),
        ("Jane Roe", NameKind.PERSON, ()),
    }


def test_words_of_a_heading_in_capitals_are_no_acronyms() -> None:
    assert find_names(["KEY EVENTS OF THE YEAR"]) == ()


def test_renaming_one_the_other_tells_a_former_name() -> None:
    line = "The board decided to rename the Kite Rescue Office (KRO) the Sky Safety Agency (SSA) from June"
    assert list(former_names(line)) == [("Sky Safety Agency", "Kite Rescue Office")]


@pytest.mark.parametrize(
    "line",
    [
        "On 1 May 2031 the Kite Rescue Office (KRO) took the name Sky Safety Agency (SSA). Its seat stays in Riga",
        "In May the Kite Rescue Office adopted the new name Sky Safety Agency",
        "Sky Safety Agency (until 2031: Kite Rescue Office, KRO)",
    ],
)
def test_taking_a_name_tells_the_former_one(line: str) -> None:
    assert list(former_names(line)) == [("Sky Safety Agency", "Kite Rescue Office")]


def test_a_label_is_no_part_of_a_bodys_name() -> None:
    text = "Harbour Council Chair: Ana Roe"
    assert [span.of(text) for span in organisations(text)] == ["Harbour Council"]


def test_several_of_a_kind_have_the_name_of_one() -> None:
    text = "The RFCs and RFC 7 of the AfCHPR"
    assert [span.of(text) for span in acronyms(text)] == ["RFC", "RFC", "AfCHPR"]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The Lewis Fish Board became the Lewis Kipper Board", [("Lewis Kipper Board", "Lewis Fish Board")]),
        ("The Tide Office became the Bureau of Currents (BOC) in May", [("Bureau of Currents", "Tide Office")]),
        ("The Tide Office became the chair of the Fog Committee", []),
        ("The Tide Office became the Chair of the Fog Committee", []),
        ("Latvia became the Bureau of Currents", []),
        ("The Tide Office became the Fog Committee", []),
    ],
)
def test_an_organisation_that_became_another_took_its_name(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list(former_names(text)) == pairs


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Ana Roe, Managing Director of the Pilots Union (PU), spoke.", ["Pilots Union"]),
        ("They chose Ana Roe as Executive Secretary of the Alliance.", []),
        ("Bo Lind is the World Tide Office Regional Director for Africa.", ["World Tide Office"]),
        ("He took the post of Union Focal Point for Data.", []),
        ("It is the Office of the High Commissioner for Tides.", ["Office of the High Commissioner for Tides"]),
    ],
)
def test_a_post_is_no_part_of_the_name_of_its_organisation(line: str, named: list[str]) -> None:
    assert [span.of(line) for span in organisations(line)] == named


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mr. Tomas Arriaga Quiroz Executive Secretary", "Tomas Arriaga Quiroz"),
        ("Dr. Ana Maria Roe Director, WTO", "Ana Maria Roe"),
        ("Mr. Tom Dean spoke", "Tom Dean"),
    ],
)
def test_a_title_on_the_line_below_is_no_part_of_a_persons_name(line: str, name: str) -> None:
    assert [span.of(line) for span, _ in persons(line)] == [name]


@pytest.mark.parametrize(
    ("heading", "named"),
    [("Network News", []), ("Amber Valley Union News", ["Amber Valley Union"]), ("Union Events and Dates", [])],
)
def test_a_heading_of_what_an_organisation_has_is_no_name(heading: str, named: list[str]) -> None:
    assert [span.of(heading) for span in organisations(heading)] == named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WTO- Global Circle Network MoU on tides", ["Global Circle Network"]),
        ("Harbour Council Arria-formula meeting on fog", ["Harbour Council"]),
        ("WTO-Delft Institute Expert Group Meeting on fog", ["Delft Institute"]),
        ("Tenth Tide Steering Committee meeting met", ["Tide Steering Committee"]),
        ("the Tenth Committee met", ["Tenth Committee"]),
        ("the UN-Habitat Fund paid", ["UN-Habitat Fund"]),
        ("the First Bank of Riga paid", ["First Bank of Riga"]),
    ],
)
def test_what_an_organisation_did_is_no_part_of_its_name(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in organisations(text)] == expected


@pytest.mark.parametrize(
    ("text", "who", "short"),
    [
        ("USG Roe spoke in Riga", ["Roe"], []),
        ("WTO ED Ana Roe spoke", ["Ana Roe"], ["WTO"]),
        ("the USG WTO-BPU symposium", [], ["WTO", "BPU"]),
        ("PM Tide Watch", [], []),
        ("the SG of WTO", [], ["SG", "WTO"]),
    ],
)
def test_the_initials_of_an_office_lead_to_a_person(text: str, who: list[str], short: list[str]) -> None:
    assert [span.of(text) for span, _ in persons(text)] == who
    assert [span.of(text) for span in acronyms(text)] == short


def test_an_acronym_may_have_a_letter_more_than_its_name() -> None:
    text = "party to the International Treaty for the Rescue of Stranded Pilots (ITRASP)"
    assert list(definitions(text)) == [("ITRASP", "International Treaty for the Rescue of Stranded Pilots")]
    assert list(definitions("pilots of the Harbour Police Force (WTO)")) == []


def test_a_table_of_short_and_whole_names_tells_all_of_them_whatever_they_spell() -> None:
    rows = "|---|---|---|\n| KELMA | Coastal Weed Council | Riga |\n| BPU | Bright Pilots Union | Turku |\n"
    table = f"| Short name | Name | Seat |\n{rows}"
    _, found = taken(f"# Harbour Review May 2031\n\n## Members\n\n{table}", "a.md")
    known = {name.key: name.aliases for name in found.names}
    assert known["KELMA"] == ("Coastal Weed Council",)
    assert found.activities == ()
    # Where columns are headed otherwise, a name beside a short one is somebody else.
    _, found = taken(
        f"# Harbour Review May 2031\n\n## Hosts\n\n{table.replace('Short name', 'Host').replace('Name', 'Guest')}",
        "a.md",
    )
    assert {name.key: name.aliases for name in found.names}.get("KELMA", ()) == ()


@pytest.mark.parametrize(
    "roll",
    [
        "WTO World Tide Office\n\nBPU Bright Pilots Union\n\nNORLA Nordic Lamps",
        "World Tide Office WTO\n\nBright Pilots Union BPU\n\nNordic Lamps NORLA",
        "World Tide Office – WTO\n\nBright Pilots Union – BPU\n\nNordic Lamps – NORLA",
    ],
)
def test_a_roll_with_nothing_between_short_and_long_names_explains_them(roll: str) -> None:
    found = taken(f"Harbour Review March 2031\n\nMEMBER BODIES\n\n{roll}\n")[1]
    known = {name.key: name.aliases for name in found.names if name.aliases}
    assert known == {"WTO": ("World Tide Office",), "BPU": ("Bright Pilots Union",), "NORLA": ("Nordic Lamps",)}


def test_lines_that_begin_with_acronyms_are_no_roll() -> None:
    lines = "WTO Opened a pier\n\nBPU Pilots met in Riga\n\nHRO Harbours are quiet"
    assert not any(name.aliases for name in taken(f"Harbour Review March 2031\n\nNEWS\n\n{lines}\n")[1].names)


def test_the_month_of_a_day_in_capitals_is_nobody() -> None:
    assert [span.of("12-14 MAR WTO") for span in acronyms("12-14 MAR WTO")] == ["WTO"]


def test_a_general_assembly_is_no_person() -> None:
    text = "General Assembly of the Guild, Riga; General Roe spoke"
    assert [span.of(text) for span, _ in persons(text)] == ["Roe"]
