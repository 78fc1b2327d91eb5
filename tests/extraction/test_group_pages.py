"""Pages and yearly reports of groups: whose body a page is about, and holders in the forms that communities write."""

import pytest
from tests.extraction.shown import Role, roles, taken


def affiliations(source: str, name: str = "page.md") -> dict[str, str | None]:
    return {role.holder: role.affiliation for role in taken(source, name)[1].roles}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Kite and String Guildhall: Annual Report 2031", "Kite and String Guildhall"),
        ("Kite and String Guildhall - Annual Report 2031", "Kite and String Guildhall"),
        ("Annual report of the Kite Guildhall, 2031", "Kite Guildhall"),
        ("Annual Report 2031 of the Kite Guildhall", "Kite Guildhall"),
        ("Annual Report 2031", "Annual Report 2031"),
    ],
)
def test_a_yearly_report_is_about_the_body_that_its_title_names(title: str, body: str) -> None:
    assert roles(f"# {title}\n\n## Officers in 2031\n\n- Chair: Ana Holm\n", "r.md") == [(body, "chair", "Ana Holm")]


PAGE = """# Old Knots Parlour

The parlour collects knots. Ana Holm of Tern Gardens chairs it; Bo Lind (Spar) is her deputy. {line}
"""


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("The treasurer of the parlour is Cy Dorn.", ("Old Knots Parlour", "treasurer", "Cy Dorn")),
        ("The parlour is coordinated by Cy Dorn.", ("Old Knots Parlour", "coordinator", "Cy Dorn")),
        ("Its secretary is Cy Dorn.", ("Old Knots Parlour", "secretary", "Cy Dorn")),
    ],
)
def test_sentences_on_the_pages_own_body_say_who_holds_its_posts(line: str, role: Role) -> None:
    found = roles(PAGE.format(line=line), "page.md")
    assert ("Old Knots Parlour", "chair", "Ana Holm") in found
    assert ("Old Knots Parlour", "deputy", "Bo Lind") in found
    assert role in found


def test_who_was_first_or_is_told_of_the_past_holds_no_post_of_a_page() -> None:
    found = roles(PAGE.format(line="Its first chair was Eve Moor. The parlour was led by Fay Noor."), "page.md")
    assert not {"Eve Moor", "Fay Noor"} & {holder for _, _, holder in found}


def test_a_noun_that_a_page_does_not_use_for_itself_names_no_body() -> None:
    assert roles("# Old Knots\n\nThe parlour is closed. Ana Holm chairs it.\n", "page.md") == []


def test_one_word_behind_a_handle_is_where_somebody_works() -> None:
    page = "# Knot Panel\n\n## Officers\n\n* Chair: Ana Holm (@ana), Spar\n* Secretary: Bo Lind (@bo), Independent\n"
    assert affiliations(page) == {"Ana Holm": "Spar", "Bo Lind": "Independent"}


def test_two_names_in_a_column_of_several_are_two_holders() -> None:
    page = "# Knot Panel\n\n| Project | Maintainers |\n| --- | --- |\n| loop-ring | Ana Holm, Bo Lind |\n"
    assert roles(page, "page.md") == [("loop-ring", "maintainer", "Ana Holm"), ("loop-ring", "maintainer", "Bo Lind")]


def test_a_column_on_the_person_is_no_body() -> None:
    table = "| &nbsp; | Leads | Company | Profile |\n| - | - | - | - |\n| <img src='a'> | Ana Holm | Spar | anah |\n"
    page = f"# Knot Panel\n\n{table}"
    assert roles(page, "page.md") == [("Knot Panel", "lead", "Ana Holm")]
    assert affiliations(page) == {"Ana Holm": "Spar"}


def test_a_line_may_have_handle_address_and_pronouns_around_the_name() -> None:
    page = (
        "# Knot Panel\n\n## Current members\n\n"
        "* [ana](https://f.example/ana) - **Ana Holm** &lt;ana@f.example&gt; (she/her) - chair\n"
        "* [bo-l](https://f.example/bo) - **Bo Lind** &lt;bo@f.example&gt;\n"
    )
    assert set(roles(page, "page.md")) == {
        ("Knot Panel", "member", "Ana Holm"),
        ("Knot Panel", "member", "Bo Lind"),
        ("Knot Panel", "chair", "Ana Holm"),
    }


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Chair Emeriti", "emeritus lead"),
        ("Previous coordinators", "emeritus coordinator"),
        ("Retired board members", "emeritus member"),
        ("KP Chairs", "chair"),
        ("Organizers at closing", "organizer"),
    ],
)
def test_headings_of_holders_in_other_words(heading: str, role: str) -> None:
    assert roles(f"# Knot Panel\n\n## {heading}\n\n- Ana Holm (@ana), Spar\n", "page.md") == [
        ("Knot Panel", role, "Ana Holm")
    ]


