"""Roles in sentences."""

from datetime import date

import pytest
from tests.extraction.shown import Role, roles, taken

TITLE = "Harbour Review January-February 2024\n\n"


def told(sentence: str) -> set[Role]:
    return set(roles(f"{TITLE}NEWS\n\n• An opening line that says nothing of anybody (3 Jan)\n• {sentence}\n"))


GROUP = "Working Group on tides"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("WTO chairs the Working Group on tides.", {(GROUP, "chair", "WTO")}),
        ("Ana Reis is the Tide Committee chair.", {("Tide Committee", "chair", "Ana Reis")}),
        (
            "Ms. Ana Reis has been appointed Executive Director of WTO and will take up her duties on 1 May 2024.",
            {("WTO", "executive director", "Ana Reis")},
        ),
        ("The board appointed Ana Reis Managing Director of WTO.", {("WTO", "director", "Ana Reis")}),
        (
            "It decided that the Working Group on Sea Ice would henceforth be co-chaired by WTO and BPU.",
            {("Working Group on Sea Ice", "co-chair", "WTO"), ("Working Group on Sea Ice", "co-chair", "BPU")},
        ),
        ("WTO elected Norway chair of the Working Group on tides.", {(GROUP, "chair", "Norway")}),
        (
            "Ana Reis and Bo Lind are Dry Dock subproject leads, and Cy Ode is the Fog Bell subproject lead.",
            {
                ("Dry Dock subproject", "lead", "Ana Reis"),
                ("Dry Dock subproject", "lead", "Bo Lind"),
                ("Fog Bell subproject", "lead", "Cy Ode"),
            },
        ),
        ("Ana Reis will become a technical lead for SIG-Fog.", {("SIG-Fog", "technical lead", "Ana Reis")}),
        ("SIG-Fog chair Ana Reis has counted the buoys.", {("SIG-Fog", "chair", "Ana Reis")}),
        ("SIG Fog's new chair is Ana Reis.", {("SIG Fog", "chair", "Ana Reis")}),
        ("SIG Fog welcomes Ana Reis as its new tech lead.", {("SIG Fog", "technical lead", "Ana Reis")}),
        ("Please welcome Ana Reis as new SIG Fog tech lead.", {("SIG Fog", "technical lead", "Ana Reis")}),
        ("Ana Reis is joining SIG Fog as co-chair.", {("SIG Fog", "co-chair", "Ana Reis")}),
        (
            "SIG-Fog has new leadership: Ana Reis is a new chair, and Bo and Cy are stepping down.",
            {("SIG-Fog", "chair", "Ana Reis")},
        ),
        ("The lead for the 3.4 Tide Team is Ana Reis.", {("3.4 Tide Team", "lead", "Ana Reis")}),
        ("WTO took the chair of the Working Group on tides from BPU (1 Feb)", {(GROUP, "chair", "WTO")}),
        ("Ana Reis (WTO) was elected to chair the Working Group on tides (1 Feb)", {(GROUP, "chair", "Ana Reis")}),
        ("Ana Reis agreed to chair the Working Group on tides (1 Feb)", {(GROUP, "chair", "Ana Reis")}),
        ("WTO and BPU changed places in the Working Group on tides, BPU now in the chair", {(GROUP, "chair", "BPU")}),
        ("WTO and BPU exchanged roles in the Working Group on tides, WTO taking the chair", {(GROUP, "chair", "WTO")}),
        ("Ana Reis took up the post of Board Focal Point for Fog (1 Feb)", {("Fog", "focal point", "Ana Reis")}),
        (
            "Ms. Ana Reis took over from Mr. Bo Lind as Harbour Union Rapporteur on Fog (1 Feb)",
            {("Fog", "rapporteur", "Ana Reis")},
        ),
        ("Ana Reis (WTO) stepped in as chair of the Tide Committee.", {("Tide Committee", "chair", "Ana Reis")}),
        ("Ana Reis joined the Working Group on tides as vice-chair (1 Feb)", {(GROUP, "vice-chair", "Ana Reis")}),
        ("The Working Group on tides has a new chair, Ana Reis of WTO (1 Feb)", {(GROUP, "chair", "Ana Reis")}),
        ("The chair of the Working Group on tides passed from WTO to BPU (1 Feb)", {(GROUP, "chair", "BPU")}),
        (
            "The Harbour Assembly elected Ana Reis (WTO) as chair of the Tide Committee on 20 February 2024.",
            {("Tide Committee", "chair", "Ana Reis")},
        ),
        (
            "The Harbour Board named BPU vice-chair of the Working Group on tides (3 Feb)",
            {(GROUP, "vice-chair", "BPU")},
        ),
        ("The Working Group on tides is chaired by WTO.", {(GROUP, "chair", "WTO")}),
        (
            "The Working Group on tides is chaired by WTO, with BPU and CSO as vice-chairs.",
            {(GROUP, "chair", "WTO"), (GROUP, "vice-chair", "BPU"), (GROUP, "vice-chair", "CSO")},
        ),
        (
            "The Working Group on tides is chaired by WTO and co-chaired by BPU.",
            {(GROUP, "chair", "WTO"), (GROUP, "co-chair", "BPU")},
        ),
        (
            "The Working Group on tides is co-chaired by WTO and BPU.",
            {(GROUP, "co-chair", "WTO"), (GROUP, "co-chair", "BPU")},
        ),
        ("The Working Group on tides, chaired by WTO, met in Lisbon (3 Feb)", {(GROUP, "chair", "WTO")}),
        ("Ana Reis was elected chair of the Working Group on tides (12 Jan)", {(GROUP, "chair", "Ana Reis")}),
        ("Ana Reis became the new Chair of the Working Group on tides (12 Jan)", {(GROUP, "chair", "Ana Reis")}),
        ("The Tide Committee elected Ana Reis as its chair on 3 February.", {("Tide Committee", "chair", "Ana Reis")}),
        ("The parish council met on 3 May and chose Ana Reis as its chair.", {("parish council", "chair", "Ana Reis")}),
        (
            "The parish council heard that the Tide Board elected Ana Reis as its chair.",
            {("Tide Board", "chair", "Ana Reis")},
        ),
        ("Ana Reis, Chair of the Tide Committee, opened a session (3 Feb)", {("Tide Committee", "chair", "Ana Reis")}),
        (
            "The Chair of the Tide Committee, Ana Reis, opened a session (3 Feb)",
            {("Tide Committee", "chair", "Ana Reis")},
        ),
        ("The chair of the Tide Committee is Ana Reis.", {("Tide Committee", "chair", "Ana Reis")}),
        ("The Tide Committee is led by Ana Reis (WTO).", {("Tide Committee", "lead", "Ana Reis")}),
        ("BPU took over as chair of the Working Group on tides from WTO (1 Feb)", {(GROUP, "chair", "BPU")}),
        ("BPU serves as vice-chair of the Working Group on tides.", {(GROUP, "vice-chair", "BPU")}),
        ("WTO was appointed lead of the Task Force on fog (8 Feb)", {("Task Force on fog", "lead", "WTO")}),
        ("Ana Reis is now a chair of the Tide Committee.", {("Tide Committee", "chair", "Ana Reis")}),
        ("Ana Reis is one of the co-chairs of the Tide Committee.", {("Tide Committee", "co-chair", "Ana Reis")}),
        ("Thanks to Ana Reis, who is now chair of the Tide Committee.", {("Tide Committee", "chair", "Ana Reis")}),
        ("Ana Reis is the Tide Committee’s new chair.", {("Tide Committee", "chair", "Ana Reis")}),
        ("Ana Reis, the Tide Committee's chair, opened a session (3 Feb)", {("Tide Committee", "chair", "Ana Reis")}),
        ("Tide Committee chair Ana Reis announced a few changes (3 Feb)", {("Tide Committee", "chair", "Ana Reis")}),
        ("Ana Reis, 2.4 Tide Team lead, has shared the dates.", {("2.4 Tide Team", "lead", "Ana Reis")}),
        (
            "Tide Committee co-chairs Ana Reis and Bo Lind met (3 Feb)",
            {("Tide Committee", "co-chair", "Ana Reis"), ("Tide Committee", "co-chair", "Bo Lind")},
        ),
        ("The Tide Committee welcomes Ana Reis as its new chair.", {("Tide Committee", "chair", "Ana Reis")}),
        ("Please welcome Ana Reis as the new chair of the Tide Committee.", {("Tide Committee", "chair", "Ana Reis")}),
        ("Ana Reis takes over from Bo Lind as chair of the Tide Committee.", {("Tide Committee", "chair", "Ana Reis")}),
        ("Ana Reis has joined the Tide Committee as co-chair.", {("Tide Committee", "co-chair", "Ana Reis")}),
    ],
)
def test_who_holds_a_role_is_read_from_a_sentence(sentence: str, expected: set[Role]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "WTO chairs and tables were painted for the Working Group on tides (3 Jan)",
        "The chair of the meeting thanked the Working Group on tides (3 Jan)",
        "Ana Reis stepped down as chair of the Working Group on tides (3 Jan)",
        "SIG Tides and SIG Fog lead Global Harbour Week (3 Jan)",
        "Ana Reis is stepping down as SIG-Fog lead and nominating Bo Lind as chair.",
        "Ana Reis has been nominated as a new chair for SIG Fog.",
        "SIG-Fog has chosen two leads and two tech leads.",
        "Ana Reis was not the Tide Committee chair.",
        "Tide Committee Lead Agency BPU met (3 Jan)",
        "The Working Group on tides will elect its chair in Riga (3 Feb)",
        "WTO led pilots through fog on the way to a group of islands (3 Feb)",
    ],
)
def test_a_sentence_that_says_no_holder_makes_no_role(sentence: str) -> None:
    assert told(sentence) == set()


