"""Roles in charts, lists, tables and under headings: which body, which role, who, and nobody else."""

import pytest
from tests.extraction.shown import Role, roles, taken, words

from ctassist.extraction.role_words import canonical_role
from ctassist.model.text import Span

TITLE = "Harbour Review January-February 2024\n\n"


def in_chart(chart: str) -> list[Role]:
    return sorted(roles(f"{TITLE}STRUCTURE\n\n{chart}\n"))


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Chair", "chair"),
        ("Chairs:", "chair"),
        ("Chairperson", "chair"),
        ("Vice Chair", "vice-chair"),
        ("Vice-Chairs:", "vice-chair"),
        ("CO-CHAIRS", "co-chair"),
        ("Co-Leads", "co-lead"),
        ("Focal Points", "focal point"),
        ("Secretaries", "secretary"),
        ("Current chairs", "chair"),
        ("Armchair", None),
        ("Chairing the session", None),
        ("", None),
    ],
)
def test_a_label_has_a_canonical_role(label: str, role: str | None) -> None:
    assert canonical_role(label) == role


def test_a_body_with_its_posts_on_lines_below_it() -> None:
    assert in_chart("Working Group on tides\nChair: WTO\nVice-Chairs: BPU, CSO and OLS") == [
        ("Working Group on tides", "chair", "WTO"),
        ("Working Group on tides", "vice-chair", "BPU"),
        ("Working Group on tides", "vice-chair", "CSO"),
        ("Working Group on tides", "vice-chair", "OLS"),
    ]


def test_a_numbered_body_with_its_posts_on_one_line() -> None:
    _, found = taken(f"{TITLE}STRUCTURE\n\n7. Fog and the rule of law Chair: WTO Vice-Chair: BPU\n")
    assert [(r.number, r.body, r.role, r.label, r.holder) for r in found.roles] == [
        ("7", "Fog and the rule of law", "chair", "Chair", "WTO"),
        ("7", "Fog and the rule of law", "vice-chair", "Vice-Chair", "BPU"),
    ]


def test_slashes_between_posts_and_a_point_between_holders() -> None:
    assert in_chart("Fog signals\n\nand buoys\n\nChair: WTO / Co-Chair: CSO /\nVice-Chairs: BPU. OLS") == [
        ("Fog signals and buoys", "chair", "WTO"),
        ("Fog signals and buoys", "co-chair", "CSO"),
        ("Fog signals and buoys", "vice-chair", "BPU"),
        ("Fog signals and buoys", "vice-chair", "OLS"),
    ]


def test_a_torn_chart_is_put_together_again() -> None:
    source = (
        f"{TITLE}STRUCTURE\n\n2.\n\nEmerging threats\n\nand critical\n\nlighthouses\n\nChair: WTO\n\n"
        "Vice-Chairs:\n\nBPU, CSO,\n\nOLS\n\n3.\n\nClean water\n\nChair: CSO\n"
    )
    _, found = taken(source)
    assert [(r.number, r.body, r.role, r.holder) for r in found.roles] == [
        ("2", "Emerging threats and critical lighthouses", "chair", "WTO"),
        ("2", "Emerging threats and critical lighthouses", "vice-chair", "BPU"),
        ("2", "Emerging threats and critical lighthouses", "vice-chair", "CSO"),
        ("2", "Emerging threats and critical lighthouses", "vice-chair", "OLS"),
        ("3", "Clean water", "chair", "CSO"),
    ]


def test_a_person_has_the_organisation_in_brackets_as_affiliation() -> None:
    _, found = taken(
        f"{TITLE}STRUCTURE\n\nWorking Group on tides\nChair: Ana Reis (WTO)\nVice-Chairs: Jo Poe (BPU), Al Roe (CSO)\n"
    )
    assert [(r.role, r.holder, r.affiliation) for r in found.roles] == [
        ("chair", "Ana Reis", "WTO"),
        ("vice-chair", "Jo Poe", "BPU"),
        ("vice-chair", "Al Roe", "CSO"),
    ]


