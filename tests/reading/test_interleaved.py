"""Two columns whose lines alternate, as extractors that read a page from top to bottom leave them."""

import random
from itertools import zip_longest

import pytest

from ctassist.reading.text import read_text

LEFT = [
    ["→ Bell Union opened a foundry", "in Ghent, Belgium (3-9 Sept)"],
    ["→ Ringers' League trained", "young ringers from four parishes", "of Aveiro, Portugal", "(18-20 Sept)"],
    ["→ Carillon week in Bruges, joined", "by players from Malta", "(25-28 Sept)"],
]
RIGHT = [
    ["• BU-RL dialogue with the", "keepers of towers in Turku,", "Finland (16 Oct)"],
    ["• Conference on bronze and", "weather in Tartu, Estonia", "(26-27 Oct)"],
    ["• RL lent ropes to Iceland (6 Sept)"],
]


def lines(items: list[list[str]]) -> list[str]:
    return [line for item in items for line in item]


def whole(items: list[list[str]]) -> list[str]:
    return [" ".join(item)[2:] for item in items]


def alternating(left: list[str], right: list[str], gap: str) -> str:
    return gap.join(line for pair in zip_longest(left, right) for line in pair if line is not None)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("seed", range(6))
def test_columns_that_alternate_are_read_one_below_the_other_each_under_its_heading(gap: str, seed: int) -> None:
    left, right = [random.Random(seed).sample(items, 3) for items in (LEFT, RIGHT)]
    columns = alternating(lines(left), lines(right), gap)
    text = read_text(f"Bell Review\n\nWORK WITH TOWERS\n\nJOINT WORK\n\n{columns}\n\nSTRUCTURE\n\nOne.").text
    expected = ["WORK WITH TOWERS", "", *whole(left), "", "JOINT WORK", "", *whole(right), "", "STRUCTURE"]
    assert "\n".join(expected) in text


def test_columns_below_one_heading_stay_below_it() -> None:
    columns = alternating(lines(LEFT), lines(RIGHT), "\n")
    text = read_text(f"Bell Review\n\nNEWS\n\n{columns}\n\nEND\n\nOne.").text
    assert "\n".join(["NEWS", "", *whole(LEFT), *whole(RIGHT)]) in text


def test_lines_that_go_on_with_each_other_stay_as_they_are() -> None:
    text = read_text("Bell Review\n\nNEWS\n\n" + "\n".join([*lines(LEFT), *lines(RIGHT)]) + "\n\nEND\n\nOne.").text
    assert "\n".join(["NEWS", "", *whole(LEFT), *whole(RIGHT)]) in text


def test_a_list_of_short_lines_is_no_pair_of_columns() -> None:
    listed = ["Apples of the north", "pears of the south,", "plums and", "quinces", "(dried)", "figs (fresh)", "nuts."]
    text = read_text("Fruit\n\nNEWS\n\n" + "\n\n".join(listed) + "\n\nEND\n\nOne.").text
    assert [text.index(line) for line in listed] == sorted(text.index(line) for line in listed)


def test_headings_side_by_side_stand_above_their_columns() -> None:
    page = (
        "Bell Review\n\n"
        "WORK WITH TOWERS            JOINT WORK\n\n"
        "→ BU chaired talks in       • RL workshop on ropes\n"
        "Ghent, Belgium (5-6 Nov)    in Turku (12 Nov)\n"
        "→ RL course in Lima,        • BU-RL symposium on\n"
        "Peru (25-29 Nov)            bronze in Oslo (2 Dec)\n\n\n"
        "STRUCTURE\n\n"
        "1. Ropes and                2. Bronze\n"
        "knots                       and tin\n"
        "Chair: BU                   Chair: RL\n"
    )
    text = read_text(page).text
    assert "WORK WITH TOWERS\n\nBU chaired talks in Ghent, Belgium (5-6 Nov)\nRL course in Lima, Peru" in text
    assert "JOINT WORK\n\nRL workshop on ropes in Turku (12 Nov)\nBU-RL symposium on bronze in Oslo (2 Dec)" in text
    assert text.index("JOINT WORK") < text.index("STRUCTURE") < text.index("1. Ropes")


def test_a_name_torn_before_a_small_letter_is_no_heading() -> None:
    reading = read_text(
        "Bell Review\n\nTWO GROUPS\n\n5.\n\nAerial bells and mutual\n\nringing Chair: BU / Vice-Chair: RL 6. Ropes, "
        "knots and the care of all kinds of bells that hang in towers of more than one storey, and of their frames, "
        "wheels and clappers Chair: RL\n\nEND\n\nOne."
    )
    assert "Aerial bells and mutual" not in [b.span.of(reading.text) for b in reading.blocks if b.kind == "heading"]


def test_capitals_between_two_entries_head_the_second() -> None:
    reading = read_text("Bell Review\n\nSTEERING COMMITTEE\nChair: Ana Roe\nBELL SECRETARIAT\nCoordinator: Bo Lind\n")
    headings = [b.span.of(reading.text) for b in reading.blocks if b.kind == "heading"]
    assert headings == ["Bell Review", "STEERING COMMITTEE", "BELL SECRETARIAT"]
