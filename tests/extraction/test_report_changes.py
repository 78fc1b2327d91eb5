"""What the yearly reports of groups say of posts and figures: who came after whom, from when, how many."""

import pytest
from tests.extraction.shown import figures, roles, said, taken

REPORT = "# 2031 Yearly Report: Lantern Working Group\n\n## Changes\n\n{}\n"


def told(words: str) -> set[tuple[str, str, str | None]]:
    """(role, holder, time) of each role that a report of 2031 states in these words."""
    found = taken(REPORT.format(words), "report-2031.md")[1].roles
    assert {role.body for role in found} <= {"Lantern Working Group"}
    return {(role.role, role.holder, said(role.interval) if role.interval else None) for role in found}


MAY = "2031-05-01/2031-05-31"


@pytest.mark.parametrize(
    "words",
    [
        "Ana Roe stepped down as chair in May 2031; Bo Ferri took her seat.",
        "Ana Roe left the chair in May 2031 and Bo Ferri followed.",
        "Ana Roe resigned as chair in May 2031. Bo Ferri was elected in her place.",
        "Ana Roe retired as chair in May 2031 and was succeeded by Bo Ferri.",
        "Ana Roe gave up the chair in May 2031. Her successor is Bo Ferri.",
        "Ana Roe handed the chair to Bo Ferri in May 2031 and stays on as an adviser.",
        "Bo Ferri joined as second chair in May 2031.",
        "Bo Ferri was made chair beside Ana Roe in May 2031.",
        "Bo Ferri was welcomed as an additional chair in May 2031.",
        "Bo Ferri joined as chair in May 2031, filling the seat left by Ana Roe, who stepped down in April 2031.",
    ],
)
def test_who_comes_after_somebody_has_the_post_from_then(words: str) -> None:
    assert ("chair", "Bo Ferri") in {(role, holder) for role, holder, _ in told(words)}
    assert "Ana Roe" not in {holder for _, holder, _ in told(words)}
    if "was elected" not in words and "Her successor" not in words:
        assert ("chair", "Bo Ferri", MAY) in told(words)


def test_the_same_month_is_that_of_the_line_before() -> None:
    words = "Ana Roe became chair in May 2031. Bo Ferri became secretary in the same month."
    assert told(words) == {("chair", "Ana Roe", MAY), ("secretary", "Bo Ferri", MAY)}


@pytest.mark.parametrize(
    "words",
    [
        "Ana Roe stepped down as chair in May 2031. The seat is vacant.",
        "Ana Roe took her boat to the harbour and Bo Ferri followed.",
        "Changes among the chairs: none.",
        "- Changes among the chairs: None",
        "- Chair: Vacant",
    ],
)
def test_where_nobody_comes_nobody_has_the_post(words: str) -> None:
    assert not told(words)


def test_what_is_counted_before_a_label_is_no_body() -> None:
    words = "33 keepers, 6 pilots. Chair: Ana Roe. Secretary: Bo Ferri"
    assert told(words) == {("chair", "Ana Roe", None), ("secretary", "Bo Ferri", None)}
    assert told("- Number of keepers: 9\n- Chairs: Ana Roe, Bo Ferri") == {
        ("chair", "Ana Roe", None),
        ("chair", "Bo Ferri", None),
    }


def test_a_heading_on_changes_gives_nobody_a_post() -> None:
    words = "4. Changes among the leads:\n\nAna Roe joined as secretary in May 2031."
    assert told(words) == {("secretary", "Ana Roe", MAY)}