@pytest.mark.parametrize(
    ("line", "holders"),
    [
        ("Chair: Ana Reis, Executive Steward", [("Ana Reis", "Executive Steward")]),
        ("Chair: Ana Reis, Executive Director, WTO", [("Ana Reis", "Executive Director, WTO")]),
        ("Chair: Ana Reis, Keeper of the Lamps", [("Ana Reis", "Keeper of the Lamps")]),
        ("Chair: Ana Reis, Secretary for Tides and Head of WTO", [("Ana Reis", "Secretary for Tides and Head of WTO")]),
        ("Chairs: Ana Reis, Head of WTO and Jo Poe, BPU", [("Ana Reis", "Head of WTO"), ("Jo Poe", "BPU")]),
        ("Chairs: Ana Reis, WTO and Jo B. Poe, BPU", [("Ana Reis", "WTO"), ("Jo B. Poe", "BPU")]),
        ("Chairs: WTO, Secretary of BPU", [("WTO", None), ("Secretary of BPU", None)]),
    ],
)
def test_what_stands_behind_a_person_is_no_second_holder(line: str, holders: list[tuple[str, str | None]]) -> None:
    _, found = taken(f"{TITLE}STRUCTURE\n\nWorking Group on tides\n{line}\n")
    assert [(r.holder, r.affiliation) for r in found.roles] == holders


@pytest.mark.parametrize(
    ("line", "holders"),
    [
        ("Chairs: Ana Maria Lo Reis and Jo Poe", ["Ana Maria Lo Reis", "Jo Poe"]),
        ("Chairs: Ambassador Ana Reis and Ambassador Jo Poe", ["Ambassador Ana Reis", "Ambassador Jo Poe"]),
        (
            "Chairs: Ambassador of Fenland and Ambassador of Reedland",
            ["Ambassador of Fenland", "Ambassador of Reedland"],
        ),
        ("Chair: Bureau of Fog and Oil", ["Bureau of Fog and Oil"]),
    ],
)
def test_and_joins_two_holders_or_the_parts_of_one(line: str, holders: list[str]) -> None:
    assert [holder for _, _, holder in in_chart(f"Working Group on tides\n{line}")] == holders


def test_names_joined_by_and_in_one_line_of_a_list_are_several_holders() -> None:
    source = (
        "# Fog Committee\n\n## Chairs\n\n- Ana Reis (WTO) and Jo Poe (@jo, BPU)\n- Al Roe & Ed Wu, CSO\n"
        "- Bureau of Fog and Oil\n"
    )
    _, found = taken(source, "a.md")
    assert [(r.holder, r.affiliation) for r in found.roles] == [
        ("Ana Reis", "WTO"),
        ("Jo Poe", "BPU"),
        ("Al Roe", "CSO"),
        ("Ed Wu", "CSO"),
        ("Bureau of Fog and Oil", None),
    ]


def test_an_office_with_and_in_its_name_is_one_holder() -> None:
    assert in_chart("Coordination Committee\n\nChair: Under-Secretary-General for Tides and Head of WTO") == [
        ("Coordination Committee", "chair", "Under-Secretary-General for Tides and Head of WTO")
    ]


def test_a_label_may_name_the_body_itself() -> None:
    assert in_chart("Chair of the Working Group on tides: WTO") == [("Working Group on tides", "chair", "WTO")]


def test_posts_under_a_heading_belong_to_the_body_it_names() -> None:
    source = (
        "# Review March 2024\n\n## Groups\n\n### Committee on Fog\n\n- Chair: WTO\n\n"
        "### Committee on Oil\n\n- Chair: BPU\n"
    )
    assert roles(source, "a.md") == [("Committee on Fog", "chair", "WTO"), ("Committee on Oil", "chair", "BPU")]


