"""Roles on the pages of groups and in minutes: whose they are where the line itself names no body."""

import re

import pytest
from tests.extraction.shown import Role, roles, taken

from ctassist.extraction.role_words import role_label

CHARTER = """# Kite Safety Working Group

The group looks after lines and knots.

## Initial membership

- Chair: Anna Lund
- Co-Chair: Bo Ferri
- Board Liaison (must sit on the board; may be the same as Chair): Cem Aydin
- Crew Liaison: Dot Ives
- Other members:
  - Eli Marsh
  - Fay 李 Noor
"""


def minutes(lines: str) -> set[Role]:
    return set(roles(f"# Kite Guild Board monthly meeting, March 12, 2026\n\n{lines}\n", "2026-03-12.md"))


def test_a_charters_list_gives_the_posts_of_the_group_in_its_title() -> None:
    group = "Kite Safety Working Group"
    assert set(roles(CHARTER, "kites.md")) == {
        (group, "chair", "Anna Lund"),
        (group, "co-chair", "Bo Ferri"),
        (group, "board liaison", "Cem Aydin"),
        (group, "crew liaison", "Dot Ives"),
        (group, "member", "Eli Marsh"),
        (group, "member", "Fay 李 Noor"),
    }


def test_a_liaison_below_a_list_of_addresses_is_the_pages() -> None:
    page = (
        "# tern Special Interest Group\n\n## Contact\n- Chat: #tern\n- Teams:\n"
        "    - @guild/tern-leads - Tern Working Group leads\n- Steering Committee Liaison: Gil Otter (@gil)\n"
    )
    assert roles(page, "tern/README.md") == [("tern Special Interest Group", "liaison", "Gil Otter")]


def test_a_noun_with_a_capital_within_is_a_noun_for_bodies() -> None:
    page = "# Lamp SubProject\n\n## Leadership\n### Chairs\n- Ana Roe (@ana), The Rope Foundation\n"
    assert roles(page, "lamp.md") == [("Lamp SubProject", "chair", "Ana Roe")]


def test_officers_under_a_heading_on_their_election_are_the_boards() -> None:
    assert minutes("### 2026 Kite Guild Board officer elections\n- President: Anna Lund\n- Treasurer: Bo Ferri") == {
        ("Kite Guild Board", "president", "Anna Lund"),
        ("Kite Guild Board", "treasurer", "Bo Ferri"),
    }


def test_those_who_came_are_no_list_of_members_and_a_bracket_may_be_a_post() -> None:
    came = "Board members in attendance:\n- Anna Lund\n- Bo Ferri\n\nAlso in attendance:\n"
    assert minutes(f"{came}- Cem Aydin (Assistant to Treasurer)") == {
        ("Kite Guild Board", "assistant to the treasurer", "Cem Aydin")
    }


def test_tasks_give_nobody_a_role() -> None:
    assert not minutes("## Action items\n- All Board Members: Review the Calendar\n- Chair: Anna Lund to write")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        (
            "Kite Safety Working Group: Dot Ives to serve as the new board liaison.",
            ("Kite Safety Working Group", "board liaison", "Dot Ives"),
        ),
        ("Dot Ives became co-chair while Eli Marsh was away.", ("Kite Guild Board", "co-chair", "Dot Ives")),
        ("Dot Ives took on the role of tech lead", ("Kite Guild Board", "technical lead", "Dot Ives")),
        (
            "Eli Marsh stepped down as secretary and was replaced by Dot Ives",
            ("Kite Guild Board", "secretary", "Dot Ives"),
        ),
    ],
)
def test_who_takes_a_post_takes_it_in_the_body_named_before_or_in_the_title(line: str, role: Role) -> None:
    assert minutes(f"## Business\n- {line}") == {role}


def test_a_heading_that_names_a_group_names_the_body_of_a_bare_post() -> None:
    assert minutes("### Wind team for beginners\n- Dot Ives as Board liaison") == {
        ("Wind team for beginners", "board liaison", "Dot Ives")
    }


@pytest.mark.parametrize(
    "line",
    [
        "Dot Ives is lead singer of the choir",
        "The chair was painted by Dot Ives",
        "Dot Ives became guest speaker lead author",
    ],
)
def test_other_words_after_a_name_are_no_post(line: str) -> None:
    assert not minutes(f"## Business\n- {line}")