def test_a_person_in_a_sentence_has_the_organisation_in_brackets_as_affiliation() -> None:
    sentence = (
        "The Expert Group on tides is chaired by Ana Reis (WTO), with Jo Poe (BPU) and Al Roe (CSO) as co-chairs."
    )
    _, found = taken(f"{TITLE}GROUPS\n\n{sentence}\n")
    assert [(role.role, role.holder, role.affiliation) for role in found.roles] == [
        ("chair", "Ana Reis", "WTO"),
        ("co-chair", "Jo Poe", "BPU"),
        ("co-chair", "Al Roe", "CSO"),
    ]


def test_a_role_told_in_a_sentence_knows_the_day() -> None:
    _, found = taken(f"{TITLE}NEWS\n\n• Ana Reis was elected chair of the Working Group on tides (12 Jan)\n")
    assert [role.interval.start for role in found.roles if role.interval] == [date(2024, 1, 12)]


def test_an_election_is_an_activity_too() -> None:
    _, found = taken(f"{TITLE}NEWS\n\n• Ana Reis was elected chair of the Working Group on tides (12 Jan)\n")
    assert len(found.activities) == 1


def test_who_is_handed_a_post_has_it() -> None:
    event = "- 3 May: WTO handed the chair of the Working Group on Old Bells to BPU in Riga, Latvia."
    source = f"# Tide Review May 2031\n\n{event}\n"
    assert roles(source, "review.md") == [("Working Group on Old Bells", "chair", "BPU")]
    source = (
        "# Tide Review May 2031\n\n- 3 May: The Tide Board created the Panel on Dry Docks and gave its chair to BPU.\n"
    )
    assert roles(source, "review.md") == [("Panel on Dry Docks", "chair", "BPU")]