def test_a_heading_that_is_a_role_is_followed_by_its_holders() -> None:
    source = (
        "# Fog Committee\n\n## Chairs\n\n- Ana Reis (@ana), WTO\n- Jo Poe (@jo-poe), BPU\n\n"
        "## Technical Leads\n\n- Al Roe, CSO\n"
    )
    _, found = taken(source, "a.md")
    assert [(r.body, r.role, r.holder, r.affiliation) for r in found.roles] == [
        ("Fog Committee", "chair", "Ana Reis", "WTO"),
        ("Fog Committee", "chair", "Jo Poe", "BPU"),
        ("Fog Committee", "technical lead", "Al Roe", "CSO"),
    ]


def test_columns_of_a_table_may_be_roles() -> None:
    source = (
        "# Review March 2024\n\n| Group | Chair | Vice-Chairs |\n|---|---|---|\n"
        "| 1. Fog | WTO | BPU, CSO |\n| 2. Oil | BPU | |\n"
    )
    _, found = taken(source, "a.md")
    assert [(r.number, r.body, r.role, r.holder) for r in found.roles] == [
        ("1", "Fog", "chair", "WTO"),
        ("1", "Fog", "vice-chair", "BPU"),
        ("1", "Fog", "vice-chair", "CSO"),
        ("2", "Oil", "chair", "BPU"),
    ]


def test_a_cell_beside_a_column_of_roles_may_label_its_holders_itself() -> None:
    source = (
        "# Review March 2024\n\n| Group | Chair | Others |\n|---|---|---|\n"
        "| Fog | WTO | Co-chair: Ana Reis (BPU); Secretary: CSO |\n| Oil | BPU | |\n"
    )
    _, found = taken(source, "a.md")
    assert [(r.body, r.role, r.holder, r.affiliation) for r in found.roles] == [
        ("Fog", "chair", "WTO", None),
        ("Fog", "co-chair", "Ana Reis", "BPU"),
        ("Fog", "secretary", "CSO", None),
        ("Oil", "chair", "BPU", None),
    ]


def test_a_table_that_opens_with_days_tells_what_members_did_and_names_no_members() -> None:
    head = "# Harbour Review\n\nMay 2031\n\n## Activities of members\n\n"
    calendar = "| Date | Place | Member | What |\n|---|---|---|---|\n| 7 May 2031 | Riga | WTO | Lamps were lit |\n"
    assert roles(head + calendar, "review.md") == []
    assert [words(*one) for one in _done(head + calendar)] == ["7 May 2031 | Riga | WTO | Lamps were lit"]
    rolls = "| Since | Member | Country |\n|---|---|---|\n| 7 May 2031 | WTO | Latvia |\n"
    assert [holder for _, _, holder in roles(head + rolls, "review.md")] == ["WTO"]


def _done(source: str) -> list[tuple[str, Span]]:
    text, found = taken(source, "review.md")
    return [(text, activity.span) for activity in found.activities]


def test_rows_of_a_table_may_be_roles() -> None:
    source = (
        "# Review March 2024\n\n## Fog Committee\n\n| Role | Name |\n|---|---|\n| Chair | Ana Reis |\n"
        "| Vice-Chair | Jo Poe |\n"
    )
    assert roles(source, "a.md") == [("Fog Committee", "chair", "Ana Reis"), ("Fog Committee", "vice-chair", "Jo Poe")]


def test_organisations_with_several_words_are_whole_holders() -> None:
    assert in_chart(
        "Working Group on tides\nChair: World Tide Office\nVice-Chairs: UN Women, Bureau of Fog and Oil"
    ) == [
        ("Working Group on tides", "chair", "World Tide Office"),
        ("Working Group on tides", "vice-chair", "Bureau of Fog and Oil"),
        ("Working Group on tides", "vice-chair", "UN Women"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "• A chair: it was broken and then mended in Riga (3 Jan)",
        "• The chair thanked all pilots for coming to Riga (3 Jan)",
        "• WTO bought 40 chairs, tables and lamps for pilots (3 Jan)",
        "• Leads: follow them up",
    ],
)
def test_words_that_are_no_posts_make_no_roles(line: str) -> None:
    assert roles(f"{TITLE}KEY EVENTS\n\n{line}\n") == []


