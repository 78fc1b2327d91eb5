"""Bodies whose names have commas and "and" in them, and holders that are called like days."""

import pytest
from tests.extraction.shown import Role, roles, taken

from ctassist.extraction.page_bodies import body_in

TOLD: dict[str, list[Role]] = {
    "- The Working Group on Kelp, Reefs and Open Water is chaired by WTO, with BPU and SAT as vice-chairs.": [
        ("Working Group on Kelp, Reefs and Open Water", "chair", "WTO"),
        ("Working Group on Kelp, Reefs and Open Water", "vice-chair", "BPU"),
        ("Working Group on Kelp, Reefs and Open Water", "vice-chair", "SAT"),
    ],
    "- WTO chairs the Working Group on Tides and Sea Ice in Bays; BPU is its co-chair.": [
        ("Working Group on Tides and Sea Ice in Bays", "chair", "WTO"),
        ("Working Group on Tides and Sea Ice in Bays", "co-chair", "BPU"),
    ],
    "- WTO chairs the Working Group on Tides and Ice and BPU is its vice-chair.": [
        ("Working Group on Tides and Ice", "chair", "WTO"),
        ("Working Group on Tides and Ice", "vice-chair", "BPU"),
    ],
    "- WTO handed over the chair of the Working Group on Tides and Ice to BPU.": [
        ("Working Group on Tides and Ice", "chair", "BPU"),
    ],
    # Somebody else begins behind the "and".
    "- WTO chairs the Working Group on Tides and Marsh Watch leads the Board on Ice.": [
        ("Working Group on Tides", "chair", "WTO"),
        ("Board on Ice", "lead", "Marsh Watch"),
    ],
}
HEAD = "# Tide Review May 2031\n\n## News\n\n"


@pytest.mark.parametrize("line", TOLD)
def test_a_body_is_named_with_all_its_subjects(line: str) -> None:
    assert roles(HEAD + line, "review.md") == TOLD[line]


def test_a_holder_may_be_called_like_a_day() -> None:
    chart = "WORKING GROUPS\n\n1. Tides\nChair: FRI / Vice-Chairs: SAT, WTO\n\n2. Ice\nChair: BPU\n"
    told = roles(f"TIDE REVIEW\n\nMay 2031\n\n{chart}")
    assert told[:3] == [("Tides", "chair", "FRI"), ("Tides", "vice-chair", "SAT"), ("Tides", "vice-chair", "WTO")]


def test_a_day_is_no_holder() -> None:
    chart = "WORKING GROUPS\n\n1. Tides\nChair: Friday, 9 May\n\n2. Ice\nChair: BPU\n"
    assert roles(f"TIDE REVIEW\n\nMay 2031\n\n{chart}") == [("Ice", "chair", "BPU")]


def test_a_name_goes_on_behind_a_small_word() -> None:
    chart = "4.\n\nTides and Ice in\n\nNorthern Bays\n\nChair: WTO / Co-Chairs: BPU, OLR 5. Fog\n\nChair: OLR\n"
    assert roles(f"TIDE REVIEW\n\nMay 2031\n\nWORKING GROUPS\n\n{chart}")[0] == (
        "Tides and Ice in Northern Bays",
        "chair",
        "WTO",
    )


def test_what_heads_said_is_no_post() -> None:
    said = '## Heads of entities said\n\n- WTO Head Poe recalled that "ice is slow, and so is forgetting it" (6 May)\n'
    _text, found = taken("# Tide Review May 2031\n\n" + said, "review.md")
    assert (found.roles, [statement.speaker for statement in found.statements]) == ((), ["Poe"])


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("tern Watch Working Group", "tern Watch Working Group"),
        ("tern Special Interest Group", "tern Special Interest Group"),
        ("the Watch Working Group", "Watch Working Group"),
        ("how the Watch Working Group began", "Watch Working Group"),
    ],
)
def test_a_name_may_begin_with_a_small_letter(title: str, body: str) -> None:
    assert body_in(title) == body


def test_holders_are_named_by_their_handles() -> None:
    table = "| | |\n| --- | --- |\n| Owner(s) | @kim |\n| Lead | vacant |\n"
    page = f"# Tide SIG\n\n## Loom\n\nOwners: @aroe, @bo-li\n\n## Dock\n\n{table}"
    assert roles(page, "page.md") == [
        ("Loom", "owner", "@aroe"),
        ("Loom", "owner", "@bo-li"),
        ("Dock", "owner", "@kim"),
    ]