def test_a_holder_may_be_followed_by_an_aside_and_the_next_one() -> None:
    page = (
        "# Lantern Working Group\n\nThe group is chaired by Ana Roe (@ana, Tern Oil). Secretaries are Bo Ferri (@bo), "
        "who was our chair until 2030, and Cem Aydin (@cem).\n"
    )
    assert set(roles(page, "README.md")) == {
        ("Lantern Working Group", "chair", "Ana Roe"),
        ("Lantern Working Group", "secretary", "Bo Ferri"),
        ("Lantern Working Group", "secretary", "Cem Aydin"),
    }
    assert [role.affiliation for role in taken(page, "README.md")[1].roles if role.holder == "Ana Roe"] == ["Tern Oil"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("76 keepers and 12 pilots", [("keepers", 76), ("pilots", 12)]),
        ("Keepers: 112. Pilots: 15.", [("Keepers", 112), ("Pilots", 15)]),
        ("41 keepers. Chairs: Ana Roe and Bo Ferri.", [("keepers", 41)]),
        ("33 keepers, 6 pilots. Chair: Ana Roe. Secretary: Bo Ferri", [("keepers", 33), ("pilots", 6)]),
        ("19 keepers, among them 5 new ones", [("keepers", 19)]),
        ("12 boats, 8 lamps and 3 nets", [("boats", 12), ("lamps", 8), ("nets", 3)]),
    ],
)
def test_a_line_states_several_figures(words: str, expected: list[tuple[str, float]]) -> None:
    assert figures(REPORT.format(words), "report-2031.md") == expected


@pytest.mark.parametrize("words", ["Boat 12 sailed. The crew was glad.", "Pier 7. The lamp was lit by 12."])
def test_a_story_states_no_figure_of_a_list(words: str) -> None:
    assert not figures(REPORT.format(words), "report-2031.md")


OWNERS = """# Lantern Working Group

The group is chaired by Ana Roe (@aroe) and Bo Ferri (@bferri).

Ours are wickbox (owners: aroe, bferri) and oilcan (owner: bferri).

## Subprojects

- **glass** keeps the wind out (owner: aroe)

### mantle

- **Owners:** bferri, cyd

## More

| Name | Owners |
|---|---|
| globe | aroe |
"""


def test_handles_that_a_page_explains_may_own_things() -> None:
    assert {(body, holder) for body, role, holder in roles(OWNERS, "README.md") if role == "owner"} == {
        ("wickbox", "aroe"),
        ("wickbox", "bferri"),
        ("oilcan", "bferri"),
        ("glass", "aroe"),
        ("mantle", "bferri"),
        ("mantle", "cyd"),
        ("globe", "aroe"),
    }
    assert not roles("# Lantern Working Group\n\n- Owners: everybody\n- Chair: vacant\n", "README.md")


CHARTER = "# Charter of the Lantern Circle\n\nWicks and oil. The convener is Ana Roe. Bo Ferri is steward.\n"
SEATS = """# Lantern Guild

## Council

| Seat | Holder | Elected | Until |
|---|---|---|---|
| President | Ana Roe | May 2031 | May 2034 |
| Member at large | Bo Ferri | May 2032 | May 2035 |
"""
REVIEW = """# Lantern Circle: yearly review 2031

| Figure | 2031 | Year before |
|---|---|---|
| Active keepers | 23 | 19 |

**What are you proud of?**

The lamps were lit.

**What did you drop?**

Candles.

**Who came and who went?**

Bo Ferri succeeded Ana Roe as deputy convener in May 2031.
"""


def test_a_charter_is_about_the_body_that_it_is_the_charter_of() -> None:
    assert roles(CHARTER, "charter.md") == [
        ("Lantern Circle", "convener", "Ana Roe"),
        ("Lantern Circle", "steward", "Bo Ferri"),
    ]


def test_columns_on_the_term_of_a_seat_make_no_event_of_it() -> None:
    assert roles(SEATS, "index.md") == [("Council", "president", "Ana Roe"), ("Council", "member", "Bo Ferri")]


def test_a_yearly_review_is_its_bodys_with_figures_beside_those_of_the_year_before() -> None:
    text, found = taken(REVIEW, "review.md")
    assert [(role.body, role.role, role.holder) for role in found.roles] == [("Lantern Circle", "deputy", "Bo Ferri")]
    assert figures(REVIEW, "review.md") == [("Active keepers", 23)]
    assert {text[item.span.start : item.span.end]: item.section for item in found.items}["Candles."] == (
        "What did you drop?",
    )