def test_a_figure_whose_label_is_a_role_word_is_no_post() -> None:
    source = f"{TITLE}AT A GLANCE\n\nMember ports: 137\nFocal points: 1,050\nDocuments shared: 3,521\n"
    assert roles(source) == []


def test_an_empty_post_has_no_holder() -> None:
    assert in_chart("Working Group on tides\nChair: vacant\nVice-Chair: WTO") == [
        ("Working Group on tides", "vice-chair", "WTO")
    ]


def test_the_span_of_a_role_covers_the_body_and_the_holder() -> None:
    text, found = taken(f"{TITLE}STRUCTURE\n\nWorking Group on tides\nChair: WTO\nVice-Chairs: BPU, CSO\n")
    for role in found.roles:
        assert role.body in words(text, role.span)
        assert role.holder in words(text, role.span)


def test_a_chart_is_no_activity() -> None:
    assert (
        taken(f"{TITLE}STRUCTURE\n\n1. Working Group on clean water and fog – Chair: WTO; Vice-Chair: BPU\n")[
            1
        ].activities
        == ()
    )


def test_a_holder_may_stand_before_the_role() -> None:
    source = "# SIG Tides\n\n## Chairs and leads\n\n- Ana Roe (@ana, Acme) — chair\n- Jo Poe (@jo) — technical lead\n"
    assert sorted(roles(source, "page.md")) == [
        ("SIG Tides", "chair", "Ana Roe"),
        ("SIG Tides", "technical lead", "Jo Poe"),
    ]


def test_the_lead_of_an_event_leads_no_body() -> None:
    source = f"{TITLE}EVENTS\n\nEvent: School of tides\nDate: 7 February 2024\nLead: WTO\nPlace: Riga\n"
    assert roles(source) == []


def test_bodies_that_stand_side_by_side_keep_their_posts_apart_over_a_page() -> None:
    source = (
        "TIDE REVIEW\nPaper of the Tide Union, No. 3, May 2031\n\nGROUPS\n\n"
        "Working Group on Old          Working Group on Dry\n"
        "Bells                         Docks and Slips\n"
        "Chair: WTO                    Chair: Ms. Ana Roe (BPU)\n1\n\f"
        "TIDE REVIEW   No. 3   May 2031\n"
        "Vice-chair: BPU               Vice-chair: LLC, WTO\n"
        "Secretary: Mr. Bo             Secretary: Ms. Cleo Xan-\n"
        "Lind (WTO)                    ders (LLC)\n\n"
        "Panel on Fog                  Panel on Ice\n\n"
        "Chair: LLC                    Chair: BPU\n2\n"
    )
    assert sorted(roles(source)) == [
        ("Panel on Fog", "chair", "LLC"),
        ("Panel on Ice", "chair", "BPU"),
        ("Working Group on Dry Docks and Slips", "chair", "Ana Roe"),
        ("Working Group on Dry Docks and Slips", "secretary", "Cleo Xanders"),
        ("Working Group on Dry Docks and Slips", "vice-chair", "LLC"),
        ("Working Group on Dry Docks and Slips", "vice-chair", "WTO"),
        ("Working Group on Old Bells", "chair", "WTO"),
        ("Working Group on Old Bells", "secretary", "Bo Lind"),
        ("Working Group on Old Bells", "vice-chair", "BPU"),
    ]


def test_the_next_body_of_a_chart_without_blank_lines_is_no_part_of_a_holder() -> None:
    source = (
        "TIDE REVIEW\nMay 2031\n\nGROUPS\nWorking Group on\nOld Bells\nChair: WTO\nSecretary: BPU\nWorking Group on\n"
        "Dry Docks\nChair: LLC\nSecretary: WTO\n"
    )
    assert sorted(roles(source)) == [
        ("Working Group on Dry Docks", "chair", "LLC"),
        ("Working Group on Dry Docks", "secretary", "WTO"),
        ("Working Group on Old Bells", "chair", "WTO"),
        ("Working Group on Old Bells", "secretary", "BPU"),
    ]


