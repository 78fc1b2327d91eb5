"""Charts and tables of contents whose columns rows of dots join."""

import pytest
from tests.extraction.shown import figures, roles

CHART = [
    ("Coastal hazards and early warning ........", "Chair BU (from 1 February 2031); Vice-Chairs RL, TOW"),
    ("Fisheries compliance and port inspection .", "Chair FSC; Co-Chair UPH"),
    ("Marine litter ...........................", "Chair RL; Vice-Chair BU"),
]
HELD = [
    ("Coastal hazards and early warning", "chair", "BU"),
    ("Coastal hazards and early warning", "vice-chair", "RL"),
    ("Coastal hazards and early warning", "vice-chair", "TOW"),
    ("Fisheries compliance and port inspection", "chair", "FSC"),
    ("Fisheries compliance and port inspection", "co-chair", "UPH"),
    ("Marine litter", "chair", "RL"),
    ("Marine litter", "vice-chair", "BU"),
]


def review(lines: list[str]) -> str:
    body = "\n".join(lines)
    return f"Tide Review\nJanuary - March 2031\n\nTask Teams\n----------\n\n{body}\n\nEND\n\nOne."


@pytest.mark.parametrize("numbered", [True, False])
def test_dots_lead_from_a_body_to_its_posts(numbered: bool) -> None:
    source = review([f"{f'{at} ' if numbered else ''}{name} {posts}" for at, (name, posts) in enumerate(CHART, 1)])
    assert roles(source) == HELD
    assert figures(source) == []


def test_the_number_of_a_body_is_no_figure_where_a_dash_stands_for_the_dots() -> None:
    source = review([f"{at} {name.strip(' .')} – {posts}" for at, (name, posts) in enumerate(CHART, 1)])
    assert roles(source) == HELD
    assert figures(source) == []


def test_dots_that_lead_to_numbers_stay() -> None:
    source = review(["Foreword .............. 3", "The year in brief ..... 12", "Members ............... 40"])
    assert "Foreword .............. 3" in source
    assert roles(source) == []


def test_dots_lead_to_figures_where_the_numbers_are_no_pages() -> None:
    lines = [
        "Member harbours ......................... 13",
        "   Participating States .................... 61",
        "   Tide gauges in real time ................ 1,126",
        "   Pilots trained .......................... 40",
    ]
    told = "\n".join(lines)
    source = f"Tide Review\nJanuary - March 2031\n\nIN NUMBERS\n\n{told}\n\nEVENTS\n\n* Experts met in Riga (3 Jan)\n"
    assert figures(source) == [
        ("Member harbours", 13.0),
        ("Participating States", 61.0),
        ("Tide gauges in real time", 1126.0),
        ("Pilots trained", 40.0),
    ]
