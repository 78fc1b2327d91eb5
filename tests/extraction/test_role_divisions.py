"""Posts of which there is one for each region or country, and lines in which a sign parts the labels."""

import pytest
from tests.extraction.shown import roles

TITLE = "Tide Review March-April 2031\n\nSTRUCTURE\n\n"
PAGE = "# Tide Review\n\nMarch-April 2031\n\n## People\n\n"
AFRICA, PACIFIC = ("Africa", "focal point", "Ana Roe"), ("Pacific", "focal point", "Bo Li")


@pytest.mark.parametrize(
    "line",
    [
        "Regional focal points: Africa – Ana Roe (WTO); Pacific – Bo Li (BPU).",
        "- **Regional focal points** – Africa: Ana Roe, WTO; Pacific: Bo Li, BPU",
        "Our regional focal points are: Africa – Ana Roe, Pacific – Bo Li.",
        "Focal points: Ana Roe (Africa), Bo Li (Pacific)",
    ],
)
def test_a_line_lists_who_has_a_post_for_what(line: str) -> None:
    assert roles(f"{PAGE}{line}\n", "review.md") == [AFRICA, PACIFIC]


@pytest.mark.parametrize(
    "lines",
    [
        "REGIONAL FOCAL POINTS\n\nAfrica: Ana Roe, WTO\n\nPacific: Bo Li, BPU\n",
        "Regional Focal Points\n\n- Africa: Ana Roe (WTO)\n\n- Pacific – Bo Li\n",
    ],
)
def test_so_do_lines_below_a_heading(lines: str) -> None:
    assert roles(f"{TITLE}{lines}") == [AFRICA, PACIFIC]


def test_other_lists_below_a_post_are_none() -> None:
    assert roles(f"{PAGE}Focal points: 291 in all; Africa – 40; Pacific – 12.\n", "review.md") == []
    assert roles(f"{PAGE}Coordinators: Ana Roe (Treasurer), Bo Li (Scribe)\n", "review.md")[0][0] != "Treasurer"


@pytest.mark.parametrize("sign", [" / ", ", ", " • ", " | "])
def test_a_post_of_somebody_with_a_title_ends_where_the_next_label_begins(sign: str) -> None:
    chart = f"TIDE BOARD\n\nChair: Secretary-General of the GTU{sign}Vice-Chair: WTO\n\nSecretary: Ana Roe\n"
    assert roles(TITLE + chart) == [
        ("TIDE BOARD", "chair", "Secretary-General of the GTU"),
        ("TIDE BOARD", "vice-chair", "WTO"),
        ("TIDE BOARD", "secretary", "Ana Roe"),
    ]


def test_the_deputy_of_a_title_has_a_post_of_her_own() -> None:
    chart = "SECRETARIAT\n\nExecutive Secretary: Bo Li / Deputy Executive Secretary: Cara Wu\n"
    assert roles(TITLE + chart) == [
        ("SECRETARIAT", "executive secretary", "Bo Li"),
        ("SECRETARIAT", "deputy executive secretary", "Cara Wu"),
    ]


def test_a_comma_parts_the_number_of_a_body_from_its_name() -> None:
    page = f"{PAGE}- **Working Group 3, Tides and Fog** – Chair: WTO.\n- **Working Group 4, Lamps** – Chair: BPU.\n"
    assert roles(page, "review.md") == [("Tides and Fog", "chair", "WTO"), ("Lamps", "chair", "BPU")]