def test_cells_below_the_names_of_posts_may_label_their_holders_themselves() -> None:
    rows = [
        "| Group | Chair or Co-Chairs | Co-Chair | Vice-Chairs |",
        "| --- | --- | --- | --- |",
        "| Old Bells | Chair: WTO | – | Vice-Chairs: BPU, LLC |",
        "| Dry Docks | Co-Chairs: LLC, BPU | – | Vice-Chair: WTO |",
    ]
    assert sorted(roles("# Tide Review\n\n## Groups\n\n" + "\n".join(rows) + "\n", "review.md")) == [
        ("Dry Docks", "co-chair", "BPU"),
        ("Dry Docks", "co-chair", "LLC"),
        ("Dry Docks", "vice-chair", "WTO"),
        ("Old Bells", "chair", "WTO"),
        ("Old Bells", "vice-chair", "BPU"),
        ("Old Bells", "vice-chair", "LLC"),
    ]


@pytest.mark.parametrize("label", ["Members: ", "Members named in this issue: ", ""])
def test_a_line_that_names_the_members_of_the_whole_below_a_calendar_is_neither_a_post_nor_a_deed(label: str) -> None:
    source = (
        "# Tide Review, May 2031\n\n## Coming up\n\n- 3 June 2031: Fair of Bells, Oslo, Norway\n"
        "- 9 July 2031: Day of Lamps, Riga, Latvia\n\n"
        f"{label}World Tide Office (WTO); Bay Pilots Union (BPU); League of Lamp Carriers (LLC)\n"
    )
    _, found = taken(source, "review.md")
    assert not found.roles
    assert len(found.activities) == 2


def test_a_holder_is_shown_with_all_whom_the_line_lists() -> None:
    text, found = taken(
        "# Tide Review May 2031\n\n## Groups\n\nDry docks\nChair: WTO\nVice-Chairs: BPU, CSO\n", "a.txt"
    )
    seconds = [" ".join(role.span.of(text).split()) for role in found.roles if role.role == "vice-chair"]
    assert len(seconds) == 2
    assert all(words.endswith("Vice-Chairs: BPU, CSO") for words in seconds)


def test_numbers_without_a_sign_count_bodies_and_brackets_tell_their_beginnings() -> None:
    chart = (
        "1 Tides - Chair: WTO; Vice-Chair: BPU\n2 Fog and ice (set up in May) - Chair: CSO\n3 Lamps (new) - Chair: OLS"
    )
    _, found = taken(f"{TITLE}STRUCTURE\n\n{chart}\n")
    assert [(r.number, r.body, r.role, r.holder) for r in found.roles] == [
        ("1", "Tides", "chair", "WTO"),
        ("1", "Tides", "vice-chair", "BPU"),
        ("2", "Fog and ice", "chair", "CSO"),
        ("3", "Lamps", "chair", "OLS"),
    ]


def test_one_number_before_a_name_may_belong_to_it() -> None:
    assert in_chart("12 Islands Board\nChair: WTO") == [("12 Islands Board", "chair", "WTO")]


@pytest.mark.parametrize(
    "line",
    [
        "Secretariat: Ana Reis (Head), Jo Poe (Deputy Head)",
        "Secretariat: Ana Reis, Head; Jo Poe, Deputy Head",
        "Secretariat – Ana Reis (Head) and Jo Poe (Deputy Head)",
    ],
)
def test_a_line_may_name_the_body_and_then_its_holders_with_their_posts(line: str) -> None:
    assert in_chart(line) == [("Secretariat", "deputy", "Jo Poe"), ("Secretariat", "head", "Ana Reis")]


