"""Labels of roles, the bodies they name, and what the titles of documents name."""

import pytest
from tests.extraction.shown import roles

from ctassist.extraction.page_bodies import body_in
from ctassist.extraction.role_labels import Label, read_label


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Treasurer", Label("treasurer")),
        ("Co-chairs of the Task Force on Storms", Label("co-chair", "Task Force on Storms")),
        ("Secretary to the Lamp Board", Label("secretary", "Lamp Board")),
        ("Rapporteur on Dredging", Label("rapporteur", "Dredging")),
        ("Chairs at the end of 2031", Label("chair")),
        ("Lamp Board chair", Label("chair", "Lamp Board")),
        ("Chair or Co-Chairs", Label("chair")),
        ("Lead / Co-leads", Label("lead")),
        ("Chair or Treasurer", None),
        ("Emeritus Committee Members", Label("emeritus member")),
        ("Documents shared", None),
        ("Member States", None),
    ],
)
def test_a_label_is_a_role_and_maybe_a_body(words: str, label: Label | None) -> None:
    assert read_label(words) == label


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("2031 SIG Fog Signals annual report", "SIG Fog Signals"),
        ("2031 Annual Report: SIG Fog Signals", "SIG Fog Signals"),
        ("Fog Signals Working Group (archived)", "Fog Signals Working Group"),
        ("Harbour Review March 2031", None),
    ],
)
def test_a_title_may_name_a_body(title: str, body: str | None) -> None:
    assert body_in(title) == body


def test_rows_of_label_and_name_name_their_body() -> None:
    page = "# Posts\n\ntext\n\n## Officers\n\n| Role | Name |\n|--|--|\n"
    page += "| Co-chairs of the Task Force on Storms | Freya Ban (LFT), Kai Rau (BPU) |\n"
    page += "| Chair of the Lamp Board | Ada Roe |\n"
    assert sorted(roles(page)) == [
        ("Lamp Board", "chair", "Ada Roe"),
        ("Task Force on Storms", "co-chair", "Freya Ban"),
        ("Task Force on Storms", "co-chair", "Kai Rau"),
    ]


def test_members_are_believed_in_tables_and_lists_and_former_ones_apart() -> None:
    page = "# Lamp Board\n\ntext\n\n## Board Members\n\n| Member | Organization | Term end |\n|--|--|--|\n"
    page += "| Ada Roe (@ada) | Fog House | October 2034 |\n\n## Emeritus Members\n\n| Member | Left in |\n|--|--|\n"
    page += "| Bo Li (@boli) | May 2031 |\n"
    assert sorted(roles(page)) == [("Lamp Board", "emeritus member", "Bo Li"), ("Lamp Board", "member", "Ada Roe")]


def test_what_members_did_makes_nobody_a_member() -> None:
    page = "# Lamp Board\n\n## Members\n\n- Ada Roe, Fog House\n- Opened 12 new lamps\n"
    page += "\n## News\n\n- Kenya, member of the group\n"
    assert roles(page) == [("Lamp Board", "member", "Ada Roe")]


def test_lines_of_a_cell_are_persons_with_their_affiliations() -> None:
    page = "# Groups\n\ntext\n\n## All\n\n| Name | Chairs |\n|--|--|\n"
    page += "| [Fog](fog.md) | [Ada Roe](u), Fog House<br>[Bo Li](v), Kestrel |\n"
    assert roles(page) == [("Fog", "chair", "Ada Roe"), ("Fog", "chair", "Bo Li")]


def test_a_sibling_in_a_list_names_no_body_unless_it_says_so() -> None:
    page = "# SIG Fog\n\ntext\n\n## Contact\n\n- Chat: #fog\n- Teams:\n"
    page += "    - [@fog/reviews](u) - reviews of changes\n- Liaison: Łucja Wie (@lw)\n"
    assert roles(page) == [("SIG Fog", "liaison", "Łucja Wie")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "On 2 March, Bao Phan succeeded Yuki Tan as Secretary to the Lamp Board.",
            ("Lamp Board", "secretary", "Bao Phan"),
        ),
        ("Cel Mou (CSO) replaced Ou Dan (BPU) as Rapporteur on Dredging.", ("Dredging", "rapporteur", "Cel Mou")),
        ("Som Von (LFT) became focal point for Asia in place of Di Kar (BPU).", ("Asia", "focal point", "Som Von")),
        (
            "Kai Rau (BPU) replaced Hen Ald as co-chair of the Task Force on Storms.",
            ("Task Force on Storms", "co-chair", "Kai Rau"),
        ),
    ],
)
def test_a_sentence_tells_of_a_succession(sentence: str, expected: tuple[str, str, str]) -> None:
    assert roles(f"Harbour Review March 2031\n\n{sentence}\n") == [expected]


def test_the_group_of_a_page_is_led_by_those_who_lead_it_as_something() -> None:
    page = "# 2031 SIG Fog annual report\n\nThe group was led by Jo Pet (@jp) and Ora Bre (@ob) as chairs at the end"
    page += " of 2031, with Cla Whi (@cw) as technical lead.\n"
    assert roles(page) == [
        ("SIG Fog", "chair", "Jo Pet"),
        ("SIG Fog", "chair", "Ora Bre"),
        ("SIG Fog", "technical lead", "Cla Whi"),
    ]


def test_how_long_somebody_led_is_no_name_of_a_body() -> None:
    page = "# Fog Group\n\ntext\n\n## Past\n\n"
    page += "Osk Zie (@oz) and Els Lor (@el) chaired the working group for all of its thirty months.\n"
    assert roles(page) == [("Fog Group", "chair", "Osk Zie"), ("Fog Group", "chair", "Els Lor")]


def test_a_cell_may_hold_all_posts_of_a_body() -> None:
    page = "# Year 2031\n\ntext\n\n## Groups\n\n| No. | Group | Lead |\n|--|--|--|\n"
    page += "| 2 | Fog and lamps | Chair: LFT; Co-Chair: CSO; Vice-Chairs: BPU, OLS |\n"
    assert sorted(roles(page)) == [
        ("Fog and lamps", "chair", "LFT"),
        ("Fog and lamps", "co-chair", "CSO"),
        ("Fog and lamps", "vice-chair", "BPU"),
        ("Fog and lamps", "vice-chair", "OLS"),
    ]