def test_a_month_before_a_body_and_the_sender_of_a_person_are_no_part_of_names() -> None:
    source = (
        "# Tide Review May 2031\n\n- 17 May The Working Group on Old Bells elected Ms. Ana Roe of WTO as its chair.\n"
    )
    found = taken(source, "review.md")[1].roles
    assert [(role.body, role.holder, role.affiliation) for role in found] == [
        ("Working Group on Old Bells", "Ana Roe", "WTO")
    ]


def test_a_group_is_named_in_full_where_a_chart_has_its_topic_alone() -> None:
    source = (
        f"{TITLE}NEWS\n\n• WTO took over the chair of the working group on bells and buoys on 2 February 2024\n\n"
        "GROUPS\n\nBells and buoys\nChair: WTO\n\nDry docks\nChair: BPU\n"
    )
    assert ("working group on bells and buoys", "chair", "WTO") in roles(source)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        (
            "The Amber Valley Association elected Ana Roe as its new chair on 2 May.",
            ("Amber Valley Association", "chair", "Ana Roe"),
        ),
        (
            "Ana Roe succeeds Bo Lund as coordinator of the Amber Network on June 1.",
            ("Amber Network", "coordinator", "Ana Roe"),
        ),
        ("Ana Roe took over as editor of these notes from Bo Lund.", ("Tide Notes 7", "editor", "Ana Roe")),
    ],
)
def test_letters_tell_who_took_a_post(line: str, role: Role) -> None:
    assert role in roles(f"# Tide Notes 7\n\n3 May 2031\n\n## News\n\n- {line}\n", "notes-7.md")


def test_a_sentence_goes_on_about_the_body_of_the_one_before() -> None:
    source = (
        f"{TITLE}NEWS\n\nSince 3 January, the Working Group on tides is chaired by WTO, and BPU has become its "
        "vice-chair. Ana Reis (CSO) remains secretary.\n\nBo Lind was elected treasurer (4 Feb).\n"
    )
    found = roles(source)
    assert {role for role in found if role[0] == GROUP} == {
        (GROUP, "chair", "WTO"),
        (GROUP, "vice-chair", "BPU"),
        (GROUP, "secretary", "Ana Reis"),
    }


def test_whoever_changed_places_has_the_other_post() -> None:
    line = "The Working Group on tides is chaired by WTO, which changed places with BPU, now vice-chair (1 Feb)"
    assert told(line) == {(GROUP, "chair", "WTO"), (GROUP, "vice-chair", "BPU")}


def test_who_has_led_a_body_since_some_day_leads_it() -> None:
    assert told("Ana Reis (WTO) has chaired the Working Group on Tides since February.") == {
        ("Working Group on Tides", "chair", "Ana Reis")
    }
    assert told("Ana Reis (WTO) had chaired the Working Group on Tides for six years.") == set()