def test_lines_alike_need_no_word_for_bodies_and_say_for_whom_somebody_works() -> None:
    chart = (
        "Fog: Ana Reis, Lumen (Convener); Jo Poe, BPU (Alternate)\nOld bells: WTO, BPU (Vice-Chairs); Al Roe (Chair)"
    )
    _, found = taken(f"# Harbour Review\n\nJanuary 2024\n\n## Groups\n\n{chart}\n", "a.md")
    assert sorted((r.body, r.role, r.holder, r.affiliation) for r in found.roles) == [
        ("Fog", "alternate", "Jo Poe", "BPU"),
        ("Fog", "convener", "Ana Reis", "Lumen"),
        ("Old bells", "chair", "Al Roe", None),
        ("Old bells", "vice-chair", "BPU", None),
        ("Old bells", "vice-chair", "WTO", None),
    ]


@pytest.mark.parametrize(
    "line",
    ["Photo: Ana Reis (Director)", "Speakers on 3 May: Ana Reis (Chair), Jo Poe (Treasurer)", "Riga: Ana Reis (BPU)"],
)
def test_a_name_with_a_post_behind_other_words_is_no_chart(line: str) -> None:
    assert in_chart(line) == []


def test_a_label_ends_with_its_sentence() -> None:
    chart = "**Pact Assembly.** Chair: Assistant Director-General for Lamps of WTO. Rapporteur: Ana Reis (BPU)."
    assert sorted(roles(f"# Harbour Review\n\nJanuary 2024\n\n## Groups\n\n{chart}\n", "a.md")) == [
        ("Pact Assembly", "chair", "Assistant Director-General for Lamps of WTO"),
        ("Pact Assembly", "rapporteur", "Ana Reis"),
    ]


def test_who_convenes_together_with_somebody_is_no_convener() -> None:
    assert in_chart("Fog\nConvener: WTO\nCo-convener: BPU") == [
        ("Fog", "co-convener", "BPU"),
        ("Fog", "convener", "WTO"),
    ]


def test_numbers_in_a_table_count_bodies_too() -> None:
    chart = "1 Tides | Chair: WTO | Vice-Chairs: BPU, CSO\n2 Fog and ice | Chair: OLS | Vice-Chair: CSO"
    assert {body for body, _, _ in in_chart(chart)} == {"Tides", "Fog and ice"}


def test_what_only_says_who_houses_a_body_does_not_name_it() -> None:
    text = f"{TITLE}PACT SECRETARIAT\n\nWTO's Harbour Branch\n\nExecutive Secretary: Ana Reis\n"
    assert roles(text) == [("PACT SECRETARIAT", "executive secretary", "Ana Reis")]


def test_whoever_is_named_behind_an_office_bears_it() -> None:
    _, found = taken(f"{TITLE}STRUCTURE\n\nPact Committee\nChair: Assistant Secretary-General for Lamps, Ana Reis\n")
    assert [(r.holder, r.affiliation) for r in found.roles] == [("Ana Reis", "Assistant Secretary-General for Lamps")]


def test_labels_of_figures_below_a_role_hold_nothing() -> None:
    figures = "- Ports covered\n- 50\n\n- Pilots trained\n- 1,466\n"
    source = f"# Harbour Review January-February 2024\n\n## Focal points\n\n{figures}"
    _, found = taken(source, "review.md")
    assert found.roles == ()


def numbers(chart: str) -> dict[str, str | None]:
    _, found = taken(f"{TITLE}STRUCTURE\n\n{chart}\n")
    return {role.body: role.number for role in found.roles}


def test_numbers_that_stand_together_count_the_bodies_below_them() -> None:
    chart = (
        "1.\n\n2.\n\nRaising of\n\nsunken buoys\n\nChair: WTO\n\nLighting of piers\n\nChair: BPU\n\n"
        "Watching of tides\n\nChair: CSO\n\n3.\n\nPainting of hulls\n\nChair: OLS"
    )
    # The "3." may be of the tides as well as of the hulls.
    assert numbers(chart) == {
        "Raising of sunken buoys": "1",
        "Lighting of piers": "2",
        "Watching of tides": None,
        "Painting of hulls": None,
    }


def test_a_count_between_a_number_and_a_name_is_no_part_of_either() -> None:
    chart = "Raising of buoys\n\nChair: WTO\n\n4.\n\n4 groups under 2 pillars\n\nLighting of piers\n\nChair: BPU"
    assert numbers(chart) == {"Raising of buoys": None, "Lighting of piers": None}


