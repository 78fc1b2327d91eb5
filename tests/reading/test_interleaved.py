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


def test_entries_too_wide_for_their_columns_stand_below_them_one_for_each() -> None:
    chart = "Ropes              Bronze and Tin\nChair: Ana Roe     Chair: Bo Karv\n{}\n\nTowers\nChair: Cy Lund\n"
    wide = "Vice-Chairs: Dee Moss, Eli Nord\nVice-Chair: Flo Orr"
    text = " ".join(read_text("Bell Review\n\nGROUPS\n\n" + chart.format(wide)).text.split())
    assert "Ropes Chair: Ana Roe Vice-Chairs: Dee Moss, Eli Nord" in text
    assert "Bronze and Tin Chair: Bo Karv Vice-Chair: Flo Orr" in text
    # One line alone, or lines of other names, are nobody's for sure.
    text = " ".join(
        read_text("Bell Review\n\nGROUPS\n\n" + chart.format("Vice-Chairs: Dee Moss, Eli Nord")).text.split()
    )
    assert "Chair: Ana Roe Vice-Chairs" not in text


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


def test_columns_that_go_on_below_headings_of_their_own() -> None:
    source = """FOG LETTER
July to December 2031

NEWS
• The third meeting of the Fog Board in
» Sea maps of Kiribati and Tuvalu
Geneva, Switzerland, agreed on a new horn
were drawn by PSRC (14 Jul)
for small ports (5 Jul)
» LASR taught crews in Chile (9-11
• ACG became a partner of the
Aug) and Uruguay (6 Sep)
Lamp Works (1 Aug)
» ERB mapped the quays of Slovenia
• A review of the horns
(Nov)
began (Oct)
» Viet Nam and LASR laid a buoy in
• The fourth meeting, in
Can Tho (1 Dec)
Lima, Peru, set the tune for 2032 (22 Nov)
» Iceland got its 61st lamp
FRIENDS
(12 Dec)
• PSRC and the Union of Ropes agreed on
BOOKS
clean ropes (20 Jul)
» A guide to storing horns came
• ERB lent a bell to a school in
out (27 Jul)
Togo (4 Oct)
» BPU told of bells in Morocco (18 Aug)

AHEAD
Fifth meeting, Accra, Ghana (9 Mar 2032)
"""
    told = read_text(source).text.split("\n")
    assert (
        "The third meeting of the Fog Board in Geneva, Switzerland, agreed on a new horn for small ports (5 Jul)"
        in told
    )
    assert "A review of the horns began (Oct)" in told
    assert "ERB mapped the quays of Slovenia (Nov)" in told
    assert "Iceland got its 61st lamp (12 Dec)" in told
    friends, books = told.index("FRIENDS"), told.index("BOOKS")
    assert told[friends + 2] == "PSRC and the Union of Ropes agreed on clean ropes (20 Jul)"
    assert told[books + 2] == "A guide to storing horns came out (27 Jul)"


def test_headings_between_lines_that_go_on_with_each_other_stay_where_they_are() -> None:
    source = (
        "FOG LETTER\n\nNEWS\n• The board met in Riga and\nagreed on a horn (3 Jul)\n• Crews came to Oslo\n(4 Jul)\n"
        "BOOKS\n• A guide to horns came\nout (4 Jul)\n• A map of fogs was\ndrawn (5 Jul)\n"
    )
    told = [line for line in read_text(source).text.split("\n") if line]
    assert told.index("The board met in Riga and agreed on a horn (3 Jul)") < told.index("BOOKS")
    assert told.index("BOOKS") < told.index("A guide to horns came out (4 Jul)")


def test_who_did_something_begins_a_column_without_a_bullet() -> None:
    left = ["BU showed its new ropes", "in Aveiro, Portugal,", "and Turku, Finland", "(13 Nov and 4 Dec)"]
    right = ["RL supported Tartu and", "Bruges on a second tower,", "and lent a foundry", "master to the parish"]
    text = read_text("Bell Review\n\nNEWS\n\n" + alternating(left, right, "\n\n") + "\n\nEND\n\nOne.").text
    assert " ".join(left) in text
    assert " ".join(right) in text


def test_who_did_something_may_stand_within_a_line_that_wraps() -> None:
    wrapped = ["The bell which the parish of Turku", "and BU bought for the tower that", "RL opened in May (3 May)"]
    text = read_text("Bell Review\n\nNEWS\n\n" + "\n".join(wrapped) + "\n\nEND\n\nOne.").text
    assert [text.index(line.split()[-1]) for line in wrapped] == sorted(
        text.index(line.split()[-1]) for line in wrapped
    )


WORDS = [
    "When we asked the ringers to come to the",
    "tower we hoped for ten. There were forty of",
    "them, and the stairs held. I thank all who",
    "carried water for us on that long day, and",
    "the mayor. Ana Roe",
]


@pytest.mark.parametrize("numbers_first", [True, False])
@pytest.mark.parametrize("left", [True, False])
def test_figures_that_alternate_with_words_stand_below_them(*, numbers_first: bool, left: bool) -> None:
    pairs = [("412", "bells in the towers of the union"), ("30", "member parishes"), ("1,840", "ropes lent")]
    box = ["at 31 May 2031", *(word for pair in pairs for word in (pair if numbers_first else pair[::-1]))]
    columns = (WORDS, box) if left else (box, WORDS)
    text = read_text(f"Bell Review\n\nA MESSAGE\n\n{alternating(*columns, chr(10))}\n\nEND\n\nOne.").text
    assert " ".join(WORDS) in text
    figures = [line for line in text.splitlines() if line in box]
    assert figures == box


def test_a_box_of_figures_alone_stays_as_it_is() -> None:
    box = ["412", "bells in towers. All of them", "30", "parishes that ring", "1,840", "ropes lent", "7", "foundries"]
    text = read_text("Bell Review\n\nIN FIGURES\n\n" + "\n".join(box) + "\n\nEND\n\nOne.").text
    assert [text.index(line) for line in box] == sorted(text.index(line) for line in box)


def test_an_article_may_follow_on_a_small_word_and_initials_end_nothing() -> None:
    left = ["• 3 May – Turku. The", "keepers of towers met the U. K.", "union and spoke in", "a barn of the parish."]
    right = ["• 5 May – Riga. A", "founder and his sons cast a", "bell in", "the open air", "• 9 May – Oslo. It rang."]
    text = read_text(f"Bell Review\n\nNEWS\n\n{alternating(left, right, chr(10))}\n\nEND\n\nOne.").text
    assert " ".join(left)[2:] in text.splitlines()
    assert " ".join(right[:4])[2:] in text.splitlines()