@pytest.mark.parametrize(
    "label", ["Deputy Treasurer", "Assistant Treasurer", "Emeritus Organizers", "Former Secretary"]
)
def test_a_post_beside_a_post_is_not_the_post(label: str) -> None:
    ((_, role, holder),) = roles(f"# Kite Guild Board\n\n## Officers\n- {label}: Anna Lund\n", "board.md")
    assert holder == "Anna Lund"
    assert role not in ("treasurer", "secretary", "organizer")


def test_a_post_by_a_name_of_its_own_is_no_body_of_the_next_one() -> None:
    offices = "Steersman of the Guild: Anna Lund\n\nDeputy Steersman: Bo Ferri\n\nTreasurer: Cem Aydin"
    assert roles(f"# Kite Guild Board\n\n## Offices\n\n{offices}\n", "board.md") == [
        ("Guild", "treasurer", "Cem Aydin")
    ]


@pytest.mark.parametrize("words", ["Deputy Director", "Secretary General", "Deputy Treasurer", "Executive Director"])
def test_a_role_of_two_words_is_read_whole(words: str) -> None:
    match = re.match(rf"(?:{role_label()})(?!\w)", words, re.IGNORECASE)
    assert match is not None
    assert match.group() == words


def test_holders_have_the_posts_in_their_brackets_and_terms_are_no_employers() -> None:
    page = (
        "# Kite Oversight Council (KOC)\n\n## Members\n"
        "- Anna Lund (term: 2 years, 3/4/2031 - 3/4/2033) [crew-elected]\n"
        "- Bo Ferri (term: 2 years, 3/4/2031 - 3/4/2033) [crew-elected][KOC Chair]\n\n## Leads\n"
        "- Cem Aydin (@cem) (Co-Chair, Term: 2031/08/30 - 2033/08/29)\n"
        "- Dot Ives (@dot), Reel Works (Term: 2031 - 2032)\n"
    )
    body = "Kite Oversight Council"
    assert set(roles(page, "koc/README.md")) == {
        (body, "member", "Anna Lund"),
        (body, "member", "Bo Ferri"),
        (body, "chair", "Bo Ferri"),
        (body, "co-chair", "Cem Aydin"),
        (body, "lead", "Dot Ives"),
    }
    found = {role.holder: role.affiliation for role in taken(page, "koc/README.md")[1].roles}
    assert found["Dot Ives"] == "Reel Works"
    assert found["Anna Lund"] is None


def test_headings_that_repeat_the_pages_title_and_tables_of_names_below_a_role() -> None:
    page = (
        "# TWG Fog Signals\n\n### TWG Fog Signals Co-Chairs\n- Anna Lund\n\n### Tech Leads, in alphabetical order\n"
        "| Name | E-mail | Company |\n|---|---|---|\n| Bo Ferri | bo@example.org | Reel Works |\n\n## Contact\n"
        "- KOC Liaison: Cem Aydin (@cem)\n"
    )
    assert set(roles(page, "fog/README.md")) == {
        ("TWG Fog Signals", "co-chair", "Anna Lund"),
        ("TWG Fog Signals", "technical lead", "Bo Ferri"),
        ("TWG Fog Signals", "koc liaison", "Cem Aydin"),
    }


def test_a_table_of_liaisons_lists_several_in_one_cell() -> None:
    page = (
        "# KOC Liaisons\n\n| TWG | KOC Liaison(s) |\n|---|---|\n"
        "| [TWG Fog Signals](fog.md) |* Anna Lund (**[@anna](https://x.org/anna)**)<br>* Bo Ferri (**[@bo](https://x.org/bo)**)<br>|\n"
    )
    assert set(roles(page, "liaisons.md")) == {
        ("TWG Fog Signals", "koc liaison", "Anna Lund"),
        ("TWG Fog Signals", "koc liaison", "Bo Ferri"),
    }


def test_a_line_introduces_those_who_were_members_before() -> None:
    page = "# Thanks\n\nWe thank the previous KOC members for all they did:\n\n- Anna Lund (2/1/2031-2/1/2033)\n"
    assert roles(page, "koc/EMERITUS.md") == [("KOC", "emeritus member", "Anna Lund")]