def test_a_list_of_liaisons_may_name_each_ones_body() -> None:
    page = "# Harbour Board\n\n## Liaisons\n\n- Loops and Bends: Ana Holm\n- Old Rope: Bo Lind\n"
    assert roles(page, "page.md") == [("Loops and Bends", "liaison", "Ana Holm"), ("Old Rope", "liaison", "Bo Lind")]


def test_who_left_within_the_year_of_a_report_is_known_until_then() -> None:
    report = (
        "# Knot Panel: Annual Report 2031\n\n**Chairs during the year:** Ana Holm (until March), Bo Lind (from April)\n"
    )
    found = {role.holder: role.interval for role in taken(report, "r.md")[1].roles}
    assert (ended := found["Ana Holm"]) is not None
    assert (ended.end.year, ended.end.month) == (2031, 3)
    assert found["Bo Lind"] is None


def test_a_short_name_behind_a_title_is_no_part_of_the_bodys_name() -> None:
    assert roles("# Loops and Bends (LAB)\n\n## Chairs\n\n- Ana Holm\n", "page.md") == [
        ("Loops and Bends", "chair", "Ana Holm")
    ]


def test_a_new_chair_of_the_kind_of_body_that_a_report_is_about_is_its_own() -> None:
    report = "# 2031 Annual Report: SIG Knots\n\n## News\n\n- Ana Holm elected as new SIG tech lead.\n"
    assert roles(report, "r.md") == [("SIG Knots", "technical lead", "Ana Holm")]


def test_posts_with_their_beginning_in_numbered_lists_and_rows() -> None:
    page = (
        "# Knot Panel\n\n| | |\n|---|---|\n| Board liaison | Ana Holm |\n\n"
        "- **Bo Lind** (Spar), chair since 2029\n\n"
        "## Coordinators\n\n1. Cy Dorn, Tern Academy, Oslo\n2. Dee Falk, Lumen\n"
    )
    assert set(roles(page, "page.md")) == {
        ("Knot Panel", "board liaison", "Ana Holm"),
        ("Knot Panel", "chair", "Bo Lind"),
        ("Knot Panel", "coordinator", "Cy Dorn"),
        ("Knot Panel", "coordinator", "Dee Falk"),
    }


@pytest.mark.parametrize(
    ("page", "body", "holders"),
    [
        ("# Guild Rope Team\n\n## Leadership\n\n### Team Leads\n\n- Ana Holm\n", "Guild Rope Team", ["Ana Holm"]),
        (
            "# Rope Board (RB)\n\n## Daily work\n\n**Board Chairs:** Ana Holm, Bo Lind\n",
            "Rope Board",
            ["Ana Holm", "Bo Lind"],
        ),
        (
            "# Guild Rope WG Proposal\n\n## Interested Parties\n\n- Ana Holm (@ana) [lead]\n- Bo Lind (@bo)\n",
            "Guild Rope WG",
            ["Ana Holm"],
        ),
        (
            "# k2r 2031 Annual Review\n\n## Maintainers\n\n| Maintainer | Company |\n|--|--|\n| Ana Holm | Spar |\n",
            "k2r",
            ["Ana Holm"],
        ),
        (
            "# Knots Annual Review 2031\n\n## Annual Review Items\n\n### Maintainers\n\n- Ana Holm, Spar\n",
            "Knots",
            ["Ana Holm"],
        ),
        (
            "# Knots Annual Review 2031\n\n- Who helps?\n  - Knots now has 2 core maintainers:\n"
            "    - Ana Holm, Spar\n    - Bo Lind, Tern\n",
            "Knots",
            ["Ana Holm", "Bo Lind"],
        ),
        ("# Rope Team\n\n## Maintainers\n\n- Rope’s Maintainers\n- Ana Holm\n", "Rope Team", ["Ana Holm"]),
    ],
)
def test_the_page_is_about_the_body_of_labels_that_only_say_its_kind(page: str, body: str, holders: list[str]) -> None:
    assert {(found[0], found[2]) for found in roles(page, "page.md")} == {(body, holder) for holder in holders}


def test_a_heading_with_a_day_dates_the_liaisons_below_it() -> None:
    page = (
        "# Knot Circles\n\n| Name | Board Liaisons - updated as of 3/31/2031 |\n|--|--|\n"
        "| Circle of Bends | Ana Holm, Bo Lind |\n"
    )
    found = taken(page, "page.md")[1].roles
    assert [(role.body, role.role, role.holder) for role in found] == [
        ("Circle of Bends", "board liaison", "Ana Holm"),
        ("Circle of Bends", "board liaison", "Bo Lind"),
    ]
    assert all(role.interval and role.interval.start.isoformat() == "2031-03-31" for role in found)