def test_a_number_right_above_a_name_is_its_own() -> None:
    assert numbers("2.\n\nRaising of buoys\n\nChair: WTO\n\n3.\n\nLighting of piers\n\nChair: BPU") == {
        "Raising of buoys": "2",
        "Lighting of piers": "3",
    }


def test_a_table_of_changes_gives_each_post_to_its_new_holder_from_its_day() -> None:
    source = (
        "# Harbour Review November – December 2031\n\n## Changes of office\n\n"
        "| Office | Until now | New holder | Since |\n|---|---|---|---|\n"
        "| Chair, Fog and Oil group | Ana Reis (WTO) | Jo Poe (BPU) | 15 November |\n"
        "| Vice-chair, Tides group | (vacant) | Al Roe (CSO) | 1 December 2031 |\n"
        "| Treasurer | Bo Lind (CSO) | Cy Lund (WTO) | 20 November |\n"
    )
    _, found = taken(source, "a.md")
    assert [(r.body, r.role, r.holder, r.affiliation, str(r.interval.start)) for r in found.roles if r.interval] == [
        ("Fog and Oil group", "chair", "Jo Poe", "BPU", "2031-11-15"),
        ("Tides group", "vice-chair", "Al Roe", "CSO", "2031-12-01"),
        ("Harbour Review November – December 2031", "treasurer", "Cy Lund", "WTO", "2031-11-20"),
    ]
    assert all(r.interval for r in found.roles)


def test_a_table_of_those_who_left_gives_nobody_a_post() -> None:
    rows = "| Office | Outgoing | Until |\n|---|---|---|\n| Chair, Fog group | Ana Reis | 3 May |\n"
    source = f"# Harbour Review May 2031\n\n## Farewells\n\n{rows}"
    assert roles(source, "a.md") == []


def test_a_list_of_members_says_where_they_come_from_and_what_posts_they_have() -> None:
    source = (
        "# Harbour Review May 2031\n\n## Steering Committee\n\n| Member | Body | Function |\n|---|---|---|\n"
        "| Ana Reis | WTO | President of the Assembly |\n| Jo Poe | BPU | Treasurer |\n| Al Roe | CSO | Member |\n"
    )
    _, found = taken(source, "a.md")
    assert sorted((r.body, r.role, r.holder, r.affiliation) for r in found.roles) == [
        ("Assembly", "president", "Ana Reis", "WTO"),
        ("Steering Committee", "member", "Al Roe", "CSO"),
        ("Steering Committee", "member", "Ana Reis", "WTO"),
        ("Steering Committee", "member", "Jo Poe", "BPU"),
        ("Steering Committee", "treasurer", "Jo Poe", "BPU"),
    ]


def below(chart: str) -> list[Role]:
    return sorted(roles(f"{TITLE}GROUPS\n\n{chart}\n"))


def test_posts_below_a_bodys_name_need_no_sign_before_their_holders() -> None:
    assert below(
        "FOG SIGNALS\nChair WTO\nVice-Chairs BPU, CSO\n\nTIDES\nChair Ana Roe\nSecretary vacant\nDeputy OLS"
    ) == [
        ("FOG SIGNALS", "chair", "WTO"),
        ("FOG SIGNALS", "vice-chair", "BPU"),
        ("FOG SIGNALS", "vice-chair", "CSO"),
        ("TIDES", "chair", "Ana Roe"),
        ("TIDES", "deputy", "OLS"),
    ]


@pytest.mark.parametrize(
    "below_heading",
    [
        "Chair WTO opened the meeting. Vice-Chair BPU closed it.",
        "Director Ana Roe",
        "Director Ana Roe and Secretary Bo Li sailed to Riga on 3 May.",
        "Chair WTO Lamps 41",
    ],
)
def test_a_sentence_that_begins_with_a_post_gives_none(below_heading: str) -> None:
    assert below(f"NEWS FROM RIGA\n\n{below_heading}") == []
