"""Lines that name a body, then its posts without a colon behind each."""

import pytest
from tests.extraction.shown import Role, roles

TOP = "# Lamp Gazette 9\n\nMay 2031\n\n## Who keeps what\n\n"

NIGHT: list[Role] = [
    ("Night Ferries (working group)", "lead", "LSU"),
    ("Night Ferries (working group)", "deputy", "BPU"),
    ("Night Ferries (working group)", "deputy", "CSO"),
    ("Night Ferries (working group)", "rapporteur", "Bo Karv"),
]


def test_the_kind_of_a_body_may_stand_in_brackets_behind_its_name() -> None:
    line = "* **Night Ferries** (working group) – lead LSU; deputies BPU and CSO; rapporteur Bo Karv (BPU)\n"
    assert roles(TOP + line, "gazette.md") == NIGHT


def test_members_are_told_beside_posts() -> None:
    line = "* Pier Panel: chair LSU; vice-chair, BPU; other members: CSO, TKO and WFA\n"
    assert roles(TOP + line, "gazette.md") == [
        ("Pier Panel", "chair", "LSU"),
        ("Pier Panel", "vice-chair", "BPU"),
        ("Pier Panel", "member", "CSO"),
        ("Pier Panel", "member", "TKO"),
        ("Pier Panel", "member", "WFA"),
    ]


def test_who_is_in_the_chair_chairs() -> None:
    assert roles(TOP + "* **Lamp Council** – in the chair: Ana Roe (LSU)\n", "gazette.md") == [
        ("Lamp Council", "chair", "Ana Roe")
    ]


def test_body_and_posts_may_end_with_points() -> None:
    lines = """Lamp Council. Chair, Ana Roe of LSU.

Committee on Ropes. Lead, BPU. Deputies, CSO and LSU. Secretary, Di Marsh of TKO, who followed Ed Noll in May 2031.

Panel on Bells (new, set up on 3 May 2031). Chair, WFA. Vice-chair, TKO.
"""
    assert roles(TOP + lines, "gazette.md") == [
        ("Lamp Council", "chair", "Ana Roe"),
        ("Committee on Ropes", "lead", "BPU"),
        ("Committee on Ropes", "deputy", "CSO"),
        ("Committee on Ropes", "deputy", "LSU"),
        ("Committee on Ropes", "secretary", "Di Marsh"),
        ("Panel on Bells", "chair", "WFA"),
        ("Panel on Bells", "vice-chair", "TKO"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "We met the Lamp Council. Chair Ana Roe said that all was well.",
        "The Committee on Ropes met. Lead, tin and copper were weighed.",
        "Lamp Council, spring meeting in Riga, with all\n\nmembers: Ana Roe in front for the first time.",
    ],
)
def test_sentences_about_a_body_give_nobody_a_post(line: str) -> None:
    assert roles(TOP + line + "\n", "gazette.md") == []
