"""Charts and tables of contents whose columns rows of dots join."""

import pytest
from tests.extraction.shown import figures, items, roles, taken

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


def test_who_stands_below_another_and_whose_post_has_no_room_for_dots_belong_to_the_chart() -> None:
    lines = [
        "  Chair of the Reed Council ........ Ana Holm (BU)",
        "  Vice-Chairs ...................... Bo Lind (RL)",
        "                                     Cy Falk (UPH)",
        "  Working Group on Marsh Birds ..... Di Roth (FSC), Chair",
        "  Working Group on Navigation Lamps  Ed Moss (TOW), Chair",
    ]
    assert roles(review(lines)) == [
        ("Reed Council", "chair", "Ana Holm"),
        ("Reed Council", "vice-chair", "Bo Lind"),
        ("Reed Council", "vice-chair", "Cy Falk"),
        ("Working Group on Marsh Birds", "chair", "Di Roth"),
        ("Working Group on Navigation Lamps", "chair", "Ed Moss"),
    ]


def test_a_line_that_no_dots_lead_to_and_that_stands_elsewhere_is_no_holder() -> None:
    lines = [
        "Marine litter ........ Ana Holm (RL)",
        "Coastal hazards ...... Bo Lind (BU)",
        "  Both of the offices are in Riga  Oslo",
    ]
    assert "Riga: Oslo" not in taken(review(lines))[0]


def test_dots_lead_from_days_to_what_is_planned() -> None:
    lines = [
        "  3-5 May 2031 .......... Ninth reed fair, Riga",
        "  24-26 September 2031 .. Lamp course, Oslo",
        "  4 October 2031 ........ Night of lamps, Bergen",
    ]
    assert items(review(lines))[1:4] == [
        "3-5 May 2031: Ninth reed fair, Riga",
        "24-26 September 2031: Lamp course, Oslo",
        "4 October 2031: Night of lamps, Bergen",
    ]


def test_figures_below_an_underlined_heading_are_one_a_line_though_a_label_ends_in_brackets() -> None:
    source = (
        "Tide Review\nJanuary - March 2031\n\nNEWS\n----\n\n* Experts met in Riga (3 Jan)\n\nFIGURES\n-------\n"
        "  Member harbours ................ 23\n"
        "  Notes in the Tide Log (TL) ..... 41,200\n"
        "  Lamps checked .................. 57\n"
    )
    assert figures(source) == [
        ("Member harbours", 23.0),
        ("Notes in the Tide Log (TL)", 41200.0),
        ("Lamps checked", 57.0),
    ]


@pytest.mark.parametrize(("post", "body"), [("Treasurer", "Reed Council"), ("Secretary-General", None)])
def test_the_head_of_an_organisation_below_the_chair_of_a_council_is_not_the_councils(post: str, body: str) -> None:
    lines = [
        "Chair of the Reed Council .... Ana Holm (BU)",
        f"{post:<28} . Gi Roth",
        "Marsh birds .................. Di Falk (FSC)",
    ]
    assert [of for of, _, holder in roles(review(lines)) if holder == "Gi Roth"] == ([body] if body else [])