def test_a_post_without_its_body_is_of_the_one_that_the_words_before_name() -> None:
    line = (
        "The working group on Dry Docks changed hands: on 15 February Ana Reis (WTO) succeeded Bo Lind (BPU) as Chair."
    )
    assert told(line) == {("working group on Dry Docks", "chair", "Ana Reis")}


def test_the_partnership_of_an_issue_is_whom_it_calls_so() -> None:
    line = "The Tide Board elected Ana Reis (WTO) Chair of the Partnership from 1 April 2024."
    assert told(line) == {("Partnership", "chair", "Ana Reis")}


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("Ana Reis became Executive Secretary on 1 February, after Bo Lind.", {"Ana Reis"}),
        ("Farewell was said to Bo Lind; Ana Reis will be Executive Secretary from 1 March 2024.", {"Ana Reis"}),
        ("Ana Reis became Executive Secretary of the Bell Museum on 1 February.", set()),
        ("At WTO, Ana Reis became Executive Secretary on 1 February.", set()),
        ("Ana Reis became executive secretary at the Bell Museum on 1 February.", set()),
    ],
)
def test_a_title_of_nobody_else_is_the_wholes(sentence: str, holders: set[str]) -> None:
    assert {holder for body, _, holder in told(sentence) if body.startswith("Harbour Review")} == holders


def test_a_relative_clause_tells_who_else_has_a_post_in_a_body_with_two_subjects() -> None:
    line = "BPU and CSO are vice-chairs of the Working Group on Sea Marks and Pier Repair, which WTO chairs."
    assert sorted(roles(f"# Tide Letter\n\nMay 2031\n\n## Who leads\n\n{line}\n", "letter.md")) == [
        ("Working Group on Sea Marks and Pier Repair", "chair", "WTO"),
        ("Working Group on Sea Marks and Pier Repair", "vice-chair", "BPU"),
        ("Working Group on Sea Marks and Pier Repair", "vice-chair", "CSO"),
    ]


def test_a_verb_said_once_gives_posts_to_two() -> None:
    line = "In the Working Group on Pier Repair, WTO holds the chair and BPU and CSO the vice-chairs."
    assert sorted(told(line)) == [
        ("Working Group on Pier Repair", "chair", "WTO"),
        ("Working Group on Pier Repair", "vice-chair", "BPU"),
        ("Working Group on Pier Repair", "vice-chair", "CSO"),
    ]


def test_what_else_is_done_beside_a_chair_is_no_post() -> None:
    line = "In the Working Group on Pier Repair, WTO holds the chair and BPU pays the chairs of all."
    assert told(line) == {("Working Group on Pier Repair", "chair", "WTO")}


def test_a_month_before_somebody_is_no_part_of_the_name() -> None:
    source = """# Lamp Gazette 9

May 2031

## Desks

In May Cy Dahl (TKO) took over as secretary of the Committee on Ropes from Ana Roe (LSU), who retired.
"""
    assert roles(source, "gazette.md") == [("Committee on Ropes", "secretary", "Cy Dahl")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The chair of the Task Force on Tides has changed hands: WTO passed it to BPU on 7 January.",
            {("Task Force on Tides", "chair", "BPU")},
        ),
        (
            "Ana Reis took office as Secretary-General of the Guild (14 Jan).",
            {("Guild", "secretary-general", "Ana Reis")},
        ),
        (
            "The Tide Board elects Ana Reis (WTO) as vice-chair in succession to Bo Lind (BPU).",
            {("Tide Board", "vice-chair", "Ana Reis")},
        ),
        (
            "Since 3 January the Cluster on Tides has had a second deputy, the Rope Museum; CSO continues as Chair.",
            {("Cluster on Tides", "chair", "CSO")},
        ),
    ],
)
def test_who_comes_to_a_post_in_other_words(sentence: str, expected: set[Role]) -> None:
    assert told(sentence) == expected


def test_parts_of_a_report_headed_by_a_body_tell_who_came_to_its_posts() -> None:
    source = (
        "Harbour Review\nAugust-September 2024\n\nWhat each body did.\n\n"
        "Task Force on Tides\nChair: WTO. Vice-Chair: BPU.\n"
        "- BPU took the place of CSO as Vice-Chair on 2 September 2024.\n- WTO opened a mast in Riga (3 September).\n\n"
        "Cluster on Fog\nChair: CSO. Co-Chair: WTO.\n"
        "- CSO and WTO exchanged places on 6 September 2024: CSO, until then Co-Chair, now leads the cluster.\n"
    )
    found = taken(source)[1].roles
    came = {(r.body, r.role, r.holder, str(r.interval.start)) for r in found if r.interval}
    assert came == {
        ("Task Force on Tides", "vice-chair", "BPU", "2024-09-02"),
        ("Cluster on Fog", "chair", "CSO", "2024-09-06"),
    }
